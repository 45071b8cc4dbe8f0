"""The agenda of a meeting: items, the matters under them, their parts, what was resolved."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bmahr_desktop.domain.adoption import OldWords
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import Block
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.links import LinkKind, LinkTarget
from bmahr_desktop.domain.meeting import Due, MatterState, ResolutionKind, SectionKind
from bmahr_desktop.domain.presence import Conflict
from bmahr_desktop.domain.voting import Dissent, Vote
from bmahr_desktop.storage.base import Base, Key, Packed, Placed, owner, reference


class ItemRow(Placed):
    """An item of the agenda."""

    __tablename__ = "agenda_item"

    uid: Mapped[Key]
    meeting: Mapped[str] = owner("meeting")
    title: Mapped[str]
    kind: Mapped[ItemKind]


class MatterRow(Placed):
    """Something laid before the committee; the minutes it adopts, when it does."""

    __tablename__ = "matter"

    uid: Mapped[Key]
    item: Mapped[str] = owner("agenda_item")
    title: Mapped[str]
    adopts_number: Mapped[int | None]
    adopts_year: Mapped[int | None]
    adopts_date: Mapped[datetime.date | None]
    adopts_meeting: Mapped[str | None]
    """A meeting's uid, which need not be on file."""
    state: Mapped[MatterState] = mapped_column(server_default="pending")
    late: Mapped[bool] = mapped_column(server_default="0")
    recurring: Mapped[bool] = mapped_column(server_default="0")
    continues: Mapped[str | None] = mapped_column(index=True)
    """A matter's uid, which need not be on file."""
    conflicts: Mapped[tuple[Conflict, ...]] = mapped_column(
        Packed(tuple[Conflict, ...]), server_default="[]"
    )
    seconds: Mapped[int] = mapped_column(server_default="0")


class SectionRow(Placed):
    """A part of a matter."""

    __tablename__ = "section"

    uid: Mapped[Key]
    matter: Mapped[str] = owner("matter")
    kind: Mapped[SectionKind]
    heading: Mapped[str | None]


class BlockRow(Base):
    """A block of a body: of a section, an appendix, a text of a project, a progress report.

    Attributes:
        position: Blocks stand in this order; there are gaps, so that a new block between two
            others changes no other row.
    """

    __tablename__ = "block"

    id: Mapped[int] = mapped_column(primary_key=True)
    section: Mapped[str | None] = mapped_column(ForeignKey("section.uid", ondelete="CASCADE"))
    appendix: Mapped[str | None] = mapped_column(ForeignKey("appendix.uid", ondelete="CASCADE"))
    project_text: Mapped[str | None] = mapped_column(
        ForeignKey("project_text.uid", ondelete="CASCADE")
    )
    progress: Mapped[str | None] = mapped_column(ForeignKey("progress.uid", ondelete="CASCADE"))
    position: Mapped[int]
    content: Mapped[Block] = mapped_column(Packed(Block))

    __table_args__ = (
        CheckConstraint(
            "(section IS NOT NULL) + (appendix IS NOT NULL) + (project_text IS NOT NULL)"
            " + (progress IS NOT NULL) = 1",
            name="one_owner",
        ),
        Index("ix_block_section_position", "section", "position"),
        Index("ix_block_appendix_position", "appendix", "position"),
        Index("ix_block_project_text_position", "project_text", "position"),
        Index("ix_block_progress_position", "progress", "position"),
    )


class CorrectionRow(Placed):
    """A change that a matter makes in the minutes it adopts."""

    __tablename__ = "correction"

    uid: Mapped[Key]
    matter: Mapped[str] = owner("matter")
    old: Mapped[str]
    new: Mapped[str]
    page: Mapped[str]
    clause: Mapped[str]
    place: Mapped[OldWords | None] = mapped_column(Packed(OldWords))


class ResolutionRow(Placed):
    """A decision of the committee, in its own words."""

    __tablename__ = "resolution"

    uid: Mapped[Key]
    matter: Mapped[str] = owner("matter")
    text: Mapped[str]
    kinds: Mapped[tuple[ResolutionKind, ...]] = mapped_column(Packed(tuple[ResolutionKind, ...]))
    composed: Mapped[bool]
    before_adoption: Mapped[bool]
    vote: Mapped[Vote | None] = mapped_column(Packed(Vote))
    dissents: Mapped[tuple[Dissent, ...]] = mapped_column(
        Packed(tuple[Dissent, ...]), server_default="[]"
    )


class AssignmentRow(Placed):
    """Who is to do what a resolution says."""

    __tablename__ = "assignment"

    uid: Mapped[Key]
    resolution: Mapped[str] = owner("resolution")
    assigned_to: Mapped[str]
    unit: Mapped[str | None] = reference("unit")
    person: Mapped[str | None] = reference("person")
    due: Mapped[Due | None] = mapped_column(Packed(Due))
    report_to: Mapped[str]
    needed: Mapped[str] = mapped_column(server_default="")
    state: Mapped[FollowUp] = mapped_column(server_default="waiting", index=True)
    next_due: Mapped[datetime.date | None]


class ReportRow(Placed):
    """What was reported on a task, once."""

    __tablename__ = "report"

    uid: Mapped[Key]
    assignment: Mapped[str] = owner("assignment")
    date: Mapped[datetime.date]
    text: Mapped[str]
    number: Mapped[str]
    dated: Mapped[datetime.date | None]
    by: Mapped[str]
    state: Mapped[FollowUp]


class LinkRow(Placed):
    """A link from a matter to what was resolved before, or to a project or plan."""

    __tablename__ = "link"

    uid: Mapped[Key]
    matter: Mapped[str] = owner("matter")
    leads_to: Mapped[LinkTarget]
    target: Mapped[str] = mapped_column(index=True)
    """The uid of what it leads to, which need not be on file."""
    kind: Mapped[LinkKind]
    resolution: Mapped[str | None] = mapped_column(index=True)
    words: Mapped[str]
