"""Words that the program writes into a body, as somebody would have typed them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor

from bmahr_desktop.domain.body import Block, Numbering, Paragraph, TextRun
from bmahr_desktop.ui.body.clipboard import insert_counted
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.editing import document_of, one_step
from bmahr_desktop.ui.body.fitness import MOST_IN_BODY, fit_pasted, units
from bmahr_desktop.ui.body.formats import (
    PLAIN,
    Shape,
    Style,
    is_lone,
    shape_of,
    style_of,
    text_format,
)
from bmahr_desktop.ui.body.levels import following
from bmahr_desktop.ui.body.limits import TOO_MUCH
from bmahr_desktop.ui.body.reading import in_cell
from bmahr_desktop.ui.body.typed_numbers import blocks_of_text

_KEEP = QTextCursor.MoveMode.KeepAnchor
_PLAIN_TEXT = text_format(Style())


def insert_words(editor: EditableBody, text: str) -> bool:
    """Put words at the caret, in place of what is selected, as one step of undo.

    Each further line begins a paragraph as Enter does. In an empty paragraph without a level, typed
    numbers at the beginnings of lines are numbers, as they are in what is pasted.

    Returns:
        False if there is no room for them, or the body is only read.
    """
    text = fit_pasted(text)
    if editor.isReadOnly() or not text:
        return False
    cursor = editor.textCursor()
    block = cursor.document().findBlock(cursor.selectionStart())
    shape = PLAIN if is_lone(block.blockFormat()) else shape_of(block.blockFormat())
    blocks: tuple[Block, ...] = tuple(_lines(text, shape, _style_at(cursor)))
    if "\n" in text and shape == PLAIN and _is_whole(cursor, block):
        return insert_counted(editor, tuple(blocks_of_text(text)) or blocks)
    return editor.insert(blocks, inline=True)


def _lines(text: str, shape: Shape, style: Style) -> Iterator[Paragraph]:
    for line in text.split("\n"):
        yield Paragraph((TextRun(line, *style),) if line else (), *shape)
        shape = following(shape)


def _style_at(cursor: QTextCursor) -> Style:
    """Return the style of what a selection begins with, or of what would be typed."""
    first = QTextCursor(cursor)
    if cursor.hasSelection():
        first.setPosition(cursor.selectionStart() + 1)
    return style_of(first.charFormat())


def _is_whole(cursor: QTextCursor, block: QTextBlock) -> bool:
    """Tell whether a paragraph holds nothing but what is selected."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    return first == block.position() and last == block.position() + block.length() - 1


def put_words(editor: EditableBody, start: int, end: int, text: str) -> bool:
    """Put words in place of what stands between two positions; see `insert_words`."""
    before = editor.textCursor()
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    editor.setTextCursor(cursor)
    done = insert_words(editor, text)
    if not done:
        editor.setTextCursor(before)
    return done


def add_point(editor: EditableBody, speaker: str = "") -> bool:
    """Begin a numbered paragraph behind all others, and go there; one step of undo.

    It is on the level of the last numbered one, or on the first; an empty paragraph at the end
    becomes it.

    Args:
        editor: The editor.
        speaker: Who speaks; the paragraph begins with the name.

    Returns:
        False if there is no room for it, or the body is only read.
    """
    if editor.isReadOnly():
        return False
    name = " ".join(fit_pasted(speaker).split())
    words = f"{name} " if name else ""
    cursor = editor.textCursor()
    if cursor.document().characterCount() + units(words) >= MOST_IN_BODY:
        editor.refuse(TOO_MUCH)
        return False
    cursor.movePosition(QTextCursor.MoveOperation.End)
    block = cursor.block()
    form = document_of(cursor).formats.paragraph(_point_shape(block))
    with one_step(cursor):
        if block.length() == 1 and not is_lone(block.blockFormat()):
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form, _PLAIN_TEXT)
        cursor.insertText(words, _PLAIN_TEXT)
    editor.show_caret(cursor)
    editor.setCurrentCharFormat(_PLAIN_TEXT)
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _point_shape(last: QTextBlock) -> Shape:
    """Return the shape of a point behind the last paragraph of a body."""
    block = last
    while block.isValid():
        shape = shape_of(block.blockFormat())
        if shape.numbering is Numbering.AUTOMATIC and not in_cell(block):
            return Shape(max(1, shape.level), Numbering.AUTOMATIC)
        block = block.previous()
    return Shape(1, Numbering.AUTOMATIC)
