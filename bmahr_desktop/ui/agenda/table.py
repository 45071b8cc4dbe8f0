"""The table of the register: its columns, the row that is chosen, the rows that are seen."""

from collections.abc import Set

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QContextMenuEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from bmahr_desktop.domain.registers import UNSORTED, SortedBy, Sorting
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.agenda.cells import RegisterDelegate
from bmahr_desktop.ui.agenda.columns import HEADINGS, HIDDEN_AT_FIRST, SORTED, WIDTHS, Column
from bmahr_desktop.ui.agenda.register_model import Index, RegisterModel
from bmahr_desktop.ui.look.measures import GRID, row_height

_AHEAD = 40
"""So many rows above and below those that are seen are read too, once these are there."""
_REST_MS = 100
"""Not while somebody scrolls on."""
_LAID_ANEW = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ScreenChangeInternal)
_ORDERS: tuple[tuple[SortedBy, Message], ...] = (
    (SortedBy.BEST, msg("The best, then the newest first")),
    (SortedBy.DATE, msg("By date")),
    (SortedBy.MATTER, msg("By matter, in dictionary order")),
    (SortedBy.ASSIGNED, msg("By who is to act, in dictionary order")),
    (SortedBy.DUE, msg("By due date")),
)


class RegisterTable(QTableView):
    """The register itself."""

    chosen = Signal(int)
    """Emitted with the row that the keyboard is at."""
    opened = Signal()
    lines_wanted = Signal(object)
    """Emitted with the uids of rows that are seen, or soon will be, and were not read yet."""
    sorted_by = Signal(object)
    """Emitted with the `Sorting` that was asked for."""

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register, self._sorting = model, UNSORTED
        self.setObjectName("resolution_register")
        self.setAccessibleName(worded(msg("Register of resolutions")))
        self.setModel(model)
        self._cells = RegisterDelegate(model, self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height())
        header = self.horizontalHeader()
        header.setObjectName("register_columns")
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        header.sectionClicked.connect(self._on_heading)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_around)
        self.reset_columns()
        self.show_sorting(UNSORTED)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.look())
        model.rows_taken.connect(self._on_rows)

    # ------------------------------------------------------------ columns and order

    def reset_columns(self) -> None:
        """Show the columns as they stand at first."""
        header = self.horizontalHeader()
        for column in Column:
            header.moveSection(header.visualIndex(column), column)
            self.setColumnHidden(column, column in HIDDEN_AT_FIRST)
            self.setColumnWidth(column, WIDTHS[column] * GRID)

    def show_sorting(self, sorting: Sorting) -> None:
        """Show in the headings by what the register is sorted."""
        self._sorting = sorting
        column = next((one for one, by in SORTED.items() if by is sorting.by), -1)
        order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def column_menu(self) -> QMenu:
        """Return a menu of the columns and of orders; it is deleted when it closes."""
        menu = QMenu(self)
        menu.setObjectName("register_columns_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = [column for column in Column if not self.isColumnHidden(column)]
        for column in Column:
            action = self._ticked(menu, HEADINGS[column], on=column in shown)
            action.setObjectName(f"column_{column.name.lower()}")
            action.setEnabled(shown != [column])
            action.toggled.connect(lambda on, column=column: self.setColumnHidden(column, not on))
        action = menu.addAction(worded(msg("Columns as at first")))
        action.setObjectName("columns_reset")
        action.triggered.connect(self.reset_columns)
        menu.addSeparator()
        group = QActionGroup(menu)
        for by, words in _ORDERS:
            action = self._ticked(menu, words, on=by is self._sorting.by)
            action.setObjectName(f"sort_{by.value}")
            group.addAction(action)
            action.triggered.connect(lambda _=False, by=by: self.sorted_by.emit(Sorting(by)))
        action = self._ticked(menu, msg("The other way round"), on=self._sorting.descending)
        action.setObjectName("sort_descending")
        action.triggered.connect(lambda on: self.sorted_by.emit(Sorting(self._sorting.by, on)))
        return menu

    @staticmethod
    def _ticked(menu: QMenu, words: Message, *, on: bool) -> QAction:
        action = menu.addAction(worded(words))
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _open_menu(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def _on_heading(self, section: int) -> None:
        """Sort by a column: one way, the other way, then as at first."""
        by = SORTED.get(Column(section))
        if by is None:
            self.show_sorting(self._sorting)  # Qt moved its arrow
            return
        if self._sorting.by is not by:
            wanted = Sorting(by)
        else:
            wanted = UNSORTED if self._sorting.descending else Sorting(by, descending=True)
        self.sorted_by.emit(wanted)

    # ------------------------------------------------------------ what is seen

    def look(self) -> None:
        """Want the lines that are seen; after a rest, those around them."""
        if not self.isVisible() or not self._register.uids:
            return
        if wanted := self._register.unread(*self._seen()):
            self.lines_wanted.emit(wanted)
        self._rest.start()

    def _look_around(self) -> None:
        first, last = self._seen()
        if self._register.unread(first, last):
            return  # they are on their way, and come first
        if wanted := self._register.unread(first - _AHEAD, last + _AHEAD):
            self.lines_wanted.emit(wanted)

    def _on_rows(self, uids: Set[str]) -> None:
        """Paint again what is seen of rows that were read; most were read ahead."""
        first, last = self._seen()
        if any(uid in uids for uid in self._register.uids[first : last + 1]):
            self.viewport().update()
        self.look()

    def _seen(self) -> tuple[int, int]:
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else len(self._register.uids) - 1

    def top_row(self) -> int:
        """Return the first row that is seen."""
        return self._seen()[0]

    def go_to(self, row: int, top: int | None = None) -> None:
        """Choose a row, and put another one at the top if one is named."""
        index = self._register.index(max(0, row), self._first_column())
        if top is not None:
            self.verticalScrollBar().setValue(top)
        self.setCurrentIndex(index)
        if top is None:
            self.scrollTo(index)
        self.look()

    def _first_column(self) -> int:
        header = self.horizontalHeader()
        shown = (header.logicalIndex(at) for at in range(header.count()))
        return next((one for one in shown if not self.isColumnHidden(one)), 0)

    # ------------------------------------------------------------ as Qt asks

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the resolution at its place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the columns by the keyboard, too."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu(QPoint(0, self.horizontalHeader().height()))
        else:
            super().contextMenuEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the words out anew in another font or on another screen."""
        super().changeEvent(event)
        if event.type() in _LAID_ANEW:
            self._cells.laid.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wording the room that is left, and want the lines that have come into sight."""
        super().resizeEvent(event)
        spare = self.viewport().width() - self.horizontalHeader().length()
        width, least = self.columnWidth(Column.TEXT), WIDTHS[Column.TEXT] * GRID
        if not self.isColumnHidden(Column.TEXT) and (spare > 0 or width > least):
            self.setColumnWidth(Column.TEXT, max(least, width + spare))
        self.look()

    def showEvent(self, event: QShowEvent) -> None:
        """Want the lines that are seen."""
        super().showEvent(event)
        self.show_sorting(self._sorting)  # widths were remembered with the arrow of another day
        self.look()
