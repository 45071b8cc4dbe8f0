"""Following tasks up: what was reported, how it stands with them, and which of them are late."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Select, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.domain.follow_up import OPEN, FollowUp, Report
from bmahr_desktop.domain.meeting import Assignment
from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.domain.tasks import Standing, after_report, asks_when, due_day, without_report
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attachments import AttachmentLine, list_of_reports, listed
from bmahr_desktop.operations.records import Read
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.agenda import (
    AssignmentRow,
    ItemRow,
    MatterRow,
    ReportRow,
    ResolutionRow,
)
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import REPORT

# ---------------------------------------------------------------- reports


def add_report(
    session: Session,
    assignment: str,
    report: Report,
    files: Sequence[FileEntry] = (),
    next_due: datetime.date | None = None,
) -> Changes:
    """Log what was reported on a task; its state and the day it is due again follow.

    Reports stand in the order of their days; only the last one says how the task stands.

    Args:
        session: The transaction.
        assignment: The uid of the task.
        report: What was reported.
        files: The files that came with it, taken in before.
        next_due: The day of the next time, where somebody said so.

    Raises:
        Refused: If a value cannot stand in its field, or nobody knows when the task is due again.
    """
    task = _task(session, assignment)
    attached = tuple(listed(session, entry) for entry in files)
    report = msgspec.structs.replace(report, attachments=(*report.attachments, *attached))
    at = sum(one.date <= report.date for one in task.reports)
    changes = records.add(session, Kind.REPORT, report, assignment, at)
    if at < len(task.reports):
        return changes
    standing = after_report(task, report, next_due)
    if asks_when(task, report.state) and standing.next_due is None and due_day(task) is not None:
        raise Refused(msg("Say when it is due again, or end it."))
    return changes | _stand(session, task, standing)


def amend_report(
    session: Session, kind: Kind, uid: str, version: int | None, /, **fields: Any
) -> Changes:
    """Change fields of a report; where the last one says another state, the task follows.

    Raises:
        StaleText: If the report was changed since that version was read.
        Refused: If a value cannot stand in its field.
    """
    task = _task(session, _owner_of(session, uid))
    changes = records.amend(session, kind, uid, version, **fields)
    if not changes or not {"date", "state"} & fields.keys():
        return changes
    now = _task(session, task.uid)
    order = [one.uid for one in sorted(now.reports, key=lambda one: one.date)]
    changes |= edits.move(session, REPORT, uid, order.index(uid))
    if order[-1] != uid:
        return changes
    before = without_report(task, uid)
    taken_back = msgspec.structs.replace(task, state=before.state, next_due=before.next_due)
    report = next(one for one in now.reports if one.uid == uid)
    return changes | _stand(session, now, after_report(taken_back, report))


def remove_report(session: Session, uid: str) -> Changes:
    """Take a report away; the task stands as it did before it."""
    task = _task(session, _owner_of(session, uid))
    return edits.remove(session, REPORT, uid) | _stand(session, task, without_report(task, uid))


def restore_report(session: Session, uid: str, standing: Standing) -> Changes:
    """Put a report back that was taken away, and let the task stand as it did with it."""
    changes = edits.restore(session, REPORT, uid)
    return changes | _stand(session, _task(session, _owner_of(session, uid)), standing)


def set_state(
    session: Session,
    assignment: str,
    state: FollowUp,
    remark: str = "",
    today: datetime.date | None = None,
) -> Changes:
    """Say by hand how far a task has come.

    Args:
        session: The transaction.
        assignment: The uid of the task.
        state: How far.
        remark: How it was done; kept as a report of today.
        today: The day of the remark; needed with one.

    Raises:
        Refused: If it would be done although nothing was reported and no remark says how.
    """
    if remark.strip() and today is not None:
        report = Report(uid=new_uid(), date=today, text=remark.strip(), state=state)
        return add_report(session, assignment, report)
    task = _task(session, assignment)
    if state is FollowUp.DONE and not task.reports:
        raise Refused(msg("Nothing was reported yet. Say in a few words how it was done."))
    return records.amend(session, Kind.ASSIGNMENT, assignment, None, state=state)


def _task(session: Session, uid: str) -> Assignment:
    task: Assignment = records.read(session, Kind.ASSIGNMENT, uid).record
    return task


def _owner_of(session: Session, report: str) -> str:
    return session.get_one(ReportRow, report).assignment


def _stand(session: Session, task: Assignment, standing: Standing) -> Changes:
    fields = {"state": standing.state, "next_due": standing.next_due}
    return records.amend(session, Kind.ASSIGNMENT, task.uid, None, **fields)


# ---------------------------------------------------------------- reading


@dataclass(frozen=True)
class Tasks:
    """The tasks of a resolution with their reports.

    Attributes:
        reads: Each task, to work on.
        files: The files that came with the reports, by the uids of these.
    """

    reads: tuple[Read, ...] = ()
    files: Mapping[str, tuple[AttachmentLine, ...]] = field(default_factory=dict)


def read_tasks(session: Session, resolution: str) -> Tasks:
    """Return the tasks of a resolution, in their order."""
    reads = records.read_parts_of(session, Kind.ASSIGNMENT, resolution)
    reports = [report.uid for read in reads for report in read.record.reports if report.attachments]
    lines = list_of_reports(session, reports) if reports else ()
    files: dict[str, list[AttachmentLine]] = {}
    for line in lines:
        files.setdefault(line.report, []).append(line)
    return Tasks(tuple(reads), {uid: tuple(some) for uid, some in files.items()})


class OverdueTask(Record, frozen=True):
    """A task that should have been done, and is not.

    Attributes:
        uid: The assignment's.
        days: For so many days.
    """

    uid: str
    resolution: str
    matter: str
    meeting: str
    committee: str
    number: int
    year: int
    assigned_to: str
    needed: str
    text: str
    state: FollowUp
    due_day: datetime.date
    days: int


def overdue_tasks(
    session: Session, today: datetime.date, committee: str | None = None
) -> list[OverdueTask]:
    """Return the tasks that are late, those that are late longest first.

    Args:
        session: The records.
        today: Seen from this day.
        committee: A committee's uid; None for all.
    """
    task, meeting = AssignmentRow, MeetingRow
    query = _late(
        today,
        task.uid, task.resolution, MatterRow.uid, meeting.uid, meeting.committee, meeting.number,
        meeting.year, task.assigned_to, task.needed, ResolutionRow.text, task.state, _DAY,
    )  # fmt: skip
    if committee is not None:
        query = query.where(meeting.committee == committee)
    found = []
    for *values, written in session.execute(query.order_by(_DAY, task.uid)):
        day = datetime.date.fromisoformat(written)
        known = zip(OverdueTask.__struct_fields__, (*values, day, (today - day).days), strict=True)
        found.append(OverdueTask(**dict(known)))
    return found


def count_overdue(session: Session, today: datetime.date) -> int:
    """Return how many resolutions have a task that is late."""
    return session.scalar(_late(today, func.count(AssignmentRow.resolution.distinct()))) or 0


_DUE = type_coerce(AssignmentRow.due, Text)
_DAY = func.coalesce(
    type_coerce(AssignmentRow.next_due, Text),
    func.json_extract(_DUE, "$.date"),
    func.date(func.json_extract(_DUE, "$.month") + "-01", "+1 month", "-1 day"),
    type_=Text,
)
"""The day that a task is due, as `tasks.due_day`."""


def _late(today: datetime.date, *columns: Any) -> Select[Any]:
    rows = (AssignmentRow, ResolutionRow, MatterRow, ItemRow, MeetingRow)
    return (
        select(*columns)
        .select_from(AssignmentRow)
        .join(ResolutionRow, AssignmentRow.resolution == ResolutionRow.uid)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(MeetingRow, ItemRow.meeting == MeetingRow.uid)
        .where(
            AssignmentRow.state.in_(OPEN),
            today.isoformat() > _DAY,
            MeetingRow.state.not_in(NOT_HELD),
            *(row.removed.is_(None) for row in rows),
        )
    )
