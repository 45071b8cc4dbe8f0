"""The files that belong to a project."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import project_files
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.ui.projects.progress_files import ProgressFiles
from bmahr_desktop.ui.projects.sections import Around, Section


class ProjectFiles(ProgressFiles):
    """Lists the files of a project itself."""

    list_files: Callable[..., tuple[AttachmentLine, ...]] = staticmethod(
        project_files.list_of_project
    )
    attach_file: Callable[..., Changes] = staticmethod(project_files.attach_to_project)


class FilesSection(Section):
    """เอกสารแนบ of the project; those of its reports stand with them."""

    title = msg("Files of the project")
    kinds = frozenset({Kind.ATTACHMENT})

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.files = ProjectFiles(self.desk, around.errands, around.undo, self)
        self.column.addWidget(self.files)
        self.column.addStretch(1)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether there is a file."""
        return bool(project.attachments)

    def show_project(self, uid: str | None) -> None:
        """Show the files of a project."""
        self.files.show_report(uid or "")
