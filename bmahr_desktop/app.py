"""Starts the window: first it is painted, then the file is opened, then it is filled."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop import __version__
from bmahr_desktop.i18n import use_language
from bmahr_desktop.places import DataPlace, data_folder, data_place
from bmahr_desktop.storage.glance import glance_at
from bmahr_desktop.ui.language import speak
from bmahr_desktop.ui.look.digits import use_digits
from bmahr_desktop.ui.look.theme import dress
from bmahr_desktop.ui.memory import Memory
from bmahr_desktop.ui.settings import Settings
from bmahr_desktop.ui.unexpected import Unexpected
from bmahr_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from bmahr_desktop.storage.store import Store
    from bmahr_desktop.ui.start.start_pane import StartPane
    from bmahr_desktop.ui.workspace import Workspace

PROBE_VARIABLE = "BMAHR_PROBE"
"""Names a file that gets the times of starting; the program then ends. For benchmarks."""

SAMPLE = "sample.sqlite"
REVISION = "0001"
"""The revision of a file that is looked into before it is opened with care."""


def run(data: Path | None, language: str | None) -> int:
    """Open the window, and return the exit code when it is closed.

    Args:
        data: The file of records; None for the one that was open last.
        language: The language of this start; None for the one that was chosen.
    """
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("bmahr-desktop")
    qt.setApplicationVersion(__version__)
    desktop = Desktop(qt, data, language)
    desktop.begin()
    code = qt.exec()
    desktop.end()
    return code


class Desktop(QObject):
    """The program with its window: one file at a time."""

    def __init__(self, qt: QApplication, data: Path | None, language: str | None) -> None:
        super().__init__()
        self._qt = qt
        self._probe = Probe(os.environ.get(PROBE_VARIABLE, ""))
        self.settings = Settings(self)
        self._place = self._first_place(data)
        self.unexpected = Unexpected(self._place, self)
        self.unexpected.install()
        use_language(language or self.settings.language)
        use_digits(self.settings.digits)
        speak(qt)
        dress(qt, self.settings.scheme)
        self.window = MainWindow()
        self.workspace: Workspace | None = None
        self._store: Store | None = None
        self._start: StartPane | None = None

    def _first_place(self, data: Path | None) -> DataPlace:
        if data is None:
            for file in self.settings.recent[:1]:
                if file.is_file():
                    return _place_of(file)
        return data_place(data)

    def begin(self) -> None:
        """Show the window with what a glance into the file tells; the rest comes behind."""
        memory = Memory(self._place.folder / "window.ini")
        if not memory.place_window("main", self.window):
            self._fit_screen()
        memory.set_state(self.window.meetings.splitter)
        seen = glance_at(self._place.file, REVISION, memory.text("committee"))
        if seen is not None:
            self.window.meetings.list.show_committees(seen.committees, seen.committee)
            self.window.meetings.list.show_meetings(seen.meetings, memory.number("year") or None)
            self.window.foot.show_file(self._place.file)
        self._probe.note("made")
        self.window.painted.connect(self._after_paint)
        self.window.show()

    def _fit_screen(self) -> None:
        room = self.window.screen().availableGeometry()
        if room.width() <= 1440 or room.height() <= 800:
            self.window.setWindowState(Qt.WindowState.WindowMaximized)

    def _after_paint(self) -> None:
        self._probe.note("painted")
        if self._place.file.is_file():
            self.open_file(self._place)
        else:
            self.show_start()
        self._probe.note("loaded")
        self._probe.end(self._qt)

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
        self._make(_place_of(file), lambda store: None)

    def make_sample(self) -> None:
        """Open the file of the sample; the first time it is made."""
        from bmahr_desktop.operations.sample import fill_with_sample  # noqa: PLC0415

        place = _place_of(data_folder() / SAMPLE)
        if place.file.is_file():
            self.open_file(place)
        else:
            self._make(place, fill_with_sample)

    def _make(self, place: DataPlace, fill: Callable[["Store"], object]) -> None:
        from bmahr_desktop.domain.errors import Refused  # noqa: PLC0415
        from bmahr_desktop.operations.office import make_office, new_sitting  # noqa: PLC0415

        self._qt.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            store = make_office(place, new_sitting(self.settings.secretary))
            fill(store)
        except Refused as refused:
            if self._start is not None:
                self._start.show_refusal(None, refused.messages)
            return
        finally:
            self._qt.restoreOverrideCursor()
        self._work_on(store, place)

    def _work_on(self, store: "Store", place: DataPlace) -> None:
        from bmahr_desktop.ui.workspace import Workspace  # noqa: PLC0415

        self._leave_file()
        self._place, self._store = place, store
        self.settings.remember_file(place.file.absolute())
        self.unexpected.move_to(place)
        self.workspace = Workspace(self.window, store, place)
        self.unexpected.keep = self.workspace.flush
        self.workspace.settings_wanted.connect(self.show_settings)
        self.workspace.other_file_wanted.connect(self.show_start)
        self.workspace.begin()
        self.window.show_page(self.window.tabs)

    def _leave_file(self) -> None:
        """Give up the file that is open; the window is made anew, so that nothing of it stays."""
        if self.workspace is not None:
            before, self.window = self.window, MainWindow()
            self.window.restoreGeometry(before.saveGeometry())
            self._start = None
            self.window.show()
            self._qt.setQuitOnLastWindowClosed(False)
            before.may_close = lambda: True
            before.close()
            before.deleteLater()
            self._qt.setQuitOnLastWindowClosed(True)
            self.workspace = None
        if self._store is not None:
            self._store.close()
            self._store = None

    # ------------------------------------------------------------ pages

    def show_start(self) -> None:
        """Show the page that offers the sample, a new file, or another one."""
        from bmahr_desktop.ui.start.start_pane import StartPane  # noqa: PLC0415

        if self.workspace is not None and not self.workspace.may_close():
            return
        if self._start is None:
            self._start = StartPane(self.settings, self.window)
            self._start.sample_wanted.connect(self.make_sample)
            self._start.create_wanted.connect(self.make_file)
            self._start.open_wanted.connect(lambda file: self.open_file(_place_of(file)))
        self.window.show_page(self._start)
        self._start.setFocus()

    def show_settings(self) -> None:
        """Let the language, the digits, the colours and the name be chosen."""
        from bmahr_desktop.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

        digits = self.settings.digits
        dialog = SettingsDialog(self.settings, self.window)
        dialog.exec()
        dialog.deleteLater()
        if self.settings.digits is not digits and self.workspace is not None:
            self.workspace.end()  # everything is shown anew
            self.open_file(self._place)

    def end(self) -> None:
        """Close the file; what was typed is kept already."""
        if self._store is not None:
            self._store.close()
        self.settings.sync()
        self.unexpected.remove()


class Probe:
    """Notes when starting got how far, when a benchmark asks for it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines: list[str] = []

    def note(self, name: str) -> None:
        """Note that something is done now."""
        if self._file:
            self._lines.append(f"{name} {time.monotonic_ns()}")

    def end(self, qt: Any) -> None:
        """Write the times and end the program, if a benchmark asked for it."""
        if self._file:
            Path(self._file).write_text("\n".join(self._lines) + "\n", encoding="ascii")
            qt.quit()


def _place_of(file: Path) -> DataPlace:
    """Return the place of a file; the one in the data folder has its folders there."""
    usual = data_place()
    return usual if file.absolute() == usual.file.absolute() else data_place(file)
