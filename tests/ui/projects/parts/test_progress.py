import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.accounts import standing_reports
from bmahr_desktop.domain.projects.money import EventKind, LedgerEvent
from bmahr_desktop.domain.projects.progress import Standing
from bmahr_desktop.operations import records
from bmahr_desktop.operations.project_files import list_of_progress
from bmahr_desktop.ui.projects.progress import ProgressSection
from bmahr_desktop.ui.projects.progress_model import PERCENT, PLAN, SPENT
from tests.meetings import uid
from tests.ui.projects.parts.project_parts import KEY

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = datetime.date


@pytest.fixture
def section(clerk):
    return clerk.opens(ProgressSection)


def reports(clerk):
    return standing_reports(clerk.project().progress)


def write_report(clerk, section, day, percent):
    clerk.day = day
    section.list.setFocus()
    clerk.press(KEY.Key_Insert)
    section.form.body.editor.setFocus()
    clerk.press(KEY.Key_A, held=CONTROL)
    clerk.types(f"งานของวันที่ {day.day}")
    section.form.percent._field.setFocus()
    clerk.enters(percent)
    assert section.flush()


def test_a_clerk_reports_three_months(clerk, section):
    for day, percent in ((DAY(2024, 12, 19), "๓๕"), (DAY(2025, 1, 20), "50.25"),
                         (DAY(2025, 2, 19), "๗๐")):  # fmt: skip
        write_report(clerk, section, day, percent)
    found = reports(clerk)
    assert [one.number for one in found] == [1, 2, 3, 4]
    assert [one.percent for one in found] == [2000, 3500, 5025, 7000]
    assert found[-1].date == DAY(2025, 2, 19)
    assert words_of(found[-1].body) == "งานของวันที่ 19"
    assert words_of(found[0].body) == "เตรียมการแล้ว"  # a report is a snapshot
    model = section.model
    assert [model.index(row, PERCENT).data() for row in range(4)] == [
        "๒๐.๐๐", "๓๕.๐๐", "๕๐.๒๕", "๗๐.๐๐",
    ]  # fmt: skip


def test_a_new_report_begins_from_the_last_one(clerk, section):
    clerk.day = DAY(2024, 12, 19)
    section.new.click()
    report = reports(clerk)[-1]
    assert words_of(report.body) == "เตรียมการแล้ว"
    assert report.results[0].result == "ยังไม่วัด"
    assert report.results[0].target == "ร้อยละ ๘๐"
    assert QApplication.focusWidget() is section.form.date.field.line


def test_unknown_is_never_nought(clerk, section):
    section.new.click()
    section.form.percent._field.setFocus()
    section.form.percent._field.line.clear()
    section.form.percent._field.line.setModified(True)
    section.form.spent._field.setFocus()
    section.form.spent._field.line.clear()
    section.form.spent._field.line.setModified(True)
    assert section.flush()
    assert (reports(clerk)[-1].percent, reports(clerk)[-1].spent) == (None, None)
    unknown = section.form.percent._field.line.placeholderText()
    assert unknown
    row = section.model.rowCount() - 1
    for column in (PERCENT, SPENT, PLAN):
        assert section.model.index(row, column).data() == unknown


def test_finished_steps_and_the_ledger_propose(clerk, section):
    kind, step = Kind.STEP, uid("st1")
    clerk.desk.write(clerk.undo, records.amend, kind, step, None, finished=DAY(2024, 12, 1))
    event = LedgerEvent(uid("spent"), EventKind.SPENT, DAY(2024, 12, 2), 500_000)
    clerk.desk.write(clerk.undo, records.add, Kind.LEDGER_EVENT, event, uid("project"))
    write_report(clerk, section, DAY(2024, 12, 19), "30")
    proposed = section.form.percent
    assert "๔๐.๐๐" in proposed.label.text()
    section.form.percent._field.setFocus()
    clerk.press(KEY.Key_F6)
    assert reports(clerk)[-1].percent == 4000
    assert proposed.button.isHidden()
    assert reports(clerk)[-1].spent == 500_000
    section.form.spent._field.setFocus()
    clerk.enters("4000")
    clerk.press(KEY.Key_Return)
    assert "๕,๐๐๐" in section.form.spent.label.text()  # a difference is told
    assert section.form.spent.button.isVisible()


