"""Lists of the office: a register with columns, a tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.look.measures import row_height
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.records.list_keys import ListKeys

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_UID = Qt.ItemDataRole.UserRole


# ---------------------------------------------------------------- a register


@dataclass(frozen=True)
class Line:
    """A record in a register.

    Attributes:
        uid: The record.
        cells: What each column shows.
        told: All of it in a sentence, for the pointer and for screen readers.
        past: Whether it belongs to the past, and steps back.
    """

    uid: str
    cells: tuple[str, ...]
    told: str = ""
    past: bool = False


class LineModel(QAbstractTableModel):
    """Records as rows."""

    def __init__(self, heads: Sequence[Message], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = [worded(head) for head in heads]
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def uid_at(self, row: int) -> str:
        """Return the record in a row; empty beyond the last."""
        return self._lines[row].uid if 0 <= row < len(self._lines) else ""

    def uids(self) -> list[str]:
        """Return the records, from top to bottom."""
        return [line.uid for line in self._lines]

    def row_of(self, uid: str) -> int:
        """Return the row of a record; -1 if it is not shown."""
        return next((row for row, one in enumerate(self._lines) if one.uid == uid), -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.told or " · ".join(filter(None, line.cells))
        if role == Qt.ItemDataRole.ForegroundRole and line.past:
            return colour(Role.MUTED)
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if across is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class WholeRow(QStyledItemDelegate):
    """Marks the chosen row as one; the frame of a single cell would say that it can be edited."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw no cell as focused."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class Register(QTableView):
    """Records with their columns; one of them is chosen."""

    chosen = Signal(str)
    """Emitted with the uid of what the user chose."""

    def __init__(
        self, heads: Sequence[Message], wide: int = 0, parent: QWidget | None = None
    ) -> None:
        """Make a register.

        Args:
            heads: The heads of the columns.
            wide: The column that takes the room that is left.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.rows = LineModel(heads, self)
        self.setModel(self.rows)
        self.keys = ListKeys(self, levels=True, alone=True)
        self.keys.watch(self)
        self.setItemDelegate(WholeRow(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        down = self.verticalHeader()
        down.hide()
        down.setDefaultSectionSize(row_height())
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        if len(heads) == 1:
            across.hide()

    def fill(self, lines: Sequence[Line], choose: str = "") -> None:
        """Show records, without a signal; what was chosen stays so.

        Args:
            lines: The records.
            choose: Choose this one instead.
        """
        before = choose or self.current()
        self.blockSignals(True)
        self.rows.show_lines(lines)
        self.choose(before)
        self.blockSignals(False)
        self.viewport().update()

    def current(self) -> str:
        """Return what is chosen; empty without one."""
        return self.rows.uid_at(self.currentIndex().row())

    def uids(self) -> list[str]:
        """Return the records, from top to bottom."""
        return self.rows.uids()

    def choose(self, uid: str) -> bool:
        """Choose a record; return whether it is shown."""
        row = self.rows.row_of(uid)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(row, 0))
        return row >= 0

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell what is chosen."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self.rows.uid_at(current.row()))


# ---------------------------------------------------------------- a tree


@dataclass(frozen=True)
class Node:
    """A record in a tree.

    Attributes:
        uid: The record.
        text: What is shown.
        above: The record it stands under; it comes before this one.
        told: More of it, for the pointer.
    """

    uid: str
    text: str
    above: str | None = None
    told: str = ""


class Tree(QTreeWidget):
    """Records under others, all of them unfolded at first; one of them is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = ListKeys(self, levels=True, alone=True)
        self.keys.watch(self)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._on_current)

    def fill(self, nodes: Sequence[Node], choose: str = "") -> None:
        """Show records, without a signal; what was chosen stays so, what was folded too."""
        before = choose or self.current()
        folded = {
            uid for uid, one in self._items.items() if one.childCount() and not one.isExpanded()
        }
        self.blockSignals(True)
        self.clear()
        self._items.clear()
        for node in nodes:
            item = QTreeWidgetItem([node.text])
            item.setData(0, _UID, node.uid)
            item.setToolTip(0, node.told or node.text)
            above = self._items.get(node.above or "")
            if above is None:
                self.addTopLevelItem(item)
            else:
                above.addChild(item)
            self._items[node.uid] = item
        for uid, item in self._items.items():
            item.setExpanded(uid not in folded)
        self.choose(before)
        self.blockSignals(False)
        self.viewport().update()

    def current(self) -> str:
        """Return what is chosen; empty without one."""
        item = self.currentItem()
        return str(item.data(0, _UID)) if item else ""

    def uids(self) -> list[str]:
        """Return all records, from top to bottom."""
        return list(self._items)

    def choose(self, uid: str) -> bool:
        """Choose a record; return whether it is there."""
        item = self._items.get(uid)
        if item is not None:
            self.setCurrentItem(item)
        return item is not None

    def retitle(self, uid: str, text: str) -> None:
        """Show a record under another name at once."""
        if item := self._items.get(uid):
            item.setText(0, text)
            item.setToolTip(0, text)

    def _on_current(self, item: QTreeWidgetItem | None, *_: object) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(0, _UID)))
