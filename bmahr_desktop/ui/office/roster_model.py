"""A pasted list as a table: who each row is, and what would come of it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from bmahr_desktop.domain.people import Person
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.roster import Roster, RosterLine, Standing
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.records.headed import Headed, Index

ROW, TITLE, NAME, JOB, UNIT, ROLE, STATE = range(7)

_LOOKS: Mapping[Standing, tuple[Message, IconName, Role]] = {
    Standing.NEW: (msg("New"), IconName.USER_PLUS, Role.DONE),
    Standing.CHANGED: (msg("On file, would change"), IconName.PENCIL, Role.PROGRESS),
    Standing.KNOWN: (msg("On file already"), IconName.USER_CHECK, Role.MUTED),
    Standing.UNSURE: (msg("Please look"), IconName.HELP, Role.WAITING),
    Standing.UNCLEAR: (msg("Not understood"), IconName.CIRCLE_X, Role.DANGER),
}
_FIELDS: Mapping[str, Message] = {
    "honorific": msg("Title before the name"),
    "job": msg("Position"),
    "unit": msg("Unit"),
}


class RosterModel(Headed, QAbstractTableModel):
    """Rows of a list, each with a tick where anything can come of it."""

    headings = (
        msg("Row"),
        msg("Title before the name"),
        msg("Name and family name"),
        msg("Position"),
        msg("Unit"),
        msg("Role"),
        msg("What would happen"),
    )
    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster: Roster | None = None
        self._units: Mapping[str, str] = {}
        self._ticked: set[int] = set()

    def show_roster(self, roster: Roster) -> None:
        """Show a list, with what is proposed ticked."""
        self.beginResetModel()
        self._roster = roster
        self._units = {one.uid: one.name for one in (*roster.known.units, *roster.units)}
        self._ticked = {one.number for one in roster.lines if roster.is_ticked_at_first(one)}
        self.endResetModel()
        self.ticks_changed.emit()

    @property
    def lines(self) -> tuple[RosterLine, ...]:
        """The rows of the list."""
        return self._roster.lines if self._roster else ()

    # ------------------------------------------------------------ ticks

    def ticked(self) -> frozenset[int]:
        """Return the numbers of the ticked rows."""
        return frozenset(self._ticked)

    def may_tick(self, row: int) -> bool:
        """Tell whether a row can be ticked."""
        return self._roster is not None and self._roster.may_tick(self.lines[row])

    def tick(self, rows: Iterable[int], *, on: bool) -> None:
        """Tick some rows or not; those of which nothing would come stay without."""
        numbers = {self.lines[row].number for row in rows if self.may_tick(row)}
        self._ticked = self._ticked | numbers if on else self._ticked - numbers
        last = self.index(self.rowCount() - 1, ROW)
        self.dataChanged.emit(self.index(0, ROW), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def tick_proposed(self) -> None:
        """Tick what is proposed, and nothing else."""
        if self._roster is not None:
            self.show_roster(self._roster)

    def toggle(self, rows: Collection[int]) -> None:
        """Tick some rows, unless all of them are ticked already."""
        able = [row for row in rows if self.may_tick(row)]
        on = any(self.lines[row].number not in self._ticked for row in able)
        self.tick(able, on=on)

    # ------------------------------------------------------------ the table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == ROW and self.may_tick(index.row()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick by the mouse."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        line = self.lines[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.told(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and column == ROW and self.may_tick(index.row()):
            on = line.number in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            _, name, look = _LOOKS[line.standing]
            return icon(name, look)
        if role == Qt.ItemDataRole.ForegroundRole and line.person is None:
            return colour(Role.MUTED)
        return None

    def _text(self, line: RosterLine, column: int) -> str:
        if column == ROW:
            return shown(str(line.number))
        if column == STATE:
            return self._state(line)
        person = line.person
        if person is None:
            return (
                " · ".join(_one_line(cell) for cell in line.words if cell) if column == NAME else ""
            )
        texts = {TITLE: person.honorific, NAME: person.name, JOB: person.job, UNIT: line.unit}
        return texts.get(column, line.title)

    def told(self, row: int) -> str:
        """Return all that is known of a row, in a sentence."""
        line = self.lines[row]
        name = line.person.printed if line.person else self._text(line, NAME)
        number = said(msg("Row {row}", row=line.number))
        rest = (line.title, line.seat) if line.person else ()
        return " · ".join(filter(None, (number, name, *rest, self._state(line))))

    def _state(self, line: RosterLine) -> str:
        changes = [self._change(line.before, line.person, name) for name in line.changed]
        notes = [said(one) for one in line.notes]
        words = worded(_LOOKS[line.standing][0])
        return "  ·  ".join(filter(None, (words, *changes, *notes)))

    def _change(self, before: Person | None, after: Person | None, name: str) -> str:
        old, new = (getattr(one, name) or "" for one in (before, after))
        if name == "unit":
            old, new = self._units.get(old, ""), self._units.get(new, "")
        field = _FIELDS[name]
        if not old:
            return said(msg("{field} is now “{new}”", field=field, new=new))
        return said(msg("{field} “{old}” becomes “{new}”", field=field, old=old, new=new))


def _one_line(text: str) -> str:
    return " ".join(text.split())
