"""The reports on a project: a list, the chosen one as a form, versions of it compared."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import progress, records
from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, emphasise
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState, ErrorNote
from bmahr_desktop.ui.projects.parts_header import WordedHeader
from bmahr_desktop.ui.projects.progress_compared import ComparedVersions
from bmahr_desktop.ui.projects.progress_correcting import CorrectingLine
from bmahr_desktop.ui.projects.progress_files import ProgressFiles
from bmahr_desktop.ui.projects.progress_form import ProgressForm
from bmahr_desktop.ui.projects.progress_model import STAGE, ProgressModel, versions_of
from bmahr_desktop.ui.projects.sections import PROJECT_KINDS, Around, Section
from bmahr_desktop.ui.records.list_keys import ListKeys
from bmahr_desktop.ui.records.list_tools import removing, tool

if TYPE_CHECKING:
    import datetime

_SEEN = 5
_WIDTHS = (64, 92, 128, 96, 84, 112, 128)
_SMALLER = 0.92


class ProgressList(QTableView):
    """The reports that hold. Insert begins one, Enter goes into it, Delete removes the last."""

    def __init__(self, model: ProgressModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_list")
        self.setAccessibleName(worded(msg("Reports on the project")))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.setFont(font)
        header = WordedHeader(self)
        header.setFont(font)
        self.setHorizontalHeader(header)
        self.keys = ListKeys(self, alone=True)
        self.keys.watch(self)
        model.modelReset.connect(self.fit)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the stage the room that is left."""
        super().resizeEvent(event)
        rest = self.viewport().width() - sum(_WIDTHS)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width + (max(0, rest) if column == STAGE else 0))

    def fit(self) -> None:
        """Be as high as some rows."""
        count = max(1, min(self.model().rowCount(), _SEEN))
        head = max(self.horizontalHeader().sizeHint().height(), row_height())
        self.setFixedHeight(head + count * row_height() + 2 * GRID)


