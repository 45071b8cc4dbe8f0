"""One line that asks who speaks; a new point begins with their name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.people.offers import SuggestedField


class SpeakerLine(QWidget):
    """Asks who speaks: Enter begins the point, with the name or without one; Esc goes back."""

    answered = Signal(str)
    """Emitted with the name, which may be empty."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speaker_line")
        self.field = SuggestedField(self)
        self.field.setObjectName("speaker")
        self.field.setAccessibleName(worded(msg("Who speaks (may stay empty)")))
        self.field.setPlaceholderText(worded(msg("Who speaks (may stay empty)")))
        self.field.returnPressed.connect(self._on_enter)
        self.field.offer.taken.connect(self._on_taken)
        label = QLabel(worded(msg("New point")), self)
        hint = QLabel(worded(msg("Enter begins it, Esc goes back")), self)
        set_tone(hint, Role.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.field, 1)
        row.addWidget(hint)
        self.hide()

    def ask(self, names: Sequence[str]) -> None:
        """Ask, offering the names of those who are there."""
        self.field.suggest(names)
        self.field.clear()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.field.offer.popup.isVisible():
            self.field.offer.popup.hide()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _on_enter(self) -> None:
        if not self.field.offer.marked():  # else Enter takes what is marked in the list
            self._answer(self.field.text())

    def _on_taken(self, name: object) -> None:
        self._answer(str(name))

    def _answer(self, name: str) -> None:
        if self.isHidden():
            return
        self.hide()
        self.answered.emit(name.strip())
