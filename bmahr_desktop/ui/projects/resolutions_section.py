"""The resolutions that have to do with a project."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import project_links, records
from bmahr_desktop.operations.links import LinkLine
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.citing.search import ResolutionSearch
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState, ErrorNote
from bmahr_desktop.ui.projects.sections import Around, Section

_SEARCH_HEIGHT = 28 * GRID
_SHOWN = frozenset({Kind.LINK, Kind.RESOLUTION, Kind.MATTER, Kind.ITEM, Kind.MEETING})


class ResolutionsSection(Section):
    """มติที่เกี่ยวข้อง. Keys: Enter opens, Insert adds, Delete removes."""

    title = msg("Resolutions concerned")
    roomy = True

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._project = ""
        self.lines: tuple[LinkLine, ...] = ()
        self.none = EmptyState(
            IconName.GAVEL,
            msg("No resolution is linked to this project yet. A resolution that is opens from here"
                " at its place, and the project from there."),
            msg("Find a resolution"),
            self,
        )  # fmt: skip
        self.list = QListWidget(self)
        self.list.setObjectName("project_resolutions")
        self.list.setAccessibleName(worded(self.title))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.add = QPushButton(icon(IconName.LINK), worded(msg("Link a resolution…")), self)
        self.add.setObjectName("project_resolution_add")
        self.add.setAutoDefault(False)
        self.search = ResolutionSearch(self.desk, around.errands, self)
        self.search.setMinimumHeight(_SEARCH_HEIGHT)
        self.search.hide()
        self.note = ErrorNote(self)
        self.column.addWidget(self.none, 1)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.search, 1)
        self.column.addWidget(self.note)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.none.next_step.connect(self.begin_search)
        self.add.clicked.connect(self.begin_search)
        self.list.itemDoubleClicked.connect(lambda _: self.open_chosen())
        self.search.taken.connect(self._on_taken)
        self.search.given_up.connect(self.leave)
        self.desk.changed.connect(self._on_changed)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell that nothing is missing: many projects concern no committee."""
        return True

    # ------------------------------------------------------------ what it shows

    def show_project(self, uid: str | None) -> None:
        """Show the resolutions that concern a project."""
        self._project = uid or ""
        self.search.hide()
        self.note.show_text("")
        self.read_again()

    def read_again(self) -> None:
        """Read the resolutions again."""
        read = project_links.read_links_of_project
        try:
            self.lines = tuple(self.desk.read(read, self._project)) if self._project else ()
        except OutOfReach:
            return
        row = self.list.currentRow()
        self.list.clear()
        for one in self.lines:
            item = QListWidgetItem(icon(IconName.GAVEL), _worded(one))
            item.setToolTip(one.text)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, len(self.lines) - 1)))
        self._show_parts()

    def _show_parts(self) -> None:
        searching = not self.search.isHidden()
        self.none.setVisible(not self.lines and not searching)
        self.list.setVisible(bool(self.lines))
        self.add.setVisible(bool(self.lines) and not searching)

    # ------------------------------------------------------------ what is done

    def begin(self) -> None:
        """Put the keyboard into the list, or on the way to link one."""
        (self.list if self.lines else self.none.button).setFocus()

    def begin_search(self) -> None:
        """Let a resolution be found to link."""
        self.search.show()
        self._show_parts()
        self.search.open_fresh(None)

    def leave(self) -> None:
        """Link none after all."""
        self.search.hide()
        self._show_parts()
        self.begin()

    def open_chosen(self) -> None:
        """Open the chosen resolution at its place."""
        row = self.list.currentRow()
        if 0 <= row < len(self.lines):
            self.open_wanted.emit(self.lines[row].opens)

    def remove(self) -> None:
        """Remove the chosen link; it can be put back."""
        row = self.list.currentRow()
        if not 0 <= row < len(self.lines):
            return
        uid = self.lines[row].uid
        if self._tried(records.remove, Kind.LINK, uid):
            self.begin()
            self.around.undo.offer(msg("The link was removed"), lambda: self._put_back(uid))

    def _put_back(self, uid: str) -> None:
        self._tried(records.restore, Kind.LINK, uid)

    def _on_taken(self, line: ResolutionLine) -> None:
        if self._tried(project_links.link_to_project, line.uid, self._project):
            self.search.hide()
            self.read_again()
            self.list.setFocus()

    def _tried(self, operation: Callable[..., Changes], *args: object) -> bool:
        try:
            self.desk.write(self, operation, *args)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return False
        self.note.show_text("")
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open, add or remove by a key of the list."""
        if watched is self.list and isinstance(event, QKeyEvent):
            acts = {
                Qt.Key.Key_Return: self.open_chosen,
                Qt.Key.Key_Enter: self.open_chosen,
                Qt.Key.Key_Insert: self.begin_search,
                Qt.Key.Key_Delete: self.remove,
            }
            act = acts.get(Qt.Key(event.key()))
            if act is not None and event.type() is QEvent.Type.KeyPress:
                act()
                return True
        return super().eventFilter(watched, event)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _SHOWN and self._project:
            self.read_again()


def _worded(one: LinkLine) -> str:
    """Return a resolution on one line: which meeting, when, and what it is about."""
    date = format_date(one.date, DateStyle.SHORT_FULL_YEAR, digits_in_use()) if one.date else ""
    where = shown(f"{one.committee} {one.number}/{one.year} · {date}")
    about = dict.fromkeys(" ".join(words.split()) for words in (one.about, one.text))
    return " · ".join((where, *about))
