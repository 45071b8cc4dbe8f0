"""The forms of a project: those that were begun, and new ones."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.filled_forms import list_filled
from bmahr_desktop.thai.dates import fiscal_year
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.forms_list import FilledList
from bmahr_desktop.ui.projects.forms_new import NewFormBar
from bmahr_desktop.ui.projects.sections import Around, Section


class FormsSection(Section):
    """Lists the filled forms of a project; each opens in the window of forms."""

    title = msg("Forms and papers")
    kinds = frozenset({Kind.FORM})
    roomy = True

    form_wanted = Signal(str)
    """Emitted with the uid of a form that is to be opened."""
    blank_wanted = Signal(str, str)
    """Emitted with form and edition of a form that is to be filled in by hand."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._project = ""
        told = msg("Every form shows the project as it stands. A form keeps the edition that it was"
                   " begun with; Enter opens it.")  # fmt: skip
        self.told = QLabel(worded(told), self)
        self.told.setWordWrap(True)
        set_tone(self.told, Role.MUTED)
        self.list = FilledList(self)
        self.new = NewFormBar(self.desk, lambda: fiscal_year(around.today()), self)
        self.column.addWidget(self.told)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.new)
        self.list.entered_.connect(self.form_wanted)
        self.list.remove_wanted.connect(self._remove)
        self.new.begun.connect(self._on_begun)
        self.new.blank_wanted.connect(self.blank_wanted)
        self.desk.changed.connect(self._on_changed)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell that nothing is awaited here: forms are made when they are wanted."""
        return bool(project.uid)

    def show_project(self, uid: str | None) -> None:
        """List the forms of a project."""
        self._project = uid or ""
        if uid:
            self.new.show_project(uid)
        self._read()

    def _read(self) -> None:
        try:
            lines = self.desk.read(list_filled, self._project) if self._project else []
        except OutOfReach:
            return
        self.list.show_lines(lines)

    def _on_begun(self, uid: str) -> None:
        self._read()
        self.list.choose(uid)
        self.form_wanted.emit(uid)

    def _remove(self, uid: str) -> None:
        self.desk.write(self, records.remove, Kind.FORM, uid)
        self._read()

        def put_back() -> None:
            self.desk.write(self, records.restore, Kind.FORM, uid)
            self._read()
            self.list.choose(uid)

        self.around.undo.offer(msg("The form was removed"), put_back)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if Kind.FORM in changes.kinds and self._project:
            self._read()

    def begin(self) -> None:
        """Put the keyboard into the list, else to what begins a form."""
        if self.list.count():
            if not self.list.current():
                self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.new.form.setFocus()