def test_another_day_has_another_plan_beside_it(clerk, section):
    section.new.click()
    before = reports(clerk)[-1].planned
    clerk.enters("31/12/2567")
    clerk.press(KEY.Key_Return)
    assert before != reports(clerk)[-1].planned == 7000
    assert "๗๐.๐๐" in section.form.planned.text()


def test_an_older_report_is_only_read_until_it_is_corrected(clerk, section, qtbot):
    write_report(clerk, section, DAY(2024, 12, 19), "35")
    section.list.setFocus()
    section.list.setCurrentIndex(section.model.index(0, 0))
    assert section.form.is_read_only()
    assert section.form.body.editor.isReadOnly()
    assert section.form.percent._field.line.isReadOnly()
    line = section.correcting
    line.button.click()
    line.make.click()
    assert line.note.text()  # a reason is asked for
    clerk.types("พิมพ์ตัวเลขผิด")
    clerk.press(KEY.Key_Return)
    assert not section.form.is_read_only()
    section.form.percent._field.setFocus()
    clerk.enters("25")
    clerk.press(KEY.Key_Return)
    found = reports(clerk)
    assert [(one.number, one.percent) for one in found] == [(1, 2500), (2, 3500)]
    assert found[0].reason == "พิมพ์ตัวเลขผิด"
    assert len(clerk.project().progress) == 3  # the version before is kept
    assert "พิมพ์ตัวเลขผิด" in line.told.text()
    section.compared.button.click()
    comparison = section.compared.comparison
    assert comparison.isVisible()
    assert "๒๐.๐๐" in comparison.before.text.toPlainText()
    assert "๒๕.๐๐" in comparison.after.text.toPlainText()


def test_the_newest_report_can_be_changed_and_removed(clerk, section):
    write_report(clerk, section, DAY(2024, 12, 19), "35")
    section.list.setFocus()
    section.list.setCurrentIndex(section.model.index(0, 0))
    clerk.press(KEY.Key_Delete)
    assert len(reports(clerk)) == 2
    assert section.note.text()  # an older one stays
    section.list.setCurrentIndex(section.model.index(1, 0))
    clerk.press(KEY.Key_Delete)
    assert [one.number for one in reports(clerk)] == [1]
    clerk.undo._button.click()
    assert [one.number for one in reports(clerk)] == [1, 2]


def test_how_it_stands_is_chosen_and_may_be_unknown(clerk, section, qtbot):
    field = section.form.on_plan.field
    assert field.value() is None
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Down)
    assert reports(clerk)[0].on_plan is Standing.AS_PLANNED
    qtbot.keyClick(field, KEY.Key_Up)
    assert reports(clerk)[0].on_plan is None


def test_results_are_told_with_their_evidence(clerk, section):
    card = section.form.results._cards[0]
    assert "ร้อยละ ๘๐" not in card.target.text()  # the report tells no target: it is unknown
    card.result.setFocus()
    clerk.press(KEY.Key_A, held=CONTROL)
    clerk.types("ร้อยละ ๙๐")
    card.percent.setFocus()
    clerk.enters("112.5")
    card.evidence.setFocus()
    clerk.types("กท ๐๓๐๓/๑")
    clerk.press(KEY.Key_Return)
    clerk.types("กท ๐๓๐๓/๒")
    assert section.flush()
    (result,) = reports(clerk)[0].results
    assert (result.result, result.percent) == ("ร้อยละ ๙๐", 11_250)
    assert result.evidence == ("กท ๐๓๐๓/๑", "กท ๐๓๐๓/๒")


def test_files_come_with_a_report(clerk, section, qtbot, tmp_path):
    path = Path(tmp_path) / "หลักฐาน.txt"
    path.write_text("ผล", encoding="utf-8")
    with qtbot.waitSignal(clerk.desk.changed):
        section.files.take([path])
    lines = clerk.desk.read(list_of_progress, uid("pp"))
    assert [one.title for one in lines] == ["หลักฐาน"]
    assert section.files._lines == lines
