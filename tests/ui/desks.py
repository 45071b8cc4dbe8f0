"""A window at work on a copy of the sample, as a secretary finds it in the morning."""

import shutil
from contextlib import contextmanager

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.office import new_sitting, open_office
from bmahr_desktop.places import data_place
from bmahr_desktop.ui.meetings.tab import MeetingsTab
from bmahr_desktop.ui.window import MEETINGS, MainWindow
from bmahr_desktop.ui.workspace import Workspace

LARGEST = (1, 2568)
"""The meeting of the sample with the longest minutes."""


@contextmanager
def at_work(qtbot, path):
    """A window on a file; closed as the secretary closes it."""
    place = data_place(path)
    store = open_office(place, new_sitting())
    window = MainWindow()
    window.furnish()
    tab = MeetingsTab(window)
    window.fill(MEETINGS, tab)
    workspace = Workspace(window, tab, store, place)
    workspace.begin()
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield workspace
        if not workspace.flush():
            window.may_close = lambda: True  # a test that failed must not wait for an answer
        window.close()
        assert window.isHidden()
    finally:
        workspace.end()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        store.close()


def copied(made, folder):
    path = folder / "records.sqlite"
    shutil.copy(made, path)
    if made.with_suffix(".d").is_dir():
        shutil.copytree(made.with_suffix(".d"), path.with_suffix(".d"))
    return path


def meeting_of(workspace, number=LARGEST[0], year=LARGEST[1]):
    """The uid of a meeting of the sample."""
    rows = workspace.meetings.tab.list.list.rows
    lines = [line for line in rows._all if (line.number, line.year) == (number, year)]
    return lines[0].uid


def record_of(workspace, kind, uid):
    return workspace.desk.read(records.read, kind, uid).record


def section_of(workspace, meeting):
    """The section with the longest body of a meeting."""
    found = record_of(workspace, Kind.MEETING, meeting)
    sections = [
        section for item in found.agenda for matter in item.matters for section in matter.sections
    ]
    return max(sections, key=lambda one: len(one.body))
