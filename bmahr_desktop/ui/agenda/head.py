"""What stands over the register: the words looked for, where, the filters, what is saved."""

from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.agenda.chips import FilterBar
from bmahr_desktop.ui.agenda.filters import words_of
from bmahr_desktop.ui.agenda.saved_searches import BY_KEY, SavedSearches
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.look.shrinking import Shrinking, ShrinkingButton
from bmahr_desktop.ui.notices import UndoBar

_PAUSE_MS = 90
_INTO = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class RegisterHead(QWidget):
    """The search field, and under it the filters.

    Attributes:
        search: Where words are typed.
        filters: The chips.
        columns: Opens the menu of the columns.
        buttons: Where more buttons go, at the right.
    """

    wanted = Signal()
    """Emitted when something else is to be shown: words after a pause, filters at once."""
    entered = Signal()
    """Emitted when the keyboard is to go into what was found."""

    def __init__(self, desk: Desk, undo: UndoBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = CleanLine(self)
        self.search.setObjectName("resolution_search")
        self.search.setAccessibleName(worded(msg("Search the resolutions")))
        self.search.setPlaceholderText(
            worded(msg("Words; “…” exact, -word without")),
        )
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self.only = QPushButton(worded(msg("Resolutions only")), self)
        self.everywhere = QPushButton(worded(msg("Anywhere in the minutes")), self)
        self._scope = QButtonGroup(self)
        for number, (button, name) in enumerate(
            ((self.only, "scope_resolutions"), (self.everywhere, "scope_everywhere"))
        ):
            button.setObjectName(name)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("narrow", True)
            button.setToolTip(worded(msg("Where to look (Alt+A changes it)")))
            self._scope.addButton(button, number)
        self.only.setChecked(True)
        self.saved_button = ShrinkingButton(
            icon(IconName.SAVE), worded(msg("Saved searches")), self
        )
        self.saved_button.setObjectName("saved_searches_open")
        self.saved_button.setAutoDefault(False)
        self.saved_button.tell(worded(msg("Saved searches (Alt+S; ask them by Alt+1 … Alt+9)")))
        self.saved_button.clicked.connect(self.open_saved)
        self.saved = SavedSearches(desk, undo, self.saved_button)
        self.columns = ShrinkingButton(icon(IconName.TABLE), worded(msg("Columns")), self)
        self.columns.setObjectName("register_columns_open")
        self.columns.setAutoDefault(False)
        self.columns.tell(worded(msg("Columns and order (Alt+O)")))
        self.filters = FilterBar(self)
        self.count = QLabel(self)
        self.count.setObjectName("resolution_count")
        set_tone(self.count, Role.MUTED)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first = QWidget(self)
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.search, 1)
        scope = QHBoxLayout()
        scope.setSpacing(0)
        scope.addWidget(self.only)
        scope.addWidget(self.everywhere)
        row.addLayout(scope)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        self.buttons.addWidget(self.saved_button)
        self.buttons.addWidget(self.columns)
        row.addLayout(self.buttons)
        self._shrinking = Shrinking(first, [self.columns, self.saved_button])
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self.filters, 1)
        second.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(first)
        column.addLayout(second)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._enter)
        self._pause.timeout.connect(self.wanted)
        self.filters.narrowed.connect(lambda _: self.wanted.emit())
        self._scope.idClicked.connect(lambda _: self._on_scope())
        self.saved.asked.connect(self.show_query)
        keys: list[tuple[str, Any]] = [
            ("Alt+A", self.change_scope),
            ("Alt+F", self.filters.focus_first),
            ("Alt+C", self.filters.clear_all),
            ("Alt+S", self.open_saved),
            ("Alt+O", self.columns.click),
        ]
        keys += [
            (f"Alt+{number}", partial(self.saved.ask_at, number)) for number in range(1, BY_KEY + 1)
        ]
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self.parentWidget() or self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------ what is asked for

    def query(self) -> RegisterQuery:
        """Return what is to be shown."""
        return msgspec.structs.replace(self.filters.query, words=self.search.text().strip())

    def is_everywhere(self) -> bool:
        """Tell whether words are looked for anywhere in the minutes."""
        return self.everywhere.isChecked()

    def show_query(self, query: RegisterQuery) -> None:
        """Ask for something else: its words and its filters."""
        self.filters.show_query(query)
        self.search.setText(query.words)
        self._pause.stop()
        self.wanted.emit()

    def change_scope(self) -> None:
        """Look in the resolutions only, or anywhere in the minutes."""
        (self.only if self.is_everywhere() else self.everywhere).setChecked(True)
        self._on_scope()

    def open_saved(self) -> None:
        """Drop down what is saved."""
        query = self.query()
        self.saved.open_below(query, words_of(query, self.filters.offered))

    def _on_scope(self) -> None:
        self.filters.show_everywhere(everywhere=self.is_everywhere())
        self.columns.setEnabled(not self.is_everywhere())
        self.wanted.emit()

    def _enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.wanted.emit()
        self.entered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes into what was found, Esc clears the words."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if Qt.Key(event.key()) in _INTO:
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
