"""Calling the roll by one key for each name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.attending import is_away, steps_of
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.domain.presence import is_out
from bmahr_desktop.domain.quorum import in_conflict
from bmahr_desktop.i18n import Message, msg, paper, worded
from bmahr_desktop.operations import presence, records
from bmahr_desktop.operations.course import Course
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.people.adding import RollAdding
from bmahr_desktop.ui.meetings.people.names import Register
from bmahr_desktop.ui.notices import ErrorNote

_UID = Qt.ItemDataRole.UserRole
_NAME, _HOW = range(2)

# The keys 1 to 7, and what stands on them when the keyboard writes Thai (Kedmanee).
_KEYS: Mapping[str, int] = {
    sign: number
    for number, signs in enumerate(("1๑ๅ", "2๒/", "3๓-", "4๔ภ", "5๕ถ", "6๖ุ", "7๗ึ"), 1)
    for sign in signs
}
REASONS = ("", paper("on official duty"), paper("otherwise engaged"), paper("on leave"))
"""Neutral words: what an illness is, is nobody's business (standards A6)."""


How = tuple[IconName, Role, str]
"""How somebody takes part: icon, colour, and words."""


def how(
    one: Attendance, current: str | None, steps: Mapping[str, int], *, conflict: bool = False
) -> How:
    """Return how somebody takes part: icon, colour, and words."""
    if one.list is AttendanceList.ABSENT:
        words = one.reason or worded(msg("not come"))
        return IconName.CIRCLE, Role.DANGER, words
    if one.mode is None:
        return IconName.CIRCLE_DASHED, Role.NEUTRAL, worded(msg("not called yet"))
    if conflict:
        return IconName.EYE_OFF, Role.WAITING, worded(msg("has an interest"))
    if is_out(one.away) and is_away(one, current, steps):
        return IconName.LOG_OUT, Role.WAITING, worded(msg("has left"))
    if is_away(one, current, steps):
        return IconName.CIRCLE_DASHED, Role.WAITING, worded(msg("not there now"))
    words = worded(msg("online")) if one.mode is Mode.ONLINE else worded(msg("in the room"))
    if one.substitute_for:
        words = said(msg("{place}, substitute", place=words))
    name = IconName.VIDEO if one.mode is Mode.ONLINE else IconName.CHECK_CIRCLE
    return name, Role.PROGRESS if one.mode is Mode.ONLINE else Role.DONE, words


