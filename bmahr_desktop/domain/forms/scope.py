"""What the names of a form stand for once there is something to fill it with."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bmahr_desktop.domain.forms.definition import Choice, Definition, Field, Shown, TableParts
from bmahr_desktop.domain.forms.evaluating import holds, value_of
from bmahr_desktop.domain.forms.expressions import Condition, combined
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.names import PROJECTS, ROW, Named, Names, NamesInTable
from bmahr_desktop.domain.forms.terms import Term
from bmahr_desktop.domain.forms.values import UNKNOWN, Value, read_value, record_value
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.projects.accounts import standing_reports
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.records import Record


@dataclass(frozen=True)
class Material:
    """What a form is filled with.

    Attributes:
        project: The project that it shows.
        projects: All those that it shows.
        answers: Its own answers, as files keep them.
        uid: Of the filled form, so that places on paper lead back to its answers.
        title, year, date: What is known of the filled form.
        report: The number of the progress report that it shows up to; None for all.
        pictures: The files of pictures in bodies, by their SHA-256.
        changed: When the records were last changed.
    """

    project: Project | None = None
    projects: tuple[Project, ...] = ()
    answers: Mapping[str, Any] = field(default_factory=dict)
    uid: str = ""
    title: str = ""
    year: int | None = None
    date: datetime.date | None = None
    report: int | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    changed: datetime.datetime = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


class Scope:
    """A form with what it is filled with; or blank, to be filled in by hand."""

    def __init__(
        self,
        definition: Definition,
        material: Material,
        *,
        blank: bool = False,
        example: Mapping[str, Any] | None = None,
    ) -> None:
        """Bring both together.

        Args:
            definition: The form.
            material: What it is filled with.
            blank: Whether nothing is filled in.
            example: Values that stand in place of all records and answers, by their names.
        """
        self.definition, self.material, self.blank = definition, material, blank
        self.names = Names(definition)
        self._example = example
        self._known: dict[str, Value] = {}
        self._tables: dict[str, tuple[RowScope, ...]] = {}
        self._waiting: set[str] = set()

    def named(self, name: str) -> Named | None:
        """Return what a name stands for."""
        return self.names.find(name)

    def value(self, name: str) -> Value:
        """Return the value of a name; unknown if it has none, or rests on itself."""
        if name in self._known:
            return self._known[name]
        if name in self._waiting:
            return UNKNOWN
        self._waiting.add(name)
        shown = self.names.fields.get(name)
        found = self._bound(name) if shown is None else self.of(shown)
        self._waiting.discard(name)
        self._known[name] = found
        return found

    def of(self, shown: Field) -> Value:
        """Return the value of a field."""
        return value_of(shown, self, self._own)

    def holds(self, conditions: Sequence[Condition]) -> bool:
        """Tell whether all conditions hold."""
        return all(holds(one, self) for one in conditions)

    # ------------------------------------------------------------------ records and answers

    def _own(self, shown: Shown) -> Value:
        if shown.bind:
            return self._bound(shown.bind)
        answers = self.material.answers if self._example is None else self._example
        plain = None if self.blank else answers.get(shown.name)
        key = TextKey(self.material.uid, f"answers.{shown.name}") if self.material.uid else None
        return Value(shown.kind, read_value(shown.kind, plain), key=key)

    def _bound(self, path: str) -> Value:
        named = self.names.bound(path)
        if named is None:
            return UNKNOWN
        kind, term = named.kind, named.term
        if self.blank:
            return Value(kind)
        root, _, name = path.partition(".")
        if root == "form":
            return self._of_form(kind, name)
        if self._example is not None:
            data = read_value(kind, _inside(self._example, path))
            return self.titled(Value(kind, data), term, name)
        record = self._record(root)
        if record is None or term is None:
            return Value(kind)
        return self.titled(Value(kind, record_value(kind, term.read(record))), term, name, record)

    def _of_form(self, kind: FieldKind, name: str) -> Value:
        material = self.material
        year = material.year or (material.project.year if material.project else None)
        if self._example is not None:
            year = _inside(self._example, "form.year") or year
        known = {
            "title": material.title or self.definition.title,
            "edition": self.definition.edition,
            "year": year,
            "date": material.date,
        }
        return Value(kind, known[name], style="plain" if name == "year" else "")

    def _record(self, root: str) -> Record | None:
        project = self.material.project
        if root != "report" or project is None:
            return project
        reports = self.reports(standing_reports(project.progress))
        return reports[-1] if reports else None

    def reports(self, reports: Sequence[Progress]) -> tuple[Progress, ...]:
        """Return those reports that the form shows: up to one of them."""
        last = self.material.report
        return tuple(one for one in reports if last is None or one.number <= last)

    def titled(
        self, value: Value, term: Term | None, name: str, record: Record | None = None
    ) -> Value:
        """Return a value of the records with its words, its style and its place."""
        return replace(
            value,
            choices=self.words_of(name),
            style=term.style if term else "",
            key=_key(term, record) if term and record else None,
        )

    def words_of(self, name: str) -> tuple[Choice, ...]:
        """Return the words that the form gives to a choice of the records."""
        return self.definition.words.get(name, ())

    # ------------------------------------------------------------------ rows

    def rows(self, shown: Field) -> tuple["RowScope", ...]:
        """Return the rows of a table; a blank one has empty rows."""
        table = shown.table or TableParts()
        if shown.name in self._tables:
            return self._tables[shown.name]
        names = self.names.inside(shown)
        if self.blank:
            data: Sequence[Any] = ({},) * table.blank_rows
        else:
            data = self._data(table.rows) if table.rows else self._written(shown.name)
        found = self._scopes(data, names, table)
        if shown.name:
            self._tables[shown.name] = found
        return found

    def _written(self, name: str) -> Sequence[Any]:
        answers = self.material.answers if self._example is None else self._example
        rows: Sequence[Any] = read_value(FieldKind.TABLE, answers.get(name))
        return rows

    def _data(self, path: str) -> Sequence[Any]:
        if self._example is not None:
            found: Sequence[Any] = read_value(FieldKind.TABLE, _inside(self._example, path))
            return found
        if path == PROJECTS:
            return self.material.projects
        root, _, _ = path.partition(".")
        named, record = self.names.bound(path), self._record(root)
        if record is None or named is None or named.term is None:
            return ()
        data: Sequence[Any] = named.term.read(record)
        return self.reports(data) if named.term.rows == "report" else data

    def _scopes(
        self, data: Sequence[Any], names: NamesInTable, table: TableParts
    ) -> tuple["RowScope", ...]:
        rows: list[RowScope] = []
        for at, one in enumerate(data):
            rows.append(RowScope(self, names, one, at + table.first, rows[-1] if rows else None))
        return tuple(rows)

    def so_far(self, name: str) -> int | None:
        """Return nothing: only rows have sums so far."""

    def column(self, name: str) -> list[int | None]:
        """Return the numbers of a column in all rows: of "steps.weight"."""
        table, _, column = name.rpartition(".")
        return [row.value(column).number for row in self._rows_named(table)]

    def count(self, name: str) -> int | None:
        """Return how many rows a table has; None while there are none."""
        return len(self._rows_named(name)) or None

    def _rows_named(self, table: str) -> tuple["RowScope", ...]:
        if table in self.names.fields:
            return self.rows(self.names.fields[table])
        if table not in self._tables:
            parts = TableParts(rows=table)
            names = NamesInTable(self.names, parts)
            data = () if self.blank else self._data(table)
            self._tables[table] = self._scopes(data, names, parts)
        return self._tables[table]


class RowScope:
    """A row of a table with what stands in it."""

    def __init__(
        self,
        form: Scope,
        names: NamesInTable,
        data: Any,
        number: int,
        before: "RowScope | None",
    ) -> None:
        """Take what the row shows.

        Args:
            form: The form that it is in.
            names: What its names stand for.
            data: A record, or what was written into the form.
            number: Of the row.
            before: The row before it.
        """
        self._form, self._names, self._data = form, names, data
        self._number, self._before = number, before
        self._known: dict[str, Value] = {}
        self._sums: dict[str, int | None] = {}
        self._waiting: set[str] = set()

    @property
    def definition(self) -> Definition:
        """Return the form's definition."""
        return self._form.definition

    @property
    def blank(self) -> bool:
        """Tell whether nothing is filled in."""
        return self._form.blank

    def column(self, name: str) -> list[int | None]:
        """Return the numbers of a column of a table in all its rows."""
        return self._form.column(name)

    def count(self, name: str) -> int | None:
        """Return how many rows a table has."""
        return self._form.count(name)

    def named(self, name: str) -> Named | None:
        """Return what a name stands for."""
        return self._names.find(name)

    def value(self, name: str) -> Value:
        """Return the value of a name in this row, else in the form."""
        if name == ROW:
            return Value(FieldKind.NUMBER, None if self._form.blank else self._number)
        column = self._names.columns.get(name)
        if column is None:
            bound = self._names.bound(name)
            return self._form.value(name) if bound is None else self._bound(name)
        if name in self._known:
            return self._known[name]
        if name in self._waiting:
            return UNKNOWN
        self._waiting.add(name)
        found = self.of(column)
        self._waiting.discard(name)
        self._known[name] = found
        return found

    def of(self, shown: Shown) -> Value:
        """Return what stands in a column."""
        return value_of(shown, self, self._own)

    def holds(self, conditions: Sequence[Condition]) -> bool:
        """Tell whether all conditions hold."""
        return all(holds(one, self) for one in conditions)

    def so_far(self, name: str) -> int | None:
        """Return the sum of a column from the first row to this one; unknown if a part of it is."""
        rows: list[RowScope] = []
        at: RowScope | None = self
        while at is not None and name not in at._sums:  # noqa: SLF001 -- its own kind
            rows.append(at)
            at = at._before  # noqa: SLF001
        found = 0 if at is None else at._sums[name]  # noqa: SLF001
        for row in reversed(rows):
            found = row._sums[name] = combined("+", found, row.value(name).number)  # noqa: SLF001
        return found

    def _own(self, shown: Shown) -> Value:
        if shown.bind:
            return self._bound(shown.bind)
        plain = self._data.get(shown.name) if isinstance(self._data, Mapping) else None
        return Value(shown.kind, read_value(shown.kind, plain))

    def _bound(self, name: str) -> Value:
        named = self._names.bound(name)
        if named is None or named.term is None:
            return UNKNOWN
        kind, term = named.kind, named.term
        if isinstance(self._data, Mapping):
            plain = _inside(self._data, name)
            return self._form.titled(Value(kind, read_value(kind, plain)), term, name)
        data = record_value(kind, term.read(self._data))
        return self._form.titled(Value(kind, data), term, name, self._data)


def _inside(data: Mapping[str, Any], path: str) -> Any:
    """Return what a path leads to in tables inside each other."""
    found: Any = data
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _key(term: Term, record: Record) -> TextKey | None:
    """Return where a text of a record is kept."""
    if isinstance(record, Project) and term.field.startswith("texts."):
        kind = term.field.removeprefix("texts.")
        uid = next((one.uid for one in record.texts if one.kind.value == kind), "")
        return TextKey(uid, "body") if uid else None
    uid = getattr(record, "uid", "")
    return TextKey(uid, term.field) if uid and term.field else None
