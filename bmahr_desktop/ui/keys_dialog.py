"""Every key and what it does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.body.commands import Commands
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_ALWAYS = (
    ("Ctrl+1 … Ctrl+4", msg("Go to a tab")),
    ("Ctrl+Z, Ctrl+Y", msg("Undo and redo what was typed")),
    ("Alt+Z", msg("Undo a removal, while its bar is shown")),
    ("Alt+M", msg("Open the menu")),
)
_IN_THE_AGENDA = (
    ("Insert", msg("Add a matter")),
    ("F2, Enter", msg("Edit what is chosen")),
    ("Alt+↑, Alt+↓", msg("Move up or down")),
    ("Delete", msg("Remove what is chosen")),
    ("Ctrl+Enter", msg("Next agenda item")),
)
_IN_FIELDS = (
    ("↑, ↓", msg("Date or time: a day or five minutes on or back")),
    ("Alt+↓, F4", msg("Date: open the calendar")),
)
_COLUMNS = 2


class KeysDialog(QDialog):
    """A list of keys, by where they work."""

    def __init__(
        self, commands: Sequence[QAction], body: Commands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(worded(msg("Keys")))
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(GRID)
        sections = [
            (worded(msg("Everywhere")), [*_plain(_ALWAYS), *_of(commands)]),
            (worded(msg("In the agenda")), _plain(_IN_THE_AGENDA)),
            (worded(msg("In fields")), _plain(_IN_FIELDS)),
            *((name, _of(actions)) for name, actions in body.groups().items()),
        ]
        shown = [(name, lines) for name, lines in sections if lines]
        half = sum(len(lines) + 2 for _, lines in shown) / _COLUMNS
        count, rows = 0, [0] * _COLUMNS
        for name, lines in shown:
            at = min(int(count / half), _COLUMNS - 1)
            rows[at] = self._fill(grid, rows[at], 2 * at, name, lines)
            count += len(lines) + 2
        for column in range(_COLUMNS):
            grid.setColumnStretch(2 * column + 1, 1)
        grid.setRowStretch(max(rows), 1)
        area = QScrollArea(self)
        area.setObjectName("keys_area")
        area.setAccessibleName(worded(msg("Keys")))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        close = QPushButton(worded(msg("Back to work")), self)
        close.setObjectName("keys_close")
        close.clicked.connect(self.accept)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column_.addWidget(area, 1)
        column_.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(110 * GRID, 78 * GRID)

    def _fill(
        self, grid: QGridLayout, row: int, column: int, name: str, lines: list[tuple[str, str]]
    ) -> int:
        heading = QLabel(name, self)
        font = heading.font()
        font.setWeight(font.Weight.DemiBold)
        heading.setFont(font)
        grid.addWidget(heading, row, column, 1, 2)
        for keys, words in lines:
            row += 1
            label = QLabel(keys, self)
            set_tone(label, Role.ACCENT)
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            told = QLabel(words, self)
            told.setWordWrap(True)
            grid.addWidget(told, row, column + 1)
        grid.setRowMinimumHeight(row + 1, GRID)
        return row + 2


def _plain(lines: Sequence[tuple[str, Message]]) -> list[tuple[str, str]]:
    return [(keys, worded(words)) for keys, words in lines]


def _of(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    return [
        (one.shortcut().toString(native), one.text().replace("&", "").rstrip("…"))
        for one in actions
        if not one.shortcut().isEmpty()
    ]
