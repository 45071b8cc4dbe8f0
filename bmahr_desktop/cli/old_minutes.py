"""The command that takes minutes of old in."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bmahr_desktop.cli.words import DONE, say
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.old_minutes import Confidence, Part, PartKind
from bmahr_desktop.i18n import Message, msg, verbatim
from bmahr_desktop.operations import registers
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.minutes import choose_committee
from bmahr_desktop.operations.office import new_sitting, open_office
from bmahr_desktop.operations.old_minutes import (
    KnownRecords,
    OldMinutes,
    files_in,
    keep_old_minutes,
    propose_meeting,
    read_known,
    read_old_minutes,
)
from bmahr_desktop.operations.sample import fill_index
from bmahr_desktop.places import data_place

_LONGEST = 60
_KINDS = {
    PartKind.TITLE: msg("heading"),
    PartKind.NUMBER: msg("number"),
    PartKind.DATE: msg("date"),
    PartKind.VENUE: msg("venue"),
    PartKind.SECRECY: msg("class of secrecy"),
    PartKind.LIST_HEADING: msg("list"),
    PartKind.PERSON: msg("person"),
    PartKind.PERSON_MORE: msg("more of a person"),
    PartKind.START: msg("start"),
    PartKind.ITEM: msg("agenda item"),
    PartKind.ITEM_TITLE: msg("title of an item"),
    PartKind.MATTER: msg("matter"),
    PartKind.MATTER_MORE: msg("more of a title"),
    PartKind.SECTION: msg("part of a matter"),
    PartKind.PARAGRAPH: msg("paragraph"),
    PartKind.TABLE: msg("table"),
    PartKind.PICTURE: msg("picture"),
    PartKind.CAPTION: msg("caption"),
    PartKind.RESOLUTION_LABEL: msg("heading of a resolution"),
    PartKind.RESOLUTION: msg("resolution"),
    PartKind.RESOLUTION_MORE: msg("more of a resolution"),
    PartKind.END: msg("end"),
    PartKind.SIGNATURE: msg("signature"),
    PartKind.SIGNATURE_MORE: msg("more of a signature"),
    PartKind.APPENDIX: msg("appendix"),
    PartKind.APPENDIX_TEXT: msg("text of an appendix"),
    PartKind.LEFT_OUT: msg("left out"),
    PartKind.UNKNOWN: msg("not recognised"),
}
_MARKS = {Confidence.SURE: "", Confidence.LIKELY: "?", Confidence.GUESS: "??"}


def import_minutes(chosen: argparse.Namespace) -> int:
    """Read minutes, say what was recognised, and put the meetings on file."""
    files = files_in(chosen.file)
    store = open_office(data_place(chosen.data), new_sitting())
    with closing(store):
        with store.reading() as session:
            known = read_known(session)
            lines = registers.list_committees(session)
            committee = read_committee(session, choose_committee(lines, chosen.committee).uid)
        faults: list[Message] = []
        some = list(_read(files, committee, known, faults))
        for one in some:
            _show(one)
        if faults:
            raise Refused(*faults)
        if chosen.dry_run:
            return DONE
        with store.writing() as session:
            keep_old_minutes(session, some)
        fill_index(store)
    say(msg("{count} meetings are on file.", count=len(some)))
    return DONE


def _read(
    files: tuple[Path, ...], committee: Committee, known: KnownRecords, faults: list[Message]
) -> Iterator[OldMinutes]:
    """Read files one by one; what cannot be read is told at the end, all at once."""
    for file in files:
        try:
            reading = read_old_minutes(file, committee)
        except Refused as refused:
            faults += refused.messages
            continue
        yield propose_meeting(reading, committee, known)


def _show(one: OldMinutes) -> None:
    """Print what was recognised, a line for each part, then what to look at."""
    say(msg("{file}:", file=one.reading.file.name))
    for part in one.reading.parts:
        say(_line(part))
    for left_out in one.reading.file.left_out:
        words = _short(left_out.text)
        say(msg("  left out ({reason}): {words}", reason=left_out.reason, words=words))
    for question in one.proposal.questions:
        mark = "!" if question.needed else "?"
        say(msg("  {mark} {question}", mark=mark, question=question.message), sys.stderr)


def _line(part: Part) -> Message:
    return msg(
        "  {place}\t{kind}{mark}\t{words}",
        place=_place(part),
        kind=_KINDS[part.kind],
        mark=_MARKS[part.confidence],
        words=verbatim(_short(f"{part.label} {part.words or part.text}".strip())),
    )


def _place(part: Part) -> str:
    """Return where a part goes: item, matter and resolution."""
    return ".".join(str(one) for one in (part.item, part.matter, part.order) if one) or "-"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
