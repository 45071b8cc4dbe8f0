"""Lists: committees, meetings, resolutions, people."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.registers import (
    CommitteeLine,
    MeetingLine,
    PersonLine,
    ResolutionLine,
)
from bmahr_desktop.domain.statements import adoption_words
from bmahr_desktop.storage.agenda import AssignmentRow, ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.committee import CommitteeRow, MembershipRow
from bmahr_desktop.storage.glance import committee_lines
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.people import UnitRow
from bmahr_desktop.storage.shapes import MATTER, PERSON
from bmahr_desktop.storage.trees import batches, read_records
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.thai.digits import DigitStyle


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
    query = _register()
    if committee is not None:
        query = query.where(MeetingRow.committee == committee)
    if year is not None:
        query = query.where(MeetingRow.year == year)
    if uids is None:
        return list(_lines(session, session.execute(query).all()))
    rows = [
        row
        for some in batches(uids)
        for row in session.execute(query.where(ResolutionRow.uid.in_(some)))
    ]
    return list(_lines(session, rows))


def _place(row: Any, owner: str) -> Any:
    """Return a column that counts where a row stands among its owner's living parts."""
    other = aliased(row)
    living = select(func.count()).where(
        getattr(other, owner) == getattr(row, owner),
        other.removed.is_(None),
        other.position <= row.position,
    )
    return living.scalar_subquery()


def _register() -> Select[Any]:
    query = (
        select(
            ResolutionRow,
            MatterRow.uid.label("matter"),
            MatterRow.title.label("matter_title"),
            ItemRow.title.label("item_title"),
            MeetingRow.uid.label("meeting"),
            MeetingRow.committee,
            MeetingRow.number,
            MeetingRow.year,
            MeetingRow.date,
            _place(ItemRow, "meeting").label("item"),
            _place(ResolutionRow, "matter").label("order"),
        )
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(MeetingRow, ItemRow.meeting == MeetingRow.uid)
    )
    for row in (ResolutionRow, MatterRow, ItemRow, MeetingRow):
        query = query.where(row.removed.is_(None))
    return query.where(MeetingRow.state.not_in(NOT_HELD)).order_by(
        MeetingRow.year.desc(),
        MeetingRow.number.desc(),
        MeetingRow.uid,
        ItemRow.position,
        MatterRow.position,
        ResolutionRow.position,
    )


def _lines(session: Session, rows: Sequence[Any]) -> Iterator[ResolutionLine]:
    assignments: dict[str, list[AssignmentRow]] = defaultdict(list)
    for uids in batches(row.ResolutionRow.uid for row in rows):
        asked = select(AssignmentRow).where(
            AssignmentRow.resolution.in_(uids), AssignmentRow.removed.is_(None)
        )
        for assignment in session.scalars(asked.order_by(AssignmentRow.position)):
            assignments[assignment.resolution].append(assignment)
    composed = [row.matter for row in rows if row.ResolutionRow.composed]
    adopting = {
        matter.uid: adoption_words(matter.adopts, DigitStyle.THAI)
        for uids in batches(composed)
        for matter in read_records(session, MATTER, MatterRow.uid.in_(uids))
        if matter.adopts
    }
    for row in rows:
        one: ResolutionRow = row.ResolutionRow
        assigned = assignments[one.uid]
        yield ResolutionLine(
            uid=one.uid,
            text=adopting.get(row.matter, one.text) if one.composed else one.text,
            kinds=one.kinds,
            before_adoption=one.before_adoption,
            assigned_to=tuple(a.assigned_to for a in assigned),
            due=next((a.due for a in assigned if a.due), None),
            **{name: getattr(row, name) for name in _OF_MEETING},
        )


_OF_MEETING = ("committee", "meeting", "number", "year", "date", "item", "item_title", "matter",
               "matter_title", "order")  # fmt: skip
