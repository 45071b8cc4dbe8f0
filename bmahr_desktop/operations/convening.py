"""Calling a meeting: its number, its agenda from a template, the roll of its members."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Adoption
from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind, TemplateItem
from bmahr_desktop.domain.body import Body, Composed, ComposedKind, Numbering
from bmahr_desktop.domain.chain import CALLED_OFF, Link
from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.committee import Membership, Role
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    AttendanceList,
    Matter,
    Meeting,
    MeetingState,
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
from bmahr_desktop.operations.carrying import carried_matters
from bmahr_desktop.operations.chain import read_chain
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.sessions import holder_of_number
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
        links: The committee's meetings, for warnings where the chain breaks.
    """

    number: int
    year: int
    previous: Meeting | None
    start: str | None
    mode: Mode
    venue: str
    templates: tuple[AgendaTemplate, ...]
    links: tuple[Link, ...] = ()


def propose_meeting(session: Session, committee: str, date: datetime.date) -> Proposal:
    """Propose the next meeting; the number runs in the calendar year of its date (standards A3)."""
    year = date.year + 543
    links = read_chain(session, committee)
    last = session.scalar(
        select(MeetingRow.uid)
        .where(
            MeetingRow.committee == committee,
            MeetingRow.removed.is_(None),
            MeetingRow.state.not_in((*CALLED_OFF, MeetingState.NO_QUORUM)),
            MeetingRow.date <= date,
        )
        .order_by(MeetingRow.date.desc(), MeetingRow.number.desc())
        .limit(1)
    )
    previous = read_meeting(session, last) if last else None
    templates = read_records(session, TEMPLATE, TemplateRow.committee == committee)
    return Proposal(
        number=max((link.number for link in links if link.year == year), default=0) + 1,
        year=year,
        previous=previous,
        start=previous.start if previous else None,
        mode=previous.mode if previous else Mode.ON_SITE,
        venue=previous.venue if previous else "",
        templates=tuple(sorted(templates, key=lambda one: one.position)),
        links=links,
    )


def convene_meeting(
    session: Session,
    meeting: Meeting,
    template: str | None = None,
    previous: str | None = None,
    carried: Collection[str] = (),
) -> Changes:
    """Put a new meeting on file, with an agenda and the committee's members.

    Nobody is marked as having come: that is for the roll to say.

    Args:
        session: The transaction.
        meeting: The meeting, without agenda and attendance.
        template: The uid of the agenda to copy; None for an empty one.
        previous: The uid of the meeting whose minutes it adopts.
        carried: Uids of matters of earlier meetings that it takes over.

    Raises:
        Refused: If the number is taken.
    """
    agenda: list[AgendaItem] = []
    if template is not None:
        (chosen,) = read_records(session, TEMPLATE, TemplateRow.uid == template)
        earlier = read_meeting(session, previous) if previous else None
        agenda = [_item(item, earlier, meeting.mode) for item in chosen.items]
    for kind, matter in carried_matters(session, meeting.committee, meeting.date, carried):
        _take_over(agenda, kind, matter)
    return put_on_file(session, meeting, agenda)


def put_on_file(session: Session, meeting: Meeting, agenda: Iterable[AgendaItem]) -> Changes:
    """Put a new meeting on file with its agenda, the roll of its members, and who signs.

    Raises:
        Refused: If the number is taken.
    """
    if holder_of_number(session, meeting.committee, meeting.year, meeting.number):
        number = meeting_name(meeting.number, meeting.year, DigitStyle.THAI)
        raise Refused(
            msg("There is a meeting {meeting} of this committee already.", meeting=number)
        )
    changes = edits.add(session, MEETING, meeting)
    for item in agenda:
        changes |= edits.add(session, ITEM, item, meeting.uid)
    for person in members_on(session, meeting.committee, meeting.date):
        uncalled = msgspec.structs.replace(person, mode=None)
        changes |= edits.add(session, ATTENDANCE, uncalled, meeting.uid)
    for signature in _signatures(session, meeting):
        changes |= edits.add(session, SIGNATURE, signature, meeting.uid)
    return changes


def _take_over(agenda: list[AgendaItem], kind: ItemKind, matter: Matter) -> None:
    """Put a matter under the item of its kind; without one, under a new item in its usual place."""
    for at, item in enumerate(agenda):
        if item.kind is kind:
            agenda[at] = msgspec.structs.replace(item, matters=(*item.matters, matter))
            return
    order = list(ItemKind)
    later = (at for at, item in enumerate(agenda) if order.index(item.kind) > order.index(kind))
    made = AgendaItem(uid=new_uid(), title=_title_of(kind), kind=kind, matters=(matter,))
    agenda.insert(next(later, len(agenda)), made)


def _title_of(kind: ItemKind) -> str:
    match kind:
        case ItemKind.CONTINUE:
            return paper("matters arising from the previous meeting")
        case ItemKind.ACKNOWLEDGE:
            return paper("matters for acknowledgement")
        case ItemKind.OTHER:
            return paper("other matters (if any)")
        case _:
            return paper("matters for consideration")


def _item(item: TemplateItem, previous: Meeting | None, mode: Mode) -> AgendaItem:
    """Return an item of the agenda, with what such an item always holds."""
    matters: tuple[Matter, ...] = ()
    title = item.title
    match item.kind:
        case ItemKind.INFORM:
            matters = (_matter(_told_of_presence(mode)),)
        case ItemKind.ADOPT if previous:
            number = meeting_name(previous.number, previous.year, DigitStyle.THAI)
            date = format_date(previous.date, DateStyle.LONG, DigitStyle.THAI)
            cited = paper("meeting {meeting} on {date}", meeting=number, date=date)
            title = f"{title} {cited}"
            matters = (_adopting(previous),)
        case ItemKind.NEXT_MEETING:
            matters = (_matter((Composed(statement=ComposedKind.NEXT_MEETING),)),)
        case _:
            pass
    return AgendaItem(uid=new_uid(), title=title, kind=item.kind, matters=matters)


def _told_of_presence(mode: Mode) -> Body:
    """Return what the chair's item begins with: who takes part where, when some do so online."""
    if mode is Mode.ON_SITE:
        return ()
    how = Numbering.AUTOMATIC
    return (Composed(statement=ComposedKind.ATTENDANCE, level=1, numbering=how),)


def _matter(body: Body) -> Matter:
    """Return an item's only matter, which the meeting acknowledges."""
    section = Section(uid=new_uid(), kind=SectionKind.TEXT, body=body)
    kinds = (ResolutionKind.ACKNOWLEDGE,)
    resolution = Resolution(uid=new_uid(), text=paper("acknowledged"), kinds=kinds)
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
