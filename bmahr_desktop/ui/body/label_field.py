"""The field in which the label of a paragraph is typed, over the paragraph itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit

from bmahr_desktop.domain.body import Numbering
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.fitness import fit_pasted
from bmahr_desktop.ui.body.formats import Shape, shape_of
from bmahr_desktop.ui.body.levels import Change, count_until, labelled, reshape
from bmahr_desktop.ui.body.typed_numbers import LONGEST_LABEL, same_number

_WIDTH = 128
_BESIDE = 28


class LabelField(QLineEdit):
    """Takes the label of the paragraph of the caret; Enter keeps it, Escape does not.

    An empty label is none, and the number that counting gives is counted again.
    """

    def __init__(self, editor: EditableBody) -> None:
        super().__init__(editor.viewport())
        self._editor = editor
        self._cursor = QTextCursor(editor.textCursor().block())
        self._done = False
        block = self._cursor.block()
        self.setObjectName("label_field")
        self.setAccessibleName(worded(msg("Number before the paragraph")))
        self.setToolTip(worded(msg("Enter keeps the number, Esc leaves it as it was")))
        self.setMaxLength(LONGEST_LABEL)
        self.setText(editor.body_document.labels.shown(block))
        self.selectAll()
        self._place()
        editor.verticalScrollBar().valueChanged.connect(self._finish)
        editor.document_shown.connect(self._close)

    def _place(self) -> None:
        editor = self._editor
        line = editor.cursorRect(self._cursor)
        height = self.sizeHint().height()
        width = max(_WIDTH, self.fontMetrics().horizontalAdvance(self.text()) + _BESIDE)
        left = max(4, line.left() - width - 4)
        self.setGeometry(left, line.center().y() - height // 2, width, height)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the label on Enter and Tab, leave it as it was on Escape."""
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Tab):
            self._finish()
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == keys.Key_Escape:
            self._close()
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the caret goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def _finish(self) -> None:
        if not self._done:
            block = self._cursor.block()
            label = fit_pasted(self.text()).strip()
            if label != self._editor.body_document.labels.shown(block):
                reshape(self._cursor, self._change(label))
            self._close()

    def _change(self, label: str) -> Change:
        block = self._cursor.block()
        level = shape_of(block.blockFormat()).level
        if level and same_number(count_until(block).peek(level), label):
            return lambda shape: Shape(shape.level, Numbering.AUTOMATIC)
        return labelled(label)

    def _close(self) -> None:
        if self._done:
            return
        self._done = True
        self._editor.document_shown.disconnect(self._close)
        self._editor.verticalScrollBar().valueChanged.disconnect(self._finish)
        self.hide()
        self.deleteLater()
