"""The index: which words stand where.

Every text that can be found has an entry with its search key (Thai and Arabic digits alike, marks
in their right order; see `thai.searchkey`). A trigram index over the keys finds any substring of
three characters or more; it keeps no positions, so that it stays small, and what it proposes is
looked at again (`storage.finding`). Changes put records up in a queue, which is worked off shortly
afterwards.

Entries are numbered so that the best come first: resolutions before matters, and the newest day
before older ones. SQLite goes through both the index and the entries in the order of their numbers:
whoever wants the first fifty reads no more than it takes to find fifty.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from sqlalchemy import Index, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Assignment, Meeting
from bmahr_desktop.domain.projects.found_words import found_words
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.storage.base import Base
from bmahr_desktop.storage.shapes import COMMITTEE, MEETING, PERSON, PROJECT, UNIT, Shape
from bmahr_desktop.storage.trees import batches, read_records
from bmahr_desktop.thai.dates import BE_OFFSET
from bmahr_desktop.thai.searchkey import search_key

RANKS = {
    kind: number
    for number, kind in enumerate(
        [
            Kind.RESOLUTION, Kind.MATTER, Kind.ITEM, Kind.MEETING, Kind.PERSON, Kind.UNIT,
            Kind.COMMITTEE, Kind.SECTION, Kind.APPENDIX, Kind.ATTENDANCE, Kind.PROJECT,
        ],
        start=1,
    )
}  # fmt: skip
"""Which kinds of record come first; a new one comes last, so that old numbers stand."""
KIND_ROOM, _DAY_ROOM = 1 << 40, 1 << 12
"""How many numbers there are for entries of one kind, and for those of one day."""
END = "\n\n"
"""Closes each key, so that a trigram begins with each of its characters. No query holds it."""
_LAST_DAY = 1 << 22
"""Later than the last day of the calendar."""
_RENUMBERED_AT_ONCE = 500
_FISCAL_END = (9, 30)


class SearchEntryRow(Base):
    """A text that can be found.

    Attributes:
        id: Its place among all that can be found; see `place_of`.
        record: The record that holds it.
        kind: Of which kind that is.
        meeting: The meeting that it is a part of.
        key: Its search key, with `END`.
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
    """A text that can be found, as it is entered.

    Attributes:
        place: The first of the numbers among which it has its own.
    """

    record: str
    kind: Kind
    meeting: str | None
    key: str
    place: int


def place_of(kind: Kind, date: datetime.date | None = None) -> int:
    """Return the first number for entries of a kind.

    Args:
        kind: The kind of record.
        date: The day of the meeting that the record is a part of, or the last one of a project.
    """
    day = 0 if date is None else _LAST_DAY - date.toordinal()
    return RANKS[kind] * KIND_ROOM + day * _DAY_ROOM


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
    counted = select(func.count()).select_from(SearchQueueRow)
    return session.scalar(counted) or _put_up_old_ones(session)


def _put_up_old_ones(session: Session) -> int:
    """Let records be read again whose entries an older program numbered one after the other."""
    row = SearchEntryRow
    old = select(row.record, row.kind, row.meeting).where(row.id < KIND_ROOM)
    found = session.execute(old.limit(_RENUMBERED_AT_ONCE))
    waiting = {meeting or uid: Kind.MEETING if meeting else kind for uid, kind, meeting in found}
    if waiting:
        rows = [{"record": uid, "table": kind} for uid, kind in waiting.items()]
        session.execute(insert(SearchQueueRow), rows)
    return len(waiting)


def _enter(session: Session, uid: str, kind: Kind) -> None:
    """Make the entries of one record, or of a meeting with all its parts, again."""
    wanted = {entry.record: entry for entry in entries_of(session, uid, kind)}
    there = SearchEntryRow.meeting if kind is Kind.MEETING else SearchEntryRow.record
    old = {row.record: row for row in session.scalars(select(SearchEntryRow).where(there == uid))}
    for some in batches(wanted.keys() - old.keys()):  # a part may come from another meeting
        elsewhere = select(SearchEntryRow).where(SearchEntryRow.record.in_(some))
        old |= {row.record: row for row in session.scalars(elsewhere)}
    kept = set()
    for record, row in old.items():
        entry = wanted.get(record)
        if entry is None or not entry.place <= row.id < entry.place + _room(entry):
            session.delete(row)
            continue
        kept.add(record)
        row.meeting = entry.meeting
        if row.key != entry.key:
            row.key = entry.key
    session.flush()
    _add(session, [entry for record, entry in wanted.items() if record not in kept])


