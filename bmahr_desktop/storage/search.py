"""The index: which words stand where.

Every text that can be found has an entry with its search key (Thai and Arabic digits alike, marks
in their right order; see `thai.searchkey`). A trigram index over the keys finds any substring of
three characters or more; it keeps no positions, so that it stays small, and what it proposes is
looked at again. Changes put records up in a queue, which is worked off shortly afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from time import perf_counter
from typing import Any

import msgspec
from sqlalchemy import Index, delete, func, insert, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.storage.base import Base
from bmahr_desktop.storage.shapes import COMMITTEE, MEETING, PERSON, UNIT, Shape
from bmahr_desktop.storage.trees import batches, read_records
from bmahr_desktop.thai.searchkey import search_key

_GRAM = 3
"""Shorter queries look at every key."""
_MOST_GRAMS, _MOST_KEYS = 200, 20
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


class SearchEntryRow(Base):
    """A text that can be found.

    Attributes:
        record: The record that holds it.
        kind: Of which kind that is.
        meeting: The meeting that it is a part of.
        key: Its search key.
    """

    __tablename__ = "search_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    record: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[Kind]
    meeting: Mapped[str | None]
    key: Mapped[str]

    __table_args__ = (Index("ix_search_entry_meeting", "meeting"),)


class SearchQueueRow(Base):
    """A record whose entries are to be made again."""

    __tablename__ = "search_queue"

    record: Mapped[str] = mapped_column(primary_key=True)
    table: Mapped[Kind]


INDEX_DDL = (
    "CREATE VIRTUAL TABLE search_index USING fts5(key, content='search_entry', content_rowid='id',"
    " tokenize='trigram case_sensitive 1', detail='none')",
    "CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN"
    " INSERT INTO search_index(rowid, key) VALUES (new.id, new.key); END",
    "CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN"
    " INSERT INTO search_index(search_index, rowid, key) VALUES ('delete', old.id, old.key); END",
    "CREATE TRIGGER search_entry_changed AFTER UPDATE OF key ON search_entry BEGIN"
    " INSERT INTO search_index(search_index, rowid, key) VALUES ('delete', old.id, old.key);"
    " INSERT INTO search_index(rowid, key) VALUES (new.id, new.key); END",
)
"""What SQLAlchemy's models cannot say; part of the first migration."""


@dataclass(frozen=True)
class Entry:
    """A text that can be found, as entered."""

    record: str
    kind: Kind
    meeting: str | None
    key: str


# ---------------------------------------------------------------- keeping it


def work_off(session: Session, most: int = 50, within_s: float = 0.1) -> int:
    """Make the entries of some waiting records again; return how many are still waiting.

    Args:
        session: The transaction.
        most: At most so many records.
        within_s: Begin none after so many seconds: whoever saves a sentence is waiting.
    """
    begun = perf_counter()
    waiting = session.execute(select(SearchQueueRow.record, SearchQueueRow.table).limit(most)).all()
    for uid, kind in waiting:
        _enter(session, uid, kind)
        session.execute(delete(SearchQueueRow).where(SearchQueueRow.record == uid))
        if perf_counter() - begun > within_s:
            break
    return session.scalar(select(func.count()).select_from(SearchQueueRow)) or 0


def _enter(session: Session, uid: str, kind: Kind) -> None:
    """Make the entries of one record, or of a meeting with all its parts, again."""
    wanted = {entry.record: entry for entry in entries_of(session, uid, kind)}
    there = SearchEntryRow.meeting if kind is Kind.MEETING else SearchEntryRow.record
    old = {row.record: row for row in session.scalars(select(SearchEntryRow).where(there == uid))}
    for some in batches(wanted.keys() - old.keys()):  # a part may come from another meeting
        elsewhere = select(SearchEntryRow).where(SearchEntryRow.record.in_(some))
        old |= {row.record: row for row in session.scalars(elsewhere)}
    for record, row in old.items():
        if record not in wanted:
            session.delete(row)
            continue
        for name, value in vars(wanted[record]).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    new = [vars(entry) for record, entry in wanted.items() if record not in old]
    session.flush()
    if new:
        session.execute(insert(SearchEntryRow), new)


_SINGLE: dict[Kind, Shape] = {Kind.PERSON: PERSON, Kind.UNIT: UNIT, Kind.COMMITTEE: COMMITTEE}


