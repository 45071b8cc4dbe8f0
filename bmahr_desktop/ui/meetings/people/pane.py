"""Who came to a meeting, who did not, and who else took part."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.people.adding import RollAdding
from bmahr_desktop.ui.meetings.people.form import AttendanceForm
from bmahr_desktop.ui.meetings.people.listed import NamesPane
from bmahr_desktop.ui.meetings.people.names import Register
from bmahr_desktop.ui.meetings.people.view import ICONS, RollView
from bmahr_desktop.ui.meetings.record_list import ListAndForm
from bmahr_desktop.ui.notices import EmptyState, UndoBar
from bmahr_desktop.ui.records.list_tools import Tool, tool

_LISTS = {
    AttendanceList.PRESENT: msg("To the members present (1)"),
    AttendanceList.ABSENT: msg("To the members absent (2)"),
    AttendanceList.PARTICIPANT: msg("To the others present (3)"),
}


class AttendancePane(NamesPane[Attendance]):
    """Edits the lists of attendance of one meeting."""

    kind = Kind.ATTENDANCE
    view: RollView
    adding: RollAdding
    form: AttendanceForm

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("attendance_pane")
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
        self._add_list_tools()
        self._lay_out()
        self.show_parts()
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

    def _add_list_tools(self) -> None:
        row = self.adding.tools
        row.addSpacing(GRID)
        for kind, words in _LISTS.items():
            button = tool(ICONS[kind], worded(words), f"to_{kind.value}", self.adding)
            button.clicked.connect(lambda _=False, kind=kind: self.move_to_list(kind))
            row.addWidget(button)
        words = msg("In the room or online (4)")
        place: Tool = (IconName.VIDEO, words, "change_place", self.change_place)
        self._add_tools(row, "roll", self.adding, [place])

    def _connect(self) -> None:
        super()._connect()
        self.view.list_wanted.connect(self.move_to_list)
        self.view.place_wanted.connect(self.change_place)
        self.adding.added.connect(self._on_added)
        self.adding.found.connect(self.view.choose)
        self._empty.next_step.connect(self.adding.add_missing_members)

    # ------------------------------------------------------------ what it shows

    def turn_to(self, meeting: str) -> None:
        """Add to the lists of a meeting from now on."""
        self.adding.show_meeting(meeting)

    def read_listed(self) -> Sequence[Attendance]:
        """Return everybody in the lists."""
        return self._desk.read(attendance.read_roll, self._meeting)

    def show_parts(self) -> None:
        """Show the lists and the form, or how to begin."""
        self.view.setVisible(bool(self.listed))
        self.splitter.show_form(there=bool(self.listed))
        self._empty.setVisible(not self.listed)

    def show_listed(self) -> None:
        """Fill the lists."""
        self.form.suggest(self.listed)
        self.view.show_roll(self.listed)

    def _on_chosen(self, uid: str) -> None:
        super()._on_chosen(uid)
        if uid:
            self.adding.target.set_value(self.form.record.list)

    def _on_added(self, uid: str) -> None:
        self.read_again()
        if uid:
            self.view.choose(uid)
        else:
            self.view.setFocus()

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

    def beside(self, one: Attendance) -> Sequence[Attendance]:
        """Return everybody in the same list."""
        return [other for other in self.listed if other.list is one.list]

    def _amend(self, uid: str, **fields: Any) -> None:
        self._write(records.amend, Kind.ATTENDANCE, uid, None, **fields)
        self.view.choose(uid)
