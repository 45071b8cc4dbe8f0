"""What each key does in a body, where it does something else than in any text field."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from bmahr_desktop.ui.body import paragraphs
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.editing import one_step
from bmahr_desktop.ui.body.fitness import (
    MOST_IN_BODY,
    MOST_IN_PARAGRAPH,
    fit,
    from_units,
    to_units,
    units,
)
from bmahr_desktop.ui.body.levels import deeper, reshape, shallower, take_typed_number
from bmahr_desktop.ui.body.limits import TOO_LONG, TOO_MUCH
from bmahr_desktop.ui.body.reading import table_of
from bmahr_desktop.ui.body.tables import next_cell

_MODIFIERS = Qt.KeyboardModifier
_NONE, _CONTROL, _SHIFT = (
    _MODIFIERS.NoModifier,
    _MODIFIERS.ControlModifier,
    _MODIFIERS.ShiftModifier,
)
_MOVE, _KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
_FOREIGN = _CONTROL | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier


def press(editor: EditableBody, event: QKeyEvent) -> bool:
    """Do what a key does in a body; False if it does what it does in any text field."""
    modifiers = event.modifiers() & ~_MODIFIERS.KeypadModifier
    action = _KEYS.get((modifiers.value, event.key()))
    if action is not None:
        return action(editor)
    if event.matches(QKeySequence.StandardKey.Cut) and not editor.isReadOnly():
        editor.copy()
        return remove(editor) or True
    text = event.text()
    if editor.isReadOnly() or not text or not text.isprintable() or modifiers & _FOREIGN:
        return False
    return _type(editor, text)


def _type(editor: EditableBody, text: str) -> bool:
    """Prepare for a typed character; put in what needs more than Qt would do."""
    if fit(text) != text:
        return True
    replaces = editor.textCursor().hasSelection()
    with one_step(editor.textCursor()):  # else one Ctrl+Z takes all since the caret last moved
        if not make_room(editor, units(text)):
            return True
        if text != " " and not replaces:
            return False
        cursor = editor.textCursor()
        cursor.insertText(text)
    if text == " ":
        take_typed_number(cursor)
    editor.show_caret(cursor)
    return True


def make_room(editor: EditableBody, length: int) -> bool:
    """Prepare for text to be typed at the caret; say so if there is too much already.

    Args:
        editor: The editor.
        length: Of the text, in Qt's counting.
    """
    cursor = editor.textCursor()
    if cursor.hasSelection() and not remove(editor):
        return False
    cursor = editor.textCursor()
    if cursor.block().length() - 1 + length > MOST_IN_PARAGRAPH:
        editor.refuse(TOO_LONG)
        return False
    if cursor.document().characterCount() + length > MOST_IN_BODY:
        editor.refuse(TOO_MUCH)
        return False
    paragraphs.step_out(cursor)
    if cursor.position() != editor.textCursor().position():
        editor.setTextCursor(cursor)
    return True


def remove(editor: EditableBody) -> bool:
    """Remove what is selected; False, in words, if that cannot be."""
    cursor = editor.textCursor()
    if not paragraphs.remove_selection(cursor):
        editor.refuse(TOO_LONG)
        return False
    editor.show_caret(cursor)
    return True


# ------------------------------------------------------------------ keys that change something

_Key = Callable[[EditableBody], bool]


def _changing(key: _Key) -> _Key:
    """Leave a key to Qt while the body is only to be read."""
    return lambda editor: not editor.isReadOnly() and key(editor)


def _enter(editor: EditableBody) -> bool:
    if editor.textCursor().hasSelection() and not remove(editor):
        return True
    if editor.document().characterCount() >= MOST_IN_BODY:
        editor.refuse(TOO_MUCH)
        return True
    cursor = editor.textCursor()
    paragraphs.break_paragraph(cursor)
    editor.show_caret(cursor)
    return True


def _edge(editor: EditableBody, act: Callable[[QTextCursor], paragraphs.Edge]) -> bool:
    if editor.textCursor().hasSelection():
        return remove(editor) or True
    cursor = editor.textCursor()
    result = act(cursor)
    if result is paragraphs.Edge.TOO_LONG:
        editor.refuse(TOO_LONG)
    elif result is paragraphs.Edge.DONE:
        editor.show_caret(cursor)
    return result is not paragraphs.Edge.INSIDE


def _backspace(editor: EditableBody) -> bool:
    return _edge(editor, paragraphs.backspace)


def _delete(editor: EditableBody) -> bool:
    return _edge(editor, paragraphs.delete)


def _tab(editor: EditableBody, step: int) -> bool:
    cursor = editor.textCursor()
    table = table_of(cursor)
    if table is not None:
        moved = next_cell(cursor, table, step, may_add=not editor.isReadOnly())
        editor.show_caret(cursor)
        return moved
    if editor.isReadOnly():
        return False
    if cursor.atBlockStart() or cursor.hasSelection():
        reshape(cursor, deeper if step > 0 else shallower)
    elif step > 0:
        return _type(editor, " ")
    return True


# ------------------------------------------------------------------ words


def _step(editor: EditableBody, cursor: QTextCursor, step: int) -> None:
    """Move a cursor's position to the next or the last word, keeping its anchor."""
    block = cursor.block()
    text = block.text()
    at = from_units(text, cursor.positionInBlock())
    if at == (len(text) if step > 0 else 0):
        moves = QTextCursor.MoveOperation
        cursor.movePosition(moves.NextCharacter if step > 0 else moves.PreviousCharacter, _KEEP)
        return
    found = editor.words.after(text, at) if step > 0 else editor.words.before(text, at)
    position = to_units(text, found)
    layout = block.layout()
    while not layout.isValidCursorPosition(position):
        position += step
    cursor.setPosition(block.position() + position, _KEEP)


