import datetime

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.memory import Memory
from bmahr_desktop.ui.projects.making import ProjectsMaking
from bmahr_desktop.ui.projects.tab import ProjectsTab
from bmahr_desktop.ui.projects.work import ProjectsWork

TODAY = datetime.date(2025, 1, 10)
"""In the fiscal year 2568, as the project on file."""


class Projects:
    """The tab of the projects at work on a file, and short ways to what tests look at."""

    def __init__(self, qtbot, desk, memory):
        self.qtbot, self.desk = qtbot, desk
        self.window = QMainWindow()
        self.errands = Errands("projects", self.window)
        self.tab = ProjectsTab(desk, self.errands, self.window, lambda: TODAY)
        self.foot = Foot(self.window)
        self.window.setStatusBar(self.foot)
        self.window.setCentralWidget(self.tab)
        self.work = ProjectsWork(self.tab, desk, self.errands, self.foot, memory)
        self.making = ProjectsMaking(self.work, desk, self.foot)
        self.overview, self.pane, self.list = (
            self.tab.overview,
            self.tab.pane,
            self.tab.overview.list,
        )
        self.window.resize(1200, 700)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.refresh()

    def refresh(self):
        self.work.refresh()
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.errands.busy() and not self.work._soon.isActive())

    def section(self, kind):
        """The section turned to."""
        return self.pane.turn_to(kind)

    def project(self):
        """The open project as it is on file."""
        return self.desk.read(records.read, Kind.PROJECT, self.pane.uid).record

    def names(self):
        """The names in the list, from top to bottom; headings of groups too."""
        model = self.list.rows
        found = []
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            found.append(index.data())
            found += [model.index(at, 0, index).data() for at in range(model.rowCount(index))]
        return found

    def end(self):
        self.pane.flush()
        self.errands.stop()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "window.ini")


@pytest.fixture
def desk(qapp, full_store):
    return Desk(full_store)


@pytest.fixture
def projects(qtbot, desk, memory):
    made = Projects(qtbot, desk, memory)
    yield made
    made.end()


@pytest.fixture
def focused():
    """What has the keyboard now."""
    return QApplication.focusWidget
