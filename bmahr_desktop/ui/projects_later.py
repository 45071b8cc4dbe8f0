"""The tab of the projects, made when it is first wanted: starting is no place for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.ui.window import PROJECTS, MainWindow

if TYPE_CHECKING:
    from bmahr_desktop.ui.background import Errands
    from bmahr_desktop.ui.desk import Desk
    from bmahr_desktop.ui.fields.line import CleanLine
    from bmahr_desktop.ui.memory import Memory
    from bmahr_desktop.ui.projects.forms_work import FormsWork
    from bmahr_desktop.ui.projects.making import ProjectsMaking
    from bmahr_desktop.ui.projects.work import ProjectsWork


class ProjectsLater(QObject):
    """Stands for the tab of the projects, whether it was made yet or not."""

    open_wanted = Signal(str)
    """Emitted with the uid of a record elsewhere that is to be opened at its place."""
    import_wanted = Signal(object)
    """Emitted with a file whose records are to be compared and brought in."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        errands: Errands,
        memory: Memory,
        papers: Errands | None = None,
    ) -> None:
        """Stand ready.

        Args:
            window: The window.
            desk: The door to the records.
            errands: Where a year is read.
            memory: Where one was.
            papers: The thread in which papers are set.
        """
        super().__init__(window)
        self._window, self._desk, self._errands, self._memory = window, desk, errands, memory
        self._papers = papers
        self._work: ProjectsWork | None = None
        self._making: ProjectsMaking | None = None
        self._forms: FormsWork | None = None

    def work(self) -> ProjectsWork:
        """Return the projects at work; they are loaded by the first call."""
        if self._work is None:
            from bmahr_desktop.ui.projects.making import ProjectsMaking  # noqa: PLC0415
            from bmahr_desktop.ui.projects.tab import ProjectsTab  # noqa: PLC0415
            from bmahr_desktop.ui.projects.work import ProjectsWork  # noqa: PLC0415

            foot = self._window.foot
            tab = ProjectsTab(self._desk, self._errands, self._window, papers=self._papers)
            self._window.fill(PROJECTS, tab)
            self._work = ProjectsWork(tab, self._desk, self._errands, foot, self._memory)
            self._work.open_wanted.connect(self.open_wanted)
            self._making = ProjectsMaking(self._work, self._desk, foot)
            self._serve(self._work)
            self._memory.set_shares(tab)
        return self._work

    def _serve(self, work: ProjectsWork) -> None:
        """Give the tab its checks and its forms."""
        from bmahr_desktop.ui.projects.forms_work import FormsWork  # noqa: PLC0415

        threads = (self._errands, self._papers or self._errands)
        self._forms = FormsWork(work, self._desk, threads, self._window.foot, self._memory)
        self._forms.files.import_wanted.connect(self.import_wanted)

    def is_made(self) -> bool:
        """Tell whether the tab was wanted yet."""
        return self._work is not None

    def refresh(self) -> None:
        """Show the projects as they are now; to be called when they are looked at."""
        self.work().refresh()

    def search(self) -> CleanLine:
        """Return the line in which projects are searched."""
        work = self.work()
        if work.tab.overview.isHidden():
            work.show_overview()
        return work.tab.overview.filters.search

    def toggle_list(self) -> None:
        """Turn between the whole year and the project that is chosen."""
        self.work().toggle_overview()

    def make_project(self) -> None:
        """Turn to the projects and ask for a new one."""
        self._window.tabs.setCurrentIndex(PROJECTS)
        self.work()
        if self._making is not None:
            self._making.begin()

    def go_to(self, uid: str) -> bool:
        """Open a project at one of its parts, or a filled form; return whether it is one."""
        from bmahr_desktop.operations.filled_forms import find_filled  # noqa: PLC0415
        from bmahr_desktop.operations.project_places import find_project_part  # noqa: PLC0415

        if self._desk.read(find_filled, uid) is not None:
            self.work()
            return self._forms is not None and self._forms.go_to(uid)
        if self._desk.read(find_project_part, uid) is None:
            return False
        work = self.work()
        self._window.tabs.setCurrentIndex(PROJECTS)
        return work.go_to(uid)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = self._forms is None or self._forms.flush()
        return (self._work is None or self._work.flush()) and kept

    def end(self) -> None:
        """Remember where one was."""
        if self._forms is not None:
            self._forms.end()
        if self._work is not None:
            self._work.remember()
