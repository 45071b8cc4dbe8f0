"""Finds words anywhere in the records, and keeps the index that makes it quick."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.found_words import found_words
from bmahr_desktop.domain.query import Query, read_query
from bmahr_desktop.domain.records import Record
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.operations.snippets import Marks, snippet
from bmahr_desktop.storage import search
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.finding import Found, find, unless_given_up
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.projects import ProjectRow
from bmahr_desktop.storage.search import RANKS, SearchQueueRow
from bmahr_desktop.storage.shapes import SHAPES
from bmahr_desktop.storage.trees import batches, read_bodies, read_parts, read_records
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.searchkey import search_key

_READ_AT_ONCE = 4
"""So many records that the index has not read yet are read while one waits."""


class Hit(Record, frozen=True):
    """Something that was found.

    Attributes:
        record, kind: Which record holds it.
        meeting: The meeting that it is a part of.
        where: The place in words, "DSP ๑/๒๕๖๘"; of a project its name, where that holds no word.
        text: The sentence around it; the whole when short.
        marks: Where in `text` the words of the query stand: start and stop of each.
    """

    record: str
    kind: Kind
    meeting: str | None
    where: str
    text: str
    marks: Marks = ()

    @property
    def marked(self) -> tuple[int, int]:
        """Where the first of them stands."""
        return self.marks[0] if self.marks else (0, 0)


class Finding(Record, frozen=True):
    """What was found of all that there is.

    Attributes:
        hits: The best first.
        more: Whether there are more than were asked for.
        unread: How many meetings, or records that are a part of none, were searched as they were
            some time ago, for the index has not come to them yet.
    """

    hits: tuple[Hit, ...] = ()
    more: bool = False
    unread: int = 0


def keep_index(session: Session, most: int = 50) -> int:
    """Bring the index up to date for some records; return how many are still waiting.

    It takes a tenth of a second at most, or one meeting: nobody else can write meanwhile.
    """
    return search.work_off(session, most)


def index_waits(session: Session) -> int:
    """Return how many records the index has not read again yet."""
    return session.scalar(select(func.count()).select_from(SearchQueueRow)) or 0


# ---------------------------------------------------------------- finding


def search_words(
    session: Session,
    typed: str,
    kinds: Sequence[Kind] = (),
    most: int = 50,
    stop_wanted: Callable[[], bool] = lambda: False,
    among: Set[str] | None = None,
) -> Finding:
    """Return what meets a query, the best first.

    Texts that hold its words side by side come before those that hold them scattered; then come
    resolutions, then matters, and so on; then the newest. Thai and Arabic digits are alike, and so
    are ways of typing the same letters.

    Args:
        session: The records.
        typed: The query, as `read_query` reads it.
        kinds: Only these; all when empty.
        most: At most so many.
        stop_wanted: Is asked again and again; once it says so, nothing is returned.
        among: Only what is a part of one of these meetings; None for all that there is.
    """
    query = read_query(typed)
    nothing: list[Found] = []
    look = partial(find_records, session, query, kinds, most + 1, among)
    found = unless_given_up(session, stop_wanted, look, nothing)
    hits = () if stop_wanted() else tuple(_hits(session, found[:most], query.wanted))
    return Finding(hits, len(found) > most, max(0, index_waits(session) - _READ_AT_ONCE))


def find_words(
    session: Session, typed: str, kinds: Sequence[Kind] = (), most: int = 200
) -> list[Hit]:
    """Return what meets a query, as `search_words` does, and nothing else."""
    return list(search_words(session, typed, kinds, most).hits)


def find_records(
    session: Session,
    query: Query,
    kinds: Sequence[Kind] = (),
    most: int = 50,
    among: Set[str] | None = None,
) -> list[Found]:
    """Return what meets a query, the best first, without reading its words.

    Args:
        session: The records.
        query: What is looked for.
        kinds: Only these; all when empty.
        most: At most so many.
        among: Only what is a part of one of these meetings; None for all that there is.
    """
    if not query or any(bad in good for bad in query.unwanted for good in query.wanted):
        return []
    asked = frozenset(kinds or RANKS)
    live = list(_waiting(session))
    but = {uid for uid, _ in live}
    ranked: dict[str, tuple[int, Found]] = {}
    for uid, kind in live:  # what the index has not read yet is read now
        for entry in search.entries_of(session, uid, kind):
            if among is not None and entry.meeting not in among:
                continue
            if entry.kind in asked and query.is_met_by(entry.key):
                tier = 0 if any(words in entry.key for words in query.together) else 1
                found = Found(entry.record, entry.kind, entry.meeting, entry.place)
                ranked[entry.record] = (tier, found)
    best: list[Found] = []
    if query.together:
        best = find(session, query, asked, most, but, among=among, together=True)
        ranked |= {one.record: (0, one) for one in best}
    if len(best) < most:
        rest = find(session, query, asked, most, but, frozenset(ranked), among=among)
        ranked |= {one.record: (1, one) for one in rest}
    ordered = sorted(ranked.values(), key=lambda pair: (pair[0], pair[1].place))
    return [found for _, found in ordered[:most]]


def _waiting(session: Session) -> Iterator[tuple[str, Kind]]:
    """Yield the records that the index has to read again, the last few of them."""
    asked = select(SearchQueueRow.record, SearchQueueRow.table).order_by(text("rowid DESC"))
    yield from session.execute(asked.limit(_READ_AT_ONCE)).tuples()


# ---------------------------------------------------------------- showing it


def _hits(session: Session, found: Sequence[Found], keys: Sequence[str]) -> Iterator[Hit]:
    meetings = _meetings(session, {one.meeting for one in found if one.meeting})
    texts = _texts(session, found)
    texts |= dict(_with_assigned(session, found, texts, keys))
    names = _names(session, found, keys)
    for one in found:
        where = names.get(one.record) or meetings.get(one.meeting or "", "")
        words, marks = snippet(texts.get(one.record, where), keys)
        yield Hit(one.record, one.kind, one.meeting, where, words, marks)


def _names(session: Session, found: Sequence[Found], keys: Sequence[str]) -> dict[str, str]:
    """Return how projects are called that hold the words elsewhere than in their names."""
    uids = [one.record for one in found if one.kind is Kind.PROJECT]
    asked = select(ProjectRow.uid, ProjectRow.code, ProjectRow.name)
    names = {
        uid: (f"{code} {name}", name)
        for some in batches(uids)
        for uid, code, name in session.execute(asked.where(ProjectRow.uid.in_(some)))
    }
    return {
        uid: name
        for uid, (whole, name) in names.items()
        if any(key not in search_key(whole) for key in keys)
    }


def _meetings(session: Session, uids: set[str]) -> dict[str, str]:
    """Return how each meeting is called."""
    asked = select(MeetingRow.uid, CommitteeRow.code, MeetingRow.number, MeetingRow.year).join(
        CommitteeRow, MeetingRow.committee == CommitteeRow.uid
    )
    return {
        uid: f"{code} {meeting_name(number, year, DigitStyle.THAI)}"
        for some in batches(uids)
        for uid, code, number, year in session.execute(asked.where(MeetingRow.uid.in_(some)))
    }


_COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.RESOLUTION: ("text",),
    Kind.MATTER: ("title",),
    Kind.ITEM: ("title",),
    Kind.MEETING: ("number", "year", "venue", "venue_line"),
    Kind.APPENDIX: ("title",),
    Kind.ATTENDANCE: ("name", "lines", "substitute_for"),
    Kind.PERSON: ("honorific", "name", "job"),
    Kind.UNIT: ("name", "short_name", "code"),
    Kind.COMMITTEE: ("code", "short_name", "name"),
    Kind.SECTION: ("heading",),
    Kind.PROJECT: ("code", "name"),
}
"""What is shown of a record; the same words as the index has, in their order."""


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
                texts[uid] = _words(kind, values)
            if kind is Kind.PROJECT:
                for project in read_records(session, shape, row.uid.in_(some)):
                    texts[project.uid] = found_words(project)
            if shape.body:
                for uid, body in read_bodies(session, shape, some).items():
                    texts[uid] = f"{texts[uid]}\n{words_of(body)}".strip()
    return texts


def _words(kind: Kind, values: Sequence[Any]) -> str:
    if kind is Kind.MEETING:
        number, year, *where = values
        return " ".join(_flat([meeting_name(number, year, DigitStyle.THAI), *where]))
    return " ".join(_flat(values))


def _flat(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, tuple):
            yield from value
        elif value:
            yield value


def _with_assigned(
    session: Session, found: Sequence[Found], texts: Mapping[str, str], keys: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield resolutions that hold a word only in who is to act or what was reported, with all."""
    uids = []
    for one in found:
        if one.kind is Kind.RESOLUTION:
            key = search_key(texts.get(one.record, ""))
            if any(word not in key for word in keys):
                uids.append(one.record)
    for uid, tasks in read_parts(session, SHAPES[Kind.ASSIGNMENT], uids).items():
        yield uid, " ".join([texts[uid], *search.words_on_tasks(tasks)])
