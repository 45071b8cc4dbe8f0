"""The picture of a project: plan, progress and money, on the screen and on paper."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.project_papers import read_picture, set_picture
from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.ui.file_dialogs import file_name
from bmahr_desktop.ui.look.digits import digits_in_use
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.paper.window import PaperWindow, ReadyPaper
from bmahr_desktop.ui.projects.curve_view import CurveView
from bmahr_desktop.ui.projects.curve_words import is_planned, standing_words
from bmahr_desktop.ui.projects.sections import PROJECT_KINDS, Around, Section


class PictureSection(Section):
    """The progress of a project as a picture; nothing in it is typed."""

    title = msg("Picture of the progress")

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._owner = ""
        self._project: Project | None = None
        self._window: PaperWindow | None = None
        self.view = CurveView(self)
        self.standing = QLabel(self)
        self.standing.setObjectName("project_standing")
        self.standing.setWordWrap(True)
        words = worded(msg("Picture on paper…"))
        self.paper = QPushButton(icon(IconName.PRINTER), words, self)
        self.paper.setObjectName("project_picture_paper")
        self.paper.setAccessibleName(words)
        self.paper.setToolTip(worded(msg("One page with plan, progress and money, to print")))
        self.paper.setAutoDefault(False)
        self.paper.setVisible(around.papers is not None)
        self.paper.clicked.connect(self.show_paper)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.paper)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.standing)
        self.column.addWidget(self.view, 1)
        self.desk.changed.connect(self._on_changed)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether something is planned, and something reported to set against it."""
        return is_planned(project) and any(one.percent is not None for one in project.progress)

    def show_project(self, uid: str | None) -> None:
        """Show the picture of a project."""
        self._owner = uid or ""
        self._read_again()

    def show_paper(self) -> None:
        """Show the picture on paper in a window, where it is printed and taken along."""
        papers, project = self.around.papers, self._project
        if papers is None or project is None:
            return
        if self._window is None:
            self._window = PaperWindow(papers, self)
            self._window.buttons["word"].hide()  # a picture that Word could change is none
        title = worded(msg("Picture of the progress"))
        uid, today, digits = project.uid, self.around.today(), digits_in_use()
        self._window.show_ready(
            ReadyPaper(
                title,
                file_name(f"{title} {project.code or project.name}"),
                lambda: self.desk.read(read_picture, uid, today, digits),
                lambda read, progress: set_picture(read, lambda _: progress.check()),
                lambda _read, _out: None,
            )
        )

    def _read_again(self) -> None:
        if not self._owner:
            return
        try:
            project = self.desk.read(read_project, self._owner)
        except (OutOfReach, Refused):  # whoever shows the project says so
            return
        self._project = project
        self.view.show_project(project, self.around.today())
        self.standing.setText(standing_words(project, self.around.today()))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & (PROJECT_KINDS - {Kind.ATTACHMENT}) and self.isVisible():
            self._read_again()
