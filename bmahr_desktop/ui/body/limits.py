"""What a body has no room for, in words."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from bmahr_desktop.domain.body import Block, Cell, Paragraph, Picture, Table
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.body.fitness import MOST_CELLS, MOST_IN_BODY, MOST_IN_PARAGRAPH, units
from bmahr_desktop.ui.body.reading import in_cell

_MOST_BLOCKS = 50_000
_MOST_RUNS = 10_000
"""Of one paragraph: Qt needs the square of their time."""

TOO_LONG = msg(
    "A paragraph has room for {most} characters. Begin a new one.", most=f"{MOST_IN_PARAGRAPH:,}"
)
TOO_MUCH = msg("This text is full: it has room for {most} characters.", most=f"{MOST_IN_BODY:,}")
TOO_LARGE = msg("This is too much for one paste. Paste it in parts.")
NO_PICTURE_HERE = msg("A cell of a table holds no picture. Put it before or behind the table.")


def too_much(cursor: QTextCursor, blocks: Sequence[Block]) -> Message | None:
    """Return why blocks cannot be inserted at the caret, or None if they can."""
    if in_cell(cursor.block()) and any(isinstance(block, Picture) for block in blocks):
        return NO_PICTURE_HERE
    if _is_too_large(blocks):
        return TOO_LARGE
    lengths = [_length(block) for block in blocks]
    gone = cursor.selectionEnd() - cursor.selectionStart()
    if cursor.document().characterCount() - gone + sum(lengths) > MOST_IN_BODY:
        return TOO_MUCH
    longest = max((_longest(block) for block in blocks), default=0)
    beside = cursor.block().length() - 1
    if longest and longest - 1 + beside > MOST_IN_PARAGRAPH:
        return TOO_LONG
    return None


def _is_too_large(blocks: Sequence[Block]) -> bool:
    """Tell whether Qt would take too long to make blocks."""
    cells = sum(len(row) for block in blocks if isinstance(block, Table) for row in block.rows)
    runs = max((len(block.runs) for block in blocks if isinstance(block, Paragraph)), default=0)
    return len(blocks) > _MOST_BLOCKS or cells > MOST_CELLS or runs > _MOST_RUNS


def _length(block: Block) -> int:
    match block:
        case Paragraph():
            return units(block.text) + 1
        case Table():
            return sum(_cell_length(cell) for row in block.rows for cell in row)
        case Picture():
            return units(block.caption) + 3
        case _:
            return 2


def _cell_length(cell: Cell) -> int:
    return 1 + sum(map(_length, cell.paragraphs))


def _longest(block: Block) -> int:
    match block:
        case Paragraph():
            return _length(block)
        case Table():
            inner = [_length(p) for row in block.rows for cell in row for p in cell.paragraphs]
            return max(inner, default=0)
        case _:
            return 0
