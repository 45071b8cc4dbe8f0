"""The index: which words stand where.

Every text that can be found has an entry with its search key (Thai and Arabic digits alike, marks
in their right order; see `thai.searchkey`). A trigram index over the keys finds any substring of
three characters or more; it keeps no positions, so that it stays small, and what it proposes is
looked at again. Changes put records up in a queue, which is worked off shortly afterwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Index, delete, func, insert, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.storage.base import Base
from bmahr_desktop.storage.shapes import COMMITTEE, MEETING, PERSON, UNIT, Shape
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.searchkey import search_key

_GRAM = 3
"""Shorter queries look at every key."""


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


def work_off(session: Session, most: int = 50) -> int:
    """Make the entries of some waiting records again; return how many are still waiting."""
    waiting = session.execute(select(SearchQueueRow.record, SearchQueueRow.table).limit(most)).all()
    for uid, kind in waiting:
        _enter(session, uid, kind)
        session.execute(delete(SearchQueueRow).where(SearchQueueRow.record == uid))
    return session.scalar(select(func.count()).select_from(SearchQueueRow)) or 0


def _enter(session: Session, uid: str, kind: Kind) -> None:
    """Make the entries of one record, or of a meeting with all its parts, again."""
    wanted = {entry.record: entry for entry in entries_of(session, uid, kind)}
    there = SearchEntryRow.record == uid
    if kind is Kind.MEETING:
        there = SearchEntryRow.meeting == uid
    old = {row.record: row for row in session.scalars(select(SearchEntryRow).where(there))}
    for record, row in old.items():
        if record not in wanted:
            session.delete(row)
        elif row.key != wanted[record].key:
            row.key = wanted[record].key
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


def find(session: Session, query: str, kinds: Sequence[Kind] = (), most: int = 200) -> list[Found]:
    """Return the entries that hold every word of a query.

    What waits in the queue is found as it was before; `work_off` makes it new.

    Args:
        session: A session for reading.
        query: Words, as typed; each may be any substring.
        kinds: Only these; all when empty.
        most: At most so many.
    """
    keys = search_key(query).split()
    if not keys:
        return []
    grams = sorted({key[at : at + _GRAM] for key in keys for at in range(len(key) - _GRAM + 1)})
    values: dict[str, Any] = {f"key{number}": key for number, key in enumerate(keys)}
    wanted = [f"instr(key, :{name}) > 0" for name in values]
    if grams:
        values["grams"] = " AND ".join('"' + gram.replace('"', '""') + '"' for gram in grams)
        wanted.insert(0, "id IN (SELECT rowid FROM search_index WHERE search_index MATCH :grams)")
    if kinds:
        values |= {f"kind{number}": kind.value for number, kind in enumerate(kinds)}
        wanted.append(f"kind IN ({', '.join(f':kind{n}' for n in range(len(kinds)))})")
    asked = (
        f"SELECT record, kind, meeting FROM search_entry WHERE {' AND '.join(wanted)} LIMIT :most"
    )
    found = session.execute(text(asked), values | {"most": most})
    return [Found(record, Kind(kind), meeting) for record, kind, meeting in found]
