"""Lines of the register of resolutions, read a page at a time.

A page is two questions in plain SQL, by the keys of its rows: it takes as long in twenty years as
in one, and a third of the time that the same takes through the models.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Adoption
from bmahr_desktop.domain.follow_up import OPEN, FollowUp
from bmahr_desktop.domain.meeting import Due, ResolutionKind
from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.domain.statements import adoption_words
from bmahr_desktop.domain.tasks import day_of
from bmahr_desktop.storage.agenda import MatterRow
from bmahr_desktop.storage.shapes import CORRECTION
from bmahr_desktop.storage.trees import batches, read_parts
from bmahr_desktop.thai.digits import DigitStyle

_NEAREST = (FollowUp.WAITING, FollowUp.UNDER_WAY, FollowUp.DONE, FollowUp.ENDED)
"""States from the least advanced on."""


@dataclass(frozen=True)
class Task:
    """An assignment, as far as the register shows it."""

    assigned_to: str
    due: Due | None
    state: FollowUp
    next_due: datetime.date | None

    @property
    def day(self) -> datetime.date | None:
        """The day that it is due."""
        return day_of(self.due, self.next_due)


def state_of(tasks: Sequence[Task]) -> FollowUp | None:
    """Return how far the least advanced of some tasks has come; None for none."""
    return min((one.state for one in tasks), key=_NEAREST.index, default=None)


def due_day_of(tasks: Sequence[Task]) -> datetime.date | None:
    """Return the first day on which something still open is due; else the first there was."""
    still = [one for one in tasks if one.state in OPEN]
    return min((one.day for one in still or tasks if one.day), default=None)


def tasks_of(session: Session, uids: Sequence[str] | None = None) -> dict[str, list[Task]]:
    """Return the assignments of resolutions, in their order; None for all."""
    values = {} if uids is None else {"uids": _packed(uids)}
    asked = _ALL_TASKS if uids is None else _TASKS
    found: dict[str, list[Task]] = defaultdict(list)
    for resolution, assigned_to, due, state, next_due in session.execute(asked, values):
        day = datetime.date.fromisoformat(next_due) if next_due else None
        found[resolution].append(Task(assigned_to, _due(due), FollowUp(state), day))
    return found


def lines_of(session: Session, uids: Iterable[str]) -> Iterator[ResolutionLine]:
    """Yield lines in the order of their uids, without those of records that are gone."""
    for some in batches(uids):
        yield from _page(session, some)


def _page(session: Session, uids: Sequence[str]) -> Iterator[ResolutionLine]:
    rows = {row.uid: row for row in session.execute(_LINES, {"uids": _packed(uids)})}
    tasks = tasks_of(session, list(rows))
    composed = _composed(session, [row.matter for row in rows.values() if row.composed])
    for uid in uids:
        if row := rows.get(uid):
            own = tasks.get(uid, [])
            yield ResolutionLine(
                uid=uid,
                date=datetime.date.fromisoformat(row.date),
                matter_number=row.place if row.others > 1 and row.matter_title else 0,
                text=composed.get(row.matter, row.text) if row.composed else row.text,
                kinds=_kinds(row.kinds),
                before_adoption=bool(row.before_adoption),
                assigned_to=tuple(one.assigned_to for one in own),
                due=next((one.due for one in own if one.due), None),
                due_day=due_day_of(own),
                state=state_of(own),
                **{name: getattr(row, name) for name in _AS_READ},
            )


def _composed(session: Session, matters: Sequence[str]) -> dict[str, str]:
    """Return the wording of resolutions that is made from corrections, by their matters."""
    if not matters:
        return {}
    row = MatterRow
    asked = select(row.uid, row.adopts_number, row.adopts_year, row.adopts_date)
    corrections = read_parts(session, CORRECTION, matters)
    found: dict[str, str] = {}
    for uid, number, year, date in session.execute(asked.where(row.uid.in_(matters))).tuples():
        if number and year and date:
            made = tuple(corrections.get(uid, ()))
            adopted = Adoption(number=number, year=year, date=date, corrections=made)
            found[uid] = adoption_words(adopted, DigitStyle.THAI)
    return found


# ---------------------------------------------------------------- in SQL


def _packed(uids: Sequence[str]) -> str:
    return msgspec.json.encode(uids).decode()


@lru_cache(1024)
def _kinds(packed: str) -> tuple[ResolutionKind, ...]:
    return msgspec.json.decode(packed, type=tuple[ResolutionKind, ...])


@lru_cache(1024)
def _due(packed: str | None) -> Due | None:
    return None if packed is None else msgspec.json.decode(packed, type=Due)


def _place(table: str, row: str, owner: str, more: str = "") -> str:
    """Return SQL that counts where a row stands among its owner's living parts, from 1."""
    return (
        f"{_count(table, row, owner, more)[:-1]}"
        f" AND (o.position, o.uid) <= ({row}.position, {row}.uid))"
    )


def _count(table: str, row: str, owner: str, more: str = "") -> str:
    """Return SQL that counts the living parts of a row's owner."""
    return (
        f"(SELECT count(*) FROM {table} o WHERE o.{owner} = {row}.{owner} AND o.removed IS NULL"
        f"{more})"
    )


_AS_READ = ("committee", "meeting", "number", "year", "item", "item_title", "matter",
            "matter_title", "order", "siblings")  # fmt: skip
_TITLED = " AND o.title <> ''"
_CALLED_OFF = ", ".join(f"'{state.value}'" for state in NOT_HELD)
_LINES = text(
    "SELECT r.uid, r.text, r.kinds, r.composed, r.before_adoption, t.uid AS matter,"
    " t.title AS matter_title, i.title AS item_title, m.uid AS meeting, m.committee, m.number,"
    " m.year, m.date,"
    f" {_place('agenda_item', 'i', 'meeting')} AS item,"
    f' {_place("resolution", "r", "matter")} AS "order",'
    f" {_count('resolution', 'r', 'matter')} AS siblings,"
    f" {_place('matter', 't', 'item', _TITLED)} AS place,"
    f" {_count('matter', 't', 'item', _TITLED)} AS others"
    " FROM resolution r JOIN matter t ON t.uid = r.matter JOIN agenda_item i ON i.uid = t.item"
    " JOIN meeting m ON m.uid = i.meeting"
    " WHERE r.uid IN (SELECT value FROM json_each(:uids)) AND r.removed IS NULL"
    " AND t.removed IS NULL AND i.removed IS NULL AND m.removed IS NULL"
    f" AND m.state NOT IN ({_CALLED_OFF})"
)
_TASK = "SELECT resolution, assigned_to, due, state, next_due FROM assignment WHERE removed IS NULL"
_IN_ORDER = " ORDER BY resolution, position, uid"
_ALL_TASKS = text(_TASK + _IN_ORDER)
_TASKS = text(_TASK + " AND resolution IN (SELECT value FROM json_each(:uids))" + _IN_ORDER)
