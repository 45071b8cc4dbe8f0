"""How the records of the domain lie in tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bmahr_desktop.domain.adoption import Adoption, Correction
from bmahr_desktop.domain.agenda import AgendaTemplate
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Committee, Membership
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.domain.follow_up import Attachment, Report
from bmahr_desktop.domain.forms.filled import FilledForm
from bmahr_desktop.domain.links import Link
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Appendix,
    Assignment,
    Attendance,
    Matter,
    Meeting,
    Resolution,
    Section,
    Signature,
)
from bmahr_desktop.domain.modules import TextModule
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.projects.money import BudgetLine, LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import (
    Indicator,
    Project,
    ProjectText,
    Risk,
    Signatory,
    Step,
    StrategyLink,
    TargetGroup,
)
from bmahr_desktop.domain.records import Record
from bmahr_desktop.domain.register_query import SavedSearch
from bmahr_desktop.storage.agenda import (
    AssignmentRow,
    BlockRow,
    CorrectionRow,
    ItemRow,
    LinkRow,
    MatterRow,
    ReportRow,
    ResolutionRow,
    SectionRow,
)
from bmahr_desktop.storage.base import Kept
from bmahr_desktop.storage.committee import (
    CommitteeRow,
    MembershipRow,
    ModuleRow,
    SavedSearchRow,
    TemplateRow,
)
from bmahr_desktop.storage.meeting import (
    AppendixRow,
    AttachmentRow,
    AttendanceRow,
    DispatchRow,
    MeetingRow,
    SignatureRow,
)
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.projects import (
    BudgetLineRow,
    FilledFormRow,
    IndicatorRow,
    LedgerRow,
    ProgressRow,
    ProjectRow,
    ProjectTextRow,
    RiskRow,
    SignatoryRow,
    StepRow,
    StrategyRow,
    TargetGroupRow,
)


@dataclass(frozen=True)
class Shape:
    """How one kind of record lies in tables.

    Attributes:
        record: The record.
        row: Its table. Columns are named as the record's fields.
        owner: The column that names the record it is a part of; "" where it stands by itself.
        no_owners: The columns that name owners of other kinds, where there could be such.
        parts: The fields that hold records of their own tables.
        body: The column of the blocks' table that names this record; "" where it has no body.
        inlined: Fields that hold one value spread over columns "field_…", with its parts.
    """

    record: type[Record]
    row: type[Kept]
    owner: str = ""
    no_owners: tuple[str, ...] = ()
    parts: Mapping[str, "Shape"] = field(default_factory=dict)
    body: str = ""
    inlined: Mapping[str, "Inlined"] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that are columns of the same name."""
        apart = {*self.parts, *self.inlined, *(("body",) if self.body else ())}
        return tuple(name for name in self.record.__struct_fields__ if name not in apart)

    @cached_property
    def records_by_default(self) -> dict[str, Record]:
        """The fields that hold a record unless another is given.

        msgspec leaves a field out of a file when it holds this very object, not an equal one.
        """
        fields, defaults = self.record.__struct_fields__, self.record.__struct_defaults__
        named = zip(fields[len(fields) - len(defaults) :], defaults, strict=True)
        return {name: value for name, value in named if isinstance(value, Record)}


