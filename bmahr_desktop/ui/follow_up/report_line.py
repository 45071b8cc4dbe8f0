"""A report on a task as it reads in the log."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.follow_up import FollowUp, Report
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.follow_up.report_files import fill
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.attachments.copies import Copies
from bmahr_desktop.ui.records.list_tools import tool

_EDITS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReportLine(QFrame):
    """Date, letter, by whom, what, and the files. Keys: F2 or Enter edits, Delete removes."""

    edit_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(
        self,
        report: Report,
        files: Sequence[AttachmentLine],
        copies: Copies,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("report_line")
        self.setProperty("look", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.report, self.files = report, tuple(files)
        head = QLabel(head_of(report), self)
        set_tone(head, Role.MUTED)
        head.setWordWrap(True)
        text = QLabel(report.text, self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setVisible(bool(report.text))
        self.setAccessibleName(f"{head.text()} {report.text}".strip())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(head, 1)
        for name, words, object_name, act in (
            (IconName.PENCIL, msg("Edit the report (F2)"), "report_edit", self._edit),
            (IconName.TRASH, msg("Remove the report (Delete)"), "report_line_remove", self._remove),
        ):
            button = tool(name, worded(words), object_name, self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are those of the line
            button.clicked.connect(act)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(text)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        fill(rows, files, copies, self)
        column.addLayout(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit or remove the report by a key."""
        if event.key() in _EDITS:
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Edit the report."""
        self._edit()

    def _edit(self) -> None:
        self.edit_wanted.emit(self.report.uid)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.report.uid)


def head_of(report: Report) -> str:
    """Return when something was reported and how it stood; below it by which letter, by whom."""
    style, digits = DateStyle.SHORT_FULL_YEAR, digits_in_use()
    day = format_date(report.date, style, digits)
    lines = [f"{day}  ·  {worded(wording.FOLLOW_UPS[FollowUp(report.state)])}"]
    if report.number and report.dated:
        dated = format_date(report.dated, style, digits)
        lines.append(said(msg("letter {number} of {date}", number=report.number, date=dated)))
    elif report.number:
        lines.append(said(msg("letter {number}", number=report.number)))
    if report.by:
        lines.append(report.by)
    return shown("\n".join(lines))
