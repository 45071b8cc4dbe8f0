"""Correcting an older report: the reason is asked for in place, then a new version is made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CorrectingLine(QWidget):
    """Says that a report is only read, and lets it be corrected for a reason."""

    wanted = Signal(str)
    """Emitted with the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_correcting")
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        set_tone(self.told, Role.MUTED)
        self.button = QPushButton(icon(IconName.FILE_PEN), worded(msg("Correct the report…")), self)
        self.button.setObjectName("progress_correct")
        self.button.clicked.connect(self.ask)
        self.reason = CleanLine(self)
        self.reason.setObjectName("progress_reason")
        self.reason.setAccessibleName(worded(msg("Why the report is corrected")))
        self.reason.setPlaceholderText(self.reason.accessibleName())
        self.make = QPushButton(worded(msg("Make a corrected version")), self)
        self.make.setObjectName("progress_correct_make")
        self.make.clicked.connect(lambda: self.wanted.emit(self.reason.text()))
        self.leave = QPushButton(worded(msg("Leave it as it is")), self)
        self.leave.setObjectName("progress_correct_leave")
        self.leave.clicked.connect(self.give_up)
        self.note = ErrorNote(self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.told, 1)
        row.addWidget(self.reason, 2)
        for button in (self.button, self.make, self.leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.note)
        self._show(asking=False)

    def show_report(self, told: Message | None, *, may_correct: bool) -> None:
        """Say how it stands with a report.

        Args:
            told: Why it is only read, or why it was corrected; None for nothing.
            may_correct: Whether a correction can be made.
        """
        self.told.setText(said(told) if told else "")
        self._may = may_correct
        self.reason.clear()
        self.note.show_text("")
        self._show(asking=False)
        self.setVisible(may_correct or told is not None)

    def ask(self) -> None:
        """Ask for the reason."""
        self._show(asking=True)
        self.reason.setFocus()

    def give_up(self) -> None:
        """Ask no longer."""
        self.note.show_text("")
        self._show(asking=False)
        self.button.setFocus()

    def refuse(self, why: Message) -> None:
        """Say why no correction is made."""
        self.note.show_text(said(why))
        self.reason.setFocus()

    _may = False

    def _show(self, *, asking: bool) -> None:
        self.told.setVisible(not asking)
        self.button.setVisible(self._may and not asking)
        for widget in (self.reason, self.make, self.leave):
            widget.setVisible(asking)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the correction, Esc leaves it."""
        if self.reason.isVisible() and event.key() in _ENTER and self.reason.hasFocus():
            self.wanted.emit(self.reason.text())
        elif self.reason.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
