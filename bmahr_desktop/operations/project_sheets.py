"""Projects of a year as a workbook, and what came back in one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.documents.sheets.reading import read_workbook
from bmahr_desktop.documents.sheets.writing import write_workbook
from bmahr_desktop.domain.body import plain_body, words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FORMAT, VERSION, Exchange
from bmahr_desktop.domain.projects.columns import (
    Column,
    ledger_columns,
    progress_columns,
    project_columns,
    read_cell,
    shown,
    step_columns,
    where,
)
from bmahr_desktop.domain.projects.money import LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import Project, Step
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.domain.workbook import CellKind, CellValue, Sheet
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.operations.exchange import LoadedExchange
from bmahr_desktop.operations.records import checked_value
from bmahr_desktop.storage.projects import ProjectRow
from bmahr_desktop.storage.shapes import PROJECT
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.thai.searchkey import search_key

_MOST_FAULTS = 20


@dataclass(frozen=True)
class _Table:
    """A sheet of parts of projects."""

    name: str
    field: str
    kind: Kind
    record: type[Record]
    columns: tuple[Column, ...]


def _tables() -> tuple[_Table, ...]:
    return (
        _Table(paper("Steps"), "steps", Kind.STEP, Step, step_columns()),
        _Table(paper("Money"), "ledger", Kind.LEDGER_EVENT, LedgerEvent, ledger_columns()),
        _Table(paper("Progress reports"), "progress", Kind.PROGRESS, Progress, progress_columns()),
    )


def projects_workbook(session: Session, year: int | None) -> bytes:
    """Return the projects of a fiscal year with their steps, money and reports, as a workbook.

    Args:
        session: The records.
        year: The fiscal year (พ.ศ.); None for all.
    """
    criteria = [] if year is None else [ProjectRow.year == year]
    projects: list[Project] = read_records(session, PROJECT, *criteria)
    projects.sort(key=lambda one: (-one.year, sort_key(one.name)))
    columns = project_columns()
    sheets = [Sheet(paper("Projects"), _headings(columns), tuple(_rows(columns, projects)))]
    for table in _tables():
        rows = [
            (_called(project), *row)
            for project in projects
            for row in _rows(table.columns, getattr(project, table.field))
        ]
        sheets.append(Sheet(table.name, (_owner().heading, *_headings(table.columns)), tuple(rows)))
    return write_workbook(sheets, max((one.changed for one in projects), default=None))


def _headings(columns: Sequence[Column]) -> tuple[Any, ...]:
    return tuple(column.heading for column in columns)


def _owner() -> Column:
    return Column("project", paper("Project (code, or name)"), width=30)


def _called(project: Project) -> str:
    return project.code or project.name


def _rows(columns: Sequence[Column], records: Sequence[Any]) -> Iterator[tuple[CellValue, ...]]:
    for record in records:
        yield tuple(
            words_of(record.body) or None if column.name == "body" else shown(column, record)
            for column in columns
        )


# ---------------------------------------------------------------- the way back


def read_projects_workbook(session: Session, data: bytes, name: str) -> LoadedExchange:
    """Return what a workbook holds, laid over the projects on file, to be compared as any import.

    Rows keep the mark of their record; one without a mark is new. What the workbook does not hold
    stays as it is; a row that was taken out is a part that goes.

    Args:
        session: The records.
        data: The workbook.
        name: What it is called.

    Raises:
        Refused: If it is no workbook, or cells cannot be read: all of them, each with its place.
    """
    sheets = {search_key(one.name).strip(): one for one in read_workbook(data, name)}
    first = sheets.get(search_key(paper("Projects")).strip())
    if first is None:
        raise Refused(msg("The workbook has no sheet “{name}”.", name=paper("Projects")))
    reader = _Reader(session)
    reader.read_projects(first)
    for table in _tables():
        if sheet := sheets.get(search_key(table.name).strip()):
            reader.read_parts(table, sheet)
    if reader.faults:
        more = len(reader.faults) - _MOST_FAULTS
        rest = (msg("… and {count} more faults.", count=more),) if more > 0 else ()
        raise Refused(*reader.faults[:_MOST_FAULTS], *rest)
    exchange = Exchange(format=FORMAT, version=VERSION, projects=tuple(reader.projects.values()))
    return LoadedExchange(exchange, {}, lambda _: None)


class _Reader:
    """Lays the rows of a workbook over the projects on file."""

    def __init__(self, session: Session) -> None:
        known: list[Project] = read_records(session, PROJECT)
        self._known = {one.uid: one for one in known}
        self._codes = {search_key(one.code).strip(): one.uid for one in known if one.code}
        self.projects: dict[str, Project] = {}
        self.faults: list[Message] = []

    def read_projects(self, sheet: Sheet) -> None:
        """Read the sheet of projects."""
        for row, fields in self._fields(sheet, project_columns(), Project):
            uid = str(fields.pop("uid", "") or "")
            code = search_key(str(fields.get("code", ""))).strip()
            known = self._known.get(uid) or self._known.get(self._codes.get(code, ""))
            try:
                made = _laid_over(known, Project, fields)
            except (TypeError, msgspec.ValidationError):
                words = msg("A project needs a name and a fiscal year.")
                self._fault(sheet, row, paper("Name of the project or activity"), words)
                continue
            self.projects[made.uid] = made

    def read_parts(self, table: _Table, sheet: Sheet) -> None:
        """Read a sheet of parts; they take the place of those on file."""
        named = self._named()
        parts: dict[str, list[Record]] = defaultdict(list)
        columns = (_owner(), *table.columns)
        for row, fields in self._fields(sheet, columns, table.record):
            whose = search_key(str(fields.pop("project", "") or "")).strip()
            uid = str(fields.pop("uid", "") or "")
            if whose not in named:
                words = msg("There is no such project in the workbook.")
                self._fault(sheet, row, _owner().title, words)
                continue
            owner = named[whose]
            before = {one.uid: one for one in getattr(self.projects[owner], table.field)}
            try:
                parts[owner].append(_laid_over(before.get(uid), table.record, fields))
            except (TypeError, msgspec.ValidationError):
                self._fault(sheet, row, columns[1].title, msg("It may not be empty."))
        for uid, project in self.projects.items():
            changed = {table.field: tuple(parts[uid])}
            self.projects[uid] = msgspec.structs.replace(project, **changed)

    def _named(self) -> Mapping[str, str]:
        names: dict[str, str] = {}
        for project in self.projects.values():
            for name in (project.name, project.code):
                if name:
                    names[search_key(name).strip()] = project.uid
        return names

    def _fields(
        self, sheet: Sheet, columns: Sequence[Column], record: type[Record]
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the fields of each row that holds anything, with the row's number."""
        places = {search_key(one.words).strip(): at for at, one in enumerate(sheet.headings)}
        there = [
            (column, places[key])
            for column in columns
            if (key := search_key(column.title).strip()) in places
        ]
        for number, row in enumerate(sheet.rows, sheet.first):
            if not any(value not in (None, "") for value in row):
                continue
            fields: dict[str, Any] = {}
            months: list[int] = []
            for column, at in there:
                try:
                    value = read_cell(column, row[at])
                    if column.kind is CellKind.MARK:
                        months += [int(column.name.partition(".")[2])] if value else []
                        continue
                    fields[column.name] = _checked(record, column, value)
                except Refused as error:
                    for words in error.messages:
                        self._fault(sheet, number, column.title, words)
            if any(column.kind is CellKind.MARK for column, _ in there):
                fields["months"] = tuple(months)
            yield number, fields

    def _fault(self, sheet: Sheet, row: int, column: str, words: Message) -> None:
        place = where(sheet.name, row, column)
        self.faults.append(msg("{place}: {words}", place=place, words=words))


