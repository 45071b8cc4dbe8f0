"""The command that takes minutes of old in."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bmahr_desktop.cli.words import DONE, say
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.old_minutes import PART_NAMES, Confidence, Part, PartKind
from bmahr_desktop.i18n import Message, msg, worded
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
from bmahr_desktop.operations.old_minutes_intake import source_of
from bmahr_desktop.operations.sample import fill_index
from bmahr_desktop.places import data_place

_LONGEST = 60
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
            source = source_of(file)
        except Refused as refused:
            faults += refused.messages
            continue
        yield propose_meeting(reading, committee, known, source)


def _show(one: OldMinutes) -> None:
    """Print what was recognised, a line for each part, then what to look at."""
    print(f"{one.reading.file.name}:")
    for part in one.reading.parts:
        print(_line(part))
    for left_out in one.reading.file.left_out:
        print(f"  -\t{worded(PART_NAMES[PartKind.LEFT_OUT])}\t{_short(left_out.text)}")
    for question in one.proposal.questions:
        print(f"  {'!' if question.needed else '?'} {worded(question.message)}", file=sys.stderr)


def _line(part: Part) -> str:
    kind = worded(PART_NAMES[part.kind]) + _MARKS[part.confidence]
    return f"  {_place(part)}\t{kind}\t{_short(f'{part.label} {part.words or part.text}')}"


def _place(part: Part) -> str:
    """Return where a part goes: item, matter and resolution."""
    return ".".join(str(one) for one in (part.item, part.matter, part.order) if one) or "-"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
