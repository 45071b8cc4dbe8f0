"""The meetings of a committee as rows of a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from bmahr_desktop.domain.meeting import Meeting, MeetingState
from bmahr_desktop.domain.registers import MeetingLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.icons import icon
from bmahr_desktop.ui.look.marks import State, icon_of, text_role

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

NUMBER, DATE, STATE = range(3)


def state_of(line: MeetingLine | Meeting) -> tuple[State, str]:
    """Return how a meeting stands: its minutes count once it is closed."""
    if line.state is MeetingState.CLOSED:
        name = wording.MINUTES_STATES[line.minutes_state]
        return wording.MINUTES_LOOKS[line.minutes_state], worded(name)
    return wording.MEETING_LOOKS[line.state], worded(wording.MEETING_STATES[line.state])


class MeetingsModel(QAbstractTableModel):
    """Number, date and state of meetings; some of them may be filtered away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[MeetingLine, ...] = ()
        self._keys: list[str] = []
        self._rows: list[MeetingLine] = []
        self._year: int | None = None
        self._words: tuple[str, ...] = ()

    def show_meetings(self, lines: Sequence[MeetingLine]) -> None:
        """Show other meetings, filtered as before."""
        self._all = tuple(lines)
        self._keys = [search_key(" ".join((*_cells(one), one.venue))) for one in lines]
        self._filter()

    def filter_by(self, year: int | None, words: str) -> None:
        """Show the meetings of a year (พ.ศ.), None for all, that hold all the words."""
        self._year = year
        self._words = tuple(search_key(word) for word in words.split())
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._rows = [
            line
            for line, key in zip(self._all, self._keys, strict=True)
            if (self._year is None or line.year == self._year)
            and all(word in key for word in self._words)
        ]
        self.endResetModel()

    def line(self, row: int) -> MeetingLine | None:
        """Return the meeting in a row; None beyond the last."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, uid: str) -> int:
        """Return the row of a meeting; -1 if it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.uid == uid), -1)

    def all_uids(self) -> set[str]:
        """Return the meetings that are there, filtered away or not."""
        return {one.uid for one in self._all}

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many meetings are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return number, date, state: three."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        line = self.line(index.row())
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cells(line)[index.column()]
            case Qt.ItemDataRole.FontRole if index.column() == NUMBER:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.DecorationRole if index.column() == STATE:
                state, _ = state_of(line)
                return icon(icon_of(state), text_role(state))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                date = format_date(line.date, DateStyle.LONG, digits_in_use())
                words = worded(msg("Meeting {number}, {date}", number=_cells(line)[0], date=date))
                return f"{words} · {_cells(line)[STATE]}"
        return None


def _cells(line: MeetingLine) -> tuple[str, str, str]:
    date = format_date(line.date, DateStyle.SHORT, digits_in_use())
    return shown(f"{line.number}/{line.year}"), date, state_of(line)[1]
