"""The program with its window: one file at a time, and the pages before there is one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.first_look import first_look
from bmahr_desktop.places import DataPlace, data_folder, data_place
from bmahr_desktop.ui.background import Errands, Sweep
from bmahr_desktop.ui.language import speak
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.meetings.tab import MeetingsTab
from bmahr_desktop.ui.memory import memory_of
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.probe import Probe
from bmahr_desktop.ui.settings import Settings
from bmahr_desktop.ui.unexpected import Unexpected
from bmahr_desktop.ui.window import MEETINGS, PLANS, MainWindow

if TYPE_CHECKING:
    from bmahr_desktop.domain.errors import Refused
    from bmahr_desktop.ui.start.start_pane import StartPane
    from bmahr_desktop.ui.workspace import Workspace

SAMPLE = "sample.sqlite"


class Program(QObject):
    """Opens files in the window; meets what nobody expected."""

    def __init__(
        self,
        qt: QApplication,
        window: MainWindow,
        settings: Settings,
        place: DataPlace,
        probe: Probe,
    ) -> None:
        """Take over the window, which is painted and empty.

        Args:
            qt: The application.
            window: The window.
            settings: What the person chose.
            place: The file to begin with.
            probe: Gets the times of starting.
        """
        super().__init__()
        self._qt, self.window, self.settings = qt, window, settings
        self._place, self._probe = place, probe
        self.unexpected = Unexpected(place, self)
        self.unexpected.install()
        self.meetings = _furnished(window)
        self.workspace: Workspace | None = None
        self._store: Any = None
        self._start: StartPane | None = None
        self._errands = Errands("files", self)
        speak(qt)

    def begin(self) -> None:
        """Show what a first look into the file tells; open it behind that."""
        Sweep.hold()
        memory = memory_of(self._place)
        seen = first_look(self._place, memory.text("committee"))
        if seen is not None:
            memory.set_state(self.meetings.splitter)
            self.meetings.list.show_committees(seen.committees, seen.committee)
            self.meetings.list.show_meetings(seen.meetings, memory.number("year") or None)
            self.window.foot.show_file(self._place.file)
            self.window.repaint()
            self._probe.note("listed")
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self._place.file.is_file():
            self.open_file(self._place)
        else:
            self.show_start()
        self._probe.note("loaded")
        if self._probe.write():
            self._qt.quit()

    # ------------------------------------------------------------ files

    def open_file(self, place: DataPlace) -> None:
        """Open a file of records; what stands in the way is said on the start page."""
        from bmahr_desktop.domain.errors import Refused  # noqa: PLC0415
        from bmahr_desktop.operations.office import new_sitting, open_office  # noqa: PLC0415

        try:
            store = open_office(place, new_sitting(self.settings.secretary))
        except Refused as refused:
            self.show_start()
            if self._start is not None:
                self._start.show_refusal(place.file, refused.messages)
            return
        self._work_on(store, place)

    def make_file(self, file: Path) -> None:
        """Make a new, empty file of records, and open it."""
        self._make(data_place(file), lambda store: None)

    def make_sample(self) -> None:
        """Open the file of the sample; the first time it is made."""
        from bmahr_desktop.operations.sample import fill_with_sample  # noqa: PLC0415

        place = data_place(data_folder() / SAMPLE)
        if place.file.is_file():
            self.open_file(place)
        else:
            self._make(place, fill_with_sample)

    def _make(self, place: DataPlace, fill: Callable[[Any], object]) -> None:
        """Make a file in the background, and open it when it is whole."""
        from bmahr_desktop.operations.office import make_office, new_sitting  # noqa: PLC0415

        sitting = new_sitting(self.settings.secretary)

        def work(_: object) -> Any:
            store = make_office(place, sitting)
            fill(store)
            return store

        if self._start is not None:
            self._start.show_busy(msg("The file is being made…"))
        self._errands.run(
            work, lambda store: self._work_on(store, place), self._on_refused, context=self
        )

    def _on_refused(self, error: Exception) -> None:
        from bmahr_desktop.domain.errors import Refused  # noqa: PLC0415

        if self._start is not None:
            self._start.show_busy(None)
        if not isinstance(error, Refused) or self._start is None:
            raise error
        self._start.show_refusal(None, error.messages)

    def _work_on(self, store: Any, place: DataPlace) -> None:
        from bmahr_desktop.ui.workspace import Workspace  # noqa: PLC0415

        self._leave_file()
        self._place, self._store = place, store
        self.settings.remember_file(place.file.absolute())
        self.unexpected.move_to(place)
        self.workspace = Workspace(self.window, self.meetings, store, place)
        self.unexpected.keep = self.workspace.flush
        self.unexpected.calm = self._tell_out_of_reach
        self.workspace.settings_wanted.connect(self.show_settings)
        self.workspace.other_file_wanted.connect(self.show_start)
        self.window.show_page(self.window.tabs)
        self.workspace.begin()

    def _tell_out_of_reach(self, refused: "Refused") -> bool:
        """Say in the foot that the file could not be read just now; what is shown stays."""
        self.window.foot.tell(refused.messages[0])
        return self.window.foot.isVisible()

    def _leave_file(self) -> None:
        """Give up the file that is open; the window is made anew, so that nothing of it stays."""
        if self.workspace is not None:
            self.workspace.end()
            before, self.window = self.window, MainWindow()
            self.meetings = _furnished(self.window)
            self.window.restoreGeometry(before.saveGeometry())
            self._start, self.workspace = None, None
            self.window.show()
            before.may_close = lambda: True
            before.close()
            before.deleteLater()
        if self._store is not None:
            self._store.close()
            self._store = None

    # ------------------------------------------------------------ pages

    def show_start(self) -> None:
        """Show the page that offers the sample, a new file, or another one."""
        from bmahr_desktop.ui.start.start_pane import StartPane  # noqa: PLC0415

        if self.workspace is not None and not self.workspace.flush():
            return
        if self._start is None:
            self._start = StartPane(self.settings, self.window)
            self._start.sample_wanted.connect(self.make_sample)
            self._start.create_wanted.connect(self.make_file)
            self._start.open_wanted.connect(lambda file: self.open_file(data_place(file)))
            self._start.back.clicked.connect(lambda: self.window.show_page(self.window.tabs))
        self._start.show_busy(None)
        self._start.back.setVisible(self.workspace is not None)
        self.window.show_page(self._start)
        self._start.setFocus()

    def show_settings(self) -> None:
        """Let the language, the digits, the colours, the name and the Garuda be chosen."""
        from bmahr_desktop.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

        digits = self.settings.digits
        forms = self._place.forms if self.workspace is not None else None
        dialog = SettingsDialog(self.settings, self.window, forms=forms)
        if self.workspace is not None:
            dialog.crest_changed.connect(self.workspace.meetings.preview.set_again)
        dialog.exec()
        dialog.deleteLater()
        if self.settings.digits is not digits and self.workspace is not None:
            self.workspace.flush()
            self.open_file(self._place)  # everything is shown anew

    def end(self) -> None:
        """Close the file; what was typed is kept already."""
        self._errands.stop()
        Sweep.release()
        if self._store is not None:
            self._store.close()
        self.settings.sync()
        self.unexpected.remove()


def _furnished(window: MainWindow) -> MeetingsTab:
    """Fill the tabs that need no file; return that of the meetings, whose list can be shown."""
    window.furnish()
    meetings = MeetingsTab(window)
    window.fill(MEETINGS, meetings)
    plans = EmptyState(
        IconName.LIST_CHECKS,
        msg("The annual action plan will be kept here in a later version."),
    )
    window.fill(PLANS, plans)
    return meetings
