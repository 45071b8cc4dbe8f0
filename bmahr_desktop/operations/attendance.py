"""Who is listed at the head of the minutes, and who signs them: from the register to the paper."""

from typing import Any

from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Meeting, Mode, Signature
from bmahr_desktop.domain.people import Person
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.convening import members_on, printed_lines
from bmahr_desktop.operations.people import list_units, read_person
from bmahr_desktop.thai.names import same_person_key, split_name
from bmahr_desktop.thai.searchkey import search_key


def read_roll(session: Session, meeting: str) -> tuple[Attendance, ...]:
    """Return everybody in a meeting's lists, in the order that is set by hand."""
    found = records.read_parts_of(session, Kind.ATTENDANCE, meeting)
    return tuple(one.record for one in found)


def listing_of(session: Session, meeting: str, person: str, chosen: AttendanceList) -> Attendance:
    """Return somebody as a list of a meeting prints them, with their seat of that day.

    Raises:
        Refused: If they, or the meeting, are not on file.
    """
    record = _meeting(session, meeting)
    for one in members_on(session, record.committee, record.date):
        if one.person == person:
            return Attendance(
                uid=one.uid,
                list=chosen,
                name=one.name,
                lines=one.lines,
                role=one.role,
                title=one.title,
                mode=one.mode,
                person=person,
            )
    somebody = read_person(session, person)
    return Attendance(
        uid=new_uid(),
        list=chosen,
        name=somebody.printed,
        lines=_lines(session, somebody),
        mode=Mode.ON_SITE,
        person=person,
    )


def signature_of(session: Session, meeting: str, person: str, label: str) -> Signature:
    """Return somebody's block at the end of the minutes, with their seat of that day.

    Raises:
        Refused: If they, or the meeting, are not on file.
    """
    one = listing_of(session, meeting, person, AttendanceList.PRESENT)
    lines = (*one.lines, *((one.title,) if one.title else ()))
    return Signature(uid=new_uid(), name=one.name, lines=lines, label=label, person=person)


def usual_signature(session: Session, meeting: str, label: str) -> Signature | None:
    """Return the block of the secretary: as listed at the meeting, else as in office that day."""
    record = _meeting(session, meeting)
    present = [one for one in read_roll(session, meeting) if one.list is AttendanceList.PRESENT]
    for one in (*present, *members_on(session, record.committee, record.date)):
        if one.role in (Role.MEMBER_SECRETARY, Role.SECRETARY):
            lines = (*one.lines, *((one.title,) if one.title else ()))
            return Signature(
                uid=new_uid(), name=one.name, lines=lines, label=label, person=one.person
            )
    return None


def name_already_listed(
    session: Session, meeting: str, name: str, person: str | None
) -> Attendance | None:
    """Return who is in a meeting's lists already under this name, or as this person."""
    key = same_person_key(name)
    for one in read_roll(session, meeting):
        if one.person == person if one.person and person else same_person_key(one.name) == key:
            return one
    return None


def add_missing_members(
    session: Session, meeting: str, chosen: AttendanceList = AttendanceList.PRESENT
) -> Changes:
    """List every member in office on the meeting's day whom no list names yet.

    Each goes behind the one whose seat comes before theirs, so that the order of seats is kept.

    Args:
        session: The transaction.
        meeting: The meeting.
        chosen: The list that they go into.
    """
    record = _meeting(session, meeting)
    listed = list(read_roll(session, meeting))
    changes, at = Changes(), 0
    for member in members_on(session, record.committee, record.date):
        place = _place_of(listed, member)
        if place is None:
            made = Attendance(
                uid=member.uid,
                list=chosen,
                name=member.name,
                lines=member.lines,
                role=member.role,
                title=member.title,
                mode=member.mode,
                person=member.person,
            )
            changes |= records.add(session, Kind.ATTENDANCE, made, meeting, at)
            listed.insert(at, made)
            place = at
        at = place + 1
    return changes


def _place_of(listed: list[Attendance], member: Attendance) -> int | None:
    key = same_person_key(member.name)
    for place, one in enumerate(listed):
        same = one.person == member.person if one.person else same_person_key(one.name) == key
        if same:
            return place
    return None


# ---------------------------------------------------------------- who it is


def name_person(session: Session, kind: Kind, uid: str, meeting: str, person: str) -> Changes:
    """Say who a name in a list, or under a signature, is: name and lines as on file that day.

    A seat brings its role along; for somebody without one, role and title stay as they were.

    Args:
        session: The transaction.
        kind: Attendance or signature.
        uid: The record.
        meeting: The meeting that it is a part of.
        person: Who it is.

    Raises:
        Refused: If one of them is not on file.
    """
    one = listing_of(session, meeting, person, AttendanceList.PRESENT)
    fields: dict[str, Any] = {"person": person, "name": one.name, "lines": one.lines}
    if kind is Kind.SIGNATURE:
        fields["lines"] = (*one.lines, *((one.title,) if one.title else ()))
    elif one.role is not None:
        fields |= {"role": one.role, "title": one.title}
    return records.amend(session, kind, uid, None, **fields)


def put_on_file(session: Session, kind: Kind, uid: str) -> Changes:
    """Make a person of a printed name in the register, with the lines below it, and link both.

    Args:
        session: The transaction.
        kind: Attendance or signature.
        uid: The record that prints the name.

    Raises:
        Refused: If it is not on file.
    """
    record = records.read(session, kind, uid).record
    made = person_of(session, record.name, record.lines)
    changes = records.add(session, Kind.PERSON, made)
    return changes | records.amend(session, kind, uid, None, person=made.uid)


def person_of(session: Session, name: str, lines: tuple[str, ...] = ()) -> Person:
    """Return a new person of a printed name; a line that names a unit on file is their unit."""
    parts = split_name(name)
    unit, others = _unit_among(session, lines)
    return Person(
        uid=new_uid(),
        name=f"{parts.given} {parts.family}".strip(),
        honorific=parts.honorific,
        job=others[0] if others else "",
        unit=unit,
    )


def _unit_among(session: Session, lines: tuple[str, ...]) -> tuple[str | None, list[str]]:
    """Return the unit that a line names, as `printed_lines` prints it, and the other lines."""
    units = list_units(session)
    names = {one.uid: one.name for one in units}
    known: dict[str, str] = {}
    for one in units:
        known.setdefault(search_key(one.name), one.uid)
        above = names.get(one.parent or "", "")
        known.setdefault(search_key(f"{one.name} {above}".strip()), one.uid)
    keys = [known.get(search_key(line).strip()) for line in lines]
    unit = next((uid for uid in keys if uid), None)
    return unit, [line for line, uid in zip(lines, keys, strict=True) if uid is None]


def shares_a_name(before: str, after: str) -> bool:
    """Tell whether two printed names may be one person's: given or family name stayed."""
    old, new = split_name(before), split_name(after)
    pairs = ((old.given, new.given), (old.family, new.family))
    return any(a and search_key(a) == search_key(b) for a, b in pairs)


# ---------------------------------------------------------------- what they need


def already_listed(one: Attendance) -> Message:
    """Return in words that somebody is in the lists already."""
    return msg("{name} is listed already.", name=one.name)


def _meeting(session: Session, uid: str) -> Meeting:
    meeting: Meeting = records.read(session, Kind.MEETING, uid, shallow=True).record
    return meeting


def _lines(session: Session, person: Person) -> tuple[str, ...]:
    return printed_lines(None, person, {one.uid: one for one in list_units(session)})
