"""Find anything: type, choose, be there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.search import Hit, find_words
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_PAUSE_MS = 80
_MOST, _MOST_PROJECTS, _FIRST = 60, 20, 5
_ICONS = {
    Kind.RESOLUTION: IconName.GAVEL,
    Kind.MATTER: IconName.FILE_TEXT,
    Kind.ITEM: IconName.LIST_ORDERED,
    Kind.MEETING: IconName.CALENDAR,
    Kind.SECTION: IconName.FILE_TEXT,
    Kind.APPENDIX: IconName.PAPERCLIP,
    Kind.PERSON: IconName.USER,
    Kind.ATTENDANCE: IconName.USER_CHECK,
    Kind.UNIT: IconName.BUILDING,
    Kind.COMMITTEE: IconName.USERS,
    Kind.PROJECT: IconName.CHART_GANTT,
}

_OTHERS = tuple(kind for kind in _ICONS if kind is not Kind.PROJECT)


@dataclass(frozen=True)
class Found:
    """A line of what was found: a record, or a command of the window."""

    words: str
    image: IconName
    hit: Hit | None = None
    action: QAction | None = None


class FindDialog(QDialog):
    """Finds meetings, resolutions, people and commands while one types."""

    record_chosen = Signal(object)
    """Emitted with the `Hit` that was chosen."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        commands: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Find in the records, and among commands.

        Args:
            desk: The door to the records.
            errands: Where the records are searched.
            commands: The window's actions that can be chosen by their words.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("find_anything")
        self.setWindowTitle(worded(msg("Find anything")))
        self._desk, self._errands, self._commands = desk, errands, commands
        self.line = CleanLine(self)
        self.line.setObjectName("find_line")
        self.line.setAccessibleName(worded(msg("Find anything")))
        self.line.setPlaceholderText(
            worded(msg("Meetings, resolutions, projects, people, commands"))
        )
        self.line.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        self.list = QListWidget(self)
        self.list.setObjectName("find_list")
        self.list.setAccessibleName(worded(msg("What was found")))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told = QLabel(self)
        set_tone(self._told, Role.MUTED)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._found: list[Found] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        self.resize(90 * GRID, 60 * GRID)
        self.line.textChanged.connect(lambda _: self._pause.start())
        self.line.installEventFilter(self)
        self._pause.timeout.connect(self._search)
        self.list.itemActivated.connect(lambda _: self._choose())
        self.list.itemClicked.connect(lambda _: self._choose())
        self._show([])

    def offer(self, commands: Sequence[QAction]) -> None:
        """Offer these commands from now on."""
        self._commands = commands

    def open_fresh(self) -> None:
        """Show the dialog with what was typed last, ready to be typed over."""
        self.line.selectAll()
        self.line.setFocus()
        self.show()
        self.raise_()
        self.activateWindow()
        self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the line keeps the keyboard."""
        if watched is self.line and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            match Qt.Key(event.key()):
                case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                    if pressed:
                        self._walk(Qt.Key(event.key()))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if pressed:
                        self._choose()
                    return True
        return super().eventFilter(watched, event)

    def _walk(self, key: Qt.Key) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}
        row = self.list.currentRow() + steps.get(key, 8)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))

    def _search(self) -> None:
        query = self.line.text().strip()
        if not query:
            self._show([])
            return

        def work(_: object) -> list[Hit]:
            projects = self._desk.read(find_words, query, (Kind.PROJECT,), _MOST_PROJECTS)
            others = self._desk.read(find_words, query, _OTHERS, _MOST)
            # A few that are called so come first; what only holds the words somewhere comes last.
            named = [one for one in projects if not one.where][:_FIRST]
            return [*named, *others, *(one for one in projects if one not in named)]

        self._errands.run(work, self._show, channel="find", context=self)

    def _show(self, hits: Sequence[Hit]) -> None:
        words = search_key(self.line.text()).split()
        commands = [
            Found(f"{_plain(one)}    {_keys(one)}".rstrip(), IconName.COMMAND, action=one)
            for one in self._commands
            if one.isEnabled() and all(word in search_key(_plain(one)) for word in words)
        ]
        found = [Found(_worded(hit), _ICONS[hit.kind], hit) for hit in hits]
        self._found = [*found, *commands] if words else commands
        self.list.clear()
        for one in self._found:
            row = QListWidgetItem(icon(one.image), one.words)
            row.setToolTip(one.hit.text if one.hit else one.words)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        nothing = words and not self._found
        self._told.setText(
            worded(msg("Nothing was found."))
            if nothing
            else worded(msg("↑ ↓ choose, Enter opens, Esc closes"))
        )

    def _choose(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._found):
            return
        one = self._found[row]
        self.hide()
        if one.hit is not None:
            self.record_chosen.emit(one.hit)
        elif one.action is not None:
            one.action.trigger()


def _worded(hit: Hit) -> str:
    text = " ".join(hit.text.split())
    return f"{hit.where or worded(wording.KINDS[hit.kind])} · {text}"


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
