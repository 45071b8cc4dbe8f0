"""Bold, italic, underlined, digits as typed: changed by the user."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor

from bmahr_desktop.ui.body.editing import one_step, selected_blocks
from bmahr_desktop.ui.body.formats import COMPOSED, PICTURE, Style, style_of, text_format

_KEEP = QTextCursor.MoveMode.KeepAnchor


def has_style(cursor: QTextCursor, field: str) -> bool:
    """Tell whether all the selected text, or what would be typed, has a mark of `Style`."""
    if not cursor.hasSelection():
        return bool(getattr(style_of(cursor.charFormat()), field))
    styles = [style for _, _, style in _stretches(cursor)]
    return bool(styles) and all(getattr(style, field) for style in styles)


def restyle(cursor: QTextCursor, field: str, *, on: bool) -> None:
    """Give all the selected text a mark of `Style`, or take it away."""
    with one_step(cursor):
        for start, end, style in list(_stretches(cursor)):
            if getattr(style, field) is not on:
                part = QTextCursor(cursor.document())
                part.setPosition(start)
                part.setPosition(end, _KEEP)
                part.setCharFormat(text_format(style._replace(**{field: on})))


def _stretches(cursor: QTextCursor) -> Iterator[tuple[int, int, Style]]:
    """Yield the selected stretches of text in one style, by their positions."""
    whole = cursor.hasComplexSelection()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        at = block.position()
        for piece in block.textFormats():
            start, end = at + piece.start, at + piece.start + piece.length
            if not whole:
                start, end = max(start, first), min(end, last)
            if start < end and piece.format.objectType() not in (PICTURE, COMPOSED):
                yield start, end, style_of(piece.format)
