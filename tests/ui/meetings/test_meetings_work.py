"""Making, removing and ordering, as a secretary does it in the tab of the meetings."""

import datetime
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import AttendanceList, MeetingState
from bmahr_desktop.operations import records
from bmahr_desktop.ui.meetings.new_meeting import NewMeetingDialog
from tests.ui.desks import meeting_of, record_of

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(workspace):
    workspace.open_record(meeting_of(workspace))
    return workspace.meetings.pane


@pytest.fixture
def meeting(workspace, pane):
    """The open meeting as it is on file now."""
    return lambda: record_of(workspace, Kind.MEETING, pane.meeting)


def titles(agenda):
    return [item.title for item in agenda]


def in_dialog(act):
    """Do something in the dialog that is about to open."""

    def look():
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        act(dialog)

    QTimer.singleShot(0, look)


# ---------------------------------------------------------------- a new meeting


def test_the_next_meeting_is_proposed_and_made_with_one_press(qtbot, workspace):
    made = []

    def accept(dialog):
        made.append((dialog.number.value(), dialog.year.value(), dialog.date.value()))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(accept)
    qtbot.keyClick(workspace.window_, Qt.Key.Key_N, CONTROL)
    last = record_of(workspace, Kind.MEETING, meeting_of(workspace, 2, 2569))
    assert made == [(3, 2569, last.next_meeting.date)]
    new = record_of(workspace, Kind.MEETING, workspace.meetings.pane.meeting)
    assert (new.number, new.year, new.state) == (3, 2569, MeetingState.PREPARING)
    assert new.agenda[1].matters[0].adopts.meeting == last.uid
    assert {one.list for one in new.attendance} == {AttendanceList.PRESENT}
    assert new.attendance[0].title == "ประธาน อ.ก.ก."
    assert workspace.meetings.tab.list.list.current() == new.uid


def test_a_number_that_is_taken_is_refused_in_the_dialog(qtbot, workspace):
    committee = workspace.meetings._committee
    dialog = NewMeetingDialog(workspace.desk, committee, datetime.date(2025, 12, 20))
    qtbot.addWidget(dialog)
    dialog.date.set_value(datetime.date(2025, 12, 20))
    dialog.date.edited.emit(dialog.date.value())
    assert (dialog.number.value(), dialog.year.value()) == (10, 2568)
    dialog.number.set_value(3)
    dialog._make()
    assert "๓/๒๕๖๘" in dialog.note.text()
    assert not dialog.made


def test_a_number_left_out_is_told_but_allowed(qtbot, workspace):
    committee = workspace.meetings._committee
    dialog = NewMeetingDialog(workspace.desk, committee, datetime.date(2026, 2, 20))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._chain.isVisible()
    dialog.number.set_value(15)
    dialog.number.edited.emit(dialog.number.value())
    assert dialog._chain.isVisible()
    dialog._make()
    assert dialog.made


def test_a_removed_meeting_comes_back_whole(qtbot, workspace, pane, meeting):
    before = meeting()
    listed = workspace.meetings.tab.list
    qtbot.keyClick(listed.list, Qt.Key.Key_Delete)
    assert before.uid not in listed.list.rows.all_uids()
    assert pane.meeting != before.uid
    workspace.meetings.tab.undo._button.click()
    assert pane.meeting == before.uid
    assert meeting().agenda == before.agenda
    assert meeting().attendance == before.attendance


# ---------------------------------------------------------------- the agenda


def test_items_are_added_titled_moved_and_removed_by_keys(qtbot, write, workspace, pane, meeting):
    outline = pane.agenda.outline
    before = titles(meeting().agenda)
    outline.choose(meeting().agenda[2].uid)
    pane.agenda.add_item()
    assert pane.agenda.item.title.hasFocus()
    write(pane.agenda.item.title, "เรื่องสืบเนื่อง")
    pane.flush()
    assert titles(meeting().agenda) == [*before[:3], "เรื่องสืบเนื่อง", *before[3:]]
    assert outline.currentItem().text(0).endswith("เรื่องสืบเนื่อง")
    qtbot.keyClick(outline, Qt.Key.Key_Up, ALT)
    assert titles(meeting().agenda)[2] == "เรื่องสืบเนื่อง"
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert titles(meeting().agenda) == before
    pane.agenda.undo._button.click()
    assert titles(meeting().agenda)[2] == "เรื่องสืบเนื่อง"


