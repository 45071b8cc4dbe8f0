"""Meetings: when and where, who came, what was attached."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bmahr_desktop.domain.adoption import Circulation
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.dispatches import Answer, DispatchKind
from bmahr_desktop.domain.letters import Invitation, LetterKind, Urgency
from bmahr_desktop.domain.meeting import (
    AttendanceList,
    MeetingState,
    MinutesState,
    Mode,
    NextMeeting,
    Secrecy,
)
from bmahr_desktop.domain.online import Online
from bmahr_desktop.domain.presence import Away
from bmahr_desktop.storage.base import Base, Kept, Key, Packed, Placed, owner, reference


class MeetingRow(Kept):
    """One sitting of a committee."""

    __tablename__ = "meeting"

    uid: Mapped[Key]
    committee: Mapped[str] = mapped_column(ForeignKey("committee.uid", ondelete="CASCADE"))
    number: Mapped[int]
    year: Mapped[int]
    date: Mapped[datetime.date]
    start: Mapped[str | None]
    end: Mapped[str | None]
    mode: Mapped[Mode]
    venue: Mapped[str]
    venue_line: Mapped[str]
    online: Mapped[Online] = mapped_column(Packed(Online))
    state: Mapped[MeetingState]
    minutes_state: Mapped[MinutesState]
    secrecy: Mapped[Secrecy]
    next_meeting: Mapped[NextMeeting | None] = mapped_column(Packed(NextMeeting))
    changed: Mapped[datetime.datetime]
    invitation: Mapped[Invitation | None] = mapped_column(Packed(Invitation))
    state_reason: Mapped[str] = mapped_column(server_default="")
    put_off_to: Mapped[datetime.date | None]
    again: Mapped[str | None]
    """A meeting's uid, which need not be on file."""
    short_quorum: Mapped[bool] = mapped_column(server_default="0")
    current: Mapped[str | None]
    """A matter's uid."""
    circulated: Mapped[Circulation | None] = mapped_column(Packed(Circulation))

    __table_args__ = (Index("ix_meeting_committee_year_number", "committee", "year", "number"),)


class AttendanceRow(Placed):
    """Somebody in one of the three lists, as printed then."""

    __tablename__ = "attendance"

    uid: Mapped[Key]
    meeting: Mapped[str] = owner("meeting")
    list: Mapped[AttendanceList]
    name: Mapped[str]
    lines: Mapped[tuple[str, ...]]
    role: Mapped[Role | None]
    title: Mapped[str]
    substitute_for: Mapped[str]
    reason: Mapped[str]
    mode: Mapped[Mode | None]
    person: Mapped[str | None] = reference("person")
    stands_for: Mapped[str | None]
    """A person's uid, who need not be on file."""
    identified: Mapped[str] = mapped_column(server_default="")
    identified_by: Mapped[str] = mapped_column(server_default="")
    joined: Mapped[str | None]
    left: Mapped[str | None]
    away: Mapped[tuple[Away, ...]] = mapped_column(Packed(tuple[Away, ...]), server_default="[]")


class SignatureRow(Placed):
    """A signature block at the end of the minutes."""

    __tablename__ = "signature"

    uid: Mapped[Key]
    meeting: Mapped[str] = owner("meeting")
    name: Mapped[str]
    lines: Mapped[tuple[str, ...]]
    label: Mapped[str]
    person: Mapped[str | None] = reference("person")


class AppendixRow(Placed):
    """A paper at the end of the minutes."""

    __tablename__ = "appendix"

    uid: Mapped[Key]
    meeting: Mapped[str] = owner("meeting")
    title: Mapped[str]


class FileRow(Base):
    """A file that was taken in; its content lies in the attachments folder under its SHA-256."""

    __tablename__ = "file"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    size: Mapped[int]
    media_type: Mapped[str]


class AttachmentRow(Placed):
    """A file that belongs to a meeting, a matter, a report on a task, a project or its progress."""

    __tablename__ = "attachment"

    uid: Mapped[Key]
    meeting: Mapped[str | None] = owner("meeting")
    matter: Mapped[str | None] = owner("matter")
    report: Mapped[str | None] = owner("report")
    project: Mapped[str | None] = owner("project")
    progress: Mapped[str | None] = owner("progress")
    file: Mapped[str] = mapped_column(ForeignKey("file.sha256"), index=True)
    title: Mapped[str]

    __table_args__ = (
        CheckConstraint(
            "(meeting IS NOT NULL) + (matter IS NOT NULL) + (report IS NOT NULL)"
            " + (project IS NOT NULL) + (progress IS NOT NULL) = 1",
            name="one_owner",
        ),
    )


class DispatchRow(Placed):
    """A letter that went out after a meeting, to one addressee."""

    __tablename__ = "dispatch"

    uid: Mapped[Key]
    meeting: Mapped[str] = owner("meeting")
    kind: Mapped[DispatchKind]
    layout: Mapped[LetterKind]
    to: Mapped[str]
    unit: Mapped[str | None] = reference("unit")
    person: Mapped[str | None] = reference("person")
    resolutions: Mapped[tuple[str, ...]]
    number: Mapped[str]
    date: Mapped[datetime.date | None]
    urgency: Mapped[Urgency]
    references: Mapped[tuple[str, ...]]
    enclosures: Mapped[tuple[str, ...]]
    text: Mapped[str]
    reply_by: Mapped[datetime.date | None]
    sent: Mapped[datetime.date | None]
    received: Mapped[datetime.date | None]
    answered: Mapped[datetime.date | None]
    answer: Mapped[Answer | None]
    answer_text: Mapped[str]
    signer_name: Mapped[str]
    signer_lines: Mapped[tuple[str, ...]]
