"""The texts of the letters that go out after a meeting, as the program words them."""

import datetime
from collections.abc import Iterator

from bmahr_desktop.domain import heading, letterhead
from bmahr_desktop.domain.citing import parts_said
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.letter_paper import line
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph
from bmahr_desktop.domain.notice_words import NoticeWords
from bmahr_desktop.domain.statements import UNKNOWN, meeting_name
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import made_in_style


def reply_day(letter: Dispatch, meeting: Meeting) -> datetime.date | None:
    """Return until when an answer is awaited: as the letter says, else as the circulation does."""
    if letter.reply_by is None and letter.kind is DispatchKind.CIRCULATION and meeting.circulated:
        return meeting.circulated.reply_by
    return letter.reply_by


def cited(meeting: Meeting, committee: Committee, words: str) -> str:
    """Return words with the committee, the number and the date of a meeting behind them."""
    digits = committee.form.digits
    number = meeting_name(meeting.number, meeting.year, digits)
    date = format_date(meeting.date, DateStyle.LONG, digits)
    which = paper("meeting {meeting} on {date}", meeting=number, date=date)
    return f"{heading.before_name(words, committee.name)} {which}"


def secretaries(committee: Committee) -> str:
    """Return where answers go: the office of the letterhead with its phone."""
    return letterhead.office_line(committee).text or paper("the secretaries")


class DispatchWords:
    """Words one letter; whatever text was written in its place is left aside."""

    def __init__(self, letter: Dispatch, meeting: Meeting, committee: Committee) -> None:
        """Take the records."""
        self._letter, self._meeting, self._committee = letter, meeting, committee
        self._digits = committee.form.digits

    def subject(self) -> str:
        """Return what the letter is about."""
        match self._letter.kind:
            case DispatchKind.NOTICE:
                return self._named(paper("Notice of resolutions of"))
            case DispatchKind.EXTRACT:
                sent = self._named(paper("Sending the minutes of"))
                return f"{sent} {self._only()}"
            case DispatchKind.DRAFT:
                return self._named(paper("Sending the draft minutes of"))
            case DispatchKind.CIRCULATION:
                asked = self._named(paper("Please adopt the minutes of"))
                return " ".join((asked, paper("by circulation")))

    def paragraphs(self) -> Iterator[PaperBlock]:
        """Yield the text as the program words it."""
        match self._letter.kind:
            case DispatchKind.NOTICE:
                began = cited(self._meeting, self._committee, paper("In the meeting of"))
                words = NoticeWords(self._letter, self._meeting, self._committee)
                yield from words.paragraphs(began)
            case DispatchKind.EXTRACT:
                yield self._after_the_meeting()
                yield line(self._extract_sent())
                yield line(paper("For your information"))
            case DispatchKind.DRAFT:
                yield self._after_the_meeting()
                yield line(" ".join(self._draft_sent()))
                yield line(paper("For your consideration"))
            case DispatchKind.CIRCULATION:
                yield self._after_the_meeting()
                yield line(" ".join(self._circulated()))
                yield line(paper("For your consideration"))

    def enclosures(self) -> Iterator[str]:
        """Yield what goes with the letter, for one that lists it; a memo says so in its text."""
        one = made_in_style("1", self._digits)
        match self._letter.kind:
            case DispatchKind.NOTICE:
                return
            case DispatchKind.EXTRACT:
                name = self._named(paper("Minutes of"))
                yield paper("{paper}, {count} set", paper=f"{name} {self._only()}", count=one)
            case DispatchKind.DRAFT:
                name = self._named(paper("Draft of the minutes of"))
                yield paper("{paper}, {count} set", paper=name, count=one)
            case DispatchKind.CIRCULATION:
                name = self._named(paper("Minutes of"))
                yield paper("{paper}, {count} set", paper=name, count=one)
                yield paper("Answer slip, {count} sheet", count=one)

    # ------------------------------------------------------------------ parts

    def _extract_sent(self) -> str:
        parts = parts_said(self._meeting, self._letter.resolutions, self._digits) or UNKNOWN
        with_it = self._with_this()
        return paper("{parts} of its minutes are sent, certified, {with_it}", parts=parts,
                     with_it=with_it)  # fmt: skip

    def _draft_sent(self) -> Iterator[str]:
        yield paper("The draft of the minutes is sent {with_it}", with_it=self._with_this())
        yield paper("to be looked through; corrections are told to {place}",
                    place=secretaries(self._committee))  # fmt: skip
        yield from self._by()
        yield paper("so that they can be laid before the meeting to be adopted")

    def _circulated(self) -> Iterator[str]:
        yield paper("The minutes and an answer slip are sent {with_it}", with_it=self._with_this())
        yield paper("to be adopted by circulation; corrections are told on the slip to {place}",
                    place=secretaries(self._committee))  # fmt: skip
        by = list(self._by())
        yield from by
        if by:
            yield paper("who has not answered by then adopts the minutes")

    def _by(self) -> Iterator[str]:
        if day := reply_day(self._letter, self._meeting):
            date = format_date(day, DateStyle.WEEKDAY, self._digits)
            yield paper("not later than {date}", date=date)

    def _after_the_meeting(self) -> PaperParagraph:
        after = cited(self._meeting, self._committee, paper("After the meeting of"))
        return line(" ".join((after, paper("which was held"))))

    def _with_this(self) -> str:
        listed = self._letter.layout is LetterKind.EXTERNAL or self._letter.enclosures
        return paper("as enclosed") if listed else paper("with this memo")

    def _named(self, words: str) -> str:
        name = heading.before_name(words, self._committee.name)
        return f"{name} {heading.number_words(self._meeting, self._committee)}"

    def _only(self) -> str:
        parts = parts_said(self._meeting, self._letter.resolutions, self._digits)
        return paper("(only {parts})", parts=parts or UNKNOWN)
