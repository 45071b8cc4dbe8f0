"""People and units that may be on file twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, combinations, pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.storage.committee import CommitteeRow, MembershipRow
from bmahr_desktop.storage.meeting import AttendanceRow, MeetingRow
from bmahr_desktop.storage.shapes import PERSON, UNIT
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.thai.names import same_person_key
from bmahr_desktop.thai.searchkey import search_key

MOST = 500
"""So many pairs are proposed; others come up once these are settled."""
_MOST_TOGETHER = 60
"""In a larger group of one family name only neighbours in the dictionary are compared."""
_SHORTEST = 3
_SHORTEST_UNIT = 6
_MARKS = str.maketrans("", "", "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c")


class Likeness(StrEnum):
    """Why two records may be one, the surest first."""

    SAME_NAME = "same_name"
    SHORT_NAME = "short_name"
    """The short name of one is the name of the other."""
    ALIKE = "alike"


@dataclass(frozen=True)
class Twins:
    """Two records that may be one.

    Attributes:
        one, other: Their uids, in dictionary order of their names.
    """

    one: str
    other: str
    likeness: Likeness


def likely_people(session: Session) -> list[Twins]:
    """Return people who may be one, those of the same name first."""
    people: list[Person] = read_records(session, PERSON)
    people.sort(key=lambda one: sort_key(one.name))
    return _sorted(_people_alike(people), people)


def likely_units(session: Session) -> list[Twins]:
    """Return units that may be one; equal names under different units are usual, and left out."""
    units: list[Unit] = read_records(session, UNIT)
    units.sort(key=lambda one: sort_key(one.name))
    return _sorted(_units_alike(units), units)


def _sorted(found: Iterator[tuple[str, str, Likeness]], records: Sequence[Any]) -> list[Twins]:
    place = {one.uid: at for at, one in enumerate(records)}
    surest = list(Likeness)
    pairs: dict[tuple[str, str], Likeness] = {}
    for one, other, likeness in found:
        pair = (one, other) if place[one] < place[other] else (other, one)
        known = pairs.get(pair, likeness)
        pairs[pair] = min(known, likeness, key=surest.index)
    twins = [Twins(one, other, likeness) for (one, other), likeness in pairs.items()]
    twins.sort(key=lambda two: (surest.index(two.likeness), place[two.one], place[two.other]))
    return twins[:MOST]


# ---------------------------------------------------------------- people


def _people_alike(people: Sequence[Person]) -> Iterator[tuple[str, str, Likeness]]:
    names = {one.uid: _name_keys(one) for one in people}
    by_key: dict[str, list[str]] = defaultdict(list)
    by_family: dict[str, list[str]] = defaultdict(list)
    by_given: dict[str, list[str]] = defaultdict(list)
    for one in people:
        by_key[same_person_key(one.name)].append(one.uid)
        given, family = names[one.uid]
        if family:
            by_family[family].append(one.uid)
            by_given[given].append(one.uid)
    for uids in by_key.values():
        yield from ((a, b, Likeness.SAME_NAME) for a, b in _pairs(uids))
    for groups, at in ((by_family, 0), (by_given, 1)):
        for uids in groups.values():
            for a, b in _pairs(uids):
                if is_one_slip(names[a][at], names[b][at], _SHORTEST):
                    yield a, b, Likeness.ALIKE


def _name_keys(person: Person) -> tuple[str, str]:
    given, _, family = search_key(person.name).partition(" ")
    return given.translate(_MARKS), family.replace(" ", "").translate(_MARKS)


def _pairs(uids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each two of some records; of very many, only neighbours."""
    if len(uids) <= _MOST_TOGETHER:
        yield from combinations(uids, 2)
    else:
        yield from pairwise(uids)


def is_one_slip(one: str, other: str, shortest: int) -> bool:
    """Tell whether two words differ by one letter at most: wrong, missing, or two changed about.

    Digits are never slips: กอง ๑ and กอง ๒ are two.
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < shortest or len(long) - len(short) > 1:
        return False
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :] and not long[at].isdigit()
    if short[at].isdigit() or long[at].isdigit():
        return False
    changed_about = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (
        changed_about and short[at + 2 :] == long[at + 2 :]
    )


# ---------------------------------------------------------------- units


def _units_alike(units: Sequence[Unit]) -> Iterator[tuple[str, str, Likeness]]:
    known = {one.uid: one for one in units}
    by_name: dict[str, list[str]] = defaultdict(list)
    by_parent: dict[str | None, list[str]] = defaultdict(list)
    for one in units:
        by_name[_plain(one.name)].append(one.uid)
        by_parent[one.parent].append(one.uid)
    for a, b in chain.from_iterable(map(_pairs, by_name.values())):
        if _may_be_one(known[a], known[b]):
            yield a, b, Likeness.SAME_NAME
    for one in units:
        called_so = by_name.get(_plain(one.short_name), ()) if one.short_name else ()
        yield from ((one.uid, uid, Likeness.SHORT_NAME) for uid in called_so if uid != one.uid)
    for uids in by_parent.values():
        for a, b in _pairs(uids):
            if is_one_slip(_plain(known[a].name), _plain(known[b].name), _SHORTEST_UNIT):
                yield a, b, Likeness.ALIKE


def _plain(text: str) -> str:
    return search_key(text).replace(" ", "")


def _may_be_one(one: Unit, other: Unit) -> bool:
    return one.parent == other.parent or one.parent is None or other.parent is None


# ---------------------------------------------------------------- what speaks against it


def meetings_with_both(session: Session, one: str, other: str) -> list[tuple[int, int]]:
    """Return the number and year of the meetings that list both of two people."""

    def listed(uid: str) -> Any:
        living = AttendanceRow.removed.is_(None)
        return select(AttendanceRow.meeting).where(AttendanceRow.person == uid, living)

    asked = (
        select(MeetingRow.number, MeetingRow.year)
        .where(MeetingRow.uid.in_(listed(one)), MeetingRow.uid.in_(listed(other)))
        .order_by(MeetingRow.year, MeetingRow.number)
    )
    return [(number, year) for number, year in session.execute(asked)]


def committees_with_both(session: Session, one: str, other: str) -> list[str]:
    """Return the codes of the committees in which both of two people have a seat."""
    codes: list[set[str]] = []
    for uid in (one, other):
        asked = select(CommitteeRow.code).join(
            MembershipRow, MembershipRow.committee == CommitteeRow.uid
        )
        living = (MembershipRow.removed.is_(None), CommitteeRow.removed.is_(None))
        codes.append(set(session.scalars(asked.where(MembershipRow.person == uid, *living))))
    return sorted(codes[0] & codes[1])


def likely_twins(session: Session, kind: Kind) -> list[Twins]:
    """Return what may be on file twice, of people or of units."""
    return likely_units(session) if kind is Kind.UNIT else likely_people(session)
