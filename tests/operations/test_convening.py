"""A meeting is called: its number, its agenda, its roll."""

import datetime
from typing import Any

import pytest

from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind, TemplateItem
from bmahr_desktop.domain.body import Composed, ComposedKind
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Membership, Role
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting, Mode
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.operations import records
from bmahr_desktop.operations.convening import (
    convene_meeting,
    members_on,
    printed_lines,
    propose_meeting,
)
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.papers import read_meeting
from tests.meetings import uid
from tests.records import PEOPLE, SEATS, dump, replaced, said

MARCH = datetime.date(2025, 3, 5)
TEMPLATE = AgendaTemplate(
    uid=uid("t2"), committee=uid("committee"), name="เต็ม", position=1,
    items=tuple(TemplateItem(title=kind.value, kind=kind) for kind in ItemKind),
)  # fmt: skip


def called(**changes):
    values: dict[str, Any] = {
        "uid": uid("third"), "committee": uid("committee"), "number": 3, "year": 2568,
        "date": MARCH,
    }  # fmt: skip
    return Meeting(**(values | changes))


def write(store, operation, *arguments):
    with store.writing() as session:
        return operation(session, *arguments)


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, *arguments)


def test_the_next_meeting_follows_the_last_one_of_its_year(full_store):
    found = read(full_store, propose_meeting, uid("committee"), MARCH)
    assert (found.number, found.year, found.start, found.mode) == (3, 2568, "09:30", Mode.HYBRID)
    assert found.previous
    assert found.previous.uid == uid("meeting 2")
    assert [one.name for one in found.templates] == ["ปกติ"]
    next_year = read(full_store, propose_meeting, uid("committee"), datetime.date(2026, 1, 7))
    assert (next_year.number, next_year.year) == (1, 2569)


def test_the_first_meeting_has_none_before_it(full_store):
    found = read(full_store, propose_meeting, uid("nobody"), MARCH)
    assert (found.number, found.previous, found.venue, found.templates) == (1, None, "", ())


def test_a_removed_meeting_gives_its_number_back(full_store):
    write(full_store, records.remove, Kind.MEETING, uid("meeting 2"))
    assert read(full_store, propose_meeting, uid("committee"), MARCH).number == 2


def test_a_number_is_given_once(full_store):
    before = dump(full_store.path)
    with pytest.raises(Refused) as refused:
        write(full_store, convene_meeting, called(number=2))
    assert "๒/๒๕๖๘" in said(refused)
    assert dump(full_store.path) == before
    write(full_store, records.remove, Kind.MEETING, uid("meeting 2"))
    write(full_store, convene_meeting, called(number=2))


def test_the_agenda_is_copied_and_lives_by_itself(full_store):
    write(full_store, records.add, Kind.TEMPLATE, TEMPLATE)
    write(full_store, convene_meeting, called(), TEMPLATE.uid, uid("meeting 2"))
    made = read(full_store, read_meeting, uid("third"))
    assert [item.kind for item in made.agenda] == list(ItemKind)
    by_kind = {item.kind: item for item in made.agenda}
    adopting = by_kind[ItemKind.ADOPT]
    assert adopting.title == "adopt ครั้งที่ ๒/๒๕๖๘ เมื่อวันที่ ๕ กุมภาพันธ์ ๒๕๖๘"
    assert adopting.matters[0].adopts
    assert adopting.matters[0].adopts.meeting == uid("meeting 2")
    assert adopting.matters[0].resolutions[0].composed
    (last,) = by_kind[ItemKind.NEXT_MEETING].matters
    assert last.sections[0].body == (Composed(statement=ComposedKind.NEXT_MEETING),)
    assert by_kind[ItemKind.CONSIDER].matters == ()
    write(full_store, records.remove, Kind.TEMPLATE, TEMPLATE.uid)
    assert read(full_store, read_meeting, uid("third")) == made
    assert look_over(full_store) == []


def test_without_a_template_the_agenda_is_empty(full_store):
    write(full_store, convene_meeting, called())
    assert read(full_store, read_meeting, uid("third")).agenda == ()


def test_the_roll_is_of_those_who_sit_on_the_day(full_store):
    roll = read(full_store, members_on, uid("committee"), MARCH)
    assert [(one.name, one.role) for one in roll] == [
        ("นายสมมาตร ใจกว้าง", Role.CHAIR), ("นางปั้นหยา ฟื้นฟู", Role.MEMBER_SECRETARY)
    ]  # fmt: skip
    assert roll[0].lines == ("ผู้อำนวยการกอง", "กองระบบงาน สำนักงาน ก.ก.")
    last_day = SEATS[1].until
    assert last_day
    assert len(read(full_store, members_on, uid("committee"), last_day)) == 2
    after = last_day + datetime.timedelta(days=1)
    assert [one.person for one in read(full_store, members_on, uid("committee"), after)] == [
        uid("p1")
    ]


def test_the_secretary_signs(full_store):
    write(full_store, convene_meeting, called())
    made = read(full_store, read_meeting, uid("third"))
    assert [one.name for one in made.attendance] == ["นายสมมาตร ใจกว้าง", "นางปั้นหยา ฟื้นฟู"]
    assert [one.person for one in made.signatures] == [uid("p2")]
    assert made.signatures[0].label == "ผู้จดรายงานการประชุม"


def test_what_was_printed_stays_when_people_change(full_store):
    write(full_store, convene_meeting, called())
    made = read(full_store, read_meeting, uid("third"))
    with full_store.writing() as session:
        records.amend(session, Kind.PERSON, uid("p1"), None, name="ชื่อ ใหม่", job="อื่น")
    assert read(full_store, read_meeting, uid("third")) == made


@pytest.mark.parametrize(
    ("person", "seat", "lines"),
    [
        (PEOPLE[1], SEATS[1], ("เลขานุการ",)),
        (PEOPLE[2], replaced(SEATS[0], seat="ผู้ทรงคุณวุฒิ"), ("ผู้ทรงคุณวุฒิ",)),
        (PEOPLE[2], None, ()),
        (Person(uid=uid("x"), name="ก", unit=uid("loop")), None, ("วน วน",)),
    ],
)
def test_the_lines_below_a_name(person, seat, lines):
    circle = Unit(uid=uid("loop"), name="วน", parent=uid("loop"))
    assert printed_lines(seat, person, {circle.uid: circle}) == lines


def test_a_seat_of_somebody_unknown_calls_nobody(full_store):
    seat = Membership(uid=uid("empty"), committee=uid("committee"), person=uid("p3"))
    write(full_store, records.add, Kind.MEMBERSHIP, seat)
    assert len(read(full_store, members_on, uid("committee"), MARCH)) == 3
    write(full_store, records.remove, Kind.PERSON, uid("p3"))
    assert len(read(full_store, members_on, uid("committee"), MARCH)) == 2
