"""Files that belong to a project, or to a report on it: listed, taken in."""

from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.operations.attachments import (
    AttachmentLine,
    lines_where,
    listed,
    refuse_twice,
)
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.meeting import AttachmentRow
from bmahr_desktop.storage.shapes import SHAPES


def list_of_progress(session: Session, report: str) -> tuple[AttachmentLine, ...]:
    """Return the files that came with a report on a project, in their order."""
    return tuple(lines_where(session, AttachmentRow.progress == report))


def attach_to_progress(session: Session, report: str, entry: FileEntry) -> Changes:
    """List a file that was taken in among those of a report on a project, behind the others.

    Raises:
        Refused: If the very same file is listed there already, or its name cannot stand.
    """
    refuse_twice(list_of_progress(session, report), "", entry.sha256, entry.name)
    shape = SHAPES[Kind.PROGRESS].parts["attachments"]
    return edits.add(session, shape, listed(session, entry), report)


def list_of_project(session: Session, project: str) -> tuple[AttachmentLine, ...]:
    """Return the files that belong to a project itself, in their order."""
    return tuple(lines_where(session, AttachmentRow.project == project))


def attach_to_project(session: Session, project: str, entry: FileEntry) -> Changes:
    """List a file that was taken in among those of a project, behind the others.

    Raises:
        Refused: If the very same file is listed there already, or its name cannot stand.
    """
    refuse_twice(list_of_project(session, project), "", entry.sha256, entry.name)
    shape = SHAPES[Kind.PROJECT].parts["attachments"]
    return edits.add(session, shape, listed(session, entry), project)
