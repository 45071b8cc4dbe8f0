"""Lists: committees, meetings, resolutions, people."""

import datetime
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.registers import (
    CommitteeLine,
    MeetingLine,
    PersonLine,
    ResolutionLine,
)
from bmahr_desktop.operations.register_lines import lines_of
from bmahr_desktop.storage.agenda import ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.committee import CommitteeRow, MembershipRow
from bmahr_desktop.storage.glance import committee_lines
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.people import UnitRow
from bmahr_desktop.storage.shapes import PERSON
from bmahr_desktop.storage.trees import batches, read_records
from bmahr_desktop.thai.collate import sort_key


def list_committees(session: Session) -> list[CommitteeLine]:
    """Return the committees, in dictionary order."""
    counted = (
        select(MeetingRow.committee, MeetingRow.year, func.count())
        .where(MeetingRow.removed.is_(None))
        .group_by(MeetingRow.committee, MeetingRow.year)
    )
    row = CommitteeRow
    named = select(row.uid, row.code, row.name, row.short_name).where(row.removed.is_(None))
    return committee_lines(session.execute(named).tuples(), session.execute(counted).tuples())


def list_meetings(
    session: Session, committee: str | None = None, year: int | None = None
) -> list[MeetingLine]:
    """Return meetings, the newest first.

    Args:
        session: The records.
        committee: A committee's uid; None for all.
        year: A year (พ.ศ.); None for all.
    """
    row = MeetingRow
    columns = [getattr(row, name) for name in MeetingLine.__struct_fields__]
    query = select(*columns).where(row.removed.is_(None))
    if committee is not None:
        query = query.where(row.committee == committee)
    if year is not None:
        query = query.where(row.year == year)
    ordered = query.order_by(row.year.desc(), row.number.desc(), row.date.desc(), row.uid)
    return [MeetingLine(*found) for found in session.execute(ordered)]


def list_people(session: Session, on: datetime.date) -> list[PersonLine]:
    """Return everybody, in dictionary order.

    Args:
        session: The records.
        on: The day for which seats are told.
    """
    units = dict(session.execute(select(UnitRow.uid, UnitRow.name)).tuples().all())
    seats: dict[str, list[str]] = defaultdict(list)
    sitting = (
        select(MembershipRow.person, CommitteeRow.code)
        .join(CommitteeRow, MembershipRow.committee == CommitteeRow.uid)
        .where(
            MembershipRow.removed.is_(None),
            CommitteeRow.removed.is_(None),
            func.coalesce(MembershipRow.since, on) <= on,
            func.coalesce(MembershipRow.until, on) >= on,
        )
        .order_by(CommitteeRow.code)
    )
    for person, code in session.execute(sitting):
        seats[person].append(code)
    people = read_records(session, PERSON)
    people.sort(key=lambda one: sort_key(one.name))
    return [
        PersonLine(
            uid=one.uid,
            printed=one.printed,
            job=one.job,
            unit=units.get(one.unit or "", ""),
            seats=tuple(seats[one.uid]),
        )
        for one in people
    ]


# ---------------------------------------------------------------- resolutions


def list_resolutions(
    session: Session,
    committee: str | None = None,
    year: int | None = None,
    uids: Sequence[str] | None = None,
) -> list[ResolutionLine]:
    """Return resolutions, of the newest meeting first, in the order of its agenda.

    What was prepared for a meeting that was not held is no resolution.

    Args:
        session: The records.
        committee: A committee's uid; None for all.
        year: A year (พ.ศ.); None for all.
        uids: Only these; None for all.
    """
    row = MeetingRow
    positions = (ItemRow.position, MatterRow.position, ResolutionRow.position)
    query = (
        select(ResolutionRow.uid, row.year, row.number, row.uid.label("meeting"), *positions)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(row, ItemRow.meeting == row.uid)
    )
    if committee is not None:
        query = query.where(row.committee == committee)
    if year is not None:
        query = query.where(row.year == year)
    if uids is None:
        found = list(session.execute(query))
    else:
        some = (query.where(ResolutionRow.uid.in_(batch)) for batch in batches(uids))
        found = [one for question in some for one in session.execute(question)]
    found.sort(key=lambda one: (-one.year, -one.number, *one[3:]))
    return list(lines_of(session, [one.uid for one in found]))
