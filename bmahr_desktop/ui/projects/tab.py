"""The tab of the projects: the year at left, the open project at right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.projects.overview_pane import OverviewPane
from bmahr_desktop.ui.projects.pane import ProjectPane
from bmahr_desktop.ui.projects.sections import Around

_LIST = 38 * GRID
BOTH_FROM = 196 * GRID
"""From this width on the list stays beside an open project."""


class ProjectsTab(QWidget):
    """The overview takes all the room until a project is open; then it is a narrow list, or goes.

    Attributes:
        overview: The projects of the year.
        pane: The open project.
        undo: Takes back what was done last.
    """

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        parent: QWidget | None = None,
        today: Today = today_here,
        papers: Errands | None = None,
    ) -> None:
        """Make the tab; what it shows is up to `work.ProjectsWork`.

        Args:
            desk: The door to the records.
            errands: The thread for long reads.
            parent: The window.
            today: Tells what day it is.
            papers: The thread in which papers are set; without it none can be made.
        """
        super().__init__(parent)
        self.setObjectName("projects_tab")
        self.undo = UndoBar(self)
        self.overview = OverviewPane(self)
        self.pane = ProjectPane(Around(desk, errands, self.undo, today, papers), self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("projects_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.overview)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_LIST, 130 * GRID])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.undo)
        self.show_overview()

    def is_open(self) -> bool:
        """Tell whether a project is open beside the list."""
        return not self.pane.isHidden()

    def show_overview(self) -> None:
        """Give the year all the room."""
        self.pane.hide()
        self.overview.show()
        self.overview.set_narrow(False)

    def show_pane(self) -> None:
        """Show the open project; beside it a narrow list where there is room for both."""
        if self.is_open():
            return
        self.pane.show()
        self.overview.set_narrow(True)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list beside the project, or not, as there is room."""
        super().resizeEvent(event)
        if self.is_open():
            self._share()

    def _share(self) -> None:
        self.overview.setVisible(self.width() >= BOTH_FROM)
