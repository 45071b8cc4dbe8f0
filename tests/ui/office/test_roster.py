"""A list of people pasted into the office window: looked over, taken in, taken back."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.operations import committees, people, records, registers
from bmahr_desktop.ui.office.roster_dialog import RosterDialog
from bmahr_desktop.ui.office.roster_model import JOB, NAME, ROW, STATE, TITLE
from tests.meetings import uid
from tests.ui.office.conftest import TODAY, cells

LIST = (
    "ลำดับ\tชื่อ-สกุล\tตำแหน่ง\tสังกัด\tบทบาท\n"
    "๑\tรองศาสตราจารย์ ดร.สมชาย ณ บางกอก\tอาจารย์\tมหาวิทยาลัยใหม่\tประธานกรรมการ\n"
    "๒\tนางปั้นหยา ฟื้นฟู\tผู้อำนวยการกลุ่ม\t\tกรรมการและเลขานุการ\n"
    "๓\tนายไม่เกี่ยว ข้อง\t\t\tกรรมการ\n"
    "๔\tนายเดี่ยว\tครู\t\tกรรมการ\n"
    "\tรวม ๔ คน\t\t\t\n"
)  # fmt: skip


def pasted(office, pane, text):
    """Copy in the spreadsheet, paste in the list."""
    QGuiApplication.clipboard().setText(text)
    pane.list.setFocus()
    office.key(pane.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = pane.findChild(RosterDialog)
    office.bot.waitUntil(dialog.isActiveWindow)
    return dialog


def back(office):
    """The dialog is gone; the window has the keyboard again."""
    office.window.activateWindow()
    office.bot.waitUntil(office.window.isActiveWindow)


def column(dialog, number):
    model = dialog.preview.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def ticks(dialog):
    model = dialog.preview.table.model()
    role = Qt.ItemDataRole.CheckStateRole
    values = [model.index(row, ROW).data(role) for row in range(model.rowCount())]
    return [None if one is None else Qt.CheckState(one) is Qt.CheckState.Checked for one in values]


@pytest.fixture
def seats(office):
    office.at("committees").tabs.setCurrentIndex(1)
    return office.window.committees.seats


def test_a_list_is_pasted_looked_over_and_taken_in_by_keys_alone(office):
    pane = office.at("people")
    dialog = pasted(office, pane, LIST)
    table = dialog.preview.table
    assert table.hasFocus()
    assert column(dialog, NAME)[:3] == ["สมชาย ณ บางกอก", "ปั้นหยา ฟื้นฟู", "ไม่เกี่ยว ข้อง"]
    assert column(dialog, TITLE)[0] == "รองศาสตราจารย์ ดร."
    assert ticks(dialog) == [True, True, None, False, None]
    assert len(office.read(registers.list_people, TODAY)) == 3
    for _ in range(3):
        office.key(table, Qt.Key.Key_Down)
    office.key(table, Qt.Key.Key_Space)
    assert ticks(dialog) == [True, True, None, True, None]
    dialog.go.setFocus()
    office.key(dialog.go, Qt.Key.Key_Space)
    assert cells(pane).count("นายเดี่ยว") == 1
    assert len(cells(pane)) == 5
    assert office.record(Kind.PERSON, "p2").job == "ผู้อำนวยการกลุ่ม"
    back(office)
    office.undo(pane)
    assert len(cells(pane)) == 3
    assert office.record(Kind.PERSON, "p2").job == "เลขานุการ"
    assert "มหาวิทยาลัยใหม่" not in [one.name for one in office.read(people.list_units)]


def test_members_of_a_committee_are_taken_in_with_day_and_appointment(office, seats):
    dialog = pasted(office, seats, LIST)
    assert dialog.committee() == uid("committee")
    dialog.since.line.setFocus()
    office.type(dialog.since.line, "1 ต.ค. 2568")
    dialog.instrument.setFocus()
    office.type(dialog.instrument, "คำสั่งที่ ๕")
    dialog.take_in()
    found = office.read(committees.memberships_of, uid("committee"))[2:]
    assert [(one.role, one.title) for one in found] == [
        (Role.CHAIR, "ประธานกรรมการ"), (Role.MEMBER, "กรรมการ"),
    ]  # fmt: skip
    assert {(one.since, one.instrument) for one in found} == {
        (datetime.date(2025, 10, 1), "คำสั่งที่ ๕")
    }
    assert len(cells(seats, 1)) == 4
    back(office)
    office.undo(seats)
    assert len(cells(seats, 1)) == 2


def test_a_day_that_is_none_stops_it_with_words(office, seats):
    dialog = pasted(office, seats, LIST)
    office.type(dialog.since.line, "วันไหนก็ได้")
    dialog.take_in()
    assert dialog.isVisible()
    assert dialog.since.message()
    assert len(office.read(committees.memberships_of, uid("committee"))) == 2
    dialog.reject()


def test_a_column_is_taken_for_something_else(office):
    pane = office.at("people")
    dialog = pasted(office, pane, "นายสมชาย ใจดี\tเขียว\nนางนวล แสงทอง\tแดง\n")
    assert column(dialog, JOB) == ["", ""]
    box = dialog.findChild(QComboBox, "roster_column_2")
    box.setFocus()
    while column(dialog, JOB) != ["เขียว", "แดง"]:
        before = box.currentIndex()
        office.key(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before
    dialog.reject()


def test_no_two_columns_are_the_same(office):
    dialog = pasted(office, office.at("people"), "นายสมชาย ใจดี\tครู\nนางนวล แสงทอง\tครู\n")
    first, second = (dialog.findChild(QComboBox, f"roster_column_{n}") for n in (1, 2))
    second.setFocus()
    name = first.currentIndex()
    assert second.currentIndex() == 0
    for _ in range(name):
        office.key(second, Qt.Key.Key_Down)
    assert first.currentIndex() == 0
    assert column(dialog, NAME) == ["ครู", "ครู"]
    office.key(second, Qt.Key.Key_Down)
    assert first.currentIndex() == name
    assert column(dialog, NAME) == ["สมชาย ใจดี", "นวล แสงทอง"]
    dialog.reject()


def test_an_empty_clipboard_is_told(office):
    dialog = pasted(office, office.at("people"), "")
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.note.isVisible()
    assert not dialog.go.isEnabled()
    dialog.read_text(LIST)
    assert not dialog.note.isVisible()
    dialog.reject()


def test_hostile_text_is_just_text(office):
    pane = office.at("people")
    text = (
        "ชื่อ-สกุล\tตำแหน่ง\n<img src='http://x/y.png'> ข\t=cmd|'/c calc'!A1\n"
        "{name} %s \x00\u202e\tนัก&b\n"
    )
    dialog = pasted(office, pane, text)
    assert column(dialog, NAME)[0] == "<img src='http://x/y.png'> ข"
    assert all(column(dialog, STATE))
    dialog.findChild(QPushButton, "roster_tick_all").click()
    dialog.take_in()
    assert "<img src='http://x/y.png'> ข" in cells(pane)
    assert office.window.isVisible()


def test_a_file_is_read_like_a_paste(office, tmp_path):
    path = tmp_path / "รายชื่อ.csv"
    path.write_bytes(LIST.replace("\t", ",").encode("cp874"))
    dialog = pasted(office, office.at("people"), "")
    dialog.read_file(path)
    assert column(dialog, NAME)[0] == "สมชาย ณ บางกอก"
    dialog.read_file(tmp_path / "ไม่มี.csv")
    assert dialog.note.isVisible()
    assert column(dialog, NAME)[0] == "สมชาย ณ บางกอก"
    dialog.reject()


def test_records_that_changed_meanwhile_are_shown_again(office):
    dialog = pasted(office, office.at("people"), LIST)
    office.write(records.amend, Kind.PERSON, uid("p2"), None, job="ใหม่กว่า")
    dialog.take_in()
    assert dialog.isVisible()
    assert dialog.note.isVisible()
    assert "ใหม่กว่า" in column(dialog, STATE)[1]
    dialog.take_in()
    assert not dialog.isVisible()
    assert office.record(Kind.PERSON, "p2").job == "ผู้อำนวยการกลุ่ม"


def test_two_thousand_rows_are_shown_and_ticked_in_a_moment(office):
    letters = [chr(code) for code in range(0x0E01, 0x0E2E)]
    rows = [
        f"{n}\tนาย{letters[n % 40]}{letters[n // 40 % 40]}า ใจ{letters[n // 1600]}ดี\tนักวิชาการ"
        for n in range(2000)
    ]
    dialog = pasted(office, office.at("people"), "ลำดับ\tชื่อ-สกุล\tตำแหน่ง\n" + "\n".join(rows))
    assert dialog.preview.table.model().rowCount() == 2000
    table = dialog.preview.table
    table.selectAll()
    office.key(table, Qt.Key.Key_Space)
    assert dialog.preview.ticked() == frozenset()
    office.key(table, Qt.Key.Key_Space)
    assert len(dialog.preview.ticked()) == 2000
    dialog.reject()


def test_substitutes_and_the_post_are_kept(office, seats):
    seats.go_to(uid("seat1"))
    field = seats.form.substitutes
    field.adding.line.setFocus()
    office.type(field.adding.line, "ปั้นหยา")
    office.key(field.adding._popup, Qt.Key.Key_Return)
    assert office.record(Kind.MEMBERSHIP, "seat1").substitutes == (uid("p2"),)
    office.type(field.adding.line, "เกี่ยว")
    office.key(field.adding._popup, Qt.Key.Key_Return)
    office.find("seat_ex_officio").click()
    seat = office.record(Kind.MEMBERSHIP, "seat1")
    assert seat.substitutes == (uid("p2"), uid("p3"))
    assert seat.ex_officio
    field.findChildren(QToolButton, "people_field_remove")[0].click()
    assert office.record(Kind.MEMBERSHIP, "seat1").substitutes == (uid("p3"),)
    seats.go_to(uid("seat2"))
    assert field.uids() == ()
