"""Adopted versions of minutes: editions made of a frozen record and the committee's corrections."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import NOTHING, Changes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import MinutesState
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.agenda import ItemRow, MatterRow
from bmahr_desktop.storage.history import EditionRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import MEETING

if TYPE_CHECKING:
    import datetime

    from bmahr_desktop.storage.files import KeptFiles

PAPERS = "papers"
"""The folder of frozen records and papers, beside that of attachments."""


@dataclass(frozen=True)
class Version:
    """An adopted version.

    Attributes:
        number: Among the editions of its meeting.
        record, paper: The SHA-256 of the record and of the PDF among the papers.
        corrects: The number of the edition that it was made of.
        adopted_in: The uid of the matter that adopted it; of its own meeting when its minutes
            went round by letter.
        reopened: When the adoption was taken back; None while it stands.
        reason: Why it was taken back.
    """

    number: int
    at: "datetime.datetime"
    actor: str
    record: str
    paper: str
    corrects: int
    adopted_in: str
    reopened: "datetime.datetime | None"
    reason: str


def papers_of(session: Session) -> "KeptFiles":
    """Return the folder of frozen records and papers."""
    files: KeptFiles = session.info["files"]
    return files.beside(PAPERS)


def list_versions(session: Session, meeting: str) -> tuple[Version, ...]:
    """Return the adopted versions of a meeting's minutes, the first one first."""
    made = (EditionRow.meeting == meeting, EditionRow.corrects.is_not(None))
    query = select(EditionRow).where(*made).order_by(EditionRow.number)
    return tuple(
        Version(one.number, one.at, one.actor, one.record, one.paper, one.corrects or 0,
                one.adopted_in or "", one.reopened, one.reason)
        for one in session.scalars(query)
    )  # fmt: skip


def standing_version(session: Session, meeting: str) -> Version | None:
    """Return the adopted version that holds; None where there is none."""
    made = list_versions(session, meeting)
    return next((one for one in reversed(made) if one.reopened is None), None)


def add_edition(
    session: Session,
    meeting: str,
    record: bytes,
    pdf: bytes,
    corrects: int | None = None,
    adopted_in: str | None = None,
) -> int:
    """Keep a record and its paper as the next edition of a meeting; return its number.

    Args:
        session: The transaction.
        meeting: The meeting.
        record: The exchange file.
        pdf: Its minutes, set in type.
        corrects: The number of the edition that this is the adopted version of.
        adopted_in: The uid of what adopted it.

    Raises:
        Refused: If the disk refuses.
    """
    papers, sitting = papers_of(session), edits.sitting_of(session)
    try:
        kept = papers.keep(record), papers.keep(pdf)
    except OSError as error:
        raise Refused(
            msg("The closed record could not be kept: {reason}.", reason=reason_of(error))
        ) from error
    last = select(func.max(EditionRow.number)).where(EditionRow.meeting == meeting)
    number = (session.scalar(last) or 0) + 1
    session.add(
        EditionRow(
            meeting=meeting,
            number=number,
            at=sitting.now(),
            actor=sitting.actor,
            record=kept[0],
            paper=kept[1],
            reason="",
            corrects=corrects,
            adopted_in=adopted_in,
        )
    )
    session.flush()
    return number


# ---------------------------------------------------------------- taken back


def take_back(session: Session, meeting: str, reason: str) -> Changes:
    """Take back what a meeting adopted: those minutes are to be adopted again.

    The versions that were made of it stay among the papers, with when and why they were taken
    back. If its own minutes were adopted by letter, that is taken back too.

    Args:
        session: The transaction.
        meeting: The meeting that adopted them.
        reason: Why.
    """
    matters = _matters_ever(session, meeting)
    _mark(session, EditionRow.adopted_in.in_([*matters, meeting]), reason)
    cited = select(MatterRow.adopts_meeting).where(
        MatterRow.uid.in_(matters), MatterRow.removed.is_(None)
    )
    changes = NOTHING
    for earlier in sorted({uid for uid in session.scalars(cited) if uid and uid != meeting}):
        changes |= await_again(session, earlier)
    return changes | undo_decision(session, meeting)


def await_again(session: Session, meeting: str) -> Changes:
    """Let minutes that were adopted at a meeting await adoption again."""
    row = session.get(MeetingRow, meeting)
    if row is None or row.removed is not None or row.minutes_state is not MinutesState.ADOPTED:
        return NOTHING
    if row.circulated is not None and row.circulated.decided is not None:
        return NOTHING
    awaiting = MinutesState.AWAITING_ADOPTION
    return edits.amend(session, MEETING, meeting, None, minutes_state=awaiting)


def undo_decision(session: Session, meeting: str) -> Changes:
    """Let the answers to minutes that went round by letter be awaited again."""
    before = session.get_one(MeetingRow, meeting).circulated
    if before is None or before.decided is None:
        return NOTHING
    circulated = msgspec.structs.replace(before, decided=None)
    return edits.amend(session, MEETING, meeting, None, circulated=circulated)


def mark_taken_back(session: Session, meeting: str, reason: str) -> None:
    """Note of the versions of a meeting's minutes that they hold no longer."""
    _mark(session, (EditionRow.meeting == meeting) & EditionRow.corrects.is_not(None), reason)


def _mark(session: Session, which: ColumnElement[bool], reason: str) -> None:
    standing = update(EditionRow).where(
        which,
        EditionRow.reopened.is_(None),
        EditionRow.corrects.is_not(None),
    )
    now = edits.sitting_of(session).now()
    session.execute(standing.values(reopened=now, reason=reason))


def _matters_ever(session: Session, meeting: str) -> list[str]:
    """Return the uids of a meeting's matters, of removed ones too."""
    asked = (
        select(MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .where(ItemRow.meeting == meeting)
    )
    return list(session.scalars(asked))
