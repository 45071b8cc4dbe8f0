"""Reads extracts of minutes, the follow-up table and the year's index as papers."""

import datetime
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.extract import ExtractPaper, certifier_of, compose_extract
from bmahr_desktop.domain.follow_up_table import Followed, compose_follow_up_table
from bmahr_desktop.domain.listing_paper import ListingPaper, Surroundings
from bmahr_desktop.domain.minutes import SignatureBlock
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.domain.resolution_index import IndexPart, compose_index
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.quoting import read_adopted, read_quoted
from bmahr_desktop.operations.register_lines import lines_of
from bmahr_desktop.operations.registers import list_resolutions
from bmahr_desktop.storage.agenda import ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.people import UnitRow
from bmahr_desktop.storage.shapes import ASSIGNMENT
from bmahr_desktop.storage.trees import batches, read_parts

if TYPE_CHECKING:
    from bmahr_desktop.storage.files import KeptFiles


def read_extract(
    session: Session,
    *uids: str,
    signer: SignatureBlock | None = None,
    on: datetime.date | None = None,
) -> ExtractPaper:
    """Return a certified extract of minutes.

    Args:
        session: The records.
        *uids: Resolutions, matters or items of one meeting. With a resolution, its whole matter
            is extracted, but no other resolution of it.
        signer: Who certifies; by default the letterhead's signer, else who took the minutes.
        on: The day of certifying; None to leave room for it.

    Raises:
        Refused: If one is not on file, or they are of several meetings.
    """
    meeting, committee = read_quoted(session, meeting_holding(session, uids), as_printed=True)
    files: KeptFiles = session.info["files"]
    shown = {
        picture.file
        for item in meeting.agenda
        for matter in item.matters
        if _is_wanted({item.uid, matter.uid, *(one.uid for one in matter.resolutions)}, uids)
        for _, picture in parts_of(matter)
        if isinstance(picture, Picture)
    }
    pictures = {sha256: data for sha256 in shown if (data := files.read(sha256)) is not None}
    return compose_extract(
        meeting,
        committee,
        pictures,
        uids,
        signer or certifier_of(meeting, committee),
        on,
        read_adopted(session, meeting),
    )


def _is_wanted(uids: set[str], wanted: Collection[str]) -> bool:
    return not uids.isdisjoint(wanted)


def meeting_holding(session: Session, uids: Collection[str]) -> str:
    """Return the one meeting that items, matters and resolutions are of.

    Raises:
        Refused: If one is not on file, or they are of several meetings.
    """
    found: dict[str, str] = {}
    for asked in _owners():
        row = asked.selected_columns[0]
        for some in batches(uids):
            found.update(session.execute(asked.where(row.in_(some))).tuples().all())
    if not found or set(uids) - set(found):
        raise Refused(msg("This is no longer on file."))
    if len(set(found.values())) > 1:
        raise Refused(msg("They are of several meetings; one paper is about one meeting."))
    return next(iter(found.values()))


def _owners() -> tuple[Select[tuple[str, str]], ...]:
    items = select(ItemRow.uid, ItemRow.meeting).where(ItemRow.removed.is_(None))
    matters = (
        select(MatterRow.uid, ItemRow.meeting)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .where(ItemRow.removed.is_(None), MatterRow.removed.is_(None))
    )
    resolutions = (
        select(ResolutionRow.uid, ItemRow.meeting)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .where(*(row.removed.is_(None) for row in (ItemRow, MatterRow, ResolutionRow)))
    )
    return items, matters, resolutions


# ---------------------------------------------------------------- lists


def read_follow_up_table(
    session: Session, uids: Sequence[str], words: str = "", *, on: datetime.date
) -> ListingPaper:
    """Return the table that follows resolutions up: a row for each task, in the order given.

    Args:
        session: The records.
        uids: Resolutions, of whatever committees and years; those without a task have a row too.
        words: What was looked for, in a line under the title: "ปี ๒๕๖๗ หน่วยงาน …".
        on: The day of issue; what was due before it and is open is marked as overdue.
    """
    followed = _followed(session, list(lines_of(session, uids)))
    return compose_follow_up_table(followed, words, on, _surroundings(session, followed))


def read_index(
    session: Session,
    committee: str,
    year: int,
    parts: Collection[IndexPart] = tuple(IndexPart),
) -> ListingPaper:
    """Return the index of a committee's resolutions in a year (พ.ศ.).

    Args:
        session: The records.
        committee: The committee's uid.
        year: The year.
        parts: By subject, by unit, or both.

    Raises:
        Refused: If the committee is not on file.
    """
    owner = read_committee(session, committee)
    followed = _followed(session, list_resolutions(session, committee, year))
    units = dict(session.execute(select(UnitRow.uid, UnitRow.name)).tuples().all())
    return compose_index(followed, year, units, _surroundings(session, followed, owner), parts)


def _followed(session: Session, lines: Sequence[ResolutionLine]) -> list[Followed]:
    tasks = read_parts(session, ASSIGNMENT, [one.uid for one in lines])
    return [Followed(one, tasks.get(one.uid, ())) for one in lines]


def _surroundings(
    session: Session, followed: Sequence[Followed], committee: Committee | None = None
) -> Surroundings:
    """Return whose some resolutions are, and what their paper must bear."""
    committees = {one.line.committee for one in followed}
    if committee is None and len(committees) == 1:
        committee = read_committee(session, *committees)
    row = MeetingRow
    meetings = [
        found
        for some in batches({one.line.meeting for one in followed})
        for found in session.execute(select(row.secrecy, row.changed).where(row.uid.in_(some)))
    ]
    named = select(CommitteeRow.uid, CommitteeRow.short_name, CommitteeRow.name)
    names = {uid: short or name for uid, short, name in session.execute(named)}
    around = Surroundings(committee, names, frozenset(found.secrecy for found in meetings))
    if not meetings:
        return around
    changed = max(found.changed for found in meetings)
    return Surroundings(committee, names, around.secrecies, changed)