def entries_of(session: Session, uid: str, kind: Kind) -> Iterator[Entry]:
    """Yield what can be found in a record; nothing when it is removed."""
    shape = MEETING if kind is Kind.MEETING else _SINGLE.get(kind)
    if shape is None:
        return
    row: Any = shape.row
    for record in read_records(session, shape, row.uid == uid):
        if kind is Kind.MEETING:
            yield from meeting_entries(record)
        else:
            yield Entry(uid, kind, None, search_key(_words_of_single(record, kind)))


def _words_of_single(record: Any, kind: Kind) -> str:
    if kind is Kind.PERSON:
        return f"{record.printed} {record.job}"
    if kind is Kind.UNIT:
        return f"{record.name} {record.short_name} {record.code}"
    return f"{record.code} {record.short_name} {record.name}"


def meeting_entries(meeting: Meeting) -> Iterator[Entry]:
    """Yield what can be found in a meeting."""
    for record, kind, words in _texts(meeting):
        if key := search_key(words).strip():
            yield Entry(record, kind, meeting.uid, key)


def _texts(meeting: Meeting) -> Iterator[tuple[str, Kind, str]]:
    where = f"{meeting.venue} {meeting.venue_line}"
    yield meeting.uid, Kind.MEETING, f"{meeting.number}/{meeting.year} {where}"
    for one in meeting.attendance:
        yield one.uid, Kind.ATTENDANCE, " ".join([one.name, *one.lines, one.substitute_for])
    for item in meeting.agenda:
        yield item.uid, Kind.ITEM, item.title
        for matter in item.matters:
            yield matter.uid, Kind.MATTER, matter.title
            for section in matter.sections:
                heading = section.heading or ""
                yield section.uid, Kind.SECTION, f"{heading}\n{words_of(section.body)}"
            for resolution in matter.resolutions:
                assigned = " ".join(one.assigned_to for one in resolution.assignments)
                yield resolution.uid, Kind.RESOLUTION, f"{resolution.text} {assigned}"
    for appendix in meeting.appendices:
        yield appendix.uid, Kind.APPENDIX, f"{appendix.title}\n{words_of(appendix.body)}"


# ---------------------------------------------------------------- asking it


@dataclass(frozen=True)
class Found:
    """An entry that holds what was looked for."""

    record: str
    kind: Kind
    meeting: str | None


def keys_of(query: str) -> list[str]:
    """Return the search keys of a query's words; none if no text can hold what was typed."""
    return [] if _NO_TEXT.search(query) else list(dict.fromkeys(search_key(query).split()))


def find(session: Session, keys: Sequence[str], order: Sequence[Kind], most: int) -> list[Found]:
    """Return the entries that hold every word of a query.

    What waits in the queue is found as it was before; `work_off` makes it new.

    Args:
        session: A session for reading.
        keys: The words, as `keys_of` gives them; each may be any substring.
        order: Of which kinds; the first come first, and within a kind the newest meetings.
        most: At most so many.
    """
    if not keys or not order:
        return []
    values: dict[str, Any] = {f"key{number}": key for number, key in enumerate(keys[:_MOST_KEYS])}
    wanted = [f"instr(e.key, :{name}) > 0" for name in values]
    if grams := _grams(keys):
        values["grams"] = " AND ".join('"' + gram.replace('"', '""') + '"' for gram in grams)
        wanted.insert(0, "e.id IN (SELECT rowid FROM search_index WHERE search_index MATCH :grams)")
    if rest := keys[_MOST_KEYS:]:
        values["rest"] = msgspec.json.encode(rest).decode()
        wanted.append("NOT EXISTS (SELECT 1 FROM json_each(:rest) WHERE instr(e.key, value) = 0)")
    ranks = " ".join(f"WHEN :kind{number} THEN {number}" for number in range(len(order)))
    values |= {f"kind{number}": kind.value for number, kind in enumerate(order)}
    wanted.append(f"e.kind IN ({', '.join(f':kind{number}' for number in range(len(order)))})")
    asked = (
        "SELECT e.record, e.kind, e.meeting"
        " FROM search_entry AS e LEFT JOIN meeting AS m ON m.uid = e.meeting"
        f" WHERE {' AND '.join(wanted)} ORDER BY CASE e.kind {ranks} END,"
        " m.year DESC, m.number DESC, e.id LIMIT :most"
    )
    found = session.execute(text(asked), values | {"most": most})
    return [Found(record, Kind(kind), meeting) for record, kind, meeting in found]


def _grams(keys: Iterable[str]) -> list[str]:
    """Return what the index is asked for: enough of a query to leave few entries to look at."""
    each = (key[at : at + _GRAM] for key in keys for at in range(len(key) - _GRAM + 1))
    return sorted(set(islice(each, _MOST_GRAMS)))
