"""Where a part of a project stands: the way from something found to its place."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.storage.meeting import AttachmentRow
from bmahr_desktop.storage.projects import ProjectRow
from bmahr_desktop.storage.shapes import PROJECT, SHAPES

_PARTS = tuple(Kind(part.row.__tablename__) for part in PROJECT.parts.values())


@dataclass(frozen=True)
class ProjectPlace:
    """Where a part of a project stands.

    Attributes:
        kind: What it is.
        uid: Its uid.
        project: The uid of its project.
        year: The fiscal year of that.
    """

    kind: Kind
    uid: str
    project: str
    year: int


def find_project_part(session: Session, uid: str) -> ProjectPlace | None:
    """Return where a project, or a part of one, stands; None if it does not, any longer.

    A file that came with a report on the progress is found as that report.
    """
    found = _owner_of(session, uid)
    if found is None:
        return None
    kind, part, project = found
    row = session.get(ProjectRow, project)
    if row is None or row.removed is not None:
        return None
    return ProjectPlace(kind, part, project, row.year)


def _owner_of(session: Session, uid: str) -> tuple[Kind, str, str] | None:
    if session.scalar(select(ProjectRow.uid).where(ProjectRow.uid == uid)):
        return Kind.PROJECT, uid, uid
    for kind in _PARTS:
        row: Any = SHAPES[kind].row
        found = session.execute(
            select(row.project).where(row.uid == uid, row.removed.is_(None))
        ).first()
        if found is None:
            continue
        if found[0] is not None:
            return kind, uid, found[0]
        if kind is Kind.ATTACHMENT:
            return _of_report(session, uid)
    return None


def _of_report(session: Session, uid: str) -> tuple[Kind, str, str] | None:
    report = session.scalar(select(AttachmentRow.progress).where(AttachmentRow.uid == uid))
    return _owner_of(session, report) if report else None
