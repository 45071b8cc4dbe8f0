"""Projects: put on file, found in the overview of a year, looked over."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.projects.accounts import balance, standing_reports
from bmahr_desktop.domain.projects.checks import every, look_over
from bmahr_desktop.domain.projects.checks_progress import next_due
from bmahr_desktop.domain.projects.discrepancies import Discrepancy, ProjectLook, UnitCodes
from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.domain.projects.money import LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import (
    Accepted,
    Project,
    ProjectState,
    ProjectText,
    Step,
    TextKind,
)
from bmahr_desktop.domain.projects.schedule import planned_on
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.projects import LedgerRow, ProgressRow, ProjectRow, StepRow
from bmahr_desktop.storage.shapes import PERSON, PROJECT
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.collate import sort_key

Part = TypeVar("Part", bound=Record)
_LEFT_BEHIND = ("ledger", "progress", "attachments", "accepted")
"""What a project of another year does not take over: it happened to this one."""


def read_project(session: Session, uid: str) -> Project:
    """Return a project with all its parts.

    Raises:
        Refused: If it is not on file.
    """
    found = read_records(session, PROJECT, ProjectRow.uid == uid)
    if not found:
        raise Refused(msg("The project is no longer on file."))
    project: Project = found[0]
    return project


def find_project(session: Session, code: str) -> str | None:
    """Return the uid of the project with a code; None if there is none."""
    wanted = code.strip().casefold()
    living = select(ProjectRow.uid, ProjectRow.code).where(ProjectRow.removed.is_(None))
    return next((uid for uid, own in session.execute(living) if own.casefold() == wanted), None)


def add_project(session: Session, name: str, year: int, code: str = "") -> tuple[Changes, str]:
    """Put a new project on file, with an empty place for each of its texts.

    Returns:
        What was written, and the project's uid.

    Raises:
        Refused: If its code is taken, or a value cannot stand.
    """
    texts = tuple(ProjectText(new_uid(), kind) for kind in TextKind)
    project = Project(uid=new_uid(), name=name.strip(), year=year, code=code.strip(), texts=texts)
    check_code(session, project.uid, project.code)
    return records.add(session, Kind.PROJECT, project), project.uid


def continue_project(session: Session, uid: str, year: int) -> tuple[Changes, str]:
    """Put a project of another year on file that begins as this one was planned.

    Money that was decided, reports and files stay with the old one; steps are not finished.

    Returns:
        What was written, and the new project's uid.
    """
    old = read_project(session, uid)
    parts: dict[str, Any] = dict.fromkeys(_LEFT_BEHIND, ())
    for name in PROJECT.parts:
        if name not in _LEFT_BEHIND:
            parts[name] = tuple(_anew(one) for one in getattr(old, name))
    parts["steps"] = tuple(msgspec.structs.replace(one, finished=None) for one in parts["steps"])
    funding = msgspec.structs.replace(old.funding, year=year, funded=None)
    new = msgspec.structs.replace(
        old, uid=new_uid(), year=year, code="", state=ProjectState.UNDER_WAY, start=None, end=None,
        funding=funding, **parts,
    )  # fmt: skip
    return records.add(session, Kind.PROJECT, new), new.uid


def _anew(part: Part) -> Part:
    return msgspec.structs.replace(part, uid=new_uid())


def amend_project(session: Session, uid: str, version: int | None, **fields: object) -> Changes:
    """Change fields of a project itself.

    Raises:
        Refused: If its code is taken, or a value cannot stand.
        StaleText: If it was changed since that version was read.
    """
    if "code" in fields:
        check_code(session, uid, str(fields["code"]))
    return records.amend(session, Kind.PROJECT, uid, version, **fields)


def check_code(session: Session, uid: str, code: str) -> None:
    """Check that no other project has a code.

    Raises:
        Refused: If one has it.
    """
    other = find_project(session, code) if code.strip() else None
    if other not in (None, uid):
        raise Refused(msg("The code “{code}” belongs to another project.", code=code.strip()))


# ---------------------------------------------------------------- the overview


def project_names(session: Session) -> dict[str, str]:
    """Return what the projects on file are called, by uid."""
    living = select(ProjectRow.uid, ProjectRow.name).where(ProjectRow.removed.is_(None))
    return dict(session.execute(living).tuples().all())


def list_years(session: Session) -> list[int]:
    """Return the fiscal years that have projects, the newest first."""
    query = select(ProjectRow.year).where(ProjectRow.removed.is_(None)).distinct()
    return sorted(session.scalars(query), reverse=True)


def usual_year(session: Session, today: int) -> int:
    """Return the fiscal year to begin with: today's, or the newest with projects if it has none."""
    years = list_years(session)
    return today if today in years or not years else years[0]


