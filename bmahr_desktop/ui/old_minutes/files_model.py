"""The files that were chosen, and how it stands with each beside the meetings on file."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bmahr_desktop.domain.registers import MeetingLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.old_minutes import SCANS
from bmahr_desktop.thai.dates import BE_OFFSET
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.old_minutes.taken_file import Standing, TakenFile

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

STANDINGS: Mapping[Standing, tuple[Message, IconName, Role]] = {
    Standing.WAITING: (msg("Not read yet"), IconName.CLOCK, Role.MUTED),
    Standing.READY: (msg("Ready to be kept"), IconName.CHECK, Role.PROGRESS),
    Standing.LOOK: (msg("To be looked at"), IconName.EYE, Role.WAITING),
    Standing.ON_FILE: (msg("On file already"), IconName.FLAG, Role.WAITING),
    Standing.REFUSED: (msg("Cannot be read"), IconName.ALERT_TRIANGLE, Role.DANGER),
    Standing.KEPT: (msg("Kept"), IconName.CHECK_CIRCLE, Role.DONE),
}
"""What each standing is called, and how it looks."""


class FilesModel(QAbstractListModel):
    """The list at left; each file tells how it stands in words and by an icon."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[TakenFile] = []
        self._on_file: dict[tuple[int, int], MeetingLine] = {}
        self._shared: Counter[tuple[int, int] | None] = Counter()

    # ------------------------------------------------------------ what there is

    def show_meetings(self, lines: Iterable[MeetingLine]) -> None:
        """Lay the files beside the meetings of their committee that are on file."""
        self._on_file = {(one.number, one.year): one for one in lines}
        self.refresh()

    def add(self, paths: Sequence[Path]) -> list[TakenFile]:
        """Add files that are not in the list yet; one that was refused is read once more."""
        known = {one.path: one for one in self.files}
        for path in paths:
            before = known.get(path)
            if before is not None and before.refusals:
                before.refusals = ()
        new = list(dict.fromkeys(path for path in paths if path not in known))
        added = [TakenFile(path, scan=path.suffix.lower() in SCANS) for path in new]
        if added:
            at = len(self.files)
            self.beginInsertRows(_TOP, at, at + len(added) - 1)
            self.files += added
            self.endInsertRows()
        self.refresh()
        return added

    def drop(self, file: TakenFile) -> None:
        """Take a file off the list; it stays where it lies."""
        row = self.row_of(file)
        if row >= 0:
            self.beginRemoveRows(_TOP, row, row)
            del self.files[row]
            self.endRemoveRows()
            self.refresh()

    def refresh(self) -> None:
        """Tell anew how it stands with every file."""
        self._shared = Counter(
            one.number() for one in self.files if one.look is not None and not one.kept
        )
        if self.files:
            self.dataChanged.emit(self.index(0), self.index(len(self.files) - 1))

    def row_of(self, file: TakenFile | None) -> int:
        """Return the row of a file; -1 if it is not in the list."""
        return next((row for row, one in enumerate(self.files) if one is file), -1)

    def file(self, row: int) -> TakenFile | None:
        """Return the file of a row; None beyond the last."""
        return self.files[row] if 0 <= row < len(self.files) else None

    # ------------------------------------------------------------ how it stands

    def standing(self, file: TakenFile) -> Standing:
        """Return how it stands with a file."""
        if file.kept:
            return Standing.KEPT
        if file.refusals:
            return Standing.REFUSED
        if file.look is None:
            return Standing.WAITING
        if self.twin(file) is not None:
            return Standing.ON_FILE
        return Standing.LOOK if file.doubts() or self.rival(file) else Standing.READY

    def twin(self, file: TakenFile) -> MeetingLine | None:
        """Return the meeting on file that has the same number; None without one."""
        number = file.number()
        return self._on_file.get(number) if number else None

    def rival(self, file: TakenFile) -> TakenFile | None:
        """Return another file of the list that is of the same meeting; None without one."""
        number = file.number()
        if number is None or self._shared[number] < 2:
            return None
        others = (one for one in self.files if one.look is not None and not one.kept)
        return next((one for one in others if one is not file and one.number() == number), None)

    def adopted(self, file: TakenFile) -> bool:
        """Tell whether the minutes are adopted: as was said, else all but the newest are."""
        if file.adopted is not None:
            return file.adopted
        date = _day_of(file)
        others = (_day_of(one) for one in self.files if one is not file)
        days = [day for day in others if day is not None]
        days += [line.date for line in self._on_file.values()]
        return date is not None and any(day > date for day in days)

    def count(self) -> Counter[Standing]:
        """Return how many files stand how."""
        return Counter(self.standing(one) for one in self.files)

    # ------------------------------------------------------------ what is seen

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        file = self.file(index.row())
        if file is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{file.name}\n{self._about(file)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{file.name}, {self._about(file)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(file.path)
        if role == Qt.ItemDataRole.DecorationRole:
            _, name, tone = STANDINGS[self.standing(file)]
            return icon(name, tone)
        return None

    def _about(self, file: TakenFile) -> str:
        words = worded(STANDINGS[self.standing(file)][0])
        number = file.number() if file.look is not None or file.kept else None
        if number is None:
            return words
        name = shown(f"{number[0]}/{number[1]}")
        return said(msg("{state} · meeting {name}", state=words, name=name))


def _day_of(file: TakenFile) -> datetime.date | None:
    """Return the day of a meeting, the last of its year where only that is known.

    One that is kept is known from the records.
    """
    if file.kept:
        return None
    number = file.number()
    if file.date() is None and number is not None:
        return datetime.date(number[1] - BE_OFFSET, 12, 31)
    return file.date()
