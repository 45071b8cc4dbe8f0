"""Tables of a body, changed by the user; each change is one step of undo."""

from msgspec.structs import replace
from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from bmahr_desktop.domain.body import Cell, Table
from bmahr_desktop.ui.body import grid
from bmahr_desktop.ui.body.editing import document_of, one_step
from bmahr_desktop.ui.body.formats import is_filler, set_widths, widths_of
from bmahr_desktop.ui.body.insertion import insert_blocks
from bmahr_desktop.ui.body.reading import read_table, tables_of
from bmahr_desktop.ui.body.writing import Writer

_KEEP = QTextCursor.MoveMode.KeepAnchor


def next_cell(cursor: QTextCursor, table: QTextTable, step: int, *, may_add: bool) -> bool:
    """Select the words of the next or the last cell; behind the last one there is a new row.

    Returns:
        Whether there was one to go to.
    """
    moves = QTextCursor.MoveOperation
    cell = table.cellAt(cursor)
    cursor.setPosition(cell.firstPosition())
    if not cursor.movePosition(moves.NextCell if step > 0 else moves.PreviousCell):
        if step < 0 or not may_add:
            return False
        rows = table.rows()
        change_table(cursor, table, lambda made: grid.insert_row(made, rows), rows, 0)
        return True
    cell = table.cellAt(cursor)
    select_cell(cursor, table, cell.row(), cell.column())
    return True


def select_cell(cursor: QTextCursor, table: QTextTable, row: int, column: int) -> None:
    """Select the words of a cell."""
    cell = table.cellAt(min(row, table.rows() - 1), min(column, table.columns() - 1))
    cursor.setPosition(cell.firstPosition())
    cursor.setPosition(cell.lastPosition(), _KEEP)


def change_table(
    cursor: QTextCursor,
    table: QTextTable,
    change: grid.TableChange,
    row: int | None = None,
    column: int | None = None,
) -> None:
    """Put another table in the place of one, and the caret into a cell of it.

    Args:
        cursor: Stands in the table; afterwards at the start of a cell.
        table: The table.
        change: Tells what it becomes; None removes it.
        row: Where the caret goes; it stays in its row unless told otherwise.
        column: And its column.
    """
    cell = table.cellAt(cursor)
    row = cell.row() if row is None else row
    column = cell.column() if column is None else column
    before = read_table(table)
    if not before.rows:  # Qt shows one row all the same
        before = replace(before, rows=((Cell(span=len(before.widths)),),))
    after = change(before)
    if after is None:
        remove_table(cursor, table)
    elif after != before:
        place = tables_of(cursor.document()).index(table)
        _replace(cursor, table, after)
        made = tables_of(cursor.document())[place]
        target = made.cellAt(min(row, made.rows() - 1), min(column, made.columns() - 1))
        cursor.setPosition(target.firstPosition())


def _replace(cursor: QTextCursor, table: QTextTable, new: Table) -> None:
    document = document_of(cursor)
    first, last = table.firstPosition() - 1, table.lastPosition() + 1
    before = document.findBlock(first).blockFormat()
    after = document.findBlock(last).blockFormat()
    with one_step(cursor):
        cursor.setPosition(first)
        cursor.setPosition(last, _KEEP)
        cursor.removeSelectedText()
        Writer(cursor, document.formats).write((new,), fresh=False)
        cursor.setBlockFormat(after)
        cursor.setPosition(first)
        cursor.setBlockFormat(before)


def remove_table(cursor: QTextCursor, table: QTextTable) -> None:
    """Remove a table; what stood before and behind it stays apart."""
    document = document_of(cursor)
    before = document.findBlock(table.firstPosition() - 1)
    after = document.findBlock(table.lastPosition() + 1)
    forms = before.blockFormat(), after.blockFormat()
    spare_before, spare_after = _is_spare(before), _is_spare(after)
    with one_step(cursor):
        cursor.setPosition(table.firstPosition() - 1)
        cursor.setPosition(table.lastPosition() + 1, _KEEP)
        cursor.removeSelectedText()
        cursor.setBlockFormat(forms[0] if spare_after else forms[1])
        if not spare_before and not spare_after:
            cursor.insertBlock(forms[1])
            QTextCursor(cursor.block().previous()).setBlockFormat(forms[0])


def _is_spare(block: QTextBlock) -> bool:
    return block.length() == 1 and is_filler(block.blockFormat())


def insert_table(cursor: QTextCursor, rows: int, columns: int) -> None:
    """Insert an empty table behind the paragraph of the caret, and go to its first cell."""
    document = document_of(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    place = sum(table.lastPosition() < cursor.position() for table in tables_of(document))
    insert_blocks(cursor, (grid.new_table(rows, columns),))
    cursor.setPosition(tables_of(document)[place].firstPosition())


def set_column_widths(table: QTextTable, widths: tuple[float, ...]) -> None:
    """Give the columns of a table other widths."""
    if widths != widths_of(table.format()):
        form = table.format()
        set_widths(form, widths)
        table.setFormat(form)
