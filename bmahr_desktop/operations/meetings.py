"""A meeting as a screen works on it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.meeting import Adoption, Meeting
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.records import refuse_forbidden
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.agenda import (
    AssignmentRow,
    CorrectionRow,
    ItemRow,
    MatterRow,
    ResolutionRow,
    SectionRow,
)
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.meeting import AppendixRow, AttendanceRow, MeetingRow, SignatureRow
from bmahr_desktop.storage.shapes import COMMITTEE, SHAPES
from bmahr_desktop.storage.trees import read_records


@dataclass(frozen=True)
class OpenMeeting:
    """A meeting as a screen works on it.

    Attributes:
        meeting: All that is recorded of it.
        committee: Whose it is.
        versions: The version of each record in it, by uid.
    """

    meeting: Meeting
    committee: Committee
    versions: dict[str, int]


def open_meeting(session: Session, uid: str) -> OpenMeeting:
    """Return a meeting to work on.

    Raises:
        Refused: If it is not on file.
    """
    meeting = read_meeting(session, uid)
    (committee,) = read_records(session, COMMITTEE, CommitteeRow.uid == meeting.committee)
    return OpenMeeting(meeting, committee, _versions(session, uid))


def _versions(session: Session, uid: str) -> dict[str, int]:
    items = select(ItemRow.uid).where(ItemRow.meeting == uid)
    matters = select(MatterRow.uid).where(MatterRow.item.in_(items))
    resolutions = select(ResolutionRow.uid).where(ResolutionRow.matter.in_(matters))
    versions: dict[str, int] = {}
    for row, parts in (
        (MeetingRow, MeetingRow.uid == uid),
        (AttendanceRow, AttendanceRow.meeting == uid),
        (SignatureRow, SignatureRow.meeting == uid),
        (AppendixRow, AppendixRow.meeting == uid),
        (ItemRow, ItemRow.meeting == uid),
        (MatterRow, MatterRow.item.in_(items)),
        (SectionRow, SectionRow.matter.in_(matters)),
        (CorrectionRow, CorrectionRow.matter.in_(matters)),
        (ResolutionRow, ResolutionRow.matter.in_(matters)),
        (AssignmentRow, AssignmentRow.resolution.in_(resolutions)),
    ):
        versions |= dict(session.execute(select(row.uid, row.version).where(parts)).tuples().all())
    return versions


def set_adoption(
    session: Session, matter: str, version: int | None, adoption: Adoption | None
) -> Changes:
    """Say which earlier minutes a matter adopts, or that it adopts none.

    Corrections are records of their own and stay as they are.

    Raises:
        StaleText: If the matter was changed since that version was read.
    """
    refuse_forbidden(adoption)
    columns = {
        f"adopts_{name}": adoption and getattr(adoption, name)
        for name in ("number", "year", "date", "meeting")
    }
    return edits.amend(session, SHAPES[Kind.MATTER], matter, version, **columns)
