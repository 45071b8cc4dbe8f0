"""The register of resolutions: finding them again, and reading it page by page.

Its first lines are there at once, however many years there are. The whole register is opened as the
uids of its lines in their order; whoever shows it reads the lines of the page that is seen, and any
other page just as quickly.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import FollowUp, ResolutionKind
from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.query import read_query
from bmahr_desktop.domain.records import Record
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.operations.registers import list_resolutions
from bmahr_desktop.operations.search import find_records
from bmahr_desktop.storage.agenda import AssignmentRow, ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.finding import unless_given_up
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.trees import batches

_MOST = 2000
"""So many texts at most are looked through for the resolutions that they belong to."""
_FIRST_MEETINGS, _MOST_MEETINGS = 8, 500
"""So many meetings are looked through for the first lines: at first, and at most at a time."""
_OPEN = (FollowUp.WAITING, FollowUp.UNDER_WAY)


class RegisterQuery(Record, frozen=True):
    """Which resolutions the register shows; None stands for all.

    Attributes:
        words: What each resolution, or the title of its matter, holds; see `read_query`.
        committee: A committee's uid.
        year: A year (พ.ศ.).
        kind: What they do.
        unit: The uid of the unit that is to act.
        state: How far the assignment has come.
        due_by: Still to be done, and due on this day or before.
    """

    words: str = ""
    committee: str | None = None
    year: int | None = None
    kind: ResolutionKind | None = None
    unit: str | None = None
    state: FollowUp | None = None
    due_by: datetime.date | None = None


class Register(Record, frozen=True):
    """The register as it was opened.

    Attributes:
        uids: Of the resolutions, those of the newest day first, in the order of the agenda.
        more: Whether so many texts hold the words that not all were looked through.
    """

    uids: tuple[str, ...] = ()
    more: bool = False


def open_register(
    session: Session,
    asked: RegisterQuery,
    stop_wanted: Callable[[], bool] = lambda: False,
) -> Register:
    """Return the order of the register; its lines are read by `read_lines`.

    What was prepared for a meeting that was not held is no resolution.

    Args:
        session: The records.
        asked: Which resolutions.
        stop_wanted: Is asked again and again; once it says so, an empty register is returned.
    """

    def read() -> Register:
        found, more = _holding(session, asked.words)
        return Register(_in_order(session, asked, found), more)

    return unless_given_up(session, stop_wanted, read, Register())


def first_lines(session: Session, asked: RegisterQuery, most: int) -> list[ResolutionLine]:
    """Return the first lines of the register, or nearly so many: a page to show at once.

    The newest meetings are looked through, ever more of them, until there are enough lines.

    Args:
        session: The records.
        asked: Which resolutions.
        most: How many.
    """
    found, _ = _holding(session, asked.words)
    if found is not None:
        return read_lines(session, _in_order(session, asked, found)[:most])
    row = MeetingRow
    newest = select(row.uid).where(row.removed.is_(None)).order_by(row.date.desc(), row.uid)
    meetings = session.scalars(newest).all()
    uids: list[str] = []
    start, width = 0, _FIRST_MEETINGS
    while start < len(meetings) and len(uids) < most:
        uids += _in_order(session, asked, None, row.uid.in_(meetings[start : start + width]))
        start, width = start + width, min(4 * width, _MOST_MEETINGS)
    return read_lines(session, uids[:most])


def read_lines(session: Session, uids: Sequence[str]) -> list[ResolutionLine]:
    """Return lines of the register, in the order given, without those that are gone since."""
    lines = {line.uid: line for line in list_resolutions(session, uids=uids)}
    return [lines[uid] for uid in uids if uid in lines]


def search_resolutions(
    session: Session, query: str = "", committee: str | None = None, year: int | None = None
) -> list[ResolutionLine]:
    """Return resolutions, of the newest meeting first.

    Args:
        session: The records.
        query: Words that each resolution, or the title of its matter, holds; all when empty.
        committee: A committee's uid; None for all.
        year: A year (พ.ศ.); None for all.
    """
    found, _ = _holding(session, query)
    uids = None if found is None else sorted(found)
    return list_resolutions(session, committee, year, uids)


# ---------------------------------------------------------------- what they need


def _holding(session: Session, words: str) -> tuple[frozenset[str] | None, bool]:
    """Return which resolutions hold words, None for all; and whether some were left out."""
    if not words.strip():
        return None, False
    hits = find_records(session, read_query(words), [Kind.RESOLUTION, Kind.MATTER], _MOST + 1)
    found = {hit.record for hit in hits[:_MOST] if hit.kind is Kind.RESOLUTION}
    matters = [hit.record for hit in hits[:_MOST] if hit.kind is Kind.MATTER]
    for some in batches(matters):
        found.update(
            session.scalars(select(ResolutionRow.uid).where(ResolutionRow.matter.in_(some)))
        )
    return frozenset(found), len(hits) > _MOST


def _in_order(
    session: Session,
    asked: RegisterQuery,
    found: frozenset[str] | None,
    *criteria: ColumnElement[bool],
) -> tuple[str, ...]:
    """Return the uids of resolutions in the order of the register: only those found, if any."""
    query = _ordered(*_criteria(asked), *criteria)
    if found is None:
        only = query.with_only_columns(ResolutionRow.uid, maintain_column_froms=True)
        return tuple(session.scalars(only))
    rows = [
        row
        for some in batches(found)
        for row in session.execute(query.where(ResolutionRow.uid.in_(some)))
    ]
    rows.sort(key=lambda row: (-row.date.toordinal(), *row[2:]))
    return tuple(row.uid for row in rows)


def _ordered(*criteria: ColumnElement[bool]) -> Select[Any]:
    order = (MeetingRow.uid, ItemRow.position, MatterRow.position, ResolutionRow.position)
    query = (
        select(ResolutionRow.uid, MeetingRow.date, *order)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(MeetingRow, ItemRow.meeting == MeetingRow.uid)
        .where(MeetingRow.state.not_in(NOT_HELD), *criteria)
    )
    for row in (ResolutionRow, MatterRow, ItemRow, MeetingRow):
        query = query.where(row.removed.is_(None))
    return query.order_by(MeetingRow.date.desc(), *order)


def _criteria(asked: RegisterQuery) -> Iterator[ColumnElement[bool]]:
    if asked.committee is not None:
        yield MeetingRow.committee == asked.committee
    if asked.year is not None:
        yield MeetingRow.year == asked.year
    if asked.kind is not None:  # a list in JSON; no kind's name has a quotation mark
        kinds = type_coerce(ResolutionRow.kinds, Text)
        yield func.instr(kinds, f'"{asked.kind.value}"') > 0
    assigned = tuple(_assigned(asked))
    if assigned:
        row = AssignmentRow
        given = select(row.resolution).where(row.removed.is_(None), *assigned)
        yield ResolutionRow.uid.in_(given)


def _assigned(asked: RegisterQuery) -> Iterator[ColumnElement[bool]]:
    if asked.unit is not None:
        yield AssignmentRow.unit == asked.unit
    if asked.state is not None:
        yield AssignmentRow.state == asked.state
    if asked.due_by is not None:
        due = type_coerce(AssignmentRow.due, Text)
        a_day = datetime.timedelta(1)
        month = ((asked.due_by + a_day).replace(day=1) - a_day).strftime("%Y-%m")
        yield AssignmentRow.state.in_(_OPEN)
        yield or_(
            func.json_extract(due, "$.date") <= asked.due_by.isoformat(),
            func.json_extract(due, "$.month") <= month,
        )
