"""An open project: its name, its sections at left, the one turned to in the middle."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.discrepancies import Discrepancy
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.records import Record, parts_of
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.contents import SECTIONS, section_of
from bmahr_desktop.ui.projects.head import ProjectHead
from bmahr_desktop.ui.projects.reading import ProjectReading
from bmahr_desktop.ui.projects.section_list import SectionList
from bmahr_desktop.ui.projects.sections import Around, Section


class ProjectPane(QWidget):
    """One project as a form. Ctrl+PgDown and Ctrl+PgUp (or Alt with ↓ ↑) turn the sections.

    Attributes:
        head: The name, and buttons for the whole project; others add theirs to `head.buttons`.
        sections: The classes of the sections, in their order.
        reading: The project as it stands, and what does not add up in it.
    """

    open_wanted = Signal(str)
    """Emitted with the uid of a record elsewhere that is to be opened at its place."""
    read = Signal()
    """Emitted when the project was read again: see `project` and `findings`."""
    turned = Signal(int)
    """Emitted with the number of the section that is shown now."""

    def __init__(
        self,
        around: Around,
        parent: QWidget | None = None,
        sections: tuple[type[Section], ...] = SECTIONS,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("project_pane")
        self.around, self.sections = around, sections
        self.uid = ""
        self._made: dict[type[Section], Section] = {}
        self._page_of: dict[type[Section], QWidget] = {}
        self.head = ProjectHead(self)
        self.reading = ProjectReading(around.desk, around.today, self)
        self.list = SectionList(sections, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(QWidget(self))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("project_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self._pages)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([30 * GRID, 90 * GRID])
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.splitter, 1)
        self._connect()

    def _connect(self) -> None:
        self.list.turned.connect(self._turn_to)
        self.reading.came.connect(self._on_read)
        self.head.open_wanted.connect(self.open_wanted)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            made = QShortcut(QKeySequence(key), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(lambda by=step: self.turn(by))

    # ------------------------------------------------------------ what it shows

    @property
    def project(self) -> Project | None:
        """The project as it was last read; None where none is open."""
        return self.reading.project

    @property
    def findings(self) -> tuple[Discrepancy, ...]:
        """What does not add up in the project and was not accepted as meant so."""
        return self.reading.findings

    @property
    def section(self) -> Section | None:
        """The section that is shown."""
        row = self.list.currentRow()
        return self._made.get(self.sections[row]) if 0 <= row < len(self.sections) else None

    def show_project(self, uid: str) -> None:
        """Show a project, in place of the one before; empty for none. Flush before it."""
        if uid == self.uid:
            return
        self.uid = uid
        for one in self._made.values():
            if one is not self.section:
                one.show_project(None)
        self.reading.turn_to(uid)
        if uid and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        elif self.section is not None:
            self.section.show_project(uid or None)

    def turn(self, by: int) -> None:
        """Turn to the next section or the one before, the keyboard in its first field."""
        row = self.list.currentRow() + by
        if 0 <= row < len(self.sections):
            self.list.setCurrentRow(row)
            if self.section is not None:
                self.section.begin()

    def turn_to(self, section: type[Section]) -> Section | None:
        """Turn to a section; return it."""
        self.list.setCurrentRow(self.sections.index(section))
        return self.section

    def open_at(self, kind: Kind, uid: str, field: str = "") -> bool:
        """Turn to the section that shows a record of the project, and put the keyboard there.

        Args:
            kind: Of which kind the record is.
            uid: The record.
            field: The field of it.

        Returns:
            Whether it is there.
        """
        if self.project is None or not self.sections:
            return False
        part = next((one for _, one in parts_of(self.project) if _uid(one) == uid), None)
        made = self.turn_to(section_of(kind, part, field, self.sections))
        return made is not None and made.go_to(kind, uid, field)

    def add_beside(self, pane: QWidget, width: int = 38 * GRID) -> None:
        """Put a pane at right of the form, as the one of the checks."""
        sizes = self.splitter.sizes()
        self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(self.splitter.count() - 1, 0)
        self.splitter.setSizes([*sizes, width])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the sections by Alt with an arrow, where it means nothing in the field itself."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = steps.get(Qt.Key(event.key()))
        if step is not None and held == Qt.KeyboardModifier.AltModifier:
            self.turn(step)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all is on file or safely held."""
        kept = [one.flush() for one in self._made.values()]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept in any section."""
        for one in self._made.values():
            one.drop_unkept()

    # ------------------------------------------------------------ turning

    def _turn_to(self, row: int) -> None:
        if not 0 <= row < len(self.sections):
            return
        self.flush()
        kind = self.sections[row]
        if kind not in self._made:
            self._put_in(kind)
        made = self._made[kind]
        made.show_project(self.uid or None)
        self._pages.setCurrentWidget(self._page_of[kind])
        self.turned.emit(row)

    def _put_in(self, kind: type[Section]) -> None:
        made = self._made[kind] = kind(self.around, self)
        made.open_wanted.connect(self.open_wanted)
        self._page_of[kind] = made if kind.roomy else _scrolling(made)
        self._pages.addWidget(self._page_of[kind])

    def _on_read(self) -> None:
        project = self.project
        if project is None:
            return
        self.head.show_project(project)
        counts = dict.fromkeys(self.sections, 0)
        parts = {_uid(one): one for _, one in parts_of(project)}
        for found in self.findings:
            at = section_of(found.kind, parts.get(found.uid), found.field, self.sections)
            counts[at] += 1
        complete = [one.is_complete(project) for one in self.sections]
        self.list.show_standing(complete, [counts[one] for one in self.sections])
        self.read.emit()


class SectionArea(QScrollArea):
    """Scrolls a section; Alt with an arrow is not for it, but turns the sections."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, but for keys of the pane."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _scrolling(made: Section) -> QScrollArea:
    area = SectionArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(made)
    return area


def _uid(record: Record) -> str:
    return str(getattr(record, "uid", ""))
