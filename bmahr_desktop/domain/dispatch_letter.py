"""Composes the letters that go out after a meeting, and the slips that come back."""

from collections.abc import Iterator

from bmahr_desktop.domain import heading, letter_paper, letterhead
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.dispatch_words import DispatchWords, reply_day, secretaries
from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.imprint import imprint_of
from bmahr_desktop.domain.letter_paper import (
    NOTHING,
    Blank,
    BlankLine,
    LetterPaper,
    ReplySlip,
)
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph, SignatureBlock, TextKey
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date

_TO_ALL = (DispatchKind.DRAFT, DispatchKind.CIRCULATION)
"""What goes to all members where no addressee is named."""
_CORRECTIONS = 4
"""So many corrections have room on a slip."""


def compose_dispatch(
    letter: Dispatch, meeting: Meeting, committee: Committee, addressee: str = ""
) -> LetterPaper:
    """Compose a letter; what its record leaves empty is made here.

    Args:
        letter: The letter.
        meeting: The meeting that it is about.
        committee: Whose meeting it is.
        addressee: To whom it goes where the letter does not say so.
    """
    return _Letter(letter, meeting, committee).paper(addressee)


def compose_words(letter: Dispatch, meeting: Meeting, committee: Committee) -> str:
    """Return the text that a letter has while nobody wrote another, a line a paragraph."""
    lines = (
        f"{one.label} {one.text}".strip()
        for one in DispatchWords(letter, meeting, committee).paragraphs()
        if isinstance(one, PaperParagraph)
    )
    return "\n".join(lines)


def compose_answer_slip(letter: Dispatch, meeting: Meeting, committee: Committee) -> ReplySlip:
    """Compose the slip with which somebody says what they think of the minutes."""
    circulated = letter.kind is DispatchKind.CIRCULATION
    first = (
        paper("Answer on the minutes of") if circulated else paper("Corrections in the draft of")
    )
    date = format_date(meeting.date, DateStyle.LONG, committee.form.digits)
    lines = (
        heading.before_name(first, committee.name),
        heading.number_words(meeting, committee),
        paper("on the date of {date}", date=date),
    )
    return ReplySlip(
        heading=lines,
        lines=tuple(_answers(letter, circulated=circulated)),
        signing=(
            BlankLine((Blank(paper("signed")),)),
            BlankLine((Blank("(", ")"),)),
            BlankLine((Blank(paper("on the date")),)),
        ),
        note=tuple(_note(letter, meeting, committee)),
        imprint=imprint_of(meeting, committee, " ".join(lines[:2])),
    )


def _answers(letter: Dispatch, *, circulated: bool) -> Iterator[BlankLine]:
    yield BlankLine((Blank(paper("Name")),))
    yield BlankLine((Blank(paper("Position")),))
    if circulated:
        yield BlankLine((Blank(paper("☐ I adopt the minutes"), dots=False),), 1)
    else:
        yield BlankLine((Blank(paper("☐ I have no corrections"), dots=False),), 1)
    yield BlankLine((Blank(paper("☐ I wish these corrections:"), dots=False),), 1)
    for _ in range(_CORRECTIONS):
        yield BlankLine(
            (
                Blank(paper("page"), part=0.18),
                Blank(paper("clause"), part=0.22),
                Blank(paper("from"), part=1.0),
            ),
            2,
        )
        yield BlankLine((Blank(paper("into")),), 2)
    if circulated:
        yield BlankLine((Blank(paper("☐ I do not adopt them, because")),), 1)


def _note(letter: Dispatch, meeting: Meeting, committee: Committee) -> Iterator[PaperParagraph]:
    place = secretaries(committee)
    day = reply_day(letter, meeting)
    if day is None:
        yield letter_paper.line(paper("Please send this answer to {place}", place=place))
        return
    date = format_date(day, DateStyle.WEEKDAY, committee.form.digits)
    words = [paper("Please send this answer to {place} not later than {date}",
                   place=place, date=date)]  # fmt: skip
    if letter.kind is DispatchKind.CIRCULATION:
        words.append(paper("who has not answered by then adopts the minutes"))
    yield letter_paper.line(" ".join(words))


class _Letter:
    """One letter on its way to paper."""

    def __init__(self, letter: Dispatch, meeting: Meeting, committee: Committee) -> None:
        self._record, self._meeting, self._committee = letter, meeting, committee
        self._words = DispatchWords(letter, meeting, committee)
        self._digits = committee.form.digits

    def paper(self, addressee: str) -> LetterPaper:
        record, subject, head = self._record, self._words.subject(), self._committee.letterhead
        external = record.layout is LetterKind.EXTERNAL
        to = record.to or addressee
        if not to and record.kind in _TO_ALL:
            to = letterhead.everybody(self._committee)
        return LetterPaper(
            kind=record.layout,
            office=letterhead.office_line(self._committee),
            number=self._field("number", record.number or head.number_prefix),
            date=self._date(),
            subject=letter_paper.line(subject),
            to=self._field("to", to),
            body=tuple(self._body()),
            signature=self._signature(),
            imprint=imprint_of(self._meeting, self._committee, subject),
            address=letterhead.lines_of_head(self._committee, "address") if external else (),
            references=self._listed("references") if external else (),
            enclosures=self._enclosures(),
            closing=paper("Yours respectfully") if external else "",
            contact=letterhead.lines_of_head(self._committee, "contact") if external else (),
            urgency=letter_paper.urgency_words(record.urgency),
        )

    def _key(self, name: str) -> TextKey:
        return TextKey(self._record.uid, name)

    def _field(self, name: str, text: str) -> PaperParagraph:
        return letter_paper.line(text, self._key(name))

    def _date(self) -> PaperParagraph:
        if self._record.date is None:
            return NOTHING
        return self._field("date", format_date(self._record.date, DateStyle.LONG, self._digits))

    def _listed(self, name: str) -> tuple[PaperParagraph, ...]:
        lines = letter_paper.lines_of(getattr(self._record, name), self._key(name))
        return letter_paper.listed(lines, self._digits)

    def _enclosures(self) -> tuple[PaperParagraph, ...]:
        if self._record.enclosures:
            return self._listed("enclosures")
        if self._record.layout is LetterKind.MEMO:
            return ()
        lines = [letter_paper.line(words) for words in self._words.enclosures()]
        return letter_paper.listed(lines, self._digits)

    def _signature(self) -> SignatureBlock:
        record, head = self._record, self._committee.letterhead
        if record.signer_name or record.signer_lines:
            return SignatureBlock(record.signer_name, record.signer_lines)
        return SignatureBlock(head.signer_name, head.signer_lines)

    def _body(self) -> Iterator[PaperBlock]:
        if self._record.text:
            yield from letter_paper.lines_of(self._record.text.split("\n"), self._key("text"))
        else:
            yield from self._words.paragraphs()
