"""What the window tells: undo bars, empty places, errors in place, and decisions.

Nothing pops up by itself. A dialog asks only for a decision.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, IconLabel, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role

SHOWN_MS = 15_000
"""How long an undo bar stays."""

_BIG_ICON = 48
_ASK_WIDTH = 480


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something that appeared by itself."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class ErrorNote(QWidget):
    """What is wrong, in words, beside the field that it is about; hidden while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error_note")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_tone(self._label, Role.DANGER)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        mark = IconLabel(IconName.ALERT_TRIANGLE, Role.DANGER, ICON, self)
        mark.setFixedHeight(self.fontMetrics().height())
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.setVisible(False)

    def show_text(self, text: str) -> None:
        """Show what is wrong, already worded; an empty text hides the note."""
        changed = text != self._label.text()
        self._label.setText(text)
        self.setVisible(bool(text))
        if text and changed:
            announce(self, text)

    def text(self) -> str:
        """Return what is shown, empty when nothing is wrong."""
        return self._label.text()


class UndoBar(QFrame):
    """A bar at the foot of a pane: what was done, and a button that takes it back.

    It goes after `SHOWN_MS`, but not from under the mouse or the keyboard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo_bar")
        self.setProperty("look", "bar")
        self._undo: Callable[[], None] | None = None
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._button = QPushButton(icon(IconName.UNDO), worded(msg("Undo this")), self)
        self._button.setObjectName("undo_bar_undo")
        self._button.setAutoDefault(False)
        self._button.setShortcut("Alt+Z")
        self._button.setToolTip(worded(msg("Undo this (Alt+Z)")))
        self._button.clicked.connect(self._take_back)
        self._close = QToolButton(self)
        self._close.setObjectName("undo_bar_close")
        self._close.setIcon(icon(IconName.X))
        self._close.setAccessibleName(worded(msg("Close this bar")))
        self._close.setToolTip(worded(msg("Close this bar")))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._time_is_over)
        self.setVisible(False)

    def offer(self, message: Message, undo: Callable[[], None]) -> None:
        """Say what was done and offer to take it back, instead of what was offered before."""
        text = said(message)
        self._undo = undo
        self._label.setText(text)
        self._button.setAccessibleName(said(msg("Undo this: {done}", done=text)))
        self.setVisible(True)
        self._timer.start()
        announce(self, text)

    def dismiss(self) -> None:
        """Hide the bar; nothing is taken back."""
        self._timer.stop()
        self._undo = None
        self.setVisible(False)

    def text(self) -> str:
        """Return the sentence that was shown last."""
        return self._label.text()

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _time_is_over(self) -> None:
        if self.underMouse() or self._button.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.dismiss()


class EmptyState(QWidget):
    """What stands where nothing is yet: what belongs there, and the one next step."""

    next_step = Signal()
    """Emitted when the button is pressed."""

    def __init__(
        self,
        name: IconName,
        sentence: Message,
        step: Message | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Say what belongs here.

        Args:
            name: The icon over the sentence.
            sentence: What belongs here.
            step: The words of the button; without them there is no button.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._label = QLabel(said(sentence), self)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setMinimumWidth(23 * GRID)
        self.button = QPushButton(worded(step) if step else "", self)
        self.button.setObjectName("empty_state_step")
        self.button.setVisible(step is not None)
        emphasise(self.button, Emphasis.MAIN)
        self.button.clicked.connect(self.next_step)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(IconLabel(name, Role.MUTED, _BIG_ICON, self), 0, centre)
        column.addWidget(self._label)
        column.addWidget(self.button, 0, centre)
        column.addStretch(3)


@dataclass(frozen=True)
class Choice:
    """One way to decide.

    Attributes:
        label: What it does, as its button says: "Delete the item", never "OK".
        safe: Whether nothing is lost by it; Esc means it, and it has the keyboard first.
        danger: Whether something is lost by it.
    """

    label: Message
    safe: bool = False
    danger: bool = False


class DecisionDialog(QDialog):
    """Asks for one of several choices; `ask` is how to use it."""

    def __init__(
        self,
        question: Message,
        explanation: Message | None,
        choices: tuple[Choice, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("decision")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_ASK_WIDTH)
        self._safe = next((choice for choice in choices if choice.safe), None)
        self.chosen = self._safe
        danger = any(choice.danger for choice in choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(3 * GRID)
        column.addLayout(self._words(question, explanation, danger=danger))
        column.addStretch(1)
        column.addLayout(self._buttons(choices))
        self.ensurePolished()
        self.resize(_ASK_WIDTH, column.heightForWidth(_ASK_WIDTH))

    def _words(
        self, question: Message, explanation: Message | None, *, danger: bool
    ) -> QHBoxLayout:
        mark = IconName.ALERT_TRIANGLE if danger else IconName.HELP
        role = Role.DANGER if danger else Role.ACCENT
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(IconLabel(mark, role, 4 * GRID, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        row.addLayout(words, 1)
        asked = _selectable(said(question), self)
        font = asked.font()
        font.setBold(True)
        asked.setFont(font)
        words.addWidget(asked)
        self.setAccessibleName(asked.text())
        self.setWindowTitle(asked.text())
        if explanation is not None:
            told = _selectable(said(explanation), self)
            words.addWidget(told)
            self.setAccessibleDescription(told.text())
        words.addStretch(1)
        return row

    def _buttons(self, choices: tuple[Choice, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for number, choice in enumerate(choices, start=1):
            button = QPushButton(said(choice.label), self)
            button.setObjectName(f"decision_{number}")
            button.setMinimumWidth(12 * GRID)
            button.clicked.connect(lambda _checked=False, chosen=choice: self._choose(chosen))
            emphasise(button, Emphasis.DANGER if choice.danger else Emphasis.PLAIN)
            row.addWidget(button)
            if choice is self._safe:
                button.setDefault(True)
                button.setFocus()
        return row

    def _choose(self, choice: Choice) -> None:
        self.chosen = choice
        self.accept()


def _selectable(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def ask(
    parent: QWidget | None,
    question: Message,
    explanation: Message | None,
    *choices: Choice,
) -> Choice | None:
    """Ask for a decision and wait for it.

    Args:
        parent: The widget whose window is held meanwhile.
        question: What is to be decided, in one sentence.
        explanation: What it means, if the question does not say it.
        choices: The buttons from left to right; one of them should be safe.

    Returns:
        What was chosen; Esc, or closing the window, means the safe choice, or None without one.
    """
    dialog = DecisionDialog(question, explanation, choices, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen
