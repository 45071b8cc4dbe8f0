"""Projects with their parts, and forms that were filled."""

import datetime
from typing import Any

from sqlalchemy import Index, func
from sqlalchemy.orm import Mapped, mapped_column

from bmahr_desktop.domain.projects.money import EventKind, Factor, Funding
from bmahr_desktop.domain.projects.progress import IndicatorResult, Stage, Standing
from bmahr_desktop.domain.projects.project import (
    Accepted,
    Contact,
    Footing,
    GroupKind,
    IndicatorKind,
    ProjectKind,
    ProjectState,
    StrategyLevel,
    TextKind,
)
from bmahr_desktop.storage.base import Kept, Key, Packed, Placed, owner, reference


class ProjectRow(Kept):
    """A project or activity of a fiscal year."""

    __tablename__ = "project"

    uid: Mapped[Key]
    name: Mapped[str]
    year: Mapped[int] = mapped_column(index=True)
    code: Mapped[str]
    aliases: Mapped[tuple[str, ...]]
    kind: Mapped[ProjectKind]
    footing: Mapped[Footing]
    state: Mapped[ProjectState]
    unit: Mapped[str | None] = reference("unit")
    offices: Mapped[tuple[str, ...]]
    manager: Mapped[Contact] = mapped_column(Packed(Contact))
    person: Mapped[str | None] = reference("person")
    coordinator: Mapped[Contact] = mapped_column(Packed(Contact))
    start: Mapped[datetime.date | None]
    end: Mapped[datetime.date | None]
    model: Mapped[str]
    place: Mapped[str]
    people: Mapped[int | None]
    meetings: Mapped[int | None]
    funding: Mapped[Funding] = mapped_column(Packed(Funding))
    certification: Mapped[str]
    accepted: Mapped[tuple[Accepted, ...]] = mapped_column(Packed(tuple[Accepted, ...]))
    changed: Mapped[datetime.datetime]


Index(
    "uq_project_code",
    func.lower(ProjectRow.code),
    unique=True,
    sqlite_where=(ProjectRow.removed.is_(None)) & (ProjectRow.code != ""),
)


class ProjectTextRow(Placed):
    """A part of a proposal that is written freely."""

    __tablename__ = "project_text"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    kind: Mapped[TextKind]


class TargetGroupRow(Placed):
    """People whom a project gathers."""

    __tablename__ = "target_group"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    kind: Mapped[GroupKind]
    text: Mapped[str]
    people: Mapped[int | None]
    meetings: Mapped[int | None]
    per_meeting: Mapped[int | None]


class StrategyRow(Placed):
    """The place in a plan that a project serves."""

    __tablename__ = "strategy_link"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    plan: Mapped[str]
    levels: Mapped[tuple[StrategyLevel, ...]] = mapped_column(Packed(tuple[StrategyLevel, ...]))
    node: Mapped[str | None] = mapped_column(index=True)
    """The uid of a place in a plan, which need not be on file."""


class StepRow(Placed):
    """A step of the work."""

    __tablename__ = "step"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    text: Mapped[str]
    weight: Mapped[int | None]
    months: Mapped[tuple[int, ...]] = mapped_column(Packed(tuple[int, ...]))
    finished: Mapped[datetime.date | None]


class BudgetLineRow(Placed):
    """What one thing costs."""

    __tablename__ = "budget_line"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    activity: Mapped[str]
    group: Mapped[str]
    item: Mapped[str]
    rate: Mapped[int | None]
    factors: Mapped[tuple[Factor, ...]] = mapped_column(Packed(tuple[Factor, ...]))
    amount: Mapped[int | None]
    law: Mapped[str]


class LedgerRow(Placed):
    """A decision about a project's money."""

    __tablename__ = "ledger_event"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    kind: Mapped[EventKind]
    date: Mapped[datetime.date | None]
    amount: Mapped[int | None]
    number: Mapped[str]
    dated: Mapped[datetime.date | None]
    note: Mapped[str]
    confirms: Mapped[tuple[str, ...]]


class IndicatorRow(Placed):
    """What success is measured by."""

    __tablename__ = "indicator"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    text: Mapped[str]
    code: Mapped[str]
    kind: Mapped[IndicatorKind | None]
    target: Mapped[str]
    method: Mapped[str]
    instrument: Mapped[str]
    period: Mapped[str]


class RiskRow(Placed):
    """What may go wrong."""

    __tablename__ = "risk"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    text: Mapped[str]
    likelihood: Mapped[int | None]
    impact: Mapped[int | None]
    response: Mapped[str]


class SignatoryRow(Placed):
    """Who signs a proposal."""

    __tablename__ = "signatory"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    role: Mapped[str]
    name: Mapped[str]
    lines: Mapped[tuple[str, ...]]
    person: Mapped[str | None] = reference("person")


class ProgressRow(Placed):
    """A report on a project, as it was then."""

    __tablename__ = "progress"

    uid: Mapped[Key]
    project: Mapped[str] = owner("project")
    number: Mapped[int]
    date: Mapped[datetime.date | None]
    written: Mapped[str]
    stage: Mapped[Stage | None]
    percent: Mapped[int | None]
    planned: Mapped[int | None]
    spent: Mapped[int | None]
    on_plan: Mapped[Standing | None]
    on_target: Mapped[Standing | None]
    results: Mapped[tuple[IndicatorResult, ...]] = mapped_column(
        Packed(tuple[IndicatorResult, ...])
    )
    corrects: Mapped[str | None]
    """The uid of the report whose place it takes."""
    reason: Mapped[str]


class FilledFormRow(Kept):
    """A form with its answers."""

    __tablename__ = "filled_form"

    uid: Mapped[Key]
    form: Mapped[str]
    edition: Mapped[str]
    title: Mapped[str]
    year: Mapped[int | None] = mapped_column(index=True)
    date: Mapped[datetime.date | None]
    project: Mapped[str | None] = reference("project")
    report: Mapped[int | None]
    answers: Mapped[dict[str, Any]] = mapped_column(Packed(dict[str, Any]))
    changed: Mapped[datetime.datetime]
