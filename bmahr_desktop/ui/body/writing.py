"""From a body to a QTextDocument."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable

from bmahr_desktop.domain.body import Block, Cell, Composed, Paragraph, Picture, Table
from bmahr_desktop.ui.body.fitness import fit
from bmahr_desktop.ui.body.formats import (
    COMPOSED,
    OBJECT,
    PICTURE,
    PLAIN,
    CellLook,
    Formats,
    Property,
    Style,
    shape_in,
    table_format,
    text_format,
)

_PLAIN_TEXT = text_format(Style())
_LINE = "\u2028"


class Writer:
    """Puts blocks of a body where a cursor stands."""

    def __init__(self, cursor: QTextCursor, formats: Formats, look: CellLook | None = None) -> None:
        """Take where to write.

        Args:
            cursor: Goes along with the writing.
            formats: Of the document.
            look: How the text of the cell stands that the cursor is in; None outside of tables.
        """
        self.cursor, self._formats, self._look = cursor, formats, look

    def write(self, blocks: Iterable[Block], *, fresh: bool) -> bool:
        """Write blocks one after the other.

        Args:
            blocks: What to write.
            fresh: Whether the cursor stands in an empty paragraph that the first block may use;
                else the first block gets a paragraph behind it.

        Returns:
            Whether the cursor stands in an empty paragraph again, as it does behind a table.
        """
        for block in blocks:
            match block:
                case Paragraph():
                    form = self._formats.paragraph(shape_in(block), self._look)
                    self._start(form, fresh=fresh)
                    self.write_runs(block)
                    fresh = False
                case Table():
                    self._write_table(block, fresh=fresh)
                    fresh = True
                case Picture():
                    self._start(self._formats.lone(centred=True), fresh=fresh)
                    self.write_picture(block)
                    fresh = False
                case Composed():
                    form = self._formats.lone(shape_in(block), centred=False)
                    self._start(form, fresh=fresh)
                    self.cursor.insertText(OBJECT, composed_format(block))
                    fresh = False
        return fresh

    def _start(self, form: QTextBlockFormat, *, fresh: bool) -> None:
        if fresh:
            self.cursor.setBlockFormat(form)
        else:
            self.cursor.insertBlock(form, _PLAIN_TEXT)

    def write_runs(self, paragraph: Paragraph) -> None:
        """Write the words of a paragraph."""
        for run in paragraph.runs:
            style = Style(run.bold, run.italic, run.underline, run.keep_digits)
            self.cursor.insertText(fit(run.text).replace("\n", _LINE), text_format(style))

    def write_picture(self, picture: Picture) -> None:
        """Write a picture, and its caption on the line below."""
        self.cursor.insertText(OBJECT, picture_format(picture))
        self.cursor.insertText(_LINE + fit(picture.caption).replace("\n", _LINE), _PLAIN_TEXT)

    def _write_table(self, table: Table, *, fresh: bool) -> None:
        cursor = self.cursor
        if fresh:
            cursor.setBlockFormat(self._formats.paragraph(PLAIN, filler=True))
        form = table_format(table)
        rows = table.rows or ((Cell(span=len(table.widths)),),)
        made = cursor.insertTable(len(rows), len(table.widths), form)
        for number, row in enumerate(rows):
            self.write_row(made, number, row, heading=number < table.header_rows)
        cursor.setPosition(made.lastPosition() + 1)
        cursor.setBlockFormat(self._formats.paragraph(PLAIN, filler=True))

    def write_row(
        self, table: QTextTable, number: int, row: Sequence[Cell], *, heading: bool
    ) -> None:
        """Write the cells of a row that is empty."""
        column = 0
        for cell in fitted(row, table.columns()):
            if cell.span > 1:
                table.mergeCells(number, column, 1, cell.span)
            self.write_cell(table, number, column, cell, heading=heading)
            column += cell.span

    def write_cell(
        self, table: QTextTable, row: int, column: int, cell: Cell, *, heading: bool
    ) -> None:
        """Write into an empty cell."""
        cursor, look = (
            table.cellAt(row, column).firstCursorPosition(),
            CellLook(cell.align, heading),
        )
        if cell.paragraphs:
            Writer(cursor, self._formats, look).write(cell.paragraphs, fresh=True)
        else:
            cursor.setBlockFormat(self._formats.paragraph(PLAIN, look, filler=True))


def picture_format(picture: Picture) -> QTextCharFormat:
    """Return the format of the character that stands for a picture."""
    form = QTextCharFormat()
    form.setObjectType(PICTURE)
    form.setProperty(Property.FILE, picture.file)
    form.setProperty(Property.WIDTH_MM, float(picture.width_mm))
    return form


def composed_format(composed: Composed) -> QTextCharFormat:
    """Return the format of the character that stands for a composed statement."""
    form = QTextCharFormat()
    form.setObjectType(COMPOSED)
    form.setProperty(Property.STATEMENT, composed.statement.value)
    return form


def fitted(row: Sequence[Cell], columns: int) -> list[Cell]:
    """Return the cells of a row so that they fill the columns exactly."""
    cells: list[Cell] = []
    left = columns
    for number, cell in enumerate(row):
        last = number == len(row) - 1
        span = left if last and left < cell.span else min(cell.span, left)
        if span < 1:
            break
        cells.append(Cell(cell.paragraphs, span, cell.align))
        left -= span
    cells += [Cell()] * left
    return cells
