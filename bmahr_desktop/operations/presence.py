"""Calling the roll: who is there, how, from which matter on and until which."""

from typing import Any

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.domain.attending import matters_of, refusals_of_away, steps_of
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Meeting, MeetingState, Mode
from bmahr_desktop.domain.presence import Away, Conflict
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attendance import listing_of, read_roll
from bmahr_desktop.operations.course import read_course


def mark_present(session: Session, uid: str, meeting: str, mode: Mode, time: str) -> Changes:
    """Mark somebody as there, in the room or online.

    Who comes while the meeting is past its first matter is there from the matter spoken about now.

    Args:
        session: The transaction.
        uid: Their uid in the lists.
        meeting: The meeting.
        mode: In the room or online.
        time: The time of now, "09:42".
    """
    one, record = _read(session, uid), read_course(session, meeting).meeting
    fields: dict[str, Any] = {"mode": mode}
    absent = one.list is AttendanceList.ABSENT
    if absent:
        fields |= {"list": AttendanceList.PRESENT, "reason": ""}
    if record.state is MeetingState.IN_SESSION and (absent or one.mode is None):
        before = _before(record)
        if before is not None:
            fields |= {"joined": time, "away": (Away(None, before),)}
    if mode is Mode.ONLINE and not one.identified_by:
        fields["identified_by"] = _secretary(session, meeting)
    return records.amend(session, Kind.ATTENDANCE, uid, None, **fields)


def mark_absent(session: Session, uid: str, reason: str) -> Changes:
    """Mark somebody as not there.

    Raises:
        Refused: If they are no member: guests who do not come are simply not listed.
    """
    if _read(session, uid).list is AttendanceList.PARTICIPANT:
        raise Refused(msg("Only members are listed as absent. Remove the guest instead."))
    fields: dict[str, Any] = {
        "list": AttendanceList.ABSENT, "mode": None, "reason": reason, "joined": None,
        "left": None, "away": (),
    }  # fmt: skip
    return records.amend(session, Kind.ATTENDANCE, uid, None, **fields)


def mark_all_present(session: Session, meeting: str) -> Changes:
    """Mark everybody who was not called yet as there, in the room."""
    changes = Changes()
    for one in read_roll(session, meeting):
        if one.list is not AttendanceList.ABSENT and one.mode is None:
            fields = {"mode": Mode.ON_SITE}
            changes |= records.amend(session, Kind.ATTENDANCE, one.uid, None, **fields)
    return changes


def go_out(session: Session, uid: str, meeting: str, time: str) -> Changes:
    """Note that somebody leaves: they miss the matter spoken about now and those behind it.

    Raises:
        Refused: If they have voted there, or sign the minutes.
    """
    one, record = _read(session, uid), read_course(session, meeting).meeting
    away = (*one.away, Away(first=record.current))
    if refused := refusals_of_away(record, uid, away):
        raise Refused(*refused)
    return records.amend(session, Kind.ATTENDANCE, uid, None, away=away, left=time)


def come_back(session: Session, uid: str, meeting: str) -> Changes:
    """Note that somebody who had left is there again, from the matter spoken about now."""
    one, record = _read(session, uid), read_course(session, meeting).meeting
    open_ = [away for away in one.away if away.last is None]
    kept = [away for away in one.away if away.last is not None]
    before = _before(record)
    for away in open_:
        if before is not None and away.first != record.current:
            kept.append(msgspec.structs.replace(away, last=before))
    return records.amend(session, Kind.ATTENDANCE, uid, None, away=tuple(kept), left=None)


def put_substitute(
    session: Session, uid: str, meeting: str, name: str, person: str | None = None
) -> Changes:
    """Let somebody stand in for a member: listed under their own name, "แทน…" the member's post.

    Args:
        session: The transaction.
        uid: The member's uid in the lists.
        meeting: The meeting.
        name: The substitute's name as printed, where they are not on file.
        person: The substitute, where they are.

    Raises:
        Refused: If no name is given.
    """
    member = _read(session, uid)
    if not person and not name.strip():
        raise Refused(msg("Write who stands in."))
    post = member.substitute_for or (member.lines[0] if member.lines else member.name)
    fields: dict[str, Any] = {
        "substitute_for": post,
        "stands_for": member.stands_for or member.person,
        "list": AttendanceList.PRESENT,
        "mode": member.mode or Mode.ON_SITE,
        "reason": "",
        "name": name.strip(),
        "person": None,
        "lines": (),
    }
    if person:
        listed = listing_of(session, meeting, person, AttendanceList.PRESENT)
        fields |= {"name": listed.name, "person": person, "lines": listed.lines}
    return records.amend(session, Kind.ATTENDANCE, uid, None, **fields)


def take_substitute_away(session: Session, uid: str, meeting: str) -> Changes:
    """List the member again for whom somebody stood in.

    Raises:
        Refused: If it is not known for whom.
    """
    one = _read(session, uid)
    if one.stands_for is None:
        raise Refused(msg("It is not on file for whom they stand in. Change the name instead."))
    listed = listing_of(session, meeting, one.stands_for, AttendanceList.PRESENT)
    fields: dict[str, Any] = {
        "substitute_for": "", "stands_for": None, "name": listed.name, "person": listed.person,
        "lines": listed.lines,
    }  # fmt: skip
    return records.amend(session, Kind.ATTENDANCE, uid, None, **fields)


def set_away(session: Session, uid: str, meeting: str, away: tuple[Away, ...]) -> Changes:
    """Say which matters somebody misses.

    Raises:
        Refused: If they have voted on one of them, or sign the minutes and leave for good.
    """
    if refused := refusals_of_away(read_course(session, meeting).meeting, uid, away):
        raise Refused(*refused)
    return records.amend(session, Kind.ATTENDANCE, uid, None, away=away)


def turn_conflict(session: Session, meeting: str, matter: str, uid: str) -> Changes:
    """Say that somebody has an interest in a matter and takes no part in it, or take that back.

    Args:
        session: The transaction.
        meeting: The meeting.
        matter: The matter.
        uid: Their uid in the lists.

    Raises:
        Refused: If they vote on it, or the matter is not on file.
    """
    record = read_course(session, meeting).meeting
    found = next((one for one in matters_of(record) if one.uid == matter), None)
    if found is None:
        raise Refused(msg("This is no longer on file."))
    kept = tuple(one for one in found.conflicts if one.attendance != uid)
    if len(kept) == len(found.conflicts):
        if refused := refusals_of_away(record, uid, (Away(matter, matter),)):
            raise Refused(*refused)
        kept = (*kept, Conflict(uid))
    return records.amend(session, Kind.MATTER, matter, None, conflicts=kept)


def _before(meeting: Meeting) -> str | None:
    """Return the matter before the one spoken about now; None at the first, or before it."""
    steps = list(steps_of(meeting))
    at = steps.index(meeting.current) if meeting.current in steps else 0
    return steps[at - 1] if at else None


def _secretary(session: Session, meeting: str) -> str:
    """Return who makes sure of who is online, unless another is written: the secretary."""
    roles = (Role.MEMBER_SECRETARY, Role.SECRETARY)
    return next((one.name for one in read_roll(session, meeting) if one.role in roles), "")


def _read(session: Session, uid: str) -> Attendance:
    one: Attendance = records.read(session, Kind.ATTENDANCE, uid).record
    return one
