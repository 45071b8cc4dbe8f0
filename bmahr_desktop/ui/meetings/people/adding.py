"""Adding names to the lists of attendance."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.meetings.people.adding_row import AddingRow
from bmahr_desktop.ui.meetings.people.names import Register
from bmahr_desktop.ui.records.list_tools import tool


class RollAdding(AddingRow):
    """Adds to one of the three lists of a meeting whoever is typed; nobody is listed twice."""

    added = Signal(str)
    """Emitted with the uid of who was added; empty for all missing members."""
    found = Signal(str)
    """Emitted with the uid of who is listed already."""

    def __init__(self, desk: Desk, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(register, msg("Add a name (Insert)"), parent)
        self._desk = desk
        self._meeting = ""
        self.target.set_choices(wording.choices(wording.LISTS))
        self.target.setAccessibleName(worded(msg("Add to this list")))
        self.target.setVisible(True)
        members = worded(msg("List the members whom no list names yet"))
        button = tool(IconName.LIST_CHECKS, members, "add_members", self)
        button.clicked.connect(self.add_missing_members)
        self.tools.addWidget(button)
        self.person_wanted.connect(self._add_person)
        self.name_wanted.connect(self._add_name)

    def show_meeting(self, meeting: str) -> None:
        """Add to the lists of a meeting."""
        if meeting != self._meeting:
            self.clear()
        self._meeting = meeting

    def add_missing_members(self) -> None:
        """List the members of that day whom no list names yet, as present, or as absent."""
        absent = self._list() is AttendanceList.ABSENT
        chosen = AttendanceList.ABSENT if absent else AttendanceList.PRESENT
        self.show_error(None)
        try:
            changes = self._desk.write(self, attendance.add_missing_members, self._meeting, chosen)
        except Refused as refused:
            self.show_error(refused.messages[0])
            return
        if changes:
            self.added.emit("")
        else:
            self.show_error(msg("Every member in office on that day is listed already."))

    def _list(self) -> AttendanceList:
        return AttendanceList(str(self.target.value()))

    def _add_person(self, person: PersonLine) -> None:
        try:
            made = self._desk.read(attendance.listing_of, self._meeting, person.uid, self._list())
        except Refused as refused:
            self.show_error(refused.messages[0])
            return
        self._add(made, on_file=False)

    def _add_name(self, name: str, on_file: bool) -> None:
        made = Attendance(uid=new_uid(), list=self._list(), name=name, mode=Mode.ON_SITE)
        self._add(made, on_file=on_file)

    def _add(self, made: Attendance, *, on_file: bool) -> None:
        who = (made.name, made.person)
        twice = self._desk.read(attendance.name_already_listed, self._meeting, *who)
        if twice is not None:
            self.found.emit(twice.uid)
            self.show_error(attendance.already_listed(twice))
            return
        try:
            self._desk.write(self, records.add, Kind.ATTENDANCE, made, self._meeting)
            if on_file:
                self._desk.write(self, attendance.put_on_file, Kind.ATTENDANCE, made.uid)
        except Refused as refused:
            self.show_error(refused.messages[0])
            return
        self.clear()
        self.added.emit(made.uid)
