"""Columns with headings."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from bmahr_desktop.i18n import Message, worded

Index = QModelIndex | QPersistentModelIndex


class Headed:
    """Gives a model of Qt, named behind it among the bases, its columns."""

    headings: ClassVar[Sequence[Message]]

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return worded(self.headings[section])
        return None
