import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Attendance, AttendanceList
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.operations import attendance, records
from tests.meetings import uid

MEETING, NEXT = uid("meeting"), uid("meeting 2")
PRESENT, ABSENT = AttendanceList.PRESENT, AttendanceList.ABSENT


def roll(store, meeting):
    with store.reading() as session:
        return attendance.read_roll(session, meeting)


def test_a_member_is_listed_with_seat_and_office(full_store):
    with full_store.reading() as session:
        one = attendance.listing_of(session, NEXT, uid("p1"), ABSENT)
    assert (one.name, one.role, one.title) == ("นายสมมาตร ใจกว้าง", Role.CHAIR, "ประธาน")
    assert one.lines == ("ผู้อำนวยการกอง", "กองระบบงาน สำนักงาน ก.ก.")
    assert (one.list, one.person) == (ABSENT, uid("p1"))


def test_somebody_without_a_seat_has_no_role(full_store):
    with full_store.reading() as session:
        one = attendance.listing_of(session, NEXT, uid("p3"), AttendanceList.PARTICIPANT)
    assert (one.name, one.role, one.title) == ("นายไม่เกี่ยว ข้อง", None, "")


def test_missing_members_go_to_their_seats(full_store):
    second = Attendance(uid=new_uid(), list=PRESENT, name="นางปั้นหยา  ฟื้นฟู")
    with full_store.writing() as session:
        records.add(session, Kind.ATTENDANCE, second, NEXT)
        assert attendance.add_missing_members(session, NEXT)
    assert [one.name for one in roll(full_store, NEXT)] == [
        "นายสมมาตร ใจกว้าง",
        "นางปั้นหยา  ฟื้นฟู",
    ]
    with full_store.writing() as session:
        assert not attendance.add_missing_members(session, NEXT)


def test_members_may_be_listed_as_absent(full_store):
    with full_store.writing() as session:
        attendance.add_missing_members(session, NEXT, ABSENT)
    assert {one.list for one in roll(full_store, NEXT)} == {ABSENT}


@pytest.mark.parametrize(
    ("name", "person", "found"),
    [
        ("นายสมมาตร ใจกว้าง", uid("p1"), "นายสมมาตร ใจกว้าง"),
        ("ดร. สมมาตร  ใจกว้าง", None, "นายสมมาตร ใจกว้าง"),
        ("นางปั้นหยา ฟื้นฟู", uid("p2"), "นางปั้นหยา ฟื้นฟู"),
        ("นายสมมาตร ใจกว้าง", uid("p3"), None),
        ("นายไม่เกี่ยว ข้อง", uid("p3"), None),
    ],
)
def test_nobody_is_listed_twice(full_store, name, person, found):
    with full_store.reading() as session:
        one = attendance.name_already_listed(session, MEETING, name, person)
    assert (one.name if one else None) == found


def test_a_name_on_paper_becomes_a_person(full_store):
    with full_store.writing() as session:
        attendance.put_on_file(session, Kind.ATTENDANCE, uid("guest"))
    with full_store.reading() as session:
        listed = records.read(session, Kind.ATTENDANCE, uid("guest")).record
        person = records.read(session, Kind.PERSON, listed.person).record
    assert (person.honorific, person.name) == ("นาง", "แขก มาเยือน")
    assert (person.job, person.unit) == ("นักทรัพยากรบุคคล", uid("u1"))
    assert person.printed == listed.name


@pytest.mark.parametrize(
    ("lines", "job", "unit"),
    [
        (("ผู้อำนวยการกอง", "กองระบบงาน สำนักงาน ก.ก."), "ผู้อำนวยการกอง", uid("u2")),
        (("ผู้ทรงคุณวุฒิ",), "ผู้ทรงคุณวุฒิ", None),
        (("สำนักงาน ก.ก.",), "", uid("u1")),
        ((), "", None),
    ],
)
def test_lines_tell_position_and_unit(full_store, lines, job, unit):
    with full_store.reading() as session:
        person = attendance.person_of(session, "ดร.ใหม่ มาก", lines)
    assert (person.job, person.unit) == (job, unit)


def test_naming_somebody_takes_their_lines_and_seat(full_store):
    with full_store.writing() as session:
        attendance.name_person(session, Kind.ATTENDANCE, uid("guest"), MEETING, uid("p1"))
    with full_store.reading() as session:
        one = records.read(session, Kind.ATTENDANCE, uid("guest")).record
    assert (one.name, one.role, one.person) == ("นายสมมาตร ใจกว้าง", Role.CHAIR, uid("p1"))
    assert one.lines[0] == "ผู้อำนวยการกอง"
    assert one.list is AttendanceList.PARTICIPANT


def test_somebody_without_a_seat_leaves_the_role(full_store):
    absent = uid("absent")
    with full_store.writing() as session:
        attendance.name_person(session, Kind.ATTENDANCE, absent, MEETING, uid("p3"))
    with full_store.reading() as session:
        one = records.read(session, Kind.ATTENDANCE, absent).record
    assert (one.name, one.role, one.lines) == ("นายไม่เกี่ยว ข้อง", Role.MEMBER, ())


def test_a_signature_ends_with_the_role(full_store):
    with full_store.writing() as session:
        attendance.name_person(session, Kind.SIGNATURE, uid("s"), MEETING, uid("p1"))
    with full_store.reading() as session:
        one = records.read(session, Kind.SIGNATURE, uid("s")).record
    assert one.lines == ("ผู้อำนวยการกอง", "กองระบบงาน สำนักงาน ก.ก.", "ประธาน")


def test_the_secretary_signs_as_listed_else_as_in_office(full_store):
    with full_store.reading() as session:
        listed = attendance.usual_signature(session, MEETING, "ผู้จด")
        in_office = attendance.usual_signature(session, NEXT, "ผู้จด")
    assert listed is not None
    assert in_office is not None
    assert (listed.name, listed.lines, listed.label) == ("นางปั้นหยา ฟื้นฟู", ("อ.ก.ก.",), "ผู้จด")
    assert (in_office.person, in_office.lines) == (uid("p2"), ("เลขานุการ",))


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("นายสมมาตร ใจกว้าง", "ดร.สมมาตร ใจกว้าง", True),
        ("นางสาวมะลิ แก้ว", "นางมะลิ ใจดี", True),
        ("นายสมมาต ใจกว้าง", "นายสมมาตร ใจกว้าง", True),
        ("นายสมมาตร ใจกว้าง", "นางปั้นหยา ฟื้นฟู", False),
        ("นายสมมาตร", "นายวิชัย", False),
    ],
)
def test_a_mended_name_is_still_the_same(before, after, same):
    assert attendance.shares_a_name(before, after) is same


def test_who_is_gone_cannot_be_listed(full_store):
    with full_store.reading() as session, pytest.raises(Refused):
        attendance.listing_of(session, MEETING, uid("nobody"), PRESENT)
