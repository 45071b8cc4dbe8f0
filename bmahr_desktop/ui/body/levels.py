"""Levels and numbers of paragraphs, changed by the user; each change is one step of undo."""

import re
from collections.abc import Callable, Iterable
from itertools import takewhile

from PySide6.QtGui import QTextBlock, QTextCursor

from bmahr_desktop.domain.body import DEEPEST_LEVEL, Numbering
from bmahr_desktop.thai import numbering as count
from bmahr_desktop.thai.digits import to_arabic, to_thai
from bmahr_desktop.thai.numbering import LETTERS, split_label, thai_letter
from bmahr_desktop.ui.body.editing import document_of, format_like, one_step, selected_blocks
from bmahr_desktop.ui.body.formats import PLAIN, Shape, is_lone, shape_of
from bmahr_desktop.ui.body.labels import counted_before
from bmahr_desktop.ui.body.reading import blocks_of_cell, items, table_at
from bmahr_desktop.ui.body.typed_numbers import DASHES, LONGEST_LABEL, same_number

Change = Callable[[Shape], Shape]

_LAST_NUMBER = re.compile(r"([0-9๐-๙]+)(\D*)$")
_LAST_LETTER = re.compile(f"(?<![ก-๎])([{LETTERS}])([.)])$")


# ------------------------------------------------------------------ what a change makes of a shape


def deeper(shape: Shape) -> Shape:
    """Return one level further in; plain text becomes a first level."""
    if shape.level == 0 and shape.numbering is Numbering.NONE:
        return Shape(1, Numbering.AUTOMATIC)
    return shape._replace(level=min(shape.level + 1, DEEPEST_LEVEL))


def shallower(shape: Shape) -> Shape:
    """Return one level further out; a first level becomes plain text."""
    level = max(shape.level - 1, 0)
    if level == 0 and shape.numbering is not Numbering.TYPED:
        return Shape()
    return shape._replace(level=level)


def at_level(level: int) -> Change:
    """Return the change to a numbered level, or to plain text for 0."""
    numbering = Numbering.AUTOMATIC if level else Numbering.NONE
    return lambda _shape: Shape(level, numbering)


def counted(shape: Shape) -> Shape:
    """Return a shape whose number is counted."""
    return Shape(max(shape.level, 1), Numbering.AUTOMATIC)


def unnumbered(shape: Shape) -> Shape:
    """Return a shape without its number, as far in as before."""
    return Shape(shape.level)


def labelled(label: str) -> Change:
    """Return the change to a typed label; none if the label is empty."""
    label = label.strip()[:LONGEST_LABEL]
    if not label:
        return unnumbered
    return lambda shape: Shape(shape.level, Numbering.TYPED, label)


def following(shape: Shape) -> Shape:
    """Return the shape of the paragraph that Enter begins behind one."""
    if shape.numbering is not Numbering.TYPED:
        return shape
    label = next_label(shape.label)
    return Shape(shape.level, Numbering.TYPED, label) if label else unnumbered(shape)


def next_label(label: str) -> str:
    """Return what comes after a typed label: ๒. after ๑., ข) after ก), a dash after a dash."""
    if label in DASHES:
        return label
    if found := _LAST_NUMBER.search(label):
        if len(found[1]) > 6:
            return ""
        number = str(int(found[1]) + 1)
        number = number if to_arabic(found[1]) == found[1] else to_thai(number)
        return label[: found.start()] + number + found[2]
    if found := _LAST_LETTER.search(label):
        return label[: found.start()] + thai_letter(LETTERS.index(found[1]) + 2) + found[2]
    return ""


# ------------------------------------------------------------------ changing paragraphs


def reshape(cursor: QTextCursor, change: Change) -> None:
    """Change every selected paragraph."""
    with one_step(cursor):
        for block in selected_blocks(cursor):
            set_shape(block, change(shape_of(block.blockFormat())))


def set_shape(block: QTextBlock, shape: Shape) -> None:
    """Give a paragraph another shape; its words and its place in a cell stay."""
    form = block.blockFormat()
    if shape_of(form) != shape:
        QTextCursor(block).setBlockFormat(format_like(block, shape))


def count_until(block: QTextBlock) -> count.Numbering:
    """Return the count as it stands before a paragraph, in the body or in its cell."""
    table = table_at(block)
    if table is not None:
        cell = table.cellAt(block.position())
        flow: Iterable[QTextBlock] = blocks_of_cell(table, cell.row(), cell.column())
    else:
        document = document_of(block)
        flow = (
            item for item in items(document, 0, block.position()) if isinstance(item, QTextBlock)
        )
    return counted_before(takewhile(lambda before: before != block, flow))


def take_typed_number(cursor: QTextCursor) -> bool:
    """Make the number typed at the start of a paragraph its number, if it is plainly one.

    That is a dash, the number that counting would give, or the one after the label typed for the
    paragraph before; anything else may be the beginning of a quantity or a time.

    Returns:
        Whether it was one.
    """
    block = cursor.block()
    if shape_of(block.blockFormat()).numbering is not Numbering.NONE:
        return False
    shape = _typed_shape(block, block.text()[: cursor.positionInBlock()])
    if shape is None or is_lone(block.blockFormat()):
        return False
    with one_step(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        set_shape(block, shape)
    return True


def _typed_shape(block: QTextBlock, typed: str) -> Shape | None:
    before = shape_of(block.previous().blockFormat()) if block.previous().isValid() else PLAIN
    if typed[:-1] in DASHES and len(typed) == 2:
        level = before.level if before.numbering is Numbering.TYPED else before.level + 1
        return Shape(max(1, min(level, DEEPEST_LEVEL)), Numbering.TYPED, typed[:-1])
    split = split_label(typed)
    if split is None or split[2]:
        return None
    label, level, _ = split
    if same_number(count_until(block).peek(level), label):
        return Shape(level, Numbering.AUTOMATIC)
    if before.numbering is Numbering.TYPED and next_label(before.label) == label:
        return Shape(before.level, Numbering.TYPED, label)
    return None
