"""Where a change applies, and how it becomes one step of undo."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextTable

from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.formats import CellLook, Shape, align_of, is_lone
from bmahr_desktop.ui.body.reading import blocks_of_cell, table_at, table_of


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Make one step of undo of everything done meanwhile."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def document_of(place: QTextBlock | QTextCursor) -> BodyDocument:
    """Return the document of a paragraph or a cursor."""
    return cast(BodyDocument, place.document())


def cell_look(block: QTextBlock) -> CellLook | None:
    """Return how the text of a paragraph's cell stands; None outside of tables."""
    table = table_at(block)
    if table is None:
        return None
    heading = table.cellAt(block.position()).row() < table.format().headerRowCount()
    return CellLook(align_of(block.blockFormat()), heading)


def format_like(block: QTextBlock, shape: Shape) -> QTextBlockFormat:
    """Return the format of a paragraph of a shape that stands where another one stands."""
    document, form = document_of(block), block.blockFormat()
    if is_lone(form):
        centred = bool(form.alignment() & Qt.AlignmentFlag.AlignHCenter)
        return document.formats.lone(shape, centred=centred)
    return document.formats.paragraph(shape, cell_look(block))


def paragraph_format(block: QTextBlock, shape: Shape) -> QTextBlockFormat:
    """Return the format of a paragraph of words beside another, which may hold a picture."""
    return document_of(block).formats.paragraph(shape, cell_look(block))


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the paragraphs that a selection touches; that of the caret if there is none."""
    table = table_of(cursor)
    if table is not None and cursor.hasComplexSelection():
        return [
            block
            for row, column in selected_cells(cursor, table)
            for block in blocks_of_cell(table, row, column)
        ]
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    found = [block]
    block = block.next()
    while block.isValid() and block.position() < end:
        found.append(block)
        block = block.next()
    return found


def selected_cells(cursor: QTextCursor, table: QTextTable) -> list[tuple[int, int]]:
    """Return row and first column of the cells of a table that a selection touches."""
    if not cursor.hasComplexSelection():
        cell = table.cellAt(cursor)
        return [(cell.row(), cell.column())]
    row, rows, column, columns = cast(tuple[int, int, int, int], cursor.selectedTableCells())
    found = {
        (table.cellAt(r, c).row(), table.cellAt(r, c).column())
        for r in range(row, row + rows)
        for c in range(column, column + columns)
    }
    return sorted(found)
