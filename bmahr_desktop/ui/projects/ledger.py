"""The money of a project: what was decided, and what follows from it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.accounts import balance
from bmahr_desktop.domain.projects.money import EventKind, LedgerEvent
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.projects.ledger_confirms import ConfirmsPopup
from bmahr_desktop.ui.projects.ledger_figures import LedgerFigures
from bmahr_desktop.ui.projects.ledger_model import CONFIRMS, LedgerModel
from bmahr_desktop.ui.projects.parts_editor import PartsEditor, Words
from bmahr_desktop.ui.projects.parts_table import PartsTable
from bmahr_desktop.ui.projects.sections import Around, Section

_NOTE = 5
_WORDS = Words(
    add=msg("Add a decision (Insert)"),
    empty=msg("Decisions on the money belong here: what was allotted, spent, returned, by which"
              " letter."),
    removed=msg("The decision was removed"),
    hint=msg("What is transferred away is negative, as -500. A letter that only names the sum of"
             " earlier ones tells them again and is not summed."),
    name="ledger",
)  # fmt: skip


class LedgerTable(PartsTable):
    """Decisions; in the last column a list of earlier ones drops down (Enter, Space)."""

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent, wide=_NOTE)
        self.setObjectName("ledger_table")
        self.setAccessibleName(worded(msg("Decisions on the money")))
        self.ledger = model
        self.popup = ConfirmsPopup(self)
        self.popup.chosen.connect(self._keep)
        self._row = -1

    def open_cell(self) -> None:
        """Open the field of a cell, or the list of earlier decisions."""
        if self.currentIndex().column() == CONFIRMS:
            self.open_confirms()
        else:
            super().open_cell()

    def open_confirms(self) -> None:
        """Let earlier decisions be ticked that this one only tells again."""
        at = self.currentIndex()
        event = self.ledger.part(at.row())
        if event is None or self.ledger.is_read_only():
            return
        self._row = at.row()
        place = self.viewport().mapToGlobal(self.visualRect(at).bottomLeft())
        self.popup.open_at(place, self.ledger.others(at.row()), event.confirms)

    def _keep(self, uids: object) -> None:
        self.ledger.choose(self._row, "confirms", uids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list by Space, too."""
        space = event.key() == Qt.Key.Key_Space and not event.modifiers()
        if space and self.currentIndex().column() == CONFIRMS:
            self.open_confirms()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the list by a double click, too."""
        if self.indexAt(event.position().toPoint()).column() == CONFIRMS:
            self.open_confirms()
        else:
            super().mouseDoubleClickEvent(event)


class LedgerPane(QWidget):
    """The ledger of one project under its sums."""

    def __init__(self, desk: Desk, undo: UndoBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_pane")
        self.model = LedgerModel(desk, self)
        self.figures = LedgerFigures(self)
        self.table = LedgerTable(self.model, self)
        self.editor = PartsEditor(self.table, _WORDS, _made, undo, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.figures)
        column.addWidget(self.editor, 1)
        self.model.changed.connect(self._show_sums)

    def show_project(self, uid: str | None) -> None:
        """Show the ledger of a project; None for none."""
        self.editor.show_owner(uid or "")
        self._show_sums()

    def _show_sums(self) -> None:
        self.figures.show_balance(balance(self.model.parts) if self.model.parts else None)


def _made(uid: str) -> LedgerEvent:
    return LedgerEvent(uid, EventKind.SPENT)


class LedgerSection(Section):
    """What was decided about a project's money."""

    title = msg("Money: decisions")
    kinds = frozenset({Kind.LEDGER_EVENT})
    fields = frozenset({"ledger"})

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.pane = LedgerPane(around.desk, around.undo, self)
        self.pane.table.cells.today = around.today
        self.column.addWidget(self.pane, 1)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether something is on file, and every decision has its day and amount."""
        known = (one.amount is not None and one.date is not None for one in project.ledger)
        return bool(project.ledger) and all(known)

    def show_project(self, uid: str | None) -> None:
        """Show the ledger of a project."""
        self.pane.show_project(uid)

    def flush(self) -> bool:
        """Keep what is typed."""
        return self.pane.editor.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.pane.editor.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field of a decision."""
        if kind is Kind.LEDGER_EVENT and self.pane.editor.go_to(uid, field):
            return True
        self.begin()
        return False

    def begin(self) -> None:
        """Put the keyboard into the table."""
        self.pane.editor.begin()
