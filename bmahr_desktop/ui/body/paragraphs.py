"""What Enter, Backspace, Delete and typing do at the edges of paragraphs, tables and pictures."""

from enum import Enum, auto

from PySide6.QtGui import QTextBlock, QTextCursor

from bmahr_desktop.domain.body import Numbering
from bmahr_desktop.ui.body.editing import (
    document_of,
    one_step,
    paragraph_format,
)
from bmahr_desktop.ui.body.fitness import MOST_IN_PARAGRAPH
from bmahr_desktop.ui.body.formats import (
    COMPOSED,
    PICTURE,
    PLAIN,
    Style,
    is_filler,
    is_lone,
    shape_of,
    style_of,
    text_format,
)
from bmahr_desktop.ui.body.levels import following, set_shape, shallower, unnumbered
from bmahr_desktop.ui.body.reading import in_cell, table_at

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LINE = "\u2028"
_PLAIN_TEXT = text_format(Style())


class Edge(Enum):
    """What a key at the edge of a paragraph came to."""

    INSIDE = auto()
    """Nothing: the caret is at no edge, or what is beyond it is plain text."""
    DONE = auto()
    TOO_LONG = auto()
    """Nothing: the paragraph would become longer than paragraphs may be."""


def thing_at(block: QTextBlock, offset: int) -> int:
    """Return which object stands at an offset of a paragraph: PICTURE, COMPOSED, or 0."""
    if is_lone(block.blockFormat()):
        for piece in block.textFormats():
            if piece.start <= offset < piece.start + piece.length:
                kind = piece.format.objectType()
                return kind if kind in (PICTURE, COMPOSED) else 0
    return 0


# ------------------------------------------------------------------ before typing


def step_out(cursor: QTextCursor) -> None:
    """Move a cursor to where words can be typed: never beside a picture or a statement."""
    block, at = cursor.block(), cursor.positionInBlock()
    if not is_lone(block.blockFormat()) or cursor.hasSelection():
        return
    if thing_at(block, at):
        open_before(cursor)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    elif at and (kind := thing_at(block, at - 1)):
        if kind == PICTURE and block.text()[at : at + 1] == _LINE:
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        elif kind == COMPOSED:
            cursor.insertBlock(document_of(block).formats.paragraph(PLAIN), _PLAIN_TEXT)


