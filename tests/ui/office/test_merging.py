"""People and units that are on file twice, merged in the office window and taken apart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QToolButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.operations import committees, people, records
from bmahr_desktop.ui.office.merge_dialog import MergeDialog
from tests.meetings import uid
from tests.ui.office.conftest import cells


@pytest.fixture
def twice(office):
    """ปั้นหยา is on file again, with another title and a seat."""
    other = Person(uid=uid("twin"), honorific="ดร.", name="ปั้นหยา ฟื้นฟู", job="อาจารย์")
    office.write(records.add, Kind.PERSON, other)
    return office


def opened(office, section, button, at=""):
    pane = office.at(section)
    if at:
        pane.go_to(uid(at))
    pane.findChild(QToolButton, button).click()
    dialog = pane.findChild(MergeDialog)
    office.bot.waitUntil(dialog.isActiveWindow)
    return pane, dialog


def choose(dialog, name):
    button = dialog.findChild(QRadioButton, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()


def test_a_likely_pair_is_proposed_compared_and_merged(twice):
    pane, dialog = opened(twice, "people", "person_merge")
    assert len(dialog.lists.likely.uids()) == 1
    # The one that has a seat stays, unless told otherwise.
    assert dialog.choice.stays().uid == uid("p2")
    side = 1 if dialog.choice._both[0].uid == uid("twin") else 2
    choose(dialog, f"merge_honorific_{side}")
    choose(dialog, f"merge_job_{side}")
    dialog.go.click()
    merged = twice.record(Kind.PERSON, "p2")
    assert (merged.honorific, merged.job) == ("ดร.", "อาจารย์")
    assert cells(pane).count("ดร.ปั้นหยา ฟื้นฟู") == 1
    assert pane.form.record.uid == uid("p2")
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    twice.bot.waitUntil(lambda: len(cells(pane)) == 4)
    assert twice.record(Kind.PERSON, "p2").honorific == "นาง"
    dialog.reject()


def test_any_two_are_merged_by_name(twice):
    pane, dialog = opened(twice, "people", "person_merge", at="p3")
    assert dialog.one.value() == uid("p3")
    line = dialog.other.line
    assert line.hasFocus()
    twice.type(line, "สมมาตร")
    QTest.keyClick(dialog.other._popup, Qt.Key.Key_Return)
    assert dialog.choice.stays().uid == uid("p1")
    choose(dialog, "merge_stays_1")
    assert dialog.choice.stays().uid == uid("p3")
    dialog.go.click()
    seats = twice.read(committees.memberships_of, uid("committee"))
    assert seats[0].person == uid("p3")
    assert "นายสมมาตร ใจกว้าง" not in cells(pane)
    dialog.reject()


def test_the_same_one_twice_is_told(twice):
    _, dialog = opened(twice, "people", "person_merge", at="p3")
    dialog.other.choose(uid("p3"))
    assert dialog.note.isVisible()
    assert not dialog.go.isEnabled()
    dialog.other.choose(uid("p2"))
    assert not dialog.note.isVisible()
    assert dialog.go.isEnabled()
    dialog.reject()


def test_what_speaks_against_it_is_told_before(twice):
    _, dialog = opened(twice, "people", "person_merge", at="p1")
    dialog.other.choose(uid("p2"))
    label = dialog.findChild(QLabel, "merge_against")
    assert "TST" in label.text()
    dialog.other.choose(uid("p3"))
    assert label.text() == ""
    dialog.reject()


def test_what_was_merged_before_is_taken_apart(twice):
    from bmahr_desktop.operations import joining

    twice.write(joining.merge, Kind.PERSON, uid("twin"), uid("p2"), {})
    pane, dialog = opened(twice, "people", "person_merge")
    assert dialog.lists.likely.uids() == []
    dialog.lists.setCurrentIndex(1)
    about = dialog.findChild(QLabel, "merge_about")
    assert about.isVisible()
    assert "ดร.ปั้นหยา ฟื้นฟู" in about.text()
    dialog.findChild(QPushButton, "merge_take_apart").click()
    assert "ดร.ปั้นหยา ฟื้นฟู" in cells(pane)
    assert dialog.lists.before.uids() == []
    dialog.reject()


def test_units_are_merged_and_a_circle_is_refused_in_words(office):
    twin = Unit(uid=uid("twin"), name="กองระบบงาน", short_name="กรง.")
    office.write(people.add_unit, twin)
    _, dialog = opened(office, "units", "unit_merge", at="twin")
    assert dialog.choice.stays().uid == uid("u2")
    assert dialog.choice.values()["short_name"] == "กรง."
    dialog.go.click()
    assert office.record(Kind.UNIT, "u2").short_name == "กรง."
    dialog.one.choose(uid("u1"))
    dialog.other.choose(uid("u2"))
    side = 2
    choose(dialog, f"merge_stays_{side}")
    dialog.go.click()
    assert dialog.note.isVisible()
    assert office.record(Kind.UNIT, "u1").name == "สำนักงาน ก.ก."
    dialog.reject()
