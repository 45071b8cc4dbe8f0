"""The projects at work: the year is read, a project opened and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import projects
from bmahr_desktop.operations.project_places import ProjectPlace, find_project_part
from bmahr_desktop.thai.dates import fiscal_year
from bmahr_desktop.ui.projects.sections import PROJECT_KINDS
from bmahr_desktop.ui.records.leaving import leaves_unkept

if TYPE_CHECKING:
    from bmahr_desktop.domain.projects.lines import ProjectLine
    from bmahr_desktop.ui.background import Errands
    from bmahr_desktop.ui.desk import Desk
    from bmahr_desktop.ui.foot import Foot
    from bmahr_desktop.ui.memory import Memory
    from bmahr_desktop.ui.projects.tab import ProjectsTab

_SOON_MS = 400
_ALL = -1


class ProjectsWork(QObject):
    """Brings the tab of the projects and the records together."""

    open_wanted = Signal(str)
    """Emitted with the uid of a record elsewhere that is to be opened at its place."""

    def __init__(
        self, tab: ProjectsTab, desk: Desk, errands: Errands, foot: Foot, memory: Memory
    ) -> None:
        """Bring them together.

        Args:
            tab: The tab.
            desk: The door to the records.
            errands: Where the year is read.
            foot: Where the window says what it did.
            memory: Where one was.
        """
        super().__init__(tab)
        self.tab, self.pane = tab, tab.pane
        self._desk, self._errands, self._foot, self._memory = desk, errands, foot, memory
        self.year: int | None = None
        self._stale, self._began, self._restored = True, False, False
        self._after = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        overview, head = self.tab.overview, self.pane.head
        overview.filters.year_chosen.connect(self.show_year)
        overview.list.opened.connect(self._on_opened)
        overview.list.chosen.connect(self._on_chosen)
        head.overview_wanted.connect(self.show_overview)
        self.pane.open_wanted.connect(self.open_wanted)
        self.pane.reading.gone.connect(self.show_overview)
        self._desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ the year

    def refresh(self) -> None:
        """Read the year again if anything in it changed; to be called when it is looked at."""
        if not self._began:
            self._begin()
        elif self._stale and self.tab.isVisible():
            self._read()

    def _begin(self) -> None:
        """Show the year that was shown last, and the project that was open."""
        self._began = True
        last = self._memory.number("projects/year")
        today = fiscal_year(self.pane.around.today())
        self.year = None if last == _ALL else last or self._desk.read(projects.usual_year, today)
        self._after = self._memory.text("projects/open")
        self.pane.list.setCurrentRow(self._memory.number("projects/section"))
        self._read()

    def show_year(self, year: int | None) -> None:
        """Show the projects of a fiscal year; None for all."""
        self.year = year
        self._read()

    def _read(self) -> None:
        self._stale = False
        self._soon.stop()
        year, today = self.year, self.pane.around.today()

        def work(_: object) -> tuple[list[int], list[ProjectLine]]:
            years = self._desk.read(projects.list_years)
            return years, self._desk.read(projects.list_projects, year, today)

        self.tab.overview.show_wait()
        self._errands.run(work, self._show, self._on_failed, "projects", context=self)

    def _show(self, found: tuple[list[int], list[ProjectLine]]) -> None:
        years, lines = found
        overview = self.tab.overview
        own = {fiscal_year(self.pane.around.today())} | ({self.year} if self.year else set())
        overview.filters.offer_years(sorted({*years, *own}, reverse=True), self.year)
        overview.show_lines(lines, self.pane.around.today)
        if not self._restored:
            self._restored = True
            overview.filters.restore(self._memory)
        after, self._after = self._after, ""
        if after and overview.choose(after):
            self.open_project(after)
        elif self.tab.is_open():
            overview.choose(self.pane.uid)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self._stale = True
        self._foot.tell(error.messages[0])

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & (PROJECT_KINDS | {Kind.UNIT}):
            self._stale = True
            self._soon.start()

    # ------------------------------------------------------------ the open project

    def _on_opened(self, uid: str) -> None:
        self.open_project(uid)
        if self.pane.section is not None:
            self.pane.section.begin()

    def _on_chosen(self, uid: str) -> None:
        if self.tab.is_open():
            self.open_project(uid)

    def open_project(self, uid: str) -> bool:
        """Open a project beside the list; return whether it is open then."""
        before = self.pane.uid
        if uid != before:
            if before and not self.may_leave():
                QTimer.singleShot(0, self, lambda: self.tab.overview.choose(before))
                return False
            self.pane.show_project(uid)
        self.tab.show_pane()
        self.tab.overview.choose(uid)
        return True

    def show_overview(self) -> None:
        """Give the year all the room; the project is kept first."""
        if self.may_leave():
            self.tab.show_overview()
            self.tab.overview.list.setFocus()

    def may_leave(self) -> bool:
        """Keep all that is typed; what cannot be kept goes only where that is wanted."""
        if not self.pane.flush():
            if not leaves_unkept(self.pane):
                return False
            self.pane.drop_unkept()
        return True

    def toggle_overview(self) -> None:
        """Turn between the whole year and the project that is chosen."""
        uid = self.tab.overview.list.current() or self.pane.uid
        if self.tab.is_open():
            self.show_overview()
        elif uid:
            self._on_opened(uid)

    def go_to(self, uid: str) -> bool:
        """Open the project that a record is, or is a part of, at its place."""
        place = self._desk.read(find_project_part, uid)
        if place is None:
            return False
        if not self.open_project(place.project):
            return True
        self._turn_to(place)
        if self.year not in (None, place.year) or not self._began:
            self._began = True
            self.show_year(place.year)
        return True

    def _turn_to(self, place: ProjectPlace) -> None:
        if place.kind is Kind.PROJECT:
            if self.pane.section is not None:
                self.pane.section.begin()
        else:
            self.pane.open_at(place.kind, place.uid)

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.pane.flush()

    def remember(self) -> None:
        """Remember where one was."""
        if not self._began:
            return
        self._memory.keep("projects/year", _ALL if self.year is None else self.year)
        self._memory.keep("projects/open", self.pane.uid if self.tab.is_open() else "")
        self._memory.keep("projects/section", self.pane.list.currentRow())
        self.tab.overview.filters.remember(self._memory)
