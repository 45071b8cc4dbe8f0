"""Asking the index: what holds the words that are looked for, the best first.

The index is asked for the trigrams of a word, and what it proposes is looked at. For a word of one
or two characters it is asked for all trigrams that begin with them, as far as there are any.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import TextClause, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.query import Query
from bmahr_desktop.storage.search import KIND_ROOM, RANKS, SearchEntryRow

T = TypeVar("T")

_GRAM = 3
_MOST_GRAMS, _MOST_KEYS = 200, 20
_LAST_CHARACTER = "\U0010ffff"
_AT_ONCE = 64
_LOOKED_EVERY = 10_000
"""Steps of SQLite's machine between two looks whether the answer is still wanted: a millisecond."""


@dataclass(frozen=True)
class Found:
    """An entry that holds what was looked for.

    Attributes:
        place: The number of its entry: the smallest comes first.
    """

    record: str
    kind: Kind
    meeting: str | None
    place: int = 0


def find(
    session: Session,
    query: Query,
    kinds: Iterable[Kind],
    most: int,
    but: Set[str] = frozenset(),
    seen: Set[str] = frozenset(),
    *,
    among: Set[str] | None = None,
    together: bool = False,
) -> list[Found]:
    """Return the first entries that meet a query: by kind, then the newest meetings.

    What waits in the queue is found as it was before; `work_off` makes it new.

    Args:
        session: A session for reading.
        query: What is looked for.
        kinds: Of which kinds.
        most: At most so many.
        but: Meetings, and records that are a part of none, whose entries do not count.
        seen: Records that do not count.
        among: Only what is a part of one of these meetings; None for all that there is.
        together: Only texts that hold the words side by side.
    """
    fresh = (
        one
        for one in _all_found(session, query, kinds, together=together)
        if (one.meeting or one.record) not in but
        and one.record not in seen
        and (among is None or one.meeting in among)
    )
    return list(islice(fresh, most)) if query else []


def _all_found(
    session: Session, query: Query, kinds: Iterable[Kind], *, together: bool
) -> Iterator[Found]:
    """Yield all that is found; no more is read than is taken."""
    near = query.together if together else ()
    grams = _grams_wanted(session, query.wanted, near)
    if grams is None:
        return
    asked, values = _asked(query, grams, near)
    wanted = frozenset(kinds)
    for low, high in (*_ranges(wanted), *_old_ones(session)):
        with session.execute(asked, values | {"low": low, "high": high}) as result:
            for rows in iter(partial(result.fetchmany, _AT_ONCE), []):
                found = (Found(uid, Kind(kind), meeting, at) for at, uid, kind, meeting in rows)
                yield from (one for one in found if one.kind in wanted)


def _asked(query: Query, grams: str, near: Sequence[str]) -> tuple[TextClause, dict[str, Any]]:
    """Return the question to the index with its values, but for the range of numbers."""
    keys = query.wanted
    values: dict[str, Any] = {f"key{number}": key for number, key in enumerate(keys[:_MOST_KEYS])}
    wanted = [f"instr(e.key, :{name}) > 0" for name in values]
    for name, rest, found in (
        ("rest", keys[_MOST_KEYS:], "= 0"),
        ("unwanted", query.unwanted, "> 0"),
    ):
        if rest:
            values[name] = msgspec.json.encode(rest).decode()
            wanted.append(
                f"NOT EXISTS (SELECT 1 FROM json_each(:{name}) WHERE instr(e.key, value) {found})"
            )
    if near:
        values |= {f"near{number}": words for number, words in enumerate(near)}
        held = (f"instr(e.key, :near{number}) > 0" for number in range(len(near)))
        wanted.append(f"({' OR '.join(held)})")
    source, number = "search_entry AS e", "e.id"
    if grams:
        values["grams"] = grams
        source, number = (
            "search_index AS f CROSS JOIN search_entry AS e ON e.id = f.rowid",
            "f.rowid",
        )
        wanted.insert(0, "f.search_index MATCH :grams")
    asked = (
        f"SELECT e.id, e.record, e.kind, e.meeting FROM {source}"
        f" WHERE {number} >= :low AND {number} < :high AND {' AND '.join(wanted)} ORDER BY {number}"
    )
    return text(asked), values


