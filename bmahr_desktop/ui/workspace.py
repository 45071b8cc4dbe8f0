"""The window at work on one file: its tabs filled, its commands in place."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.search import Hit
from bmahr_desktop.places import DataPlace
from bmahr_desktop.ui.agenda.tab import ResolutionsTab
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk, Transactions
from bmahr_desktop.ui.file_work import FileWork
from bmahr_desktop.ui.finding.palette import FindDialog
from bmahr_desktop.ui.importing.dialog import ImportDialog
from bmahr_desktop.ui.indexing import IndexKeeper
from bmahr_desktop.ui.keys_dialog import KeysDialog
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.meetings.tab import MeetingsTab
from bmahr_desktop.ui.meetings.work import MeetingsWork
from bmahr_desktop.ui.memory import memory_of
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.office.window import OfficeWindow
from bmahr_desktop.ui.window import MEETINGS, RESOLUTIONS, MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

_STANDING = (Kind.PERSON, Kind.UNIT, Kind.COMMITTEE, Kind.MEMBERSHIP, Kind.TEMPLATE)
_GO_BACK = Choice(msg("Go back and look"), safe=True)
_CLOSE = Choice(msg("Close without it"), danger=True)


class Workspace(QObject):
    """Brings a file and the window together."""

    settings_wanted = Signal()
    other_file_wanted = Signal()

    def __init__(
        self, window: MainWindow, tab: MeetingsTab, store: Transactions, place: DataPlace
    ) -> None:
        super().__init__(window)
        self.window_, self.place = window, place
        self.desk = Desk(store, self)
        self.memory = memory_of(place)
        self.paper_errands = Errands("paper", self)
        self.search_errands = Errands("search", self)
        self.meetings = MeetingsWork(tab, self.desk, self.paper_errands, window.foot, self.memory)
        self.resolutions = ResolutionsTab(self.desk, self.search_errands, self.memory, window)
        window.fill(RESOLUTIONS, self.resolutions)
        self.file_work = FileWork(self.desk, store, self.search_errands, window.foot, window)
        self.index = IndexKeeper(self.desk, self.search_errands, self)
        self._office: OfficeWindow | None = None
        self._find: FindDialog | None = None
        self._actions = self._commands()
        self._connect()

    def begin(self) -> None:
        """Show the records, at the last place."""
        self.window_.foot.show_file(self.place.file)
        self.meetings.begin()
        self.window_.tabs.setCurrentIndex(self.memory.number("tab"))
        self.window_.may_close = self.may_close
        self._on_tab(self.window_.tabs.currentIndex())
        self.index.start()

    def _connect(self) -> None:
        self.desk.saved.connect(self._on_saved)
        self.resolutions.open_wanted.connect(self.open_record)
        self.meetings.office_wanted.connect(lambda: self.open_office(Kind.COMMITTEE))
        self.window_.tabs.currentChanged.connect(self._on_tab)
        self.window_.find_button.clicked.connect(self.find_anything)

    # ------------------------------------------------------------ commands

    def _commands(self) -> list[QAction]:
        meetings = self.meetings
        made: list[QAction] = []
        commands: tuple[tuple[str, Message, IconName, str, Callable[[], object]] | None, ...] = (
            ("new_meeting_command", msg("New meeting"), IconName.CALENDAR_PLUS, "Ctrl+N",
             self._new_meeting),
            ("office_command", msg("People, units, committees…"), IconName.USERS, "Ctrl+Shift+O",
             lambda: self.open_office(Kind.PERSON)),
            None,
            ("import_command", msg("Bring records in…"), IconName.DOWNLOAD, "Ctrl+I",
             self.import_records),
            ("export_command", msg("Export all records…"), IconName.UPLOAD, "",
             self.export_everything),
            ("check_command", msg("Check the file"), IconName.CHECK_CIRCLE, "", self.check_file),
            ("other_file_command", msg("Another file…"), IconName.FOLDER_OPEN, "Ctrl+O",
             self.other_file_wanted.emit),
            None,
            ("paper_command", msg("The paper beside the text"), IconName.PANEL_RIGHT,
             "Ctrl+Shift+P", meetings.toggle_paper),
            ("list_command", msg("The list of meetings"), IconName.PANEL_LEFT, "Ctrl+Shift+L",
             meetings.toggle_list),
            ("find_here_command", msg("Find here"), IconName.SEARCH, "Ctrl+F", self.find_here),
            ("find_command", msg("Find anything"), IconName.SEARCH, "Ctrl+K", self.find_anything),
            None,
            ("settings_command", msg("Settings…"), IconName.SETTINGS, "Ctrl+,",
             self.settings_wanted.emit),
            ("keys_command", msg("Keys"), IconName.KEYBOARD, "F1", self.show_keys),
            ("quit_command", msg("Close the program"), IconName.LOG_OUT, "Ctrl+Q",
             self.window_.close),
        )  # fmt: skip
        self.window_.menu.clear()
        for one in commands:
            if one is None:
                self.window_.menu.addSeparator()
                continue
            name, words, image, keys, act = one
            action = QAction(icon(image), worded(words), self.window_)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, act=act: act())
            self.window_.menu.addAction(action)
            self.window_.addAction(action)
            made.append(action)
        return made

    def commands(self) -> list[QAction]:
        """Return every command, those of the open meeting too."""
        papers = self.meetings.pane.heading.actions()
        return [*self._actions, *(papers if self.meetings.pane.meeting else ())]

    def _new_meeting(self) -> None:
        self.window_.tabs.setCurrentIndex(MEETINGS)
        self.meetings.make_meeting()

    def find_here(self) -> None:
        """Go to the search of what is being looked at."""
        at = self.window_.tabs.currentIndex()
        if at == MEETINGS:
            self.meetings.tab.list.search.setFocus()
            self.meetings.tab.list.search.selectAll()
        elif at == RESOLUTIONS:
            self.resolutions.search.setFocus()
            self.resolutions.search.selectAll()

    def find_anything(self) -> None:
        """Find records and commands while typing."""
        self.flush()
        if self._find is None:
            self._find = FindDialog(self.desk, self.search_errands, self.commands(), self.window_)
            self._find.record_chosen.connect(self._open_hit)
        self._find.offer(self.commands())
        self._find.open_fresh()

    def _open_hit(self, hit: Hit) -> None:
        if hit.kind in _STANDING:
            self.open_office(hit.kind, hit.record)
        else:
            self.open_record(hit.record)

    def open_record(self, uid: str) -> None:
        """Open a meeting at one of its records."""
        self.window_.tabs.setCurrentIndex(MEETINGS)
        if not self.meetings.go_to(uid):
            self.window_.foot.tell(msg("It is not on file any longer."))

    def open_office(self, kind: Kind, uid: str = "") -> None:
        """Open the office's standing records."""
        if self._office is None:
            self._office = OfficeWindow(self.desk, self.window_)
            self.memory.place_window("office", self._office)
        self._office.open_at(kind, uid)
        self._office.show()
        self._office.raise_()
        self._office.activateWindow()

    def show_keys(self) -> None:
        """Show what every key does."""
        dialog = KeysDialog(self.commands(), self.meetings.pane.agenda.matter.body.editor.commands,
                            self.window_)  # fmt: skip
        dialog.exec()
        dialog.deleteLater()

    # ------------------------------------------------------------ in and out

    def import_records(self) -> None:
        """Show what a file would bring, and bring it in."""
        self.flush()
        chosen, _ = QFileDialog.getOpenFileName(
            self.window_, worded(msg("Bring records in")), "",
            f"{worded(msg('Exchange files'))} (*.json *.zip)",
        )  # fmt: skip
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        """Show what a file would bring, and bring it in."""
        dialog = ImportDialog(self.desk, self.search_errands, file, self.window_)
        dialog.taken_in.connect(self._on_taken_in)
        dialog.exec()
        dialog.deleteLater()

    def _on_taken_in(self, changes: Changes) -> None:
        self.desk.saved.emit()
        self.desk.changed.emit(changes, self)

    def export_everything(self) -> None:
        """Write all records as one exchange file."""
        self.flush()
        self.file_work.export_everything()

    def check_file(self) -> None:
        """Look the file over, in the background."""
        self.flush()
        self.file_work.check_file()

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = self.meetings.flush()
        if self._office is not None:
            kept = self._office.flush() and kept
        return kept

    def may_close(self) -> bool:
        """Keep everything; ask only when something cannot be kept."""
        if not self.flush():
            chosen = ask(
                self.window_,
                msg("Something typed could not be kept."),
                msg("What is wrong stands at the field. Closing now throws it away."),
                _GO_BACK,
                _CLOSE,
            )
            if chosen is not _CLOSE:
                return False
        self.end()
        return True

    def end(self) -> None:
        """Remember the place, and end the work in the background."""
        self.meetings.remember()
        self.resolutions.remember(self.memory)
        self.memory.keep("tab", self.window_.tabs.currentIndex())
        self.memory.keep_window("main", self.window_)
        if self._office is not None:
            self.memory.keep_window("office", self._office)
            self._office.close()
        self.memory.write()
        self.index.stop()
        self.paper_errands.stop()
        self.search_errands.stop()

    def _on_saved(self) -> None:
        now = datetime.datetime.now().astimezone()  # noqa: TID251 -- the clock at the wall
        self.window_.foot.show_saved(now.time())

    def _on_tab(self, tab: int) -> None:
        if tab == RESOLUTIONS:
            self.flush()
            self.resolutions.refresh()
