"""Projects out of the program and back: for the secretary, for Excel."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.project_sending import gather_sending, write_sending
from bmahr_desktop.operations.project_sheets import projects_workbook
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.ui.background import Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_folder, ask_where, ask_which, file_name
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.projects.forms_issuing import open_file
from bmahr_desktop.ui.projects.work import ProjectsWork

_Acts = tuple[tuple[str, Message, IconName, Callable[[], None]], ...]


class ProjectFiles(QObject):
    """Puts its commands into the menus of the tab, and does them."""

    forms_wanted = Signal(str)
    """Emitted with the project whose forms are to be shown; "" for those of none."""
    import_wanted = Signal(object)
    """Emitted with a file whose records are to be compared and brought in."""

    def __init__(self, work: ProjectsWork, desk: Desk, papers: Errands, foot: Foot) -> None:
        """Serve the tab.

        Args:
            work: The projects at work.
            desk: The door to the records.
            papers: The paper thread.
            foot: Where the window says what it did.
        """
        super().__init__(work)
        self._work, self._desk, self._papers, self._foot = work, desk, papers, foot
        self._add_to_menus()

    def _add_to_menus(self) -> None:
        head, overview = self._work.pane.head, self._work.tab.overview
        of_project: _Acts = (
            ("project_forms", msg("Forms and papers…"), IconName.FILE_TEXT,
             lambda: self.forms_wanted.emit(self._work.pane.uid)),
            ("project_send", msg("Send the project as a file…"), IconName.SEND, self.send),
        )  # fmt: skip
        first = head.menu.actions()[0] if head.menu.actions() else None
        for name, words, image, act in of_project:
            action = _action(name, words, image, act, head.menu)
            head.menu.insertAction(first, action) if first else head.menu.addAction(action)
        menu = QMenu(overview)
        menu.setObjectName("projects_files_menu")
        of_year: _Acts = (
            ("office_forms", msg("Forms of no project…"), IconName.FILE_TEXT,
             lambda: self.forms_wanted.emit("")),
            ("projects_to_excel", msg("Write the year for Excel…"), IconName.UPLOAD,
             self.export_workbook),
            ("projects_from_excel", msg("Bring in from Excel…"), IconName.DOWNLOAD,
             self.import_workbook),
        )  # fmt: skip
        for name, words, image, act in of_year:
            menu.addAction(_action(name, words, image, act, menu))
        button = QToolButton(overview)
        button.setObjectName("projects_files")
        button.setText(worded(msg("Forms and files")))
        button.setAccessibleName(button.text())
        button.setIcon(icon(IconName.FILE_TEXT))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        overview.foot.insertWidget(1, button)

    # ------------------------------------------------------------ out and in

    def send(self) -> None:
        """Write the papers of the open project and its data file into a folder."""
        uid = self._work.pane.uid
        if not uid or not self._work.flush():
            return
        folder = ask_folder(self._work.tab, msg("Send the project as a file"))
        if folder is not None:
            self.send_to(uid, folder)

    def send_to(self, uid: str, folder: Path) -> None:
        """Write the papers of a project and its data file into a folder."""

        def work(progress: Progress) -> Any:
            sending = self._desk.read(gather_sending, uid)
            files = write_sending(sending, folder, file_name, lambda _: progress.check())
            return files, sending.missing

        self._run(msg("Writing the project's papers and data…"), work, self._tell_sent)

    def _tell_sent(self, made: tuple[list[Path], tuple[Message, ...]]) -> None:
        files, missing = made
        words = msg("{count} files are written; mail them together: {folder}", count=len(files),
                    folder=files[-1].parent.name)  # fmt: skip
        told = " ".join([said(words), *(said(one) for one in missing)])
        self._foot.tell(verbatim(told), msg("Open the folder"), lambda: open_file(files[-1].parent))

    def export_workbook(self) -> None:
        """Write the year that is shown as a workbook."""
        if not self._work.flush():
            return
        year = self._work.year
        title = msg("projects {year}", year=shown(str(year))) if year else msg("all projects")
        name = f"{file_name(said(title))}.xlsx"
        out = ask_where(self._work.tab, msg("Write the year for Excel"), name,
                        msg("Workbooks"), "*.xlsx")  # fmt: skip
        if out is not None:
            self.write_workbook(out)

    def write_workbook(self, out: Path) -> None:
        """Write the year that is shown as a workbook."""
        year = self._work.year

        def work(_: Progress) -> Path:
            write_whole(out, self._desk.read(projects_workbook, year))
            return out

        self._run(msg("Writing the workbook…"), work, self._tell_written)

    def _tell_written(self, out: Path) -> None:
        self._foot.tell(
            msg("Written: {file}", file=out.name), msg("Open it"), lambda: open_file(out)
        )

    def import_workbook(self) -> None:
        """Choose a workbook, show what it would bring, and bring it in."""
        if not self._work.flush():
            return
        file = ask_which(self._work.tab, msg("Bring in from Excel"), msg("Workbooks"), "*.xlsx")
        if file is not None:
            self.import_wanted.emit(file)

    def _run(
        self, words: Message, work: Callable[[Progress], Any], then: Callable[[Any], None]
    ) -> None:
        def done(result: Any) -> None:
            self._foot.end_work()
            then(result)

        def failed(error: Exception) -> None:
            self._foot.end_work()
            if not isinstance(error, Refused):
                raise error
            self._foot.tell(error.messages[0])

        errand = self._papers.run(work, done, failed, context=self)
        self._foot.begin_work(words, errand.stop)


def _action(
    name: str, words: Message, image: IconName, act: Callable[[], None], parent: QWidget
) -> QAction:
    action = QAction(icon(image), worded(words), parent)
    action.setObjectName(name)
    action.triggered.connect(lambda _=False: act())
    return action
