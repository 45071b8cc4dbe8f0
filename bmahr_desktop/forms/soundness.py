"""Whether a definition makes sense as a whole: names, kinds, places, computing, tables."""

from collections.abc import Callable, Iterator, Sequence

from bmahr_desktop.domain.forms.definition import (
    Column,
    Definition,
    Field,
    FormLayout,
    RowCell,
    Section,
    Shown,
    TableParts,
)
from bmahr_desktop.domain.forms.kinds import SAID, STYLES, FieldKind, fits
from bmahr_desktop.domain.forms.names import Named, NamesInTable
from bmahr_desktop.forms.computing import look_at_computing
from bmahr_desktop.forms.entries import Faults
from bmahr_desktop.forms.naming import look_at_names
from bmahr_desktop.forms.toml_lines import Path
from bmahr_desktop.forms.wordings import Find, Wordings
from bmahr_desktop.i18n import msg

_MONTHS = 12
_ROOTS = ("project", "projects", "report", "form")


def look_through(definition: Definition, faults: Faults) -> None:
    """Look a definition through, and tell all that is wrong with it."""
    look = _Look(definition, faults)
    look_at_names(definition, faults)
    look.at_top()
    for path, section in _sections(definition):
        look.at_section(section, path)
        for number, field in enumerate(section.fields):
            look.at_field(field, (*path, "field", number))
    if not faults.found:
        look_at_computing(definition, faults)


def _sections(definition: Definition) -> Iterator[tuple[Path, Section]]:
    for number, section in enumerate(definition.sections):
        yield ("section", number), section


