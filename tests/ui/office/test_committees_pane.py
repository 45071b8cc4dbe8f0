import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import AgendaLayout, Committee, Share
from bmahr_desktop.operations import registers
from bmahr_desktop.thai.digits import DigitStyle
from tests.meetings import uid
from tests.ui.office.conftest import cells


def kept(office) -> Committee:
    committee: Committee = office.record(Kind.COMMITTEE, "committee")
    return committee


def choose(office, name, value):
    """Choose in a box as the keyboard does."""
    box = office.find(name)
    box.setFocus()
    wanted = box._values.index(value)
    while box.currentIndex() != wanted:
        step = Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up
        office.key(box, step)


def test_names_words_and_rules_are_kept(office):
    office.at("committees")
    office.fill("committee_short_name", "คณะทดสอบ")
    office.fill("committee_labels_resolution", "มติที่ประชุม")
    office.fill("committee_rules_notice_days", "๕")
    office.fill("committee_rules_quorum", "2/3")
    office.fill("committee_secretariat", "กองระบบ")
    now = kept(office)
    assert (now.short_name, now.labels.resolution) == ("คณะทดสอบ", "มติที่ประชุม")
    assert now.labels.member == "อ.ก.ก.ฯ"
    assert (now.rules.notice_days, now.rules.quorum) == (5, Share(2, 3))
    assert now.secretariat == uid("u2")


@pytest.mark.parametrize(
    ("typed", "share"),
    [("กึ่งหนึ่ง", Share(1, 2)), ("๒ ใน ๓", Share(2, 3)), ("1/4", Share(1, 4))],
)
def test_a_share_is_understood_as_it_is_said(office, typed, share):
    office.at("committees")
    office.fill("committee_rules_quorum_again", typed)
    assert kept(office).rules.quorum_again == share


@pytest.mark.parametrize("typed", ["", "สองในสาม", "3/2", "0/5", "1/101"])
def test_what_is_no_share_is_refused_with_words(office, typed):
    office.at("committees")
    office.fill("committee_rules_quorum", typed)
    field = office.find("committee_rules_quorum")
    assert field.message()
    assert field.line.text() == typed
    assert kept(office).rules.quorum == Share(1, 2)


def test_the_form_of_the_minutes_is_kept(office):
    pane = office.at("committees")
    pane.tabs.setCurrentIndex(2)
    choose(office, "paper_form_digits", DigitStyle.ARABIC)
    choose(office, "paper_form_layout", AgendaLayout.INDENTED)
    office.fill("paper_form_margin_left_cm", "๓.๕")
    office.fill("paper_form_header", "ลับ")
    office.key(office.find("paper_form_catch_words", QCheckBox), Qt.Key.Key_Space)
    form = kept(office).form
    assert (form.digits, form.layout) == (DigitStyle.ARABIC, AgendaLayout.INDENTED)
    assert (form.margin_left_cm, form.margin_right_cm) == (3.5, 2.0)
    assert (form.header, form.catch_words) == ("ลับ", False)
    office.fill("committee_name", "ชื่อใหม่")
    assert kept(office).form == form
    assert kept(office).name == "ชื่อใหม่"


@pytest.mark.parametrize("typed", ["", "หนึ่ง", "21", "-1", "2.345"])
def test_what_is_no_margin_is_refused_with_words(office, typed):
    office.at("committees").tabs.setCurrentIndex(2)
    office.fill("paper_form_margin_top_cm", typed)
    assert office.find("paper_form_margin_top_cm").message()
    assert kept(office).form.margin_top_cm == 2.5


def test_arrows_step_a_margin_by_a_millimetre(office, qtbot):
    office.at("committees").tabs.setCurrentIndex(2)
    field = office.find("paper_form_indent_cm")
    field.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        office.key(field.line, key)
    assert field.line.text() == "๒.๖"
    office.key(field.line, Qt.Key.Key_Tab)
    assert kept(office).form.indent_cm == 2.6


def test_a_font_that_this_pc_lacks_is_offered_as_such_and_kept(office):
    pane = office.at("committees")
    pane.paper.keep("form.font", "TH ไม่มีจริง")
    pane.tabs.setCurrentIndex(2)
    box = office.find("paper_form_font")
    assert box.value() == "TH ไม่มีจริง"
    assert box.currentText() != "TH ไม่มีจริง"
    choose(office, "paper_form_font", "Sarabun")
    assert kept(office).form.font == "Sarabun"


def test_a_committee_is_founded_with_a_name_and_a_code_of_its_own(office):
    pane = office.at("committees")
    office.key(pane.list, Qt.Key.Key_Insert)
    assert office.find("committee_name").hasFocus()
    assert not pane.tabs.isTabEnabled(1)
    office.fill("committee_name", "คณะกรรมการใหม่")
    office.fill("committee_code", "tst")
    row = office.find("committee_code").parent()
    assert "tst" in row.error()
    assert len(office.read(registers.list_committees)) == 1
    office.fill("committee_code", "มี ช่องว่าง")
    assert row.error()
    office.fill("committee_code", "NEW")
    assert row.error() == ""
    assert cells(pane, 0) == ["NEW", "TST"]
    assert pane.tabs.isTabEnabled(1)
    pane.tabs.setCurrentIndex(1)
    assert pane.seats.empty.isVisible()


def test_a_code_that_is_taken_is_told_by_its_field(office):
    office.another_committee()
    pane = office.at("committees")
    pane.go_to(uid("committee"))
    office.fill("committee_code", "oth")
    assert "oth" in office.find("committee_code").parent().error()
    assert kept(office).code == "TST"
    office.fill("committee_code", "NEW")
    assert kept(office).code == "NEW"


def test_a_committee_with_meetings_stays_and_one_without_comes_back(office):
    office.another_committee()
    pane = office.at("committees")
    pane.go_to(uid("committee"))
    office.key(pane.list, Qt.Key.Key_Delete)
    assert pane.note.isVisible()
    pane.go_to(uid("other"))
    office.key(pane.list, Qt.Key.Key_Delete)
    assert cells(pane, 0) == ["TST"]
    office.undo(pane)
    assert cells(pane, 0) == ["OTH", "TST"]


def test_the_first_committee(bare_office):
    pane = bare_office.at("committees")
    pane.empty.button.click()
    bare_office.fill("committee_code", "ONE")
    bare_office.fill("committee_name", "คณะแรก")
    assert cells(pane, 1) == ["คณะแรก"]
