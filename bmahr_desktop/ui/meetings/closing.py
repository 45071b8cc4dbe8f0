"""Looking a record over before it is closed, and closing it: the record and its paper freeze."""

import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.meeting import Meeting, MeetingState
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import editions, records
from bmahr_desktop.operations.adopting import (
    PreparedClosing,
    SetClosing,
    close_meeting,
    prepare_closing,
    set_closing,
)
from bmahr_desktop.operations.editions import Edition
from bmahr_desktop.operations.whereabouts import Whereabouts, find_record
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, emphasise
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.checks_pane import ChecksPane
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane
from bmahr_desktop.ui.meetings.mending import mend
from bmahr_desktop.ui.notices import Choice, ErrorNote, ask

_HERE = datetime.timezone(datetime.timedelta(hours=7))
_HEIGHT = 30 * GRID
_PAUSE_MS = 600
"""How long after a change the meeting is checked again: not with every sentence."""
CLOSE = Choice(msg("Close the record as it is"))
_GO_BACK = Choice(msg("Go back and look"), safe=True)


class ClosingPanel(QFrame):
    """What the checks find, how the record stands, and the button that closes it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closing_panel")
        self.setProperty("look", "bar")
        self._desk = desk
        self.checks = ChecksPane(desk, self)
        self.stands = QLabel(self)
        self.stands.setObjectName("record_stands")
        self.stands.setWordWrap(True)
        self.close_record = QPushButton(icon(IconName.LOCK), worded(msg("Close the record…")), self)
        self.close_record.setObjectName("close_record")
        self.close_record.setAutoDefault(False)
        emphasise(self.close_record, Emphasis.MAIN)
        self.note = ErrorNote(self)
        right = QVBoxLayout()
        right.setContentsMargins(GRID, GRID, GRID, GRID)
        right.addWidget(self.stands)
        right.addWidget(self.note)
        right.addStretch(1)
        right.addWidget(self.close_record)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.checks, 3)
        row.addLayout(right, 1)
        self.setFixedHeight(_HEIGHT)
        self.hide()

    def show_meeting(self, meeting: str) -> None:
        """Check a meeting, and show how its record stands."""
        self.note.show_text("")
        self.checks.show_meeting(meeting)
        record: Meeting = self._desk.read(records.read, Kind.MEETING, meeting, shallow=True).record
        made = self._desk.read(editions.list_editions, meeting)
        standing = next((one for one in reversed(made) if one.reopened is None), None)
        self.stands.setText(said(_how_it_stands(record, standing)))
        over = record.state is MeetingState.CLOSED
        self.close_record.setEnabled(over and standing is None)


def _how_it_stands(meeting: Meeting, standing: Edition | None) -> Message:
    if standing is not None:
        day = standing.at.astimezone(_HERE).date()
        date = format_date(day, DateStyle.LONG, digits_in_use())
        return msg(
            "The record is closed: edition {number} of {date}, by {who}.",
            number=standing.number,
            date=date,
            who=standing.actor,
        )
    if meeting.state is MeetingState.CLOSED:
        return msg("The meeting is over. Its record is open and can be closed.")
    return msg("The record can be closed when the meeting is over.")


class Closing(QObject):
    """Opens the panel, leads to what the checks find, and closes the record."""

    def __init__(self, pane: MeetingPane, desk: Desk, errands: Errands, foot: Foot) -> None:
        super().__init__(pane)
        self._pane, self._desk, self._errands, self._foot = pane, desk, errands, foot
        self._errand: Errand | None = None
        self.panel = ClosingPanel(desk, pane)
        pane.put_below(self.panel)
        self.action = QAction(icon(IconName.LIST_CHECKS), worded(msg("Look over and close…")), self)
        self.action.setObjectName("closing_command")
        self.action.setShortcut(QKeySequence("Ctrl+Shift+J"))
        self.action.triggered.connect(self.turn)
        pane.addAction(self.action)
        self.panel.checks.leave_wanted.connect(self.panel.hide)
        self.panel.checks.go_wanted.connect(self._go)
        self.panel.checks.mend_wanted.connect(self._mend)
        self.panel.close_record.clicked.connect(self.close_record)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check_again)
        desk.changed.connect(self._on_changed)

    def turn(self) -> None:
        """Open the panel, or close it."""
        if self.panel.isHidden():
            self.open()
        else:
            self.panel.hide()

    def open(self) -> None:
        """Keep what is typed, check the meeting and show what is found."""
        if self._pane.meeting and self._pane.flush():
            self.panel.show_meeting(self._pane.meeting)
            self.panel.show()
            self.panel.checks.list.setFocus()

    def _go(self, kind: Kind, uid: str, _field: str) -> None:
        finding = self.panel.checks.chosen()
        place = self._desk.read(find_record, uid) or Whereabouts(Kind(kind), uid)
        spot = (finding.key, finding.offset) if finding is not None and finding.key else None
        self._pane.go_to(place, spot)

    def _mend(self) -> None:
        """Put what a check proposes in its place, and look again."""
        finding = self.panel.checks.chosen()
        if finding is None:
            return
        self._go(finding.kind, finding.uid, finding.field)
        mended = mend(self._pane.window().focusWidget(), finding)
        if mended and self._pane.flush():
            self.panel.checks.check_again()
        if not mended:
            self.panel.note.show_text(said(msg("The text was changed meanwhile. Check again.")))

    # ------------------------------------------------------------ closing the record

    def close_record(self) -> None:
        """Close the record, after a question where something is still to be put right."""
        meeting = self._pane.meeting
        if not self._pane.flush():
            return
        self.panel.checks.check_again()
        wrong = self.panel.checks.count(Weight.WRONG)
        text = msg("The record and its minutes are kept as they are now. Only the newest closed"
                   " record can be opened again, and that is noted.")  # fmt: skip
        if wrong:
            text = msg("{wrong} places are still to be put right. The record and its minutes are"
                       " kept as they are now all the same.", wrong=wrong)  # fmt: skip
        if ask(self._pane, msg("Close the record?"), text, CLOSE, _GO_BACK) is CLOSE:
            self._freeze(meeting)

    def _freeze(self, meeting: str) -> None:
        """Read and set in the paper thread, then keep: setting is slow."""
        desk = self._desk

        def work(progress: Progress) -> tuple[PreparedClosing, SetClosing]:
            prepared = desk.read(prepare_closing, meeting)
            return prepared, set_closing(prepared, lambda _: progress.check())

        done, failed = partial(self._keep, meeting), self._on_failed
        self._errand = self._errands.run(work, done, failed, context=self)
        self._foot.begin_work(msg("Closing the record…"), self._errand.stop)
        self.panel.close_record.setEnabled(False)

    def _keep(self, meeting: str, result: tuple[PreparedClosing, SetClosing]) -> None:
        self._errand = None
        self._foot.end_work()
        try:
            self._desk.write(self, close_meeting, *result)
        except StaleText:  # something was typed meanwhile: it belongs into the record
            self._freeze(meeting)
            return
        except Refused as refused:
            self._on_failed(refused)
            return
        self.panel.show_meeting(meeting)
        made = len(result[0].versions)
        told = msg("The record is closed. The adopted version of the earlier minutes is kept with"
                   " their corrections.") if made else msg("The record is closed.")  # fmt: skip
        self._foot.tell(told)

    def _on_failed(self, error: Exception) -> None:
        self._errand = None
        self._foot.end_work()
        if not isinstance(error, Refused):
            raise error
        self.panel.show_meeting(self._pane.meeting)
        self.panel.note.show_text(said(error.messages[0]))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if not self.panel.isHidden() and self._pane.meeting in changes.meetings:
            self._pause.start()

    def _check_again(self) -> None:
        if self._pane.meeting and not self.panel.isHidden():
            self.panel.show_meeting(self._pane.meeting)