class _Look(Wordings):
    """Looks one definition through."""

    # ------------------------------------------------------------------ the form

    def at_top(self) -> None:
        definition = self._definition
        find = self._names.find
        for number, one in enumerate(definition.page.heading):
            self._template(one, ("page", "heading", number), find)
        for number, equation in enumerate(definition.equations):
            path: Path = ("check", number)
            for key in ("stated", "computed"):
                self._expression(getattr(equation, key), (*path, key), find)
            self._places(equation.says, (*path, "says"), {"stated", "computed"})
        self._letter()
        for name in definition.example:
            if name not in _ROOTS and name not in self._names.fields:
                self._no_name(name, ("example", name))

    def _letter(self) -> None:
        definition, letter = self._definition, self._definition.letter
        if definition.layout is FormLayout.SHEET:
            if letter != type(letter)():
                said = msg("[letter] needs layout = “memo” or “letter”.")
                self._faults.add(("letter",), said)
            return
        for key in ("office", "number", "date", "subject", "to", "closing", "urgency"):
            self._template(getattr(letter, key), ("letter", key), self._names.find)
        for key in ("address", "references", "enclosures", "contact"):
            for number, one in enumerate(getattr(letter, key)):
                self._template(one, ("letter", key, number), self._names.find)

    def at_section(self, section: Section, path: Path) -> None:
        self._template(section.title, (*path, "title"), self._names.find)
        self._conditions(section.when, path, self._names.find)

    # ------------------------------------------------------------------ fields

    def at_field(self, field: Field, path: Path) -> None:
        self._conditions(field.when, path, self._names.find)
        if field.kind in SAID:
            self._said(field, path)
        elif field.table is not None:
            self._table(field, field.table, path)
        else:
            self._shown(field, path, self._names.find, self._names.bound)
        if field.kind not in SAID and not _has_source(field) and not field.name:
            self._faults.add(
                path,
                msg("This field has neither a “name” nor a “bind”, a “text” or a “compute”."),
            )

    def _said(self, field: Field, path: Path) -> None:
        if field.kind in (FieldKind.WORDS, FieldKind.HEADING):
            if field.text is None:
                said = msg("What is “{kind}” needs a “text”.", kind=field.kind.value)
                self._faults.add(path, said)
            self._template(field.text, (*path, "text"), self._names.find)
        signing = field.signing
        if signing is None:
            return
        if not signing.lines:
            said = msg("A signature needs its lines, as sign = [\"…\", \"…\"].")  # fmt: skip
            self._faults.add(path, said)
        find: Find = self._names.find
        if signing.rows:
            self._rows(signing.rows, (*path, "rows"))
            find = NamesInTable(self._names, TableParts(rows=signing.rows)).find
        for number, one in enumerate(signing.lines):
            self._template(one, (*path, "sign", number), find)

    def _shown(
        self, shown: Shown, path: Path, find: Find, bound: Callable[[str], Named | None]
    ) -> None:
        """Look at what fields and columns have alike."""
        self._template(shown.text, (*path, "text"), find)
        kind: FieldKind | None = shown.kind
        if shown.bind:
            named = bound(shown.bind)
            if named is None:
                self._no_name(shown.bind, (*path, "bind"))
            elif not fits(shown.kind, named.kind):
                self._mismatch((*path, "bind"), shown, named.kind)
        elif shown.compute is not None:
            kind = self._expression(shown.compute, (*path, "compute"), find)
            if kind is not None and not fits(shown.kind, kind):
                self._mismatch((*path, "compute"), shown, kind)
        if shown.style and shown.style not in STYLES.get(shown.kind, ()):
            self._bad_style(shown.style, shown.kind, (*path, "style"))
        self._choices(shown, path)

    def _mismatch(self, path: Path, shown: Shown, kind: FieldKind) -> None:
        said = msg("This gives “{found}”, but the field is “{kind}”.",
                   found=kind.value, kind=shown.kind.value)  # fmt: skip
        self._faults.add(path, said)

    def _choices(self, shown: Shown, path: Path) -> None:
        given = shown.choices or shown.bind.rpartition(".")[2] in self._definition.words
        if shown.kind is FieldKind.CHOICE and not given:
            said = msg("A choice needs “choices”, or [words.{name}] at the head of the file.",
                       name=shown.bind.rpartition(".")[2] or shown.name)  # fmt: skip
            self._faults.add(path, said)
        if shown.bands and shown.kind is not FieldKind.NUMBER:
            self._faults.add((*path, "bands"), msg("Only numbers have “bands”."))

    # ------------------------------------------------------------------ tables

    def _rows(self, rows: str, path: Path) -> None:
        if not self._names.vocabulary(rows):
            self._no_name(rows, path)

    def _table(self, field: Field, table: TableParts, path: Path) -> None:
        if table.rows:
            self._rows(table.rows, (*path, "rows"))
        if not table.columns:
            self._faults.add(path, msg("A table needs its columns, each begun with"
                                       " [[section.field.column]]."))  # fmt: skip
            return
        inside = self._names.inside(field)
        for number, column in enumerate(table.columns):
            at = (*path, "column", number)
            self._shown(column, at, inside.find, inside.bound)
            self._template(column.footer, (*at, "footer"), self._names.find)
            self._source(column, table, at)
        across = sum(_MONTHS if one.kind is FieldKind.MONTHS else 1 for one in table.columns)
        for key, rows, find in (
            ("row", table.layout, inside.find),
            ("closing", table.closing, self._names.find),
        ):
            for number, row in enumerate(rows):
                self._row(row, across, (*path, key, number), find)

    def _source(self, column: Column, table: TableParts, path: Path) -> None:
        laid_out = bool(table.layout)
        if not _has_source(column) and not laid_out and (table.rows or not column.name):
            self._faults.add(
                path,
                msg("This column has neither a “name” nor a “bind”, a “text” or a “compute”.")
                if not table.rows
                else msg("This column has neither a “bind”, a “text” nor a “compute”."),
            )

    def _row(self, row: Sequence[RowCell], across: int, path: Path, find: Find) -> None:
        covered = sum(one.span for one in row)
        if covered != across:
            said = msg("The cells of this row cover {covered} columns; the table has {across}.",
                       covered=covered, across=across)  # fmt: skip
            self._faults.add(path, said)
        for number, one in enumerate(row):
            self._template(one.text, (*path, number, "text"), find)
            self._conditions(one.when, (*path, number), find)


def _has_source(shown: Shown) -> bool:
    table = isinstance(shown, Field) and shown.table is not None and bool(shown.table.rows)
    return bool(shown.bind) or shown.text is not None or shown.compute is not None or table
