"""The steps of a project: weights, months, when each was finished."""

import datetime
from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.projects.project import Project, Step
from bmahr_desktop.domain.projects.schedule import WHOLE, total_weight
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.projects.gantt_cells import legend
from bmahr_desktop.ui.projects.gantt_table import GanttTable
from bmahr_desktop.ui.projects.parts_editor import PartsEditor, Words
from bmahr_desktop.ui.projects.sections import Around, Section
from bmahr_desktop.ui.projects.steps_model import StepsModel

_WORDS = Words(
    add=msg("Add a step (Insert)"),
    empty=msg("The steps of the work belong here: what is done when, and how much of it all."),
    removed=msg("The step was removed"),
    hint=msg(
        "Draw over months with the mouse, or by keys: Space plans a month, Shift with ← → draws"
        " the bar on."
    ),
    name="step",
)


class StepsPane(QWidget):
    """The plan of one project, to be typed and drawn."""

    def __init__(
        self,
        desk: Desk,
        undo: UndoBar,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date] = today_here,
    ) -> None:
        """Make the pane.

        Args:
            desk: The door to the records.
            undo: Where a removal can be taken back.
            parent: The widget that it stands in.
            today: Tells where the line of today stands.
        """
        super().__init__(parent)
        self.setObjectName("steps_pane")
        self._desk = desk
        self.model = StepsModel(desk, self)
        self.table = GanttTable(self.model, self)
        self.table.gantt.today = today
        self.editor = PartsEditor(self.table, _WORDS, Step, undo, self)
        self.legend = QLabel(legend(), self)
        self.legend.setWordWrap(True)
        set_tone(self.legend, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.editor, 1)
        column.addWidget(self.legend)
        self.model.changed.connect(self._show_legend)
        desk.changed.connect(self._on_changed)

    def show_project(self, uid: str | None) -> None:
        """Show the steps of a project; None for none."""
        self.editor.show_owner(uid or "")
        self._show_year()
        self._show_legend()

    def _show_legend(self) -> None:
        self.legend.setVisible(bool(self.model.parts))

    def _show_year(self) -> None:
        if not self.model.owner:
            return
        try:
            read = self._desk.read(records.read, Kind.PROJECT, self.model.owner, shallow=True)
        except Refused:
            return
        self.model.set_year(read.record.year)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.wrote(Kind.PROJECT, self.model.owner):
            self._show_year()


class StepsSection(Section):
    """The steps of a project with their months."""

    title = msg("Steps and plan")
    kinds = frozenset({Kind.STEP})

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.pane = StepsPane(around.desk, around.undo, self, today=around.today)
        self.column.addWidget(self.pane, 1)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether the weights make a hundred and every step has its months."""
        steps = project.steps
        planned = all(one.months and one.weight is not None for one in steps)
        return bool(steps) and planned and total_weight(steps) == WHOLE

    def show_project(self, uid: str | None) -> None:
        """Show the steps of a project."""
        self.pane.show_project(uid)

    def flush(self) -> bool:
        """Keep what is typed."""
        return self.pane.editor.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.pane.editor.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field of a step."""
        name = f"months.{0}" if field == "months" else field
        if kind is Kind.STEP and self.pane.editor.go_to(uid, name):
            return True
        self.begin()
        return False

    def begin(self) -> None:
        """Put the keyboard into the table."""
        self.pane.editor.begin()
