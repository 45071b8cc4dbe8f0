"""Projects are made, continued in another year, removed and put back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import projects, records
from bmahr_desktop.thai.dates import fiscal_year
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.projects.work import ProjectsWork


class ProjectsMaking(QObject):
    """What can be done with whole projects, from the list and from over the open one."""

    def __init__(self, work: ProjectsWork, desk: Desk, foot: Foot) -> None:
        """Serve the tab.

        Args:
            work: The projects at work.
            desk: The door to the records.
            foot: Where the window says what could not be done.
        """
        super().__init__(work)
        self._work, self._desk, self._foot = work, desk, foot
        self._tab, self._pane = work.tab, work.pane
        overview, head = self._tab.overview, self._pane.head
        overview.list.remove_wanted.connect(self.remove)
        overview.next_year_wanted.connect(self.continue_in_next_year)
        overview.new_wanted.connect(self.begin)
        overview.new.wanted.connect(self._make)
        head.next_year_wanted.connect(lambda: self.continue_in_next_year(self._pane.uid))
        head.remove_wanted.connect(lambda: self.remove(self._pane.uid))

    def begin(self) -> None:
        """Ask for a new project of the year that is shown."""
        if not self._tab.overview.isVisible():
            self._work.show_overview()
        year = self._work.year or fiscal_year(self._pane.around.today())
        self._tab.overview.new.open_fresh(year)

    def _make(self, name: str, year: int, code: str) -> None:
        line = self._tab.overview.new
        made = ""

        def add(session: Any) -> Changes:
            nonlocal made
            changes, made = projects.add_project(session, name, year, code)
            return changes

        try:
            self._desk.write(self, add)
        except Refused as refused:
            line.show_fault(refused)
            line.code.setFocus()
            return
        line.clear()
        self._work.go_to(made)

    def continue_in_next_year(self, uid: str) -> None:
        """Make the project of the next year, begun as this one was planned, and open it."""
        if not self._work.may_leave():
            return
        made, year = "", 0

        def go_on(session: Any) -> Changes:
            nonlocal made, year
            year = projects.read_project(session, uid).year + 1
            changes, made = projects.continue_project(session, uid, year)
            return changes

        if not self._tried(go_on):
            return
        self._work.go_to(made)
        words = msg("The project goes on in the fiscal year {year}", year=shown(str(year)))

        def take_back() -> None:
            if self._tried(records.remove, Kind.PROJECT, made):
                self._work.go_to(uid)

        self._tab.undo.offer(words, take_back)

    def remove(self, uid: str) -> None:
        """Take a project away; it can be put back."""
        self._pane.flush()
        if not self._tried(records.remove, Kind.PROJECT, uid):
            return
        if uid == self._pane.uid:
            self._pane.drop_unkept()
            self._pane.show_project("")
            self._work.show_overview()

        def put_back() -> None:
            if self._tried(records.restore, Kind.PROJECT, uid):
                self._work.go_to(uid)

        self._tab.undo.offer(_removed(), put_back)

    def _tried(self, operation: Callable[..., Changes], *args: object) -> bool:
        try:
            self._desk.write(self, operation, *args)
        except Refused as refused:
            self._foot.tell(refused.messages[0])
            return False
        return True


def _removed() -> Message:
    return msg("The project was removed")
