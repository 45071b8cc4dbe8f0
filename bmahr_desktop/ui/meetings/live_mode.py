"""Turns from a meeting's parts to its live view and back, with all the room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.icons import IconName, icon

if TYPE_CHECKING:
    from bmahr_desktop.ui.desk import Desk
    from bmahr_desktop.ui.meetings.live.conduct import Conduct
    from bmahr_desktop.ui.meetings.live.view import LiveView
    from bmahr_desktop.ui.meetings.work import MeetingsWork
    from bmahr_desktop.ui.memory import Memory


class LiveMode(QObject):
    """Makes the live view when it is first wanted, and hides what would take its room."""

    ended = Signal()
    """Emitted when the meeting was ended."""
    made = Signal(object)
    """Emitted with the `LiveView` when it was made, the first time that it was wanted."""

    def __init__(self, work: MeetingsWork, desk: Desk, memory: Memory) -> None:
        super().__init__(work)
        self._work, self._desk, self._memory = work, desk, memory
        self._live: LiveView | None = None
        self.conduct: Conduct | None = None
        self._list_was_there = self._paper_was_there = True
        self.action = QAction(icon(IconName.PEN), worded(msg("Record live")), self)
        self.action.setObjectName("live_command")
        self.action.setShortcut("Ctrl+L")
        self.action.triggered.connect(self.turn)
        work.tab.addAction(self.action)
        work.pane.heading.live_wanted.connect(self.show)

    def actions(self) -> list[QAction]:
        """Return what can be done while a meeting is recorded live, when one is."""
        if self.conduct is None or not self._work.pane.is_live():
            return [self.action]
        return [self.action, *self.conduct.actions]

    def keys(self) -> list[QAction]:
        """Return all that can be done live, to be read, whether a meeting is recorded or not."""
        self._view()
        return self.conduct.actions if self.conduct is not None else []

    def begin(self) -> None:
        """Go on live where that was left: the PC may have been switched off in the meeting."""
        if self._memory.flag("live"):
            self.show(wanted=True)

    def turn(self) -> None:
        """Turn to the live view, or back."""
        self.show(wanted=not self._work.pane.is_live())

    def show(self, wanted: bool) -> None:
        """Show the meeting live, or its parts."""
        work = self._work
        if not work.pane.meeting:
            return
        if wanted and not work.pane.is_live():
            self._list_was_there = not work.tab.list.isHidden()
            self._paper_was_there = not work.paper.isHidden()
            work.tab.list.hide()
            work.show_paper(False)
            work.pane.show_live(self._view())
            work.pane.setFocus()
            self._view().matter.setFocus()
        elif not wanted and work.pane.is_live():
            work.pane.show_live(None)
            work.tab.list.setVisible(self._list_was_there)
            work.show_paper(self._paper_was_there)
        work.pane.heading.live.setChecked(work.pane.is_live())

    def remember(self) -> None:
        """Remember what the live view hides, as it was."""
        self._memory.keep("live", self._work.pane.is_live())
        if self._work.pane.is_live():
            self._memory.keep("paper_beside", self._paper_was_there)

    def _view(self) -> LiveView:
        pane = self._work.pane
        if self._live is not None:
            return self._live
        # Most days nobody records: the view is loaded when it is first wanted.
        from bmahr_desktop.ui.meetings.live.conduct import Conduct  # noqa: PLC0415
        from bmahr_desktop.ui.meetings.live.view import LiveView  # noqa: PLC0415

        self._live = view = LiveView(self._desk, pane)
        view.shown_on_paper.connect(pane.shown_on_paper)
        self._memory.set_state(view.splitter)
        self.conduct = Conduct(self._desk, view)
        self.conduct.ended.connect(self.ended)
        self.made.emit(view)
        return view
