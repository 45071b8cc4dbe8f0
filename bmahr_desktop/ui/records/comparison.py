"""Two wordings beside each other, what differs struck out in one and underlined in the other."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QSplitter, QTextEdit, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.differences import Mark, Words, differences
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour

BESIDE_FROM = 64 * GRID
"""From this width on, the two stand beside each other; else one above the other."""

_ALIKE = msg("The words are the same; only their form differs, as bold type, levels or tables.")
_LEGEND = msg("Struck out: no longer there. Underlined: added.")


class Side(QWidget):
    """One of the two wordings, to be read and copied."""

    def __init__(self, heading: Message, hidden: Mark, parent: QWidget | None = None) -> None:
        """Make room for a wording.

        Args:
            heading: What stands over it.
            hidden: The marks that belong to the other side.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self._hidden = hidden
        self.heading = QLabel(worded(heading), self)
        set_tone(self.heading, Role.MUTED)
        self.text = QTextEdit(self)
        self.text.setObjectName(f"comparison_{hidden.value}")
        self.text.setAccessibleName(self.heading.text())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.heading)
        column.addWidget(self.text, 1)

    def show_words(self, words: list[Words]) -> None:
        """Show a wording, and go to the first place that differs."""
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        first = -1
        for one in words:
            if one.mark is self._hidden:
                continue
            if one.mark is not Mark.SAME and first < 0:
                first = cursor.position()
            cursor.insertText(one.text, _looks(one.mark))
        cursor.setPosition(max(first, 0))
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()


class Comparison(QWidget):
    """Shows how one wording differs from another."""

    def __init__(self, before: Message, after: Message, parent: QWidget | None = None) -> None:
        """Make room for two wordings.

        Args:
            before: What stands over the first.
            after: What stands over the second.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self._words: list[Words] = []
        self.before = Side(before, Mark.NEW, self)
        self.after = Side(after, Mark.GONE, self)
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.before)
        self._both.addWidget(self.after)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        set_tone(self.note, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._both, 1)
        column.addWidget(self.note)

    def show_texts(self, before: str, after: str) -> None:
        """Show two wordings, with what differs."""
        self._words = differences(before, after)
        self.note.setText(worded(_LEGEND if before != after else _ALIKE))
        self._show()

    def _show(self) -> None:
        self.before.show_words(self._words)
        self.after.show_words(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn as the room allows."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._both.orientation() is not wanted:
            self._both.setOrientation(wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of the other scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show()


def _looks(mark: Mark) -> QTextCharFormat:
    looks = QTextCharFormat()
    match mark:
        case Mark.GONE:
            looks.setFontStrikeOut(True)
            _paint(looks, colour(Role.DANGER), colour(Role.DANGER_SOFT))
        case Mark.NEW:
            looks.setFontUnderline(True)
            _paint(looks, colour(Role.DONE), colour(Role.DONE_SOFT))
        case Mark.SAME:
            pass
    return looks


def _paint(looks: QTextCharFormat, ink: QColor, ground: QColor) -> None:
    looks.setForeground(ink)
    looks.setBackground(ground)
