"""Moves a paragraph past its neighbour, as one step of undo."""

from PySide6.QtGui import QTextBlock, QTextCursor

from bmahr_desktop.ui.body.editing import document_of, one_step
from bmahr_desktop.ui.body.formats import is_filler
from bmahr_desktop.ui.body.reading import in_cell, read_block
from bmahr_desktop.ui.body.writing import Writer

_KEEP = QTextCursor.MoveMode.KeepAnchor


def move_paragraph(cursor: QTextCursor, step: int) -> bool:
    """Move the paragraph of the caret up (-1) or down (1); tables are not moved past.

    Returns:
        Whether it could be moved; the caret goes with it.
    """
    here = cursor.block()
    there = here.previous() if step < 0 else here.next()
    if not there.isValid() or in_cell(here) or in_cell(there) or _is_spare(there):
        return False
    column = cursor.positionInBlock()
    upper, lower = (there, here) if step < 0 else (here, there)
    swapped = (*read_block(lower), *read_block(upper))
    first = upper.position()
    lower_length = lower.length()
    with one_step(cursor):
        cursor.setPosition(first)
        cursor.setPosition(lower.position() + lower.length() - 1, _KEEP)
        cursor.removeSelectedText()
        Writer(cursor, document_of(cursor).formats).write(swapped, fresh=True)
    cursor.setPosition(first + column + (0 if step < 0 else lower_length))
    return True


def _is_spare(block: QTextBlock) -> bool:
    return block.length() == 1 and is_filler(block.blockFormat())
