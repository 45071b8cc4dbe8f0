"""Says that something unexpected happened, what became of what was typed, and asks how to go on."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop import __version__
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.logbook import as_text
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import IconLabel
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.rescue import Kept

_WIDTH = 560
_LEAST_LINES, _MOST_LINES = 2, 9
"""Of the details, on a low screen and on a high one."""
_ROOM = 6 * GRID
"""What the frame of the window needs of the screen."""


class UnexpectedDialog(QDialog):
    """What happened, in a few calm sentences; the details only for who wants them.

    Signals:
        leave: The program is to be closed.
    """

    leave = Signal()

    def __init__(
        self,
        error: BaseException,
        kept: Kept,
        log_file: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        """Tell of an exception.

        Args:
            error: What was raised.
            kept: What became of what was typed.
            log_file: Where it is written down; None if it could not be.
            parent: The window that it is told over.
        """
        super().__init__(parent)
        self.setObjectName("unexpected")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._error = error
        self._kept = kept
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(self._words(log_file))
        self._details = self._details_field()
        column.addWidget(self._details, 1)
        column.addLayout(self._buttons())
        self.ensurePolished()
        self.resize(_WIDTH, column.heightForWidth(_WIDTH))

    # ------------------------------------------------------------ its parts

    def _words(self, log_file: Path | None) -> QHBoxLayout:
        heading = worded(msg("Something unexpected happened"))
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        sentences = [said(one) for one in (*self._what(), *self._what_was_kept())]
        if log_file is not None:
            sentences.append(said(msg("It is written down in {file}.", file=str(log_file))))
        self._told = "\n".join(sentences)
        self.setAccessibleDescription(self._told)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        mark = IconLabel(IconName.INFO, Role.ACCENT, 4 * GRID, self)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        for number, text in enumerate((heading, *sentences)):
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if number == 0:
                font = label.font()
                font.setBold(True)
                label.setFont(font)
            words.addWidget(label)
        row.addLayout(words, 1)
        return row

    def _what(self) -> tuple[Message, ...]:
        """Return what happened; a refusal has words for it."""
        if isinstance(self._error, Refused):
            return self._error.messages
        return (msg("The program could not finish what it was doing. It was not your fault."),)

    def _what_was_kept(self) -> tuple[Message, ...]:
        if self._kept.on_file:
            return (msg("Everything you typed is saved."),)
        if self._kept.copy is not None:
            file = str(self._kept.copy)
            return (msg("What you typed could not all be saved. A copy is in {file}.", file=file),)
        return (
            msg(
                "What you typed could not all be saved. It still stands in the window: copy it"
                " from there before you close the program."
            ),
        )

    def _details_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self._all_details(), self)
        field.setObjectName("unexpected_details")
        field.setAccessibleName(worded(msg("Details of the fault")))
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setMinimumHeight(_LEAST_LINES * field.fontMetrics().lineSpacing())
        field.setVisible(False)
        return field

    def _all_details(self) -> str:
        """Return what helps who mends the program; what was typed only where it is not on file."""
        system = QLocale.system().name()
        head = f"{self._told}\n\nbmahr-desktop {__version__} ({system})\n{as_text(self._error)}"
        lost = not self._kept.on_file and self._kept.copy is None
        return f"{head}\n{self._kept.texts}" if lost else head

    def _buttons(self) -> QHBoxLayout:
        details = QPushButton(worded(msg("Show the details")), self)
        details.setObjectName("unexpected_show")
        details.setCheckable(True)
        details.toggled.connect(self._show_details)
        copy = QPushButton(icon(IconName.COPY), worded(msg("Copy the details")), self)
        copy.setObjectName("unexpected_copy")
        copy.clicked.connect(self._copy)
        self._copy_button = copy
        leave = QPushButton(worded(msg("Close the program")), self)
        leave.setObjectName("unexpected_leave")
        leave.clicked.connect(self._leave)
        go_on = QPushButton(worded(msg("Go on working")), self)
        go_on.setObjectName("unexpected_go_on")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (details, copy, leave, go_on):
            button.setAccessibleName(button.text())
            row.addWidget(button)
        row.insertStretch(2, 1)
        go_on.setFocus()
        return row

    # ------------------------------------------------------------ what it does

    def _show_details(self, wanted: bool) -> None:
        self._details.setVisible(wanted)
        column = self.layout()
        if column is None:
            return
        more = (_MOST_LINES - _LEAST_LINES) * self._details.fontMetrics().lineSpacing()
        height = column.heightForWidth(self.width()) + (more if wanted else 0)
        room = self.screen().availableGeometry()
        height = min(height, room.height() - _ROOM)
        self.resize(self.width(), height)
        self.move(self.x(), max(room.top(), min(self.y(), room.bottom() - height - _ROOM // 2)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copy_button.setText(worded(msg("Copied")))
        self._copy_button.setAccessibleName(self._copy_button.text())

    def _leave(self) -> None:
        self.accept()
        self.leave.emit()
