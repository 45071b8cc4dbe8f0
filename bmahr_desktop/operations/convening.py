"""Calling a meeting: its number, its agenda from a template, the roll of its members."""

import datetime
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind, TemplateItem
from bmahr_desktop.domain.body import Composed, ComposedKind
from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.committee import Membership, Role
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import (
    Adoption,
    AgendaItem,
    Attendance,
    AttendanceList,
    Matter,
    Meeting,
    Mode,
    Resolution,
    ResolutionKind,
    Section,
    SectionKind,
    Signature,
)
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import msg, paper
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.committee import MembershipRow, TemplateRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import (
    ATTENDANCE,
    ITEM,
    MEETING,
    MEMBERSHIP,
    PERSON,
    SIGNATURE,
    TEMPLATE,
    UNIT,
)
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle


@dataclass(frozen=True)
class Proposal:
    """What the next meeting of a committee would be.

    Attributes:
        number, year: It follows the last one of the calendar year (พ.ศ.).
        previous: The last meeting on file; None for the first.
        start, mode, venue: As at the last one.
        templates: The committee's usual agendas.
    """

    number: int
    year: int
    previous: Meeting | None
    start: str | None
    mode: Mode
    venue: str
    templates: tuple[AgendaTemplate, ...]


def propose_meeting(session: Session, committee: str, date: datetime.date) -> Proposal:
    """Propose the next meeting; the number runs in the calendar year of its date (standards A3)."""
    year = date.year + 543
    living = (MeetingRow.committee == committee, MeetingRow.removed.is_(None))
    numbers = session.scalars(select(MeetingRow.number).where(*living, MeetingRow.year == year))
    last = session.scalar(
        select(MeetingRow.uid)
        .where(*living, MeetingRow.date <= date)
        .order_by(MeetingRow.date.desc(), MeetingRow.number.desc())
        .limit(1)
    )
    previous = read_meeting(session, last) if last else None
    templates = read_records(session, TEMPLATE, TemplateRow.committee == committee)
    return Proposal(
        number=max(numbers, default=0) + 1,
        year=year,
        previous=previous,
        start=previous.start if previous else None,
        mode=previous.mode if previous else Mode.ON_SITE,
        venue=previous.venue if previous else "",
        templates=tuple(sorted(templates, key=lambda one: one.position)),
    )


def convene_meeting(
    session: Session, meeting: Meeting, template: str | None = None, previous: str | None = None
) -> Changes:
    """Put a new meeting on file, with an agenda and the committee's members.

    Args:
        session: The transaction.
        meeting: The meeting, without agenda and attendance.
        template: The uid of the agenda to copy; None for an empty one.
        previous: The uid of the meeting whose minutes it adopts.

    Raises:
        Refused: If the number is taken.
    """
    taken = select(MeetingRow.uid).where(
        MeetingRow.committee == meeting.committee,
        MeetingRow.year == meeting.year,
        MeetingRow.number == meeting.number,
        MeetingRow.removed.is_(None),
    )
    if session.scalar(taken):
        number = meeting_name(meeting.number, meeting.year, DigitStyle.THAI)
        raise Refused(
            msg("There is a meeting {meeting} of this committee already.", meeting=number)
        )
    changes = edits.add(session, MEETING, meeting)
    if template is not None:
        (chosen,) = read_records(session, TEMPLATE, TemplateRow.uid == template)
        earlier = read_meeting(session, previous) if previous else None
        for item in chosen.items:
            made = _item(item, earlier)
            changes |= edits.add(session, ITEM, made, meeting.uid)
    for person in members_on(session, meeting.committee, meeting.date):
        changes |= edits.add(session, ATTENDANCE, person, meeting.uid)
    for signature in _signatures(session, meeting):
        changes |= edits.add(session, SIGNATURE, signature, meeting.uid)
    return changes