def open_before(cursor: QTextCursor) -> None:
    """Open a plain paragraph before the one of the cursor, which stays at its start."""
    block = cursor.block()
    with one_step(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.insertBlock(block.blockFormat())
        before = QTextCursor(cursor.block().previous())
        before.setBlockFormat(document_of(block).formats.paragraph(PLAIN))


# ------------------------------------------------------------------ Enter


def break_paragraph(cursor: QTextCursor) -> None:
    """Begin a new paragraph; in an empty numbered one, go one level out instead."""
    block = cursor.block()
    shape = shape_of(block.blockFormat())
    if block.length() == 1 and shape != PLAIN and not is_lone(block.blockFormat()):
        typed = shape.numbering is Numbering.TYPED
        set_shape(block, unnumbered(shape) if typed else shallower(shape))
        return
    with one_step(cursor):
        cursor.removeSelectedText()
        block = cursor.block()
        if not is_lone(block.blockFormat()):
            _break_words(cursor, block)
        elif thing_at(block, cursor.positionInBlock()):
            open_before(cursor)
        else:
            cursor.insertBlock(document_of(block).formats.paragraph(PLAIN), _PLAIN_TEXT)


def _break_words(cursor: QTextCursor, block: QTextBlock) -> None:
    shape = shape_of(block.blockFormat())
    begins = cursor.atBlockStart() and block.length() > 1
    typed = text_format(style_of(cursor.charFormat()))
    if is_filler(block.blockFormat()):
        cursor.setBlockFormat(paragraph_format(block, PLAIN))
    cursor.insertBlock(paragraph_format(block, shape if begins else following(shape)), typed)


# ------------------------------------------------------------------ Backspace and Delete


def backspace(cursor: QTextCursor) -> Edge:
    """Do what Backspace does at the start of a paragraph, or behind a picture or statement."""
    block, at = cursor.block(), cursor.positionInBlock()
    lone = is_lone(block.blockFormat())
    if at:
        return _select_thing(cursor, block, at - 1) if lone else Edge.INSIDE
    shape = shape_of(block.blockFormat())
    if shape != PLAIN:
        set_shape(block, unnumbered(shape) if shape.numbering is not Numbering.NONE else PLAIN)
        return Edge.DONE
    return _join(cursor, block, block.previous())


def delete(cursor: QTextCursor) -> Edge:
    """Do what Delete does at the end of a paragraph, or before a picture or statement."""
    block = cursor.block()
    if cursor.atBlockEnd():
        return _join(cursor, block, block.next())
    lone = is_lone(block.blockFormat())
    return _select_thing(cursor, block, cursor.positionInBlock()) if lone else Edge.INSIDE


def _select_thing(cursor: QTextCursor, block: QTextBlock, at: int) -> Edge:
    """Select a picture or a statement with the line end behind it, before a key deletes it."""
    if at and block.text()[at : at + 1] == _LINE and thing_at(block, at - 1):
        at -= 1
    if not thing_at(block, at):
        return Edge.INSIDE
    cursor.setPosition(block.position() + at)
    cursor.setPosition(block.position() + at + 1, _KEEP)
    return Edge.DONE


def _join(cursor: QTextCursor, here: QTextBlock, there: QTextBlock) -> Edge:
    """Do away with what parts the paragraph of the caret from its neighbour, if that can be."""
    if not there.isValid() or (in_cell(here) and not _in_one_cell(here, there)):
        return Edge.DONE
    backwards = there.position() < here.position()
    things = is_lone(here.blockFormat()) or is_lone(there.blockFormat())
    if things or (in_cell(there) and not in_cell(here)):
        _part_from_thing(cursor, here, there, backwards=backwards)
        return Edge.DONE
    if here.length() + there.length() > MOST_IN_PARAGRAPH:
        return Edge.TOO_LONG
    return Edge.INSIDE


def _part_from_thing(
    cursor: QTextCursor, here: QTextBlock, there: QTextBlock, *, backwards: bool
) -> None:
    """Go on to a table, picture or statement instead of joining it; an empty paragraph goes."""
    moves = QTextCursor.MoveOperation
    empty = here if here.length() == 1 else there if there.length() == 1 else None
    if empty is not None and not in_cell(empty) and not is_filler(empty.blockFormat()):
        cursor.movePosition(moves.PreviousCharacter if backwards else moves.NextCharacter)
        remove_empty(empty)
        return
    if is_lone(there.blockFormat()) and (backwards or thing_at(there, 0)):
        at = there.length() - 2 if backwards else 0
        cursor.setPosition(there.position() + at + backwards)
        if thing_at(there, at):
            _select_thing(cursor, there, at)
        return
    cursor.movePosition(moves.PreviousCharacter if backwards else moves.NextCharacter)


def remove_empty(block: QTextBlock) -> None:
    """Remove an empty paragraph; one that Qt wants beside a table stays, but is none of ours."""
    cursor = QTextCursor(block)
    before, after = block.previous(), block.next()
    with one_step(cursor):
        if after.isValid() and not in_cell(after):
            form = after.blockFormat()
            cursor.deleteChar()
            cursor.setBlockFormat(form)
        elif before.isValid() and not in_cell(before):
            form = before.blockFormat()
            cursor.deletePreviousChar()
            cursor.setBlockFormat(form)
        else:
            cursor.setBlockFormat(document_of(block).formats.paragraph(PLAIN, filler=True))


def _in_one_cell(one: QTextBlock, other: QTextBlock) -> bool:
    table = table_at(one)
    if table is None or table_at(other) != table:
        return False
    return table.cellAt(one.position()) == table.cellAt(other.position())


def remove_selection(cursor: QTextCursor) -> bool:
    """Remove what is selected; a paragraph that has lost its picture becomes a plain one.

    Returns:
        False, with nothing removed, if what is left would be too long for one paragraph.
    """
    document = document_of(cursor)
    if not cursor.hasComplexSelection():
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        one, other = document.findBlock(first), document.findBlock(last)
        kept = first - one.position() + other.position() + other.length() - last
        if one != other and kept > MOST_IN_PARAGRAPH:
            return False
    with one_step(cursor):
        cursor.removeSelectedText()
        mend(cursor)
    return True


def mend(cursor: QTextCursor) -> None:
    """Make a plain paragraph of one that was laid out for a picture which is gone."""
    block = cursor.block()
    if is_lone(block.blockFormat()) and not any(
        piece.format.objectType() in (PICTURE, COMPOSED) for piece in block.textFormats()
    ):
        cursor.setBlockFormat(document_of(block).formats.paragraph(PLAIN))
