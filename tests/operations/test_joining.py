"""People and units merged without losing history, and taken apart again."""

import msgspec
import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.operations import joining, people, records, twins
from bmahr_desktop.operations.exchange_in import take_in
from bmahr_desktop.operations.references import LISTING, NAMING, count_names
from bmahr_desktop.operations.twins import Likeness
from bmahr_desktop.storage.base import Base, Packed
from tests.meetings import uid
from tests.records import dump, exchange_of, loaded, office, previewed, rows, said

LINKED = ("membership", "attendance", "signature", "assignment", "unit", "person", "committee")


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, *arguments)


def write(store, operation, *arguments, **fields):
    with store.writing() as session:
        return operation(session, *arguments, **fields)


def named(store, name):
    """Every row that names a uid anywhere but as its own."""
    return {
        (table, row[0])
        for table, some in dump(store.path).items()
        if table in LINKED
        for row in some
        if any(uid(name) in str(cell) for cell in row[1:])
    }


def links(store):
    return {
        table: sorted(
            tuple(cell for cell in row if not isinstance(cell, int))
            for row in dump(store.path)[table]
        )
        for table in LINKED
    }


@pytest.fixture
def twice(full_store):
    """ไม่เกี่ยว ข้อง has whatever can name somebody."""
    meeting = read(full_store, records.read, Kind.MEETING, uid("meeting")).record
    write(full_store, records.amend, Kind.ATTENDANCE, meeting.attendance[1].uid, None,
          person=uid("p3"), stands_for=uid("p3"))  # fmt: skip
    write(full_store, records.amend, Kind.SIGNATURE, meeting.signatures[0].uid, None,
          person=uid("p3"))  # fmt: skip
    write(full_store, records.amend, Kind.ASSIGNMENT, uid("a2"), None, person=uid("p3"))
    write(full_store, records.amend, Kind.MEMBERSHIP, uid("seat2"), None, person=uid("p3"))
    write(full_store, records.amend, Kind.MEMBERSHIP, uid("seat1"), None,
          substitutes=(uid("p2"), uid("p3")))  # fmt: skip
    return full_store


def test_every_column_that_names_people_or_units_is_known():
    """A new table that names them must be turned too."""
    for kind in (Kind.PERSON, Kind.UNIT):
        known = {(shape.row.__tablename__, column) for shape, column in NAMING[kind]}
        found = {
            (table.name, key.parent.name)
            for table in Base.metadata.tables.values()
            for key in table.foreign_keys
            if key.column.table.name == kind and key.parent.name != "merged_into"
        }
        assert found <= known
    lists = {(s.row.__tablename__, c) for some in LISTING.values() for s, c in some}
    plain = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Packed) and column.type.kind == tuple[str, ...]
    } - {
        ("attendance", "lines"), ("signature", "lines"), ("dispatch", "references"),
        ("dispatch", "enclosures"), ("dispatch", "signer_lines"), ("dispatch", "resolutions"),
        ("project", "aliases"),
        ("project", "offices"), ("signatory", "lines"), ("ledger_event", "confirms"),
    }  # fmt: skip
    assert plain == lists


def test_everything_that_named_one_names_the_other(twice):
    assert len(named(twice, "p3")) == 5
    before = read(twice, records.read, Kind.MEETING, uid("meeting")).record
    write(twice, joining.merge, Kind.PERSON, uid("p3"), uid("p2"), {"job": "ที่ปรึกษา"})
    assert named(twice, "p3") == set()
    assert read(twice, people.read_person, uid("p2")).job == "ที่ปรึกษา"
    after = read(twice, records.read, Kind.MEETING, uid("meeting")).record
    assert [one.name for one in after.attendance] == [one.name for one in before.attendance]
    assert after.attendance[1].person == after.attendance[1].stands_for == uid("p2")
    assert after.changed == before.changed
    seat = read(twice, records.read, Kind.MEMBERSHIP, uid("seat1")).record
    assert seat.substitutes == (uid("p2"),)


def test_the_one_merged_away_is_kept_and_says_what_it_became(twice):
    write(twice, joining.merge, Kind.PERSON, uid("p3"), uid("p2"), {})
    query = "SELECT name, merged_into, removed FROM person WHERE uid = ?"
    kept = rows(twice.path, query, uid("p3"))
    assert kept[0][:2] == ("ไม่เกี่ยว ข้อง", uid("p2"))
    assert kept[0][2]
    trail = rows(twice.path, "SELECT action FROM trail WHERE record = ?", uid("p3"))
    assert (f"merged into {uid('p2')}",) in trail
    with pytest.raises(Refused):
        read(twice, people.read_person, uid("p3"))