class RollList(QTreeWidget):
    """Everybody in the lists in their order, members first.

    Keys: 1 in the room, 2 online, 3 not come (again: the next reason), 4 substitute, 5 leaves or is
    back, 6 everybody else is in the room, 7 has an interest in the matter.
    """

    pressed_key = Signal(int)
    """Emitted with the number of the key."""
    details_wanted = Signal()
    add_wanted = Signal()
    chosen = Signal(str)
    """Emitted with the uid of whoever is chosen; empty for nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roll_list")
        self.setAccessibleName(worded(msg("Roll call")))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_HOW, QHeaderView.ResizeMode.ResizeToContents)
        self._filling = False
        self.currentItemChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(lambda *_: self.details_wanted.emit())

    def show_roll(self, roll: Sequence[tuple[Attendance, How]]) -> None:
        """Show everybody, each with how they take part."""
        before = self.current_uid()
        self._filling = True
        self.clear()
        for one, (name, role, words) in roll:
            row = QTreeWidgetItem([one.name, words])
            row.setData(0, _UID, one.uid)
            row.setIcon(0, icon(name, role))
            row.setToolTip(0, "\n".join((one.name, *one.lines, words)))
            row.setToolTip(1, words)
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.name}: {words}")
            self.addTopLevelItem(row)
        self._filling = False
        first = self.topLevelItem(0)
        if not self.choose(before) and first is not None:
            self.setCurrentItem(first)

    def current_uid(self) -> str:
        """Return the uid of whoever is chosen; empty for nobody."""
        row = self.currentItem()
        return str(row.data(0, _UID)) if row is not None else ""

    def choose(self, uid: str) -> bool:
        """Choose somebody; return whether they are listed."""
        for number in range(self.topLevelItemCount()):
            row = self.topLevelItem(number)
            if row is not None and row.data(0, _UID) == uid:
                self.setCurrentItem(row)
                self.scrollToItem(row)
                return True
        return False

    def go_on(self) -> None:
        """Go to the next one."""
        row = self.currentItem()
        below = self.itemBelow(row) if row is not None else None
        if below is not None:
            self.setCurrentItem(below)

    def _on_current(self) -> None:
        if not self._filling:
            self.chosen.emit(self.current_uid())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the chosen one by a digit; Enter and F2 go to the details."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not held and event.text() in _KEYS:
            self.pressed_key.emit(_KEYS[event.text()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not held:
            self.details_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert and not held:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)


class RollCall(QWidget):
    """The roll of a meeting, and what its keys do."""

    substitute_wanted = Signal()
    details_wanted = Signal()
    chosen = Signal(str)

    def __init__(self, desk: Desk, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roll_call")
        self._desk = desk
        self._meeting = ""
        self._matter: str | None = None
        self.list = RollList(self)
        self.adding = RollAdding(desk, register, self)
        self.adding.target.set_value(AttendanceList.PARTICIPANT)
        self.adding.hide()
        self.note = ErrorNote(self)
        keys = QLabel(worded(msg(
            "1 in the room · 2 online · 3 not come · 4 substitute · 5 leaves, is back"
            " · 6 all others there · 7 interest · Insert: add a name"
        )), self)  # fmt: skip
        keys.setWordWrap(True)
        set_tone(keys, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.adding)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addWidget(keys)
        self.setFocusProxy(self.list)
        self.list.pressed_key.connect(self._on_key)
        self.list.details_wanted.connect(self.details_wanted)
        self.list.chosen.connect(self._on_chosen)
        self.list.add_wanted.connect(self._ask_for_name)
        self.adding.left.connect(self._end_adding)
        self.adding.added.connect(self.list.choose)
        self.adding.found.connect(self.list.choose)

    def show_course(self, course: Course) -> None:
        """Show the roll of a meeting as it stands at the matter spoken about now."""
        meeting = course.meeting
        self._meeting, self._matter = meeting.uid, meeting.current
        self.adding.show_meeting(meeting.uid)
        steps, out = steps_of(meeting), in_conflict(meeting, meeting.current)
        guests_last = sorted(
            meeting.attendance, key=lambda one: one.list is AttendanceList.PARTICIPANT
        )
        self.list.show_roll(
            [
                (one, how(one, meeting.current, steps, conflict=one.uid in out))
                for one in guests_last
            ]
        )

    def _ask_for_name(self) -> None:
        self.adding.show()
        self.adding.line.setFocus()

    def _end_adding(self) -> None:
        self.adding.hide()
        self.list.setFocus()

    def _on_chosen(self, uid: str) -> None:
        self.note.show_text("")
        self.chosen.emit(uid)

    def _on_key(self, number: int) -> None:
        uid = self.list.current_uid()
        if not uid:
            return
        try:  # read anew: several keys may have come before the list was shown again
            one: Attendance = self._desk.read(records.read, Kind.ATTENDANCE, uid).record
        except Refused as refused:
            self._say(refused.messages[0])
            return
        acts: dict[int, Callable[[Attendance], object]] = {
            1: lambda one: self._present(one, Mode.ON_SITE),
            2: lambda one: self._present(one, Mode.ONLINE),
            3: self._absent,
            4: self._substitute,
            5: self._out_or_in,
            6: lambda _: self._write(presence.mark_all_present, self._meeting),
            7: self._conflict,
        }
        acts[number](one)

    def _present(self, one: Attendance, mode: Mode) -> None:
        if self._write(presence.mark_present, one.uid, self._meeting, mode, _now()):
            self.list.go_on()

    def _absent(self, one: Attendance) -> None:
        """Mark as not come; pressed again, the next of the neutral reasons stands there."""
        reason = one.reason
        if one.list is AttendanceList.ABSENT:
            at = REASONS.index(reason) if reason in REASONS else -1
            reason = REASONS[(at + 1) % len(REASONS)]
        self._write(presence.mark_absent, one.uid, reason)

    def _substitute(self, one: Attendance) -> None:
        if one.stands_for and one.substitute_for:
            self._write(presence.take_substitute_away, one.uid, self._meeting)
        else:
            self.substitute_wanted.emit()

    def _out_or_in(self, one: Attendance) -> None:
        if one.list is AttendanceList.ABSENT or one.mode is None:
            self._say(msg("Only somebody who is there can leave."))
        elif is_out(one.away):
            self._write(presence.come_back, one.uid, self._meeting)
        else:
            self._write(presence.go_out, one.uid, self._meeting, _now())

    def _conflict(self, one: Attendance) -> None:
        if self._matter is None:
            self._say(msg("Begin the meeting first: an interest is in a matter."))
        else:
            self._write(presence.turn_conflict, self._meeting, self._matter, one.uid)

    def _write(self, operation: Callable[..., Changes], *args: Any) -> bool:
        try:
            self._desk.write(self, operation, *args)
        except Refused as refused:
            self._say(refused.messages[0])
            return False
        except StaleText:
            self._say(msg("This is no longer on file."))
            return False
        self.note.show_text("")
        return True

    def _say(self, message: Message) -> None:
        self.note.show_text(said(message))


def _now() -> str:
    now = QTime.currentTime()
    return f"{now.hour():02}:{now.minute():02}"
