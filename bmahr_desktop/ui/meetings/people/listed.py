"""Panes that list what a meeting has of one kind, with the form of the chosen one."""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.meetings.people.adding_row import AddingRow
from bmahr_desktop.ui.meetings.people.form import NamedForm
from bmahr_desktop.ui.meetings.record_list import RecordList
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.leaving import leaves_unkept
from bmahr_desktop.ui.records.list_tools import Tool, moving, removing, tool


class Listed(Protocol):
    """Anything that stands for a record."""

    @property
    def uid(self) -> str:
        """The record."""


class Named(Listed, Protocol):
    """Somebody by name."""

    @property
    def name(self) -> str:
        """The name as it is printed."""


L = TypeVar("L", bound=Listed)
N = TypeVar("N", bound=Named)


class ListedPane(QWidget, Generic[L]):
    """Edits what a meeting has of one kind: all of them in a list, the chosen one in a form.

    A pane makes the widgets, says what is listed and how that is shown, and connects them; it
    names those that are `changing` the list, which step back while the record is closed.
    """

    kind: ClassVar[Kind]
    view: RecordList
    form: RecordForm
    undo: UndoBar

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = ""
        self.listed: tuple[L, ...] = ()
        self.changing: tuple[QWidget, ...] = ()

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self.view.remove_wanted.connect(self.remove)
        self.view.move_wanted.connect(self.move_chosen)
        self.form.amended.connect(lambda _: self.read_again())
        self._desk.changed.connect(self._on_changed)
        self._desk.closed.changed.connect(self.read_again)

    def _add_tools(
        self, row: QHBoxLayout, prefix: str, parent: QWidget, first: Sequence[Tool] = ()
    ) -> list[QToolButton]:
        """Put buttons into a row that move and remove what is chosen, behind the first ones."""
        tools = (*first, *moving(prefix, self.move_chosen), removing(prefix, self.remove))
        made = []
        for name, words, object_name, act in tools:
            button = tool(name, worded(words), object_name, parent)
            button.clicked.connect(act)
            row.addWidget(button)
            made.append(button)
        return made

    # ------------------------------------------------------------ what a pane says

    def read_listed(self) -> Sequence[L]:
        """Return what the meeting has, in its order."""
        raise NotImplementedError

    def show_listed(self) -> None:
        """Fill the list with what was read."""
        raise NotImplementedError

    def show_parts(self) -> None:
        """Show the list, or that it is empty."""
        raise NotImplementedError

    def show_error(self, message: Message | None) -> None:
        """Say why something could not be done; None, that all is well."""
        raise NotImplementedError

    def turn_to(self, meeting: str) -> None:
        """Forget what was typed and told for the meeting before."""
        raise NotImplementedError

    def name_of(self, one: L) -> str:
        """Return what one of them is called."""
        raise NotImplementedError

    def move_chosen(self, by: int) -> None:
        """Move the chosen one up or down."""
        raise NotImplementedError

    def _on_chosen(self, uid: str) -> None:
        raise NotImplementedError

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show what a meeting has."""
        self.flush()
        if meeting != self._meeting:
            self.undo.dismiss()
            self.turn_to(meeting)
        self._meeting = meeting
        self.read_again()

    def read_again(self) -> None:
        """Read the list again."""
        self.listed = tuple(self.read_listed())
        self.show_parts()
        for widget in self.changing:
            widget.setDisabled(self.is_closed())
        self.show_listed()

    def is_closed(self) -> bool:
        """Tell whether the record of the meeting is closed: the list is only read."""
        return self._desk.closed.holds(self._meeting)

    def count(self) -> int:
        """Return how many there are."""
        return len(self.listed)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.form.flush()

    def _chosen(self) -> L | None:
        uid = self.view.current_uid()
        return next((one for one in self.listed if one.uid == uid), None)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        mine = isinstance(initiator, QWidget) and (
            initiator is self or self.isAncestorOf(initiator)
        )
        if not mine and self._meeting in changes.meetings and self.kind in changes.kinds:
            self.read_again()

    # ------------------------------------------------------------ changes

    def remove(self) -> None:
        """Remove the chosen one; it can be taken back."""
        one = self._chosen()
        if one is None:
            return

        def take_back() -> None:
            self._write(records.restore, self.kind, one.uid)
            self.view.choose(one.uid)

        if self._write(records.remove, self.kind, one.uid):
            self.undo.offer(msg("{name} was removed", name=self.name_of(one)), take_back)

    def _write(self, operation: Any, *args: Any, **fields: Any) -> bool:
        """Keep what is typed, then change the list; return whether that could be done."""
        self.flush()
        try:
            self._desk.write(self, operation, *args, **fields)
        except Refused as refused:
            self.show_error(refused.messages[0])
            return False
        except StaleText:
            self.show_error(msg("This is no longer on file."))
        self.read_again()
        return True


class NamesPane(ListedPane[N]):
    """Edits names as they are printed, added one after the other in a line over their list."""

    shown_on_paper = Signal(object)
    """Emitted with the `TextKey` of what was chosen, so that the paper can turn to it."""

    adding: AddingRow
    form: NamedForm

    def _connect(self) -> None:
        super()._connect()
        self.changing = (self.adding, *self.findChildren(QPushButton, "empty_state_step"))
        self.view.add_wanted.connect(self.adding.line.setFocus)
        self.view.edit_wanted.connect(self.form.edit)
        self.adding.left.connect(self.view.setFocus)

    def name_of(self, one: N) -> str:
        """Return the name as it is printed."""
        return one.name

    def show_error(self, message: Message | None) -> None:
        """Say under the line why something could not be done; None, that all is well."""
        self.adding.show_error(message)

    def go_to(self, key: TextKey) -> bool:
        """Go to a name; return whether it is listed."""
        if not self.view.choose(key.record):
            return False
        self.form.edit()
        return True

    def _on_chosen(self, uid: str) -> None:
        shown = self.form.record
        if shown and not self.flush():
            if uid == shown.uid:
                return  # what could not be kept stays in its field
            if not leaves_unkept(self):
                QTimer.singleShot(0, self, lambda: self.view.choose(shown.uid))
                return
        self.show_error(None)
        read = self._desk.read(records.read, self.kind, uid) if uid else None
        self.form.show_named(read, self._meeting)
        if uid:
            self.shown_on_paper.emit(TextKey(uid, "name"))

    def beside(self, _one: N) -> Sequence[N]:
        """Return among whom one of them can be moved: among all."""
        return self.listed

    def move_chosen(self, by: int) -> None:
        """Move the chosen one up or down among those beside it."""
        one = self._chosen()
        if one is None:
            return
        beside = [other.uid for other in self.beside(one)]
        at = beside.index(one.uid) + by
        if 0 <= at < len(beside):
            place = [other.uid for other in self.listed].index(beside[at])
            self._write(records.move, self.kind, one.uid, place)
