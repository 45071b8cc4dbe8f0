"""A report on a task, being written: kept as it is typed, like every form."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.follow_up import FollowUp, Report
from bmahr_desktop.domain.meeting import Assignment
from bmahr_desktop.domain.tasks import comes_back
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.follow_up import amend_report
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.follow_up.report_files import ReportFiles
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.list_tools import tool
from bmahr_desktop.ui.records.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReportForm(RecordForm):
    """Date, state, by whom, by which letter, what, and the files that came with it.

    Ctrl+Enter or Esc ends writing. A report in which nothing was written is none.
    """

    operation = staticmethod(amend_report)
    finished = Signal()
    """Emitted when it is to be shown as it reads."""
    remove_wanted = Signal(str)

    def __init__(self, desk: Desk, errands: Errands | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.REPORT, parent)
        self.setObjectName("report_form")
        self._task = ""
        self._by = ""
        self.text = TextField(self, lines=3, most=12)
        self.text.setObjectName("report_text")
        self.next_due = DateField()
        self.next_due.setObjectName("report_next_due")
        self.next_due.edited.connect(self._keep_next_due)
        self.next_row = Labelled(
            msg("Due again on"), self.next_due,
            hint=msg("It comes again: the task waits for the next time."), parent=self,
        )  # fmt: skip
        self.files = ReportFiles(desk, errands, self)
        self._lay_out()
        self.amended.connect(self._on_amended)

    def _lay_out(self) -> None:
        date = DateField()
        date.setObjectName("report_date")
        state = ChoiceField(list(wording.FOLLOW_UPS.items()))
        state.setObjectName("report_state")
        dated = DateField()
        dated.setObjectName("report_dated")
        by, number = WordField(), WordField()
        by.setObjectName("report_by")
        number.setObjectName("report_number")
        self.fields = (date, state, self.text, by, number, dated)
        rows = [
            Labelled(name, field, parent=self)
            for name, field in zip(
                (msg("Reported on"), msg("State"), msg("What was reported"), msg("Reported by"),
                 msg("Letter number"), msg("Letter dated")),
                self.fields,
                strict=True,
            )
        ]  # fmt: skip
        self.bind_typed("date", rows[0], date)
        self.bind_choice("state", rows[1], state)
        self.bind_text("text", rows[2], self.text)
        self.bind_text("by", rows[3], by)
        self.bind_text("number", rows[4], number)
        self.bind_typed("dated", rows[5], dated)
        column = QVBoxLayout(self)  # the pane is narrow: nothing stands beside anything
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        order: list[QWidget] = [rows[2], rows[1], self.next_row, rows[0], *rows[3:], self.files]
        for widget in order:
            column.addWidget(widget)
        fields = [one.field for one in order if isinstance(one, Labelled)] + [self.files.add]
        for before, after in pairwise(one.focusProxy() or one for one in fields):
            QWidget.setTabOrder(before, after)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.done = QPushButton(icon(IconName.CHECK), worded(msg("Finish (Ctrl+Enter)")), self)
        self.done.setObjectName("report_finish")
        self.done.setAutoDefault(False)
        self.done.clicked.connect(self.finished)
        away = tool(IconName.TRASH, worded(msg("Remove the report")), "report_remove", self)
        away.clicked.connect(lambda: self.remove_wanted.emit(self.record.uid))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.done)
        row.addWidget(away)
        row.addStretch(1)
        return row

    # ------------------------------------------------------------ what it shows

    def show_report(self, read: Read, task: Assignment) -> None:
        """Show a report on a task."""
        self._task, self._by = task.uid, task.assigned_to
        self.show_record(read)
        self.files.show_report(read.record.uid)
        self._show_next(task)

    def is_blank(self) -> bool:
        """Tell whether nothing was written yet."""
        report: Report | None = self.record
        if report is None:
            return False
        written = report.text or report.number or report.dated
        by = report.by if report.by != self._by else ""
        return not (written or by or self.text.toPlainText().strip()) and self.files.is_empty()

    def _show_next(self, task: Assignment) -> None:
        again = self.record is not None and FollowUp(self.record.state) is FollowUp.DONE
        again = again and comes_back(task)
        self.next_row.setVisible(again)
        if again:
            self.next_due.set_value(task.next_due)
            unknown = task.next_due is None
            self.next_row.show_error(
                msg("Say when it is due again, or end it.") if unknown else None
            )

    def _on_amended(self, name: str) -> None:
        if name in ("date", "state"):
            self._show_next(self._desk.read(records.read, Kind.ASSIGNMENT, self._task).record)

    def _keep_next_due(self, day: Any) -> None:
        try:
            kind = Kind.ASSIGNMENT
            self._desk.write(self, records.amend, kind, self._task, None, next_due=day)
        except Refused as refused:
            self.next_row.show_error(refused.messages[0])
            return
        self.next_row.show_error(None)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all of it is kept."""
        understood = self.record is None or self.next_row.isHidden() or self.next_due.commit()
        return super().flush() and understood

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End writing by Ctrl+Enter or Esc."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and control):
            self.finished.emit()
        else:
            super().keyPressEvent(event)
