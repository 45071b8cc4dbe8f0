"""Filled forms as screens and papers show them, each in the edition that it was begun with."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.forms.checking import check_form
from bmahr_desktop.domain.forms.composing import blank_form, fill_form
from bmahr_desktop.domain.forms.definition import Definition, RecordKind
from bmahr_desktop.domain.forms.filled import FilledForm, pictures_in
from bmahr_desktop.domain.forms.paper import FilledPaper
from bmahr_desktop.domain.forms.scope import Material
from bmahr_desktop.domain.projects.accounts import standing_reports
from bmahr_desktop.domain.projects.checks import CHECKS
from bmahr_desktop.domain.projects.discrepancies import Discrepancy
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.filled_forms import read_form_record
from bmahr_desktop.operations.form_shelf import edition_of_year, shelf_of
from bmahr_desktop.operations.projects import look_of, read_project
from bmahr_desktop.storage.projects import FilledFormRow, ProjectRow
from bmahr_desktop.storage.shapes import FORM, PROJECT
from bmahr_desktop.storage.trees import read_records

if TYPE_CHECKING:
    from bmahr_desktop.storage.files import KeptFiles


@dataclass(frozen=True)
class FormRead:
    """A filled form as a screen works on it.

    Attributes:
        definition: Of its edition; None where that is gone.
        material: What it is filled with.
        gone: What is told where the definition is gone.
        reports: The numbers of the reports that it could show up to.
    """

    record: FilledForm
    version: int
    definition: Definition | None
    material: Material
    gone: tuple[Message, ...] = ()
    reports: tuple[int, ...] = ()


def read_filled(session: Session, uid: str) -> FormRead:
    """Return a form with its definition and what it is filled with.

    Raises:
        Refused: If it is not on file.
    """
    record = read_form_record(session, uid)
    version = records.version_of(session, Kind.FORM, uid)
    shelf = shelf_of(session)
    gone: tuple[Message, ...] = ()
    definition: Definition | None = None
    try:
        definition = shelf.find(record.form, record.edition)
    except Refused as refused:
        first = msg("The definition “{name}” is no longer in the folder of forms. Put it back to"
                    " see and print the form; its answers are kept.",
                    name=f"{record.form}-{record.edition}")  # fmt: skip
        gone = (first, *refused.messages[1:])
    material = _material(session, record, definition)
    reports = standing_reports(material.project.progress) if material.project else ()
    numbers = tuple(one.number for one in reports)
    return FormRead(record, version, definition, material, gone, numbers)


def _material(session: Session, record: FilledForm, definition: Definition | None) -> Material:
    chosen = [ProjectRow.uid == record.project]
    project = next(iter(read_records(session, PROJECT, *chosen)), None) if record.project else None
    projects: Sequence[Project] = ()
    if definition is not None and definition.record is RecordKind.PROJECTS and record.year:
        projects = read_records(session, PROJECT, ProjectRow.year == record.year)
    stamps = [one.changed for one in (project, *projects) if one is not None]
    return Material(
        project=project,
        projects=tuple(projects),
        answers=record.answers,
        uid=record.uid,
        title=record.title,
        year=record.year,
        date=record.date,
        report=record.report,
        pictures=_pictures(session, [one for one in (project, *projects) if one], record.answers),
        changed=max([record.changed, *stamps]),
    )


def _pictures(
    session: Session, projects: Sequence[Project], answers: Mapping[str, Any]
) -> dict[str, bytes]:
    files: KeptFiles = session.info["files"]
    shown = set(pictures_in(answers))
    for project in projects:
        shown |= {part.file for _, part in parts_of(project) if isinstance(part, Picture)}
    return {sha256: data for sha256 in shown if (data := files.read(sha256)) is not None}


def read_form_paper(session: Session, uid: str) -> FilledPaper:
    """Return a filled form as it prints, in the edition that it was begun with.

    Raises:
        Refused: If the form, its definition, or the project that it shows is gone.
    """
    read = read_filled(session, uid)
    if read.definition is None:
        raise Refused(*read.gone)
    if read.definition.record is RecordKind.PROJECT and read.material.project is None:
        raise Refused(msg("The project that this form shows is no longer on file."))
    return fill_form(read.definition, read.material)


def read_blank_paper(session: Session, form: str, edition: str = "") -> FilledPaper:
    """Return a form to be filled in by hand.

    Raises:
        Refused: If there is no such form.
    """
    return blank_form(shelf_of(session).find(form, edition))


def read_project_paper(
    session: Session, form: str, project: str, report: int | None = None, edition: str = ""
) -> FilledPaper:
    """Return a form that shows a project: as it was filled on file, else as the records stand.

    Args:
        session: The records.
        form: Which form, "progress".
        project: The project's uid.
        report: Show the progress reports up to this number.
        edition: Which edition; else the one filled last, else the one of the project's year.

    Raises:
        Refused: If there is no such form, report or project, or the form shows no project.
    """
    record = read_project(session, project)
    known = {one.number for one in record.progress}
    if report is not None and report not in known:
        raise Refused(msg("The project has no report number {number}.", number=report))
    filled = _filled_last(session, form, project, edition)
    if filled is None:
        definition = edition_of_year(shelf_of(session), form, record.year, edition)
        filled = FilledForm(uid=record.uid, form=definition.form, edition=definition.edition,
                            project=project, year=record.year)  # fmt: skip
    definition = shelf_of(session).find(filled.form, filled.edition)
    if definition.record is not RecordKind.PROJECT:
        raise Refused(msg("The form “{title}” shows no project.", title=definition.title))
    material = _material(session, filled, definition)
    report = filled.report if report is None else report
    return fill_form(definition, replace(material, report=report))


def _filled_last(session: Session, form: str, project: str, edition: str) -> FilledForm | None:
    chosen = [FilledFormRow.form == form, FilledFormRow.project == project]
    if edition:
        chosen.append(FilledFormRow.edition == edition)
    found: list[FilledForm] = read_records(session, FORM, *chosen)
    return max(found, key=lambda one: one.changed, default=None)


# ---------------------------------------------------------------- what does not add up


def check_filled(session: Session, uid: str, today: datetime.date) -> tuple[Discrepancy, ...]:
    """Return what does not add up in a form: in itself, and in what it shows of its project.

    Of the project's, only the checks that the form names, and without what is meant so.

    Raises:
        Refused: If the form is not on file.
    """
    read = read_filled(session, uid)
    if read.definition is None:
        return ()
    own = tuple(
        Discrepancy("form", one.message, Kind.FORM, uid, one.field, one.stated, one.computed)
        for one in check_form(read.definition, read.material)
    )
    if read.material.project is None:
        return own
    look = look_of(session, read.material.project, today)
    meant = {one.check for one in look.project.accepted}
    of_project = (
        one
        for check in CHECKS
        if check.__name__ in read.definition.checks
        for one in check(look)
        if one.mark not in meant
    )
    return (*own, *of_project)
