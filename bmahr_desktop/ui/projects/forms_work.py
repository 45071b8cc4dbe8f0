"""The forms at work in the tab of the projects: the checks beside, the window of forms, files."""

from PySide6.QtCore import QObject

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations.filled_forms import find_filled
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.memory import Memory
from bmahr_desktop.ui.projects.checks_pane import ChecksPane
from bmahr_desktop.ui.projects.forms_section import FormsSection
from bmahr_desktop.ui.projects.forms_window import FormsWindow
from bmahr_desktop.ui.projects.papers_files import ProjectFiles
from bmahr_desktop.ui.projects.work import ProjectsWork

_CHECKS = 34 * 8


class FormsWork(QObject):
    """Serves the open project with checks and with the window of forms.

    Attributes:
        checks: What does not add up in the open project, at its right.
        files: What goes out of the program, and comes back.
    """

    def __init__(
        self,
        work: ProjectsWork,
        desk: Desk,
        threads: tuple[Errands, Errands],
        foot: Foot,
        memory: Memory,
    ) -> None:
        """Serve the tab.

        Args:
            work: The projects at work.
            desk: The door to the records.
            threads: For long reads, and for papers.
            foot: Where the window says what it did.
            memory: Where sizes are remembered.
        """
        super().__init__(work)
        self._work, self._desk, self._memory = work, desk, memory
        self._errands, self._papers = threads
        self._window: FormsWindow | None = None
        self._served: set[int] = set()
        pane = work.pane
        self.checks = ChecksPane(desk, self._errands, pane, pane.around.today)
        pane.add_beside(self.checks, _CHECKS)
        pane.read.connect(lambda: self.checks.show_project(pane.uid))
        pane.turned.connect(self._on_turned)
        self.checks.go_wanted.connect(pane.open_at)
        self.checks.corrected.connect(work.tab.undo.offer)
        self.files = ProjectFiles(work, desk, self._papers, foot)
        self.files.forms_wanted.connect(self.open_window)

    # ------------------------------------------------------------ the window of forms

    def _on_turned(self, _row: int) -> None:
        section = self._work.pane.section
        if isinstance(section, FormsSection) and id(section) not in self._served:
            self._served.add(id(section))
            section.form_wanted.connect(self.go_to)
            section.blank_wanted.connect(self._blank)

    def _made(self) -> FormsWindow:
        if self._window is None:
            over = self._work.tab.window()
            today = self._work.pane.around.today
            self._window = FormsWindow(self._desk, self._errands, self._papers, over, today)
            self._window.place_wanted.connect(self._on_place)
            self._memory.place_window("forms", self._window)
            self._memory.set_shares(self._window)
        return self._window

    def open_window(self, project: str, form: str = "") -> None:
        """Open the window at the forms of a project, or at those of none.

        Args:
            project: The project's uid; "" for none.
            form: The uid of the form that is opened.
        """
        if not self._work.flush():
            return
        open_ = self._work.pane.project
        name = open_.name if open_ is not None and open_.uid == project else ""
        if form and (found := self._desk.read(find_filled, form)) is not None:
            project, name = found
        window = self._made()
        window.open_for(project, name, form)
        window.show()
        window.raise_()
        window.activateWindow()

    def go_to(self, uid: str) -> bool:
        """Open a filled form; return whether it is one."""
        found = self._desk.read(find_filled, uid)
        if found is None:
            return False
        self.open_window(found[0], uid)
        return True

    def _blank(self, form: str, edition: str) -> None:
        self._made().tools.export_blank(form, edition)

    def _on_place(self, project: str, kind: Kind, uid: str, field: str) -> None:
        """Open the place in a project that a form shows."""
        if self._work.open_project(project):
            window = self._work.tab.window()
            window.raise_()
            window.activateWindow()
            self._work.pane.open_at(Kind(kind), uid, field)

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed in the window of forms; return whether it could be."""
        return self._window is None or self._window.flush()

    def end(self) -> None:
        """Remember the sizes, and close the window."""
        if self._window is not None:
            self._memory.keep_window("forms", self._window)
            self._memory.keep_shares(self._window)
            if not self._window.flush():
                self._window.pane.drop_unkept()  # it was asked about before
            self._window.close()
