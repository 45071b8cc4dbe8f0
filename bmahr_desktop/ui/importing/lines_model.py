"""The tree of a preview: what would happen, to which records, field by field."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import SectionKind
from bmahr_desktop.domain.projects.project import TextKind
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.exchange_in import PreviewLine
from bmahr_desktop.ui.importing.choosing import Choosing
from bmahr_desktop.ui.importing.field_names import field_name
from bmahr_desktop.ui.importing.values import Pair, paired, spread, text_of
from bmahr_desktop.ui.importing.work import Look
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.records.headed import Headed, Index
from bmahr_desktop.ui.wording import KINDS, SECTION_KINDS

WHAT, BEFORE, AFTER = range(3)
_TAKEN, _LEFT = Qt.CheckState.Checked, Qt.CheckState.Unchecked

_HEADINGS = (msg("Record"), msg("As it is"), msg("As it would be"))
_GROUPS: Mapping[str, tuple[Message, IconName, Role | None]] = {
    "new": (msg("Added"), IconName.PLUS, Role.DONE),
    "changed": (msg("Changed"), IconName.PENCIL, Role.WAITING),
    "restored": (msg("Brought back from what was removed"), IconName.UNDO, Role.PROGRESS),
    "removed": (msg("Removed"), IconName.TRASH, Role.DANGER),
}
# An index names its parent by a number: no parent, a group, or behind those a line.
_TOP = 0
_LINES = 16


class LinesModel(Headed, QAbstractItemModel):
    """Groups of what would happen; under them the records; under those that change, the fields.

    Nothing is worded before it is seen. A box before each record, and before each field of one
    that changes, tells whether it is taken.
    """

    headings = _HEADINGS
    choice_changed = Signal()
    """Emitted when something more, or less, is to be taken."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = look.lines
        self._names = look.names
        self._same = look.preview.counts()[3]
        self._groups: list[tuple[str, list[int]]] = []
        for action in _GROUPS:
            numbers = [n for n, line in enumerate(look.lines) if line.action == action]
            if numbers:
                self._groups.append((action, numbers))
        self._rows = {n: row for _, some in self._groups for row, n in enumerate(some)}
        self._group_of = {n: g for g, (_, some) in enumerate(self._groups) for n in some}
        self._pairs: dict[int, Sequence[Pair]] = {}
        self.choice = Choosing(look.preview)

    def taken(self) -> int:
        """Return how many records are taken, wholly or in part."""
        return sum(self._state(n, None) is not _LEFT for n in range(len(self._lines)))

    def pair(self, index: Index) -> Pair | None:
        """Return the field that a row is about, or None."""
        if not index.isValid() or index.internalId() < _LINES:
            return None
        return self._pairs_of(index.internalId() - _LINES)[index.row()]

    # ------------------------------------------------------------ the tree

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the place of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._id_under(parent))

    def _id_under(self, parent: Index) -> int:
        if not parent.isValid():
            return _TOP
        if parent.internalId() == _TOP:
            return parent.row() + 1
        return _LINES + self._number(parent)

    def _number(self, index: Index) -> int:
        """Return the number of the line that an index is of."""
        return self._groups[index.internalId() - 1][1][index.row()]

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the row that a cell stands under."""
        at = index.internalId() if index.isValid() else _TOP
        if at == _TOP:
            return QModelIndex()
        if at < _LINES:
            return self.createIndex(at - 1, 0, _TOP)
        number = at - _LINES
        return self.createIndex(self._rows[number], 0, self._group_of[number] + 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows stand under another."""
        if not parent.isValid():
            return len(self._groups) + (1 if self._same else 0)
        if parent.column() > 0 or parent.internalId() >= _LINES:
            return 0
        if parent.internalId() == _TOP:
            row = parent.row()
            return len(self._groups[row][1]) if row < len(self._groups) else 0
        return len(self._pairs_of(self._number(parent)))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Tell without comparing fields whether anything stands under a row."""
        if parent.isValid() and parent.column() == 0 and 0 < parent.internalId() < _LINES:
            return bool(self._lines[self._number(parent)].differences)
        return self.rowCount(parent) > 0

    # ------------------------------------------------------------ what is taken

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a cell: records and fields can be taken or left."""
        flags = super().flags(index)
        ticked = index.isValid() and index.column() == WHAT and index.internalId() != _TOP
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticked else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a record or a field, or leave it."""
        if role != Qt.ItemDataRole.CheckStateRole or index.internalId() == _TOP:
            return False
        number, pair = self._at(index)
        fields = [one.field for one in self._pairs_of(number)]
        taken = Qt.CheckState(value) is not Qt.CheckState.Unchecked
        self.choice.set_taken(
            self._lines[number].uid, pair.field if pair else "", fields, taken=taken
        )
        self.layoutChanged.emit()
        self.choice_changed.emit()
        return True

    def _at(self, index: Index) -> tuple[int, Pair | None]:
        """Return the number of the line that a cell is of, and the field that it is about."""
        pair = self.pair(index)
        return (self._number(index) if pair is None else index.internalId() - _LINES), pair

    def _state(self, number: int, pair: Pair | None) -> Qt.CheckState:
        line = self._lines[number]
        if pair is not None:
            return _LEFT if self.choice.is_left(line.uid, pair.field) else _TAKEN
        if self.choice.is_left(line.uid, ""):
            return _LEFT
        if not line.differences or not self.choice.touches(line.uid):
            return _TAKEN
        left = [self.choice.is_left(line.uid, one.field) for one in self._pairs_of(number)]
        return _LEFT if all(left) else Qt.CheckState.PartiallyChecked if any(left) else _TAKEN

    # ------------------------------------------------------------ what is seen

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(index)
        if role == Qt.ItemDataRole.DecorationRole and index.internalId() == _TOP:
            return _mark([action for action, _ in self._groups], index)
        boxed = index.column() == WHAT and index.internalId() != _TOP
        if role == Qt.ItemDataRole.CheckStateRole and boxed:
            return self._state(*self._at(index))
        return None

    def _text(self, index: Index) -> str:
        if index.internalId() == _TOP:
            return self._group_text(index.row()) if index.column() == WHAT else ""
        pair = self.pair(index)
        if pair is not None:
            number = index.internalId() - _LINES
            name = worded(field_name(self._lines[number].kind, pair.field))
            return (name, pair.before, pair.after)[index.column()]
        line = self._lines[self._number(index)]
        if index.column() == WHAT:
            return self._line_text(line)
        if index.column() == BEFORE and line.differences:
            fields = len(self._pairs_of(self._number(index)))
            return said(msg("{count} fields differ", count=fields))
        return ""

    def _group_text(self, row: int) -> str:
        if row >= len(self._groups):
            return said(msg("Left alone, the same already: {count}", count=self._same))
        action, numbers = self._groups[row]
        name = _GROUPS[action][0]
        return said(msg("{what}: {count} records", what=name, count=len(numbers)))

    def _line_text(self, line: PreviewLine) -> str:
        label = self._label(line)
        kind = KINDS[line.kind]
        if line.kind is not Kind.PROJECT and line.project in self._names:
            name = self._names[line.project or ""]
            return said(msg("{kind}: {label} (of “{name}”)", kind=kind, label=label, name=name))
        if line.kind is Kind.MEETING or line.meeting not in self._names:
            return said(msg("{kind}: {label}", kind=kind, label=label))
        where = shown(self._names[line.meeting or ""])
        return said(msg("{kind}: {label} (meeting {where})", kind=kind, label=label, where=where))

    def _label(self, line: PreviewLine) -> str:
        if line.kind is Kind.MEETING and "/" in line.label:
            number, year = line.label.split("/", 1)
            if number.isdecimal() and year.isdecimal():
                return meeting_name(int(number), int(year), digits_in_use())
        if line.kind is Kind.MEMBERSHIP:
            return self._names.get(line.uid, line.label)
        if line.kind is Kind.SECTION and line.label in set(SectionKind):
            return worded(SECTION_KINDS[SectionKind(line.label)])
        if line.kind is Kind.PROJECT_TEXT and line.label in set(TextKind):
            return text_of(TextKind(line.label), {})
        return worded(msg("(without a name)")) if line.label == line.uid else line.label

    def _pairs_of(self, number: int) -> Sequence[Pair]:
        known = self._pairs.get(number)
        if known is None:
            known = [
                paired(name, old, new, self._names)
                for one in self._lines[number].differences
                for name, old, new in spread(one.field, one.old, one.new)
            ]
            self._pairs[number] = known
        return known

    def whole(self, index: Index) -> tuple[str, str] | None:
        """Return both texts of a field at full length; None for a row that is no field."""
        pair = self.pair(index)
        if pair is None:
            return None
        line = self._lines[index.internalId() - _LINES]
        for one in line.differences:
            for name, old, new in spread(one.field, one.old, one.new):
                if name == pair.field:
                    return text_of(old, self._names), text_of(new, self._names)
        return None


def _mark(groups: Sequence[str], index: Index) -> Any:
    """Return the icon of a group; behind them stands what is left alone."""
    if index.column() != WHAT:
        return None
    if index.row() >= len(groups):
        return icon(IconName.CHECK, Role.MUTED)
    _, name, role = _GROUPS[groups[index.row()]]
    return icon(name, role)
