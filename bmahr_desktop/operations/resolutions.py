"""The register of resolutions: finding them again, and reading it page by page.

Its first lines are there at once, however many years there are. The whole register is opened as the
uids of its lines in their order; whoever shows it reads the lines of the page that is seen, and any
other page just as quickly.
"""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.query import Query, read_query
from bmahr_desktop.domain.records import Record
from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.domain.registers import ResolutionLine, SortedBy, Sorting
from bmahr_desktop.operations.register_filters import criteria_of
from bmahr_desktop.operations.register_lines import lines_of
from bmahr_desktop.operations.register_order import in_order
from bmahr_desktop.operations.registers import list_resolutions
from bmahr_desktop.operations.search import find_records
from bmahr_desktop.storage.agenda import ResolutionRow
from bmahr_desktop.storage.finding import unless_given_up
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.trees import batches

_ALL = 10_000_000
_FIRST_TEXTS, _MOST_TEXTS = 150, 1_500
"""So many texts that hold the words are looked through for the first lines: at first, at most."""
_FIRST_MEETINGS, _MOST_MEETINGS = 8, 500
"""So many meetings are looked through for the first lines: at first, and at most at a time."""
_FOUND_ALONE = 5_000
"""Of more resolutions than this the order is taken from that of all."""


class Register(Record, frozen=True):
    """The register as it was opened.

    Attributes:
        uids: Of the resolutions, in the order that was asked for.
    """

    uids: tuple[str, ...] = ()


def open_register(
    session: Session,
    asked: RegisterQuery,
    sorting: Sorting = Sorting(),  # noqa: B008 -- a frozen value
    *,
    today: datetime.date | None = None,
    stop_wanted: Callable[[], bool] = lambda: False,
) -> Register:
    """Return the order of the register; its lines are read by `read_lines`.

    Without a sorting, what holds the words best comes first: texts that hold them side by side,
    then wordings before titles of matters, then the newest day. Without words the newest day comes
    first, each in the order of its agenda. What was prepared for a meeting that was not held is no
    resolution.

    Args:
        session: The records.
        asked: Which resolutions.
        sorting: In which order.
        today: What day it is, where the due date is asked for.
        stop_wanted: Is asked again and again; once it says so, an empty register is returned.
    """

    def read() -> Register:
        criteria = tuple(criteria_of(asked, today))
        query = read_query(asked.words)
        ranked = _ranked(session, query, _ALL)
        uids = _among(session, criteria, ranked, sorting, stop_wanted)
        without = _holding_any(session, query) if ranked is None else frozenset()
        return Register(tuple(uid for uid in uids if uid not in without))

    register = unless_given_up(session, stop_wanted, read, Register())
    return Register() if stop_wanted() else register


def first_lines(
    session: Session, asked: RegisterQuery, most: int, today: datetime.date | None = None
) -> list[ResolutionLine]:
    """Return the first lines of the unsorted register, or some of them: a page to show at once.

    The newest meetings are looked through, ever more of them, until there are enough lines; with
    words the texts that hold them, as far as that is quick.

    Args:
        session: The records.
        asked: Which resolutions.
        most: How many.
        today: What day it is, where the due date is asked for.
    """
    criteria = tuple(criteria_of(asked, today))
    uids = _first_found(session, asked, criteria, most)
    if uids is None:
        without = _holding_any(session, read_query(asked.words))
        uids = [uid for uid in _first_met(session, criteria, most) if uid not in without]
    return read_lines(session, uids[:most])


def read_lines(session: Session, uids: Sequence[str]) -> list[ResolutionLine]:
    """Return lines of the register, in the order given, without those that are gone since."""
    return list(lines_of(session, uids))


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
    found = _ranked(session, read_query(query), _ALL)
    return list_resolutions(session, committee, year, found)


# ---------------------------------------------------------------- what they need


def _first_met(session: Session, criteria: Sequence[ColumnElement[bool]], most: int) -> list[str]:
    """Return the newest resolutions that meet criteria."""
    row = MeetingRow
    newest = select(row.uid).where(row.removed.is_(None)).order_by(row.date.desc(), row.uid)
    meetings = session.scalars(newest).all()
    uids: list[str] = []
    start, width = 0, _FIRST_MEETINGS
    while start < len(meetings) and len(uids) < most:
        uids += in_order(session, (*criteria, row.uid.in_(meetings[start : start + width])))
        start, width = start + width, min(4 * width, _MOST_MEETINGS)
    return uids


def _first_found(
    session: Session, asked: RegisterQuery, criteria: Sequence[ColumnElement[bool]], most: int
) -> list[str] | None:
    """Return the resolutions that hold the words best and meet criteria; None without words."""
    uids: list[str] = []
    for looked_at in (_FIRST_TEXTS, _MOST_TEXTS):
        ranked = _ranked(session, read_query(asked.words), looked_at)
        if ranked is None:
            return None
        uids = _among(session, criteria, ranked, Sorting())
        if len(uids) >= most or len(ranked) < looked_at:
            break
    return uids


def _holding_any(session: Session, query: Query) -> frozenset[str]:
    """Return the resolutions that hold any of the words that are not wanted."""
    held: set[str] = set()
    for key in query.unwanted:
        held.update(_ranked(session, Query((key,)), _ALL) or ())
    return frozenset(held)


def _ranked(session: Session, query: Query, most: int) -> list[str] | None:
    """Return the resolutions that hold words, the best first; None where none is wanted.

    Args:
        session: The records.
        query: What is looked for.
        most: At most so many texts are looked through.
    """
    if not query:
        return None
    hits = find_records(session, query, [Kind.RESOLUTION, Kind.MATTER], most)
    about: dict[str, list[str]] = {}
    row = ResolutionRow
    for some in batches(hit.record for hit in hits if hit.kind is Kind.MATTER):
        asked = select(row.matter, row.uid).where(row.matter.in_(some))
        for matter, uid in session.execute(asked.order_by(row.position)).tuples():
            about.setdefault(matter, []).append(uid)
    ranked: dict[str, None] = {}
    for hit in hits:
        own = [hit.record] if hit.kind is Kind.RESOLUTION else about.get(hit.record, [])
        ranked |= dict.fromkeys(own)
    return list(ranked)


def _among(
    session: Session,
    criteria: Sequence[ColumnElement[bool]],
    ranked: Sequence[str] | None,
    sorting: Sorting,
    stop_wanted: Callable[[], bool] = lambda: False,
) -> list[str]:
    """Return those that meet criteria, in order."""
    if ranked is None:
        return in_order(session, criteria, sorting, stop_wanted)
    wanted: Any = None
    if len(ranked) <= _FOUND_ALONE:
        wanted = ranked
    met = in_order(session, criteria, sorting, stop_wanted, wanted)
    if sorting.by is SortedBy.BEST:
        held = set(met)
        best = [uid for uid in ranked if uid in held]
        return best[::-1] if sorting.descending else best
    found = set(ranked)
    return [uid for uid in met if uid in found]
