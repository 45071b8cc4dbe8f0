"""Committees as the office window works on them: codes, seats in order, templates, removal."""

import pytest

from bmahr_desktop.domain.agenda import AgendaTemplate, TemplateItem
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Committee, Membership, MinutesForm, Rules, Share
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import committees, records
from tests.meetings import uid
from tests.operations.test_people import read, write
from tests.records import said

OTHER = Committee(uid=uid("other"), code="OTH", name="คณะอื่น")


def seats(store):
    return [one.uid for one in read(store, committees.memberships_of, uid("committee"))]


@pytest.mark.parametrize("code", ["", "มี ช่องว่าง", "ก/ข", "x" * 21, "tst", "TST"])
def test_a_code_that_is_none_or_taken_is_refused(full_store, code):
    with pytest.raises(Refused):
        write(
            full_store,
            committees.found_committee,
            Committee(uid=uid("other"), code=code, name="คณะอื่น"),
        )


def test_a_committee_may_keep_its_own_code(full_store):
    write(full_store, committees.amend_committee, uid("committee"), None, code="tst")
    assert read(full_store, committees.read_committee, uid("committee")).code == "tst"


@pytest.mark.parametrize(
    "fields",
    [
        {"form": MinutesForm(margin_left_cm=99.0)},
        {"form": MinutesForm(header="x" * 2_001)},
        {"form": MinutesForm(font="")},
        {"rules": Rules(quorum=Share(0, 2))},
        {"rules": Rules(notice_days=None)},  # type: ignore[arg-type]
    ],
)
def test_a_setting_that_cannot_stand_is_refused_however_deep_it_is(full_store, fields):
    before = read(full_store, committees.read_committee, uid("committee"))
    with pytest.raises(Refused):
        write(full_store, committees.amend_committee, uid("committee"), None, **fields)
    assert read(full_store, committees.read_committee, uid("committee")) == before


def test_a_committee_with_meetings_stays(full_store):
    with pytest.raises(Refused) as refused:
        write(full_store, committees.remove_committee, uid("committee"))
    assert "2" in said(refused)


def test_a_committee_goes_with_its_parts_and_comes_back_with_them(full_store, clock):
    write(full_store, committees.found_committee, OTHER)
    for name in ("gone", "stays"):
        seat = Membership(uid=uid(name), committee=OTHER.uid, person=uid("p3"))
        write(full_store, committees.add_seat, seat)
    template = AgendaTemplate(uid=uid("t9"), committee=OTHER.uid, name="ปกติ")
    write(full_store, committees.add_template, template)
    write(full_store, records.remove, Kind.MEMBERSHIP, uid("gone"))
    clock.goes_on(minutes=1)
    write(full_store, committees.remove_committee, OTHER.uid)
    assert read(full_store, committees.seats_of, uid("p3")) == []
    assert [one.uid for one in read(full_store, committees.list_templates)] == [uid("t1")]
    write(full_store, committees.restore_committee, OTHER.uid)
    found = read(full_store, committees.memberships_of, OTHER.uid)
    assert [one.uid for one in found] == [uid("stays")]
    assert len(read(full_store, committees.templates_of, OTHER.uid)) == 1


def test_a_committee_whose_code_was_taken_does_not_come_back(full_store):
    write(full_store, committees.found_committee, OTHER)
    write(full_store, committees.remove_committee, OTHER.uid)
    second = Committee(uid=uid("second"), code="oth", name="คณะใหม่")
    write(full_store, committees.found_committee, second)
    with pytest.raises(Refused):
        write(full_store, committees.restore_committee, OTHER.uid)


def test_a_new_seat_is_the_last_one_and_moves_up(full_store):
    seat = Membership(uid=uid("seat3"), committee=uid("committee"), person=uid("p3"))
    write(full_store, committees.add_seat, seat)
    assert seats(full_store) == [uid("seat1"), uid("seat2"), uid("seat3")]
    write(full_store, committees.move_seat, uid("seat3"), -1)
    assert seats(full_store) == [uid("seat1"), uid("seat3"), uid("seat2")]
    write(full_store, committees.move_seat, uid("seat1"), -1)
    assert seats(full_store) == [uid("seat1"), uid("seat3"), uid("seat2")]


def test_the_seats_of_somebody_are_told_with_their_committee(full_store):
    (found,) = read(full_store, committees.seats_of, uid("p1"))
    assert (found.seat.uid, found.committee.code) == (uid("seat1"), "TST")


def test_templates_keep_their_order_in_their_committee(full_store):
    items = (TemplateItem(title="เรื่องเดียว"),)
    second = AgendaTemplate(uid=uid("t2"), committee=uid("committee"), name="พิเศษ", items=items)
    write(full_store, committees.add_template, second)
    write(full_store, committees.move_template, uid("t2"), -1)
    found = read(full_store, committees.templates_of, uid("committee"))
    assert [one.name for one in found] == ["พิเศษ", "ปกติ"]
    assert found[0].items == items


def test_papers_can_always_be_set_in_the_font_of_the_program():
    assert committees.paper_fonts()[0] == "Sarabun"
