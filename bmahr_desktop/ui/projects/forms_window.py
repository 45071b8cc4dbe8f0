"""The window of forms: the filled ones at left, one to fill in, its paper beside."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.filled_forms import list_filled, renew_form
from bmahr_desktop.thai.dates import fiscal_year
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.file_dialogs import file_name
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.paper.pane import PaperPane
from bmahr_desktop.ui.paper.window import ReadyPaper
from bmahr_desktop.ui.projects.checks_pane import ChecksPane
from bmahr_desktop.ui.projects.forms_answers import narrow
from bmahr_desktop.ui.projects.forms_folded import Folded
from bmahr_desktop.ui.projects.forms_list import FilledList
from bmahr_desktop.ui.projects.forms_new import NewFormBar
from bmahr_desktop.ui.projects.forms_pane import FilledFormPane
from bmahr_desktop.ui.projects.forms_places import place_of_key
from bmahr_desktop.ui.projects.forms_tools import FormsTools
from bmahr_desktop.ui.projects.papers_preview import FormPreview, ready_form
from bmahr_desktop.ui.records.leaving import leaves_unkept

_OF_PROJECT, _UNBOUND, _ALL = "project", "unbound", "all"


class FormsWindow(QWidget):
    """Forms of a project, or of the office. Keys: Ctrl+P, Ctrl+E, Ctrl+Shift+W, Ctrl+Shift+P."""

    place_wanted = Signal(str, object, str, str)
    """Emitted with the project, and kind, uid and field of a place in it that is to be opened."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        papers: Errands,
        parent: QWidget | None = None,
        today: Today = today_here,
    ) -> None:
        """Make the window.

        Args:
            desk: The door to the records.
            errands: Where checks are done.
            papers: The paper thread.
            parent: The window that it stands over.
            today: Tells which day it is.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("forms_window")
        self.setWindowTitle(worded(msg("Forms and papers")))
        self._desk, self._today = desk, today
        self._project = ""
        self.scope = narrow(ChoiceField())
        self.scope.setObjectName("forms_scope")
        self.scope.chosen.connect(lambda _: self._read())
        self.list = FilledList(self)
        self.new = NewFormBar(desk, lambda: fiscal_year(today()), self)
        self.begin = Folded("forms_new", msg("New form (Ctrl+N)"), self.new,
                            IconName.FILE_PLUS, self)  # fmt: skip
        self.undo = UndoBar(self)
        self.pane = FilledFormPane(desk, self.undo, self, today)
        self.checks = ChecksPane(desk, errands, self, today)
        self.paper = PaperPane(papers, self)
        self.preview = FormPreview(desk, papers, self.paper, self)
        self.tools = FormsTools(desk, papers, self._ready, self)
        self._lay_out()
        self._connect()
        self.tools.show_form("", "")
        self.resize(164 * GRID, 88 * GRID)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(GRID, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(Labelled(msg("Which forms"), self.scope, parent=left))
        column.addWidget(self.list, 2)
        column.addWidget(self.begin)
        column.addWidget(self.checks, 2)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("forms_splitter")
        self.splitter.setChildrenCollapsible(False)
        for at, (widget, stretch) in enumerate(((left, 0), (self.pane, 1), (self.paper, 1))):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(at, stretch)
        self.splitter.setSizes([38 * GRID, 62 * GRID, 64 * GRID])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tools)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.undo)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.entered_.connect(lambda _: self.pane.begin())
        self.list.remove_wanted.connect(self._remove)
        self.new.begun.connect(self._on_begun)
        self.new.blank_wanted.connect(self.tools.export_blank)
        self.tools.paper_wanted.connect(self.toggle_paper)
        self.pane.place_wanted.connect(self.place_wanted)
        self.pane.renew_wanted.connect(self._renew)
        self.checks.go_wanted.connect(self._go_to)
        self.paper.clicked_text.connect(self._on_paper)
        self.paper.print_wanted.connect(self.tools.print_it)
        self.paper.export_wanted.connect(self.tools.export_pdf)
        self.checks.corrected.connect(self.undo.offer)
        self.begin.unfolded.connect(self._on_begin)
        self._desk.changed.connect(self._on_changed)
        for key, act in (("Ctrl+W", self.close), ("Ctrl+N", self.begin.unfold)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # ------------------------------------------------------------ what it shows

    def open_for(self, project: str, name: str = "", form: str = "") -> None:
        """Show the forms of a project, or those without one; one of them opened where wanted.

        Args:
            project: The project's uid; "" for none.
            name: What it is called.
            form: The form's uid.
        """
        self._project = project
        scopes: list[tuple[object, Message]] = [
            (_UNBOUND, msg("of no project")),
            (_ALL, msg("all of the office")),
        ]
        if project:
            scopes.insert(0, (_OF_PROJECT, msg("of the project “{name}”", name=name)))
        self.scope.set_choices(scopes)
        self.scope.set_value(_OF_PROJECT if project else _UNBOUND)
        self._read()
        if form and not self.list.choose(form):
            self.scope.set_value(_ALL)
            self._read()
            self.list.choose(form)

    def _read(self) -> None:
        scope = self.scope.value()
        of_project = scope == _OF_PROJECT
        self.new.show_project(self._project if of_project else "")
        chosen = self._project if of_project else None
        try:
            lines = self._desk.read(list_filled, chosen, unbound=scope == _UNBOUND)
        except OutOfReach:
            return
        self.list.show_lines(lines, with_projects=scope == _ALL)

    def _on_chosen(self, uid: str) -> None:
        if uid == self.pane.uid:
            return
        if not self.pane.flush():
            if not leaves_unkept(self):
                self.list.choose(self.pane.uid)
                return
            self.pane.drop_unkept()
        self.pane.show_form(uid)
        self.preview.show_form(uid)
        self.checks.show_form(uid)
        record = self.pane.read.record if self.pane.read is not None else None
        self.tools.show_form(*((record.form, record.edition) if record else ("", "")))

    def toggle_paper(self) -> None:
        """Show the paper beside, or hide it to have its room."""
        self.paper.setVisible(self.paper.isHidden())
        self.preview.set_again()

    # ------------------------------------------------------------ begun, removed, gone on

    def _on_begin(self, wanted: bool) -> None:
        """Give what begins a form the room of the checks."""
        self.checks.setVisible(not wanted)
        if wanted:
            self.new.form.setFocus()

    def _on_begun(self, uid: str) -> None:
        self._read()
        self.list.choose(uid)
        self.begin.unfold(wanted=False)
        self.pane.begin()

    def _renew(self, uid: str) -> None:
        made = ""

        def renew(session: Any) -> Changes:
            nonlocal made
            changes, made = renew_form(session, uid)
            return changes

        self._desk.write(self, renew)
        self._on_begun(made)

    def _remove(self, uid: str) -> None:
        if not self.pane.flush():
            return
        self._desk.write(self, records.remove, Kind.FORM, uid)
        self._read()

        def put_back() -> None:
            self._desk.write(self, records.restore, Kind.FORM, uid)
            self._read()
            self.list.choose(uid)

        self.undo.offer(msg("The form was removed"), put_back)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if Kind.FORM in changes.kinds or Kind.PROJECT in changes.kinds:
            self._read()

    # ------------------------------------------------------------ places

    def _go_to(self, kind: object, uid: str, field: str) -> None:
        if kind == Kind.FORM:
            self.pane.go_to(field)
        elif self._shown_project():
            self.place_wanted.emit(self._shown_project(), kind, uid, field)

    def _shown_project(self) -> str:
        project = self.pane.read.material.project if self.pane.read is not None else None
        return project.uid if project is not None else ""

    def _on_paper(self, key: TextKey, _offset: int) -> None:
        if key.record == self.pane.uid:
            self.pane.go_to(key.part)
            return
        read = self.pane.read
        place = place_of_key(key, read.material.project) if read is not None else None
        if place is not None:
            self._go_to(*place)

    def _ready(self) -> ReadyPaper | None:
        """Return the paper of the form that is shown, once all that is typed is kept."""
        if not self.pane.flush() or self.pane.read is None:
            return None
        line = next((one for one in self.list.lines if one.uid == self.pane.uid), None)
        title = line.title if line is not None else ""
        about = line.project_name if line is not None else ""
        name = file_name(" ".join(filter(None, (title, about))))
        return ready_form(self._desk, self.pane.uid, title, name)

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.pane.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything is kept, or given up."""
        if not self.flush():
            if not leaves_unkept(self):
                event.ignore()
                return
            self.pane.drop_unkept()
        super().closeEvent(event)