def _checked(record: type[Record], column: Column, value: Any) -> Any:
    """Return a value as its field takes it."""
    if column.name in ("project", "uid"):
        return value
    if column.name == "body":
        return plain_body(str(value or ""))
    if column.name == "offices":
        return tuple(line for line in str(value or "").split("\n") if line.strip())
    if "." in column.name or value is None:
        return value
    return checked_value(record, column.name, value)


def _laid_over(known: Any, record: type[Record], fields: Mapping[str, Any]) -> Any:
    """Return a record with fields changed; a new one where none is known."""
    plain = {name: value for name, value in fields.items() if "." not in name}
    if known is not None and words_of(getattr(known, "body", ())) == words_of(
        plain.get("body", ())
    ):
        plain.pop("body", None)  # the same words: what is bold in it stays bold
    if record is Project and known is None:
        plain = {name: value for name, value in plain.items() if value is not None}
    made = (
        msgspec.structs.replace(known, **_kept(known, plain))
        if known is not None
        else record(uid=new_uid(), **plain)
    )
    inner: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, value in fields.items():
        first, dot, rest = name.partition(".")
        if dot:
            inner[first][rest] = value
    changed = {
        name: msgspec.structs.replace(getattr(made, name), **_kept(getattr(made, name), values))
        for name, values in inner.items()
    }
    whole = msgspec.structs.replace(made, **changed) if changed else made
    return msgspec.convert(msgspec.to_builtins(whole), record)


def _kept(known: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields, those that may not be empty as they were."""
    return {
        name: value
        for name, value in fields.items()
        if value is not None or getattr(known, name) is None or name in _MAY_BE_EMPTY
    }


_MAY_BE_EMPTY = frozenset(
    {"start", "end", "people", "meetings", "amount", "weight", "finished", "date", "dated",
     "stage", "percent", "spent", "on_plan", "on_target"}
)  # fmt: skip
