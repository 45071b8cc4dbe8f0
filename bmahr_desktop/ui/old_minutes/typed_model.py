"""The resolutions that were typed from a paper, as rows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.old_minutes_scans import TypedResolution
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.records.headed import Headed
from bmahr_desktop.ui.records.kinds_button import words_of_kinds

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ITEM, MATTER, WORDING, KINDS = range(4)


class TypedModel(Headed, QAbstractTableModel):
    """Rows of item, matter, wording and kinds."""

    headings = (msg("Agenda item"), msg("Matter"), msg("Resolution"), msg("Kind"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[TypedResolution] = ()

    def show_rows(self, rows: Sequence[TypedResolution]) -> None:
        """Show what was typed."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many resolutions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else super().columnCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        match index.column():
            case 0:
                return f"{shown(str(row.item))}  {row.item_title}".strip()
            case 1:
                return row.matter
            case 2:
                return row.text if role == Qt.ItemDataRole.ToolTipRole else " ".join(
                    row.text.split()
                )  # fmt: skip
            case _:
                return words_of_kinds(row.kinds)
