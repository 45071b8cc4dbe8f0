"""An archive of many years, invented to try the program with and to measure it on."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.records import Record
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.archive_matters import MatterMaker
from bmahr_desktop.operations.archive_meetings import Course, MeetingMaker, spread
from bmahr_desktop.operations.archive_office import Office, invent_office
from bmahr_desktop.operations.archive_words import Voice
from bmahr_desktop.operations.health import is_empty
from bmahr_desktop.storage import search
from bmahr_desktop.storage.merging import Merge, write_merge
from bmahr_desktop.storage.shapes import COMMITTEE, MEETING, MEMBERSHIP, PERSON, UNIT, Shape
from bmahr_desktop.storage.store import Store
from bmahr_desktop.storage.trees import flatten

LAST_YEAR = 2568
"""The last year (พ.ศ.) of an archive, however many years it has."""
MOST_YEARS = 60
_COMMITTEES, _MEETINGS = 10, 12
_MATTERS, _RESOLUTIONS = 1_250, 3_000
"""In a year, in all committees together."""
_LEAST_MATTERS = 6
_INDEX_AT_ONCE, _INDEX_WITHIN_S = 60, 3.0


@dataclass(frozen=True)
class ArchiveSize:
    """How much an archive holds.

    Attributes:
        committees: How many committees.
        meetings: How many meetings each has in a year.
        matters, resolutions: How many there are in a year, in all committees together.
    """

    committees: int = _COMMITTEES
    meetings: int = _MEETINGS
    matters: int = _MATTERS
    resolutions: int = _RESOLUTIONS


class Part(StrEnum):
    """What is being done."""

    WRITTEN = "written"
    INDEXED = "indexed"


Told = Callable[[Part, int, int], None]
"""Is told how many meetings are written, or how many records are in the index, and of how many."""


def generate_archive(
    store: Store,
    years: int,
    seed: int,
    told: Told = lambda _part, _done, _all: None,
    size: ArchiveSize | None = None,
) -> int:
    """Fill an empty file with an invented archive; return how many meetings it has.

    It is written a year at a time, each in a transaction of its own. Who stops it keeps what is
    written; it does not go on another time.

    Args:
        store: The records.
        years: How many years, up to the year 2568.
        seed: The same seed invents the same.
        told: Is told of the progress: of the writing, then of the index.
        size: How much is in a year; 120 meetings, 1,250 matters, 3,000 resolutions when None.

    Raises:
        Refused: If the file is not empty, or the number of years makes no sense.
    """
    if not 1 <= years <= MOST_YEARS:
        raise Refused(msg("An archive has 1 to {most} years.", most=MOST_YEARS))
    size = size or ArchiveSize()
    with store.reading() as session:
        if not is_empty(session):
            raise Refused(msg("The file is not empty; an archive goes into an empty one only."))
    voice = Voice(Random(seed))
    first = LAST_YEAR - years + 1
    office = invent_office(voice, size.committees, first, LAST_YEAR)
    _write(store, [
        *_flat(UNIT, office.units), *_flat(PERSON, office.people),
        *_flat(COMMITTEE, office.committees),
        *(row for seats in office.seats.values() for row in _flat(MEMBERSHIP, seats)),
    ])  # fmt: skip
    done, whole = 0, years * size.committees * size.meetings
    for meetings in invent_years(voice, office, first, size):
        _write(store, _flat(MEETING, meetings))
        done += len(meetings)
        told(Part.WRITTEN, done, whole)
    _fill_index(store, told)
    return done


def invent_years(
    voice: Voice, office: Office, first: int, size: ArchiveSize
) -> Iterator[list[Meeting]]:
    """Yield the meetings of each year, to the last one."""
    units = {one.name: one.uid for one in office.units}
    maker = MeetingMaker(voice, office.people, MatterMaker(voice, units, LAST_YEAR))
    courses = [Course(one, office.seats[one.uid]) for one in office.committees]
    for year in range(first, LAST_YEAR + 1):
        yield list(_invent_year(voice, maker, courses, year, size))


def _invent_year(
    voice: Voice, maker: MeetingMaker, courses: list[Course], year: int, size: ArchiveSize
) -> Iterator[Meeting]:
    count = len(courses) * size.meetings
    matters = iter(spread(voice.chance, size.matters, count, _LEAST_MATTERS))
    resolutions = iter(spread(voice.chance, size.resolutions, size.matters))
    for number in range(1, size.meetings + 1):
        month = (number - 1) * 12 // size.meetings + 1
        for course in courses:
            date = datetime.date(year - 543, month, voice.chance.randint(1, 28))
            shares = [next(resolutions) for _ in range(next(matters))]
            adopted = (year, number) != (LAST_YEAR, size.meetings)
            yield maker.invent(course, number, date, shares, adopted=adopted)


def _flat(shape: Shape, records: Iterable[Record]) -> list[Any]:
    return [row for record in records for row in flatten(record, shape)]


def _write(store: Store, rows: list[Any]) -> None:
    with store.writing() as session:
        write_merge(session, Merge(new=rows), ())


def _fill_index(store: Store, told: Told) -> None:
    whole, left = 0, 1
    while left:
        with store.writing() as session:
            left = search.work_off(session, _INDEX_AT_ONCE, _INDEX_WITHIN_S)
        whole = max(whole, left)
        told(Part.INDEXED, whole - left, whole)