def _room(entry: Entry) -> int:
    dated = entry.meeting or entry.kind is Kind.PROJECT
    return _DAY_ROOM if dated else KIND_ROOM


def _add(session: Session, entries: Iterable[Entry]) -> None:
    """Enter what has no number yet; where a day is full, among the next ones."""
    free: dict[int, Iterator[int]] = {}
    rows = []
    for entry in entries:
        if entry.place not in free:
            free[entry.place] = _free_numbers(session, entry.place, _room(entry))
        values = {"record": entry.record, "kind": entry.kind, "key": entry.key}
        rows.append({"id": next(free[entry.place]), "meeting": entry.meeting, **values})
    if rows:
        session.execute(insert(SearchEntryRow), rows)


def _free_numbers(session: Session, place: int, room: int) -> Iterator[int]:
    while True:
        taken = SearchEntryRow.id.between(place, place + room - 1)
        last = session.scalar(select(func.max(SearchEntryRow.id)).where(taken))
        yield from range(place if last is None else last + 1, place + room)
        place += room


_WHOLE: dict[Kind, Shape] = {Kind.MEETING: MEETING, Kind.PROJECT: PROJECT}
_SINGLE: dict[Kind, Shape] = {Kind.PERSON: PERSON, Kind.UNIT: UNIT, Kind.COMMITTEE: COMMITTEE}


def entries_of(session: Session, uid: str, kind: Kind) -> Iterator[Entry]:
    """Yield what can be found in a record; nothing when it is removed."""
    shape = _WHOLE.get(kind) or _SINGLE.get(kind)
    if shape is None:
        return
    row: Any = shape.row
    for record in read_records(session, shape, row.uid == uid):
        if kind is Kind.MEETING:
            yield from meeting_entries(record)
        elif kind is Kind.PROJECT:
            yield project_entry(record)
        else:
            key = search_key(_words_of_single(record, kind)) + END
            yield Entry(uid, kind, None, key, place_of(kind))


def _words_of_single(record: Any, kind: Kind) -> str:
    if kind is Kind.PERSON:
        return f"{record.printed} {record.job}"
    if kind is Kind.UNIT:
        return f"{record.name} {record.short_name} {record.code}"
    return f"{record.code} {record.short_name} {record.name}"


def project_entry(project: Project) -> Entry:
    """Return what can be found in a project; those of the newest fiscal years come first."""
    ends = datetime.date(project.year - BE_OFFSET, *_FISCAL_END)
    key = search_key(found_words(project)) + END
    return Entry(project.uid, Kind.PROJECT, None, key, place_of(Kind.PROJECT, ends))


def meeting_entries(meeting: Meeting) -> Iterator[Entry]:
    """Yield what can be found in a meeting."""
    for record, kind, words in _texts(meeting):
        if key := search_key(words).strip():
            yield Entry(record, kind, meeting.uid, key + END, place_of(kind, meeting.date))


def words_on_tasks(tasks: Iterable[Assignment]) -> Iterator[str]:
    """Yield what is found under a resolution besides its wording: who is to act, what came in."""
    tasks = tuple(tasks)
    yield " ".join(one.assigned_to for one in tasks)
    for task in tasks:
        yield from filter(None, [task.needed])
        for report in task.reports:
            titles = (one.title for one in report.attachments)
            yield from filter(None, [report.text, report.number, report.by, *titles])


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
                told = " ".join([resolution.text, *words_on_tasks(resolution.assignments)])
                yield resolution.uid, Kind.RESOLUTION, told
    for appendix in meeting.appendices:
        yield appendix.uid, Kind.APPENDIX, f"{appendix.title}\n{words_of(appendix.body)}"
