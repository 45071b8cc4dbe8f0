"""A field for text of several lines, kept as it is typed."""

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from bmahr_desktop.ui.body.completion import Completion, put_plainly
from bmahr_desktop.ui.body.offers import Offers
from bmahr_desktop.ui.fields.pausing import Pausing

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Return a text with one sign at the end of each line, and nothing unprintable."""
    return _UNPRINTABLE.sub("", _BREAKS.sub("\n", text)).replace("\t", " ")


_SPARE = 2
"""With less Qt takes the last line for one that is not whole, and shows a scroll bar."""


class TextField(QPlainTextEdit):
    """Plain text that commits what is typed: after a pause, now and then without one, on leaving.

    Qt's undo goes back over what was committed, phrase by phrase.
    """

    committed = Signal(str)
    """Emitted with the text when it differs from what was committed or set before."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3, most: int = 0) -> None:
        """Make a field.

        Args:
            parent: The widget that it stands in.
            lines: So many lines high, at least.
            most: It grows with its text up to so many lines; 0 for no growing.
        """
        super().__init__(parent)
        self.setObjectName("text_field")
        self.setTabChangesFocus(True)
        self._lines, self._most = lines, most
        self._kept = ""
        self._completion: Completion | None = None
        self._pausing = Pausing(self)
        self._pausing.due.connect(self.commit)
        self.textChanged.connect(self._on_changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)

    def set_offers(self, offers: Offers | None) -> None:
        """Offer text modules and names while somebody types; nothing for None."""
        if self._completion is None:
            self._completion = Completion(self, put_plainly(self))
        self._completion.set_offers(offers)

    def waiting(self) -> bool:
        """Tell whether something typed is not committed yet."""
        return self._pausing.waiting()

    def set_text_quietly(self, text: str) -> bool:
        """Show a text without a signal.

        Returns:
            False, with nothing changed, while typing is not committed.
        """
        if self.waiting():
            return False
        self._kept = text
        if text != self.toPlainText():
            self.setPlainText(text)
            self._pausing.stop()
        return True

    def commit(self) -> None:
        """Commit what is typed, if anything is waiting."""
        self._pausing.stop()
        text = self.toPlainText()
        if text != self._kept:
            self._kept = text
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving; a menu over the field is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def go_to(self, offset: int) -> None:
        """Put the caret before a letter."""
        cursor = self.textCursor()
        before = self.toPlainText()[:offset]
        cursor.setPosition(len(before.encode("utf-16-le", "surrogatepass")) // 2)
        self.setTextCursor(cursor)
        self.setFocus()
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let undo go phrase by phrase: a space is a step of its own."""
        if event.text() == " " and not self.isReadOnly():
            cursor = self.textCursor()
            cursor.beginEditBlock()
            cursor.insertText(" ")
            cursor.endEditBlock()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text, cleaned."""
        if source.hasText():
            self.insertPlainText(cleaned(source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take nothing but text."""
        return source.hasText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where the text has more lines in another width; Qt does not tell of those."""
        super().resizeEvent(event)
        if self._most and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the text, between the fewest and the most lines."""
        wanted = self._lines
        if self._most:
            wanted = max(wanted, min(self._most, int(self.document().size().height())))
        return QSize(super().sizeHint().width(), self._height_of(wanted))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the fewest lines."""
        return QSize(120, self._height_of(self._lines))

    def _height_of(self, lines: int) -> int:
        frame = 2 * self.frameWidth() if self.frameShape() != QFrame.Shape.NoFrame else 0
        margin = 2 * int(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + margin + frame + _SPARE

    def _on_size(self) -> None:
        if self._most:
            self.updateGeometry()

    def _on_changed(self) -> None:
        if self.toPlainText() == self._kept:
            self._pausing.stop()
        else:
            self._pausing.on_typed()
