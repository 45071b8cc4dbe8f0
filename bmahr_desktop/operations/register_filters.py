"""What the register of resolutions is narrowed to, as criteria; and what can be offered for it."""

import datetime
from collections.abc import Iterator

import msgspec
from sqlalchemy import ColumnElement, String, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from bmahr_desktop.domain.follow_up import OPEN, FollowUp, end_of_month
from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.register_query import DueWhen, RegisterQuery
from bmahr_desktop.domain.registers import Offered
from bmahr_desktop.operations.registers import list_committees
from bmahr_desktop.storage.agenda import AssignmentRow, ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.people import UnitRow
from bmahr_desktop.thai.collate import sort_key

_SOON = datetime.timedelta(30)


def criteria_of(asked: RegisterQuery, today: datetime.date | None) -> Iterator[ColumnElement[bool]]:
    """Yield what resolutions must meet, but for the words.

    Args:
        asked: Which resolutions.
        today: What day it is.

    Raises:
        ValueError: If that must be known, and is not.
    """
    if asked.committee is not None:
        yield MeetingRow.committee == asked.committee
    if asked.year is not None:
        yield MeetingRow.year == asked.year
    if asked.kind is not None:  # a list in JSON; no kind's name has a quotation mark
        kinds = type_coerce(ResolutionRow.kinds, Text)
        yield func.instr(kinds, f'"{asked.kind.value}"') > 0
    assigned = tuple(_assigned(asked, today))
    if assigned:
        row = AssignmentRow
        given = select(row.resolution).where(row.removed.is_(None), *assigned)
        yield ResolutionRow.uid.in_(given)


def _assigned(asked: RegisterQuery, today: datetime.date | None) -> Iterator[ColumnElement[bool]]:
    if asked.unit is not None:
        yield AssignmentRow.unit == asked.unit
    if asked.state is not None:
        yield AssignmentRow.state == asked.state
    if asked.due_by is not None:
        yield AssignmentRow.state.in_(OPEN)
        yield asked.due_by.isoformat() >= _DAY
    if asked.due is not None:
        if today is None:
            raise ValueError(asked.due)
        yield AssignmentRow.state.in_(OPEN)
        yield _when(asked.due, today)


def _when(due: DueWhen, today: datetime.date) -> ColumnElement[bool]:
    match due:
        case DueWhen.OVERDUE:
            return today.isoformat() > _DAY
        case DueWhen.THIS_MONTH:
            month = f"{today:%Y-%m}"
            return _DAY.between(f"{month}-01", end_of_month(month).isoformat())
        case DueWhen.IN_30_DAYS:
            return _DAY.between(today.isoformat(), (today + _SOON).isoformat())
        case DueWhen.UNDATED:
            return _DAY.is_(None)


_DUE = type_coerce(AssignmentRow.due, Text)
_DAY: ColumnElement[str] = func.coalesce(
    type_coerce(AssignmentRow.next_due, String),
    func.json_extract(_DUE, "$.date"),
    func.date(func.json_extract(_DUE, "$.month") + "-01", "+1 month", "-1 day"),
    type_=String,
)
"""The day that a task is due; as `domain.tasks.day_of` reckons it."""


def offered_filters(session: Session, today: datetime.date) -> Offered:
    """Return what the register can be narrowed to: only what occurs in it.

    Args:
        session: The records.
        today: What day it is.
    """
    years, committees = _of_meetings(session)
    row = AssignmentRow
    living = (row.removed.is_(None), row.resolution == ResolutionRow.uid)
    asked = select(row.state).where(*living, ResolutionRow.removed.is_(None)).distinct()
    states = set(session.scalars(asked))
    dues = [
        due
        for due in DueWhen
        if session.scalar(
            select(row.uid)
            .where(*living, ResolutionRow.removed.is_(None))
            .where(row.state.in_(OPEN), _when(due, today))
            .limit(1)
        )
    ]
    return Offered(
        years=tuple(sorted(years, reverse=True)),
        committees=tuple(
            (one.uid, one.code) for one in list_committees(session) if one.uid in committees
        ),
        kinds=_kinds(session),
        units=_units(session),
        states=tuple(one for one in FollowUp if one in states),
        dues=tuple(dues),
    )


def _of_meetings(session: Session) -> tuple[set[int], set[str]]:
    """Return in which years something was resolved, and which committees did."""
    parts = (ItemRow, MatterRow, ResolutionRow)
    resolved = (
        select(ResolutionRow.uid)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .where(ItemRow.meeting == MeetingRow.uid, *(part.removed.is_(None) for part in parts))
    )
    row = MeetingRow
    asked = select(row.year, row.committee).where(row.removed.is_(None), resolved.exists())
    found = session.execute(asked.where(row.state.not_in(NOT_HELD)).distinct()).tuples().all()
    return {year for year, _ in found}, {committee for _, committee in found}


def _kinds(session: Session) -> tuple[ResolutionKind, ...]:
    asked = select(type_coerce(ResolutionRow.kinds, Text)).distinct()
    packed = session.scalars(asked.where(ResolutionRow.removed.is_(None)))
    found = {kind for one in packed for kind in msgspec.json.decode(one)}
    return tuple(kind for kind in ResolutionKind if kind.value in found)


def _units(session: Session) -> tuple[tuple[str, str], ...]:
    row = AssignmentRow
    named = select(row.unit).where(row.removed.is_(None), row.unit.is_not(None))
    asked = select(UnitRow.uid, UnitRow.name).where(UnitRow.uid.in_(named))
    found = session.execute(asked).tuples().all()
    return tuple(sorted(found, key=lambda one: sort_key(one[1])))
