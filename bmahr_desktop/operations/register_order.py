"""In which order resolutions stand in the register."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, String, case, func, select, type_coerce
from sqlalchemy.orm import Session

from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.registers import UNSORTED, SortedBy, Sorting, subject_of
from bmahr_desktop.operations.register_lines import due_day_of, tasks_of
from bmahr_desktop.storage.agenda import ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.thai.collate import sort_key

_LOOKED_EVERY = 500
_key = lru_cache(1 << 15)(sort_key)
"""The keys of twenty years' titles are reckoned once."""


def in_order(
    session: Session,
    criteria: Sequence[ColumnElement[bool]],
    sorting: Sorting = UNSORTED,
    stop_wanted: Callable[[], bool] = lambda: False,
    among: Iterable[str] | None = None,
) -> list[str]:
    """Return the uids of resolutions that meet criteria, the newest first where they are equal.

    Args:
        session: The records.
        criteria: What they must meet.
        sorting: In which order.
        stop_wanted: Is asked again and again; once it says so, the order does not matter.
        among: Only of these; None for all.
    """
    rows = _rows(session, sorting.by, criteria, among)
    match sorting.by:
        case SortedBy.BEST:
            return [uid for uid, *_ in rows]
        case SortedBy.DATE:
            keyed = [(uid, date) for uid, date, *_ in rows]
        case SortedBy.MATTER:
            keyed = list(_by_title(rows, stop_wanted))
        case _:
            keyed = _by_tasks(session, sorting.by, [uid for uid, *_ in rows])
    return _sorted(keyed, descending=sorting.descending)


def _rows(
    session: Session,
    by: SortedBy,
    criteria: Sequence[ColumnElement[bool]],
    among: Iterable[str] | None,
) -> list[Any]:
    """Return uids with their days, and what is sorted by, the newest first."""
    day = type_coerce(MeetingRow.date, String).label("day")
    title = case((MatterRow.title != "", MatterRow.title), else_=ItemRow.title)
    positions = (ItemRow.position, MatterRow.position, ResolutionRow.position)
    columns: list[Any] = [ResolutionRow.uid, day]
    if by is SortedBy.MATTER:
        columns.append(title)
    query = (
        select(*columns)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(MeetingRow, ItemRow.meeting == MeetingRow.uid)
        .where(MeetingRow.state.not_in(NOT_HELD), *criteria)
    )
    for row in (ResolutionRow, MatterRow, ItemRow, MeetingRow):
        query = query.where(row.removed.is_(None))
    query = query.order_by(day.desc(), MeetingRow.uid, *positions)
    if among is None:
        return list(session.execute(query))
    wanted = select(
        func.json_each(msgspec.json.encode(list(among)).decode()).table_valued("value").c.value
    )
    return list(session.execute(query.where(ResolutionRow.uid.in_(wanted))))


def _by_title(
    rows: Sequence[Any], stop_wanted: Callable[[], bool]
) -> Iterator[tuple[str, str | None]]:
    for number, row in enumerate(rows):
        if number % _LOOKED_EVERY == 0 and stop_wanted():
            return
        yield row[0], _key(subject_of(row[2])) if row[2] else None


def _by_tasks(session: Session, by: SortedBy, uids: Sequence[str]) -> list[tuple[str, Any]]:
    tasks = tasks_of(session)
    if by is SortedBy.DUE:
        return [(uid, due_day_of(tasks.get(uid, ()))) for uid in uids]
    names = {uid: ", ".join(one.assigned_to for one in some) for uid, some in tasks.items()}
    return [(uid, _key(names[uid]) if names.get(uid) else None) for uid in uids]


def _sorted(keyed: Sequence[tuple[str, Any]], *, descending: bool) -> list[str]:
    """Return uids by their keys; those without one last, in either direction."""
    known = [one for one in keyed if one[1] is not None]
    known.sort(key=lambda one: one[1], reverse=descending)
    return [uid for uid, _ in known] + [uid for uid, key in keyed if key is None]
