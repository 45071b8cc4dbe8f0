"""The three lists at the head of the minutes, in one view, numbered as they are printed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.domain.statements import list_rows
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.meetings.record_list import UID, RecordList

ICONS: Mapping[AttendanceList, IconName] = {
    AttendanceList.PRESENT: IconName.USER_CHECK,
    AttendanceList.ABSENT: IconName.USER_X,
    AttendanceList.PARTICIPANT: IconName.USERS,
}
_HEADINGS = (
    msg("No."),
    msg("Name"),
    msg("Position and office"),
    msg("Role, or reason"),
)
_WIDTHS = (0.12, 0.45, 0, 0.25)

_LIST = UID + 1
_TURNED_OVER = {
    AttendanceList.PRESENT: AttendanceList.ABSENT,
    AttendanceList.ABSENT: AttendanceList.PRESENT,
}

# The keys 1, 2, 3 and 4, and what stands on them when the keyboard writes Thai (Kedmanee).
_LIST_KEYS = {
    **dict.fromkeys(("1", "๑", "ๅ"), AttendanceList.PRESENT),
    **dict.fromkeys(("2", "๒", "/"), AttendanceList.ABSENT),
    **dict.fromkeys(("3", "๓", "-"), AttendanceList.PARTICIPANT),
}
_PLACE_KEYS = ("4", "๔", "ภ")


class RollView(RecordList):
    """Everybody in the lists.

    Keys, besides those of every list: Space for come or not come, 1, 2, 3 for the list, 4 for in
    the room or online.
    """

    list_wanted = Signal(object)
    """Emitted with the `AttendanceList` that the chosen one is to go into."""
    place_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEADINGS, _WIDTHS, parent)
        self.setObjectName("roll_view")
        self.setAccessibleName(worded(msg("Lists of attendance")))

    def show_roll(self, roll: Sequence[Attendance]) -> None:
        """Show the lists."""
        self.refill(lambda: self._fill(roll))

    def _fill(self, roll: Sequence[Attendance]) -> None:
        for kind in AttendanceList:
            people = tuple(one for one in roll if one.list is kind)
            top = QTreeWidgetItem([_heading(kind, people)])
            top.setIcon(0, icon(ICONS[kind]))
            font = self.font()
            font.setBold(True)
            top.setFont(0, font)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            for printed, one in zip(list_rows(people, digits_in_use()), people, strict=True):
                below = (*printed.lines[1:], *printed.at_right)
                guest = kind is AttendanceList.PARTICIPANT
                position = below if guest else printed.lines[1:]
                top.addChild(_row(printed.number, one, " ".join(position)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the lists by the keyboard."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        text = event.text()
        if held or not self.current_uid():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._turn_over()
        elif text in _LIST_KEYS:
            self.list_wanted.emit(_LIST_KEYS[text])
        elif text in _PLACE_KEYS:
            self.place_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _turn_over(self) -> None:
        """Say of a member that they came, or did not."""
        row = self.currentItem()
        now = row.data(0, _LIST) if row is not None else None
        if now in _TURNED_OVER:
            self.list_wanted.emit(_TURNED_OVER[now])


def _heading(kind: AttendanceList, people: Sequence[Attendance]) -> str:
    name = wording.LISTS[kind]
    words = said(msg("{list}: {count}", list=name, count=len(people)))
    if kind is not AttendanceList.PRESENT:
        return words
    members = [one for one in people if one.role is not None and one.role.is_member]
    online = sum(one.mode is Mode.ONLINE for one in members)
    if len(members) == len(people) and not online:
        return words
    told = msg("{members} of them members", members=len(members))
    if online:
        told = msg(
            "{members} of them members: {room} in the room, {online} online",
            members=len(members),
            room=len(members) - online,
            online=online,
        )
    return f"{words}  ·  {said(told)}"


def _row(number: str, one: Attendance, position: str) -> QTreeWidgetItem:
    online = worded(msg("online")) if one.mode is Mode.ONLINE else ""
    match one.list:
        case AttendanceList.PRESENT:
            at_right = " · ".join(filter(None, (one.title, online)))
        case AttendanceList.ABSENT:
            at_right = one.reason
        case AttendanceList.PARTICIPANT:
            at_right = online
    row = QTreeWidgetItem([number, one.name, position, at_right])
    row.setData(0, UID, one.uid)
    row.setData(0, _LIST, one.list)
    row.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    whole = "\n".join(filter(None, (one.name, *one.lines, at_right)))
    for column in range(4):
        row.setToolTip(column, whole)
    told = ", ".join(filter(None, (f"{number} {one.name}", at_right, position)))
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    return row
