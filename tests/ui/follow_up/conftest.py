import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import editions, records
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from tests.meetings import uid

APRIL = datetime.date(2025, 4, 10)


def take_back(qtbot, section):
    """Undo by the key what the bar of a section offers."""
    QApplication.processEvents()
    qtbot.keyClick(section.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(section.undo.isHidden)


@pytest.fixture
def desk(qapp, full_store):
    """The small office; the record of its first meeting is closed, and nothing is linked."""
    made = Desk(full_store)
    made.write(made, records.remove, Kind.LINK, uid("link"))
    made.write(made, editions.freeze, uid("meeting"))
    return made


@pytest.fixture
def errands(qapp):
    made = Errands("test")
    yield made
    made.stop()


@pytest.fixture
def standing(qtbot):
    """Show a widget in a window of its own."""

    def standing(widget, width=360):
        qtbot.addWidget(widget)
        widget.resize(width, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return standing
