"""The register of people and units: in order, moved, and taken off when nobody needs them."""

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.operations import people, records
from tests.meetings import uid
from tests.records import said


def write(store, operation, *arguments, **fields):
    with store.writing() as session:
        return operation(session, *arguments, **fields)


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, *arguments)


def unit_names(store):
    return [one.name for one in read(store, people.list_units)]


def test_a_new_unit_goes_behind_those_that_belong_to_the_same_one(full_store):
    write(full_store, people.add_unit, Unit(uid=uid("new"), name="กก", parent=uid("u0")))
    assert unit_names(full_store)[-1] == "กก"
    assert read(full_store, people.read_unit, uid("new")).position == 4


def test_a_unit_moves_among_its_neighbours_only(full_store):
    before = unit_names(full_store)
    assert before.index("กองที่ไม่มีใครอ้างถึง") > before.index("สำนักงาน ก.ก.")
    write(full_store, people.move_unit, uid("u3"), -1)
    after = unit_names(full_store)
    assert after.index("กองที่ไม่มีใครอ้างถึง") < after.index("สำนักงาน ก.ก.")
    assert after.index("กองระบบงาน") == after.index("สำนักงาน ก.ก.") + 1
    write(full_store, people.move_unit, uid("u3"), -1)
    assert unit_names(full_store) == after


def test_a_unit_goes_under_another_one_but_never_under_its_own(full_store):
    write(full_store, people.amend_unit, uid("u3"), None, parent=uid("u1"))
    assert unit_names(full_store)[-2:] == ["กองระบบงาน", "กองที่ไม่มีใครอ้างถึง"]
    for above in ("u0", "u1", "u2"):
        with pytest.raises(Refused):
            write(full_store, people.amend_unit, uid("u0"), None, parent=uid(above))
    write(full_store, people.amend_unit, uid("u3"), None, parent=None)
    assert read(full_store, people.read_unit, uid("u3")).parent is None


@pytest.mark.parametrize(
    ("unit", "words"),
    [("u0", "สำนักงาน ก.ก."), ("u2", "สมมาตร ใจกว้าง"), ("u1", "กองระบบงาน")],
)
def test_a_unit_that_others_name_stays(full_store, unit, words):
    with pytest.raises(Refused) as refused:
        write(full_store, people.remove_unit, uid(unit))
    assert words in said(refused)


def test_a_unit_that_was_given_something_to_do_stays(full_store):
    write(full_store, records.amend, Kind.PERSON, uid("p1"), None, unit=None)
    with pytest.raises(Refused) as refused:
        write(full_store, people.remove_unit, uid("u2"))
    assert "๑/๒๕๖๘" in said(refused)


def test_a_secretariat_stays(full_store):
    write(full_store, people.amend_unit, uid("u2"), None, parent=uid("u0"))
    with pytest.raises(Refused) as refused:
        write(full_store, people.remove_unit, uid("u1"))
    assert "อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ" in said(refused)


def test_a_unit_that_nobody_names_goes_and_comes_back(full_store):
    write(full_store, people.remove_unit, uid("u3"))
    assert "กองที่ไม่มีใครอ้างถึง" not in unit_names(full_store)
    write(full_store, records.restore, Kind.UNIT, uid("u3"))
    assert "กองที่ไม่มีใครอ้างถึง" in unit_names(full_store)


def test_somebody_with_a_seat_stays(full_store):
    with pytest.raises(Refused) as refused:
        write(full_store, people.remove_person, uid("p2"))
    assert "TST" in said(refused)


def test_somebody_whom_minutes_name_stays_even_without_a_seat(full_store):
    write(full_store, records.remove, Kind.MEMBERSHIP, uid("seat1"))
    with pytest.raises(Refused) as refused:
        write(full_store, people.remove_person, uid("p1"))
    assert "๑/๒๕๖๘" in said(refused)


def test_somebody_whom_nobody_names_goes_and_comes_back(full_store):
    write(full_store, people.remove_person, uid("p3"))
    with pytest.raises(Refused):
        read(full_store, people.read_person, uid("p3"))
    write(full_store, records.restore, Kind.PERSON, uid("p3"))
    assert read(full_store, people.read_person, uid("p3")).name == "ไม่เกี่ยว ข้อง"
