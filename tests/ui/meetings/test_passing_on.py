"""A matter is moved to the next meeting, or copied into it, from the agenda."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import MeetingState
from bmahr_desktop.operations import editions, records, sessions
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.ui.meetings.agenda.pane import AgendaPane
from tests.meetings import uid

FIRST, SECOND = uid("meeting"), uid("meeting 2")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(qtbot, desk):
    pane = AgendaPane(desk)
    qtbot.addWidget(pane)
    pane.resize(760, 560)
    pane.show_meeting(FIRST)
    pane.show()
    pane.activateWindow()
    pane.outline.setFocus()
    qtbot.waitUntil(pane.outline.hasFocus)
    return pane


def matters(desk, meeting):
    agenda = desk.read(read_meeting, meeting).agenda
    return [one.uid for item in agenda for one in item.matters]


def test_a_matter_is_moved_by_a_key_and_taken_back(qtbot, pane, desk):
    before = desk.read(read_meeting, FIRST).agenda
    pane.outline.choose(uid("m3"))
    qtbot.keyClick(pane.outline, Qt.Key.Key_PageDown, CONTROL | SHIFT)
    assert uid("m3") not in matters(desk, FIRST)
    assert uid("m3") in matters(desk, SECOND)
    assert "๒/๒๕๖๘" in pane.undo.text()
    pane.undo._button.click()
    assert desk.read(read_meeting, FIRST).agenda == before


def test_the_only_matter_of_an_item_is_copied_with_its_item(qtbot, pane, desk):
    item = next(one for one in pane._items if one.matters[0].uid == uid("m1"))
    pane.outline.choose(item.uid)
    pane.passing_on.copy.trigger()
    assert uid("m1") in matters(desk, FIRST)
    there = matters(desk, SECOND)
    assert len(there) == 2
    pane.undo._button.click()
    assert len(matters(desk, SECOND)) == 1


def test_a_paper_at_the_end_goes_nowhere(pane, desk):
    pane.outline.choose(uid("x1"))
    pane.passing_on.move.trigger()
    assert len(matters(desk, SECOND)) == 1


def answer(number, done):
    def when_open():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, when_open)
            return
        done.append(dialog.accessibleName())
        button = dialog.findChild(QPushButton, f"decision_{number}")
        assert button
        button.click()

    QTimer.singleShot(0, when_open)


def test_where_there_is_no_next_meeting_it_is_made_first(qtbot, pane, desk):
    with desk._store.writing() as session:
        sessions.start(session, SECOND, "09:30")
    pane.outline.choose(uid("m3"))
    asked: list[str] = []
    answer(1, asked)
    with qtbot.assertNotEmitted(pane.passing_on.next_wanted):
        pane.passing_on.move.trigger()

    def make():
        with desk._store.writing() as session:
            records.amend(session, Kind.MEETING, SECOND, None, state=MeetingState.PREPARING)

    pane.passing_on.next_wanted.connect(make)
    answer(2, asked)
    pane.passing_on.move.trigger()
    assert len(asked) == 2
    assert uid("m3") in matters(desk, SECOND)


def test_a_refusal_is_told(qtbot, pane, desk):
    with desk._store.writing() as session:
        editions.freeze(session, FIRST)
    pane.outline.choose(uid("m3"))
    asked: list[str] = []
    answer(1, asked)
    pane.passing_on.move.trigger()
    assert asked
    assert uid("m3") in matters(desk, FIRST)
