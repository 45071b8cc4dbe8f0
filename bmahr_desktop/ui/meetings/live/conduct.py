"""Leads a meeting by the keyboard: begin, next matter, new point, new resolution, end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTime, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from bmahr_desktop.domain.attending import is_away
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import AttendanceList, Matter, MatterState, MeetingState
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.statements import adoption_words, clock, meeting_name
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records, sessions
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.fields.time_field import TimeField
from bmahr_desktop.ui.look.digits import digits_in_use
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.meetings.live.keys import actions_of
from bmahr_desktop.ui.meetings.live.room import RoomWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from bmahr_desktop.domain.changes import Changes
    from bmahr_desktop.operations.course import Course
    from bmahr_desktop.ui.desk import Desk
    from bmahr_desktop.ui.meetings.live.view import LiveView


class Conduct(QObject):
    """Does what the keys of a meeting mean."""

    ended = Signal()
    """Emitted when the meeting was ended: its record is to be looked over."""

    def __init__(self, desk: Desk, view: LiveView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.room: RoomWindow | None = None
        self._running = ""
        self.actions: list[QAction] = actions_of(view, (
            ("live_start", msg("Begin the meeting"), IconName.PLAY, "F9", self.start),
            ("live_next", msg("Next matter"), IconName.ARROW_DOWN, "Ctrl+Return", self.go_on),
            ("live_back", msg("Matter before"), IconName.ARROW_UP, "Ctrl+Shift+Return",
             lambda: self.go_on(-1)),
            ("live_point", msg("New point of discussion"), IconName.LIST_ORDERED, "F7", self.point),
            ("live_resolution", msg("New resolution"), IconName.GAVEL, "F6", self.resolution),
            ("live_time", msg("The time of now"), IconName.CLOCK, "F5", self.put_time),
            ("live_late", msg("A matter that came in late"), IconName.FILE_PLUS, "Ctrl+Shift+N",
             self.late),
            ("live_undiscussed", msg("Leave for the next meeting"), IconName.CALENDAR_X,
             "Ctrl+Shift+U", self.undiscussed),
            ("live_roll", msg("To the roll, and back"), IconName.USERS, "Ctrl+R", self.to_roll),
            ("live_agenda", msg("To the agenda"), IconName.LIST_TREE, "Ctrl+G",
             view.strip.setFocus),
            ("live_modules", msg("To the text modules"), IconName.FILE_TEXT, "Ctrl+M",
             view.modules.setFocus),
            ("live_room", msg("Window for the room"), IconName.MONITOR, "F11", self.show_room),
            ("live_end", msg("End the meeting"), IconName.SQUARE, "F12", self.end),
        ))  # fmt: skip
        view.strip.wanted.connect(self.go_to)
        view.step_shown.connect(self._on_course)
        view.modules.wanted.connect(self.put)

    # ------------------------------------------------------------ begin and end

    def start(self) -> None:
        """Begin the meeting, now."""
        meeting = self._view.meeting
        if not self._view.flush() or not self._write(sessions.start, meeting, time_now()):
            return
        self._view.show_meeting(meeting)
        self._view.roll.setFocus()

        def take_back() -> None:
            self._write(records.amend, Kind.MEETING, meeting, None,
                state=MeetingState.PREPARING, start=None, current=None,
            )  # fmt: skip
            self._view.show_meeting(meeting)

        self._view.undo.offer(msg("The meeting began at {time}", time=self._worded()), take_back)

    def end(self) -> None:
        """End the meeting, now; its record stays open until it is closed."""
        meeting, seconds = self._view.meeting, self._view.head.clock.take()
        if not self._view.flush() or not self._write(sessions.end, meeting, time_now(), seconds):
            return
        self._view.read_again()

        def take_back() -> None:
            self._desk.write(self, sessions.go_on, meeting)
            self._view.show_meeting(meeting)

        self._view.undo.offer(msg("The meeting ended at {time}", time=self._worded()), take_back)
        self.ended.emit()

    # ------------------------------------------------------------ from matter to matter

    def go_on(self, by: int = 1) -> None:
        """Go to the next matter, or to the one before."""
        uids = [step.uid for step in self._view.steps]
        shown = self._view.shown
        at = uids.index(shown) + by if shown in uids else 0
        if 0 <= at < len(uids):
            self.go_to(uids[at])

    def go_to(self, matter: str) -> None:
        """Speak about a matter from now on; before and after the meeting, only show it."""
        view = self._view
        if not view.flush():
            return
        if self._in_session():
            seconds = view.head.clock.take()
            if not self._write(sessions.set_current, view.meeting, matter, seconds):
                return
        view.show_matter(matter)
        view.read_again()
        view.matter.setFocus()

    def late(self) -> None:
        """Add a matter that came in after the agenda went out, and go to its title."""
        view = self._view
        made = Matter(uid=new_uid(), title=worded(msg("Subject: ")))
        if view.flush() and self._write(sessions.add_late_matter, view.meeting, made):
            view.read_again()
            self.go_to(made.uid)
            view.matter.title.title.go_to(len(made.title))

    def undiscussed(self) -> None:
        """Leave the matter for the next meeting and go on; or take that back."""
        view = self._view
        step = view.step()
        if step is None or not view.flush():
            return
        left = step.matter.state is not MatterState.UNDISCUSSED
        if self._write(sessions.mark_undiscussed, step.uid, undiscussed=left):
            view.read_again()
            if left:
                self.go_on()

    # ------------------------------------------------------------ what is said

    def point(self) -> None:
        """Ask who speaks, then begin a point."""
        course = self._view.course
        if course is None:
            return
        steps = {step.uid: place for place, step in enumerate(self._view.steps)}
        there = [
            one.name
            for one in course.meeting.attendance
            if one.list is not AttendanceList.ABSENT
            and not is_away(one, course.meeting.current, steps)
        ]
        self._view.speaker.ask(there)

    def resolution(self) -> None:
        """Add a resolution to the matter, and go to its wording."""
        self._view.matter.add_resolution()

    def put_time(self) -> None:
        """Put the time of now where one is writing."""
        field = QApplication.focusWidget()
        if isinstance(field, TimeField):
            field.choose(time_now())
        else:
            self.put(self._worded())

    def put(self, text: str) -> None:
        """Put words where one is writing, or was before one looked elsewhere."""
        field = QApplication.focusWidget()
        if not isinstance(field, BodyEditor | QPlainTextEdit):
            field = self._view.last_text()
        match field:
            case BodyEditor():
                field.insert_text(text)
            case QPlainTextEdit():
                field.insertPlainText(text)
            case _:
                return
        field.setFocus()

    # ------------------------------------------------------------ where one looks

    def to_roll(self) -> None:
        """Go to the roll; from the people back to the text."""
        view, now = self._view, QApplication.focusWidget()
        among = now is not None and view.presence.isAncestorOf(now)
        if view.roll.list.hasFocus() or among:
            view.matter.setFocus()
        else:
            view.roll.setFocus()

    def show_room(self) -> None:
        """Open the window for the room, or close it."""
        if self.room is None:
            self.room = RoomWindow(self._view.window())
        if self.room.isVisible():
            self.room.close()
            return
        if self._view.course is not None:
            self._show_in_room(self._view.course)
        self.room.open_on_the_wall()

    # ------------------------------------------------------------ what they need

    def _in_session(self) -> bool:
        course = self._view.course
        return course is not None and course.meeting.state is MeetingState.IN_SESSION

    def _worded(self) -> str:
        course = self._view.course
        assert course is not None
        return clock(time_now(), course.committee.form.digits)

    def _on_course(self, course: Course) -> None:
        self._keep_time(course)
        if self.room is not None and self.room.isVisible():
            self._show_in_room(course)
        running = course.meeting.state is MeetingState.IN_SESSION
        for action in self.actions:
            if action.objectName() == "live_start":
                action.setEnabled(course.meeting.state is MeetingState.PREPARING)
            elif action.objectName() == "live_end":
                action.setEnabled(running)

    def _keep_time(self, course: Course) -> None:
        """Let the clock run at the matter spoken about now, and stand still otherwise."""
        clock_, step = self._view.head.clock, self._view.step()
        seconds = step.matter.seconds if step else 0
        current = course.meeting.current if self._in_session() else None
        if current is None:
            clock_.rest(seconds)
        elif current != self._running:
            clock_.begin(seconds)
        self._running = current or ""

    def _show_in_room(self, course: Course) -> None:
        step = self._view.step()
        meeting, committee = course.meeting, course.committee
        number = meeting_name(meeting.number, meeting.year, committee.form.digits)
        called = worded(msg("Meeting {number}", number=number))
        name = f"{committee.name}  {called}"
        if step is None or self.room is None:
            return
        self.room.show_matter(
            name, step.label, step.item.title, step.title, self._wordings(step.uid)
        )

    def _wordings(self, uid: str) -> list[str]:
        """Return what is resolved in a matter, composed where it follows from corrections."""
        matter: Matter = self._desk.read(records.read, Kind.MATTER, uid).record
        adopts, digits = matter.adopts, digits_in_use()
        return [
            adoption_words(adopts, digits) if one.composed and adopts else one.text
            for one in matter.resolutions
            if one.composed or one.text.strip()
        ]

    def _write(self, operation: Callable[..., Changes], *args: Any, **fields: Any) -> bool:
        try:
            self._desk.write(self, operation, *args, **fields)
        except Refused as refused:
            self._view.say(refused.messages[0])
            return False
        except StaleText:
            self._view.say(msg("This is no longer on file."))
            return False
        self._view.say(None)
        return True


def time_now() -> str:
    """Return the time of now, "09:42"."""
    now = QTime.currentTime()
    return f"{now.hour():02}:{now.minute():02}"
