"""What a record is a part of: the meeting, or the project, that it belongs to."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.storage.agenda import AssignmentRow, ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.projects import ProgressRow
from bmahr_desktop.storage.shapes import SHAPES, Shape


def meeting_of(session: Session, shape: Shape, uid: str) -> str | None:
    """Return the uid of the meeting that a record is a part of, or is."""
    kind = kind_of(shape)
    if kind is Kind.MEETING:
        return uid
    above = {
        Kind.ASSIGNMENT: ("resolution", ResolutionRow, Kind.RESOLUTION),
        Kind.RESOLUTION: ("matter", MatterRow, Kind.MATTER),
        Kind.SECTION: ("matter", MatterRow, Kind.MATTER),
        Kind.CORRECTION: ("matter", MatterRow, Kind.MATTER),
        Kind.LINK: ("matter", MatterRow, Kind.MATTER),
        Kind.REPORT: ("assignment", AssignmentRow, Kind.ASSIGNMENT),
        Kind.MATTER: ("item", ItemRow, Kind.ITEM),
    }
    row: Any = session.get(shape.row, uid)
    while row is not None and kind in above:
        column, table, kind = above[kind]
        row = session.get(table, getattr(row, column))
    if row is None:
        return None
    if kind is Kind.ATTACHMENT and row.matter:
        item = session.scalar(select(MatterRow.item).where(MatterRow.uid == row.matter))
        return session.scalar(select(ItemRow.meeting).where(ItemRow.uid == item))
    if kind is Kind.ATTACHMENT and row.report:
        return meeting_of(session, SHAPES[Kind.REPORT], row.report)
    return getattr(row, "meeting", None)


def project_of(session: Session, shape: Shape, uid: str) -> str | None:
    """Return the uid of the project that a record is a part of, or is; of a form, that it shows."""
    if kind_of(shape) is Kind.PROJECT:
        return uid
    row: Any = session.get(shape.row, uid)
    report: str | None = getattr(row, "progress", None)
    if report is not None:
        row = session.get(ProgressRow, report)
    return getattr(row, "project", None)


def meeting_above(session: Session, shape: Shape, owner: str) -> str | None:
    """Return the meeting that a record of a shape would be a part of under an owner."""
    above = {"meeting": Kind.MEETING, "item": Kind.ITEM, "matter": Kind.MATTER}
    above |= {"resolution": Kind.RESOLUTION, "assignment": Kind.ASSIGNMENT, "report": Kind.REPORT}
    kind = above.get(shape.owner)
    return meeting_of(session, SHAPES[kind], owner) if kind else None


def kind_of(shape: Shape) -> Kind:
    """Return the kind of record that a shape is of."""
    return Kind(shape.row.__tablename__)
