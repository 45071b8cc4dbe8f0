"""Invents what is laid before a committee: matters with their text, and what was resolved."""

from collections.abc import Iterator, Mapping, Sequence

from bmahr_desktop.domain.adoption import Adoption, Correction
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import Cell, Numbering, Paragraph, Table, TextRun
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import (
    Assignment,
    Attendance,
    Due,
    Matter,
    MatterState,
    Meeting,
    Resolution,
    ResolutionKind,
    Section,
    SectionKind,
)
from bmahr_desktop.domain.voting import Ballot, Choice, Dissent, Vote, VoteMethod
from bmahr_desktop.operations.archive_words import Voice

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


class MatterMaker:
    """Invents one matter after the other."""

    def __init__(self, voice: Voice, units: Mapping[str, str], last: int) -> None:
        """Take the office as given.

        Args:
            voice: Who invents.
            units: The uids of units by their names.
            last: The last year (พ.ศ.): what is of it is often still to be done.
        """
        self._voice, self._chance, self._units, self._last = voice, voice.chance, units, last

    def adopting(self, before: Meeting, count: int) -> Matter:
        """Return the matter in which the meeting before is adopted, sometimes with corrections."""
        corrections = tuple(self._corrections(before)) if self._chance.random() < 0.4 else ()
        first = Resolution(
            uid=self._voice.uid(),
            text="" if corrections else self._voice.say("adopt"),
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

    def matter(
        self, kind: ItemKind, count: int, earlier: Sequence[Matter], present: Sequence[Attendance]
    ) -> Matter:
        """Return a matter.

        Args:
            kind: Of the item of the agenda that it stands under.
            count: How many resolutions it has.
            earlier: Matters that it may go on from.
            present: Who may vote.
        """
        title, continues = f"เรื่อง {self._voice.say('topic')}", None
        if kind is ItemKind.CONTINUE and earlier:
            before = self._chance.choice(earlier)
            title, continues = before.title, before.uid
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
        return Vote(method=VoteMethod.SECRET, in_favour=len(present) - against, against=against)

    def _dissent(self, one: Attendance) -> Dissent:
        return Dissent(name=one.name, reasons=self._voice.say("dissent"), attendance=one.uid)
