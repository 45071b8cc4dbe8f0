"""Forms that are filled in: begun with an edition, answered field by field."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.forms.definition import Definition, RecordKind
from bmahr_desktop.domain.forms.filled import FilledForm, texts_in
from bmahr_desktop.domain.forms.kinds import WRITTEN, FieldKind
from bmahr_desktop.domain.forms.values import plain_value
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.forms.shelf import Shelf
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.form_shelf import shelf_of
from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.projects import FilledFormRow, ProjectRow
from bmahr_desktop.storage.shapes import FORM
from bmahr_desktop.storage.trees import read_records

_MOST_LETTERS = 200_000
"""So many letters may all answers of a form have."""


@dataclass(frozen=True)
class FormLine:
    """A filled form in a list.

    Attributes:
        title: What it is called; else what its form is called.
        known: Whether its definition is at hand.
        newest: Whether its edition is the newest one.
    """

    uid: str
    form: str
    edition: str
    title: str
    year: int | None
    date: datetime.date | None
    project: str | None
    project_name: str
    changed: datetime.datetime
    known: bool
    newest: bool


def list_filled(
    session: Session, project: str | None = None, *, unbound: bool = False
) -> list[FormLine]:
    """Return filled forms, the one changed last first.

    Args:
        session: The records.
        project: Only those of a project.
        unbound: Only those that show no project.
    """
    query = select(FilledFormRow).where(FilledFormRow.removed.is_(None))
    if project is not None:
        query = query.where(FilledFormRow.project == project)
    if unbound:
        query = query.where(FilledFormRow.project.is_(None))
    rows = session.scalars(query.order_by(FilledFormRow.changed.desc(), FilledFormRow.uid)).all()
    if not rows:
        return []
    shelf = shelf_of(session)
    names = dict(session.execute(select(ProjectRow.uid, ProjectRow.name)).tuples().all())
    return [_line(row, shelf, names) for row in rows]


def find_filled(session: Session, uid: str) -> tuple[str, str] | None:
    """Return uid and name of the project that a form shows, "" for none.

    It may be asked of the uid of any record; None stands for what is no form, or is gone.
    """
    row = session.get(FilledFormRow, uid)
    if row is None or row.removed is not None:
        return None
    project = session.get(ProjectRow, row.project) if row.project else None
    return (project.uid, project.name) if project is not None else ("", "")


def _line(row: FilledFormRow, shelf: Shelf, names: Mapping[str, str]) -> FormLine:
    editions = [one.definition for one in shelf.editions(row.form)]
    own = next((one for one in editions if one.edition == row.edition), None)
    title = row.title or (own or editions[0]).title if editions else row.title
    return FormLine(
        uid=row.uid,
        form=row.form,
        edition=row.edition,
        title=title or f"{row.form}-{row.edition}",
        year=row.year,
        date=row.date,
        project=row.project,
        project_name=names.get(row.project or "", ""),
        changed=row.changed,
        known=own is not None,
        newest=not editions or editions[0].edition == row.edition,
    )


# ---------------------------------------------------------------- begun, answered


def begin_form(
    session: Session,
    form: str,
    edition: str = "",
    project: str | None = None,
    year: int | None = None,
) -> tuple[Changes, str]:
    """Put a form on file, to be filled in; it keeps this edition.

    What the project tells already stands in its first answers.

    Args:
        session: The transaction.
        form: Which form.
        edition: Which edition of it; the newest where none is named.
        project: The project that it shows, or is about.
        year: Of a form that is about no project.

    Returns:
        What was written, and the form's uid.

    Raises:
        Refused: If there is no such form, or it shows a project and none is given.
    """
    definition = shelf_of(session).find(form, edition)
    shown = read_project(session, project) if project is not None else None
    if definition.record is RecordKind.PROJECT and shown is None:
        raise Refused(msg("The form “{title}” shows a project. Choose the project first.",
                          title=definition.title))  # fmt: skip
    made = FilledForm(
        uid=new_uid(),
        form=definition.form,
        edition=definition.edition,
        year=shown.year if shown else year,
        project=project,
        answers=dict(_known_already(definition, shown, year)),
        changed=edits.sitting_of(session).now(),
    )
    return records.add(session, Kind.FORM, made), made.uid


def _known_already(
    definition: Definition, project: Project | None, year: int | None
) -> Iterator[tuple[str, Any]]:
    """Yield answers that the project gives, by the names that forms have for them."""
    known: dict[str, Any] = {"year": project.year if project else year}
    if project is not None:
        offices = (*project.offices, "", "", "")
        known |= {
            "name": project.name, "office": offices[0], "division": offices[1],
            "start": project.start, "end": project.end, "place": project.place,
            "reporter": project.manager.name, "phone": project.manager.phone,
        }  # fmt: skip
    fitting = {str: WRITTEN, int: (FieldKind.NUMBER,), datetime.date: (FieldKind.DATE,)}
    for field in definition.asked():
        value = known.get(field.name)
        if value not in (None, "") and field.kind in fitting[type(value)]:
            yield field.name, plain_value(field.kind, value)


def renew_form(session: Session, uid: str) -> tuple[Changes, str]:
    """Put a form of the newest edition on file, with the answers of an older one.

    Returns:
        What was written, and the new form's uid.

    Raises:
        Refused: If the form, or every edition of it, is gone.
    """
    old = read_form_record(session, uid)
    definition = shelf_of(session).find(old.form)
    asked = {one.name for one in definition.asked()}
    made = msgspec.structs.replace(
        old,
        uid=new_uid(),
        edition=definition.edition,
        answers={name: value for name, value in old.answers.items() if name in asked},
        changed=edits.sitting_of(session).now(),
    )
    return records.add(session, Kind.FORM, made), made.uid


def amend_form(
    session: Session, kind: Kind, uid: str, version: int | None, /, **fields: Any
) -> Changes:
    """Change fields of a form: title, date, year, report, answers.

    Raises:
        StaleText: If it was changed since that version was read.
        Refused: If a value cannot stand in its field, or all answers are too long.
    """
    if "answers" in fields:
        texts = tuple(texts_in(fields["answers"]))
        records.refuse_forbidden(texts)
        if (length := sum(map(len, texts))) > _MOST_LETTERS:
            raise Refused(
                msg("The text is too long: {length} characters; there is room for {most}.",
                    length=length, most=_MOST_LETTERS)
            )  # fmt: skip
    now = edits.sitting_of(session).now()
    return records.amend(session, kind, uid, version, **fields, changed=now)


def read_form_record(session: Session, uid: str) -> FilledForm:
    """Return a filled form.

    Raises:
        Refused: If it is not on file.
    """
    found = read_records(session, FORM, FilledFormRow.uid == uid)
    if not found:
        raise Refused(msg("The form is no longer on file."))
    record: FilledForm = found[0]
    return record
