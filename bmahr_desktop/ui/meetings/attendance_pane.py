"""Who came to a meeting, who did not, and who else took part."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.attendance_adding import RollAdding
from bmahr_desktop.ui.meetings.attendance_form import AttendanceForm
from bmahr_desktop.ui.meetings.attendance_view import ICONS, RollView
from bmahr_desktop.ui.meetings.person_field import Register
from bmahr_desktop.ui.meetings.record_list import ListAndForm
from bmahr_desktop.ui.meetings.tool import tool
from bmahr_desktop.ui.notices import EmptyState, UndoBar

_LISTS = {
    AttendanceList.PRESENT: msg("To the members present (1)"),
    AttendanceList.ABSENT: msg("To the members absent (2)"),
    AttendanceList.PARTICIPANT: msg("To the others present (3)"),
}


class AttendancePane(QWidget):
    """Edits the lists of attendance of one meeting."""

    shown_on_paper = Signal(object)
    """Emitted with the `TextKey` of what was chosen, so that the paper can turn to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_pane")
        self._desk = desk
        self._meeting = ""
        self._roll: tuple[Attendance, ...] = ()
        register = Register(desk, self)
        self.adding = RollAdding(desk, register, self)
        self.view = RollView(self)
        self.form = AttendanceForm(desk, register, self)
        self.undo = UndoBar(self)
        self._empty = EmptyState(
            IconName.USERS,
            msg("Nobody is listed yet. Begin with the members of the committee."),
            msg("List the members"),
            self,
        )
        _add_tools(self)
        self._lay_out()
        self._show_parts()
        self._connect()

    def _lay_out(self) -> None:
        lists = QWidget(self)
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.adding)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        self.splitter = ListAndForm(self)
        self.splitter.setObjectName("attendance_splitter")
        self.splitter.put(lists, self.form)
        self.splitter.turned.connect(lambda below: self.form.arrange(below=below))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID, 0, 0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.undo)

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self.view.add_wanted.connect(self.adding.line.setFocus)
        self.view.remove_wanted.connect(self.remove)
        self.view.move_wanted.connect(self.move_chosen)
        self.view.edit_wanted.connect(self.form.edit)
        self.view.list_wanted.connect(self.move_to_list)
        self.view.place_wanted.connect(self.change_place)
        self.adding.added.connect(self._on_added)
        self.adding.found.connect(self.view.choose)
        self.adding.left.connect(self.view.setFocus)
        self._empty.next_step.connect(self.adding.add_missing_members)
        self.form.amended.connect(lambda _: self.read_again())
        self._desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show the lists of a meeting."""
        self.flush()
        if meeting != self._meeting:
            self.undo.dismiss()
        self._meeting = meeting
        self.adding.show_meeting(meeting)
        self.read_again()

    def read_again(self) -> None:
        """Read the lists again."""
        self._roll = self._desk.read(attendance.read_roll, self._meeting)
        self.form.suggest(self._roll)
        self._show_parts()
        self.view.show_roll(self._roll)

    def _show_parts(self) -> None:
        self.view.setVisible(bool(self._roll))
        self.splitter.show_form(there=bool(self._roll))
        self._empty.setVisible(not self._roll)

    def count(self) -> int:
        """Return how many names there are."""
        return len(self._roll)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.form.flush()

    def go_to(self, key: TextKey) -> bool:
        """Go to a name; return whether it is in the lists."""
        if not self.view.choose(key.record):
            return False
        self.form.edit()
        return True

    def _on_chosen(self, uid: str) -> None:
        self.flush()
        self.adding.show_error(None)
        if not uid:
            self.form.show_named(None, self._meeting)
            return
        read = self._desk.read(records.read, Kind.ATTENDANCE, uid)
        self.form.show_named(read, self._meeting)
        self.adding.target.set_value(read.record.list)
        self.shown_on_paper.emit(TextKey(uid, "name"))

    def _chosen(self) -> Attendance | None:
        uid = self.view.current_uid()
        return next((one for one in self._roll if one.uid == uid), None)

    def _on_added(self, uid: str) -> None:
        self.read_again()
        if uid:
            self.view.choose(uid)
        else:
            self.view.setFocus()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        mine = isinstance(initiator, QWidget) and (
            initiator is self or self.isAncestorOf(initiator)
        )
        if not mine and self._meeting in changes.meetings and Kind.ATTENDANCE in changes.kinds:
            self.read_again()

    # ------------------------------------------------------------ changes

    def move_to_list(self, kind: AttendanceList) -> None:
        """Move the chosen one into a list; it can be taken back."""
        one = self._chosen()
        if one is None or one.list is kind:
            return
        self._amend(one.uid, list=kind)
        done = msg("{name} was moved to: {list}", name=one.name, list=wording.LISTS[kind])
        self.undo.offer(done, lambda: self._amend(one.uid, list=one.list))

    def change_place(self) -> None:
        """Say that the chosen one takes part online, or in the room after all."""
        one = self._chosen()
        if one is not None and one.list is not AttendanceList.ABSENT:
            online = one.mode is Mode.ONLINE
            self._amend(one.uid, mode=Mode.ON_SITE if online else Mode.ONLINE)

    def move_chosen(self, by: int) -> None:
        """Move the chosen one up or down in its list."""
        one = self._chosen()
        if one is None:
            return
        beside = [other.uid for other in self._roll if other.list is one.list]
        at = beside.index(one.uid) + by
        if 0 <= at < len(beside):
            place = [other.uid for other in self._roll].index(beside[at])
            self._write(records.move, Kind.ATTENDANCE, one.uid, place)

    def remove(self) -> None:
        """Remove the chosen one; it can be taken back."""
        one = self._chosen()
        if one is None:
            return

        def take_back() -> None:
            self._write(records.restore, Kind.ATTENDANCE, one.uid)
            self.view.choose(one.uid)

        if self._write(records.remove, Kind.ATTENDANCE, one.uid):
            self.undo.offer(msg("{name} was removed", name=one.name), take_back)

    def _amend(self, uid: str, **fields: Any) -> None:
        self._write(records.amend, Kind.ATTENDANCE, uid, None, **fields)
        self.view.choose(uid)

    def _write(self, operation: Any, *args: Any, **fields: Any) -> bool:
        """Keep what is typed, then change the lists; return whether that could be done."""
        self.flush()
        try:
            self._desk.write(self, operation, *args, **fields)
        except Refused as refused:
            self.adding.show_error(refused.messages[0])
            return False
        except StaleText:
            self.adding.show_error(msg("This is no longer on file."))
        self.read_again()
        return True


def _add_tools(pane: AttendancePane) -> None:
    row = pane.adding.tools
    row.addSpacing(GRID)
    for kind, words in _LISTS.items():
        button = tool(ICONS[kind], worded(words), f"to_{kind.value}", pane.adding)
        button.clicked.connect(lambda _=False, kind=kind: pane.move_to_list(kind))
        row.addWidget(button)
    up, down = (lambda: pane.move_chosen(-1)), (lambda: pane.move_chosen(1))
    for name, words, object_name, act in (
        (IconName.VIDEO, msg("In the room or online (4)"), "change_place", pane.change_place),
        (IconName.ARROW_UP, msg("Move up (Alt+↑)"), "roll_up", up),
        (IconName.ARROW_DOWN, msg("Move down (Alt+↓)"), "roll_down", down),
        (IconName.TRASH, msg("Remove (Delete)"), "roll_remove", pane.remove),
    ):
        button = tool(name, worded(words), object_name, pane.adding)
        button.clicked.connect(act)
        row.addWidget(button)
