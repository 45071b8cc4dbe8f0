"""Resolutions as rows of a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.records.headed import Headed

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

HEADINGS = (
    msg("Meeting"),
    msg("Date"),
    msg("Item"),
    msg("Matter"),
    msg("Resolution"),
    msg("Kind"),
    msg("Assigned to"),
    msg("Due"),
)
MEETING, DATE, ITEM, MATTER, TEXT, KIND, ASSIGNED, DUE = range(8)


class RegisterModel(Headed, QAbstractTableModel):
    """The register; a row is worded only when it is seen."""

    headings = HEADINGS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ResolutionLine] = ()
        self._codes: Mapping[str, str] = {}

    def show_lines(self, lines: Sequence[ResolutionLine], codes: Mapping[str, str]) -> None:
        """Show resolutions.

        Args:
            lines: The resolutions, in their order.
            codes: The committees' codes by their uids.
        """
        self.beginResetModel()
        self._lines, self._codes = lines, codes
        self.endResetModel()

    def line(self, row: int) -> ResolutionLine | None:
        """Return the resolution of a row; None beyond the last."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, uid: str) -> int:
        """Return the row of a resolution; -1 if it is not shown."""
        return next((row for row, one in enumerate(self._lines) if one.uid == uid), -1)

    def code_of(self, line: ResolutionLine) -> str:
        """Return the code of the committee that resolved."""
        return self._codes.get(line.committee, "")

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many resolutions are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else super().columnCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        line = self.line(index.row())
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cell(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (MATTER, TEXT, ASSIGNED):
            return self._cell(line, index.column())
        return None

    def _cell(self, line: ResolutionLine, column: int) -> str:
        match column:
            case 0:
                return f"{self.code_of(line)} {shown(f'{line.number}/{line.year}')}".strip()
            case 1:
                return format_date(line.date, DateStyle.SHORT, digits_in_use())
            case 2:
                return shown(f"{line.item}.{line.order}")
            case 3:
                return _one_line(line.matter_title or line.item_title)
            case 4:
                return _one_line(line.text)
            case 5:
                return kinds_of(line)
            case 6:
                return ", ".join(line.assigned_to)
            case _:
                return due_of(line)


def kinds_of(line: ResolutionLine) -> str:
    """Return in words what a resolution does."""
    return ", ".join(worded(wording.RESOLUTION_KINDS[kind]) for kind in line.kinds)


def due_of(line: ResolutionLine) -> str:
    """Return by when somebody is to act: as typed, else the date."""
    if line.due is None:
        return ""
    if line.due.text:
        return line.due.text
    date = line.due.date
    return format_date(date, DateStyle.SHORT, digits_in_use()) if date else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