def test_a_matter_is_added_with_its_parts(qtbot, write, workspace, pane, meeting):
    item = meeting().agenda[3]
    pane.agenda.outline.choose(item.uid)
    qtbot.keyClick(pane.agenda.outline, Qt.Key.Key_Insert)
    write(pane.agenda.matter.title.title, "เรื่อง ทดลอง <b>&\"'")
    for kind in ("substance", "discussion"):
        action = next(
            one
            for one in pane.agenda.matter.findChild(object, "matter_parts").menu().actions()
            if one.objectName() == f"add_{kind}"
        )
        action.trigger()
        write(pane.agenda.matter.body.editor, kind)
    pane.flush()
    made = meeting().agenda[3].matters[-1]
    assert made.title.endswith("เรื่อง ทดลอง <b>&\"'")
    assert [section.kind.value for section in made.sections] == ["substance", "discussion"]
    assert [section.body[0].text for section in made.sections] == ["substance", "discussion"]


def test_ctrl_enter_goes_to_the_next_item(qtbot, pane, meeting):
    pane.agenda.outline.choose(meeting().agenda[0].uid)
    pane.agenda.item.title.setFocus()
    qtbot.keyClick(pane.agenda.item.title, Qt.Key.Key_Return, CONTROL)
    assert pane.agenda.outline.item_of_current() == meeting().agenda[1].uid
    assert pane.agenda.item.title.hasFocus()


# ---------------------------------------------------------------- resolutions


def test_a_resolution_is_worded_assigned_and_removed(qtbot, write, workspace, pane, meeting):
    matter = meeting().agenda[2].matters[0]
    workspace.open_record(matter.resolutions[0].uid)
    resolutions = pane.agenda.matter.resolutions
    resolutions.add()
    form = resolutions._forms[-1]
    write(form.text, "มอบหมายให้ฝ่ายเลขานุการดำเนินการ")
    form.kinds._actions["assign"].trigger()
    form._add_assignment()
    write(form._forms[0].assigned.field, "ฝ่ายเลขานุการ")
    pane.flush()
    made = meeting().agenda[2].matters[0].resolutions[-1]
    assert made.text == "มอบหมายให้ฝ่ายเลขานุการดำเนินการ"
    assert [kind.value for kind in made.kinds] == ["assign"]
    assert [one.assigned_to for one in made.assignments] == ["ฝ่ายเลขานุการ"]
    form._remove()
    assert made.uid not in {one.uid for one in meeting().agenda[2].matters[0].resolutions}
    pane.agenda.undo._button.click()
    assert meeting().agenda[2].matters[0].resolutions[-1] == made


def test_what_is_adopted_and_corrected_composes_the_resolution(
    qtbot, write, workspace, pane, meeting
):
    matter = meeting().agenda[1].matters[0]
    workspace.open_record(matter.uid)
    adoption = pane.agenda.matter.adoption
    pane.agenda.matter._choose_tab("adoption")
    count = len(adoption.list.forms)
    adoption.list.add()
    form = adoption.list.forms[-1]
    write(form.old.field, "ปี ๒๕๖๖")
    write(form.findChild(object, "correction_new"), "ปี ๒๕๖๗")
    pane.flush()
    found = meeting().agenda[1].matters[0].adopts.corrections
    assert (len(found), found[-1].old, found[-1].new) == (count + 1, "ปี ๒๕๖๖", "ปี ๒๕๖๗")
    pane.agenda.matter._choose_tab("resolutions")
    words = pane.agenda.matter.resolutions._forms[0].composed.text()
    assert "ปี ๒๕๖๗" in words


# ---------------------------------------------------------------- facts


def test_facts_are_kept_and_a_wrong_date_is_told_beside_it(qtbot, write, workspace, pane, meeting):
    pane.tabs.setCurrentIndex(0)
    date = pane.header.findChild(object, "date")
    date.line.selectAll()
    write(date.line, "6/1/2568")
    qtbot.keyClick(date.line, Qt.Key.Key_Return)
    assert meeting().date == datetime.date(2025, 1, 6)
    assert "๖ ม.ค. ๖๘" in workspace.meetings.tab.list.list.rows.data(
        workspace.meetings.tab.list.list.rows.index(
            workspace.meetings.tab.list.list.rows.row_of(pane.meeting), 1
        )
    )
    date.line.selectAll()
    write(date.line, "31 ก.พ. 2568")
    qtbot.keyClick(date.line, Qt.Key.Key_Return)
    assert meeting().date == datetime.date(2025, 1, 6)
    assert date.message()


def test_what_was_changed_elsewhere_is_shown_here(qtbot, workspace, pane, meeting):
    pane.tabs.setCurrentIndex(0)
    venue = pane.header.findChild(object, "venue")
    workspace.desk.write(
        workspace, records.amend, Kind.MEETING, pane.meeting, None, venue="ห้องใหม่ ชั้น ๙"
    )
    assert venue.text() == "ห้องใหม่ ชั้น ๙"


