"""Invents an office of many years: its units and people, its committees and who sits in them."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from bmahr_desktop.domain.committee import Committee, Labels, Membership, Role
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.operations.archive_words import Voice

_UNITS, _PEOPLE, _SEATS = 48, 320, 16
_TERM = 4
"""Years for which somebody sits in a committee."""
_TITLES = {
    Role.CHAIR: "ประธานกรรมการ",
    Role.VICE_CHAIR: "รองประธานกรรมการ",
    Role.MEMBER: "กรรมการ",
    Role.MEMBER_SECRETARY: "กรรมการและเลขานุการ",
    Role.ASSISTANT_SECRETARY: "ผู้ช่วยเลขานุการ",
}


@dataclass(frozen=True)
class Office:
    """Units, people and committees.

    Attributes:
        seats: Who sits in a committee, by its uid.
    """

    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    committees: tuple[Committee, ...]
    seats: dict[str, tuple[Membership, ...]]


def invent_office(voice: Voice, committees: int, first: int, last: int) -> Office:
    """Invent an office, and let the voice speak of it.

    Args:
        voice: Who invents.
        committees: How many committees.
        first: The first year (พ.ศ.).
        last: The last year (พ.ศ.).
    """
    voice.year, voice.units = first, ("ฝ่ายเลขานุการ",)
    names = dict.fromkeys(voice.say("unit_name") for _ in range(_UNITS * 3))
    units = tuple(
        Unit(uid=voice.uid(), name=name, code=f"{number:04}", position=number)
        for number, name in enumerate(list(names)[:_UNITS], 301)
    )
    voice.units = tuple(unit.name for unit in units)
    people = tuple(_people(voice, units))
    voice.names = tuple(person.printed for person in people)
    made = tuple(_committees(voice, units, committees))
    seats = {one.uid: tuple(_seats(voice, one, people, first, last)) for one in made}
    return Office(units, people, made, seats)


def _people(voice: Voice, units: tuple[Unit, ...]) -> Iterator[Person]:
    for _ in range(_PEOPLE):
        rule = voice.chance.choice(("honorific_man", "honorific_woman"))
        yield Person(
            uid=voice.uid(),
            name=f"{voice.say('given')} {voice.say('family')}",
            honorific=voice.say(rule).strip(),
            job=voice.say("post"),
            unit=voice.chance.choice(units).uid,
        )


def _committees(voice: Voice, units: tuple[Unit, ...], count: int) -> Iterator[Committee]:
    fields = dict.fromkeys(voice.say("committee_field") for _ in range(count * 20))
    for number, field in enumerate(list(fields)[:count], 1):
        yield Committee(
            uid=voice.uid(),
            code=f"K{number:02}",
            name=f"คณะกรรมการ{field}",
            short_name=f"คกก. ชุดที่ {number}",
            secretariat=voice.chance.choice(units).uid,
            labels=Labels(member="คณะกรรมการ"),
        )


def _seats(
    voice: Voice, committee: Committee, people: tuple[Person, ...], first: int, last: int
) -> Iterator[Membership]:
    """Yield who sits in a committee, a new set of people for each term."""
    place = 0
    for begin in range(first, last + 1, _TERM):
        for number, person in enumerate(voice.chance.sample(people, _SEATS)):
            role = _role(number)
            yield Membership(
                uid=voice.uid(),
                committee=committee.uid,
                person=person.uid,
                role=role,
                title=_TITLES[role],
                seat=person.job,
                position=place,
                since=datetime.date(begin - 543, 1, 1),
                until=datetime.date(begin - 543 + _TERM - 1, 12, 31),
                instrument=f"คำสั่งแต่งตั้งคณะกรรมการ ลงวันที่ ๑ มกราคม {begin}",
            )
            place += 1


def _role(number: int) -> Role:
    match number:
        case 0:
            return Role.CHAIR
        case 1:
            return Role.VICE_CHAIR
        case 14:
            return Role.MEMBER_SECRETARY
        case 15:
            return Role.ASSISTANT_SECRETARY
        case _:
            return Role.MEMBER
