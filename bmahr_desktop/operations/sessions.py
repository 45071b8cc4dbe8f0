"""A meeting while it is held: begun, led from matter to matter, ended; or not held after all."""

import datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.attending import matters_of
from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.changes import NOTHING, Changes, Kind
from bmahr_desktop.domain.closing_agenda import has_text, is_decided
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Matter,
    MatterState,
    MeetingState,
    MinutesState,
    Section,
    SectionKind,
)
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg, paper
from bmahr_desktop.operations import records
from bmahr_desktop.operations.course import read_course
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.versions import await_again
from bmahr_desktop.storage.agenda import MatterRow
from bmahr_desktop.storage.meeting import MeetingRow

_WAITING = (MeetingState.PREPARING, MeetingState.POSTPONED)
_OPEN = (MeetingState.PREPARING, MeetingState.IN_SESSION, MeetingState.POSTPONED)


def blank_matter() -> Matter:
    """Return a matter without a title, with a text to write in."""
    return Matter(uid=new_uid(), sections=(Section(uid=new_uid(), kind=SectionKind.TEXT),))


# ---------------------------------------------------------------- begun and ended


def start(session: Session, meeting: str, time: str) -> Changes:
    """Begin a meeting: every item gets something to record under, the first matter is current.

    Args:
        session: The transaction.
        meeting: The meeting.
        time: The time of now, "09:30"; kept where no beginning is set yet.

    Raises:
        Refused: If it was begun before, or will not be held.
    """
    record = read_course(session, meeting).meeting
    if record.state not in _WAITING:
        raise Refused(msg("This meeting cannot be begun: it was begun or called off already."))
    changes = NOTHING
    for item in record.agenda:
        if not item.matters:
            changes |= records.add(session, Kind.MATTER, blank_matter(), item.uid)
    fields: dict[str, Any] = {"state": MeetingState.IN_SESSION, "state_reason": ""}
    if record.start is None:
        fields["start"] = time
    if matters := matters_of(read_course(session, meeting).meeting):
        fields["current"] = matters[0].uid
    return changes | _amend(session, meeting, **fields)


def end(session: Session, meeting: str, time: str, seconds: int = 0) -> Changes:
    """End a meeting; earlier minutes that it adopted are adopted from now on.

    Args:
        session: The transaction.
        meeting: The meeting.
        time: The time of now, "11:40"; kept where no end is set yet.
        seconds: How long the current matter was spoken about since it was gone to.

    Raises:
        Refused: If it is not in session.
    """
    record = read_course(session, meeting).meeting
    if record.state is not MeetingState.IN_SESSION:
        raise Refused(msg("Only a meeting that is in session can be ended."))
    changes = _leave(session, record.current, seconds)
    fields: dict[str, Any] = {"state": MeetingState.CLOSED, "current": None}
    if record.end is None:
        fields["end"] = time
    changes |= _amend(session, meeting, **fields)
    for matter in matters_of(record):
        if matter.adopts and matter.adopts.meeting and _adopts(matter):
            changes |= _adopted(session, matter.adopts.meeting)
    return changes


def _adopts(matter: Matter) -> bool:
    return matter.state is not MatterState.UNDISCUSSED and is_decided(matter)


def _adopted(session: Session, meeting: str) -> Changes:
    row = session.get(MeetingRow, meeting)
    if row is None or row.removed is not None or row.state is not MeetingState.CLOSED:
        return NOTHING
    return _amend(session, meeting, minutes_state=MinutesState.ADOPTED)


def go_on(session: Session, meeting: str) -> Changes:
    """Go on with a meeting that was ended by mistake; its end is open again.

    The minutes that it adopted await adoption again.

    Raises:
        Refused: If it is not over, or its record is frozen.
    """
    if _row(session, meeting).state is not MeetingState.CLOSED:
        raise Refused(msg("Only a meeting that was ended can go on."))
    changes = _amend(session, meeting, state=MeetingState.IN_SESSION, end=None)
    for matter in matters_of(read_course(session, meeting).meeting):
        if matter.adopts and matter.adopts.meeting == meeting:
            changes |= _amend(session, meeting, minutes_state=MinutesState.DRAFT)
        elif matter.adopts and matter.adopts.meeting and _adopts(matter):
            changes |= await_again(session, matter.adopts.meeting)
    return changes


def set_minutes_state(session: Session, meeting: str, state: MinutesState) -> Changes:
    """Say how far the minutes have come: a draft, sent out, adopted.

    Raises:
        Refused: If the meeting is not over, and so has no minutes to send out.
    """
    if state is not MinutesState.DRAFT and _row(session, meeting).state is not MeetingState.CLOSED:
        raise Refused(msg("The minutes can be sent out when the meeting is over."))
    return _amend(session, meeting, minutes_state=state)


# ---------------------------------------------------------------- from matter to matter


def set_current(session: Session, meeting: str, matter: str | None, seconds: int = 0) -> Changes:
    """Go to a matter; the one that is left is marked as discussed when something is recorded.

    Args:
        session: The transaction.
        meeting: The meeting.
        matter: The matter to go to; None for none.
        seconds: How long the matter that is left was spoken about since it was gone to.
    """
    before = _row(session, meeting).current
    if before == matter:
        return NOTHING
    return _leave(session, before, seconds) | _amend(session, meeting, current=matter)


