"""The cells of a table of parts of a project: what they show, and what can be typed into them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont, QGuiApplication

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role, colour

Index = QModelIndex | QPersistentModelIndex
Fields = Mapping[str, Any]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CHANGED_ELSEWHERE = msg("This was changed elsewhere meanwhile. Look at it, and type it again.")


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Attributes:
        name: The field that findings name; typed texts that mean nothing are kept under it.
        heading: Over the column.
        shown: What a cell shows of a record.
        read: The fields that a typed text means; it may raise `Unreadable`. Without it the column
            is only read.
        typed: What the field of a cell begins with; as shown without it.
        choices: What can be chosen in place of typing: values with their names.
        day: Whether F5 means today.
        right: Whether figures stand in it.
        unknown: What stands where nothing is known.
        width: In pixels, at least.
    """

    name: str
    heading: Message
    shown: Callable[[Any], str]
    read: Callable[[str], Fields] | None = None
    typed: Callable[[Any], str] | None = None
    choices: Sequence[tuple[Any, Message]] = ()
    day: bool = False
    right: bool = False
    unknown: Message | None = None
    width: int = 96

    @property
    def is_typed(self) -> bool:
        """Whether anything can be put into it."""
        return self.read is not None or bool(self.choices)


def plain(name: str) -> Callable[[str], Fields]:
    """Return what reads a text into a field as it is."""
    return lambda text: {name: text.strip()}


def value_of(name: str, read: Callable[[str], Any]) -> Callable[[str], Fields]:
    """Return what reads a text into a field of another type; an empty one is unknown."""
    return lambda text: {name: read(text) if text.strip() else None}


_SMALLER = 0.92


def _bold() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * _SMALLER)
    font.setWeight(QFont.Weight.DemiBold)
    return font


class PartsCells(QAbstractTableModel):
    """What the cells show: a record in each row, and rows below them that are computed.

    Attributes:
        columns: From left to right.
        parts: The records, a row each.
    """

    foot_rows: ClassVar[int] = 0
    """How many rows are computed, below those of the parts."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.parts: tuple[Any, ...] = ()
        self._read_only = False

    def refresh(self) -> None:
        """Show all cells again."""
        last = self.index(self.rowCount() - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def set_read_only(self, read_only: bool) -> None:
        """Let the cells only be read, or changed again."""
        self._read_only = read_only

    def is_read_only(self) -> bool:
        """Tell whether the cells can only be read."""
        return self._read_only

    def part(self, row: int) -> Any:
        """Return the record of a row; None for a row that is computed."""
        return self.parts[row] if 0 <= row < len(self.parts) else None

    def row_of(self, uid: str) -> int:
        """Return the row of a part; -1 if it is not here."""
        return next((row for row, one in enumerate(self.parts) if one.uid == uid), -1)

    def column_of(self, name: str) -> int:
        """Return the column of a field; 0 for a field without one."""
        names = [column.name for column in self.columns]
        return names.index(name) if name in names else 0

    def foot(self) -> Sequence[Mapping[str, str]]:
        """Return what the computed rows show, by the columns' names."""
        return ()

    def unkept(self, row: int, column: int) -> str | None:
        """Return what was typed into a cell and could not be kept."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of parts, and of what is computed below them."""
        if parent.isValid():
            return 0
        return len(self.parts) + self.foot_rows if self.parts else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return worded(self.columns[section].heading)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = self.columns[index.column()].is_typed and not self._read_only
        if typed and self.part(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and tells."""
        row, column = index.row(), self.columns[index.column()]
        part = self.part(row)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(row, index.column())
            case Qt.ItemDataRole.EditRole if part is not None:
                return self._typed(part, row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.right else _LEFT
            case Qt.ItemDataRole.ForegroundRole:
                return self._role(row, index.column())
            case Qt.ItemDataRole.FontRole if part is None:
                return _bold()
            case Qt.ItemDataRole.DecorationRole:
                wrong = self.unkept(row, index.column()) is not None
                return icon(IconName.ALERT_TRIANGLE, Role.DANGER) if wrong else None
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self.read_aloud(row, index.column())
        return None

    def shown(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        part, one = self.part(row), self.columns[column]
        if part is None:
            return self.foot()[row - len(self.parts)].get(one.name, "")
        typed = self.unkept(row, column)
        words = one.shown(part) if typed is None else typed
        return words or (worded(one.unknown) if one.unknown else "")

    def read_aloud(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""
        return self.shown(row, column)

    def _typed(self, part: Any, row: int, column: int) -> Any:
        one = self.columns[column]
        if one.choices:
            return str(getattr(part, one.name))
        typed = self.unkept(row, column)
        return typed if typed is not None else (one.typed or one.shown)(part)

    def _role(self, row: int, column: int) -> Any:
        part, one = self.part(row), self.columns[column]
        if self.unkept(row, column) is not None:
            return colour(Role.DANGER)
        if part is None or not one.is_typed or (one.unknown and not one.shown(part)):
            return colour(Role.MUTED if part is not None else Role.TEXT)
        return None