def test_merging_is_taken_back_with_every_link(twice):
    before = links(twice)
    write(twice, joining.merge, Kind.PERSON, uid("p3"), uid("p2"), {"honorific": "ดร."})
    assert links(twice) != before
    write(twice, joining.take_apart, read(twice, joining.latest_merge, uid("p3")))
    assert links(twice) == before
    assert read(twice, joining.list_joined, Kind.PERSON) == []
    with pytest.raises(Refused):
        write(twice, joining.take_apart, 1)


def test_what_was_changed_since_stays_when_taken_apart(twice):
    write(twice, joining.merge, Kind.PERSON, uid("p3"), uid("p2"), {"job": "ก"})
    write(twice, records.amend, Kind.PERSON, uid("p2"), None, job="ข")
    write(twice, records.amend, Kind.MEMBERSHIP, uid("seat2"), None, person=uid("p1"))
    write(twice, joining.take_apart, 1)
    assert read(twice, people.read_person, uid("p2")).job == "ข"
    assert read(twice, records.read, Kind.MEMBERSHIP, uid("seat2")).record.person == uid("p1")


def test_a_chain_is_taken_apart_from_its_end(twice):
    write(twice, joining.merge, Kind.PERSON, uid("p3"), uid("p2"), {})
    write(twice, joining.merge, Kind.PERSON, uid("p2"), uid("p1"), {})
    assert read(twice, joining.survivors) == {uid("p3"): uid("p1"), uid("p2"): uid("p1")}
    with pytest.raises(Refused) as refused:
        write(twice, joining.take_apart, 1)
    assert "ปั้นหยา ฟื้นฟู" in said(refused)
    joined = read(twice, joining.list_joined, Kind.PERSON)
    assert [(one.away, one.into) for one in joined] == [
        ("นางปั้นหยา ฟื้นฟู", "นายสมมาตร ใจกว้าง"),
        ("นายไม่เกี่ยว ข้อง", "นางปั้นหยา ฟื้นฟู"),
    ]
    for one in joined:
        write(twice, joining.take_apart, one.number)
    assert read(twice, joining.survivors) == {}


def test_nobody_is_merged_with_themselves_or_with_somebody_gone(full_store):
    for away, into in (("p1", "p1"), ("nobody", "p1"), ("p1", "nobody")):
        with pytest.raises(Refused):
            write(full_store, joining.merge, Kind.PERSON, uid(away), uid(into), {})
    with pytest.raises(Refused):
        write(full_store, joining.merge, Kind.PERSON, uid("p3"), uid("p1"), {"name": ""})
    assert read(full_store, people.read_person, uid("p3"))


def test_units_are_merged_with_all_that_belongs_to_them(full_store):
    before = links(full_store)
    write(full_store, joining.merge, Kind.UNIT, uid("u1"), uid("u3"), {"name": "สำนักงาน ก.ก."})
    assert named(full_store, "u1") == set()
    units = {one.uid: one for one in read(full_store, people.list_units)}
    assert units[uid("u2")].parent == uid("u3")
    assert units[uid("u3")].name == "สำนักงาน ก.ก."
    committee = read(full_store, records.read, Kind.COMMITTEE, uid("committee")).record
    assert committee.secretariat == uid("u3")
    write(full_store, joining.take_apart, read(full_store, joining.latest_merge, uid("u1")))
    assert links(full_store) == before


def test_a_unit_never_comes_to_belong_to_itself(full_store):
    for away, into in (("u0", "u1"), ("u0", "u2"), ("u1", "u2")):
        with pytest.raises(Refused):
            write(full_store, joining.merge, Kind.UNIT, uid(away), uid(into), {})
    with pytest.raises(Refused):
        write(full_store, joining.merge, Kind.UNIT, uid("u3"), uid("u1"), {"parent": uid("u2")})
    write(full_store, joining.merge, Kind.UNIT, uid("u2"), uid("u1"), {})
    assert len(read(full_store, people.list_units)) == 3


def test_a_file_from_elsewhere_finds_the_one_that_stays(twice):
    write(twice, joining.merge, Kind.PERSON, uid("p3"), uid("p2"), {"job": "เลือกด้วยมือ"})
    seat = msgspec.structs.replace(office().memberships[0], person=uid("p3"))
    incoming = exchange_of(
        people=[Person(uid=uid("p3"), name="ไม่เกี่ยว ข้อง", job="จากที่อื่น")],
        memberships=[seat],
        committees=office().committees,
        units=office().units,
    )
    preview = previewed(twice, incoming)
    assert preview.namesakes == ()
    with twice.writing() as session:
        take_in(session, preview, loaded(incoming))
    assert read(twice, records.read, Kind.MEMBERSHIP, seat.uid).record.person == uid("p2")
    assert read(twice, people.read_person, uid("p2")).job == "เลือกด้วยมือ"
    with pytest.raises(Refused):
        read(twice, people.read_person, uid("p3"))


