"""Differences that are meant, folded away with their reasons; and the line that notes one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.project_checks import Meant
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.checks_words import message_of
from bmahr_desktop.ui.projects.forms_folded import Folded

_LINES_EACH, _MOST_LINES = 5, 9


class ReasonLine(QWidget):
    """Asks why a difference is meant; Enter notes it, Esc lets it be."""

    noted = Signal(str)
    """Emitted with the reason."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason_line")
        self.field = CleanLine()
        self.field.setObjectName("reason_text")
        self.field.returnPressed.connect(self._note)
        self.row = Labelled(msg("Why it is meant so"), self.field, parent=self)
        keep = QPushButton(worded(msg("Note it")), self)
        keep.setObjectName("reason_note")
        keep.setAutoDefault(False)
        keep.clicked.connect(self._note)
        leave = QPushButton(worded(msg("Leave it")), self)
        leave.setObjectName("reason_leave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(keep)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.row)
        column.addLayout(buttons)

    def open_fresh(self) -> None:
        """Ask for a reason."""
        self.field.clear()
        self.row.show_error(None)
        self.show()
        self.field.setFocus()

    def _note(self) -> None:
        reason = self.field.text().strip()
        if not reason:
            self.row.show_error(msg("Write why the difference is meant."))
            return
        self.noted.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let it be on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class MeantList(QWidget):
    """What is meant so, with its reasons; folded until it is wanted."""

    again_wanted = Signal(str)
    """Emitted with the mark of what is to be told again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meant_differences")
        self._marks: list[str] = []
        self.list = QListWidget(self)
        self.list.setObjectName("meant_list")
        self.list.setAccessibleName(worded(msg("Differences that are meant")))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.again = QPushButton(icon(IconName.BELL), worded(msg("Tell it again")), self)
        self.again.setObjectName("meant_again")
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._again)
        inner = QWidget(self)
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GRID // 2)
        below.addWidget(self.list)
        below.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.fold = Folded("meant_fold", _counted(0), inner, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        self.show_meant(())

    def show_meant(self, meant: Sequence[Meant]) -> None:
        """Show differences with their reasons."""
        self._marks = [one.found.mark for one in meant]
        self.list.clear()
        for one in meant:
            reason = said(msg("Meant so: {reason}", reason=one.reason))
            words = f"{message_of(one.found)}\n{reason}"
            item = QListWidgetItem(icon(IconName.CHECK, Role.MUTED), words)
            item.setToolTip(words)
            self.list.addItem(item)
        if meant:
            self.list.setCurrentRow(0)
        self.fold.set_words(_counted(len(meant)))
        lines = min(_LINES_EACH * max(1, len(meant)), _MOST_LINES)
        self.list.setFixedHeight(lines * self.fontMetrics().lineSpacing() + GRID)
        self.setVisible(bool(meant))

    def _again(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._marks):
            self.again_wanted.emit(self._marks[row])


def _counted(count: int) -> Message:
    return msg("{count} that are meant so", count=count)
