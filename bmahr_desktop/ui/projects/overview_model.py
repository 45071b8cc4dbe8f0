"""The overview of a year as a model of Qt: projects, under headings where they are grouped."""

import datetime
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.baht import format_baht
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.fields.percent_field import share_shown
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.projects.overview_rows import (
    Column,
    Group,
    OverviewRows,
    Wanted,
    days_overdue,
    money_left,
)
from bmahr_desktop.ui.projects.wording import PROJECT_STATES

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NO_GROUP = 0

LINE = Qt.ItemDataRole.UserRole
"""The role of the `ProjectLine` of a row."""

_HEADINGS: dict[Column, Message] = {
    Column.NAME: msg("Project"),
    Column.STATE: msg("State"),
    Column.PROGRESS: msg("Progress"),
    Column.LEFT: msg("Money left (baht)"),
    Column.DUE: msg("Next report"),
}


class OverviewModel(QAbstractItemModel):
    """Lines of projects; grouped by unit they are the children of a heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = OverviewRows()
        self.wanted = Wanted()
        self.today = datetime.date.min
        self._groups: list[Group] = []

    # ------------------------------------------------------------ what it shows

    def show_lines(self, lines: Sequence[ProjectLine], today: datetime.date) -> None:
        """Show the projects of a year.

        Args:
            lines: The projects.
            today: What is overdue is told for this day.
        """
        self.rows, self.today = OverviewRows(lines), today
        self.show_wanted(self.wanted)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show other projects of the year, or in another order."""
        self.beginResetModel()
        self.wanted = wanted
        self._groups = self.rows.wanted(wanted)
        self.endResetModel()

    def count(self) -> int:
        """Return how many projects are shown."""
        return sum(len(group.lines) for group in self._groups)

    def line(self, index: Index) -> ProjectLine | None:
        """Return the project of a row; None for a heading or nothing."""
        if not index.isValid():
            return None
        number = int(index.internalId())
        if number == _NO_GROUP and self.wanted.grouped:
            return None
        group = self._groups[max(0, number - 1)]
        return group.lines[index.row()] if index.row() < len(group.lines) else None

    def group_name(self, index: Index) -> str:
        """Return what the group of a heading is called."""
        return self._groups[index.row()].name

    def index_of(self, uid: str) -> QModelIndex:
        """Return the row of a project; an invalid one where it is not shown."""
        for at, group in enumerate(self._groups):
            for row, line in enumerate(group.lines):
                if line.uid == uid:
                    parent = self.index(at, 0) if self.wanted.grouped else _TOP
                    return self.index(row, 0, parent)
        return QModelIndex()

    # ------------------------------------------------------------ as a model

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """Return the index of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        group = parent.row() + 1 if parent.isValid() else _NO_GROUP
        return self.createIndex(row, column, group)

    def parent(self, index: Index = _TOP) -> Any:
        """Return the heading over a project."""
        number = int(index.internalId()) if index.isValid() else _NO_GROUP
        if number == _NO_GROUP:
            return QModelIndex()
        return self.createIndex(number - 1, 0, _NO_GROUP)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many rows there are."""
        if not parent.isValid():
            if self.wanted.grouped:
                return len(self._groups)
            return len(self._groups[0].lines) if self._groups else 0
        heading = self.wanted.grouped and int(parent.internalId()) == _NO_GROUP
        return len(self._groups[parent.row()].lines) if heading and parent.column() == 0 else 0

    def columnCount(self, _parent: Index = _TOP) -> int:
        """Return the number of columns."""
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return worded(_HEADINGS[Column(section)])
            if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.LEFT:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        line = self.line(index)
        if line is None:
            return self._heading(index, role)
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(line, Column(index.column()), self.today)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return told(line, self.today)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.LEFT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _heading(self, index: Index, role: int) -> Any:
        if not index.isValid() or index.column() or role != Qt.ItemDataRole.DisplayRole:
            return None
        group = self._groups[index.row()]
        return said(msg("{unit} · {count} projects", unit=group.name, count=len(group.lines)))


def cell_words(line: ProjectLine, column: Column, today: datetime.date) -> str:
    """Return what a cell of the overview says; unknown is a dash, never 0."""
    match column:
        case Column.NAME:
            return line.name
        case Column.STATE:
            return worded(PROJECT_STATES[line.state])
        case Column.PROGRESS:
            return "–" if line.percent is None else f"{share_shown(line.percent)} %"
        case Column.LEFT:
            left = money_left(line)
            return "–" if left is None else format_baht(left, digits_in_use())
        case Column.DUE:
            return due_words(line, today)


def due_words(line: ProjectLine, today: datetime.date) -> str:
    """Return when the next report is due, and how long it is overdue."""
    if line.next_due is None:
        return "–"
    if late := days_overdue(line, today):
        return said(msg("overdue by {days} days", days=late))
    return format_date(line.next_due, DateStyle.SHORT, digits_in_use())


def told(line: ProjectLine, today: datetime.date) -> str:
    """Return a project in one sentence, for the tip and the screen reader."""
    planned = "" if line.planned is None else said(
        msg("planned {share} %", share=share_shown(line.planned))
    )  # fmt: skip
    parts = [
        line.name,
        line.code,
        line.unit_name,
        line.person,
        worded(PROJECT_STATES[line.state]),
        said(msg("done {share} %", share=share_shown(line.percent))) if line.percent is not None
        else worded(msg("progress not known")),
        planned,
        said(msg("left {amount} baht", amount=cell_words(line, Column.LEFT, today))),
        said(msg("next report {due}", due=due_words(line, today))) if line.next_due else "",
    ]  # fmt: skip
    return " · ".join(filter(None, parts))
