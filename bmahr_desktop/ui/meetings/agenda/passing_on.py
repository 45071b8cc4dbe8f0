"""Two commands on a matter: move it to the next meeting, or copy it there (`lessons.md` 6)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import MeetingLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import passing_on, records
from bmahr_desktop.operations.whereabouts import Whereabouts, find_record
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.meetings.agenda.outline import Outline
from bmahr_desktop.ui.notices import Choice, UndoBar, ask
from bmahr_desktop.ui.records.list_tools import tool


class PassingOn(QObject):
    """Moves or copies the chosen matter; each can be taken back."""

    next_wanted = Signal()
    """Emitted when the next meeting is to be made first; whoever hears it makes it at once."""

    def __init__(
        self,
        desk: Desk,
        outline: Outline,
        undo: UndoBar,
        keep: Callable[[], bool],
        done: Callable[[], None],
    ) -> None:
        """Put the commands into the context menu of an outline.

        Args:
            desk: The door to the records.
            outline: Where a matter is chosen.
            undo: Offers to take it back.
            keep: Keeps what is typed; tells whether all could be kept.
            done: Called when the agenda has changed.
        """
        super().__init__(outline)
        self._desk, self._outline, self._undo = desk, outline, undo
        self._keep, self._done = keep, done
        self.move = self._action(
            "matter_move_on", msg("Move to the next meeting"), "Ctrl+Shift+PgDown",
            IconName.ARROW_RIGHT, self._move,
        )  # fmt: skip
        self.copy = self._action(
            "matter_copy_on", msg("Copy into the next meeting"), "Ctrl+Alt+PgDown",
            IconName.COPY, self._copy,
        )  # fmt: skip
        outline.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.menu = QMenu(outline)
        self.menu.setObjectName("passing_on_menu")
        self.menu.addActions([self.move, self.copy])

    def _action(
        self, name: str, words: Message, keys: str, image: IconName, act: Callable[[], None]
    ) -> QAction:
        action = QAction(icon(image), worded(words), self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False: act())
        self._outline.addAction(action)
        return action

    def button(self, parent: QWidget) -> QToolButton:
        """Return a small button that opens both commands."""
        words = worded(msg("Into the next meeting"))
        made = tool(IconName.CALENDAR_PLUS, words, "matter_on", parent)
        made.setMenu(self.menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    # ------------------------------------------------------------ both of them

    def _chosen(self) -> Whereabouts | None:
        """Return where the chosen matter stands, or an item's only one, once all is kept."""
        kind, uid = self._outline.current()
        if kind is Kind.ITEM:
            inside = self._desk.read(records.read_parts_of, Kind.MATTER, uid)
            uid = inside[0].record.uid if len(inside) == 1 else ""
        elif kind is not Kind.MATTER:
            return None
        return self._desk.read(find_record, uid) if uid and self._keep() else None

    def _move(self) -> None:
        place = self._chosen()
        if place is None or (following := self._next(place.meeting)) is None:
            return
        matter, item = place.uid, place.within[Kind.ITEM]
        at = self._desk.read(records.place_of, Kind.MATTER, matter)
        if not self._write(passing_on.move_into, matter, following.uid):
            return

        def take_back() -> None:
            self._write(passing_on.put_back, matter, item, at)

        number = name_of(following.number, following.year)
        self._undo.offer(msg("Moved to meeting {number}", number=number), take_back)

    def _copy(self) -> None:
        place = self._chosen()
        if place is None or (following := self._next(place.meeting)) is None:
            return
        made = new_uid()
        if not self._write(passing_on.duplicate_into, place.uid, following.uid, made):
            return

        def take_back() -> None:
            self._write(records.remove, Kind.MATTER, made)

        number = name_of(following.number, following.year)
        self._undo.offer(msg("Copied into meeting {number}", number=number), take_back)

    def _next(self, meeting: str) -> MeetingLine | None:
        """Return the next meeting; where there is none yet, let it be made."""
        found = self._desk.read(passing_on.next_on_file, meeting)
        if found is not None:
            return found
        make = Choice(msg("Make the next meeting…"))
        question = msg("There is no next meeting on file yet.")
        if ask(self._outline, question, None, Choice(msg("Go back"), safe=True), make) is make:
            self.next_wanted.emit()
            return self._desk.read(passing_on.next_on_file, meeting)
        return None

    def _write(self, operation: Callable[..., object], *arguments: object) -> bool:
        try:
            self._desk.write(self, operation, *arguments)  # type: ignore[arg-type]
        except Refused as refused:
            question = msg("This cannot be done.")
            ask(self._outline, question, refused.messages[0], Choice(msg("Go back"), safe=True))
            return False
        self._done()
        return True
