"""Reports on a project: begun from the last one, corrected by a new version, never rewritten."""

import datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.projects.accounts import spent_since, standing_reports
from bmahr_desktop.domain.projects.progress import IndicatorResult, Progress
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.projects.schedule import done_by_steps, planned_on
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.storage.projects import ProgressRow


def next_report(project: Project, day: datetime.date) -> Progress:
    """Return the report that would come next, begun from the last one.

    The words, the standing and the results are taken over; percent and money are proposed from the
    finished steps and the ledger where those tell anything, else they are unknown.

    Args:
        project: The project.
        day: The day of the report.
    """
    reports = standing_reports(project.progress)
    last = reports[-1] if reports else None
    known = {one.indicator: one for one in (last.results if last else ())}
    results = tuple(
        msgspec.structs.replace(known.get(one.uid, IndicatorResult(one.uid)), target=one.target)
        for one in project.indicators
    )
    values: dict[str, Any] = {
        "number": last.number + 1 if last else 1,
        "percent": _proposed_percent(project, last, day),
        "planned": planned_on(project.steps, project.year, day) if project.steps else None,
        "spent": _proposed_spending(project, last, day),
        "results": results,
    }
    if last is not None:
        values |= {"stage": last.stage, "body": last.body, "on_plan": last.on_plan,
                   "on_target": last.on_target}  # fmt: skip
    return Progress(uid=new_uid(), date=day, **values)


def _proposed_percent(project: Project, last: Progress | None, day: datetime.date) -> int | None:
    done = done_by_steps(project.steps, day)
    before = last.percent if last else None
    if done is None or before is None:
        return done if done is not None else before
    return max(done, before)  # what was reported once does not fall because a step is not ticked


def _proposed_spending(project: Project, last: Progress | None, day: datetime.date) -> int | None:
    if not project.ledger:
        return None
    return spent_since(project.ledger, last.date if last else None, day)


def add_report(session: Session, project: str, day: datetime.date) -> tuple[Changes, str]:
    """Put the next report on a project on file, begun from the last one.

    Returns:
        What was written, and the report's uid.
    """
    report = next_report(read_project(session, project), day)
    return records.add(session, Kind.PROGRESS, report, project), report.uid


def amend_report(
    session: Session, kind: Kind, uid: str, version: int | None, /, **fields: Any
) -> Changes:
    """Change fields of a report; another day has another share of the plan beside it.

    Raises:
        StaleText: If it was changed since that version was read.
        Refused: If a value cannot stand.
    """
    day = fields.get("date")
    if day is not None:
        owner = session.get_one(ProgressRow, uid).project
        project = read_project(session, owner)
        if project.steps:
            fields["planned"] = planned_on(project.steps, project.year, day)
    return records.amend(session, kind, uid, version, **fields)


def correct_report(session: Session, project: str, uid: str, reason: str) -> tuple[Changes, str]:
    """Put a new version of a report on file; the old one is kept and no longer holds.

    Returns:
        What was written, and the new version's uid.

    Raises:
        Refused: If no reason is given, or the report was corrected already.
    """
    if not reason.strip():
        raise Refused(msg("Write why the report is corrected."))
    record = read_project(session, project)
    old = next((one for one in standing_reports(record.progress) if one.uid == uid), None)
    if old is None:
        raise Refused(msg("The report was corrected already. Correct its newest version."))
    new = msgspec.structs.replace(
        old, uid=new_uid(), corrects=old.uid, reason=reason.strip(), attachments=()
    )
    return records.add(session, Kind.PROGRESS, new, project), new.uid
