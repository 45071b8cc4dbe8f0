"""The dialog that makes a meeting: its place in the chain, where it is held, what it takes over."""

import datetime

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import MatterState, MeetingState, Mode
from bmahr_desktop.operations import records
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.ui.meetings.new_meeting import NewMeetingDialog
from tests.meetings import uid

COMMITTEE, SECOND = uid("committee"), uid("meeting 2")
MARCH = datetime.date(2025, 3, 5)


@pytest.fixture
def dialog(qtbot, desk):
    with desk._store.writing() as session:
        records.amend(session, Kind.MEETING, SECOND, None, state=MeetingState.CLOSED)
        records.amend(session, Kind.MATTER, uid("m8"), None, state=MatterState.UNDISCUSSED)
    made = NewMeetingDialog(desk, COMMITTEE, MARCH)
    qtbot.addWidget(made)
    made.show()
    made.date.set_value(MARCH)
    made.date.edited.emit(MARCH)
    return made


def made_by(dialog, desk):
    dialog._make()
    assert dialog.made, dialog.note.text()
    return desk.read(read_meeting, dialog.made)


def test_what_is_ticked_is_taken_over(dialog, desk):
    assert dialog.carried.chosen() == (uid("m8"), uid("m6"))
    made = made_by(dialog, desk)
    continued = {one.continues for item in made.agenda for one in item.matters if one.continues}
    assert continued == {uid("m8"), uid("m6")}


def test_a_tick_is_taken_away_by_the_keyboard(qtbot, dialog, desk):
    dialog.carried.setFocus()
    qtbot.keyClick(dialog.carried, Qt.Key.Key_Space)
    assert dialog.carried.chosen() == (uid("m6"),)
    dialog.date.set_value(MARCH + datetime.timedelta(days=1))
    dialog.date.edited.emit(dialog.date.value())
    assert dialog.carried.chosen() == (uid("m6"),)
    made = made_by(dialog, desk)
    continued = {one.continues for item in made.agenda for one in item.matters if one.continues}
    assert continued == {uid("m6")}


def test_the_chain_is_told_and_mended(dialog):
    assert dialog._chain.isHidden()
    dialog.number.set_value(6)
    dialog.number.edited.emit(6)
    assert "๓–๕" in dialog._chain.text()
    dialog.year.set_value(2567)
    dialog.year.edited.emit(2567)
    assert "๒๕๖๘" in dialog._chain.text()
    dialog.number.set_value(3)
    dialog.year.set_value(2568)
    dialog.year.edited.emit(2568)
    assert dialog._chain.isHidden()


def test_the_system_is_asked_for_only_where_there_is_one(dialog, desk):
    dialog.mode.set_value(Mode.ON_SITE)
    dialog.mode.chosen.emit(Mode.ON_SITE)
    assert not dialog.platform.isVisible()
    dialog.mode.set_value(Mode.ONLINE)
    dialog.mode.chosen.emit(Mode.ONLINE)
    assert dialog.platform.isVisible()
    dialog.platform.setText("Zoom ")
    dialog.room.setText("926 55")
    dialog.link.setText("https://example.org")
    made = made_by(dialog, desk)
    online = made.online
    assert (made.mode, online.platform, online.room, online.link) == (
        Mode.ONLINE, "Zoom", "926 55", "https://example.org",
    )  # fmt: skip


def test_without_anything_to_take_over_nothing_is_shown(qtbot, desk):
    made = NewMeetingDialog(desk, COMMITTEE, datetime.date(2020, 1, 8))
    qtbot.addWidget(made)
    made.show()
    made.date.set_value(datetime.date(2020, 1, 8))
    made.date.edited.emit(made.date.value())
    assert made.carried.isHidden()
    assert made.carried.chosen() == ()


def test_tab_goes_in_the_order_of_reading(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.date.line)
    seen = []
    for _ in range(12):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.append(dialog.focusWidget())
    fields = [dialog.start, dialog.number, dialog.year, dialog.mode, dialog.venue,
              dialog.platform, dialog.room, dialog.link, dialog.template]  # fmt: skip
    assert seen[:9] == [field.focusProxy() or field for field in fields]
    assert dialog.carried in seen


def test_it_has_room_on_a_small_screen(qtbot, workspace):
    committee = workspace.meetings._committee
    dialog = NewMeetingDialog(workspace.desk, committee, datetime.date(2025, 12, 20))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= 720
    assert dialog.width() <= 1366
