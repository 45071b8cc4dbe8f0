"""The overview of a year: filters, the list, a line for a new project."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.fields.days import Today
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.projects.new_project import NewProjectLine
from bmahr_desktop.ui.projects.overview import OverviewList
from bmahr_desktop.ui.projects.overview_filters import OverviewFilters


class OverviewPane(QWidget):
    """What one opens a project from. It knows nothing of the file: lines are given to it.

    Attributes:
        filters: What is shown of the year.
        list: The projects.
        new: The line that asks for a new one.
        foot: Where others add their buttons, behind the first.
    """

    new_wanted = Signal()
    next_year_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_overview_pane")
        self.filters = OverviewFilters(self)
        self.list = OverviewList(self)
        self.new = NewProjectLine(self)
        self.add = QPushButton(icon(IconName.FILE_PLUS), worded(msg("New project")), self)
        self.add.setObjectName("project_add")
        self.add.setToolTip(worded(msg("New project (Ctrl+N)")))
        self.count = QLabel(self)
        self.count.setObjectName("project_count")
        set_tone(self.count, Role.MUTED)
        self.empty = EmptyState(
            IconName.CHART_GANTT,
            msg("No project is on file for this year yet. A project holds its proposal, its steps,"
                " its money and its reports; every form is made from it."),
            msg("New project"),
        )  # fmt: skip
        self._none = EmptyState(
            IconName.FILTER, msg("No project matches."), msg("Show all projects")
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for widget in (self.list, self.empty, self._none):
            self._stack.addWidget(widget)
        self.foot = foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.add)
        foot.addWidget(self.count, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self.new)
        column.addLayout(foot)
        self.setMinimumWidth(33 * GRID)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.filters.search.entered.connect(self.enter)
        self.list.sorted_by.connect(self.filters.sort)
        self.add.clicked.connect(self.new_wanted)
        self.empty.next_step.connect(self.new_wanted)
        self._none.next_step.connect(self.filters.show_everything)
        self.new.given_up.connect(self.list.setFocus)
        wanted = (
            ("list_open", msg("Open the project"), IconName.FOLDER_OPEN,
             lambda uid: self.list.opened.emit(uid)),
            ("list_next_year", msg("The project of the next year"), IconName.CALENDAR_PLUS,
             self.next_year_wanted.emit),
            ("list_remove", msg("Remove the project"), IconName.TRASH,
             lambda uid: self.list.remove_wanted.emit(uid)),
        )  # fmt: skip
        for name, words, image, act in wanted:
            action = QAction(icon(image), worded(words), self.list)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, act=act: self._act(act))
            self.list.addAction(action)

    def _act(self, act: object) -> None:
        if (uid := self.list.current()) and callable(act):
            act(uid)

    # ------------------------------------------------------------ what it shows

    def show_lines(self, lines: Sequence[ProjectLine], today: Today) -> None:
        """Show the projects of a year, narrowed as before."""
        self.list.show_lines(lines, today)
        self.filters.offer_units(self.list.rows.rows.units())
        self._filter()

    def show_wait(self) -> None:
        """Say that the year is being read."""
        self.count.setText(worded(msg("Reading…")))

    def set_narrow(self, narrow: bool) -> None:
        """Be a narrow list beside the open project, or the whole overview."""
        self.filters.set_narrow(narrow)
        self.count.setVisible(not narrow)
        self.list.set_narrow(narrow)

    def choose(self, uid: str) -> bool:
        """Choose a project of the year, whatever is filtered; return whether it is there."""
        if self.list.choose(uid):
            return True
        if all(one.uid != uid for one in self.list.rows.rows.lines):
            return False
        self.filters.show_everything()
        return self.list.choose(uid)

    def enter(self) -> None:
        """Put the keyboard into the list, on the first project where none is chosen."""
        if not self.list.current():
            self.list.choose_first()
        self.list.setFocus()

    def _filter(self) -> None:
        wanted = self.filters.wanted()
        self.list.show_wanted(wanted)
        shown_, whole = self.list.rows.count(), len(self.list.rows.rows.lines)
        self._stack.setCurrentWidget(
            self.empty if not whole else self.list if shown_ else self._none
        )
        self.count.setText(said(_counted(shown_, whole)))


def _counted(shown_: int, whole: int) -> Message:
    if shown_ == whole:
        return msg("{count:,} projects", count=whole)
    return msg("{shown:,} of {count:,} projects", shown=shown_, count=whole)