def list_projects(
    session: Session, year: int | None, today: datetime.date, report_day: int = 20
) -> list[ProjectLine]:
    """Return projects in the dictionary order of their names.

    Args:
        session: The records.
        year: The fiscal year (พ.ศ.); None for all.
        today: What is planned and due is told for this day.
        report_day: The day of the month by which a report is due.
    """
    query = select(ProjectRow).where(ProjectRow.removed.is_(None))
    if year is not None:
        query = query.where(ProjectRow.year == year)
    rows = session.scalars(query).all()
    units = dict(session.execute(select(UnitRow.uid, UnitRow.name)).tuples().all())
    steps = _parts(session, Step, StepRow, year, ("weight", "months"))
    ledger = _parts(session, LedgerEvent, LedgerRow, year, ("kind", "date", "amount", "confirms"))
    reports = _parts(
        session, Progress, ProgressRow, year, ("number", "date", "stage", "percent", "corrects")
    )
    lines = [
        _line(
            _bare(row, steps=steps[row.uid], ledger=ledger[row.uid], progress=reports[row.uid]),
            units,
            today,
            report_day,
        )
        for row in rows
    ]
    lines.sort(key=lambda line: (-line.year, sort_key(line.name)))
    return lines


def _parts(
    session: Session, kind: type[Part], table: Any, year: int | None, fields: tuple[str, ...]
) -> dict[str, tuple[Part, ...]]:
    """Return parts of projects with those fields only, by their projects."""
    columns = [getattr(table, name) for name in ("uid", *fields)]
    query = (
        select(table.project, *columns)
        .join(ProjectRow, table.project == ProjectRow.uid)
        .where(table.removed.is_(None), ProjectRow.removed.is_(None))
        .order_by(table.position)
    )
    if year is not None:
        query = query.where(ProjectRow.year == year)
    found: dict[str, list[Part]] = defaultdict(list)
    for project, uid, *values in session.execute(query):
        found[project].append(kind(uid=uid, **dict(zip(fields, values, strict=True))))
    return defaultdict(tuple, {project: tuple(parts) for project, parts in found.items()})


def _bare(row: ProjectRow, **parts: Any) -> Project:
    values = {name: getattr(row, name) for name in PROJECT.columns}
    return Project(**values, **parts)


def _line(
    project: Project, units: dict[str, str], today: datetime.date, report_day: int
) -> ProjectLine:
    reports = standing_reports(project.progress)
    known = [one.percent for one in reports if one.percent is not None]
    look = ProjectLook(project, today, report_day=report_day)
    printed = project.offices[-1] if project.offices else ""
    return ProjectLine(
        uid=project.uid,
        code=project.code,
        name=project.name,
        year=project.year,
        kind=project.kind,
        footing=project.footing,
        state=project.state,
        unit=project.unit,
        unit_name=units.get(project.unit or "", printed),
        person=project.manager.name,
        percent=known[-1] if known else None,
        planned=_planned(project, today),
        money=balance(project.ledger),
        reports=len(reports),
        next_due=next_due(look),
    )


def _planned(project: Project, today: datetime.date) -> int | None:
    if not any(step.months and step.weight for step in project.steps):
        return None
    return planned_on(project.steps, project.year, today)


# ---------------------------------------------------------------- what does not add up


def check_project(
    session: Session, uid: str, today: datetime.date, *, accepted: bool = False
) -> tuple[Discrepancy, ...]:
    """Return what does not add up in a project.

    Args:
        session: The records.
        uid: The project.
        today: To tell what is overdue.
        accepted: Return what was accepted as meant so, too.
    """
    look = look_of(session, read_project(session, uid), today)
    return tuple(every(look)) if accepted else look_over(look)


def look_of(session: Session, project: Project, today: datetime.date) -> ProjectLook:
    """Return a project as the checks look at it, with the units and people on file."""
    return ProjectLook(project, today, _codes(session), people=_people(session, project))


def _codes(session: Session) -> UnitCodes:
    named = select(UnitRow.code, UnitRow.name).where(UnitRow.removed.is_(None), UnitRow.code != "")
    return UnitCodes(dict(session.execute(named).tuples().all()))


def _people(session: Session, project: Project) -> dict[str, str]:
    """Return what the people of a project are called on file, by uid."""
    named = {project.person, *(one.person for one in project.signatories)} - {None}
    living = PersonRow.removed.is_(None), PersonRow.uid.in_(named)
    people = read_records(session, PERSON, *living) if named else []
    return {one.uid: one.printed for one in people}


def take_correction(session: Session, found: Discrepancy) -> Changes:
    """Write what a check proposes.

    Raises:
        Refused: If it proposes nothing, or the record is gone.
    """
    if not found.correction:
        raise Refused(msg("Only you know what would be right here."))
    return records.amend(session, found.kind, found.uid, None, **found.correction)


def accept(session: Session, uid: str, found: Discrepancy, reason: str) -> Changes:
    """Note that a difference is meant, so that it stays quiet until it changes.

    Raises:
        Refused: If no reason is given.
    """
    if not reason.strip():
        raise Refused(msg("Write why the difference is meant."))
    meant = _accepted(session, uid, apart_from=(found.mark,))
    return records.amend(
        session, Kind.PROJECT, uid, None, accepted=(*meant, Accepted(found.mark, reason.strip()))
    )


def speak_again(session: Session, uid: str, marks: Sequence[str]) -> Changes:
    """Let differences be told again that were accepted."""
    meant = _accepted(session, uid, apart_from=marks)
    return records.amend(session, Kind.PROJECT, uid, None, accepted=meant)


def _accepted(session: Session, uid: str, apart_from: Iterable[str]) -> tuple[Accepted, ...]:
    row = edits.fetch(session, PROJECT, uid, None)
    gone = set(apart_from)
    return tuple(one for one in row.accepted if one.check not in gone)