def _ranges(kinds: Iterable[Kind]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the numbers that entries of some kinds have, in order."""
    ranks = sorted({RANKS[kind] for kind in kinds if kind in RANKS})
    for _, run in groupby(enumerate(ranks), lambda pair: pair[1] - pair[0]):
        numbers = [rank for _, rank in run]
        yield numbers[0] * KIND_ROOM, (numbers[-1] + 1) * KIND_ROOM


def _old_ones(session: Session) -> Iterator[tuple[int, int]]:
    """Yield the range of entries that an older program numbered, as long as there are any."""
    if session.scalar(select(SearchEntryRow.id).where(SearchEntryRow.id < KIND_ROOM).limit(1)):
        yield 0, KIND_ROOM


# ---------------------------------------------------------------- trigrams


def _grams_wanted(session: Session, keys: Sequence[str], near: Sequence[str]) -> str | None:
    """Return what the index is asked for: enough of a query to leave few entries to look at.

    Args:
        session: The records.
        keys: All of them are to be there.
        near: One of these is to be there as well, if there are any.

    Returns:
        "" where every entry is to be looked at, None where none can hold what is looked for.
    """
    grams = set(islice((gram for key in keys for gram in _grams(key)), _MOST_GRAMS))
    if not grams:
        begun = _beginning_with(session, max(keys, key=len))
        if len(begun) > _MOST_GRAMS:  # what goes on in so many ways stands nearly everywhere
            return ""
        return _joined(begun, " OR ") or None
    more = [_joined(set(_grams(words)) - grams, " AND ") for words in near]
    matched = _joined(grams, " AND ")
    return f"{matched} AND (({') OR ('.join(more)}))" if more and all(more) else matched


def _grams(key: str) -> Iterator[str]:
    """Yield trigrams of a key, every other one: the index is asked in half the time."""
    last = len(key) - _GRAM
    if last >= 0:
        yield from (key[at : at + _GRAM] for at in range(0, last, 2))
        yield key[last:]


def _joined(grams: Iterable[str], between: str) -> str:
    return between.join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams))


def _beginning_with(session: Session, key: str) -> Sequence[str]:
    """Return the trigrams of the index that begin with one or two characters, or a few too many."""
    connection = session.connection()
    reading = connection.exec_driver_sql("PRAGMA query_only").scalar()
    # The list of trigrams is a table of this connection alone; nothing of it reaches the file.
    connection.exec_driver_sql("PRAGMA query_only = OFF")
    try:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_gram"
            " USING fts5vocab(main, search_index, row)"
        )
    finally:
        connection.exec_driver_sql(f"PRAGMA query_only = {int(reading or 0)}")
    asked = text(
        "SELECT term FROM temp.search_gram WHERE term >= :low AND term <= :high LIMIT :most"
    )
    values = {"low": key, "high": key + _LAST_CHARACTER, "most": _MOST_GRAMS + 1}
    return session.scalars(asked, values).all()


# ---------------------------------------------------------------- giving up


def unless_given_up(
    session: Session, stop_wanted: Callable[[], bool], ask: Callable[[], T], otherwise: T
) -> T:
    """Return an answer, or something else as soon as the answer is wanted no longer.

    Args:
        session: A session for reading; no statement of it is under way.
        stop_wanted: Is asked again and again, every millisecond or so, while SQLite works.
        ask: Asks.
        otherwise: What to return when the asking was given up.
    """
    driver: Any = session.connection().connection.driver_connection
    driver.set_progress_handler(lambda: int(stop_wanted()), _LOOKED_EVERY)
    try:
        return ask()
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
        return otherwise
    finally:
        driver.set_progress_handler(None, 0)
