"""Where in a document a letter of the body stands."""

from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from bmahr_desktop.ui.body.fitness import units
from bmahr_desktop.ui.body.formats import is_filler
from bmahr_desktop.ui.body.reading import items, read_block


def position_of(
    document: QTextDocument, block: int, cell: tuple[int, int, int] | None, offset: int
) -> int | None:
    """Return the position in a document of a letter of the body.

    Args:
        document: It shows the body.
        block: The block, from 0.
        cell: Row, cell and paragraph, if the block is a table.
        offset: How many characters of the paragraph stand before the letter.

    Returns:
        None if there is no such block or cell any longer.
    """
    number = 0
    for item in items(document, 0, document.characterCount()):
        if isinstance(item, QTextTable):
            if number == block:
                return _in_table(item, cell or (0, 0, 0), offset)
            number += 1
        elif item.length() > 1 or not is_filler(item.blockFormat()):
            number += sum(1 for _ in read_block(item))
            if block < number:
                return _in_paragraph(item, offset)
    return None


def _in_table(table: QTextTable, place: tuple[int, int, int], offset: int) -> int | None:
    row, number, paragraph = place
    column = 0
    for _ in range(number):
        column += table.cellAt(row, column).columnSpan() if column < table.columns() else 1
    cell = table.cellAt(row, column)
    if not cell.isValid():
        return None
    block = cell.firstCursorPosition().block()
    for _ in range(paragraph):
        block = block.next()
    inside = block.isValid() and block.position() <= cell.lastPosition()
    return _in_paragraph(block, offset) if inside else cell.firstPosition()


def _in_paragraph(block: QTextBlock, offset: int) -> int:
    before = units(block.text()[:offset])
    return block.position() + min(before, block.length() - 1)
