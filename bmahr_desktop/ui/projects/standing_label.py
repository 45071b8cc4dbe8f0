"""A short sentence on how something stands, with the icon of that state before it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bmahr_desktop.ui.look.icons import icon
from bmahr_desktop.ui.look.marks import State, icon_of, set_tone, text_role
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import announce

_SIDE = 16


class _Mark(QWidget):
    """The icon of a state; it may become that of another one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = State.NEUTRAL
        self.setFixedSize(_SIDE, _SIDE)

    def show_state(self, state: State) -> None:
        """Show the icon of a state."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colours of now."""
        painter = QPainter(self)
        icon(icon_of(self._state), text_role(self._state)).paint(painter, self.rect())
        painter.end()


class StandingLabel(QWidget):
    """Words in the colour of a state, its icon before them; hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = _Mark(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.state = State.NEUTRAL
        self.setVisible(False)

    def text(self) -> str:
        """Return the words; empty for nothing to say."""
        return self._words.text()

    def show_standing(self, state: State, words: str) -> None:
        """Say how it stands.

        Args:
            state: In which of the five ways.
            words: The sentence.
        """
        changed = words != self._words.text()
        self.state = state
        role = text_role(state)
        self._icon.show_state(state)
        set_tone(self._words, role)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(True)
        if changed and self.isVisible() and state is not State.NEUTRAL:
            announce(self, words)

    def clear_words(self) -> None:
        """Say nothing."""
        self._words.setText("")
        self.setVisible(False)
