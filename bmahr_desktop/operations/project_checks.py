"""What does not add up in a project or in a form, apart from what is meant so."""

import datetime
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.projects.checks import every
from bmahr_desktop.domain.projects.discrepancies import Discrepancy
from bmahr_desktop.operations import records
from bmahr_desktop.operations.form_papers import check_filled, read_filled
from bmahr_desktop.operations.projects import look_of, read_project
from bmahr_desktop.operations.records import value_in


@dataclass(frozen=True)
class Meant:
    """A difference that is meant, and why."""

    found: Discrepancy
    reason: str


@dataclass(frozen=True)
class Findings:
    """What the checks tell.

    Attributes:
        project: The uid of the project that they are about; "" for none.
        told: What is to be looked at.
        meant: What was noted as meant so, as long as it is still so.
    """

    project: str = ""
    told: tuple[Discrepancy, ...] = ()
    meant: tuple[Meant, ...] = ()


def findings_of_project(session: Session, uid: str, today: datetime.date) -> Findings:
    """Return what the checks tell of a project.

    Raises:
        Refused: If it is not on file.
    """
    project = read_project(session, uid)
    reasons = {one.check: one.reason for one in project.accepted}
    found = tuple(every(look_of(session, project, today)))
    return Findings(
        uid,
        tuple(one for one in found if one.mark not in reasons),
        tuple(Meant(one, reasons[one.mark]) for one in found if one.mark in reasons),
    )


def findings_of_form(session: Session, uid: str, today: datetime.date) -> Findings:
    """Return what the checks tell of a filled form, and of what it shows of its project.

    Raises:
        Refused: If it is not on file.
    """
    project = read_filled(session, uid).material.project
    return Findings(project.uid if project else "", check_filled(session, uid, today))


def take_back(session: Session, found: Discrepancy, before: dict[str, object]) -> Changes:
    """Write again what stood there before a correction was taken."""
    return records.amend(session, found.kind, found.uid, None, **before)


def fields_before(session: Session, found: Discrepancy) -> dict[str, object]:
    """Return what stands now in the fields that a correction would change.

    Raises:
        Refused: If the record is gone.
    """
    record = records.read(session, found.kind, found.uid, shallow=True).record
    return {name: value_in(record, name) for name in found.correction}
