"""The office window: the standing records, a section for each kind."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.office.committees_pane import CommitteesPane
from bmahr_desktop.ui.office.modules_pane import ModulesPane
from bmahr_desktop.ui.office.people_pane import PeoplePane
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.office.templates_pane import TemplatesPane
from bmahr_desktop.ui.office.units_pane import UnitsPane

_SECTIONS = {
    Kind.PERSON: 0,
    Kind.UNIT: 1,
    Kind.COMMITTEE: 2,
    Kind.MEMBERSHIP: 2,
    Kind.TEMPLATE: 3,
    Kind.MODULE: 4,
}
_STAY = Choice(msg("Back to what is typed"), safe=True)
_CLOSE = Choice(msg("Close without it"), danger=True)


class OfficeWindow(QWidget):
    """People, units, committees, agenda templates and text modules of the office.

    It is shown beside the main window; what is typed in it is kept as everywhere.
    """

    _panes: tuple[RegisterPane[Any, Any], ...]

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, today: Today = today_here
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("office_window")
        self.setWindowTitle(worded(msg("Standing records of the office")))
        self.people = PeoplePane(desk, self, today)
        self.units = UnitsPane(desk, self)
        self.committees = CommitteesPane(desk, self, today)
        self.templates = TemplatesPane(desk, self)
        self.modules = ModulesPane(desk, self)
        self.people.seat_wanted.connect(lambda uid: self.open_at(Kind.MEMBERSHIP, uid))
        self._panes = (self.people, self.units, self.committees, self.templates, self.modules)
        self.sections = QListWidget(self)
        self.sections.setObjectName("office_sections")
        self.sections.setAccessibleName(worded(msg("Sections")))
        self.sections.setFixedWidth(24 * GRID)
        self._stack = QStackedWidget(self)
        for number, (name, mark) in enumerate(
            (
                (msg("People"), IconName.USERS),
                (msg("Units"), IconName.BUILDING),
                (msg("Committees"), IconName.GAVEL),
                (msg("Agenda templates"), IconName.LIST_ORDERED),
                (msg("Text modules"), IconName.FILE_TEXT),
            )
        ):
            self._stack.addWidget(self._panes[number])
            row = QListWidgetItem(icon(mark), worded(name))
            row.setToolTip(f"{worded(name)} (Ctrl+{number + 1})")
            self.sections.addItem(row)
        self.sections.currentRowChanged.connect(self._stack.setCurrentIndex)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self.sections)
        line.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID, GRID, GRID, GRID)
        whole.addLayout(line)
        self._add_keys()
        self.resize(160 * GRID, 86 * GRID)
        self.sections.setCurrentRow(0)

    def _add_keys(self) -> None:
        sections = [partial(self._to_section, at) for at in range(len(self._panes))]
        for key, act in (
            ("Ctrl+N", lambda: self._panes[self._stack.currentIndex()].add()),
            ("Ctrl+F", self._search),
            ("Ctrl+W", self.close),
            *((f"Ctrl+{number}", act) for number, act in enumerate(sections, 1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------ for others

    def open_at(self, kind: Kind, uid: str) -> bool:
        """Go to a record; return whether it is one of these, and on file.

        A seat is shown in its committee. Without a uid its section is shown.
        """
        at = _SECTIONS.get(kind)
        if at is None:
            return False
        self.sections.setCurrentRow(at)
        if kind is Kind.MEMBERSHIP:
            return self.committees.go_to_seat(uid)
        return self._panes[at].go_to(uid)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [pane.flush() for pane in self._panes]
        return all(kept)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything is kept, or given up."""
        for at, pane in enumerate(self._panes):
            if not pane.leave_draft():
                self.sections.setCurrentRow(at)
                event.ignore()
                return
        if not self.flush() and not self._lets_go():
            event.ignore()
            return
        super().closeEvent(event)

    def _lets_go(self) -> bool:
        chosen = ask(
            self,
            msg("Something that you typed cannot be kept yet. Close all the same?"),
            msg("The reason stands by its field, in red."),
            _CLOSE,
            _STAY,
        )
        return chosen is _CLOSE

    # ------------------------------------------------------------ sections

    def _to_section(self, at: int) -> None:
        self.sections.setCurrentRow(at)
        self._panes[at].list.setFocus()

    def _search(self) -> None:
        self.sections.setCurrentRow(0)
        self.people.search.setFocus()
        self.people.search.selectAll()
