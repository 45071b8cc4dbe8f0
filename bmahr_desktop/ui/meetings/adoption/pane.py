"""The adoption of a meeting's minutes: how it stands, its papers, its versions, its answers."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.adoption import Correction
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.meeting import MinutesState
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import corrections
from bmahr_desktop.operations.adopting import read_sent
from bmahr_desktop.operations.adoptions import Standing, read_standing
from bmahr_desktop.operations.corrections import Owner
from bmahr_desktop.operations.originals import read_adopted_text, read_text
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import State, StateChip
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.adoption.circulating import CirculationBox
from bmahr_desktop.ui.meetings.adoption.corrections_list import CorrectionsList
from bmahr_desktop.ui.meetings.adoption.papers import AdoptionPapers
from bmahr_desktop.ui.meetings.adoption.row import CorrectionForm
from bmahr_desktop.ui.meetings.adoption.standing_words import told
from bmahr_desktop.ui.meetings.adoption.versions import VersionsPane
from bmahr_desktop.ui.notices import ErrorNote, UndoBar


class AdoptedPane(QWidget):
    """The tab การรับรอง of a meeting.

    Attributes:
        corrections: What is taken over from answers by letter.
    """

    record_wanted = Signal(str)
    """Emitted with the uid of the matter that adopts the minutes."""
    letters_wanted = Signal(str)
    paper_wanted = Signal(str, str)
    """Emitted with what is wanted, "open", "print" or "export", and the value of a paper."""
    adopt_wanted = Signal()
    take_back_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date] = today_here,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("adopted_pane")
        self._desk = desk
        self._meeting = ""
        self._stale = False
        self.standing: Standing | None = None
        self.corrections = CorrectionsList(desk, self, self)
        self.corrections.removed.connect(self._on_removed)
        self.corrections.changed.connect(self._show_standing)
        self.box = CirculationBox(desk, self.corrections, self, today=today)
        self.undo = UndoBar(self)
        self.versions = VersionsPane(self)
        self.papers = AdoptionPapers(self)
        self.papers.wanted.connect(self.paper_wanted)
        self._make_parts()
        self._lay_out()
        self.versions.leave_wanted.connect(self.go_back)
        self.box.adopt_wanted.connect(self.adopt_wanted)
        self.box.letters_wanted.connect(self.letters_wanted)
        desk.changed.connect(self._on_changed)

    def _make_parts(self) -> None:
        self.chip = StateChip(State.NEUTRAL, "", parent=self)
        self.told = QLabel(self)
        self.told.setObjectName("adopted_told")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.note = ErrorNote(self)
        self.go = self._button(IconName.ARROW_RIGHT, msg("To the matter that adopts"), "adopted_go")
        self.go.clicked.connect(self._go)
        self.compare = self._button(IconName.COPY, msg("Compare the versions"), "adopted_compare")
        self.compare.clicked.connect(self.compare_versions)
        self.round = self._button(
            IconName.MAIL, msg("Adopt by circulation, without a meeting"), "adopted_round"
        )
        self.round.setCheckable(True)
        self.round.toggled.connect(lambda _: self._show_round())
        self.take_back = self._button(
            IconName.UNDO, msg("Take the adoption back…"), "adopted_take_back"
        )
        self.take_back.clicked.connect(self.take_back_wanted)

    def _button(self, name: IconName, words: Message, object_name: str) -> QPushButton:
        button = QPushButton(icon(name), worded(words), self)
        button.setObjectName(object_name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        inner = QWidget(self)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.told, 1)
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        for button in (self.go, self.compare, self.take_back):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, GRID, GRID, GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(acts)
        column.addWidget(self.papers)
        column.addWidget(self.round, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.box)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(area)
        self.stack.addWidget(self.versions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.undo)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show how the adoption of a meeting's minutes stands."""
        if meeting != self._meeting:
            self.flush()
            self.undo.dismiss()
            self.go_back()
            self.round.setChecked(False)
        self._meeting = meeting
        self.read_again()

    @property
    def meeting(self) -> str:
        """The uid of the meeting that is shown; empty for none."""
        return self._meeting

    def read_again(self) -> None:
        """Read how it stands again, with the corrections."""
        self._stale = False
        if self._meeting:
            self._show_standing()
            self._show_round()

    def _show_standing(self) -> None:
        """Show how it stands; what is typed in corrections is left alone."""
        self.standing = standing = self._desk.read(read_standing, self._meeting)
        self.chip.show_state(
            wording.MINUTES_LOOKS[standing.state], worded(wording.MINUTES_STATES[standing.state])
        )
        self.told.setText("\n".join(said(one) for one in told(standing)))
        faults = [said(one) for one in standing.faults]
        if faults:
            faults.insert(0, worded(msg("No adopted version can be made of the corrections:")))
        self.note.show_text("\n".join(faults))
        self.go.setVisible(standing.at is not None)
        self.compare.setVisible(standing.version is not None)
        self.take_back.setVisible(standing.by_letter)
        self.papers.show_standing(standing)

    def _show_round(self) -> None:
        """Show how the minutes go round by letter, or only the way to begin it."""
        standing = self.standing
        if standing is None:
            return
        goes = bool(standing.answers) or standing.circulated is not None
        can = standing.original is not None and standing.state is MinutesState.AWAITING_ADOPTION
        self.round.setVisible(can and not goes)
        shown = goes or (can and self.round.isChecked())
        self.box.setVisible(shown)
        if not shown:
            return
        self.corrections.frozen.turn_to(self._meeting)
        self.corrections.hold(standing.state is MinutesState.ADOPTED)
        owner = Owner(Kind.MEETING, self._meeting)
        listed = self._desk.read(corrections.read_corrections, owner)
        self.corrections.show_corrections(owner, listed)
        self.corrections.can_pick(standing.original is not None)
        self.box.show_meeting(self._desk.read(read_sent, self._meeting))

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [self.corrections.flush(), self.box.commit()]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.corrections.drop_unkept()
        self.box.reply_by.forget_typing()

    # ------------------------------------------------------------ what it does

    def _go(self) -> None:
        if self.standing is not None and self.standing.at is not None:
            self.record_wanted.emit(self.standing.at.matter)

    def compare_versions(self) -> None:
        """Show original and adopted version beside each other."""
        original = self._desk.read(read_text, self._meeting)
        adopted = self._desk.read(read_adopted_text, self._meeting)
        if original is None or adopted is None:
            self.note.show_text(worded(msg("A kept version is missing or was altered.")))
            return
        self.stack.setCurrentWidget(self.versions)
        self.versions.show_versions(original, adopted)

    def show_beside(self, widget: QWidget) -> None:
        """Show a paper in place of how it stands."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        widget.setFocus()

    def go_back(self) -> None:
        """Show how the adoption stands again."""
        before = self.stack.currentWidget()
        self.stack.setCurrentIndex(0)
        if before is self.versions:
            self.compare.setFocus()

    def _on_removed(self, gone: Correction, at: int) -> None:
        owner = Owner(Kind.MEETING, self._meeting)

        def put_back() -> None:
            self._desk.write(self, corrections.put_back, owner, gone, at)
            self.read_again()

        self.undo.offer(msg("The correction was removed"), put_back)

    # ------------------------------------------------------------ what happens around it

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if not self._meeting or initiator is self:
            return
        if isinstance(initiator, CorrectionForm) and self.isAncestorOf(initiator):
            return  # which tells by itself that something was typed
        about = {Kind.MEETING, Kind.MATTER, Kind.CORRECTION, Kind.DISPATCH, Kind.RESOLUTION}
        if not changes.kinds & about:
            return
        if self.isVisible():
            self.read_again()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what was changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.read_again()
