"""The window at work on one file: its tabs filled, its commands in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtGui import QAction

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.search import Hit
from bmahr_desktop.places import DataPlace
from bmahr_desktop.ui.agenda.papers_menu import RegisterPapersButton
from bmahr_desktop.ui.agenda.register_papers import RegisterPapers
from bmahr_desktop.ui.agenda.sent_section import SentSection
from bmahr_desktop.ui.agenda.tab import ResolutionsTab
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.commands_menu import Command, fill_menu, give_key
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.follow_up.work import FollowUpWork
from bmahr_desktop.ui.indexing import IndexKeeper
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.meetings.closing import Closing
from bmahr_desktop.ui.meetings.live_mode import LiveMode
from bmahr_desktop.ui.meetings.tab import MeetingsTab
from bmahr_desktop.ui.meetings.work import MeetingsWork
from bmahr_desktop.ui.memory import memory_of
from bmahr_desktop.ui.projects_later import ProjectsLater
from bmahr_desktop.ui.records.leaving import closes_without
from bmahr_desktop.ui.rescue_keeper import RescueKeeper
from bmahr_desktop.ui.side_windows import SideWindows
from bmahr_desktop.ui.window import MEETINGS, PROJECTS, RESOLUTIONS, MainWindow

_STANDING = (
    Kind.PERSON, Kind.UNIT, Kind.COMMITTEE, Kind.MEMBERSHIP, Kind.TEMPLATE, Kind.MODULE,
)  # fmt: skip
_MAKES = {PROJECTS: "new_project_command"}
"""What Ctrl+N makes in a tab; elsewhere a meeting."""


class Workspace(QObject):
    """Brings a file and the window together."""

    settings_wanted = Signal()
    other_file_wanted = Signal()

    def __init__(self, window: MainWindow, tab: MeetingsTab, store: Any, place: DataPlace) -> None:
        """Fill the window.

        Args:
            window: The window.
            tab: Its tab of the meetings.
            store: The file of records.
            place: Where it lies.
        """
        super().__init__(window)
        self.window_, self.place, self._store = window, place, store
        self.desk = Desk(store, self)
        self.memory = memory_of(place)
        self.paper_errands = Errands("paper", self)
        self.search_errands = Errands("search", self)
        self.meetings = MeetingsWork(tab, self.desk, self.paper_errands, window.foot, self.memory)
        self.live = LiveMode(self.meetings, self.desk, self.memory)
        self.closing = Closing(self.meetings.pane, self.desk, self.paper_errands, window.foot)
        self.live.ended.connect(self.closing.open)
        self.meetings.pane.history.record_wanted.connect(self.open_record)
        self.resolutions = ResolutionsTab(self.desk, self.search_errands, window)
        window.fill(RESOLUTIONS, self.resolutions)
        self.papers = papers = RegisterPapers(self.desk, self.paper_errands, window)
        self.sent = SentSection(self.desk, papers, self.resolutions.view)
        head = self.resolutions.head
        head.buttons.addWidget(RegisterPapersButton(self.resolutions, papers, head))
        self.follow_up = FollowUpWork(
            window, self.resolutions, self.meetings.pane, self.live, self.desk, self.search_errands
        )
        self.resolutions.view.add_section(self.sent)
        self.projects = ProjectsLater(
            window, self.desk, self.search_errands, self.memory, self.paper_errands
        )
        self.beside = SideWindows(window, self.desk, store, self.search_errands, self.memory)
        self.index = IndexKeeper(self.desk, self.search_errands, self)
        self.rescue = RescueKeeper(self.desk, place, window.foot, self)
        self._actions = fill_menu(window, self._commands())
        self._connect()

    def begin(self) -> None:
        """Show the records, at the last place."""
        self.window_.foot.show_file(self.place.file)
        self.memory.set_shares(self.window_)
        self.meetings.begin()
        self.live.begin()
        self.window_.tabs.setCurrentIndex(self.memory.number("tab"))
        self.window_.may_close = self.may_close
        self._on_tab(self.window_.tabs.currentIndex())
        self.index.start()
        self.follow_up.overdue.look()
        QTimer.singleShot(0, self, lambda: self.beside.offer_rescued(self.place))
        if self._store.journal() != "wal":
            self.window_.foot.tell(
                msg("The file lies on a drive that others share: open it on one PC at a time.")
            )

    def _connect(self) -> None:
        self.desk.saved.connect(self._on_saved)
        self.desk.unkept.changed.connect(self._on_saved)
        self.resolutions.open_wanted.connect(self.open_record)
        self.sent.letter_wanted.connect(self.open_record)
        self.follow_up.open_wanted.connect(self.open_record)
        self.projects.open_wanted.connect(self.open_record)
        self.projects.import_wanted.connect(self.beside.import_file)
        self.meetings.office_wanted.connect(lambda: self.beside.open_office(Kind.COMMITTEE))
        self.beside.record_wanted.connect(self._open_hit)
        self.beside.meeting_wanted.connect(self.open_record)
        self.beside.meeting_wanted.connect(lambda _: self.window_.activateWindow())
        self.window_.tabs.currentChanged.connect(self._on_tab)
        self.window_.find_button.clicked.connect(self.find_anything)

    # ------------------------------------------------------------ commands

    def _commands(self) -> tuple[Command | None, ...]:
        beside, meetings, wanted = self.beside, self.meetings, self.other_file_wanted
        return (
            ("new_meeting_command", msg("New meeting"), IconName.CALENDAR_PLUS, "Ctrl+N",
             self._new_meeting),
            ("new_project_command", msg("New project"), IconName.FILE_PLUS, "",
             self.projects.make_project),
            ("office_command", msg("People, units, committees…"), IconName.USERS, "Ctrl+Shift+O",
             lambda: beside.open_office(Kind.PERSON)),
            ("modules_command", msg("Text modules…"), IconName.FILE_TEXT, "",
             lambda: beside.open_office(Kind.MODULE)),
            None,
            ("import_command", msg("Bring records in…"), IconName.DOWNLOAD, "Ctrl+I",
             self._kept(beside.import_records)),
            ("old_minutes_command", msg("Take old minutes in…"), IconName.ARCHIVE, "",
             self._kept(self._take_old_minutes_in)),
            ("export_command", msg("Export all records…"), IconName.UPLOAD, "",
             self._kept(beside.export_everything)),
            ("check_command", msg("Check the file"), IconName.CHECK_CIRCLE, "",
             self._kept(beside.check_file)),
            ("other_file_command", msg("Another file…"), IconName.FOLDER_OPEN, "Ctrl+O",
             self._leaving(wanted.emit)),
            None,
            ("paper_command", msg("The paper beside the text"), IconName.PANEL_RIGHT,
             "Ctrl+Shift+P", meetings.toggle_paper),
            ("list_command", msg("The list at left"), IconName.PANEL_LEFT, "Ctrl+Shift+L",
             self._toggle_list),
            ("overdue_command", msg("Resolutions overdue"), IconName.CLOCK, "Ctrl+Shift+G",
             self.follow_up.show_overdue),
            ("find_here_command", msg("Find here"), IconName.SEARCH, "Ctrl+F", self.find_here),
            ("find_command", msg("Find anything"), IconName.SEARCH, "Ctrl+K", self.find_anything),
            None,
            ("settings_command", msg("Settings…"), IconName.SETTINGS, "Ctrl+,",
             self._leaving(self.settings_wanted.emit)),
            ("keys_command", msg("Keys"), IconName.KEYBOARD, "F1", self.show_keys),
            ("quit_command", msg("Close the program"), IconName.LOG_OUT, "Ctrl+Q",
             self.window_.close),
        )  # fmt: skip

    def commands(self) -> list[QAction]:
        """Return every command, those of the open meeting too."""
        papers = self.meetings.pane.heading.actions()
        of_meeting = [*papers, *self.live.actions(), self.closing.action]
        return [*self._actions, *(of_meeting if self.meetings.pane.meeting else ())]

    def _kept(self, act: Callable[[], None]) -> Callable[[], None]:
        """Return an act that is done only when all that is typed is on file."""

        def run() -> None:
            if self.flush():
                act()

        return run

    def _leaving(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return an act that may close the file, done only if nothing is lost by it."""

        def run() -> None:
            if self.beside.may_leave():
                act()

        return run

    def _take_old_minutes_in(self) -> None:
        committee = self.meetings.tab.list.committee.value()
        if committee:
            self.beside.open_old_minutes(str(committee))
        else:
            self.beside.open_office(Kind.COMMITTEE)

    def _new_meeting(self) -> None:
        self.window_.tabs.setCurrentIndex(MEETINGS)
        self.meetings.make_meeting()

    def find_here(self) -> None:
        """Go to the search of what is being looked at."""
        searches = {
            MEETINGS: lambda: self.meetings.tab.list.search,
            RESOLUTIONS: lambda: self.resolutions.search,
            PROJECTS: self.projects.search,
        }
        if search := searches.get(self.window_.tabs.currentIndex()):
            line = search()
            line.setFocus()
            line.selectAll()

    def _toggle_list(self) -> None:
        at_projects = self.window_.tabs.currentIndex() == PROJECTS
        (self.projects.toggle_list if at_projects else self.meetings.toggle_list)()

    def find_anything(self) -> None:
        """Find records and commands while typing."""
        self.flush()
        self.beside.find_anything(self.commands())

    def show_keys(self) -> None:
        """Show what every key does."""
        body = self.meetings.pane.agenda.matter.body.editor.commands
        papers = self.meetings.pane.heading.actions()
        of_meeting = [self.live.action, self.closing.action, *papers]
        commands = ((msg("The open meeting"), of_meeting), (msg("Commands"), self._actions))
        self.beside.show_keys(commands, self.live.keys(), body)

    def _open_hit(self, hit: Hit) -> None:
        if hit.kind in _STANDING:
            self.beside.open_office(hit.kind, hit.record)
        else:
            self.open_record(hit.record)

    def open_record(self, uid: str) -> None:
        """Open a meeting, or a project, at one of its records."""
        if self.projects.go_to(uid):
            return
        self.window_.tabs.setCurrentIndex(MEETINGS)
        if not self.meetings.go_to(uid):
            self.window_.foot.tell(msg("It is not on file any longer."))

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = self.meetings.flush()
        kept = self.resolutions.flush() and kept
        kept = self.projects.flush() and kept
        kept = self.beside.flush() and kept
        self.desk.unkept.try_again()
        return kept and self.desk.unkept.empty()

    def may_close(self) -> bool:
        """Keep everything; ask only when something cannot be kept."""
        if not self.beside.may_leave():
            return False
        if not self.flush():
            understood = self.meetings.flush() and self.beside.flush()
            if not closes_without(self.window_, self.rescue, understood=understood):
                return False
        self.end()
        return True

    def end(self) -> None:
        """Remember the place, and end the work in the background."""
        self.follow_up.end()
        self.rescue.write()
        self.meetings.remember()
        self.live.remember()
        self.projects.end()
        self.memory.keep_shares(self.window_)
        self.memory.keep("tab", self.window_.tabs.currentIndex())
        self.memory.keep_window("main", self.window_)
        self.beside.end()
        self.papers.end()
        self.resolutions.end()
        self.memory.write()
        self.index.stop()
        self.paper_errands.stop()
        self.search_errands.stop()

    def _on_saved(self) -> None:
        if not self.desk.unkept.empty():
            return  # something else was saved; the foot goes on saying what was not
        now = QTime.currentTime()
        self.window_.foot.show_saved(now.hour(), now.minute(), now.second())

    def _on_tab(self, tab: int) -> None:
        if tab == RESOLUTIONS:
            self.flush()
            self.resolutions.refresh()
        elif tab == PROJECTS:
            self.projects.refresh()
        give_key(self._actions, "Ctrl+N", _MAKES.get(tab, "new_meeting_command"))