@dataclass(frozen=True)
class Inlined:
    """A value without a uid, in columns of the record that holds it."""

    record: type[Record]
    parts: Mapping[str, Shape]

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that are columns."""
        return tuple(name for name in self.record.__struct_fields__ if name not in self.parts)


_HOLD_FILES = ("meeting", "matter", "report", "project", "progress")


def _files_of(owner: str) -> Shape:
    """Return how the files lie that belong to one kind of record."""
    others = tuple(one for one in _HOLD_FILES if one != owner)
    return Shape(Attachment, AttachmentRow, owner, others)


UNIT = Shape(Unit, UnitRow)
PERSON = Shape(Person, PersonRow)
COMMITTEE = Shape(Committee, CommitteeRow)
MEMBERSHIP = Shape(Membership, MembershipRow)
TEMPLATE = Shape(AgendaTemplate, TemplateRow)
MODULE = Shape(TextModule, ModuleRow)

REPORT = Shape(
    Report,
    ReportRow,
    "assignment",
    parts={"attachments": _files_of("report")},
)
ASSIGNMENT = Shape(Assignment, AssignmentRow, "resolution", parts={"reports": REPORT})
RESOLUTION = Shape(Resolution, ResolutionRow, "matter", parts={"assignments": ASSIGNMENT})
CORRECTION = Shape(Correction, CorrectionRow, "matter")
SECTION = Shape(Section, SectionRow, "matter", body="section")
MATTER = Shape(
    Matter,
    MatterRow,
    "item",
    parts={
        "sections": SECTION,
        "resolutions": RESOLUTION,
        "attachments": _files_of("matter"),
        "links": Shape(Link, LinkRow, "matter"),
    },
    inlined={"adopts": Inlined(Adoption, {"corrections": CORRECTION})},
)
ITEM = Shape(AgendaItem, ItemRow, "meeting", parts={"matters": MATTER})
ATTENDANCE = Shape(Attendance, AttendanceRow, "meeting")
SIGNATURE = Shape(Signature, SignatureRow, "meeting")
APPENDIX = Shape(Appendix, AppendixRow, "meeting", body="appendix")
DISPATCH = Shape(Dispatch, DispatchRow, "meeting")
MEETING = Shape(
    Meeting,
    MeetingRow,
    parts={
        "attendance": ATTENDANCE,
        "agenda": ITEM,
        "signatures": SIGNATURE,
        "appendices": APPENDIX,
        "attachments": _files_of("meeting"),
        "dispatches": DISPATCH,
    },
)

PROGRESS = Shape(
    Progress, ProgressRow, "project", body="progress", parts={"attachments": _files_of("progress")}
)
PROJECT = Shape(
    Project,
    ProjectRow,
    parts={
        "texts": Shape(ProjectText, ProjectTextRow, "project", body="project_text"),
        "groups": Shape(TargetGroup, TargetGroupRow, "project"),
        "strategies": Shape(StrategyLink, StrategyRow, "project"),
        "steps": Shape(Step, StepRow, "project"),
        "budget": Shape(BudgetLine, BudgetLineRow, "project"),
        "ledger": Shape(LedgerEvent, LedgerRow, "project"),
        "indicators": Shape(Indicator, IndicatorRow, "project"),
        "risks": Shape(Risk, RiskRow, "project"),
        "signatories": Shape(Signatory, SignatoryRow, "project"),
        "progress": PROGRESS,
        "attachments": _files_of("project"),
    },
)
FORM = Shape(FilledForm, FilledFormRow)

TOP = {
    "units": UNIT,
    "people": PERSON,
    "committees": COMMITTEE,
    "memberships": MEMBERSHIP,
    "templates": TEMPLATE,
    "modules": MODULE,
    "searches": Shape(SavedSearch, SavedSearchRow),
    "meetings": MEETING,
    "projects": PROJECT,
    "forms": FORM,
}
"""The lists of an exchange file, in an order in which each names only records before it."""


def block_owner(shape: Shape) -> Any:
    """Return the column of the blocks' table that names records of a shape."""
    return getattr(BlockRow, shape.body)


def _shapes() -> Iterator[tuple[Kind, Shape]]:
    waiting = list(TOP.values())
    while waiting:
        shape = waiting.pop()
        yield Kind(shape.row.__tablename__), shape
        waiting.extend(shape.parts.values())
        for inlined in shape.inlined.values():
            waiting.extend(inlined.parts.values())


SHAPES = dict(_shapes())
"""One shape for each kind of record; attachments lie alike under all their owners."""
