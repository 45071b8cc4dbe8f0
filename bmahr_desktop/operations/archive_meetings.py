"""Invents the meetings of a committee: who came, what was laid before it, what was resolved."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.committee import Committee, Membership, Role
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    AttendanceList,
    Matter,
    Meeting,
    MeetingState,
    MinutesState,
    Mode,
    Signature,
)
from bmahr_desktop.domain.people import Person
from bmahr_desktop.operations.archive_matters import MatterMaker
from bmahr_desktop.operations.archive_words import Voice

_ITEMS = (
    ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", ItemKind.INFORM),
    ("เรื่องรับรองรายงานการประชุม", ItemKind.ADOPT),
    ("เรื่องสืบเนื่อง", ItemKind.CONTINUE),
    ("เรื่องเสนอเพื่อทราบ", ItemKind.ACKNOWLEDGE),
    ("เรื่องเสนอเพื่อพิจารณา", ItemKind.CONSIDER),
    ("เรื่องอื่น ๆ", ItemKind.OTHER),
)
_HOURS = (("09:00", "11:45"), ("09:30", "12:10"), ("13:00", "15:20"), ("13:30", "16:05"))


@dataclass
class Course:
    """A committee on its way from meeting to meeting.

    Attributes:
        seats: Who sits in it, and when.
        before: Its last meeting.
        open: Matters that may come back.
    """

    committee: Committee
    seats: Sequence[Membership]
    before: Meeting | None = None
    open: list[Matter] = field(default_factory=list)


def spread(chance: Random, total: int, among: int, least: int = 1) -> list[int]:
    """Return how many each gets, by chance, where all together get a total."""
    shares = [least] * among
    for _ in range(total - least * among):
        shares[int(among * chance.random())] += 1
    return shares


class MeetingMaker:
    """Invents one meeting after the other."""

    def __init__(self, voice: Voice, people: Sequence[Person], matters: MatterMaker) -> None:
        """Take the office as given.

        Args:
            voice: Who invents.
            people: Everybody.
            matters: Who invents what is laid before a committee.
        """
        self._voice, self._chance, self._matters = voice, voice.chance, matters
        self._people = {one.uid: one for one in people}

    def invent(
        self,
        course: Course,
        number: int,
        date: datetime.date,
        resolutions: Sequence[int],
        *,
        adopted: bool,
    ) -> Meeting:
        """Return the next meeting of a committee.

        Args:
            course: The committee; it goes on.
            number: Of the meeting in its year.
            date: Of the meeting.
            resolutions: How many resolutions each of its matters has.
            adopted: Whether its minutes are adopted in another one.
        """
        year = date.year + 543
        self._voice.year = year
        start, end = self._chance.choice(_HOURS)
        attendance = tuple(self._attendance(course.seats, date))
        agenda = tuple(self._agenda(course, attendance, resolutions))
        meeting = Meeting(
            uid=self._voice.uid(),
            committee=course.committee.uid,
            number=number,
            year=year,
            date=date,
            start=start,
            end=end,
            mode=self._chance.choice(tuple(Mode)),
            venue=self._voice.say("room"),
            state=MeetingState.CLOSED,
            minutes_state=MinutesState.ADOPTED if adopted else MinutesState.AWAITING_ADOPTION,
            attendance=attendance,
            agenda=agenda,
            signatures=tuple(self._signatures(attendance)),
            changed=datetime.datetime.combine(
                date + datetime.timedelta(7), datetime.time(9), datetime.UTC
            ),
        )
        course.before = meeting
        course.open = [matter for item in agenda[3:] for matter in item.matters]
        return meeting

    # ------------------------------------------------------------ who came

    def _attendance(self, seats: Sequence[Membership], date: datetime.date) -> Iterator[Attendance]:
        for seat in seats:
            if seat.since is None or seat.until is None or not seat.since <= date <= seat.until:
                continue
            there = seat.role is Role.CHAIR or self._chance.random() < 0.85
            person = self._people[seat.person]
            yield Attendance(
                uid=self._voice.uid(),
                list=AttendanceList.PRESENT if there else AttendanceList.ABSENT,
                name=person.printed,
                lines=(person.job,),
                role=seat.role,
                title=seat.title,
                reason="" if there else self._voice.say("away"),
                mode=Mode.ON_SITE if there else None,
                person=seat.person,
            )
        for uid in self._chance.sample(sorted(self._people), self._chance.randint(2, 6)):
            yield Attendance(
                uid=self._voice.uid(),
                list=AttendanceList.PARTICIPANT,
                name=self._people[uid].printed,
                lines=(self._people[uid].job,),
                mode=Mode.ON_SITE,
                person=uid,
            )

    def _signatures(self, attendance: Sequence[Attendance]) -> Iterator[Signature]:
        wanted = {
            Role.ASSISTANT_SECRETARY: "ผู้จดรายงานการประชุม",
            Role.MEMBER_SECRETARY: "ผู้ตรวจรายงานการประชุม",
        }
        for one in attendance:
            if one.role in wanted:
                yield Signature(
                    uid=self._voice.uid(), name=one.name, lines=(one.title,),
                    label=wanted[one.role], person=one.person,
                )  # fmt: skip

    # ------------------------------------------------------------ the agenda

    def _agenda(
        self, course: Course, attendance: Sequence[Attendance], resolutions: Sequence[int]
    ) -> Iterator[AgendaItem]:
        present = [
            one
            for one in attendance
            if one.list is AttendanceList.PRESENT and one.role and one.role.is_member
        ]
        by_item: list[list[Matter]] = [[] for _ in _ITEMS]
        for at, count in enumerate(resolutions):
            place = at if at < 2 else min(5, 2 + int(self._chance.random() ** 0.7 * 3.4))
            kind = _ITEMS[place][1]
            if kind is ItemKind.ADOPT and course.before is not None:
                by_item[place].append(self._matters.adopting(course.before, count))
            else:
                by_item[place].append(self._matters.matter(kind, count, course.open, present))
        for (title, kind), matters in zip(_ITEMS, by_item, strict=True):
            yield AgendaItem(uid=self._voice.uid(), title=title, kind=kind, matters=tuple(matters))
