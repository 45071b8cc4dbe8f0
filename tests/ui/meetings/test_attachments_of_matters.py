"""Files of matters: where they stand, where new ones go, and kept files that are not whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import attachments, records
from bmahr_desktop.operations.attachments import KeptState
from bmahr_desktop.ui.meetings.attachments.pane import AttachmentsPane
from tests.meetings import uid
from tests.records import LETTER, SHEET, sha
from tests.ui.meetings.attaching import choosing, drop, taken_in

MEETING, NEXT = uid("meeting"), uid("meeting 2")
SHEET_FILE, LETTER_FILE = uid("f2"), uid("f1")
PLAN, SYSTEM = uid("m3"), uid("m6")


@pytest.fixture
def pane(desk, standing):
    stop = {"before_close_func": lambda pane: pane.intake.stop()}
    return standing(AttachmentsPane(desk), MEETING, **stop)


@pytest.fixture
def a_file(tmp_path):
    path = tmp_path / "แผนผัง.png"
    path.write_bytes(b"plan")
    return path


def owners(pane, meeting=MEETING):
    lines = pane._desk.read(attachments.list_attachments, meeting)
    return [(line.title, line.matter) for line in lines]


def tree(pane):
    """The list as it is shown: each heading with the titles below it."""
    tops = [pane.view.topLevelItem(n) for n in range(pane.view.topLevelItemCount())]
    return [(top.text(0), [top.child(n).text(0) for n in range(top.childCount())]) for top in tops]


def choose(qtbot, field, matter):
    """Choose what a file belongs to, by the keyboard."""
    field.setFocus()
    wanted = field._values.index(matter)
    step = Qt.Key.Key_Down if wanted > field.currentIndex() else Qt.Key.Key_Up
    while field.currentIndex() != wanted:
        qtbot.keyClick(field, step)


# ---------------------------------------------------------------- where they stand


def test_files_stand_below_what_they_belong_to(pane):
    meeting, matter = tree(pane)
    assert meeting[1] == ["ระเบียบวาระ"]
    assert matter == ("๕  เรื่อง ระบบงาน", ["หนังสือนำ"])
    assert pane.form.title.text() == "ระเบียบวาระ"
    assert pane.form.place.matter() == ""


def test_without_files_of_matters_there_are_no_headings(qtbot, pane):
    pane.view.choose(LETTER_FILE)
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert tree(pane) == [("ระเบียบวาระ", [])]
    qtbot.keyClick(pane.view, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(tree(pane)) == 2)
    assert pane.form.title.text() == "หนังสือนำ"


def test_the_choice_offers_the_meeting_and_its_matters_as_the_agenda_numbers_them(pane):
    texts = [pane.form.place.itemText(n) for n in range(pane.form.place.count())]
    assert texts[3:5] == ["๓.๑  เรื่อง แผนหนึ่ง", "๓.๒  เรื่อง แผนสอง"]
    assert len(texts) == 7
    assert [pane.bar.target.itemText(n) for n in range(7)] == texts


def test_a_file_is_given_to_a_matter_and_taken_back(qtbot, pane):
    choose(qtbot, pane.form.place, PLAN)
    assert owners(pane) == [("ระเบียบวาระ", PLAN), ("หนังสือนำ", SYSTEM)]
    assert tree(pane)[0] == ("๓.๑  เรื่อง แผนหนึ่ง", ["ระเบียบวาระ"])
    assert pane.view.current_uid() == SHEET_FILE
    assert pane.undo.isVisible()
    qtbot.keyClick(pane, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not pane.undo.isVisible())
    assert owners(pane)[0] == ("ระเบียบวาระ", "")
    assert pane.form.place.matter() == ""


def test_the_same_content_twice_in_one_matter_is_refused_in_words(qtbot, pane, desk, tmp_path):
    again = tmp_path / "อีกฉบับ.pdf"
    again.write_bytes(SHEET)
    pane.intake.take([again], SYSTEM)
    taken_in(qtbot, pane)
    assert owners(pane)[-1] == ("อีกฉบับ", SYSTEM)
    choose_up = pane.form.place
    choose_up.setFocus()
    qtbot.keyClick(choose_up, Qt.Key.Key_Home)
    assert "ระเบียบวาระ" in pane.outcome.note.text()
    assert owners(pane)[-1] == ("อีกฉบับ", SYSTEM)
    assert pane.form.place.matter() == SYSTEM


def test_files_move_within_their_matter_only(qtbot, pane, a_file):
    pane.intake.take([a_file], SYSTEM)
    taken_in(qtbot, pane)
    pane.view.setFocus()
    up, alt = Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(pane.view, up, alt)
    assert owners(pane) == [("ระเบียบวาระ", ""), ("แผนผัง", SYSTEM), ("หนังสือนำ", SYSTEM)]
    qtbot.keyClick(pane.view, up, alt)
    assert owners(pane) == [("ระเบียบวาระ", ""), ("แผนผัง", SYSTEM), ("หนังสือนำ", SYSTEM)]
    assert pane.view.current_uid() == pane.listed[1].uid


def test_a_change_of_the_agenda_is_shown(pane, desk):
    desk.write(desk, records.amend, Kind.MATTER, SYSTEM, None, title="เรื่อง ระบบใหม่")
    assert tree(pane)[1][0] == "๕  เรื่อง ระบบใหม่"
    assert "ระบบใหม่" in pane.form.place.itemText(6)
    desk.write(desk, records.remove, Kind.MATTER, SYSTEM)
    assert tree(pane) == [("ระเบียบวาระ", [])]
    assert pane.form.place.count() == 6


# ---------------------------------------------------------------- where new ones go


def test_new_files_go_where_the_choice_says(qtbot, pane, a_file):
    choose(qtbot, pane.bar.target, PLAN)
    choosing(a_file)
    qtbot.keyClick(pane.view, Qt.Key.Key_Insert)
    taken_in(qtbot, pane)
    assert ("แผนผัง", PLAN) in owners(pane)
    assert pane.form.title.text() == "แผนผัง"
    assert pane.form.place.matter() == PLAN


def test_a_file_goes_to_what_it_is_dropped_on(qtbot, pane, a_file):
    heading = pane.view.visualItemRect(pane.view.topLevelItem(1)).center()
    assert drop(pane, [a_file], pane.view.viewport().mapTo(pane, heading))
    taken_in(qtbot, pane)
    assert owners(pane)[-1] == ("แผนผัง", SYSTEM)


def test_a_file_dropped_beside_the_list_goes_where_the_choice_says(qtbot, pane, a_file):
    choose(qtbot, pane.bar.target, PLAN)
    assert drop(pane, [a_file])
    taken_in(qtbot, pane)
    assert ("แผนผัง", PLAN) in owners(pane)


def test_another_meeting_begins_with_itself(qtbot, pane, a_file):
    choose(qtbot, pane.bar.target, PLAN)
    pane.show_meeting(NEXT)
    assert pane.bar.target.matter() == ""
    pane.intake.take([a_file])
    taken_in(qtbot, pane)
    assert owners(pane, NEXT) == [("แผนผัง", "")]


# ---------------------------------------------------------------- not whole


def state(pane, number):
    return pane.listed[number].state


def again_button(pane):
    return pane.findChild(QAbstractButton, "attachment_put_again")


def test_a_missing_file_is_marked_and_put_back(qtbot, pane, full_store, tmp_path):
    assert not again_button(pane).isVisible()
    full_store.files.place(sha(SHEET)).unlink()
    pane.read_again()
    row = pane.view.row_of(SHEET_FILE)
    usual = pane.view.row_of(LETTER_FILE).text(1)
    assert row.text(1) != usual
    assert again_button(pane).isVisible()
    assert "ระเบียบวาระ.pdf" in pane.form.note.text()
    copy = tmp_path / "สำเนา.pdf"
    copy.write_bytes(SHEET)
    choosing(copy)
    qtbot.mouseClick(again_button(pane), Qt.MouseButton.LeftButton)
    taken_in(qtbot, pane)
    assert full_store.files.read(sha(SHEET)) == SHEET
    assert not again_button(pane).isVisible()
    assert pane.outcome.told.isVisible()
    assert pane.listed[0].state is KeptState.WHOLE


def test_another_file_is_not_taken_for_it(qtbot, pane, full_store, a_file):
    full_store.files.place(sha(SHEET)).unlink()
    pane.read_again()
    choosing(a_file)
    qtbot.mouseClick(again_button(pane), Qt.MouseButton.LeftButton)
    taken_in(qtbot, pane)
    assert "แผนผัง.png" in pane.outcome.note.text()
    assert again_button(pane).isVisible()


def test_a_file_that_was_altered_is_found_out_when_it_is_opened(qtbot, pane, full_store, tmp_path):
    pane.view.choose(LETTER_FILE)
    full_store.files.place(sha(LETTER)).write_bytes(LETTER[::-1])
    pane.read_again()
    assert not again_button(pane).isVisible()  # it is as long as it was
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert "หนังสือ.txt" in pane.outcome.note.text()
    assert again_button(pane).isVisible()
    assert state(pane, 1) is KeptState.ALTERED
    copy = tmp_path / "ก"
    copy.write_bytes(LETTER)
    choosing(copy)
    qtbot.mouseClick(again_button(pane), Qt.MouseButton.LeftButton)
    taken_in(qtbot, pane)
    assert state(pane, 1) is KeptState.WHOLE


def test_attaching_the_same_content_again_mends_it_too(qtbot, pane, full_store, tmp_path):
    full_store.files.place(sha(SHEET)).unlink()
    pane.read_again()
    copy = tmp_path / "สำเนา.pdf"
    copy.write_bytes(SHEET)
    pane.intake.take([copy])
    taken_in(qtbot, pane)
    assert "ระเบียบวาระ" in pane.outcome.note.text()  # attached already
    pane.read_again()
    assert pane.listed[0].state is KeptState.WHOLE
