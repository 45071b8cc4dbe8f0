"""Invents the meetings of a committee: who came, what was laid before it, what was resolved."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import Body, Cell, Numbering, Paragraph, Table, TextRun
from bmahr_desktop.domain.committee import Committee, Membership, Role
from bmahr_desktop.domain.meeting import (
    Adoption,
    AgendaItem,
    Assignment,
    Attendance,
    AttendanceList,
    Correction,
    Due,
    FollowUp,
    Matter,
    MatterState,
    Meeting,
    MeetingState,
    MinutesState,
    Mode,
    Resolution,
    ResolutionKind,
    Section,
    SectionKind,
    Signature,
)
from bmahr_desktop.domain.people import Person
from bmahr_desktop.domain.voting import Ballot, Choice, Dissent, Vote, VoteMethod
from bmahr_desktop.operations.archive_words import Voice

_ITEMS = (
    ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", ItemKind.INFORM),
    ("เรื่องรับรองรายงานการประชุม", ItemKind.ADOPT),
    ("เรื่องสืบเนื่อง", ItemKind.CONTINUE),
    ("เรื่องเสนอเพื่อทราบ", ItemKind.ACKNOWLEDGE),
    ("เรื่องเสนอเพื่อพิจารณา", ItemKind.CONSIDER),
    ("เรื่องอื่น ๆ", ItemKind.OTHER),
)
_DECIDED = (
    *(ResolutionKind.APPROVE,) * 8, *(ResolutionKind.ACKNOWLEDGE,) * 6,
    *(ResolutionKind.ASSIGN,) * 7, *(ResolutionKind.AUTHORISE,) * 3,
    *(ResolutionKind.APPROVE_IN_PRINCIPLE,) * 2, *(ResolutionKind.OTHER,) * 2,
    ResolutionKind.AMEND, ResolutionKind.REVIEW, ResolutionKind.DEFER, ResolutionKind.WITHDRAW,
    ResolutionKind.DISAPPROVE,
)  # fmt: skip
_DONE = (*(FollowUp.DONE,) * 16, FollowUp.ENDED, FollowUp.UNDER_WAY, FollowUp.WAITING)
_OPEN = (FollowUp.DONE, FollowUp.UNDER_WAY, FollowUp.WAITING, FollowUp.WAITING)
_OPEN_YEARS = 1
"""So many years back, much is still to be done."""


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

    def __init__(self, voice: Voice, people: Sequence[Person], units: dict[str, str]) -> None:
        """Take the office as given.

        Args:
            voice: Who invents.
            people: Everybody.
            units: The uids of units by their names.
        """
        self._voice, self._chance, self._units = voice, voice.chance, units
        self._people = {one.uid: one for one in people}
        self._last = 0

    def last_year(self, year: int) -> None:
        """Say which year (พ.ศ.) is the last: what is of it is often still to be done."""
        self._last = year

    def invent(
        self, course: Course, number: int, date: datetime.date, resolutions: Sequence[int]
    ) -> Meeting:
        """Return the next meeting of a committee.

        Args:
            course: The committee; it goes on.
            number: Of the meeting in its year.
            date: Of the meeting.
            resolutions: How many resolutions each of its matters has.
        """
        year = date.year + 543
        self._voice.year = year
        attendance = tuple(self._attendance(course.seats, date))
        agenda = tuple(self._agenda(course, attendance, resolutions))
        meeting = Meeting(
            uid=self._voice.uid(),
            committee=course.committee.uid,
            number=number,
            year=year,
            date=date,
            start=self._chance.choice(("09:00", "09:30", "13:30")),
            end=self._chance.choice(("11:45", "12:10", "15:20", "16:05")),
            mode=self._chance.choice(tuple(Mode)),
            venue=self._voice.say("room"),
            state=MeetingState.CLOSED,
            minutes_state=MinutesState.AWAITING_ADOPTION,
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

    def _attendance(
        self, seats: Sequence[Membership], date: datetime.date
    ) -> Iterator[Attendance]:
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
                by_item[place].append(self._adopting(course.before, count))
            else:
                by_item[place].append(self._matter(course, kind, count, present))
        for (title, kind), matters in zip(_ITEMS, by_item, strict=True):
            yield AgendaItem(
                uid=self._voice.uid(), title=title, kind=kind, matters=tuple(matters)
            )

    def _adopting(self, before: Meeting, count: int) -> Matter:
        """Return the matter in which the meeting before is adopted, sometimes with corrections."""
        corrections = tuple(self._corrections(before)) if self._chance.random() < 0.4 else ()
        first = Resolution(
            uid=self._voice.uid(),
            text=self._voice.say("adopt"),
            kinds=(ResolutionKind.ADOPT,),
            composed=bool(corrections),
        )
        return Matter(
            uid=self._voice.uid(),
            sections=(self._section(SectionKind.TEXT, "substance", 1),),
            resolutions=(first, *(self._resolution(()) for _ in range(count - 1))),
            adopts=Adoption(before.number, before.year, before.date, before.uid, corrections),
            state=MatterState.DISCUSSED,
        )

    def _corrections(self, before: Meeting) -> Iterator[Correction]:
        """Yield changes of words that really stand in the minutes."""
        paragraphs = [
            block
            for item in before.agenda
            for matter in item.matters
            for section in matter.sections
            for block in section.body
            if isinstance(block, Paragraph) and len(block.text) > 60
        ]
        for block in self._chance.sample(paragraphs, min(len(paragraphs), 2)):
            words = block.text[: self._chance.randint(20, 40)].strip()
            yield Correction(
                uid=self._voice.uid(),
                old=words,
                new=f"{words}{self._voice.say('effect')}",
                page=self._voice.say("n9"),
                clause=self._voice.say("clause"),
            )

    def _matter(
        self, course: Course, kind: ItemKind, count: int, present: Sequence[Attendance]
    ) -> Matter:
        title, continues = f"เรื่อง {self._voice.say('topic')}", None
        if kind is ItemKind.CONTINUE and course.open:
            earlier = self._chance.choice(course.open)
            title, continues = earlier.title, earlier.uid
        if kind is ItemKind.INFORM:
            title = ""
        return Matter(
            uid=self._voice.uid(),
            title=title,
            sections=tuple(self._sections(kind)),
            resolutions=tuple(self._resolution(present) for _ in range(count)),
            state=MatterState.DISCUSSED,
            continues=continues,
        )

    def _sections(self, kind: ItemKind) -> Iterator[Section]:
        match kind:
            case ItemKind.INFORM:
                yield self._section(SectionKind.TEXT, "inform", 3)
            case ItemKind.CONSIDER:
                yield self._section(SectionKind.SUBSTANCE, "substance", 5)
                yield self._section(SectionKind.OPINION, "opinion", 2)
                yield self._section(SectionKind.DISCUSSION, "discussion", 3)
            case _:
                yield self._section(SectionKind.SUBSTANCE, "substance", 5)
                yield self._section(SectionKind.DISCUSSION, "discussion", 2)

    # ------------------------------------------------------------ words

    def _section(self, kind: SectionKind, rule: str, most: int) -> Section:
        opening = Paragraph(runs=(TextRun(text=self._voice.say("background")),))
        body: list[Paragraph | Table] = [opening] if kind is not SectionKind.DISCUSSION else []
        for _ in range(self._chance.randint(max(1, most - 2), most)):
            listed = self._chance.random() < 0.5
            body.append(
                Paragraph(
                    runs=(TextRun(text=self._voice.sentences(rule, 1, 2)),),
                    level=1 if listed else 0,
                    numbering=Numbering.AUTOMATIC if listed else Numbering.NONE,
                )
            )
        if kind is SectionKind.SUBSTANCE and self._chance.random() < 0.06:
            body.append(self._table())
        return Section(uid=self._voice.uid(), kind=kind, body=tuple(body))

    def _table(self) -> Table:
        def cell(words: str) -> Cell:
            return Cell(paragraphs=(Paragraph(runs=(TextRun(text=words),)),))

        rules = ("thing", "place", "money")
        head = tuple(cell(words) for words in ("รายการ", "พื้นที่", "วงเงิน (บาท)"))
        rows = [
            tuple(cell(self._voice.say(rule)) for rule in rules)
            for _ in range(self._chance.randint(3, 9))
        ]
        return Table(widths=(50, 30, 20), rows=(head, *rows), header_rows=1)

    def _resolution(self, present: Sequence[Attendance]) -> Resolution:
        kind = self._chance.choice(_DECIDED)
        unit = self._voice.assigned = self._voice.say("unit")
        text = self._voice.say(kind.value)
        kinds: tuple[ResolutionKind, ...] = (kind,)
        if kind is not ResolutionKind.ASSIGN and self._chance.random() < 0.3:
            text = f"{text}\n{self._voice.say('assign')}"
            kinds = (kind, ResolutionKind.ASSIGN)
        assigned = ResolutionKind.ASSIGN in kinds or kind is ResolutionKind.REVIEW
        voted = self._chance.random() < 0.04 and len(present) > 4
        return Resolution(
            uid=self._voice.uid(),
            text=text,
            kinds=kinds,
            assignments=(self._assignment(unit),) if assigned else (),
            before_adoption=self._chance.random() < 0.1,
            vote=self._vote(present) if voted else None,
            dissents=(self._dissent(self._chance.choice(present)),) if voted else (),
        )

    def _assignment(self, unit: str) -> Assignment:
        states = _OPEN if self._voice.year > self._last - _OPEN_YEARS else _DONE
        return Assignment(
            uid=self._voice.uid(),
            assigned_to=unit,
            unit=self._units[unit],
            due=self._due(),
            report_to="ที่ประชุม",
            state=self._chance.choice(states),
        )

    def _due(self) -> Due | None:
        text = self._voice.say("due")
        match self._chance.randrange(4):
            case 0:
                return None
            case 1:
                return Due(text=text, date=self._voice.day(self._voice.year))
            case 2:
                return Due(text=text, month=self._voice.day(self._voice.year).strftime("%Y-%m"))
            case _:
                return Due(text=text, periodic=text in ("เป็นระยะ", "ทุกไตรมาส"))

    def _vote(self, present: Sequence[Attendance]) -> Vote:
        if self._chance.random() < 0.5:
            choices = (Choice.IN_FAVOUR, Choice.IN_FAVOUR, Choice.AGAINST, Choice.ABSTAINED)
            ballots = (Ballot(one.uid, self._chance.choice(choices)) for one in present)
            return Vote(ballots=tuple(ballots))
        against = self._chance.randint(1, len(present) // 2)
        return Vote(
            method=VoteMethod.SECRET, in_favour=len(present) - against, against=against
        )

    def _dissent(self, one: Attendance) -> Dissent:
        return Dissent(name=one.name, reasons=self._voice.say("dissent"), attendance=one.uid)


def words_in(body: Body) -> int:
    """Return how many characters a body has."""
    return sum(len(block.text) for block in body if isinstance(block, Paragraph))
