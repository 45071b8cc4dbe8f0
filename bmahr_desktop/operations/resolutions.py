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
from bmahr_desktop.domain.registers import UNSORTED, ResolutionLine, SortedBy, Sorting
from bmahr_desktop.operations.register_filters import criteria_of
from bmahr_desktop.operations.register_lines import lines_of
from bmahr_desktop.operations.register_order import in_order
from bmahr_desktop.operations.registers import list_resolutions
from bmahr_desktop.operations.search import Finding, find_records, search_words
from bmahr_desktop.storage.agenda import ResolutionRow
from bmahr_desktop.storage.finding import unless_given_up
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.search import SearchEntryRow
from bmahr_desktop.storage.trees import batches

_ALL = 10_000_000
_PARTS = (Kind.RESOLUTION, Kind.MATTER, Kind.ITEM, Kind.MEETING, Kind.SECTION, Kind.APPENDIX,
          Kind.ATTENDANCE)  # fmt: skip
"""What minutes are made of, as far as words in it are found."""
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
    sorting: Sorting = UNSORTED,
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
        ranked = _ranked(session, query, _ALL, _meetings(session, asked))
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


def meetings_of(session: Session, committee: str | None, year: int | None) -> frozenset[str]:
    """Return the uids of the meetings of a committee and a year; None for any."""
    row = MeetingRow
    query = select(row.uid).where(row.removed.is_(None))
    if committee is not None:
        query = query.where(row.committee == committee)
    if year is not None:
        query = query.where(row.year == year)
    return frozenset(session.scalars(query))


def search_places(
    session: Session,
    asked: RegisterQuery,
    most: int = 50,
    stop_wanted: Callable[[], bool] = lambda: False,
) -> Finding:
    """Return every place in the minutes that holds the words, the best first, with its sentence.

    Resolutions, titles, discussion, appendices and names, of the year and the committee that are
    asked for; what else narrows the register is a resolution's alone, and does not count here.

    Args:
        session: The records.
        asked: The words, the year, the committee.
        most: At most so many.
        stop_wanted: Is asked again and again; once it says so, nothing is returned.
    """
    meetings = _meetings(session, asked)
    return search_words(session, asked.words, _PARTS, most, stop_wanted, meetings)


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
    query, meetings = read_query(asked.words), _meetings(session, asked)
    for looked_at in (_FIRST_TEXTS, _MOST_TEXTS):
        ranked = _ranked(session, query, looked_at, meetings)
        if ranked is None:
            return None
        uids = _among(session, criteria, ranked, UNSORTED)
        if len(uids) >= most or len(ranked) < looked_at:
            break
    return uids


def _holding_any(session: Session, query: Query) -> frozenset[str]:
    """Return the resolutions whose wording holds any of the words that are not wanted."""
    return frozenset(
        hit.record
        for key in query.unwanted
        for hit in find_records(session, Query((key,)), [Kind.RESOLUTION], _ALL)
    )


def _meetings(session: Session, asked: RegisterQuery) -> frozenset[str] | None:
    """Return the meetings of the year and the committee that are asked for; None for all."""
    if asked.year is None and asked.committee is None:
        return None
    return meetings_of(session, asked.committee, asked.year)


def _ranked(
    session: Session, query: Query, most: int, meetings: frozenset[str] | None = None
) -> list[str] | None:
    """Return the resolutions that hold words, the best first; None where none is wanted.

    Args:
        session: The records.
        query: What is looked for.
        most: At most so many texts are looked through.
        meetings: Only those of these meetings; None for all.
    """
    if not query:
        return None
    hits = find_records(session, query, [Kind.RESOLUTION, Kind.MATTER], most, meetings)
    about = _about(session, query, [hit.record for hit in hits if hit.kind is Kind.MATTER])
    ranked: dict[str, None] = {}
    for hit in hits:
        own = [hit.record] if hit.kind is Kind.RESOLUTION else about.get(hit.record, [])
        ranked |= dict.fromkeys(own)
    return list(ranked)


def _about(session: Session, query: Query, matters: Sequence[str]) -> dict[str, list[str]]:
    """Return the resolutions of matters, without those that hold what is not wanted."""
    row = ResolutionRow
    about: dict[str, list[str]] = {}
    for some in batches(matters):
        asked = select(row.matter, row.uid).where(row.matter.in_(some)).order_by(row.position)
        bad = _unwanted_in(session, query, asked.subquery().c.uid) if query.unwanted else ()
        for matter, uid in session.execute(asked).tuples():
            if uid not in bad:
                about.setdefault(matter, []).append(uid)
    return about


def _unwanted_in(session: Session, query: Query, uids: Any) -> set[str]:
    row = SearchEntryRow
    entered = session.execute(select(row.record, row.key).where(row.record.in_(select(uids))))
    return {uid for uid, key in entered if any(one in key for one in query.unwanted)}


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
