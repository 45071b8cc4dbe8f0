"""The projects of a year: found by year, unit, state and words, sorted, grouped, chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.fields.days import Today
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.overview_model import Index, OverviewModel
from bmahr_desktop.ui.projects.overview_paint import OverviewPaint
from bmahr_desktop.ui.projects.overview_rows import Column, Wanted

_WIDTHS = {Column.STATE: 24, Column.PROGRESS: 17, Column.LEFT: 19, Column.DUE: 22}
"""Of the columns beside the name, in steps of the grid."""


class OverviewList(QTreeView):
    """The list itself. Enter or a double click opens, Delete removes, ← → fold a unit."""

    chosen = Signal(str)
    """Emitted with the uid of the project that the keyboard or the mouse went to."""
    opened = Signal(str)
    """Emitted with the uid of the project that is to be opened."""
    remove_wanted = Signal(str)
    sorted_by = Signal(object, bool)
    """Emitted with the column and whether it descends, when a heading is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_list")
        self.setAccessibleName(worded(msg("Projects of the year")))
        self.setUniformRowHeights(False)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(2 * GRID)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.rows = OverviewModel(self)
        self.setModel(self.rows)
        self._paint = OverviewPaint(self.rows, self)
        self.setItemDelegate(self._paint)
        self._filling = False
        self._folded: set[str] = set()
        header = self.header()
        header.setObjectName("project_columns")
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width * GRID)
        header.sectionClicked.connect(self._on_heading)
        self.doubleClicked.connect(self._open)
        self.collapsed.connect(lambda index: self._folded.add(self.rows.group_name(index)))
        self.expanded.connect(lambda index: self._folded.discard(self.rows.group_name(index)))

    # ------------------------------------------------------------ what it shows

    def show_lines(self, lines: Sequence[ProjectLine], today: Today) -> None:
        """Show the projects of a year; what is chosen stays so."""
        self._refill(lambda: self.rows.show_lines(lines, today()))

    def show_wanted(self, wanted: Wanted) -> None:
        """Show others of them, or in another order; what is chosen stays so."""
        self._refill(lambda: self.rows.show_wanted(wanted))
        order = Qt.SortOrder.DescendingOrder if wanted.descending else Qt.SortOrder.AscendingOrder
        self.header().setSortIndicator(wanted.column, order)
        self.setRootIsDecorated(wanted.grouped)

    def set_narrow(self, narrow: bool) -> None:
        """Show one column that says the most, or all of them."""
        self._paint.narrow = narrow
        self.setHeaderHidden(narrow)
        for column in _WIDTHS:
            self.setColumnHidden(column, narrow)
        self.scrollTo(self.currentIndex())

    def is_narrow(self) -> bool:
        """Tell whether only the first column is shown."""
        return self._paint.narrow

    def choose(self, uid: str) -> bool:
        """Choose a project; return whether it is shown."""
        index = self.rows.index_of(uid)
        if not index.isValid():
            return False
        if index.parent().isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def current(self) -> str:
        """Return the uid of the project that is chosen; empty for none."""
        line = self.rows.line(self.currentIndex())
        return line.uid if line else ""

    def choose_first(self) -> None:
        """Choose the first project that is shown."""
        index = self.rows.index(0, 0)
        if index.isValid() and self.rows.line(index) is None:
            index = self.rows.index(0, 0, index)
        if index.isValid():
            self.setCurrentIndex(index)

    def _refill(self, fill: Callable[[], None]) -> None:
        before = self.current()
        at = self.verticalScrollBar().value()
        self._filling = True
        fill()
        self._fold()
        index = self.rows.index_of(before)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.selectionModel().setCurrentIndex(
                QModelIndex(), QItemSelectionModel.SelectionFlag.Clear
            )
        self._filling = False
        self.verticalScrollBar().setValue(at)

    def _fold(self) -> None:
        """Unfold all units but those that were folded."""
        if not self.rows.wanted.grouped:
            return
        for row in range(self.rows.rowCount()):
            index = self.rows.index(row, 0)
            self.setFirstColumnSpanned(row, QModelIndex(), True)
            self.setExpanded(index, self.rows.group_name(index) not in self._folded)

    # ------------------------------------------------------------ keys

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which project is chosen."""
        super().currentChanged(current, previous)
        line = self.rows.line(current)
        if line is not None and not self._filling:
            self.chosen.emit(line.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the project, Delete takes it away."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open()
            case Qt.Key.Key_Delete if self.current():
                self.remove_wanted.emit(self.current())
            case _:
                super().keyPressEvent(event)

    def _open(self) -> None:
        index = self.currentIndex()
        if uid := self.current():
            self.opened.emit(uid)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _on_heading(self, section: int) -> None:
        wanted = self.rows.wanted
        same = wanted.column == section
        self.sorted_by.emit(Column(section), same and not wanted.descending)
