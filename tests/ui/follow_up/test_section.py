"""Following a resolution up beside the register, by the keyboard, in a closed record."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import Due
from bmahr_desktop.operations import editions, records
from bmahr_desktop.ui.follow_up.section import FollowUpSection
from tests.meetings import uid
from tests.ui.follow_up.conftest import APRIL, take_back

TASK, SECOND, GIVEN = uid("a1"), uid("a2"), uid("r5")
CONTROL = Qt.KeyboardModifier.ControlModifier
LOG = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def section(desk, errands, standing):
    made = FollowUpSection(desk, errands, today=lambda: APRIL)
    made.answer_keys(made)
    made.show_resolution(GIVEN)
    return standing(made)


def task(desk, one=TASK):
    return desk.read(records.read, Kind.ASSIGNMENT, one).record


def press(qtbot, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def periodic(desk, months=3):
    """Let the first task come again; its record is opened for it."""
    desk.write(desk, editions.reopen, uid("meeting"), "แก้กำหนด")
    due = Due(text="ทุกไตรมาส", month="2025-03", every=months, periodic=True)
    desk.write(desk, records.amend, Kind.ASSIGNMENT, TASK, None, due=due)
    desk.write(desk, editions.freeze, uid("meeting"))


def test_each_task_tells_what_is_awaited_and_what_came(section):
    first, second = section.cards
    assert "กองระบบงาน" in first.task.who.text()
    assert "มีนาคม" in first.task.due.text()
    assert "๑๐" in first.task.chip.text()
    assert first.lines == []
    assert second.task.needed.text() == "สรุปผล"
    (line,) = second.lines
    assert "กท ๐๙๙๙/๑๒" in line.accessibleName()
    assert [one.title for one in line.files] == ["สรุปผล"]


def test_nothing_is_shown_where_nobody_is_to_act(section):
    section.show_resolution(uid("r3"))
    assert section.isHidden()
    section.show_resolution(GIVEN)
    assert not section.isHidden()


def test_a_report_is_logged_by_the_keyboard(qtbot, write, desk, section):
    qtbot.keyClick(section, Qt.Key.Key_R, LOG)
    card = section.cards[0]
    assert section.is_writing()
    qtbot.waitUntil(card.form.text.hasFocus)
    write(card.form.text, "จัดซื้อแล้ว")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    number = QApplication.focusWidget()
    assert number is not None
    assert number.objectName() == "report_number"
    write(number, "กท ๐๔๐๑/๕๑")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert not section.is_writing()
    (report,) = task(desk).reports
    assert (report.text, report.number, report.date) == ("จัดซื้อแล้ว", "กท ๐๔๐๑/๕๑", APRIL)
    assert (report.by, report.state) == ("กองระบบงาน", FollowUp.UNDER_WAY)
    assert task(desk).state is FollowUp.UNDER_WAY
    (line,) = card.lines
    assert line.hasFocus()
    assert "จัดซื้อแล้ว" in line.accessibleName()


def test_a_report_in_which_nothing_was_written_is_none(qtbot, desk, section):
    for leave in (lambda: press(qtbot, Qt.Key.Key_Escape), lambda: section.show_resolution("")):
        section.show_resolution(GIVEN)
        section.begin_report()
        assert len(task(desk).reports) == 1
        leave()
        assert task(desk).reports == ()
        assert task(desk).state is FollowUp.WAITING


def test_what_was_written_is_kept_when_another_resolution_is_chosen(write, desk, section):
    section.begin_report()
    write(section.cards[0].form.text, "รายงานครึ่ง")
    assert section.flush()
    section.show_resolution(uid("r3"))
    assert [one.text for one in task(desk).reports] == ["รายงานครึ่ง"]


def test_the_newest_stands_first_and_one_is_edited_in_its_place(qtbot, write, desk, section):
    for words in ("หนึ่ง", "สอง"):
        section.begin_report()
        write(section.cards[0].form.text, words)
        section.cards[0].finish()
    card = section.cards[0]
    assert [line.report.text for line in card.lines] == ["สอง", "หนึ่ง"]
    card.lines[1].setFocus()
    press(qtbot, Qt.Key.Key_F2)
    assert card.form.record.text == "หนึ่ง"
    assert [line.report.text for line in card.lines] == ["สอง"]
    qtbot.keyClick(card.form.text, Qt.Key.Key_End, CONTROL)
    write(card.form.text, "ครั้ง")
    press(qtbot, Qt.Key.Key_Escape)
    assert [line.report.text for line in card.lines] == ["สอง", "หนึ่งครั้ง"]


def test_a_report_is_removed_and_put_back(qtbot, write, desk, section):
    section.begin_report()
    card = section.cards[0]
    write(card.form.text, "แล้วเสร็จทั้งหมด")
    card.form.fields[1].set_value(FollowUp.DONE)
    card.form.keep("state", FollowUp.DONE)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    before = task(desk)
    assert before.state is FollowUp.DONE
    press(qtbot, Qt.Key.Key_Delete)
    assert task(desk).reports == ()
    assert task(desk).state is FollowUp.WAITING
    assert section.undo.isVisible()
    take_back(qtbot, section)
    assert task(desk) == before
    assert [line.report.text for line in card.lines] == ["แล้วเสร็จทั้งหมด"]


def test_a_periodic_task_comes_back_and_says_when(qtbot, write, desk, section):
    periodic(desk)
    section.begin_report()
    card = section.cards[0]
    write(card.form.text, "รายงานไตรมาสแรก")
    assert card.form.next_row.isHidden()
    state = card.form.fields[1]
    state.setFocus()
    press(qtbot, Qt.Key.Key_Down)  # from under way to done
    assert state.value() is FollowUp.DONE
    assert not card.form.next_row.isHidden()
    assert card.form.next_due.date() == datetime.date(2025, 6, 30)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    now = task(desk)
    assert (now.state, now.next_due) == (FollowUp.WAITING, datetime.date(2025, 6, 30))
    assert "มิถุนายน" in card.task.due.text()


def test_where_nobody_knows_the_next_time_it_is_asked_and_kept(qtbot, write, desk, section):
    periodic(desk, None)
    section.begin_report()
    form = section.cards[0].form
    write(form.text, "รายงาน")
    form.keep("state", FollowUp.DONE)
    assert form.next_row.error()
    form.next_due.line.setFocus()
    form.next_due.line.selectAll()
    write(form.next_due.line, "1/7/2568")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    now = task(desk)
    assert (now.state, now.next_due) == (FollowUp.WAITING, datetime.date(2025, 7, 1))


def test_done_without_a_report_asks_how(qtbot, write, desk, section):
    qtbot.keyClick(section, Qt.Key.Key_S, LOG)
    state = section.cards[0].task.state
    assert state.field.hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert task(desk).state is FollowUp.UNDER_WAY
    press(qtbot, Qt.Key.Key_Down)
    assert state.remark.hasFocus()
    assert task(desk).state is FollowUp.UNDER_WAY
    press(qtbot, Qt.Key.Key_Escape)
    assert state.field.value() is FollowUp.UNDER_WAY
    press(qtbot, Qt.Key.Key_Down)
    write(state.remark, "แจ้งทางโทรศัพท์")
    press(qtbot, Qt.Key.Key_Return)
    now = task(desk)
    assert now.state is FollowUp.DONE
    assert [one.text for one in now.reports] == ["แจ้งทางโทรศัพท์"]
    assert state.field.value() is FollowUp.DONE
    assert [line.report.text for line in section.cards[0].lines] == ["แจ้งทางโทรศัพท์"]


def test_what_is_awaited_and_when_can_be_changed_in_a_closed_record(qtbot, write, desk, section):
    form = section.cards[0].task
    write(form.needed, "สรุปผลเป็นหนังสือ")
    form.needed.commit()
    form.next_row.field.line.setFocus()
    write(form.next_row.field.line, "30/4/2568")
    press(qtbot, Qt.Key.Key_Return)
    now = task(desk)
    assert (now.needed, now.next_due) == ("สรุปผลเป็นหนังสือ", datetime.date(2025, 4, 30))
    assert "๑๐" not in form.chip.text()  # no longer late


def test_files_are_taken_in_for_a_report_and_taken_away(qtbot, tmp_path, desk, section):
    path = tmp_path / "ผล.pdf"
    path.write_bytes(b"%PDF- result")
    section.begin_report()
    files = section.cards[0].form.files
    with qtbot.waitSignal(files.changed):
        files.intake.take([path])
    section.cards[0].finish()  # a file alone makes a report
    (report,) = task(desk).reports
    assert [one.title for one in report.attachments] == ["ผล"]
    section.cards[0].edit_report(report.uid)
    files._remove(report.attachments[0].uid)
    assert task(desk).reports[0].attachments == ()
    take_back(qtbot, section)
    assert len(task(desk).reports[0].attachments) == 1


def test_a_date_that_is_none_keeps_the_form_open(qtbot, write, desk, section):
    section.begin_report()
    card = section.cards[0]
    write(card.form.text, "รายงาน")
    line = card.form.fields[0].line
    line.setFocus()
    line.selectAll()
    write(line, "31/2/2568")
    card.finish()
    assert section.is_writing()
    assert line.text() == "31/2/2568"
    line.selectAll()
    write(line, "28/2/2568")
    assert card.finish()
    assert task(desk).reports[0].date == datetime.date(2025, 2, 28)
