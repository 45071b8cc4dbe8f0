"""The commands that write what goes out after a meeting: notices, extracts, lists."""

import argparse
import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.cli.place import office
from bmahr_desktop.cli.records import crest_for, meeting_on_file
from bmahr_desktop.cli.words import DONE, say
from bmahr_desktop.domain.citing import find_part, matter_places
from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.registers import CommitteeLine, ResolutionLine
from bmahr_desktop.i18n import msg, paper
from bmahr_desktop.operations import dispatches, registers
from bmahr_desktop.operations.minutes import choose_committee
from bmahr_desktop.operations.office import utc_now
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.sent_papers import SentPaper, set_sent_paper, write_sent_docx
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.operations.word import ENDING
from bmahr_desktop.thai.digits import to_thai
from bmahr_desktop.thai.searchkey import search_key

_HERE = datetime.timezone(datetime.timedelta(hours=7))
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 60
_FILES = (".pdf", ENDING)


def export_sent(chosen: argparse.Namespace) -> int:
    """Write a paper that goes out after a meeting: a Word file or a PDF, by the name's ending."""
    if chosen.paper == "notice":
        return _notices(chosen)
    with office(chosen) as store:
        if chosen.paper == "extract":
            meeting = meeting_on_file(store, chosen.meeting, chosen.committee)
            with store.reading() as session:
                record = read_meeting(session, meeting.uid)
                parts = [_part(record, one) for one in chosen.part]
                found: SentPaper = dispatches.read_extract(session, *parts)
        else:
            with store.reading() as session:
                found = (
                    _index(session, chosen) if chosen.paper == "index" else _table(session, chosen)
                )
    _write(found, chosen.out, None)
    return DONE


# ---------------------------------------------------------------- notices


def _notices(chosen: argparse.Namespace) -> int:
    """Write the notices of a meeting, those on file and those that are still to be written."""
    single = chosen.out.suffix.lower() in _FILES
    crest = crest_for(chosen)
    with office(chosen) as store:
        meeting = meeting_on_file(store, chosen.meeting, chosen.committee)
        with store.reading() as session:
            letters = list(_letters(session, read_meeting(session, meeting.uid), chosen))
            papers = [dispatches.read_proposed_paper(session, meeting.uid, one) for one in letters]
    if not letters:
        raise Refused(msg("Nobody is to be told of this. With --to somebody can be chosen."))
    if single and len(letters) > 1:
        names = [msg("  --to “{name}”", name=one.to) for one in letters]
        raise Refused(msg("There are several notices. Name a folder, or choose one:"), *names)
    ending = ENDING if chosen.word else ".pdf"
    for number, (letter, one) in enumerate(zip(letters, papers, strict=True), 1):
        out = chosen.out if single else chosen.out / f"{number:02} {_file_name(letter.to)}{ending}"
        _write(one, out, crest)
    return DONE


def _letters(session: Session, meeting: Meeting, chosen: argparse.Namespace) -> Iterator[Dispatch]:
    """Yield the notices that are wanted, on file or not; else one to whom was chosen."""
    told = None if chosen.part is None else _resolutions(meeting, _part(meeting, chosen.part))
    wanted = search_key(chosen.to or "").strip()
    written = [one for one in meeting.dispatches if one.kind is DispatchKind.NOTICE]
    some = False
    for letter in (*written, *dispatches.proposed_notices(session, meeting.uid)):
        resolutions = tuple(one for one in letter.resolutions if told is None or one in told)
        if resolutions and wanted in search_key(letter.to):
            some = True
            yield msgspec.structs.replace(letter, resolutions=resolutions)
    if wanted and not some:
        everything = [
            one.uid for place in matter_places(meeting) for one in place.matter.resolutions
        ]
        yield dispatches.proposed_notice(session, told or everything, chosen.to)


def _part(meeting: Meeting, written: str) -> str:
    found = find_part(meeting, written)
    if found is None:
        raise Refused(msg("There is no “{part}” in the agenda of this meeting.", part=written))
    return found


def _resolutions(meeting: Meeting, part: str) -> list[str]:
    """Return the resolutions in an item or a matter, or the one that is meant.

    Raises:
        Refused: If there is none.
    """
    found = [
        one.uid
        for place in matter_places(meeting)
        for one in place.matter.resolutions
        if part in (place.item.uid, place.matter.uid, one.uid)
    ]
    if not found:
        raise Refused(msg("Nothing was resolved there."))
    return found


def _file_name(to: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", to).split())[:_LONGEST_NAME].strip(" .")


# ---------------------------------------------------------------- lists


def _index(session: Session, chosen: argparse.Namespace) -> SentPaper:
    return dispatches.read_index(session, _committee(session, chosen.committee).uid, chosen.year)


def _table(session: Session, chosen: argparse.Namespace) -> SentPaper:
    """Return the follow-up table of what has a task, the oldest first."""
    only = None if chosen.committee is None else _committee(session, chosen.committee).uid
    lines = registers.list_resolutions(session, only, chosen.year)
    lines = [one for one in lines if one.state is not None and _is_wanted(one, chosen)]
    lines.sort(key=lambda one: (one.date, one.meeting, one.item, one.matter_number, one.order))
    words = []
    if chosen.year is not None:
        words.append(paper("year {year}", year=to_thai(str(chosen.year))))
    if chosen.unit:
        words.append(paper("unit {unit}", unit=chosen.unit))
    if chosen.open:
        words.append(paper("only what is not done yet"))
    today = utc_now().astimezone(_HERE).date()
    uids = [one.uid for one in lines]
    return dispatches.read_follow_up_table(session, uids, " ".join(words), on=today)


def _is_wanted(one: ResolutionLine, chosen: argparse.Namespace) -> bool:
    unit = search_key(chosen.unit or "").strip()
    has_unit = any(unit in search_key(name) for name in one.assigned_to)
    return has_unit and (one.is_open or not chosen.open)


def _committee(session: Session, wanted: str | None) -> CommitteeLine:
    known: Sequence[CommitteeLine] = registers.list_committees(session)
    if wanted is None and len(known) == 1:
        return known[0]
    return choose_committee(known, wanted or "")


# ---------------------------------------------------------------- files


def _write(found: SentPaper, out: Path, crest: bytes | None) -> None:
    if out.suffix.lower() == ENDING:
        write_sent_docx(found, out, crest)
        say(msg("Written: {file}", file=out))
        return
    made = set_sent_paper(found, crest=crest)
    write_whole(out, made.pdf)
    say(msg("{pages} pages: {file}", pages=made.pages, file=out))
