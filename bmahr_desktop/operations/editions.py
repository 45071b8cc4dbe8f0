"""Freezing the record of a meeting with its minutes, and opening it again.

Freezing has three steps, because setting type is slow and must not hold the window:
`prepare_edition` reads, `set_paper` of `operations.minutes` sets in the paper thread, and
`close_record` writes. `freeze` does all of it, where nobody waits.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import MeetingState, MinutesState
from bmahr_desktop.domain.minutes import MinutesPaper
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.exchange_out import gather
from bmahr_desktop.operations.minutes import set_paper
from bmahr_desktop.operations.papers import read_meeting, read_minutes
from bmahr_desktop.operations.sessions import set_minutes_state
from bmahr_desktop.operations.versions import add_edition, papers_of, take_back
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.frozen import GOES_ON, frozen_meetings, standing_edition
from bmahr_desktop.storage.history import EditionRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import MEETING, SHAPES
from bmahr_desktop.storage.wholes import meeting_of

if TYPE_CHECKING:
    import datetime

__all__ = [
    "Edition", "Prepared", "close_record", "freeze", "frozen_meetings", "is_frozen",
    "keep_edition", "list_editions", "open_fields", "prepare_edition", "read_edition", "reopen",
]  # fmt: skip


@dataclass(frozen=True)
class Edition:
    """A record that was frozen.

    Attributes:
        number: From 1, in each meeting.
        record, paper: The SHA-256 of the record and of the PDF among the papers.
        reopened: When it was opened again; None while it stands.
        reason: Why.
    """

    number: int
    at: "datetime.datetime"
    actor: str
    record: str
    paper: str
    reopened: "datetime.datetime | None"
    reason: str


@dataclass(frozen=True)
class Prepared:
    """A meeting about to be frozen.

    Attributes:
        record: Its exchange file.
        minutes: Its minutes, to be set in type.
        changed: When the record was last changed; it must not have changed when it is kept.
    """

    meeting: str
    record: bytes
    minutes: MinutesPaper
    changed: "datetime.datetime"


def is_frozen(session: Session, meeting: str) -> bool:
    """Tell whether a meeting's record is frozen: nothing in it can be changed."""
    return standing_edition(session, meeting) is not None


def open_fields(session: Session, kind: Kind, uid: str) -> frozenset[str] | None:
    """Return the fields of a part of a meeting that go on after its record is closed.

    Returns:
        None while the record is open, or for what is no part of a meeting.
    """
    meeting = meeting_of(session, SHAPES[kind], uid)
    if meeting is None or not is_frozen(session, meeting):
        return None
    return GOES_ON.get(kind, frozenset())


def list_editions(session: Session, meeting: str) -> tuple[Edition, ...]:
    """Return the editions that a meeting's record was frozen in, the first one first.

    Adopted versions are listed by `operations.versions`.
    """
    frozen = (EditionRow.meeting == meeting, EditionRow.corrects.is_(None))
    query = select(EditionRow).where(*frozen).order_by(EditionRow.number)
    return tuple(
        Edition(one.number, one.at, one.actor, one.record, one.paper, one.reopened, one.reason)
        for one in session.scalars(query)
    )


def read_edition(session: Session, sha256: str) -> bytes | None:
    """Return a frozen record or paper; None if it is missing or was altered."""
    return papers_of(session).read(sha256)


# ---------------------------------------------------------------- freezing


def prepare_edition(session: Session, meeting: str) -> Prepared:
    """Read all that is frozen of a meeting.

    Raises:
        Refused: If it is not closed, or is frozen already.
    """
    record = read_meeting(session, meeting)
    if record.state is not MeetingState.CLOSED:
        raise Refused(msg("End the meeting first; then its record can be closed."))
    if is_frozen(session, meeting):
        raise Refused(msg("The record is closed already."))
    exchange = gather(session, record.committee, [meeting])
    data = msgspec.json.format(msgspec.json.encode(exchange), indent=1) + b"\n"
    return Prepared(meeting, data, read_minutes(session, meeting), record.changed)


def keep_edition(session: Session, prepared: Prepared, pdf: bytes) -> Changes:
    """Keep a meeting's record and minutes as they are; from now on nothing in it changes.

    Args:
        session: The transaction.
        prepared: What was read.
        pdf: Its minutes, set in type.

    Raises:
        StaleText: If the record was changed since it was read.
        Refused: If it is frozen already, or the disk refuses.
    """
    if session.get_one(MeetingRow, prepared.meeting).changed != prepared.changed:
        raise StaleText(prepared.meeting)
    if is_frozen(session, prepared.meeting):
        raise Refused(msg("The record is closed already."))
    add_edition(session, prepared.meeting, prepared.record, pdf)
    return _told(session, prepared.meeting, "frozen")


def close_record(session: Session, prepared: Prepared, pdf: bytes) -> Changes:
    """Keep a meeting's record as `keep_edition`; draft minutes await adoption from now on.

    Raises:
        StaleText: If the record was changed since it was read.
        Refused: If it is frozen already, or the disk refuses.
    """
    changes = keep_edition(session, prepared, pdf)
    if session.get_one(MeetingRow, prepared.meeting).minutes_state is MinutesState.DRAFT:
        awaiting = MinutesState.AWAITING_ADOPTION
        changes |= set_minutes_state(session, prepared.meeting, awaiting)
    return changes


def freeze(session: Session, meeting: str) -> Changes:
    """Read, set and keep in one go; slow, for callers that nobody waits for.

    Raises:
        Refused: As the steps.
    """
    prepared = prepare_edition(session, meeting)
    return close_record(session, prepared, set_paper(prepared.minutes).pdf)


# ---------------------------------------------------------------- opening again


def reopen(session: Session, meeting: str, reason: str) -> Changes:
    """Open the record of the committee's newest closed meeting again, to mend it.

    The edition stays among the papers, with who opened it, when and why. The minutes are a draft
    again, and the earlier minutes that the meeting adopted are to be adopted again.

    Raises:
        Refused: If no reason is given, it is not frozen, or a later meeting is closed already.
    """
    if not reason.strip():
        raise Refused(msg("Write why the record is opened again."))
    if not is_frozen(session, meeting):
        raise Refused(msg("The record is not closed."))
    if later := _later(session, meeting):
        raise Refused(
            msg("Only the newest closed record can be opened again: that of meeting {number}.",
                number=name_of(later.number, later.year))
        )  # fmt: skip
    closed = update(EditionRow).where(EditionRow.meeting == meeting, EditionRow.reopened.is_(None))
    now = edits.sitting_of(session).now()
    session.execute(closed.values(reopened=now, reason=reason.strip()))
    changes = take_back(session, meeting, reason.strip())
    changes |= edits.amend(session, MEETING, meeting, None, minutes_state=MinutesState.DRAFT)
    return changes | _told(session, meeting, "reopened")


def _later(session: Session, meeting: str) -> MeetingRow | None:
    own, row = session.get_one(MeetingRow, meeting), MeetingRow
    closed = select(row).where(
        row.committee == own.committee,
        row.state == MeetingState.CLOSED,
        row.removed.is_(None),
        (row.date > own.date) | ((row.date == own.date) & (row.number > own.number)),
    )
    newest = closed.order_by(row.date.desc(), row.number.desc()).limit(1)
    return session.scalars(newest).first()


def _told(session: Session, meeting: str, action: str) -> Changes:
    edits.write_in_trail(session, MEETING, meeting, action)
    return Changes(frozenset({Kind.MEETING}), frozenset({meeting}), frozenset({meeting}))
