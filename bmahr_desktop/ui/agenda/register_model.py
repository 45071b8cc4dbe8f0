"""Resolutions as rows of a table: the order of all of them, and the lines of the rows seen."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.ui.agenda.columns import HEADINGS, Column, Row
from bmahr_desktop.ui.records.headed import Headed

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_COLUMNS = len(Column)
_KEPT = 2_000
"""So many lines are kept in memory; a page has about thirty."""
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class RegisterModel(Headed, QAbstractTableModel):
    """The register; a row whose line was not read yet is empty for the moment."""

    rows_taken = Signal(object)
    """Emitted with the uids of rows that are shown otherwise now, wherever they stand."""
    headings = tuple(HEADINGS[column] for column in Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.uids: Sequence[str] = ()
        self._rows: OrderedDict[str, Row] = OrderedDict()
        self._settled: set[str] = set()

    # ------------------------------------------------------------ what is shown

    def show_order(self, uids: Sequence[str]) -> bool:
        """Show these resolutions in this order; lines that were read before are shown at once.

        Returns:
            Whether the view lost its place, because the rows are not those of before with more
            behind them.
        """
        before = len(self.uids)
        if uids[:before] == self.uids[:before] and before:
            if len(uids) > before:
                self.beginInsertRows(_TOP, before, len(uids) - 1)
                self.uids = uids
                self.endInsertRows()
            return False
        self.beginResetModel()
        self.uids = uids
        self.endResetModel()
        return True

    def take_rows(self, rows: Sequence[Row], wanted: Iterable[str] = ()) -> None:
        """Show lines that were read, wherever they stand.

        Args:
            rows: The lines.
            wanted: What was to be read; what is not among the lines is no longer on file.
        """
        self._settled.update(wanted)
        for row in rows:
            self._rows[row.line.uid] = row
            self._rows.move_to_end(row.line.uid)
            self._settled.add(row.line.uid)
        while len(self._rows) > _KEPT:
            self._settled.discard(self._rows.popitem(last=False)[0])
        self.rows_taken.emit({row.line.uid for row in rows})

    def renew(self) -> None:
        """Have every line read again; until then it is shown as it was."""
        self._settled.clear()

    # ------------------------------------------------------------ asking it

    def row_at(self, number: int) -> Row | None:
        """Return a row; None beyond the last, or while it was not read yet."""
        return self._rows.get(self.uids[number]) if 0 <= number < len(self.uids) else None

    def line(self, number: int) -> ResolutionLine | None:
        """Return the line of a row; None beyond the last, or while it was not read yet."""
        row = self.row_at(number)
        return row.line if row else None

    def uid_at(self, number: int) -> str:
        """Return the resolution of a row; empty beyond the last."""
        return self.uids[number] if 0 <= number < len(self.uids) else ""

    def row_of(self, uid: str) -> int:
        """Return the row of a resolution; -1 if it is not shown."""
        try:
            return self.uids.index(uid)
        except ValueError:
            return -1

    def unread(self, first: int, last: int) -> list[str]:
        """Return the resolutions of some rows whose lines were not read yet."""
        some = self.uids[max(0, first) : max(0, last + 1)]
        return [uid for uid in some if uid not in self._settled]

    # ------------------------------------------------------------ as Qt asks

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many resolutions are shown."""
        return 0 if parent.isValid() else len(self.uids)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if role in _WORDS or role == Qt.ItemDataRole.ToolTipRole:
            row = self.row_at(index.row())
            if row is not None:
                return row.cells[index.column()]
        return None
