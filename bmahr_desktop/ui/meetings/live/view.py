"""A meeting while it is held: agenda, matter, people and wordings in one view."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.course import Course, read_course
from bmahr_desktop.operations.whereabouts import Whereabouts
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.agenda.matter import MatterPane, Spot
from bmahr_desktop.ui.meetings.live.head import LiveHead
from bmahr_desktop.ui.meetings.live.modules_list import ModulesList
from bmahr_desktop.ui.meetings.live.presence_form import PresenceForm
from bmahr_desktop.ui.meetings.live.roll import RollCall
from bmahr_desktop.ui.meetings.live.speaker_line import SpeakerLine
from bmahr_desktop.ui.meetings.live.steps import Step, steps_in
from bmahr_desktop.ui.meetings.live.strip import AgendaStrip
from bmahr_desktop.ui.meetings.live_part import LivePart
from bmahr_desktop.ui.meetings.people.names import Register
from bmahr_desktop.ui.notices import ErrorNote, UndoBar

_STRIP, _PEOPLE = 30 * GRID, 41 * GRID
_COURSE = frozenset({Kind.MEETING, Kind.ITEM, Kind.MATTER, Kind.ATTENDANCE, Kind.RESOLUTION})
"""What the view shows besides the texts, which look after themselves."""


class LiveView(LivePart):
    """Shows where the meeting is, and takes down what is said. The keys are those of `Conduct`."""

    shown_on_paper = Signal(object)
    step_shown = Signal(object)
    """Emitted with the `Course` whenever it was read again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live_view")
        self._desk = desk
        self._meeting = self.shown = ""
        self._last_text: QWidget | None = None
        self.course: Course | None = None
        self.steps: tuple[Step, ...] = ()
        self.head = LiveHead(self)
        self.strip = AgendaStrip(self)
        self.speaker = SpeakerLine(self)
        self.matter = MatterPane(desk, self)
        self.counts = QLabel(self)
        self.counts.setObjectName("live_counts")
        register = Register(desk, self)
        self.roll = RollCall(desk, register, self)
        self.presence = PresenceForm(desk, register, self)
        self.modules = ModulesList(self)
        self.note = ErrorNote(self)
        self.undo = UndoBar(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.read_again)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.speaker)
        column.addWidget(self.matter, 1)
        people = QWidget(self)
        right = QVBoxLayout(people)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GRID // 2)
        right.addWidget(self.counts)
        right.addWidget(self.roll, 2)
        right.addWidget(self.presence)
        heading = QLabel(worded(msg("Text modules")), self)
        set_tone(heading, Role.MUTED)
        right.addWidget(heading)
        right.addWidget(self.modules, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("live_splitter")
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.strip, 0), (middle, 1), (people, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([_STRIP, 98 * GRID, _PEOPLE])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID, 0, 0, 0)
        whole.setSpacing(GRID // 2)
        whole.addWidget(self.head)
        whole.addWidget(self.note)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.undo)

    def _connect(self) -> None:
        self.roll.chosen.connect(self._on_person)
        self.roll.details_wanted.connect(self.presence.edit)
        self.roll.substitute_wanted.connect(self.presence.ask_for_substitute)
        self.presence.left.connect(self.roll.setFocus)
        self.speaker.answered.connect(self.matter.add_point)
        self.speaker.given_up.connect(self.matter.setFocus)
        self.matter.shown_on_paper.connect(self.shown_on_paper)
        self.matter.removed.connect(self._offer_undo)
        self._desk.changed.connect(self._on_changed)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def hasHeightForWidth(self) -> bool:
        """Tell that the view takes the height there is.

        Else the lines of its notes, which wrap, would make the window ask for all it would like.
        """
        return False

    # ------------------------------------------------------------ what it shows

    @property
    def meeting(self) -> str:
        """The uid of the meeting that is shown; empty for none."""
        return self._meeting

    def show_meeting(self, meeting: str) -> None:
        """Show a meeting where it is."""
        self.flush()
        if meeting != self._meeting:
            self.matter.body.forget_documents()
            self.undo.dismiss()
        self._meeting = meeting
        self.shown = ""
        self.read_again()
        self.show_matter(self.shown)

    def step(self) -> Step | None:
        """Return the step that is shown."""
        return next((one for one in self.steps if one.uid == self.shown), None)

    def say(self, message: Message | None) -> None:
        """Say why something could not be done; None, that all is well."""
        self.note.show_text(said(message) if message else "")

    def last_text(self) -> QWidget | None:
        """Return the text of the matter in which one was writing last."""
        there = self._last_text is not None and self.matter.isAncestorOf(self._last_text)
        return self._last_text if there else self.matter.body.editor

    def read_again(self) -> None:
        """Read again how the meeting goes on."""
        if not self._meeting:
            return
        self.course = course = self._desk.read(read_course, self._meeting)
        self.steps = steps_in(course.meeting)
        uids = [step.uid for step in self.steps]
        current = course.meeting.current
        if self.shown not in uids:
            self.shown = current if current in uids else next(iter(uids), "")
        self.strip.show_steps(self.steps, current or "")
        self.strip.choose(self.shown)
        self.head.show_step(self.step())
        self.head.show_quorum(course.quorum())
        self._show_people(course)
        self.matter.at_hand.turn_to(self._meeting)
        self.modules.show_modules(self.matter.at_hand.modules())
        self.step_shown.emit(course)

    def _show_people(self, course: Course) -> None:
        self.presence.show_steps(self._meeting, self.steps)
        self.roll.show_course(course)
        on_site, online, absent = course.places()
        words = msg(
            "In the room {on_site}  ·  online {online}  ·  not come {absent}",
            on_site=on_site,
            online=online,
            absent=absent,
        )
        self.counts.setText(said(words))

    def show_matter(self, uid: str) -> None:
        """Show a matter in the middle."""
        self.shown = uid
        self.matter.setVisible(bool(uid))
        if uid:
            read = self._desk.read(records.read, Kind.MATTER, uid)
            self.matter.show_matter(read, self._meeting, titled=read.record.late)

    def _on_person(self, uid: str) -> None:
        read = self._desk.read(records.read, Kind.ATTENDANCE, uid) if uid else None
        self.presence.show_record(read)

    def go_to(self, place: Whereabouts, spot: Spot | None = None) -> bool:
        """Go to a part of the agenda, or a letter of it; return whether it is there."""
        matter = place.within.get(Kind.MATTER, "")
        if matter not in [step.uid for step in self.steps]:
            return False
        self.show_matter(matter)
        self.strip.choose(matter)
        self.head.show_step(self.step())
        self.matter.go_to(place.kind, place.uid, spot)
        return True

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [self.matter.flush(), self.presence.flush()]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for part in (self.matter, self.presence):
            part.drop_unkept()

    def _offer_undo(self, kind: Kind, uid: str) -> None:
        def take_back() -> None:
            self._desk.write(self, records.restore, kind, uid)
            self.show_matter(self.shown)

        self.undo.offer(msg("It was removed"), take_back)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, BodyEditor | QPlainTextEdit) and self.matter.isAncestorOf(now):
            self._last_text = now

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._meeting in changes.meetings and changes.kinds & _COURSE and self.isVisible():
            self._soon.start()
