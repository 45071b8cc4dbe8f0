"""What stands over an open project: its name, how it stands, and what can be made of it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import CutLabel, State, StateChip, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.wording import PROJECT_LOOKS, PROJECT_STATES
from bmahr_desktop.ui.records.list_tools import tool


class ProjectHead(QWidget):
    """The name of a project, its state, and buttons for the whole of it.

    Attributes:
        buttons: Where others add their buttons, before the menu.
        menu: What can be done with the project; others add their actions.
    """

    open_wanted = Signal(str)
    overview_wanted = Signal()
    next_year_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_head")
        self.name = CutLabel(self)
        self.name.setObjectName("project_name")
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(font.Weight.DemiBold)
        self.name.setFont(font)
        self.about = CutLabel(self)
        self.about.setObjectName("project_about")
        set_tone(self.about, Role.MUTED)
        self.chip = StateChip(State.NEUTRAL, "", parent=self)
        words = worded(msg("The whole year (Ctrl+Shift+L)"))
        self.back = tool(IconName.ARROW_LEFT, words, "project_overview", self)
        self.back.setText(worded(msg("All projects")))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.clicked.connect(self.overview_wanted)
        self.menu = self._menu()
        self.more = QToolButton(self)
        self.more.setObjectName("project_menu_button")
        self.more.setIcon(icon(IconName.MORE_HORIZONTAL))
        self.more.setText(worded(msg("This project")))
        self.more.setAccessibleName(worded(msg("This project")))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.back)
        first.addWidget(self.name, 1)
        first.addLayout(self.buttons)
        first.addWidget(self.more)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self.chip)
        second.addWidget(self.about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(first)
        column.addLayout(second)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("project_menu")
        wanted: tuple[tuple[str, Message, IconName, SignalInstance], ...] = (
            ("project_next_year", msg("The project of the next year"), IconName.CALENDAR_PLUS,
             self.next_year_wanted),
            ("project_remove", msg("Remove the project"), IconName.TRASH, self.remove_wanted),
        )  # fmt: skip
        for name, words, image, signal in wanted:
            action = QAction(icon(image), worded(words), menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit())
            menu.addAction(action)
        return menu

    def show_project(self, project: Project) -> None:
        """Show which project it is."""
        self.name.setText(project.name)
        self.name.setToolTip(project.name)
        state = project.state
        self.chip.show_state(PROJECT_LOOKS[state], worded(PROJECT_STATES[state]))
        year = said(msg("fiscal year {year}", year=shown(str(project.year))))
        unit = " / ".join(project.offices)
        about = " · ".join(filter(None, (project.code, year, unit)))
        self.about.setText(about)
        self.about.setToolTip(about)
