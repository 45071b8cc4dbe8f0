"""Tables of a form as blocks of a page."""

from dataclasses import replace

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.arrows import Arrow
from bmahr_desktop.documents.typesetting.blocks import Block, Space
from bmahr_desktop.documents.typesetting.paragraph import Align
from bmahr_desktop.documents.typesetting.table import Cell, Row, Table, TableStyle
from bmahr_desktop.domain.forms.paper import FormCell, FormRow, FormTable

_WRITTEN = 0.95 * CM
"""The least height of a row that is written by hand."""
_SMALL = 11.5
"""The official size of the names of months."""
_TIGHT = 1.5


def form_table(table: FormTable, setter: BodySetter) -> Table:
    """Return a table of a form."""
    style = TableStyle() if table.rules else TableStyle(rule=0, left=0, right=6, top=1, bottom=2)
    if table.tight:
        style = replace(style, left=_TIGHT, right=_TIGHT)
    return Table(
        table.widths,
        [_row(row, setter) for row in table.rows],
        style,
        [_row(row, setter) for row in table.header],
    )


def _row(row: FormRow, setter: BodySetter) -> Row:
    cells = [_cell(cell, setter) for cell in row.cells]
    if row.written and cells:
        cells[0] = replace(cells[0], blocks=[*cells[0].blocks, Space(_WRITTEN)])
    return Row(cells, keep_with_next=row.with_next)


def _cell(cell: FormCell, setter: BodySetter) -> Cell:
    align = Align(cell.align) if cell.align else Align.LEFT
    style = setter.styles.cell(align)
    if cell.small:
        style = replace(style, size=_SMALL)
    blocks: list[Block] = [setter.paragraph(one, style, bold=cell.bold) for one in cell.paragraphs]
    if cell.arrow:
        blocks = [Arrow(style.line_height)]
    return Cell(
        blocks,
        columns=cell.columns,
        rows=cell.rows,
        middle=cell.heading or cell.arrow,
        heading=cell.heading,
    )
