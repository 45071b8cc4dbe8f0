"""Composes the invitation to a meeting, its reply slip, and the warning about days of notice."""

from collections.abc import Iterator

from bmahr_desktop.domain import heading, letter_paper, letterhead
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.imprint import imprint_of
from bmahr_desktop.domain.invitation_words import InvitationWords
from bmahr_desktop.domain.letter_paper import NOTHING, Blank, BlankLine, LetterPaper, ReplySlip
from bmahr_desktop.domain.letters import Invitation, Letterhead, LetterKind, Urgency
from bmahr_desktop.domain.meeting import Meeting, Mode
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph, SignatureBlock, TextKey
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import made_in_style

PART = "invitation"
"""How texts of the invitation are named on paper: `TextKey(meeting, "invitation.to")`."""


def compose_invitation(meeting: Meeting, committee: Committee) -> LetterPaper:
    """Compose the letter that calls a meeting; what its record leaves empty is made here."""
    return _Letter(meeting, committee).paper()


def compose_words(meeting: Meeting, committee: Committee) -> str:
    """Return the text that an invitation has while nobody wrote another, a line a paragraph."""
    return "\n".join(one.text for one in InvitationWords(meeting, committee).paragraphs())


def compose_reply_slip(meeting: Meeting, committee: Committee) -> ReplySlip:
    """Compose the slip with which those who are invited answer."""
    first = paper("Reply to the invitation to the meeting of")
    lines = heading.heading_lines(meeting, committee, first)
    return ReplySlip(
        heading=lines,
        lines=tuple(_answers(meeting)),
        signing=(
            BlankLine((Blank(paper("signed")),)),
            BlankLine((Blank("(", ")"),)),
            BlankLine((Blank(paper("on the date")),)),
        ),
        note=tuple(_return_to(meeting, committee)),
        imprint=imprint_of(meeting, committee, " ".join(lines[:2])),
    )


def _answers(meeting: Meeting) -> Iterator[BlankLine]:
    yield BlankLine((Blank(paper("Name")),))
    yield BlankLine((Blank(paper("Position")),))
    yield BlankLine((Blank(paper("Office")),))
    yield BlankLine((Blank(paper("Phone"), part=0.5), Blank(paper("E-mail"), part=0.5)))
    if meeting.mode is Mode.HYBRID:
        yield BlankLine((Blank(paper("☐ I shall come to the meeting room"), dots=False),), 1)
        yield BlankLine((Blank(paper("☐ I shall take part online"), dots=False),), 1)
    else:
        yield BlankLine((Blank(paper("☐ I shall take part"), dots=False),), 1)
    yield BlankLine((Blank(paper("☐ I cannot take part, because")),), 1)
    yield BlankLine((Blank(paper("☐ I send in my place")),), 1)
    yield BlankLine((Blank(paper("whose position is"), paper("to the meeting")),), 2)


def _return_to(meeting: Meeting, committee: Committee) -> Iterator[PaperParagraph]:
    invitation = meeting.invitation or Invitation()
    if invitation.reply_by is None:
        return
    date = format_date(invitation.reply_by, DateStyle.WEEKDAY, committee.form.digits)
    words = paper("Please send this slip by {date}", date=date)
    if invitation.reply_to:
        place = paper("to {place}", place=invitation.reply_to)
        words = f"{words} {place}"
    yield letter_paper.line(words, TextKey(meeting.uid, f"{PART}.reply_to"))


def notice_warning(meeting: Meeting, committee: Committee) -> Message | None:
    """Return what is wrong with the date of the invitation; None where nothing is.

    Notice is due in writing some days ahead, but not where the date was announced at a meeting or
    the matter is urgent (standards D); the day of the letter is not counted.
    """
    invitation = meeting.invitation
    if invitation is None or invitation.date is None:
        return None
    days, wanted = (meeting.date - invitation.date).days, committee.rules.notice_days
    if days < 0:
        return msg("The letter is dated after the meeting.")
    if invitation.announced or invitation.urgency is not Urgency.NONE or days >= wanted:
        return None
    return msg(
        "The letter goes out {days} days before the meeting; the committee's rules want at least"
        " {wanted}, unless it is urgent or was announced at a meeting.",
        days=days,
        wanted=wanted,
    )


class _Letter:
    """One invitation on its way to paper."""

    def __init__(self, meeting: Meeting, committee: Committee) -> None:
        self._meeting, self._committee = meeting, committee
        self._record = meeting.invitation or Invitation()
        self._head: Letterhead = committee.letterhead
        self._digits = committee.form.digits

    def paper(self) -> LetterPaper:
        record, subject = self._record, self._subject()
        external = record.kind is LetterKind.EXTERNAL
        return LetterPaper(
            kind=record.kind,
            office=letterhead.office_line(self._committee),
            number=self._field("number", record.number or self._head.number_prefix),
            date=self._date(),
            subject=letter_paper.line(subject),
            to=self._field("to", record.to or letterhead.everybody(self._committee)),
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

    # ------------------------------------------------------------------ head

    def _key(self, name: str) -> TextKey:
        return TextKey(self._meeting.uid, f"{PART}.{name}")

    def _field(self, name: str, text: str) -> PaperParagraph:
        return letter_paper.line(text, self._key(name))

    def _date(self) -> PaperParagraph:
        if self._record.date is None:
            return NOTHING
        return self._field("date", format_date(self._record.date, DateStyle.LONG, self._digits))

    def _subject(self) -> str:
        name = heading.before_name(paper("Invitation to the meeting of"), self._committee.name)
        return f"{name} {heading.number_words(self._meeting, self._committee)}"

    def _listed(self, name: str) -> tuple[PaperParagraph, ...]:
        lines = letter_paper.lines_of(getattr(self._record, name), self._key(name))
        return letter_paper.listed(lines, self._digits)

    def _enclosures(self) -> tuple[PaperParagraph, ...]:
        if self._record.enclosures:
            return self._listed("enclosures")
        if self._record.kind is LetterKind.MEMO:
            return ()  # a memo says in its text what goes with it
        number = heading.number_words(self._meeting, self._committee)
        one = made_in_style("1", self._digits)
        words = [paper("Agenda of {meeting}, {count} set", meeting=number, count=one)]
        if self._record.reply_by:
            words.append(paper("Reply slip, {count} sheet", count=one))
        return letter_paper.listed([letter_paper.line(w) for w in words], self._digits)

    def _signature(self) -> SignatureBlock:
        record, head = self._record, self._head
        if record.signer_name or record.signer_lines:
            return SignatureBlock(record.signer_name, record.signer_lines)
        return SignatureBlock(head.signer_name, head.signer_lines)

    # ------------------------------------------------------------------ text

    def _body(self) -> Iterator[PaperBlock]:
        if self._record.body:
            yield from letter_paper.lines_of(self._record.body.split("\n"), self._key("body"))
        else:
            yield from InvitationWords(self._meeting, self._committee).paragraphs()
