"""Finds words anywhere in the records, and keeps the index that makes it quick."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.records import Record
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.storage import search
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.search import Found, SearchQueueRow
from bmahr_desktop.storage.shapes import SHAPES
from bmahr_desktop.storage.trees import batches, read_bodies
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.searchkey import find_in, search_key

_AROUND = 40
"""So many characters of the text are shown before what was found, and twice as many behind."""


class Hit(Record, frozen=True):
    """Something that was found.

    Attributes:
        record, kind: Which record holds it.
        meeting: The meeting that it is a part of.
        where: The place in words, "DSP ๑/๒๕๖๘".
        text: The words around it; the whole when short.
        marked: Where in `text` the query's first word stands: start and stop.
    """

    record: str
    kind: Kind
    meeting: str | None
    where: str
    text: str
    marked: tuple[int, int] = (0, 0)


_ORDER = {
    kind: number
    for number, kind in enumerate(
        [
            Kind.RESOLUTION, Kind.MATTER, Kind.ITEM, Kind.MEETING, Kind.PERSON, Kind.UNIT,
            Kind.COMMITTEE, Kind.SECTION, Kind.APPENDIX, Kind.ATTENDANCE,
        ]
    )
}  # fmt: skip


def keep_index(session: Session, most: int = 50) -> int:
    """Bring the index up to date for some records; return how many are still waiting.

    It takes a tenth of a second at most, or one meeting: nobody else can write meanwhile.
    """
    return search.work_off(session, most)


def index_waits(session: Session) -> int:
    """Return how many records the index has not read again yet."""
    return session.scalar(select(func.count()).select_from(SearchQueueRow)) or 0


def find_words(
    session: Session, query: str, kinds: Sequence[Kind] = (), most: int = 200
) -> list[Hit]:
    """Return what holds every word of a query, resolutions first, the newest first.

    Thai and Arabic digits are alike, and so are ways of typing the same letters.

    Args:
        session: The records.
        query: Words or parts of words, as typed.
        kinds: Only these; all when empty.
        most: At most so many.
    """
    keys = search.keys_of(query)
    if not keys:
        return []
    order = [kind for kind in _ORDER if not kinds or kind in kinds]
    waiting = dict(
        session.execute(select(SearchQueueRow.record, SearchQueueRow.table)).tuples().all()
    )
    found = [
        one
        for one in search.find(session, keys, order, most)
        if (one.meeting or one.record) not in waiting
    ]
    for uid, kind in waiting.items():  # what the index has not read yet is read now
        for entry in search.entries_of(session, uid, kind):
            if all(key in entry.key for key in keys) and entry.kind in order:
                found.append(Found(entry.record, entry.kind, entry.meeting))
    return _hits(session, found, keys)[:most]


def _hits(session: Session, found: Sequence[Found], keys: Sequence[str]) -> list[Hit]:
    meetings = _meetings(session, {one.meeting for one in found if one.meeting})
    texts = _texts(session, found)
    hits = []
    for one in found:
        where, age = meetings.get(one.meeting or "", ("", (0, 0)))
        text, marked = _around(texts.get(one.record, where), keys[0])
        hit = Hit(one.record, one.kind, one.meeting, where, text, marked)
        hits.append(((_ORDER[one.kind], age), hit))
    hits.sort(key=lambda pair: pair[0])
    return [hit for _, hit in hits]


def _meetings(session: Session, uids: set[str]) -> dict[str, tuple[str, tuple[int, int]]]:
    """Return for each meeting how it is called, and what sorts the newest first."""
    asked = select(MeetingRow.uid, CommitteeRow.code, MeetingRow.number, MeetingRow.year).join(
        CommitteeRow, MeetingRow.committee == CommitteeRow.uid
    )
    found = {}
    for some in batches(uids):
        rows = session.execute(asked.where(MeetingRow.uid.in_(some)))
        for uid, code, number, year in rows:
            called = f"{code} {meeting_name(number, year, DigitStyle.THAI)}"
            found[uid] = (called, (-year, -number))
    return found


_COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.RESOLUTION: ("text",),
    Kind.MATTER: ("title",),
    Kind.ITEM: ("title",),
    Kind.MEETING: ("venue",),
    Kind.APPENDIX: ("title",),
    Kind.ATTENDANCE: ("name", "lines"),
    Kind.PERSON: ("honorific", "name", "job"),
    Kind.UNIT: ("name", "short_name"),
    Kind.COMMITTEE: ("name", "short_name"),
    Kind.SECTION: (),
}


def _texts(session: Session, found: Sequence[Found]) -> dict[str, str]:
    """Return the words of the records that were found."""
    by_kind: dict[Kind, list[str]] = defaultdict(list)
    for one in found:
        by_kind[one.kind].append(one.record)
    texts: dict[str, str] = {}
    for kind, uids in by_kind.items():
        shape = SHAPES[kind]
        row: Any = shape.row
        for some in batches(uids):
            columns = [getattr(row, name) for name in _COLUMNS[kind]]
            for uid, *values in session.execute(select(row.uid, *columns).where(row.uid.in_(some))):
                texts[uid] = " ".join(_flat(values))
            if shape.body:
                for uid, body in read_bodies(session, shape, some).items():
                    texts[uid] = f"{texts[uid]}\n{words_of(body)}".strip()
    return texts


def _flat(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, tuple):
            yield from value
        elif value:
            yield value


def _first_place(text: str, key: str) -> tuple[int, int] | None:
    """Return where a key stands in a text first; only the line that holds it is mapped."""
    begin = 0
    for line in text.split("\n"):
        if key in search_key(line) and (found := find_in(line, key)):
            start, stop = found[0]
            return begin + start, begin + stop
        begin += len(line) + 1
    return None


def _around(text: str, key: str) -> tuple[str, tuple[int, int]]:
    """Cut the words around what was found out of a text."""
    place = _first_place(text, key)
    if place is None:
        return " ".join(text[: 3 * _AROUND].split()), (0, 0)
    start, stop = place
    first = max(0, start - _AROUND)
    last = min(len(text), stop + 2 * _AROUND)
    head = ("…" if first else "") + " ".join(text[first:start].split())
    gap = " " if text[first:start][-1:].isspace() and head else ""
    middle = " ".join(text[start:stop].split())
    tail = text[stop:last]
    rest = (" " if tail[:1].isspace() else "") + " ".join(tail.split())
    begin = len(head + gap)
    shown = head + gap + middle + rest + ("…" if last < len(text) else "")
    return shown, (begin, begin + len(middle))