class ProgressSection(Section):
    """The reports on a project."""

    title = msg("Progress reports")
    kinds = frozenset({Kind.PROGRESS})
    fields = frozenset({"progress"})

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._today: Callable[[], datetime.date] = around.today
        self._owner = ""
        self._project: Project | None = None
        self._correcting: set[str] = set()
        self.model = ProgressModel(self)
        self.list = ProgressList(self.model, self)
        self.form = ProgressForm(around.desk, self)
        self.correcting = CorrectingLine(self)
        self.compared = ComparedVersions(self)
        self.files = ProgressFiles(around.desk, around.errands, around.undo, self)
        self.note = ErrorNote(self)
        self.new = QPushButton(
            icon(IconName.FILE_PLUS, Role.ON_MAIN), worded(msg("New report")), self
        )
        self.new.setObjectName("progress_new")
        self.new.setAccessibleName(self.new.text())
        self.new.setToolTip(worded(msg("Begins from the last report (Insert)")))
        self.new.setAutoDefault(False)
        emphasise(self.new, Emphasis.MAIN)
        self.empty = EmptyState(
            IconName.CHART_LINE,
            msg("Reports on the work belong here, one a month: how far it is, what was spent."),
            msg("Write the first report"),
            self,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        image, words, name, act = removing("progress", self.remove)
        away = tool(image, worded(words), name, self)
        away.clicked.connect(lambda: act())
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.new)
        row.addWidget(away)
        row.addStretch(1)
        self._inner = QWidget(self)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        for widget in (self.list, self.correcting, self.compared, self.form, self.files):
            column.addWidget(widget)
        column.addStretch(1)
        self.column.addWidget(self.note)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self._inner, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.add)
        self.empty.next_step.connect(self.add)
        self.list.keys.add_wanted.connect(self.add)
        self.list.keys.remove_wanted.connect(self.remove)
        self.list.keys.edit_wanted.connect(lambda: self.form.date.field.setFocus())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.correcting.wanted.connect(self.correct)
        self.desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether there is a report and every one tells its progress."""
        return bool(project.progress) and all(one.percent is not None for one in project.progress)

    def show_project(self, uid: str | None) -> None:
        """Show the reports on a project, the newest one first of all."""
        if (uid or "") != self._owner:
            self.form.forget()
            self._correcting.clear()
            self._owner = uid or ""
            self._project = None
        self._read_again()

    def chosen(self) -> Progress | None:
        """Return the report that is shown."""
        row = self.list.currentIndex().row()
        return self.model.reports[row] if 0 <= row < len(self.model.reports) else None

    def _read_again(self, wanted: str = "") -> None:
        """Read the project again; show a report, else the one that was shown, else the newest."""
        if not self._owner:
            self._fill(None, "")
            return
        try:
            project = self.desk.read(read_project, self._owner)
        except OutOfReach:
            return
        except Refused:
            project = None
        before = self.form.record
        self._fill(project, wanted or (before.uid if before else ""))

    def _fill(self, project: Project | None, wanted: str) -> None:
        self._project = project
        blocked = self.list.selectionModel().blockSignals(True)
        self.model.show_reports(project.progress if project else ())
        last = len(self.model.reports) - 1
        row = self.model.row_of(wanted)
        self.list.setCurrentIndex(self.model.index(row if row >= 0 else last, 0))
        self.list.selectionModel().blockSignals(blocked)
        self.empty.setVisible(last < 0)
        self._inner.setVisible(last >= 0)
        self.list.viewport().update()
        self.list.scrollTo(self.list.currentIndex())
        self._show_chosen()

    def _show_chosen(self) -> None:
        report, project = self.chosen(), self._project
        if report is None or project is None:
            self.form.show_report(None, None, may_change=False)
            self.files.show_report("")
            return
        shown = self.form.record
        if shown is not None and shown.uid == report.uid:
            self.form.set_project(project)
        newest = report.uid == self.model.reports[-1].uid
        may_change = newest or report.uid in self._correcting
        if shown is None or shown.uid != report.uid or self.form.is_read_only() is may_change:
            self._open(report.uid, may_change=may_change)
        self._tell(report, may_change=may_change)
        self.compared.show_versions(
            report, versions_of(report, project.progress), project.indicators
        )

    def _open(self, uid: str, *, may_change: bool) -> None:
        try:
            read = self.desk.read(records.read, Kind.PROGRESS, uid)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.note.show_text("")
        self.form.show_report(read, self._project, may_change=may_change)
        self.files.show_report(uid)
        self.files.set_read_only(not may_change)

    def _tell(self, report: Progress, *, may_change: bool) -> None:
        told: Message | None = None
        if not may_change:
            told = msg("An older report is only read: it tells how things were then.")
        elif report.corrects:
            told = msg("Corrected: {reason}", reason=report.reason)
        self.correcting.show_report(told, may_correct=not may_change)

    # ------------------------------------------------------------ doing

    def add(self) -> None:
        """Put the next report on file, begun from the last one, and go into it."""
        if not self._owner or not self.flush():
            return
        made = ""

        def operation(session: Any) -> Changes:
            nonlocal made
            changes, made = progress.add_report(session, self._owner, self._today())
            return changes

        if self._write(operation):
            self._read_again(made)
            self.form.date.field.setFocus()

    def correct(self, reason: str) -> None:
        """Make a new version of the report that is shown."""
        report = self.chosen()
        if report is None:
            return
        made = ""

        def operation(session: Any) -> Changes:
            nonlocal made
            changes, made = progress.correct_report(session, self._owner, report.uid, reason)
            return changes

        try:
            self.desk.write(self, operation)
        except Refused as refused:
            self.correcting.refuse(refused.messages[0])
            return
        self._correcting.add(made)
        self._read_again(made)
        self.form.date.field.setFocus()

    def remove(self) -> None:
        """Remove the last report; an older one is kept."""
        report = self.chosen()
        if report is None:
            return
        if report.uid != self.model.reports[-1].uid:
            self.note.show_text(worded(msg("Only the last report can be removed.")))
            return
        uid = report.uid
        self.form.flush()
        if self._write(records.remove, Kind.PROGRESS, uid):
            self._read_again()
            self.list.setFocus()
            words = msg("Report {number} was removed", number=report.number)

            def put_back() -> None:
                if self._write(records.restore, Kind.PROGRESS, uid):
                    self._read_again(uid)

            self.around.undo.offer(words, put_back)

    def _write(self, operation: Callable[..., Changes], *values: Any) -> bool:
        try:
            self.desk.write(self, operation, *values)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return False
        self.note.show_text("")
        return True

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and self._owner and changes.kinds & PROJECT_KINDS:
            self._read_again()

    # ------------------------------------------------------------ as a section

    def flush(self) -> bool:
        """Keep what is typed."""
        return self.form.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.form.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field of a report."""
        row = self.model.row_of(uid) if kind is Kind.PROGRESS else -1
        if row < 0:
            self.begin()
            return False
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.form.focus_field(field)
        return True

    def begin(self) -> None:
        """Put the keyboard into the list, or to the button that begins it."""
        at: QWidget = self.list if self.model.reports else self.empty.button
        at.setFocus(Qt.FocusReason.TabFocusReason)
