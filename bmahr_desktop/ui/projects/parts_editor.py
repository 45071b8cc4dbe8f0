"""A table of parts with its tools: what is added, removed, moved, and what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.projects.parts_table import PartsTable
from bmahr_desktop.ui.records.list_tools import Tool, moving, removing, tool


@dataclass(frozen=True)
class Words:
    """What the parts are called.

    Attributes:
        add: Adds one, for its button and the empty place.
        empty: What belongs here.
        removed: Tells that one was removed.
        hint: Which keys do what; shown under the table.
        name: What object names begin with, "step".
    """

    add: Message
    empty: Message
    removed: Message
    hint: Message
    name: str


class PartsEditor(QWidget):
    """A table, its tools above it, what is wrong and the keys below it."""

    added = Signal(str)
    """Emitted with the uid of a part that was added."""

    def __init__(
        self,
        table: PartsTable,
        words: Words,
        make: Callable[[str], Any],
        undo: UndoBar,
        parent: QWidget | None = None,
    ) -> None:
        """Make an editor.

        Args:
            table: Shows the parts.
            words: What they are called.
            make: Returns a new part with a uid.
            undo: Where a removal can be taken back.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.table, self.model, self._words, self._make = table, table.parts, words, make
        self._undo = undo
        self._acts: list[QWidget] = []
        self.note = ErrorNote(self)
        self.hint = QLabel(worded(words.hint), self)
        self.hint.setWordWrap(True)
        set_tone(self.hint, Role.MUTED)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(GRID // 2)
        self.empty = EmptyState(IconName.TABLE, words.empty, words.add, self)
        self.empty.button.setObjectName(f"{words.name}_first")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        name = self._words.name
        tools: list[Tool] = [
            (IconName.PLUS, self._words.add, f"{name}_add", self.add),
            *moving(name, self.move_current),
            removing(name, self.remove),
        ]
        self.add_tools(tools)
        self.tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self.tools)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note)
        column.addWidget(self.hint)

    def add_tools(self, tools: Sequence[Tool]) -> None:
        """Put further tools before the room at right."""
        for image, words, name, act in tools:
            button = tool(image, worded(words), name, self)
            button.clicked.connect(lambda _=False, do=act: do())
            self.tools.insertWidget(len(self._acts), button)
            self._acts.append(button)

    def _connect(self) -> None:
        keys = self.table.keys
        keys.add_wanted.connect(self.add)
        keys.remove_wanted.connect(self.remove)
        keys.move_wanted.connect(self.move_current)
        self.model.told.connect(self.note.show_text)
        self.model.changed.connect(self._show)
        self.empty.next_step.connect(self.add)

    # ------------------------------------------------------------ what it shows

    def show_owner(self, owner: str) -> None:
        """Show the parts of a project; empty for none."""
        self.model.show_owner(owner)
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Let the parts only be read, or changed again."""
        self.model.set_read_only(read_only)
        for act in self._acts:
            act.setEnabled(not read_only)
        self.empty.button.setEnabled(not read_only)

    def flush(self) -> bool:
        """Keep what is typed; return whether it is on file."""
        self.table.cells.commit_open()
        return self.model.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.model.drop_unkept()

    def go_to(self, uid: str, field: str) -> bool:
        """Put the keyboard into a field of a part; return whether it is here."""
        row = self.model.row_of(uid)
        if row < 0:
            return False
        self.table.go_to(row, self.model.column_of(field))
        return True

    def begin(self) -> None:
        """Put the keyboard into the table, or to the button that begins it."""
        if not self.model.parts:
            self.empty.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.current_row() < 0:
            self.table.go_to(0, 0)
        else:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def current_row(self) -> int:
        """Return the row of a part that the keyboard is in; -1 for none."""
        row = self.table.currentIndex().row()
        return row if self.model.part(row) is not None else -1

    def _show(self) -> None:
        self._stack.setCurrentWidget(self.table if self.model.parts else self.empty)
        self.hint.setVisible(bool(self.model.parts))

    # ------------------------------------------------------------ doing

    def add(self) -> None:
        """Add a part below the one that the keyboard is in, and open its first field."""
        if self.model.is_read_only() or not self.model.owner:
            return
        self.table.cells.commit_open()
        row = self.current_row() + 1 if self.current_row() >= 0 else len(self.model.parts)
        part = self._make(new_uid())
        if self.model.add(part, row):
            self._show()
            self.table.go_to(self.model.row_of(part.uid), 0, edit=True)
            self.added.emit(part.uid)

    def remove(self) -> None:
        """Remove the part that the keyboard is in."""
        row, column = self.current_row(), self.table.currentIndex().column()
        if row < 0 or self.model.is_read_only():
            return
        self.table.cells.commit_open()
        kind, uid = self.model.kind, self.model.parts[row].uid
        if self.model.write(records.remove, kind, uid):
            self._undo.offer(self._words.removed, lambda: self._put_back(uid, column))
            if self.model.parts:
                self.table.go_to(min(row, len(self.model.parts) - 1), column)
            else:
                self.begin()

    def _put_back(self, uid: str, column: int) -> None:
        if self.model.write(records.restore, self.model.kind, uid):
            self.table.go_to(self.model.row_of(uid), column)

    def move_current(self, by: int) -> None:
        """Move the part that the keyboard is in: -1 up, 1 down."""
        row, column = self.current_row(), self.table.currentIndex().column()
        to = row + by
        if row < 0 or not 0 <= to < len(self.model.parts) or self.model.is_read_only():
            return
        self.table.cells.commit_open()
        uid = self.model.parts[row].uid
        if self._move(uid, to):
            self.table.go_to(to, column)
            self._undo.offer(msg("It was moved"), lambda: self._move_back(uid, row))

    def _move(self, uid: str, to: int) -> bool:
        return self.model.write(records.move, self.model.kind, uid, to)

    def _move_back(self, uid: str, to: int) -> None:
        if self._move(uid, to):
            self.table.go_to(to, self.table.currentIndex().column())
