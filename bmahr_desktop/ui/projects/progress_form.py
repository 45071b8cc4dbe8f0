"""A report on a project as a form; what nobody knows stays unknown."""

import datetime
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.accounts import spent_since, standing_reports
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.projects.schedule import done_by_steps
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.progress import amend_report
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.money_field import MoneyField
from bmahr_desktop.ui.fields.percent_field import PercentField
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.ledger_model import UNKNOWN, money_shown
from bmahr_desktop.ui.projects.progress_proposal import Proposed
from bmahr_desktop.ui.projects.progress_results import ResultsField
from bmahr_desktop.ui.projects.progress_wording import ON_PLAN, ON_TARGET, STAGES
from bmahr_desktop.ui.projects.steps_model import exact_share
from bmahr_desktop.ui.records.body_field import BodyField
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.wording import choices

_BODY_HEIGHT = 220


class ProgressForm(RecordForm):
    """Date, stage, body, percent, money, standing, results. F6 takes what is proposed.

    Attributes:
        body: The stage in words.
        percent, spent: With what finished steps and the ledger propose.
    """

    operation = staticmethod(amend_report)
    body_kept = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.PROGRESS, parent)
        self.setObjectName("progress_form")
        self._open = False
        self._project: Project | None = None
        self.body = BodyField(desk, self)
        self.body.bar.leave_statements_out()
        self.body.setMinimumHeight(_BODY_HEIGHT)
        self.body.editor.setAccessibleName(worded(msg("What was done")))
        self.body.kept.connect(self.body_kept)
        self.planned = QLabel(self)
        self.planned.setObjectName("progress_planned")
        set_tone(self.planned, Role.MUTED)
        self.results = ResultsField(self)
        self._make_fields()
        self._lay_out()
        self.amended.connect(lambda _: self._propose())

    def _make_fields(self) -> None:
        date = DateField()
        date.setObjectName("progress_date")
        self.date = Labelled(msg("Date of the report"), date, parent=self)
        self.bind_typed("date", self.date, date)
        self.stage = self._choice("stage", msg("Stage of the work"), STAGES)
        percent, spent = PercentField(), MoneyField()
        percent.setObjectName("progress_percent")
        spent.setObjectName("progress_spent")
        for field in (percent, spent):
            field.line.setPlaceholderText(worded(UNKNOWN))
        percent_row = Labelled(msg("Progress of the work (%)"), percent, parent=self)
        spent_row = Labelled(msg("Spent since the report before (baht)"), spent, parent=self)
        self.bind_typed("percent", percent_row, percent)
        self.bind_typed("spent", spent_row, spent)
        self.percent = Proposed(percent_row, percent, "progress_percent", self)
        self.spent = Proposed(spent_row, spent, "progress_spent", self)
        self.on_plan = self._choice("on_plan", msg("Against the plan"), ON_PLAN)
        self.on_target = self._choice("on_target", msg("Against the target"), ON_TARGET)
        results = self.results
        self.bind(Entry("results", results.show_results, results.commit, None, results.forget,
                        results.set_read_only))  # fmt: skip
        results.edited.connect(lambda value: self.keep("results", value))

    def _choice(self, name: str, label: Message, names: Any) -> Labelled[ChoiceField]:
        field = ChoiceField(choices(names))
        field.setObjectName(f"progress_{name}")
        row = Labelled(label, field, parent=self)
        self.bind_choice(name, row, field)
        return row

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.date, 0, 0)
        grid.addWidget(self.stage, 0, 1)
        grid.addWidget(QLabel(worded(msg("What was done")), self), 1, 0, 1, 2)
        grid.addWidget(self.body, 2, 0, 1, 2)
        grid.addWidget(self.percent, 3, 0)
        grid.addWidget(self.spent, 3, 1)
        grid.addWidget(self.planned, 4, 0, 1, 2)
        grid.addWidget(self.on_plan, 5, 0)
        grid.addWidget(self.on_target, 5, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(grid)
        head = QLabel(worded(msg("Results of the indicators")), self)
        font = head.font()
        font.setWeight(font.Weight.DemiBold)
        head.setFont(font)
        column.addWidget(head)
        column.addWidget(self.results)

    # ------------------------------------------------------------ what it shows

    def show_report(self, read: Read | None, project: Project | None, *, may_change: bool) -> None:
        """Show a report.

        Args:
            read: The report; None for none.
            project: The project that it is on.
            may_change: Whether it can be changed: the newest one, or a correction being made.
        """
        self._project, self._open = project, may_change
        self.results.set_indicators(project.indicators if project else ())
        if read is not None:
            self.body.show_body(Kind.PROGRESS, read, "")
        self.show_record(read)
        self._propose()

    def set_project(self, project: Project) -> None:
        """Take the project as it stands now, for what is proposed."""
        self._project = project
        self._propose()

    def _lock(self) -> None:
        """Let a report be changed only while it is the newest, or a correction being made."""
        locked = not self._open
        self.set_read_only(locked)
        for proposed in (self.percent, self.spent):
            proposed.set_read_only(locked)
        self.body.editor.setReadOnly(locked)

    def show_field(self, name: str) -> None:
        """Show what the record holds, and what is proposed beside it."""
        super().show_field(name)
        if name in ("percent", "spent", "date"):
            self._propose()

    def write_field(self, field: str, value: Any) -> None:
        """Write a field; with another day comes another share of the plan.

        Raises:
            Refused, StaleText: As the desk.
        """
        super().write_field(field, value)
        if field == "date":
            read = self._desk.read(records.read, Kind.PROGRESS, self._record.uid, shallow=True)
            planned = read.record.planned
            self._record = msgspec.structs.replace(self._record, planned=planned)

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field of the report."""
        if name == "body":
            self.body.editor.setFocus()
            return
        entry = self._entries.get(name)
        target: QWidget = entry.row.field if entry and entry.row else self.results
        target.setFocus()

    def flush(self) -> bool:
        """Keep everything that is typed."""
        kept = self.body.flush()
        return super().flush() and kept

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.body.drop_unkept()
        super().drop_unkept()

    def forget(self) -> None:
        """Show nothing, before another project is shown."""
        self.show_record(None)
        self.body.forget_documents()

    def _propose(self) -> None:
        report: Progress | None = self.record
        project, day = self._project, report.date if report else None
        if report is None or project is None or day is None or not self._open:
            nothing = None
            self.percent.propose(nothing, _by_steps)
            self.spent.propose(nothing, _by_ledger)
        else:
            self.percent.propose(done_by_steps(project.steps, day), _by_steps)
            self.spent.propose(self._by_ledger(project, report, day), _by_ledger)
        planned = exact_share(report.planned) if report else ""
        words = msg("Planned until then: {percent} %", percent=planned)
        unknown = msg("Planned until then: {percent}", percent=worded(UNKNOWN))
        self.planned.setText(said(words if planned else unknown))

    @staticmethod
    def _by_ledger(project: Project, report: Progress, day: datetime.date) -> int | None:
        if not project.ledger:
            return None
        before = [
            one.date
            for one in standing_reports(project.progress)
            if one.number < report.number and one.date
        ]
        return spent_since(project.ledger, before[-1] if before else None, day)


def _by_steps(percent: int) -> Message:
    return msg("Finished steps make {percent} %", percent=exact_share(percent))


def _by_ledger(amount: int) -> Message:
    return msg("The ledger tells {amount} baht", amount=money_shown(amount))
