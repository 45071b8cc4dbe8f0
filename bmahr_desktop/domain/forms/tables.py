"""Tables of a form as paper: heads in two rows, rows laid out by the form, months with arrows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bmahr_desktop.domain.body import CellAlign
from bmahr_desktop.domain.forms.definition import (
    Arrows,
    Column,
    Field,
    MonthHeads,
    RowCell,
    TableParts,
)
from bmahr_desktop.domain.forms.evaluating import Lookup
from bmahr_desktop.domain.forms.kinds import COUNTED, FieldKind
from bmahr_desktop.domain.forms.paper import FormCell, FormRow, FormTable, FormText
from bmahr_desktop.domain.forms.scope import RowScope, Scope
from bmahr_desktop.domain.forms.templates import Place, Template, parse_template
from bmahr_desktop.domain.forms.values import month_name, month_spans
from bmahr_desktop.domain.forms.wording import Wording
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph, PaperTable

MONTHS = 12
_FIRST_YEAR = 3
"""How many months of a fiscal year lie in the calendar year before it."""
_ARROW = "↔"
_MONTH_WIDTH = 1 / MONTHS


@dataclass(frozen=True)
class _Head:
    """A heading that may stand over several columns."""

    text: str
    columns: int
    below: tuple[str, ...] = ()
    small: bool = False


class FormTables:
    """Makes the tables of one section."""

    def __init__(self, scope: Scope, wording: Wording) -> None:
        """Take what the form is filled with, and what fills its wordings."""
        self._scope, self._wording = scope, wording

    def printed(self, field: Field) -> Iterator[FormTable | FormText]:
        """Yield a table; one column without a head and rules is plain text."""
        table = field.table
        if table is None:
            return
        header = tuple(self._header(table))
        rows = tuple(self._rows(field, table))
        if not table.rules and not header and len(table.columns) == 1:
            lines = tuple(one for row in rows for cell in row.cells for one in cell.paragraphs)
            if lines:
                yield FormText(lines, level=field.level)
        elif rows or header:
            has_months = any(one.kind is FieldKind.MONTHS for one in table.columns)
            yield FormTable(tuple(_widths(table)), header, rows, table.rules, tight=has_months)

    # ------------------------------------------------------------------ heads

    def _header(self, table: TableParts) -> Iterator[FormRow]:
        if not table.header:
            return
        heads = list(self._heads(table))
        deep = any(one.below for one in heads)
        upper = []
        for one in heads:
            rows = 2 if deep and not one.below else 1
            upper.append(self._heading(one.text, columns=one.columns, rows=rows))
        yield FormRow(tuple(upper), with_next=True)
        if deep:
            lower = (self._heading(text, small=one.small) for one in heads for text in one.below)
            yield FormRow(tuple(lower), with_next=True)

    def _heads(self, table: TableParts) -> Iterator[_Head]:
        def together(one: tuple[int, Column]) -> tuple[str | int, bool]:
            number, column = one
            return column.under or number, column.kind is FieldKind.MONTHS

        for (under, months), members in groupby(enumerate(table.columns), together):
            columns = [one for _, one in members]
            if months:
                for one in columns:
                    yield from self._months(one, table.heads)
            elif isinstance(under, str):
                yield _Head(under, len(columns), tuple(one.label for one in columns))
            else:
                yield _Head(columns[0].label, 1)

    def _months(self, column: Column, heads: MonthHeads) -> Iterator[_Head]:
        names = tuple(month_name(month) for month in range(MONTHS))
        if heads is MonthHeads.FISCAL:
            yield _Head(column.label, MONTHS, names, small=True)
            return
        year = self._scope.value("form.year").number
        before, after = ("", "") if year is None else (str(year - 1), str(year))
        for text, part in ((before, names[:_FIRST_YEAR]), (after, names[_FIRST_YEAR:])):
            yield _Head(f"{column.label} {text}".strip(), len(part), part, small=True)

    def _heading(
        self, text: str, *, columns: int = 1, rows: int = 1, small: bool = False
    ) -> FormCell:
        words = self._wording.filled(parse_template(text), self._scope) if text else ()
        return FormCell(
            _paragraphs(words), columns, rows, CellAlign.CENTER, heading=True, bold=True,
            small=small,
        )  # fmt: skip

    # ------------------------------------------------------------------ rows

    def _rows(self, field: Field, table: TableParts) -> Iterator[FormRow]:
        scopes = self._scope.rows(field)
        for row in scopes:
            if table.layout:
                yield from self._laid_out(table.layout, table, row)
            else:
                cells = [cell for one in table.columns for cell in self._cells(one, table, row)]
                yield FormRow(tuple(cells), written=self._scope.blank and table.rules)
        if any(one.footer for one in table.columns):
            yield self._footer(table)
        yield from self._laid_out(table.closing, table, self._scope)

    def _laid_out(
        self, layout: Sequence[Sequence[RowCell]], table: TableParts, scope: Lookup
    ) -> Iterator[FormRow]:
        for number, cells in enumerate(layout, 1):
            made, aligns = [], [one.align or _usual(one) for one in table.columns]
            at = 0
            for one in cells:
                there = isinstance(scope, RowScope) and scope.holds(one.when)
                there = there or (isinstance(scope, Scope) and scope.holds(one.when))
                there = there and not (table.rules and self._is_left_free(one.text))
                blocks = self._wording.filled(one.text, scope) if there else ()
                align = one.align or (aligns[at] if at < len(aligns) else None)
                made.append(FormCell(_paragraphs(blocks), one.span, align=align, bold=one.bold))
                at += one.span
            yield FormRow(tuple(made), with_next=number < len(layout))

    def _is_left_free(self, template: Template) -> bool:
        """Tell whether a cell stays empty to be written into, without dots."""
        alone = len(template.parts) == 1 and isinstance(template.parts[0], Place)
        return self._scope.blank and alone

    def _footer(self, table: TableParts) -> FormRow:
        cells = []
        for one in table.columns:
            said = one.footer is not None and not self._is_left_free(one.footer)
            blocks = self._wording.filled(one.footer, self._scope) if one.footer and said else ()
            across = MONTHS if one.kind is FieldKind.MONTHS else 1
            cells.append(FormCell(_paragraphs(blocks), across, align=_usual(one), bold=True))
        return FormRow(tuple(cells))

    def _cells(self, column: Column, table: TableParts, row: RowScope) -> Iterator[FormCell]:
        value = row.of(column)
        if column.kind is FieldKind.MONTHS:
            months = value.data if value.known else ()
            yield from _arrows(months, table.arrows, self._wording)
            return
        written_by_hand = self._scope.blank and column.text is None
        blocks = () if written_by_hand else self._wording.blocks(column, row, value)
        yield FormCell(_paragraphs(blocks), align=_usual(column))


def _usual(column: Column) -> CellAlign | None:
    if column.align is not None:
        return column.align
    if column.kind in COUNTED and not column.bands:
        return CellAlign.RIGHT if column.kind is FieldKind.MONEY else CellAlign.CENTER
    return CellAlign.CENTER if column.kind is FieldKind.DATE else None


def _widths(table: TableParts) -> Iterator[float]:
    for one in table.columns:
        if one.kind is FieldKind.MONTHS:
            yield from (one.width * _MONTH_WIDTH,) * MONTHS
        else:
            yield one.width


def _arrows(months: Sequence[int], arrows: Arrows, wording: Wording) -> Iterator[FormCell]:
    """Yield the cells of twelve months."""
    marked = (wording.line(_ARROW),)
    at = 0
    for first, last in month_spans(months):
        yield from (FormCell() for _ in range(at, first))
        if arrows is Arrows.EACH or first == last:
            yield from (FormCell(marked, align=CellAlign.CENTER) for _ in range(first, last + 1))
        else:
            yield FormCell(columns=last - first + 1, arrow=True)
        at = last + 1
    yield from (FormCell() for _ in range(at, MONTHS))


def _paragraphs(blocks: Sequence[PaperBlock]) -> tuple[PaperParagraph, ...]:
    """Return the paragraphs of some blocks; those of a table inside a table one by one."""
    made: list[PaperParagraph] = []
    for block in blocks:
        if isinstance(block, PaperParagraph):
            made.append(block)
        elif isinstance(block, PaperTable):
            made += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return tuple(made)
