"""Every key and what it does."""

from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement, pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui import keys_list
from bmahr_desktop.ui.body.command_list import GROUP_NAMES, Group
from bmahr_desktop.ui.body.commands import Commands
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_COLUMNS = 3
_CALLED = {
    "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter", "Del": "Delete",
    "Ins": "Insert",
}  # fmt: skip
_WRITING = (Group.TEXT, Group.PARAGRAPH, Group.TABLE, Group.INSERT, Group.CLIPBOARD)
_AIDS = (Group.WORDS, Group.SEARCH)
_SIZE, _FRAME = QSize(154 * GRID, 84 * GRID), 4 * GRID
Lines = list[tuple[str, str]]
Named = tuple[Message, Sequence[QAction]]
"""Commands under their heading."""
Sections = list[tuple[str, Lines]]
"""The heading of each, and its keys with their words."""


class KeysDialog(QDialog):
    """A list of keys in tabs, by where they work; each tab is seen whole on a small screen."""

    def __init__(
        self,
        commands: Sequence[Named],
        live: Sequence[QAction],
        body: Commands,
        parent: QWidget | None = None,
    ) -> None:
        """List keys.

        Args:
            commands: Those of the menus, under their headings.
            live: What can be done while a meeting is recorded live.
            body: The commands of a body.
            parent: The widget whose window is held meanwhile.
        """
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(worded(msg("Keys")))
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("keys_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(worded(msg("Keys")))
        of_menus = [(worded(name), _of(actions)) for name, actions in commands]
        everywhere = (worded(msg("Everywhere")), _plain(keys_list.EVERYWHERE))
        while_live = (worded(msg("While the meeting is held")), _of(live))
        for name, sections in (
            (msg("In the whole window"), [everywhere, *of_menus, *_all(keys_list.ELSEWHERE)]),
            (msg("Record live"), [while_live, *_all(keys_list.LIVE)]),
            (msg("Writing a text"), [*_in(body, _WRITING), *_all(keys_list.WRITING)]),
            (msg("Text modules, finding"), [*_in(body, _AIDS), *_all(keys_list.AIDS)]),
            (msg("Lists and fields"), _all(keys_list.LISTS)),
            (msg("After the meeting"), _all(keys_list.AFTERWARDS)),
            (msg("Follow-up"), _all(keys_list.FOLLOWING)),
        ):
            self.tabs.addTab(self._page(sections), worded(name))
        close = QPushButton(worded(msg("Back to work")), self)
        close.setObjectName("keys_close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.tabs, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableSize()
        self.resize(_SIZE.boundedTo(QSize(room.width() - _FRAME, room.height() - 2 * _FRAME)))

    def _page(self, sections: Sections) -> QScrollArea:
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, GRID, 0, 0)
        row.setSpacing(4 * GRID)
        for some in shared([one for one in sections if one[1]], _COLUMNS):
            grid = QGridLayout()
            grid.setHorizontalSpacing(2 * GRID)
            grid.setVerticalSpacing(2)
            at = 0
            for name, lines in some:
                at = self._fill(grid, at, name, lines)
            grid.setColumnStretch(1, 1)
            grid.setRowStretch(at, 1)
            row.addLayout(grid, 1)
        area = QScrollArea()
        area.setObjectName("keys_area")
        area.setAccessibleName(worded(msg("Keys")))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        return area

    def _fill(self, grid: QGridLayout, row: int, name: str, lines: Lines) -> int:
        heading = QLabel(name)
        font = heading.font()
        font.setWeight(font.Weight.DemiBold)
        heading.setFont(font)
        grid.addWidget(heading, row, 0, 1, 2)
        for keys, words in lines:
            row += 1
            label = QLabel(keys)
            label.setObjectName("key")
            set_tone(label, Role.ACCENT)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            told = QLabel(words)
            told.setWordWrap(True)
            grid.addWidget(told, row, 1)
        grid.setRowMinimumHeight(row + 1, GRID)
        return row + 2


def shared(sections: Sections, columns: int) -> list[Sections]:
    """Return sections in columns that are as even as can be, in their order."""

    def cut(places: tuple[int, ...]) -> list[Sections]:
        bounds = (0, *places, len(sections))
        return [sections[a:b] for a, b in pairwise(bounds)]

    def height(some: Sections) -> int:
        return sum(len(lines) + 2 for _, lines in some)

    every = combinations_with_replacement(range(len(sections) + 1), columns - 1)
    return min(map(cut, every), key=lambda found: sum(height(some) ** 2 for some in found))


def _plain(lines: keys_list.Keys) -> Lines:
    return [(keys, worded(words)) for keys, words in lines]


def _all(sections: Iterable[keys_list.Section]) -> Sections:
    return [(worded(name), _plain(lines)) for name, lines in sections]


def _in(body: Commands, groups: Sequence[Group]) -> Sections:
    return [(worded(GROUP_NAMES[group]), _of(body.in_group(group))) for group in groups]


def _of(actions: Sequence[QAction]) -> Lines:
    return [
        (on_keyboard(one.shortcut()), one.text().replace("&", "").rstrip("…"))
        for one in actions
        if not one.shortcut().isEmpty()
    ]


def on_keyboard(keys: QKeySequence) -> str:
    """Return keys as they are called on a keyboard: "Ctrl+Enter", "Alt+↑"."""
    native = keys.toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join(_CALLED.get(name, name) for name in native.split("+"))
