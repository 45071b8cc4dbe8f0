import datetime
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from bmahr_desktop.operations.office import new_sitting, open_office
from bmahr_desktop.places import data_place
from bmahr_desktop.ui.agenda.tab import ResolutionsTab
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk

TODAY = datetime.date(2026, 2, 10)


@contextmanager
def opened(qtbot, path):
    """The register of a file by itself, filled, on a day of its own."""
    store = open_office(data_place(path), new_sitting())
    desk, errands = Desk(store), Errands("search")
    tab = ResolutionsTab(desk, errands, today=lambda: TODAY)
    tab.resize(1366, 700)
    tab.show()
    tab.activateWindow()
    with qtbot.waitSignal(tab.reading.offered_came):
        tab.refresh()
    try:
        yield tab
    finally:
        tab.end()
        errands.stop()
        tab.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        store.close()


@pytest.fixture
def tab(qtbot, sample_copy):
    with opened(qtbot, sample_copy) as found:
        qtbot.waitUntil(found.isActiveWindow)
        yield found


@pytest.fixture
def settled(qtbot):
    """Wait until the register that is asked for is there, after something asked for another."""

    def settled(tab, act):
        with qtbot.waitSignal(tab.order_changed):
            act()
        first = tab.table.top_row()
        qtbot.waitUntil(lambda: not tab.model.uids or tab.model.row_at(first) is not None)

    return settled
