"""The letterhead of a committee, and its meeting allowances."""

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Allowance, Role
from tests.meetings import uid


@pytest.fixture
def pane(office):
    pane = office.at("committees")
    pane.go_to(uid("committee"))
    pane.tabs.setCurrentIndex(3)
    return pane


def test_what_letters_say_alike_is_kept(office, pane):
    office.fill("letter_letterhead_office", "กองระบบงาน (กลุ่มงานที่ ๑)")
    office.fill("letter_letterhead_number_prefix", "กท 0301/")
    field = office.find("letter_letterhead_address")
    field.setFocus()
    office.type(field, "สำนักงาน ก.ก.")
    office.key(field, Qt.Key.Key_Return)
    office.type(field, "ถนนดินสอ")
    assert office.window.flush()
    head = office.record(Kind.COMMITTEE, "committee").letterhead
    assert (head.office, head.number_prefix) == ("กองระบบงาน (กลุ่มงานที่ ๑)", "กท 0301/")
    assert head.address == ("สำนักงาน ก.ก.", "ถนนดินสอ")


def test_allowances_are_kept_in_satang_and_the_other_rules_stay(office, pane):
    before = office.record(Kind.COMMITTEE, "committee").rules
    office.fill("allowance_chair", "๑,๖๐๐")
    office.fill("allowance_member", "1280.50 บาท")
    rules = office.record(Kind.COMMITTEE, "committee").rules
    assert rules.allowances == (Allowance(Role.CHAIR, 160_000), Allowance(Role.MEMBER, 128_050))
    assert rules.notice_days == before.notice_days == 7
    assert office.find("allowance_chair").line.text() == "๑,๖๐๐"
    office.fill("allowance_chair", "")
    assert office.record(Kind.COMMITTEE, "committee").rules.allowances == (
        Allowance(Role.MEMBER, 128_050),
    )


def test_an_amount_that_is_none_stays_as_typed_with_words(office, pane):
    office.fill("allowance_chair", "แล้วแต่ใจ")
    field = office.find("allowance_chair")
    assert field.message()
    assert field.line.text() == "แล้วแต่ใจ"
    assert not office.window.flush()
    office.fill("allowance_chair", "10")
    assert office.window.flush()


def test_rules_changed_in_the_other_tab_are_not_lost(office, pane):
    office.fill("allowance_chair", "1600")
    pane.tabs.setCurrentIndex(0)
    office.fill("committee_rules_notice_days", "5")
    pane.tabs.setCurrentIndex(3)
    office.fill("allowance_member", "1200")
    rules = office.record(Kind.COMMITTEE, "committee").rules
    assert rules.notice_days == 5
    assert len(rules.allowances) == 2
