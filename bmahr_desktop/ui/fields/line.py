"""A line of text that nothing unprintable gets into."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QWidget

_BREAKS = re.compile("[\t-\r\x85\u2028\u2029]+")
# Control characters, halves of a pair of surrogates, and what is no character at all.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Return a text as one line: ends of lines and tabs as one space, nothing unprintable."""
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text.strip("\t\n\v\f\r\x85\u2028\u2029")))


class _Cleaner(QValidator):
    """Cleans what comes in any way: dropped, by the middle button, from an input method."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Accept everything, cleaned."""
        if _BREAKS.search(text) or _UNPRINTABLE.search(text):
            text, at = cleaned(text), len(cleaned(text[:at]))
        return QValidator.State.Acceptable, text, at


class CleanLine(QLineEdit):
    """A line edit whose text is always clean; pasting keeps the history of undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(_Cleaner(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste cleaned text; the cleaner alone would clear the history of undo."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self.paste_clean()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual menu, whose Paste cleans too."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_clean)
        menu.popup(event.globalPos())

    def paste_clean(self) -> None:
        """Put in what the clipboard holds, cleaned."""
        if text := cleaned(QGuiApplication.clipboard().text()):
            self._part_undo()
            self.insert(text)
            self._part_undo()

    def _part_undo(self) -> None:
        """Let undo stop here: for Qt a moved cursor ends a step."""
        at = self.cursorPosition()
        if not self.hasSelectedText() and self.text():
            self.setCursorPosition(0 if at else 1)
            self.setCursorPosition(at)
