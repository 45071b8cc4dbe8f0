import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bmahr_desktop.ui.look.theme import Scheme, dress


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp):
    """Every window under test looks like the program's, whatever the desktop wears."""
    dress(qapp, Scheme.LIGHT)


@pytest.fixture
def write():
    """Type a text of any script; `qtbot.keyClicks` aborts the process at a Thai letter."""

    def write(widget, text):
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, key)

    return write
