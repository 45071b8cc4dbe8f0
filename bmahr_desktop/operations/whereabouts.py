"""Where a record stands: the way from a text on paper, or from something found, to its place."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.storage.meeting import AttachmentRow, MeetingRow
from bmahr_desktop.storage.shapes import SHAPES

WAY_UP = {
    Kind.REPORT: Kind.ASSIGNMENT,
    Kind.ASSIGNMENT: Kind.RESOLUTION,
    Kind.RESOLUTION: Kind.MATTER,
    Kind.CORRECTION: Kind.MATTER,
    Kind.SECTION: Kind.MATTER,
    Kind.LINK: Kind.MATTER,
    Kind.MATTER: Kind.ITEM,
    Kind.ITEM: Kind.MEETING,
    Kind.ATTENDANCE: Kind.MEETING,
    Kind.SIGNATURE: Kind.MEETING,
    Kind.APPENDIX: Kind.MEETING,
    Kind.DISPATCH: Kind.MEETING,
}
"""What a part of a meeting is a part of; an attachment may belong to several kinds."""


@dataclass(frozen=True)
class Whereabouts:
    """Where a part of a meeting stands.

    Attributes:
        kind: What it is.
        uid: Its uid.
        within: The uids of all that it is a part of, and its own, by their kinds.
        committee: The uid of the committee that met.
    """

    kind: Kind
    uid: str
    within: dict[Kind, str] = field(default_factory=dict)
    committee: str = ""

    @property
    def meeting(self) -> str:
        """The uid of the meeting."""
        return self.within[Kind.MEETING]


def find_record(session: Session, uid: str) -> Whereabouts | None:
    """Return where a part of a meeting, or a meeting, stands; None if it does not, any longer."""
    for kind in (*WAY_UP, Kind.ATTACHMENT, Kind.MEETING):
        row: Any = SHAPES[kind].row
        if session.scalar(select(row.uid).where(row.uid == uid)):
            return _way_up(session, kind, uid)
    return None


def _way_up(session: Session, kind: Kind, uid: str) -> Whereabouts | None:
    now, at = kind, uid
    within = {now: at}
    while True:
        shape = SHAPES[now]
        row: Any = session.get(shape.row, at)
        if row is None or row.removed is not None:
            return None
        if isinstance(row, MeetingRow):
            return Whereabouts(kind, uid, within, row.committee)
        if isinstance(row, AttachmentRow):
            now, at = attached_to(row)
        else:
            at, now = getattr(row, shape.owner), WAY_UP[now]
        within[now] = at


def attached_to(row: AttachmentRow) -> tuple[Kind, str]:
    """Return what an attachment belongs to."""
    if row.report:
        return Kind.REPORT, row.report
    return (Kind.MATTER, row.matter) if row.matter else (Kind.MEETING, row.meeting or "")
