"""How far a task has come: chosen by hand, with a few words where nothing was reported."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.follow_up import set_state
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField


class TaskState(QWidget):
    """A choice of the states; a task that is done without any report is asked how.

    The answer is kept as a report of today. Enter keeps it, Esc goes back to the state before.
    """

    changed = Signal()
    """Emitted when another state is on file."""

    def __init__(
        self,
        desk: Desk,
        task: Callable[[], str],
        parent: QWidget | None = None,
        *,
        today: Today = today_here,
    ) -> None:
        """Serve a form.

        Args:
            desk: The door to the records.
            task: Returns the uid of the task that the form shows; empty for none.
            parent: The form.
            today: Tells which day it is.
        """
        super().__init__(parent)
        self.setObjectName("task_state")
        self._desk, self._task, self._today = desk, task, today
        self.field = ChoiceField(list(wording.FOLLOW_UPS.items()))
        self.field.setObjectName("follow_up_state")
        self.field.chosen.connect(self._on_chosen)
        self.row = Labelled(msg("State"), self.field, parent=self)
        self.remark = _Remark()
        self.remark.setObjectName("follow_up_remark")
        self.remark.returnPressed.connect(self._keep_remark)
        self.remark.given_up.connect(self._go_back)
        self.ask = Labelled(
            msg("How was it done?"), self.remark, hint=msg("Enter keeps it, Esc goes back"),
            parent=self,
        )  # fmt: skip
        self.ask.hide()
        self._kept = FollowUp.WAITING
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self.ask)
        self.setFocusProxy(self.field)

    def show_state(self, state: FollowUp) -> None:
        """Show how far the task has come; a question that is open stays."""
        self._kept = FollowUp(state)
        if self.ask.isHidden():
            self.field.set_value(self._kept)

    def turn_away(self) -> bool:
        """Keep what is answered before another task is shown; an empty answer changes nothing.

        Returns:
            Whether nothing waits any longer.
        """
        if self.ask.isHidden():
            return True
        if self.remark.text().strip():
            self._keep_remark()
        else:
            self._go_back()
        return self.ask.isHidden()

    def _on_chosen(self, state: FollowUp) -> None:
        self.row.show_error(None)
        self.ask.hide()
        if not self._task():
            return
        try:
            self._write(FollowUp(state))
        except OutOfReach as refused:
            self._tell(refused)
        except Refused:
            self.ask.show()
            self.remark.clear()
            self.remark.setFocus()

    def _keep_remark(self) -> None:
        words = self.remark.text().strip()
        if not words:
            return
        try:
            self._write(FollowUp.DONE, words)
        except Refused as refused:
            self.ask.show_error(refused.messages[0])
            return
        self.ask.show_error(None)
        self.ask.hide()
        self.field.setFocus()
        self.show_state(self._kept)

    def _write(self, state: FollowUp, remark: str = "") -> None:
        self._desk.write(self, set_state, self._task(), state, remark, self._today())
        if not remark:
            self._kept = state
        self.changed.emit()

    def _tell(self, refused: Refused) -> None:
        self.row.show_error(refused.messages[0])
        self.field.set_value(self._kept)

    def _go_back(self) -> None:
        self.ask.hide()
        self.ask.show_error(None)
        self.field.set_value(self._kept)
        self.field.setFocus()


class _Remark(WordField):
    """A line that can be given up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
