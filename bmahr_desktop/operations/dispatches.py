"""What goes out after a meeting: who is to be told what, the letters, and what lists resolutions.

Letters are records (`Dispatch`, a part of a meeting): `records.add(session, Kind.DISPATCH, letter,
meeting)`, `records.amend(session, Kind.DISPATCH, uid, version, sent=…)`, `records.remove(…)`. They
can be added and amended after the record of the meeting is closed. What one leaves empty is made
from the records whenever it is read as a paper.

A paper is made in two steps: one of the `read_…` functions here reads it, and `set_sent_paper` or
`write_sent_docx` of `operations.sent_papers` sets it, in the paper thread.
"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.domain.extract import ExtractPaper
from bmahr_desktop.domain.letter_paper import LetterPaper, ReplySlip
from bmahr_desktop.domain.listing_paper import ListingPaper
from bmahr_desktop.domain.minutes import SignatureBlock


class IndexPart(StrEnum):
    """The two parts of an index of resolutions."""

    SUBJECT = "subject"
    UNIT = "unit"


@dataclass(frozen=True)
class UsualLetter:
    """What a letter says where its record is empty, for the fields of a form.

    Attributes:
        subject: เรื่อง, always composed.
        to: เรียน.
        body: The composed text, a line a paragraph.
    """

    number: str
    to: str
    subject: str
    enclosures: tuple[str, ...]
    body: str
    signer_name: str
    signer_lines: tuple[str, ...]


# ---------------------------------------------------------------- who is to be told what


def proposed_notices(session: Session, meeting: str) -> tuple[Dispatch, ...]:
    """Return a notice for each assignee of a meeting's resolutions who has not been told yet.

    Each has its `resolutions` in the order of the agenda, its addressee and a new uid; it is not
    on file. What was written already, sent or not, counts as told. A task that nobody was given
    goes to nobody.

    Raises:
        Refused: If the meeting is not on file.
    """
    raise NotImplementedError


def proposed_notice(
    session: Session,
    resolutions: Sequence[str],
    to: str = "",
    *,
    unit: str | None = None,
    person: str | None = None,
) -> Dispatch:
    """Return a notice of some resolutions to somebody chosen, whether they are to act or not.

    Args:
        session: The records.
        resolutions: Their uids, all of one meeting.
        to: How they are addressed; without it, by their post where they are on file.
        unit, person: Who they are, where they are on file.

    Raises:
        Refused: If there is no resolution, or they are of several meetings.
    """
    raise NotImplementedError


def proposed_extract(session: Session, resolutions: Sequence[str], to: str = "") -> Dispatch:
    """Return the letter with which a certified extract goes to somebody; see `read_extract`.

    Raises:
        Refused: If there is no resolution, or they are of several meetings.
    """
    raise NotImplementedError


def proposed_draft(
    session: Session, meeting: str, reply_by: datetime.date | None, *, each: bool = False
) -> tuple[Dispatch, ...]:
    """Return the letters that send the draft minutes to be looked through.

    Args:
        session: The records.
        meeting: The meeting's uid.
        reply_by: Until when corrections are awaited.
        each: Whether every member gets a letter of their own, not one for all.

    Returns:
        One letter for all members; or one for each of them who has not got one yet.

    Raises:
        Refused: If the meeting is not on file.
    """
    raise NotImplementedError


def proposed_circulation(
    session: Session, meeting: str, reply_by: datetime.date | None, *, each: bool = True
) -> tuple[Dispatch, ...]:
    """Return the letters with which the minutes are adopted without a meeting, by answering.

    Args:
        session: The records.
        meeting: The meeting's uid.
        reply_by: Until when answers are awaited; who is silent agrees.
        each: Whether every member gets a letter of their own, so that answers can be noted.

    Raises:
        Refused: If the meeting is not on file.
    """
    raise NotImplementedError


def dispatches_of(session: Session, resolution: str) -> tuple[Dispatch, ...]:
    """Return the letters that tell a resolution, in their order; `sent` says which went out."""
    raise NotImplementedError


def list_dispatches(session: Session, meeting: str) -> tuple[Dispatch, ...]:
    """Return all letters that went out after a meeting, in their order."""
    raise NotImplementedError


# ---------------------------------------------------------------- letters as papers


def read_dispatch_paper(session: Session, uid: str) -> LetterPaper:
    """Return a letter on file as a paper, whatever kind it is of.

    Raises:
        Refused: If it is not on file.
    """
    raise NotImplementedError


def read_proposed_paper(session: Session, meeting: str, letter: Dispatch) -> LetterPaper:
    """Return a letter that is not on file as a paper.

    Raises:
        Refused: If the meeting is not on file.
    """
    raise NotImplementedError


def usual_letter(session: Session, uid: str) -> UsualLetter:
    """Return what stands in the empty fields of a letter on file.

    Raises:
        Refused: If it is not on file.
    """
    raise NotImplementedError


def read_answer_slip(session: Session, uid: str) -> ReplySlip:
    """Return the slip with which somebody answers a letter of the kind CIRCULATION or DRAFT.

    Raises:
        Refused: If the letter is not on file.
    """
    raise NotImplementedError


# ---------------------------------------------------------------- extracts and lists


def read_extract(
    session: Session,
    *uids: str,
    signer: SignatureBlock | None = None,
    on: datetime.date | None = None,
) -> ExtractPaper:
    """Return a certified extract of minutes.

    Args:
        session: The records.
        *uids: Resolutions, matters or items of one meeting. With a resolution, its whole matter
            is extracted, but no other resolution of it.
        signer: Who certifies; by default the letterhead's signer, else who took the minutes.
        on: The day of certifying; None to leave room for it.

    Raises:
        Refused: If one is not on file, or they are of several meetings.
    """
    raise NotImplementedError


def read_follow_up_table(
    session: Session, uids: Sequence[str], words: str = "", *, on: datetime.date
) -> ListingPaper:
    """Return the table that follows resolutions up: a row for each task, in the order given.

    Args:
        session: The records.
        uids: Resolutions, of whatever committees and years; those without a task have a row too.
        words: What was looked for, in a line under the title: "ปี ๒๕๖๗ หน่วยงาน …".
        on: The day of issue; what was due before it and is open is marked as overdue.
    """
    raise NotImplementedError


def read_index(
    session: Session,
    committee: str,
    year: int,
    parts: Collection[IndexPart] = tuple(IndexPart),
) -> ListingPaper:
    """Return the index of a committee's resolutions in a year (พ.ศ.).

    Args:
        session: The records.
        committee: The committee's uid.
        year: The year.
        parts: By subject, by unit, or both.

    Raises:
        Refused: If the committee is not on file.
    """
    raise NotImplementedError
