"""Starts the window: it is painted first; all that it is filled with is loaded after that."""

import sys
from pathlib import Path

import bmahr_desktop.ui  # noqa: F401 -- first: it loads Qt in its own way

# isort: split
from PySide6.QtWidgets import QApplication

from bmahr_desktop import __version__
from bmahr_desktop.i18n import use_language
from bmahr_desktop.places import DataPlace, data_place
from bmahr_desktop.ui.look.digits import use_digits
from bmahr_desktop.ui.look.theme import dress
from bmahr_desktop.ui.memory import Memory, memory_of
from bmahr_desktop.ui.probe import Probe
from bmahr_desktop.ui.settings import Settings
from bmahr_desktop.ui.window import MainWindow


def run(data: Path | None, language: str | None) -> int:
    """Open the window, and return the exit code when it is closed.

    Args:
        data: The file of records; None for the one that was open last.
        language: The language of this start; None for the one that was chosen.
    """
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("bmahr-desktop")
    qt.setApplicationVersion(__version__)
    probe = Probe()
    settings = Settings()
    use_language(language or settings.language)
    use_digits(settings.digits)
    dress(qt, settings.scheme)
    place = _first_place(data, settings)
    window = MainWindow()
    _place_window(window, memory_of(place))
    programs = []

    def begin() -> None:
        probe.note("painted")
        # Half of the time to the first painting would go into loading this.
        from bmahr_desktop.ui.program import Program  # noqa: PLC0415

        programs.append(Program(qt, window, settings, place, probe))
        programs[0].begin()

    window.painted.connect(begin)
    window.show()
    code = qt.exec()
    for program in programs:
        program.end()
    return code


def _first_place(data: Path | None, settings: Settings) -> DataPlace:
    """Return the place of the file to begin with: that named, that open last, or the usual one."""
    if data is None:
        for file in settings.recent[:1]:
            if file.is_file():
                return data_place(file)
    return data_place(data)


def _place_window(window: MainWindow, memory: Memory) -> None:
    """Put the window where it was; the first time it fills a small screen."""
    if memory.place_window("main", window):
        return
    room = window.screen().availableGeometry()
    if room.width() <= 1440 or room.height() <= 800:
        window.showMaximized()