def test_somebody_who_may_stand_in_stays(full_store):
    write(full_store, records.amend, Kind.MEMBERSHIP, uid("seat1"), None, substitutes=(uid("p3"),))
    with pytest.raises(Refused) as refused:
        write(full_store, people.remove_person, uid("p3"))
    assert "TST" in said(refused)


def test_what_names_somebody_is_counted(twice):
    counted = read(twice, count_names, Kind.PERSON, uid("p3"))
    assert counted == {
        Kind.MEMBERSHIP: 2, Kind.ATTENDANCE: 1, Kind.SIGNATURE: 1, Kind.ASSIGNMENT: 1,
    }  # fmt: skip


# ---------------------------------------------------------------- who may be one


@pytest.mark.parametrize(
    ("names", "likeness"),
    [
        (("สมชาย ใจดี", "สมชาย  ใจดี"), Likeness.SAME_NAME),
        (("สมชาย ใจดี", "ดร.สมชาย ใจดี"), Likeness.SAME_NAME),
        (("สมชาย ใจดี", "สมชัย ใจดี"), Likeness.ALIKE),
        (("สมชาย ใจดี", "สมชาย ใจดีี"), Likeness.ALIKE),
        (("พงษ์ศักดิ์ ใจดี", "พงศ์ศักดิ์ ใจดี"), Likeness.ALIKE),
        (("ณัฐวุฒิ์ ใจดี", "ณัฐวุฒิ ใจดี"), Likeness.ALIKE),
        (("สมชาย ใจดี", "สมหญิง ใจดี"), None),
        (("สมชาย ใจดี", "สมชาย แสงทอง"), None),
        (("สมชาย ใจดี", "วิชัย ใจกว้าง"), None),
    ],
)
def test_who_may_be_one(store, names, likeness):
    for name in names:
        write(store, records.add, Kind.PERSON, Person(uid=uid(repr(name)), name=name))
    found = read(store, twins.likely_twins, Kind.PERSON)
    assert [one.likeness for one in found] == ([likeness] if likeness else [])


def test_which_units_may_be_one(store):
    for number, (name, short, parent) in enumerate(
        [
            ("สำนักงานคณะกรรมการ", "สกก.", None),
            ("สกก.", "", None),
            ("กองที่ ๑", "", None),
            ("กองที่ ๒", "", None),
            ("ฝ่ายบริหารงานทั่วไป", "", "unit 2"),
            ("ฝ่ายบริหารงานทั่วไป", "", "unit 3"),
            ("สำนักงานคณะกรรมกาาร", "", None),
            ("กองที่  ๒", "", None),
        ]
    ):
        unit = Unit(uid=uid(f"unit {number}"), name=name, short_name=short)
        parent_uid = uid(parent) if parent else None
        write(store, people.add_unit, msgspec.structs.replace(unit, parent=parent_uid))
    found = read(store, twins.likely_twins, Kind.UNIT)
    numbers = {uid(f"unit {number}"): number for number in range(8)}
    assert {(frozenset((numbers[t.one], numbers[t.other])), t.likeness) for t in found} == {
        (frozenset((0, 1)), Likeness.SHORT_NAME),
        (frozenset((0, 6)), Likeness.ALIKE),
        (frozenset((3, 7)), Likeness.SAME_NAME),
    }


def test_many_people_of_one_family_are_compared_in_a_moment(store):
    def put(session):
        changes = None
        for number in range(400):
            name = f"ช{chr(0xE01 + number % 40)}{chr(0xE01 + number // 40)} ใจดี"
            changes = records.add(
                session, Kind.PERSON, Person(uid=uid(f"many {number}"), name=name)
            )
        return changes

    write(store, put)
    assert len(read(store, twins.likely_twins, Kind.PERSON)) <= twins.MOST


def test_what_speaks_against_it_is_told(twice):
    assert read(twice, twins.meetings_with_both, uid("p1"), uid("p3")) == [(1, 2568)]
    assert read(twice, twins.meetings_with_both, uid("p1"), uid("p2")) == []
    assert read(twice, twins.committees_with_both, uid("p1"), uid("p3")) == ["TST"]
