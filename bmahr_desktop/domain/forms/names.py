"""The names in a definition: what each stands for, known before anything is filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bmahr_desktop.domain.forms.definition import (
    Column,
    Definition,
    Field,
    RecordKind,
    Shown,
    TableParts,
)
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.terms import FORM, PROJECT, REPORT, VOCABULARIES, Term

PROJECTS = "projects"
"""The rows of a form that shows all projects of a year."""
ROW = "row"
"""The number of a row, in its table."""
BLANK = "blank"
"""Whether the form is to be filled in by hand."""


@dataclass(frozen=True)
class Named:
    """What a name stands for.

    Attributes:
        kind: What it is.
        term: What of the records it is, if it is that.
        shown: The field or column that has the name, if one has.
        many: Whether it has a value in every row of a table.
    """

    kind: FieldKind
    term: Term | None = None
    shown: Shown | None = None
    many: bool = False


class Names:
    """The names that a form knows, outside its tables."""

    def __init__(self, definition: Definition) -> None:
        """Take the definition whose names these are."""
        self.definition = definition
        self.fields: Mapping[str, Field] = {
            one.name: one for one in definition.fields() if one.name
        }

    def find(self, name: str) -> Named | None:
        """Return what a name stands for; None if nothing has it."""
        if name in self.fields:
            return self._field(self.fields[name])
        if name == BLANK:
            return Named(FieldKind.CHOICE)
        return self.bound(name) or self._many(name)

    def _field(self, field: Field) -> Named:
        if field.bind and field.kind is not FieldKind.TABLE:
            bound = self.bound(field.bind)
            return Named(field.kind, bound.term if bound else None, field)
        return Named(field.kind, None, field)

    def bound(self, path: str) -> Named | None:
        """Return what a path into the records stands for: "project.name", "form.year"."""
        root, _, name = path.partition(".")
        if root == "form" and name in FORM:
            return Named(FORM[name])
        if self.definition.record is RecordKind.PROJECTS and path == PROJECTS:
            return Named(FieldKind.TABLE)
        if self.definition.record is not RecordKind.PROJECT:
            return None
        terms = {"project": PROJECT, "report": REPORT}.get(root, {})
        term = terms.get(name)
        return None if term is None else Named(term.kind, term)

    def _many(self, name: str) -> Named | None:
        """Return what a column of a table stands for: "steps.weight", "project.steps.weight"."""
        table, _, column = name.rpartition(".")
        if table in self.fields and self.fields[table].table is not None:
            found = self.inside(self.fields[table]).own(column)
        else:
            found = self._term(table, column)
        return None if found is None else Named(found.kind, found.term, found.shown, many=True)

    def _term(self, rows: str, name: str) -> Named | None:
        term = self.vocabulary(rows).get(name)
        return None if term is None else Named(term.kind, term)

    def vocabulary(self, rows: str) -> Mapping[str, Term]:
        """Return what the rows at a path can show; nothing if there are no rows there."""
        if rows == PROJECTS and self.definition.record is RecordKind.PROJECTS:
            return PROJECT
        found = self.bound(rows)
        known = VOCABULARIES.get(found.term.rows) if found and found.term else None
        return known or {}

    def inside(self, field: Field) -> "NamesInTable":
        """Return the names that a table of the form knows."""
        return NamesInTable(self, field.table or TableParts())

    def choices_of(self, name: str) -> bool:
        """Tell whether the form gives words to a choice of the records."""
        return name in self.definition.words


class NamesInTable:
    """The names that are known in the rows of a table."""

    def __init__(self, form: Names, table: TableParts) -> None:
        """Take the form's names, and the table."""
        self.form, self._table = form, table
        self.columns: Mapping[str, Column] = {one.name: one for one in table.columns if one.name}
        self._terms = form.vocabulary(table.rows) if table.rows else {}

    def find(self, name: str) -> Named | None:
        """Return what a name stands for; None if nothing has it."""
        return self.own(name) or self.form.find(name)

    def own(self, name: str) -> Named | None:
        """Return what a name stands for in the rows alone."""
        if name == ROW:
            return Named(FieldKind.NUMBER)
        column = self.columns.get(name)
        if column is None:
            return self.bound(name)
        term = self._terms.get(column.bind) if column.bind else None
        return Named(column.kind, term, column)

    def bound(self, name: str) -> Named | None:
        """Return what the records of the rows call so."""
        term = self._terms.get(name)
        return None if term is None else Named(term.kind, term)

    @property
    def terms(self) -> Iterator[str]:
        """Yield what the records of the rows can show."""
        yield from self._terms