def _word(step: int, *, keep: bool) -> _Key:
    def move(editor: EditableBody) -> bool:
        cursor = editor.textCursor()
        _step(editor, cursor, step)
        if not keep:
            cursor.clearSelection()
        editor.show_caret(cursor)
        return True

    return move


def _delete_word(step: int) -> _Key:
    def delete(editor: EditableBody) -> bool:
        cursor = editor.textCursor()
        edge = cursor.atBlockEnd() if step > 0 else cursor.atBlockStart()
        if cursor.hasSelection() or edge:
            _edge(editor, paragraphs.delete if step > 0 else paragraphs.backspace)
            return True
        _step(editor, cursor, step)
        editor.setTextCursor(cursor)
        remove(editor)
        return True

    return delete


_KEYS: dict[tuple[int, int], _Key] = {
    (modifiers.value, key.value): action
    for modifiers, key, action in (
        (_NONE, Qt.Key.Key_Return, _changing(_enter)),
        (_NONE, Qt.Key.Key_Enter, _changing(_enter)),
        (_NONE, Qt.Key.Key_Backspace, _changing(_backspace)),
        (_SHIFT, Qt.Key.Key_Backspace, _changing(_backspace)),
        (_NONE, Qt.Key.Key_Delete, _changing(_delete)),
        (_NONE, Qt.Key.Key_Tab, lambda editor: _tab(editor, 1)),
        (_SHIFT, Qt.Key.Key_Backtab, lambda editor: _tab(editor, -1)),
        (_NONE, Qt.Key.Key_Backtab, lambda editor: _tab(editor, -1)),
        (_CONTROL, Qt.Key.Key_Right, _word(1, keep=False)),
        (_CONTROL, Qt.Key.Key_Left, _word(-1, keep=False)),
        (_CONTROL | _SHIFT, Qt.Key.Key_Right, _word(1, keep=True)),
        (_CONTROL | _SHIFT, Qt.Key.Key_Left, _word(-1, keep=True)),
        (_CONTROL, Qt.Key.Key_Backspace, _changing(_delete_word(-1))),
        (_CONTROL, Qt.Key.Key_Delete, _changing(_delete_word(1))),
    )
}
