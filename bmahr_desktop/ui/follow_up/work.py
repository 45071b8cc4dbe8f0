"""Following up in the window: sections beside the register, the notice of what is overdue."""

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.register_query import DueWhen, RegisterQuery
from bmahr_desktop.ui.agenda.tab import ResolutionsTab
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.follow_up.links_section import LinksSection
from bmahr_desktop.ui.follow_up.overdue import OverdueNotice
from bmahr_desktop.ui.follow_up.section import FollowUpSection
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.agenda.citing import Citing
from bmahr_desktop.ui.meetings.live_mode import LiveMode
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane
from bmahr_desktop.ui.window import RESOLUTIONS, MainWindow


class FollowUpWork(QObject):
    """Adds to the register what happens to a resolution, and citing to the texts."""

    open_wanted = Signal(str)
    """Emitted with the uid of what is to be opened at its place."""

    def __init__(
        self,
        window: MainWindow,
        register: ResolutionsTab,
        pane: MeetingPane,
        live: LiveMode,
        desk: Desk,
        errands: Errands,
    ) -> None:
        """Bring all together.

        Args:
            window: The window.
            register: Its tab of the resolutions.
            pane: The open meeting.
            live: The same while it is recorded.
            desk: The door to the records.
            errands: Where searches and counts are done.
        """
        super().__init__(window)
        self._window, self._register = window, register
        view = register.view
        self.tasks = FollowUpSection(desk, errands, view)
        self.tasks.answer_keys(register)
        self.tasks.in_view.connect(lambda widget: view.ensureWidgetVisible(widget, 0, GRID))
        self.links = LinksSection(desk, errands, view)
        self.links.open_wanted.connect(self.open_wanted)
        view.add_head(self.links.overruled)
        view.add_section(self.tasks)
        view.add_section(self.links)
        self.overdue = OverdueNotice(desk, errands, window.foot, window.tabs, RESOLUTIONS)
        self.overdue.wanted.connect(self.show_overdue)
        agenda = pane.agenda
        self.citing = Citing(agenda.matter, lambda: pane.meeting, agenda.undo, desk, errands)
        self.citing.serve(agenda.appendix.body)
        live.made.connect(
            lambda made: Citing(made.matter, lambda: pane.meeting, made.undo, desk, errands)
        )

    def end(self) -> None:
        """End writing: a report in which nothing was written is none."""
        self.tasks.finish()

    def show_overdue(self) -> None:
        """Turn to the register, narrowed to what is overdue."""
        head = self._register.head
        self._window.tabs.setCurrentIndex(RESOLUTIONS)
        if head.is_everywhere():
            head.change_scope()
        head.show_query(RegisterQuery(due=DueWhen.OVERDUE))
        self._register.table.setFocus()