def test_a_move_is_taken_back(qtbot, workspace, pane, meeting):
    before = titles(meeting().agenda)
    pane.agenda.outline.choose(meeting().agenda[2].uid)
    qtbot.keyClick(pane.agenda.outline, Qt.Key.Key_Down, ALT)
    assert titles(meeting().agenda) != before
    pane.agenda.undo._button.click()
    assert titles(meeting().agenda) == before


def test_a_moved_resolution_is_taken_back(qtbot, workspace, pane, meeting):
    matter = meeting().agenda[2].matters[0]
    workspace.open_record(matter.resolutions[1].uid)
    pane.agenda.matter.resolutions._forms[1]._move(-1)
    moved = meeting().agenda[2].matters[0].resolutions
    assert moved[0] == matter.resolutions[1]
    pane.agenda.undo._button.click()
    assert meeting().agenda[2].matters[0].resolutions == matter.resolutions


def test_a_wording_that_is_too_long_is_told_beside_it_and_stays(qtbot, workspace, pane, meeting):
    resolution = meeting().agenda[2].matters[0].resolutions[0]
    workspace.open_record(resolution.uid)
    form = pane.agenda.matter.resolutions._forms[0]
    form.text.selectAll()
    form.text.insertPlainText("ก" * 200_000)
    assert not pane.flush()
    assert "ยาวเกินไป" in form.wording.error()
    assert meeting().agenda[2].matters[0].resolutions[0] == resolution
    assert len(form.text.toPlainText()) == 200_000
    form.text.setPlainText("รับทราบ")
    assert pane.flush()
    assert not form.wording.error()


def test_closing_asks_when_something_cannot_be_kept(qtbot, workspace, pane, meeting):
    workspace.open_record(meeting().agenda[2].matters[0].resolutions[0].uid)
    form = pane.agenda.matter.resolutions._forms[0]
    form.text.setPlainText("ก" * 200_000)
    in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    workspace.window_.close()
    assert workspace.window_.isVisible()
    assert len(form.text.toPlainText()) == 200_000
    in_dialog(lambda dialog: dialog.findChild(object, "decision_2").click())
    workspace.window_.close()
    assert not workspace.window_.isVisible()


def test_one_goes_back_to_what_could_not_be_kept(qtbot, workspace, pane, meeting):
    resolution = meeting().agenda[2].matters[0].resolutions[0]
    workspace.open_record(resolution.uid)
    matter, shown = pane.agenda.matter.matter, pane.meeting
    form = pane.agenda.matter.resolutions._forms[0]
    form.text.setPlainText("ก" * 200_000)
    listed = workspace.meetings.tab.list.list
    escape = lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # noqa: E731
    in_dialog(escape)
    pane.agenda.outline.choose(meeting().agenda[0].uid)
    qtbot.waitUntil(lambda: pane.agenda.outline.current()[1] == matter.uid)
    in_dialog(escape)
    listed.choose(meeting_of(workspace, 3))
    qtbot.waitUntil(lambda: listed.current() == shown)
    assert pane.meeting == shown
    assert len(form.text.toPlainText()) == 200_000
    in_dialog(lambda dialog: dialog.findChild(object, "decision_2").click())
    listed.choose(meeting_of(workspace, 3))
    assert pane.meeting == meeting_of(workspace, 3)
    assert workspace.flush()


def test_a_date_that_is_none_is_not_lost_by_going_to_another_meeting(
    qtbot, write, workspace, pane, meeting
):
    pane.tabs.setCurrentIndex(0)
    date = pane.header.findChild(object, "date")
    date.line.selectAll()
    write(date.line, "31 ก.พ. 2568")
    shown, listed = pane.meeting, workspace.meetings.tab.list.list
    in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    listed.choose(meeting_of(workspace, 3))
    qtbot.waitUntil(lambda: listed.current() == shown)
    assert date.line.text() == "31 ก.พ. 2568"
    date.forget_typing()


def test_what_waits_for_another_program_is_not_lost_by_going_on(qtbot, write, workspace, pane):
    matter = record_of(workspace, Kind.MEETING, pane.meeting).agenda[2].matters[0]
    section = matter.sections[0].uid
    workspace.open_record(section)
    part = pane.agenda.matter
    with closing(sqlite3.connect(workspace.place.file)) as other:
        other.execute("BEGIN IMMEDIATE")
        write(part.body.editor, "ประโยคที่รออยู่")
        part._choose_tab("resolutions")
        assert part._tab_key() == "resolutions"
        assert not workspace.flush()
        part._choose_tab(section)
        assert "ประโยคที่รออยู่" in part.body.editor.toPlainText()
        part._choose_tab("resolutions")
        other.rollback()
    assert workspace.flush()
    body = record_of(workspace, Kind.SECTION, section).body
    assert "ประโยคที่รออยู่" in words_of(body)
