"""Going to a record: its tab opens, and it is chosen there; what the tabs count stays right."""

import pytest
from PySide6.QtCore import QObject

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attachments import list_attachments
from bmahr_desktop.operations.whereabouts import find_record
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane
from tests.meetings import uid

MEETING = uid("meeting")


@pytest.fixture
def pane(qtbot, desk):
    pane = MeetingPane(desk)
    qtbot.addWidget(pane, before_close_func=lambda pane: pane.attachments.intake.stop())
    pane.resize(900, 600)
    pane.show_meeting(MEETING)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def test_a_file_is_chosen_in_its_list_whatever_it_belongs_to(pane, desk):
    lines = desk.read(list_attachments, MEETING)
    assert {bool(line.matter) for line in lines} == {False, True}
    for line in lines:
        pane.tabs.setCurrentIndex(2)
        place = desk.read(find_record, line.uid)
        assert place.meeting == MEETING
        assert place.within.get(Kind.MATTER, "") == line.matter
        assert pane.go_to(place)
        assert pane.tabs.currentWidget() is pane.attachments
        assert pane.attachments.view.current_uid() == line.uid
        assert pane.attachments.view.hasFocus()
        assert pane.attachments.form.record.uid == line.uid


def test_a_signature_is_chosen_in_its_list(pane, desk):
    last = desk.read(records.read_parts_of, Kind.SIGNATURE, MEETING)[-1].record
    assert pane.go_to(desk.read(find_record, last.uid))
    assert pane.tabs.currentWidget() is pane.signatures
    assert pane.signatures.view.current_uid() == last.uid


def test_the_tab_counts_no_file_of_a_matter_that_is_gone(pane, desk):
    line = next(one for one in desk.read(list_attachments, MEETING) if one.matter)
    files = len(desk.read(list_attachments, MEETING))
    counted = lambda: pane.tabs.tabText(4).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))  # noqa: E731
    assert f"({files})" in counted()
    elsewhere = QObject()
    desk.write(elsewhere, records.remove, Kind.MATTER, line.matter)
    assert f"({files - 1})" in counted()
    desk.write(elsewhere, records.restore, Kind.MATTER, line.matter)
    assert f"({files})" in counted()
