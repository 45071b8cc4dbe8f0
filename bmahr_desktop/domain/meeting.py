"""A meeting with all that is recorded of it."""

import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.adoption import Adoption, Circulation, MeetingNumber
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.domain.follow_up import Attachment, FollowUp, Report
from bmahr_desktop.domain.letters import Invitation
from bmahr_desktop.domain.links import Link
from bmahr_desktop.domain.online import Online
from bmahr_desktop.domain.presence import Away, Conflict
from bmahr_desktop.domain.records import (
    ClockTime,
    Month,
    Name,
    Record,
    ShortText,
    Stamp,
    Text,
    Uid,
    YearBE,
)
from bmahr_desktop.domain.voting import Dissent, Vote

Lines = tuple[ShortText, ...]


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PREPARING = "preparing"
    IN_SESSION = "in_session"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    NO_QUORUM = "no_quorum"


class MinutesState(StrEnum):
    """How far its minutes have come."""

    DRAFT = "draft"
    AWAITING_ADOPTION = "awaiting_adoption"
    ADOPTED = "adopted"


class Mode(StrEnum):
    """Where a meeting is held, or where somebody takes part."""

    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"


class Secrecy(StrEnum):
    """The classes of the regulation on official secrets."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"
    TOP_SECRET = "top_secret"


class AttendanceList(StrEnum):
    """The three lists at the head of the minutes."""

    PRESENT = "present"
    ABSENT = "absent"
    PARTICIPANT = "participant"


class Attendance(Record, frozen=True):
    """Somebody in one of the three lists, as printed then.

    Attributes:
        name: In full with title, as printed.
        lines: Position and office, one line each, as printed.
        role: What they are in the committee; None for one who is not of it.
        title: The role as printed at right, "อ.ก.ก."; for participants nothing.
        substitute_for: The post they stand in for, printed as "แทน…".
        reason: Why they are absent, printed at right.
        mode: In the room or online; None while the roll has not come to them.
        person: Who it is.
        stands_for: The uid of the member whom a substitute stands in for.
        identified: How one who is online was identified, "เห็นหน้าและแสดงบัตร".
        identified_by: Who made sure of it.
        joined, left: When they came to the meeting and when they left it.
        away: The matters that they miss though they are listed as present.
    """

    uid: Uid
    list: AttendanceList
    name: Name
    lines: Lines = ()
    role: Role | None = None
    title: ShortText = ""
    substitute_for: ShortText = ""
    reason: ShortText = ""
    mode: Mode | None = None
    person: Uid | None = None
    stands_for: Uid | None = None
    identified: ShortText = ""
    identified_by: ShortText = ""
    joined: ClockTime | None = None
    left: ClockTime | None = None
    away: tuple[Away, ...] = ()


class SectionKind(StrEnum):
    """The parts of a matter."""

    TEXT = "text"
    REQUEST = "request"
    SUBSTANCE = "substance"
    OPINION = "opinion"
    DISCUSSION = "discussion"


class Section(Record, frozen=True):
    """A part of a matter.

    Attributes:
        heading: Printed before it; None for the committee's usual words.
    """

    uid: Uid
    kind: SectionKind
    body: Body = ()
    heading: ShortText | None = None


class ResolutionKind(StrEnum):
    """What a resolution does; one may do several things at once."""

    ACKNOWLEDGE = "acknowledge"
    ADOPT = "adopt"
    APPROVE = "approve"
    APPROVE_IN_PRINCIPLE = "approve_in_principle"
    DISAPPROVE = "disapprove"
    AUTHORISE = "authorise"
    ASSIGN = "assign"
    AMEND = "amend"
    REVIEW = "review"
    DEFER = "defer"
    WITHDRAW = "withdraw"
    OTHER = "other"


class Due(Record, frozen=True):
    """By when something is to be done.

    Attributes:
        text: As worded, "ในการประชุมเดือนมกราคม ๒๕๖๔".
        periodic: Again and again, "เป็นระยะ".
        every: So many months lie between one time and the next, where that is known.
    """

    text: ShortText = ""
    date: datetime.date | None = None
    month: Month | None = None
    periodic: bool = False
    every: Annotated[int, Meta(ge=1, le=60)] | None = None


class Assignment(Record, frozen=True):
    """Who is to do what a resolution says.

    Attributes:
        assigned_to: As printed; empty while it is open who.
        report_to: Whom they report to, "ก.ก.", "ที่ประชุม".
        needed: What is awaited, "รายงานผลการประเมินให้ที่ประชุมทราบ".
        state: How far it has come.
        next_due: The day that it is due next; None for what `due` says.
        reports: What was reported on it, the first one first.
    """

    uid: Uid
    assigned_to: ShortText = ""
    unit: Uid | None = None
    person: Uid | None = None
    due: Due | None = None
    report_to: ShortText = ""
    needed: ShortText = ""
    state: FollowUp = FollowUp.WAITING
    next_due: datetime.date | None = None
    reports: tuple[Report, ...] = ()


class Resolution(Record, frozen=True):
    """A decision of the committee, in its own words.

    Attributes:
        text: The wording; a line feed begins a new paragraph.
        composed: Whether the wording is made from the corrections of the minutes adopted.
        before_adoption: Whether it may be acted on before these minutes are adopted.
        vote: How it was voted on; None where nobody objected.
        dissents: Who does not agree, and why.
    """

    uid: Uid
    text: Text = ""
    kinds: tuple[ResolutionKind, ...] = ()
    composed: bool = False
    assignments: tuple[Assignment, ...] = ()
    before_adoption: bool = False
    vote: Vote | None = None
    dissents: tuple[Dissent, ...] = ()


class MatterState(StrEnum):
    """How far the meeting has come with a matter."""

    PENDING = "pending"
    DISCUSSED = "discussed"
    UNDISCUSSED = "undiscussed"
    """The meeting did not come to it; it goes on to the next one."""


class Matter(Record, frozen=True):
    """Something laid before the committee under an item of the agenda.

    Attributes:
        title: "เรื่อง แผนปฏิบัติราชการ …"; empty for an item's only, untitled matter.
        state: How far the meeting has come with it.
        late: Whether it came in after the agenda went out.
        recurring: Whether it comes back at every meeting.
        continues: The uid of the matter of an earlier meeting that it goes on from; it need not
            be on file.
        conflicts: Who takes no part in it.
        seconds: How long the meeting has spoken about it.
        links: What was resolved before, or is planned, that it has to do with.
    """

    uid: Uid
    title: Text = ""
    sections: tuple[Section, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    adopts: Adoption | None = None
    attachments: tuple[Attachment, ...] = ()
    state: MatterState = MatterState.PENDING
    late: bool = False
    recurring: bool = False
    continues: Uid | None = None
    conflicts: tuple[Conflict, ...] = ()
    seconds: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    links: tuple[Link, ...] = ()


class AgendaItem(Record, frozen=True):
    """An item of the agenda, numbered by its place in it."""

    uid: Uid
    title: Text
    kind: ItemKind = ItemKind.CONSIDER
    matters: tuple[Matter, ...] = ()


class Signature(Record, frozen=True):
    """A signature block at the end of the minutes.

    Attributes:
        name: With title, as printed between brackets.
        lines: Position, office, role in the committee.
        label: "ผู้จดรายงานการประชุม".
    """

    uid: Uid
    name: Name
    lines: Lines = ()
    label: ShortText = ""
    person: Uid | None = None


class Appendix(Record, frozen=True):
    """A paper attached at the end of the minutes (แนบท้าย)."""

    uid: Uid
    title: Name
    body: Body = ()


class NextMeeting(Record, frozen=True):
    """When the committee meets again."""

    number: MeetingNumber
    year: YearBE
    date: datetime.date
    start: ClockTime | None = None
    mode: Mode = Mode.ON_SITE
    venue: ShortText = ""


class Meeting(Record, frozen=True):
    """One sitting of a committee.

    Attributes:
        number, year: "๑/๒๕๖๔"; kept as decided, a year other than the date's only warns.
        venue: The room, "ห้องนพรัตน์ ชั้น ๕ ศาลาว่าการกรุงเทพมหานคร".
        venue_line: The line in the heading, when it is not made from mode and venue.
        changed: When the record was last changed (UTC); the only date inside its papers.
        invitation: The letter that calls it; None while none was written.
        state_reason: Why it was postponed, cancelled or adjourned.
        put_off_to: The day that it was postponed to, where it is known.
        again: The uid of the meeting that found no quorum and that this one repeats.
        short_quorum: Whether the notice says that the smaller quorum is enough this time.
        current: The uid of the matter that is spoken about now.
        dispatches: The letters that went out after it.
        circulated: How its minutes are adopted without a meeting; None where they are not.
    """

    uid: Uid
    committee: Uid
    number: MeetingNumber
    year: YearBE
    date: datetime.date
    start: ClockTime | None = None
    end: ClockTime | None = None
    mode: Mode = Mode.ON_SITE
    venue: ShortText = ""
    venue_line: ShortText = ""
    online: Online = Online()
    state: MeetingState = MeetingState.PREPARING
    minutes_state: MinutesState = MinutesState.DRAFT
    secrecy: Secrecy = Secrecy.NONE
    attendance: tuple[Attendance, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    next_meeting: NextMeeting | None = None
    signatures: tuple[Signature, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    changed: Stamp = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    invitation: Invitation | None = None
    state_reason: ShortText = ""
    put_off_to: datetime.date | None = None
    again: Uid | None = None
    short_quorum: bool = False
    current: Uid | None = None
    dispatches: tuple[Dispatch, ...] = ()
    circulated: Circulation | None = None
