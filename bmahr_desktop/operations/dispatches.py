"""What goes out after a meeting: who is to be told what, the letters, and what lists resolutions.

Letters are records (`Dispatch`, a part of a meeting): `records.add(session, Kind.DISPATCH, letter,
meeting)`, `records.amend(session, Kind.DISPATCH, uid, version, sent=…)`, `records.remove(…)`. They
can be added and amended after the record of the meeting is closed. What one leaves empty is made
from the records whenever it is read as a paper.

A paper is made in two steps: one of the `read_…` functions here reads it, and `set_sent_paper` or
`write_sent_docx` of `operations.sent_papers` sets it, in the paper thread.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.dispatch_letter import (
    compose_answer_slip,
    compose_dispatch,
    compose_words,
)
from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.letter_paper import LetterPaper, ReplySlip
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.resolution_index import IndexPart
from bmahr_desktop.domain.telling import (
    addressee,
    in_order,
    layout_for,
    members_to_ask,
    notices_for,
    tells,
)
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.quoting import read_quoted
from bmahr_desktop.operations.resolution_papers import (
    meeting_holding,
    read_extract,
    read_follow_up_table,
    read_index,
)
from bmahr_desktop.storage.agenda import ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.meeting import DispatchRow
from bmahr_desktop.storage.people import UnitRow
from bmahr_desktop.storage.shapes import DISPATCH, PERSON
from bmahr_desktop.storage.trees import read_parts, read_records

__all__ = [
    "IndexPart", "UsualLetter", "dispatches_of", "list_dispatches", "proposed_circulation",
    "proposed_draft", "proposed_extract", "proposed_notice", "proposed_notices",
    "read_answer_slip", "read_dispatch_paper", "read_extract", "read_follow_up_table",
    "read_index", "read_proposed_paper", "usual_letter",
]  # fmt: skip


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
    return notices_for(read_meeting(session, meeting), _names(session))


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
        unit: The addressee, where a unit on file.
        person: The addressee, where a person on file.

    Raises:
        Refused: If there is no resolution, or they are of several meetings.
    """
    to = to.strip() or addressee("", unit, person, _names(session))
    notice = _telling(session, DispatchKind.NOTICE, resolutions, to)
    return msgspec.structs.replace(notice, unit=unit, person=person)


def proposed_extract(session: Session, resolutions: Sequence[str], to: str = "") -> Dispatch:
    """Return the letter with which a certified extract goes to somebody; see `read_extract`.

    Raises:
        Refused: If there is no resolution, or they are of several meetings.
    """
    return _telling(session, DispatchKind.EXTRACT, resolutions, to.strip())


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
    return _to_members(session, DispatchKind.DRAFT, meeting, reply_by, each=each)


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
    return _to_members(session, DispatchKind.CIRCULATION, meeting, reply_by, each=each)


def dispatches_of(session: Session, resolution: str) -> tuple[Dispatch, ...]:
    """Return the letters that tell a resolution, in their order; `sent` says which went out."""
    of = (
        select(ItemRow.meeting)
        .join(MatterRow, MatterRow.item == ItemRow.uid)
        .join(ResolutionRow, ResolutionRow.matter == MatterRow.uid)
        .where(ResolutionRow.uid == resolution)
    )
    meeting = session.scalars(of).first()
    if meeting is None:
        return ()
    return tuple(one for one in list_dispatches(session, meeting) if tells(one, resolution))


def list_dispatches(session: Session, meeting: str) -> tuple[Dispatch, ...]:
    """Return all letters that went out after a meeting, in their order."""
    return tuple(read_parts(session, DISPATCH, [meeting]).get(meeting, ()))


# ---------------------------------------------------------------- letters as papers


def read_dispatch_paper(session: Session, uid: str) -> LetterPaper:
    """Return a letter on file as a paper, whatever kind it is of.

    Raises:
        Refused: If it is not on file.
    """
    letter, meeting, committee = _letter(session, uid)
    return compose_dispatch(letter, meeting, committee, _addressee(session, letter))


def read_proposed_paper(session: Session, meeting: str, letter: Dispatch) -> LetterPaper:
    """Return a letter that is not on file as a paper.

    Raises:
        Refused: If the meeting is not on file.
    """
    quoted, committee = read_quoted(session, meeting)
    return compose_dispatch(letter, quoted, committee, _addressee(session, letter))


def usual_letter(session: Session, uid: str) -> UsualLetter:
    """Return what stands in the empty fields of a letter on file.

    Raises:
        Refused: If it is not on file.
    """
    letter, meeting, committee = _letter(session, uid)
    bare = msgspec.structs.replace(
        letter, to="", number="", enclosures=(), text="", signer_name="", signer_lines=()
    )
    paper = compose_dispatch(bare, meeting, committee, _addressee(session, bare))
    return UsualLetter(
        number=paper.number.text,
        to=paper.to.text,
        subject=paper.subject.text,
        enclosures=tuple(one.text for one in paper.enclosures),
        body=compose_words(letter, meeting, committee),
        signer_name=paper.signature.name,
        signer_lines=paper.signature.lines,
    )


def read_answer_slip(session: Session, uid: str) -> ReplySlip:
    """Return the slip with which somebody answers a letter of the kind CIRCULATION or DRAFT.

    Raises:
        Refused: If the letter is not on file.
    """
    return compose_answer_slip(*_letter(session, uid))


# ---------------------------------------------------------------- what they need


def _letter(session: Session, uid: str) -> tuple[Dispatch, Meeting, Committee]:
    meeting = session.scalars(
        select(DispatchRow.meeting).where(DispatchRow.uid == uid, DispatchRow.removed.is_(None))
    ).first()
    if meeting is None:
        raise Refused(msg("The letter is no longer on file."))
    quoted, committee = read_quoted(session, meeting)
    return next(one for one in quoted.dispatches if one.uid == uid), quoted, committee


def _addressee(session: Session, letter: Dispatch) -> str:
    """Return how the one on file is addressed to whom a letter goes; nothing for all members."""
    if letter.unit is None and letter.person is None:
        return ""
    return addressee("", letter.unit, letter.person, _names(session))


def _names(session: Session) -> dict[str, str]:
    """Return what units and people on file are called, by their uids."""
    units = select(UnitRow.uid, UnitRow.name).where(UnitRow.removed.is_(None))
    names = dict(session.execute(units).tuples().all())
    people = read_records(session, PERSON)
    return names | {one.uid: one.printed for one in people}


def _telling(session: Session, kind: DispatchKind, resolutions: Sequence[str], to: str) -> Dispatch:
    meeting = read_meeting(session, meeting_holding(session, resolutions))
    return Dispatch(
        uid=new_uid(), kind=kind, layout=layout_for(meeting), to=to,
        resolutions=in_order(meeting, resolutions),
    )  # fmt: skip


def _to_members(
    session: Session,
    kind: DispatchKind,
    meeting: str,
    reply_by: datetime.date | None,
    *,
    each: bool,
) -> tuple[Dispatch, ...]:
    record = read_meeting(session, meeting)
    layout = layout_for(record)
    if not each:
        return (Dispatch(uid=new_uid(), kind=kind, layout=layout, reply_by=reply_by),)
    return tuple(
        Dispatch(uid=new_uid(), kind=kind, layout=layout, to=name, person=person, reply_by=reply_by)
        for name, person in members_to_ask(record, kind)
    )
