"""The papers before and after a meeting: read from the records, and set in type."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.documents.agenda import set_agenda
from bmahr_desktop.documents.letters import set_letter
from bmahr_desktop.documents.minutes import set_minutes
from bmahr_desktop.documents.payment import set_payment
from bmahr_desktop.documents.reply_slip import set_reply_slip
from bmahr_desktop.documents.sign_in import set_sign_in
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.word.agenda import write_agenda
from bmahr_desktop.documents.word.letters import write_letter
from bmahr_desktop.domain import invitation
from bmahr_desktop.domain.agenda_paper import AgendaPaper, compose_agenda
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.letter_paper import LetterPaper, ReplySlip
from bmahr_desktop.domain.letters import Invitation
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.minutes import MinutesPaper
from bmahr_desktop.domain.payment import PaymentPaper, compose_payment, rates_of
from bmahr_desktop.domain.sign_in import SignInPaper, compose_sign_in
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.papers import read_meeting, read_minutes
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.operations.word import write_minutes_docx


class PaperKind(StrEnum):
    """The papers of a meeting."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    INVITATION = "invitation"
    REPLY_SLIP = "reply_slip"
    SIGN_IN = "sign_in"
    PAYMENT = "payment"


MeetingPaper = MinutesPaper | AgendaPaper | LetterPaper | ReplySlip | SignInPaper | PaymentPaper


def read_paper(
    session: Session, meeting: str, kind: PaperKind, *, draft: bool = False
) -> MeetingPaper:
    """Return a paper of a meeting as the records stand.

    Args:
        session: The records.
        meeting: The meeting's uid.
        kind: Which paper.
        draft: Whether to mark every page of the minutes as a draft.

    Raises:
        Refused: If the meeting is not on file, or the paper has nothing to say.
    """
    match kind:
        case PaperKind.MINUTES:
            return read_minutes(session, meeting, draft=draft)
        case PaperKind.AGENDA:
            return read_agenda_paper(session, meeting)
        case PaperKind.INVITATION:
            return read_invitation(session, meeting)
        case PaperKind.REPLY_SLIP:
            return read_reply_slip(session, meeting)
        case PaperKind.SIGN_IN:
            return read_sign_in(session, meeting)
        case PaperKind.PAYMENT:
            return read_payment(session, meeting)


def set_meeting_paper(
    paper: MeetingPaper, went_on: Callable[[int], None] | None = None, crest: bytes | None = None
) -> SetPaper:
    """Set a paper of a meeting in type; safe outside the main thread.

    Args:
        paper: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.
        crest: The file of the office's picture of the Garuda, for letters.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
        BadPictureError: If a picture cannot be read.
    """
    match paper:
        case MinutesPaper():
            return set_minutes(paper, went_on)
        case AgendaPaper():
            return set_agenda(paper, went_on)
        case LetterPaper():
            return set_letter(paper, crest, went_on)
        case ReplySlip():
            return set_reply_slip(paper, went_on)
        case SignInPaper():
            return set_sign_in(paper, went_on)
        case PaymentPaper():
            return set_payment(paper, went_on)


WORD_KINDS = frozenset({PaperKind.MINUTES, PaperKind.AGENDA, PaperKind.INVITATION})
"""The papers that people go on editing in Word."""


def write_docx(paper: MeetingPaper, out: Path, crest: bytes | None = None) -> None:
    """Write a paper of a meeting as a Word file; safe outside the main thread.

    Args:
        paper: The paper.
        out: The file; what stood there before is replaced whole.
        crest: The file of the office's picture of the Garuda, for letters.

    Raises:
        Refused: If it cannot be written, or the paper is filled in by hand.
        BadPictureError: If a picture cannot be read.
    """
    match paper:
        case MinutesPaper():
            write_minutes_docx(paper, out)
        case AgendaPaper():
            write_whole(out, write_agenda(paper))
        case LetterPaper():
            write_whole(out, write_letter(paper, crest))
        case _:
            raise Refused(
                msg("This paper is filled in by hand; there is no Word file of it. Take the PDF.")
            )


# ---------------------------------------------------------------- each of them


def read_agenda_paper(session: Session, meeting: str) -> AgendaPaper:
    """Return the agenda of a meeting.

    Raises:
        Refused: If the meeting is not on file.
    """
    return compose_agenda(*_both(session, meeting))


def read_invitation(session: Session, meeting: str) -> LetterPaper:
    """Return the letter that calls a meeting; what nobody wrote is made from the records.

    Raises:
        Refused: If the meeting is not on file.
    """
    return invitation.compose_invitation(*_both(session, meeting))


def read_reply_slip(session: Session, meeting: str) -> ReplySlip:
    """Return the slip with which those who are invited answer.

    Raises:
        Refused: If the meeting is not on file.
    """
    return invitation.compose_reply_slip(*_both(session, meeting))


def read_sign_in(session: Session, meeting: str) -> SignInPaper:
    """Return the sheets on which those who come sign.

    Raises:
        Refused: If the meeting is not on file.
    """
    return compose_sign_in(*_both(session, meeting))


def read_payment(session: Session, meeting: str) -> PaymentPaper:
    """Return the evidence of paying allowances to those who came.

    Raises:
        Refused: If the meeting is not on file, or the committee pays no allowance.
    """
    record, committee = _both(session, meeting)
    if not rates_of(committee):
        raise Refused(
            msg(
                "The committee pays no meeting allowance yet. Write in its settings what each role"
                " is paid."
            )
        )
    return compose_payment(record, committee)


def _both(session: Session, meeting: str) -> tuple[Meeting, Committee]:
    record = read_meeting(session, meeting)
    return record, read_committee(session, record.committee)


# ---------------------------------------------------------------- the invitation's form


@dataclass(frozen=True)
class Usual:
    """What an invitation says where nobody wrote anything else; and what is wrong with its date.

    Attributes:
        warning: About the committee's days of notice; None where nothing is wrong.
    """

    number: str
    to: str
    enclosures: tuple[str, ...]
    body: str
    signer_name: str
    signer_lines: tuple[str, ...]
    warning: Message | None


def usual_invitation(session: Session, meeting: str) -> Usual:
    """Return what stands in an invitation's empty fields.

    Raises:
        Refused: If the meeting is not on file.
    """
    record, committee = _both(session, meeting)
    now = record.invitation or Invitation()
    bare = Invitation(kind=now.kind, reply_by=now.reply_by, reply_to=now.reply_to)
    letter = invitation.compose_invitation(
        msgspec.structs.replace(record, invitation=bare), committee
    )
    return Usual(
        number=letter.number.text,
        to=letter.to.text,
        enclosures=tuple(one.text for one in letter.enclosures),
        body=invitation.compose_words(record, committee),
        signer_name=letter.signature.name,
        signer_lines=letter.signature.lines,
        warning=invitation.notice_warning(record, committee),
    )