def _item(item: TemplateItem, previous: Meeting | None) -> AgendaItem:
    """Return an item of the agenda, with what such an item always holds."""
    matters: tuple[Matter, ...] = ()
    title = item.title
    match item.kind:
        case ItemKind.INFORM:
            matters = (_matter(ResolutionKind.ACKNOWLEDGE, paper("acknowledged")),)
        case ItemKind.ADOPT if previous:
            number = meeting_name(previous.number, previous.year, DigitStyle.THAI)
            date = format_date(previous.date, DateStyle.LONG, DigitStyle.THAI)
            cited = paper("meeting {meeting} on {date}", meeting=number, date=date)
            title = f"{title} {cited}"
            matters = (_adopting(previous),)
        case ItemKind.NEXT_MEETING:
            body = (Composed(statement=ComposedKind.NEXT_MEETING),)
            section = Section(uid=new_uid(), kind=SectionKind.TEXT, body=body)
            told = _matter(ResolutionKind.ACKNOWLEDGE, paper("acknowledged"))
            matters = (Matter(uid=told.uid, sections=(section,), resolutions=told.resolutions),)
        case _:
            pass
    return AgendaItem(uid=new_uid(), title=title, kind=item.kind, matters=matters)


def _matter(kind: ResolutionKind, words: str) -> Matter:
    section = Section(uid=new_uid(), kind=SectionKind.TEXT)
    resolution = Resolution(uid=new_uid(), text=words, kinds=(kind,))
    return Matter(uid=new_uid(), sections=(section,), resolutions=(resolution,))


def _adopting(previous: Meeting) -> Matter:
    adoption = Adoption(
        number=previous.number, year=previous.year, date=previous.date, meeting=previous.uid
    )
    resolution = Resolution(uid=new_uid(), composed=True, kinds=(ResolutionKind.ADOPT,))
    section = Section(uid=new_uid(), kind=SectionKind.TEXT)
    return Matter(uid=new_uid(), sections=(section,), resolutions=(resolution,), adopts=adoption)


# ---------------------------------------------------------------- its people


def members_on(session: Session, committee: str, date: datetime.date) -> list[Attendance]:
    """Return the committee as it stands on a day, as a list of those present.

    Nobody is marked as having come; the list is what the roll is called from.
    """
    seats = [
        one
        for one in read_records(session, MEMBERSHIP, MembershipRow.committee == committee)
        if (one.since or date) <= date <= (one.until or date)
    ]
    seats.sort(key=lambda one: one.position)
    people = {one.uid: one for one in read_records(session, PERSON)}
    units = {one.uid: one for one in read_records(session, UNIT)}
    return [_listed(seat, people[seat.person], units) for seat in seats if seat.person in people]


def _listed(seat: Membership, person: Person, units: dict[str, Unit]) -> Attendance:
    return Attendance(
        uid=new_uid(),
        list=AttendanceList.PRESENT,
        name=person.printed,
        lines=printed_lines(seat, person, units),
        role=seat.role,
        title=seat.title,
        mode=Mode.ON_SITE,
        person=person.uid,
    )


def printed_lines(
    seat: Membership | None, person: Person, units: dict[str, Unit]
) -> tuple[str, ...]:
    """Return the lines below a name: the position and the office, or why somebody sits there."""
    lines = []
    if person.job:
        lines.append(person.job)
    unit = units.get(person.unit or "")
    names: list[str] = []
    while unit is not None and len(names) < 2:
        names.append(unit.name)
        unit = units.get(unit.parent or "")
    if names:
        lines.append(" ".join(names))
    if seat and seat.seat and not lines:
        lines.append(seat.seat)
    return tuple(lines)


def _signatures(session: Session, meeting: Meeting) -> list[Signature]:
    """Return the block of whoever takes the minutes: the committee's secretary."""
    for one in members_on(session, meeting.committee, meeting.date):
        if one.role in (Role.MEMBER_SECRETARY, Role.SECRETARY):
            return [
                Signature(
                    uid=new_uid(),
                    name=one.name,
                    lines=(*one.lines, *((one.title,) if one.title else ())),
                    label=paper("took the minutes"),
                    person=one.person,
                )
            ]
    return []
