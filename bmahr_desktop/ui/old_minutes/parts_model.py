"""The parts of a file from top to bottom: what each was recognised as, and its words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bmahr_desktop.domain.meeting import AttendanceList
from bmahr_desktop.domain.old_minutes import PART_NAMES, Confidence, Part, PartKind, Reading
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.old_minutes_edits import PartEdit, PartKey, keys_of
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.records.headed import Headed

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
WHAT, PLACE, TEXT = range(3)
_LONGEST = 400
_FIXED = (PartKind.TABLE, PartKind.PICTURE)


@dataclass(frozen=True)
class PartLine:
    """A row: a part, or words around the text that go on no record.

    Attributes:
        key: What the part is known by; None for words around the text.
        part: The part.
        text: As it stands in the file, the paragraph or row as a whole.
        own: Its own words, where others of the paragraph are something else.
        reason: Why it was taken for that.
        fixed: Whether it can be nothing else.
    """

    key: PartKey | None
    part: Part | None
    text: str
    reason: Message
    fixed: bool = False
    own: str = ""

    @property
    def unsure(self) -> bool:
        """Whether somebody should look at it."""
        part = self.part
        return part is not None and (
            part.kind is PartKind.UNKNOWN or part.confidence is Confidence.GUESS
        )


def lines_of(reading: Reading) -> tuple[PartLine, ...]:
    """Return the rows for a file: its parts, then the words around its text."""
    pictures = {one.number: one.picture for one in reading.pieces if one.picture}
    tables = {one.number for one in reading.pieces if one.table}
    several = Counter(one.piece for one in reading.parts)
    lines = []
    for key, part in zip(keys_of(reading.parts), reading.parts, strict=True):
        picture = pictures.get(part.piece)
        text = part.text or (picture.words if picture else "")
        fixed = part.kind in _FIXED or part.piece in tables or picture is not None
        own = part.words if several[part.piece] > 1 else ""
        lines.append(PartLine(key, part, text, part.reason, fixed, own))
    for one in reading.file.left_out:
        lines.append(PartLine(None, None, one.text, one.reason, fixed=True))
    return tuple(lines)


class PartsModel(Headed, QAbstractTableModel):
    """The rows of one file, all of them or those to be looked at."""

    headings = (msg("Recognised as"), msg("Agenda item"), msg("Text of the file"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[PartLine, ...] = ()
        self._lines: tuple[PartLine, ...] = ()
        self._edits: Mapping[PartKey, PartEdit] = {}
        self._said: Mapping[int, PartKind] = {}
        self._only_unsure = False

    def show_reading(
        self,
        reading: Reading | None,
        said: Mapping[int, PartKind],
        edits: Mapping[PartKey, PartEdit],
        *,
        only_unsure: bool,
    ) -> None:
        """Show a file.

        Args:
            reading: The file; None for nothing.
            said: What somebody said that pieces are.
            edits: What somebody changed.
            only_unsure: Whether only what is to be looked at is shown.
        """
        self.beginResetModel()
        self._all = lines_of(reading) if reading else ()
        self._said, self._edits, self._only_unsure = said, edits, only_unsure
        self._lines = tuple(one for one in self._all if one.unsure or not only_unsure)
        self.endResetModel()

    def refresh(self) -> None:
        """Tell anew which rows somebody changed."""
        if self._lines:
            last = self.index(len(self._lines) - 1, TEXT)
            self.dataChanged.emit(self.index(0, WHAT), last)

    def line(self, row: int) -> PartLine | None:
        """Return a row; None beyond the last."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def count_unsure(self) -> int:
        """Return how many rows of the file are to be looked at."""
        return sum(one.unsure for one in self._all)

    def row_of(self, piece: int) -> int:
        """Return the first row of a piece, or the one that comes next behind it; 0 for none."""
        rows = ((row, one.part) for row, one in enumerate(self._lines))
        return next((row for row, part in rows if part and part.piece >= piece), 0)

    def above(self, row: int) -> PartLine | None:
        """Return the row of the piece above; None if there is none."""
        own = self.line(row)
        if own is None or own.part is None:
            return None
        before = None
        for one in self._all:
            if one.part is None or one.part.piece >= own.part.piece:
                break
            before = one
        return before

    def next_unsure(self, row: int) -> int:
        """Return the next row to be looked at behind a row, from the top again; -1 for none."""
        rows = [*range(row + 1, len(self._lines)), *range(min(row + 1, len(self._lines)))]
        return next((at for at in rows if self._lines[at].unsure), -1)

    # ------------------------------------------------------------ what is seen

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else super().columnCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WHAT:
            return ", ".join(filter(None, (self._cell(line, WHAT), self._looks(line)[1])))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == WHAT:
            return self._looks(line)[0]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT:
            return said(line.reason)
        return None

    def _cell(self, line: PartLine, column: int) -> str:
        if column == WHAT:
            return what_of(line)
        if column == PLACE:
            return place_of(line)
        edit = self._edits.get(line.key) if line.key else None
        words = (edit.text if edit else None) or line.own or line.text
        return " ".join(words[:_LONGEST].split())

    def _looks(self, line: PartLine) -> tuple[Any, str]:
        """Return the icon of a row, and what it says in words."""
        part = line.part
        if part is None or part.kind is PartKind.LEFT_OUT:
            return icon(IconName.MINUS, Role.MUTED), ""
        if part.piece in self._said or self._edits.get(line.key or (0, 0)):
            return icon(IconName.PENCIL, Role.ACCENT), worded(msg("put right"))
        if line.unsure:
            return icon(IconName.EYE, Role.WAITING), worded(msg("to be looked at"))
        if part.confidence is Confidence.LIKELY:
            return icon(IconName.CHECK, Role.MUTED), ""
        return icon(IconName.CHECK, Role.DONE), ""


def what_of(line: PartLine) -> str:
    """Return in words what a row was recognised as."""
    part = line.part
    if part is None:
        return worded(PART_NAMES[PartKind.LEFT_OUT])
    if part.kind is PartKind.LIST_HEADING and isinstance(part.found, AttendanceList):
        return worded(wording.LISTS[part.found])
    return worded(PART_NAMES[part.kind])


def place_of(line: PartLine) -> str:
    """Return where a row goes: "3.1", and the resolution's number in its matter."""
    part = line.part
    if part is None or not part.item or part.kind is PartKind.LEFT_OUT:
        return ""
    place = ".".join(str(one) for one in (part.item, part.matter) if one)
    if part.order:
        return said(msg("{place} no. {order}", place=shown(place), order=part.order))
    return shown(place)
