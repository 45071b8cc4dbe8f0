"""What can become of the meeting that is open, as a menu over it."""

import datetime
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting, MeetingState
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import editions, records, sessions
from bmahr_desktop.operations.whereabouts import find_record
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.meetings.state_dialogs import AgainDialog, ReasonDialog
from bmahr_desktop.ui.notices import Choice, ask

_OPEN = frozenset({MeetingState.PREPARING, MeetingState.IN_SESSION, MeetingState.POSTPONED})
_NOT_HELD = frozenset({MeetingState.POSTPONED, MeetingState.CANCELLED, MeetingState.NO_QUORUM})


class MeetingCommands(QObject):
    """Puts off, calls off, adjourns, calls again, and opens again. Each asks first."""

    opened = Signal(str)
    """Emitted with the uid of a meeting that was made, so that it can be shown."""

    def __init__(self, desk: Desk, keep: Callable[[], bool], parent: QWidget) -> None:
        """Make the commands.

        Args:
            desk: The door to the records.
            keep: Keeps what is typed; tells whether all could be kept.
            parent: The widget whose window the dialogs hold.
        """
        super().__init__(parent)
        self._desk, self._keep, self._parent = desk, keep, parent
        self._meeting: Meeting | None = None
        wanted = (
            ("meeting_postpone", msg("Put the meeting off…"), IconName.CLOCK, self._postpone),
            ("meeting_cancel", msg("Call the meeting off…"), IconName.CALENDAR_X, self._cancel),
            ("meeting_no_quorum", msg("No quorum: adjourn…"), IconName.USER_X, self._no_quorum),
            ("meeting_again", msg("Call the meeting again…"), IconName.CALENDAR_PLUS,
             self._call_again),
            ("meeting_prepare", msg("Prepare the meeting after all"), IconName.UNDO,
             self._prepare_again),
            ("meeting_reopen", msg("Open the closed record again…"), IconName.PENCIL,
             self._reopen),
        )  # fmt: skip
        actions = [self._action(*one) for one in wanted]
        self.postpone, self.cancel, self.no_quorum, self.again, self.prepare, self.reopen = actions
        self.menu = QMenu(parent)
        self.menu.setObjectName("meeting_menu")
        self.menu.setAccessibleName(worded(msg("What becomes of the meeting")))
        self.menu.addActions(actions[:3])
        self.menu.addSeparator()
        self.menu.addActions(actions[3:5])
        self.menu.addSeparator()
        self.menu.addAction(self.reopen)
        desk.changed.connect(self._on_changed)
        self._enable()

    def _action(
        self, name: str, words: Message, image: IconName, act: Callable[[], None]
    ) -> QAction:
        action = QAction(icon(image), worded(words), self)
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: act())
        return action

    def show_meeting(self, meeting: str) -> None:
        """Say which meeting is open; an empty uid for none."""
        self._meeting = None
        if meeting and self._desk.read(find_record, meeting) is not None:
            self._meeting = self._read(meeting)
        self._enable()

    def _read(self, meeting: str) -> Meeting:
        record: Meeting = self._desk.read(records.read, Kind.MEETING, meeting, shallow=True).record
        return record

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._meeting is not None and changes.wrote(Kind.MEETING, self._meeting.uid):
            self.show_meeting(self._meeting.uid)

    def _enable(self) -> None:
        """Offer what can be done with a meeting as it stands."""
        meeting = self._meeting
        state = meeting.state if meeting else None
        for action in (self.postpone, self.cancel, self.no_quorum):
            action.setEnabled(state in _OPEN)
        for action in (self.again, self.prepare):
            action.setEnabled(state in _NOT_HELD)
        frozen = meeting is not None and self._desk.read(editions.is_frozen, meeting.uid)
        self.reopen.setEnabled(frozen)

    # ------------------------------------------------------------ each of them

    def _postpone(self) -> None:
        self._ask_why(
            msg("Put the meeting off?"),
            msg("It is not held on its day. Its number is free for the meeting held instead."),
            msg("Put it off"),
            sessions.postpone,
            dated=True,
        )

    def _cancel(self) -> None:
        self._ask_why(
            msg("Call the meeting off?"),
            msg("It is not held. Its record stays on file; its number is free."),
            msg("Call it off"),
            sessions.cancel,
        )

    def _no_quorum(self) -> None:
        self._ask_why(
            msg("Adjourn for want of a quorum?"),
            msg("The meeting keeps its number. It can be called again."),
            msg("Adjourn it"),
            sessions.no_quorum,
        )

    def _reopen(self) -> None:
        self._ask_why(
            msg("Open the closed record again?"),
            msg("The closed edition is kept. Who opened it, when and why is noted for good."),
            msg("Open it again"),
            editions.reopen,
        )

    def _ask_why(
        self, title: Message, explanation: Message, does: Message, operation: Any, *,
        dated: bool = False,
    ) -> None:  # fmt: skip
        meeting = self._meeting
        if meeting is None or not self._keep():
            return

        def doing(reason: str, date: datetime.date | None) -> None:
            more = (date,) if dated else ()
            self._desk.write(self, operation, meeting.uid, reason, *more)

        dialog = ReasonDialog(title, explanation, does, doing, dated=dated, parent=self._parent)
        dialog.exec()
        dialog.deleteLater()

    def _call_again(self) -> None:
        if self._meeting is None or not self._keep():
            return
        dialog = AgainDialog(self._desk, self._meeting, self._parent, self._parent)
        dialog.exec()
        dialog.deleteLater()
        if dialog.made:
            self.opened.emit(dialog.made)

    def _prepare_again(self) -> None:
        if self._meeting is None or not self._keep():
            return
        try:
            self._desk.write(self, sessions.prepare_again, self._meeting.uid)
        except Refused as refused:
            question = msg("The meeting cannot be prepared again.")
            ask(self._parent, question, refused.messages[0], Choice(msg("Go back"), safe=True))
