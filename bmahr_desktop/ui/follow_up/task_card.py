"""A task with its log: what is awaited above, what was reported below, newest first."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.follow_up import OPEN, FollowUp, Report
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.tasks import Standing
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import follow_up, records
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.follow_up.report_form import ReportForm
from bmahr_desktop.ui.follow_up.report_line import ReportLine
from bmahr_desktop.ui.follow_up.task_form import TaskForm
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.attachments.copies import Copies
from bmahr_desktop.ui.notices import ErrorNote

Files = dict[str, tuple[AttachmentLine, ...]]


class TaskCard(QFrame):
    """One task; a report that is being written stands in the place of its line."""

    removed = Signal(str, object)
    """Emitted with the uid of a report that was removed, and how the task stood with it."""
    file_removed = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        errands: Errands | None,
        parent: QWidget | None = None,
        *,
        today: Today = today_here,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("task_card")
        self._desk, self._errands, self._today = desk, errands, today
        self._read: Read | None = None
        self._files: Files = {}
        self.lines: list[ReportLine] = []
        self.task = TaskForm(desk, self, today=today)
        self.log = QPushButton(icon(IconName.FILE_PLUS), worded(msg("Log a report")), self)
        self.log.setObjectName("report_add")
        self.log.setAutoDefault(False)
        self.log.setToolTip(worded(msg("Log a report (Ctrl+Shift+R)")))
        self.log.clicked.connect(self.begin_report)
        self.note = ErrorNote(self)
        self.form: ReportForm | None = None
        self.copies = Copies(desk, self)
        self.copies.failed.connect(self.note.show_text)
        self._reports = QVBoxLayout()
        self._reports.setSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.task)
        column.addWidget(self.log, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        column.addLayout(self._reports)

    # ------------------------------------------------------------ what it shows

    @property
    def uid(self) -> str:
        """The uid of the task; empty where none is shown."""
        return self._read.record.uid if self._read else ""

    def is_writing(self) -> bool:
        """Tell whether a report is being written."""
        return self.form is not None and not self.form.isHidden()

    def show_task(self, read: Read, files: Files) -> None:
        """Show a task with its reports."""
        if read.record.uid != self.uid:
            self.finish()
            self.note.show_text("")
        self._read, self._files = read, files
        self.task.show_task(read)
        self._fill()

    def _fill(self) -> None:
        assert self._read is not None
        reports = self._read.record.reports
        written = self.form.record.uid if self.form is not None and self.is_writing() else ""
        shown = [(one.report, one.files) for one in self.lines]
        wanted = [
            (one, self._files.get(one.uid, ())) for one in reversed(reports) if one.uid != written
        ]
        if shown == wanted:
            return
        for line in self.lines:
            self._reports.removeWidget(line)
            line.deleteLater()
        self.lines = []
        for report, files in wanted:
            line = ReportLine(report, files, self.copies, self)
            line.edit_wanted.connect(self.edit_report)
            line.remove_wanted.connect(self.remove_report)
            self._reports.addWidget(line)
            line.show()  # else it could not take the keyboard yet
            self.lines.append(line)

    # ------------------------------------------------------------ writing

    def begin_report(self) -> None:
        """Log a report of today, and go to what was reported."""
        if self._read is None or not self.finish():
            return
        task = self._desk.read(records.read, Kind.ASSIGNMENT, self.uid).record
        state = FollowUp.UNDER_WAY if task.state in OPEN else task.state
        made = Report(uid=new_uid(), date=self._today(), by=task.assigned_to, state=state)
        try:
            self._desk.write(self, follow_up.add_report, self.uid, made)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.note.show_text("")
        self.edit_report(made.uid)

    def edit_report(self, uid: str) -> None:
        """Write on a report, in the place of its line."""
        if not self.finish():
            return
        form = self._form()
        read = self._desk.read(records.read, Kind.REPORT, uid)
        task = self._desk.read(records.read, Kind.ASSIGNMENT, self.uid)
        at = next((at for at, one in enumerate(self.lines) if one.report.uid == uid), 0)
        form.show_report(read, task.record)
        self._reports.insertWidget(at, form)
        form.show()
        self.show_task(task, self._files)
        form.text.setFocus()

    def _form(self) -> ReportForm:
        if self.form is None:
            self.form = ReportForm(self._desk, self._errands, self)
            self.form.hide()
            self.form.finished.connect(self._on_finished)
            self.form.remove_wanted.connect(self.remove_report)
            self.form.files.removed.connect(self.file_removed)
        return self.form

    def finish(self) -> bool:
        """End writing; a report in which nothing was written is taken away again.

        Returns:
            Whether all that was typed is kept; if not, the form stays open.
        """
        if self.form is None or not self.is_writing():
            return True
        if not self.form.flush():
            return False
        uid, blank = self.form.record.uid, self.form.is_blank()
        self._put_away(self.form)
        if blank:
            with suppress(Refused):
                self._desk.write(self, follow_up.remove_report, uid)
        self.read_again()
        return True

    def _put_away(self, form: ReportForm) -> None:
        form.hide()
        self._reports.removeWidget(form)
        form.files.show_report("")
        form.show_record(None)

    def _on_finished(self) -> None:
        uid = self.form.record.uid if self.form is not None else ""
        if self.finish():
            line = next((one for one in self.lines if one.report.uid == uid), None)
            (line or self.log).setFocus()

    def remove_report(self, uid: str) -> None:
        """Take a report away; it can be put back."""
        if self.is_writing() and self.form is not None and self.form.record.uid == uid:
            self.form.flush()
            self._put_away(self.form)
        task = self._desk.read(records.read, Kind.ASSIGNMENT, self.uid).record
        try:
            self._desk.write(self, follow_up.remove_report, uid)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.read_again()
        self.log.setFocus()
        self.removed.emit(uid, Standing(task.state, task.next_due))

    def read_again(self) -> None:
        """Read the task again, if it is still there."""
        with suppress(Refused):
            self.show_task(self._desk.read(records.read, Kind.ASSIGNMENT, self.uid), self._files)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all of it is kept."""
        kept = self.form.flush() if self.form is not None and self.is_writing() else True
        return self.task.flush() and kept