def _leave(session: Session, matter: str | None, seconds: int) -> Changes:
    row = session.get(MatterRow, matter) if matter else None
    if row is None or row.removed is not None:
        return NOTHING
    fields: dict[str, Any] = {"seconds": min(row.seconds + max(0, seconds), 1_000_000)}
    if row.state is MatterState.PENDING and _is_recorded(session, row.uid):
        fields["state"] = MatterState.DISCUSSED
    return records.amend(session, Kind.MATTER, row.uid, None, **fields)


def _is_recorded(session: Session, matter: str) -> bool:
    found: Matter = records.read(session, Kind.MATTER, matter).record
    return has_text(found) or is_decided(found)


def mark_undiscussed(session: Session, matter: str, *, undiscussed: bool = True) -> Changes:
    """Say that the meeting did not come to a matter, or take that back."""
    state = MatterState.UNDISCUSSED if undiscussed else MatterState.PENDING
    return records.amend(session, Kind.MATTER, matter, None, state=state)


def add_late_matter(session: Session, meeting: str, matter: Matter) -> Changes:
    """Add a matter that came in after the agenda went out: under "other matters", else at the end.

    The blank matter that stood there to record under gives way.

    Args:
        session: The transaction.
        meeting: The meeting.
        matter: The new matter.
    """
    record = read_meeting(session, meeting)
    others = [item for item in record.agenda if item.kind is ItemKind.OTHER]
    late = msgspec.structs.replace(matter, late=True)
    if not others:
        title = paper("other matters (if any)")
        item = AgendaItem(uid=new_uid(), title=title, kind=ItemKind.OTHER, matters=(late,))
        last = [one.kind for one in record.agenda][-1:] == [ItemKind.NEXT_MEETING]
        at = len(record.agenda) - 1 if last else None
        return records.add(session, Kind.ITEM, item, meeting, at)
    changes = records.add(session, Kind.MATTER, late, others[-1].uid)
    for one in others[-1].matters:
        blank = not (one.title.strip() or has_text(one) or is_decided(one) or one.attachments)
        if blank and one.uid == record.current:
            changes |= _amend(session, meeting, current=late.uid)
        if blank:
            changes |= records.remove(session, Kind.MATTER, one.uid)
    return changes


# ---------------------------------------------------------------- not held


def postpone(
    session: Session, meeting: str, reason: str, to: datetime.date | None = None
) -> Changes:
    """Put a meeting off (เลื่อน).

    Args:
        session: The transaction.
        meeting: The meeting.
        reason: Why.
        to: The day that it is put off to, where it is known.

    Raises:
        Refused: If it is over, or the day is not later.
    """
    if to is not None and to <= _row(session, meeting).date:
        raise Refused(msg("The new day must be later than that of the meeting."))
    return _call_off(session, meeting, MeetingState.POSTPONED, reason, to)


def cancel(session: Session, meeting: str, reason: str) -> Changes:
    """Call a meeting off (งด).

    Raises:
        Refused: If it is over.
    """
    return _call_off(session, meeting, MeetingState.CANCELLED, reason)


def no_quorum(session: Session, meeting: str, reason: str = "") -> Changes:
    """Adjourn a meeting because too few members came (ไม่ครบองค์ประชุม).

    Raises:
        Refused: If it is over.
    """
    return _call_off(session, meeting, MeetingState.NO_QUORUM, reason)


def _call_off(
    session: Session,
    meeting: str,
    state: MeetingState,
    reason: str,
    to: datetime.date | None = None,
) -> Changes:
    if _row(session, meeting).state not in _OPEN:
        raise Refused(msg("This meeting is over, or was called off already."))
    reason = reason.strip()
    return _amend(session, meeting, state=state, state_reason=reason, put_off_to=to, current=None)


def prepare_again(session: Session, meeting: str) -> Changes:
    """Prepare a meeting after all that was put off, called off or adjourned.

    Raises:
        Refused: If it was not, or another meeting has its number by now.
    """
    row = _row(session, meeting)
    if row.state not in (
        MeetingState.POSTPONED, MeetingState.CANCELLED, MeetingState.NO_QUORUM,
    ):  # fmt: skip
        raise Refused(msg("This meeting was not called off."))
    if holder_of_number(session, row.committee, row.year, row.number, besides=meeting):
        number = name_of(row.number, row.year)
        raise Refused(msg("Another meeting has the number {number} now.", number=number))
    return _amend(session, meeting, state=MeetingState.PREPARING, state_reason="", put_off_to=None)


def holder_of_number(
    session: Session, committee: str, year: int, number: int, besides: str = ""
) -> str | None:
    """Return the uid of the meeting that has a number; one put off or called off has none."""
    row = MeetingRow
    held = select(row.uid).where(
        row.committee == committee,
        row.year == year,
        row.number == number,
        row.removed.is_(None),
        row.uid != besides,
        row.state.not_in((MeetingState.POSTPONED, MeetingState.CANCELLED)),
    )
    return session.scalar(held.limit(1))


# ---------------------------------------------------------------- what they need


def _row(session: Session, meeting: str) -> MeetingRow:
    row = session.get(MeetingRow, meeting)
    if row is None or row.removed is not None:
        raise Refused(msg("The meeting is no longer on file."))
    return row


def _amend(session: Session, meeting: str, **fields: Any) -> Changes:
    return records.amend(session, Kind.MEETING, meeting, None, **fields)
