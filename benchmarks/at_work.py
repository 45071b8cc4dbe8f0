"""A window at work, without a display, and somebody who types in it."""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bmahr_desktop.places import data_place
from bmahr_desktop.storage.store import Store


def dressed() -> None:
    """Have an application that looks like the program."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from bmahr_desktop.ui.look.theme import dress  # noqa: PLC0415

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress(application)


def window_on(store: Store, file: Path) -> Any:
    """Return the workspace of a window on a file, shown at its last place."""
    from bmahr_desktop.ui.meetings.tab import MeetingsTab  # noqa: PLC0415
    from bmahr_desktop.ui.window import MEETINGS, MainWindow  # noqa: PLC0415
    from bmahr_desktop.ui.workspace import Workspace  # noqa: PLC0415

    window = MainWindow()
    window.furnish()
    tab = MeetingsTab(window)
    window.fill(MEETINGS, tab)
    workspace = Workspace(window, tab, store, data_place(file))
    workspace.begin()
    window.resize(1366, 728)
    window.show()
    return workspace


def press(editor: Any, letter: str) -> None:
    """Type a letter."""
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(editor, event)


def wait_for(signal: Any) -> None:
    """Wait until a signal is emitted, half a minute at most."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(30_000, loop.quit)
    loop.exec()


def pause(milliseconds: int) -> None:
    """Let the window do what it has to do, as between two keys of a hand."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
