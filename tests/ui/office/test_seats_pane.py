import datetime
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.operations import committees, people
from tests.meetings import uid
from tests.ui.office.conftest import cells


@pytest.fixture
def pane(office):
    office.at("committees").tabs.setCurrentIndex(1)
    seats = office.window.committees.seats
    seats.list.setFocus()
    return seats


def seats(office):
    return office.read(committees.memberships_of, uid("committee"))


def test_seats_are_listed_in_their_order(office, pane):
    assert cells(pane, 0) == ["๑", "๒"]
    assert cells(pane, 1) == ["นายสมมาตร ใจกว้าง", "นางปั้นหยา ฟื้นฟู"]
    assert cells(pane, 2)[0] == "ประธาน"
    assert cells(pane, 4) == ["๑ ต.ค. ๖๗", ""]
    assert cells(pane, 5) == ["", "๓๐ ก.ย. ๖๘"]


def test_every_field_of_a_seat_is_kept(office, pane):
    pane.go_to(uid("seat2"))
    office.fill("seat_title", "อ.ก.ก. และเลขานุการ")
    office.fill("seat_seat", "ผู้อำนวยการกอง")
    office.fill("seat_since", "1 ต.ค. 2567")
    office.fill("seat_instrument", "มติ ก.ก. ครั้งที่ ๙/๒๕๖๗")
    box = office.find("seat_role")
    box.setFocus()
    office.key(box, Qt.Key.Key_Down)
    seat = office.record(Kind.MEMBERSHIP, "seat2")
    assert (seat.title, seat.seat) == ("อ.ก.ก. และเลขานุการ", "ผู้อำนวยการกอง")
    assert seat.since == datetime.date(2024, 10, 1)
    assert seat.instrument == "มติ ก.ก. ครั้งที่ ๙/๒๕๖๗"
    assert seat.role is Role.SECRETARY
    assert cells(pane, 2)[1] == "อ.ก.ก. และเลขานุการ"


def test_alt_and_arrows_move_a_seat(office, pane):
    pane.go_to(uid("seat2"))
    office.alt(pane.list, Qt.Key.Key_Up)
    assert [one.uid for one in seats(office)] == [uid("seat2"), uid("seat1")]
    assert pane.list.current() == uid("seat2")
    office.alt(pane.list, Qt.Key.Key_Down)
    assert [one.uid for one in seats(office)] == [uid("seat1"), uid("seat2")]


def test_a_seat_is_given_to_somebody_from_the_register(office, pane):
    office.key(pane.list, Qt.Key.Key_Insert)
    field = office.find("seat_person")
    assert field.line.hasFocus()
    office.type(field.line, "เกี่ยว")
    office.key(field._popup, Qt.Key.Key_Return)
    assert [one.person for one in seats(office)] == [uid("p1"), uid("p2"), uid("p3")]
    assert field.line.text() == "นายไม่เกี่ยว ข้อง"
    office.fill("seat_instrument", "คำสั่งที่ ๑")
    assert seats(office)[2].instrument == "คำสั่งที่ ๑"
    assert pane.list.current() == seats(office)[2].uid


def test_somebody_who_is_not_in_the_register_is_added_in_passing(office, pane):
    pane.add()
    field = office.find("seat_person")
    office.type(field.line, "ดร.คนใหม่ เพิ่งมา")
    office.key(field._popup, Qt.Key.Key_Down)
    office.key(field._popup, Qt.Key.Key_Return)
    person = office.read(people.read_person, seats(office)[2].person)
    assert (person.honorific, person.name) == ("ดร.", "คนใหม่ เพิ่งมา")
    assert cells(pane, 1)[2] == "ดร.คนใหม่ เพิ่งมา"


def test_a_seat_is_never_without_somebody(office, pane):
    pane.go_to(uid("seat1"))
    office.fill("seat_person", "")
    assert office.find("seat_person").parent().error()
    assert office.record(Kind.MEMBERSHIP, "seat1").person == uid("p1")
    office.fill("seat_person", "ใครก็ไม่รู้")
    assert office.find("seat_person").message()
    office.fill("seat_person", "ปั้นหยา")
    assert office.record(Kind.MEMBERSHIP, "seat1").person == uid("p2")
    assert not office.find("seat_person").parent().error()


def test_a_seat_that_ends_before_it_begins_is_told(office, pane):
    pane.go_to(uid("seat1"))
    office.fill("seat_until", "1 ก.ย. 2567")
    row = office.find("seat_until").parent()
    assert row.error()
    office.fill("seat_until", "1 ก.ย. 2569")
    assert row.error() == ""


def test_a_seat_of_the_past_steps_back(office, pane):
    model = pane.list.model()
    assert model.index(1, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    pane.go_to(uid("seat2"))
    office.fill("seat_until", "1 พ.ค. 2568")
    assert model.index(1, 1).data(Qt.ItemDataRole.ForegroundRole) is not None


def test_a_removed_seat_comes_back_to_its_place(office, pane):
    pane.go_to(uid("seat1"))
    office.key(pane.list, Qt.Key.Key_Delete)
    assert cells(pane, 1) == ["นางปั้นหยา ฟื้นฟู"]
    office.undo(pane)
    assert cells(pane, 1) == ["นายสมมาตร ใจกว้าง", "นางปั้นหยา ฟื้นฟู"]
    assert pane.form.record.uid == uid("seat1")


def test_another_committee_has_seats_of_its_own(office, pane):
    office.another_committee()
    office.window.committees.go_to(uid("other"))
    assert pane.empty.isVisible()
    assert pane.form.record is None
    pane.empty.button.click()
    office.fill("seat_person", "สมมาตร")
    assert cells(pane, 1) == ["นายสมมาตร ใจกว้าง"]
    office.window.committees.go_to(uid("committee"))
    assert len(cells(pane, 1)) == 2


def test_what_the_file_refuses_is_told_and_nothing_is_lost(office, pane, full_store):
    pane.go_to(uid("seat2"))
    with closing(sqlite3.connect(full_store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        office.alt(pane.list, Qt.Key.Key_Up)
        assert pane.note.isVisible()
        office.key(pane.list, Qt.Key.Key_Delete)
        assert pane.note.isVisible()
        office.fill("seat_seat", "ผู้แทน")
        assert office.find("seat_seat").parent().error()
        other.execute("ROLLBACK")
    assert len(cells(pane)) == 2
    assert pane.form.flush()
    assert office.record(Kind.MEMBERSHIP, "seat2").seat == "ผู้แทน"
    office.alt(pane.list, Qt.Key.Key_Up)
    assert not pane.note.isVisible()
    assert cells(pane, 1)[0] == "นางปั้นหยา ฟื้นฟู"
