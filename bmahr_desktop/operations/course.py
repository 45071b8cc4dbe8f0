"""How a meeting goes on: its people, its matters and votes, without the texts."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.attending import matters_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.meeting import AttendanceList, Matter, Meeting, Mode
from bmahr_desktop.domain.quorum import Quorum, counted_at, is_member, quorum_at
from bmahr_desktop.operations import records
from bmahr_desktop.storage.agenda import ItemRow, MatterRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import ATTENDANCE, ITEM, MATTER, RESOLUTION, SIGNATURE
from bmahr_desktop.storage.trees import read_parts, read_records


@dataclass(frozen=True)
class Course:
    """A meeting as it goes on.

    Attributes:
        meeting: With people, items, matters, resolutions and signatures; without any part of a
            matter, so that reading it costs the same whatever was written.
        committee: Whose meeting it is.
        earlier: The day of the meeting that it repeats, where that is on file.
    """

    meeting: Meeting
    committee: Committee
    earlier: datetime.date | None = None

    def quorum(self) -> Quorum:
        """Return how it stands with its quorum, at the matter spoken about now."""
        meeting = self.meeting
        return quorum_at(meeting, self.committee.rules, meeting.current, self.earlier)

    def places(self) -> tuple[int, int, int]:
        """Return how many members are in the room, online, and not come, at the matter of now."""
        there = counted_at(self.meeting, self.meeting.current)
        online = sum(one.mode is Mode.ONLINE for one in there)
        absent = sum(
            is_member(one) and one.list is AttendanceList.ABSENT for one in self.meeting.attendance
        )
        return len(there) - online, online, absent

    def matter(self, uid: str | None) -> Matter | None:
        """Return a matter of it; None where it has no such."""
        return next((one for one in matters_of(self.meeting) if one.uid == uid), None)


def read_course(session: Session, meeting: str) -> Course:
    """Return how a meeting goes on.

    Raises:
        Refused: If it is not on file.
    """
    record: Meeting = records.read(session, Kind.MEETING, meeting, shallow=True).record
    committee = records.read(session, Kind.COMMITTEE, record.committee, shallow=True).record
    whole = msgspec.structs.replace(
        record,
        attendance=tuple(read_parts(session, ATTENDANCE, [meeting]).get(meeting, ())),
        signatures=tuple(read_parts(session, SIGNATURE, [meeting]).get(meeting, ())),
        agenda=tuple(_agenda(session, meeting)),
    )
    earlier = None
    if record.again is not None:
        earlier = session.scalar(select(MeetingRow.date).where(MeetingRow.uid == record.again))
    return Course(whole, committee, earlier)


def _agenda(session: Session, meeting: str) -> list[Any]:
    places = session.execute(
        select(ItemRow.uid, MatterRow.uid)
        .outerjoin(MatterRow, (MatterRow.item == ItemRow.uid) & MatterRow.removed.is_(None))
        .where(ItemRow.meeting == meeting, ItemRow.removed.is_(None))
        .order_by(ItemRow.position, ItemRow.uid, MatterRow.position, MatterRow.uid)
    ).all()
    below: dict[str, list[str]] = defaultdict(list)
    for item, matter in places:
        below[item].extend([matter] if matter else [])
    uids = [matter for some in below.values() for matter in some]
    items = {
        one.uid: one
        for one in read_records(session, ITEM, ItemRow.uid.in_(list(below)), shallow=True)
    }
    matters = {
        one.uid: one for one in read_records(session, MATTER, MatterRow.uid.in_(uids), shallow=True)
    }
    resolved = read_parts(session, RESOLUTION, uids)
    return [
        msgspec.structs.replace(
            items[item],
            matters=tuple(
                msgspec.structs.replace(matters[uid], resolutions=tuple(resolved.get(uid, ())))
                for uid in some
            ),
        )
        for item, some in below.items()
    ]
