"""A pasted list of people, understood, taken in and taken back."""

import datetime
import time

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import committees, joining, people, records
from bmahr_desktop.operations.roster import Standing, read_known, understand, unit_keys
from bmahr_desktop.operations.roster_columns import (
    Column,
    heading_column,
    plain_key,
    read_sheet,
    role_of,
)
from bmahr_desktop.operations.roster_intake import intake_of, take_back_list, take_in_list
from bmahr_desktop.operations.roster_table import read_table
from tests.meetings import uid
from tests.records import dump

TODAY = datetime.date(2025, 6, 2)
C = Column


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, *arguments)


def write(store, operation, *arguments, **fields):
    with store.writing() as session:
        return operation(session, *arguments, **fields)


def roster(store, text, committee=None, **more):
    known = read(store, read_known, committee)
    sheet = read_sheet(read_table(text), unit_keys(known))
    return understand(sheet, known, committee, TODAY, **more)


def columns(text):
    return read_sheet(read_table(text)).columns


# ---------------------------------------------------------------- columns


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("ลำดับ", C.ORDER), ("ลำดับที่", C.ORDER), ("ที่", C.ORDER), ("No.", C.ORDER),
        ("คำนำหน้า", C.HONORIFIC), ("คํานําหน้าชื่อ", C.HONORIFIC), ("ชื่อ", C.GIVEN), ("นามสกุล", C.FAMILY),
        ("ชื่อ-นามสกุล", C.NAME), ("ชื่อ - สกุล", C.NAME), ("ชื่อ – นามสกุล (ภาษาไทย)", C.NAME),
        ("คำนำหน้า ชื่อ สกุล", C.NAME), ("รายชื่อ", C.NAME), ("Full name", C.NAME),
        ("ตำแหน่ง", C.JOB), ("ตำแหน่งปัจจุบัน", C.JOB), ("ตำแหน่ง/สังกัด", C.JOB),
        ("หน่วยงาน", C.UNIT), ("สังกัด", C.UNIT), ("หน่วยงาน/สังกัด", C.UNIT),
        ("ตำแหน่งในคณะกรรมการ", C.ROLE), ("บทบาท", C.ROLE), ("อีเมล", C.IGNORED),
        ("e-mail", C.IGNORED), ("เบอร์โทรศัพท์", C.IGNORED), ("หมายเหตุ", C.IGNORED),
        ("อายุ", C.IGNORED),
        ("สีที่ชอบ", None), ("นายสมชาย ใจดี", None), ("", None),
    ],
)  # fmt: skip
def test_headings_are_known(heading, column):
    assert heading_column(heading) is column


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ประธานกรรมการ", Role.CHAIR), ("รองประธานอนุกรรมการ", Role.VICE_CHAIR),
        ("กรรมการ", Role.MEMBER),
        ("อ.ก.ก.", Role.MEMBER), ("อนุกรรมการและเลขานุการ", Role.MEMBER_SECRETARY),
        ("อ.ก.ก. และเลขานุการ", Role.MEMBER_SECRETARY), ("เลขานุการ", Role.SECRETARY),
        ("ผู้ช่วยเลขานุการ", Role.ASSISTANT_SECRETARY), ("กรรมการและผู้ช่วยเลขานุการ", Role.MEMBER),
        ("ที่ปรึกษา", None), ("ที่ปรึกษาคณะกรรมการ", None), ("", None), ("สมชาย", None),
    ],
)  # fmt: skip
def test_roles_are_known(text, role):
    assert role_of(text) is role


def test_columns_are_told_by_their_headings():
    text = "บัญชีรายชื่อ\t\t\t\t\t\nลำดับ\tคำนำหน้า\tชื่อ\tนามสกุล\tตำแหน่ง\tอีเมล\n๑\tนาย\tก\tข\tนัก\ta@b.c"
    assert columns(text) == (C.ORDER, C.HONORIFIC, C.GIVEN, C.FAMILY, C.JOB, C.IGNORED)


def test_columns_without_headings_are_told_by_what_they_hold():
    text = (
        "๑\tนายสมชาย ใจดี\tผู้อำนวยการกอง\tสำนักงาน ก.ก.\tประธานกรรมการ\ta@b.go.th\n"
        "๒\tนางนวล แสงทอง\tนักทรัพยากรบุคคล\tสำนักการคลัง\tกรรมการ\t๐๒ ๒๒๔ ๐๐๐๐\n"
    )
    assert columns(text) == (C.ORDER, C.NAME, C.JOB, C.UNIT, C.ROLE, C.IGNORED)


def test_a_column_called_position_that_holds_roles_is_one_of_roles():
    text = "ชื่อ\tตำแหน่ง\nนายก ขาว\tประธานกรรมการ\nนายค งาม\tกรรมการ\nนายจ ฉาย\tกรรมการและเลขานุการ"
    assert columns(text) == (C.NAME, C.ROLE)


def test_a_heading_over_two_columns_leaves_the_second_to_family_names():
    assert columns("ชื่อ\t\nสมชาย\tใจดี\nสมหญิง\tดีใจ") == (C.GIVEN, C.FAMILY)


def test_names_alone_are_enough():
    assert columns("สมชาย ใจดี\nสมหญิง ดีใจ") == (C.NAME,)


# ---------------------------------------------------------------- understood

LIST = (
    "ลำดับ\tชื่อ-สกุล\tตำแหน่ง\tสังกัด\tบทบาท\n"
    "๑\tรองศาสตราจารย์ ดร.สมชาย ณ บางกอก\tอาจารย์\tมหาวิทยาลัยใหม่\tประธานกรรมการ\n"
    "๒\tนาง ปั้นหยา  ฟื้นฟู\tผู้อำนวยการกลุ่ม\tกทม.\tกรรมการและเลขานุการ\n"
    "๓\tนายไม่เกี่ยว ข้อง\t\t\tกรรมการ\n"
)  # fmt: skip


def test_a_list_is_laid_beside_the_records(full_store):
    found = roster(full_store, LIST)
    new, changed, known = found.lines
    assert [one.standing for one in found.lines] == [
        Standing.NEW, Standing.CHANGED, Standing.KNOWN,
    ]  # fmt: skip
    assert new.person.printed == "รองศาสตราจารย์ ดร.สมชาย ณ บางกอก"
    assert (new.person.honorific, new.person.name) == ("รองศาสตราจารย์ ดร.", "สมชาย ณ บางกอก")
    assert [unit.name for unit in found.units] == ["มหาวิทยาลัยใหม่"]
    assert changed.before.uid == uid("p2")
    assert changed.changed == ("job", "unit")
    assert (changed.person.unit, changed.unit) == (uid("u0"), "กรุงเทพมหานคร")
    assert known.before == known.person
    assert [found.may_tick(one) for one in found.lines] == [True, True, False]


def test_titles_stand_in_a_column_of_their_own_or_with_the_name(full_store):
    text = (
        "คำนำหน้า\tชื่อ\tนามสกุล\nนาง\tนวล\tใจดี\nพลตำรวจเอก\tสมศักดิ์\tณ อยุธยา\n"
        "นาย\tนายธนา\tแก้วใส\n\tดร.วิชัย\tเก่งกล้า\n"
    )
    printed = [one.person.printed for one in roster(full_store, text).lines]
    assert printed == ["นางนวล ใจดี", "พลตำรวจเอก สมศักดิ์ ณ อยุธยา", "นายธนา แก้วใส", "ดร.วิชัย เก่งกล้า"]


@pytest.mark.parametrize(
    ("cell", "standing"),
    [
        ("ว่าง", Standing.UNCLEAR), ("-", Standing.UNCLEAR), ("", Standing.UNCLEAR),
        ("รวม ๑๕ คน", Standing.UNCLEAR), ("นายเดี่ยว", Standing.UNSURE),
        ("ก" * 3000, Standing.UNCLEAR),
        ("<b>ก</b> {name} %s", Standing.NEW), ("=HYPERLINK() ก", Standing.NEW),
        ("๑. นายมีเลข นำหน้า", Standing.NEW), ("(นายวงเล็บ ล้อมไว้)", Standing.NEW),
    ],
)  # fmt: skip
def test_what_is_no_name_is_told(full_store, cell, standing):
    line = roster(full_store, f"ลำดับ\tชื่อ-สกุล\tตำแหน่ง\n๑\t{cell}\tนักวิชาการ\n").lines[0]
    assert line.standing is standing
    assert (line.person is None) == (standing is Standing.UNCLEAR)
    if standing is Standing.NEW:
        assert not line.person.name.startswith(("๑", "("))
    else:
        assert line.notes


def test_a_heading_among_the_rows_is_a_question(full_store):
    text = "ลำดับ\tชื่อ-สกุล\tตำแหน่ง\n\tผู้ทรง คุณวุฒิ\t\n๑\tนายก ขาวสะอาด\tนัก\n"
    first, second = roster(full_store, text).lines
    assert first.standing is Standing.UNSURE
    assert second.standing is Standing.NEW
    assert (first.number, second.number) == (2, 3)


def test_a_name_that_stands_twice_is_a_question(full_store):
    first, second = roster(full_store, "นายกล้า ขาวสะอาด\nนางสาวกล้า  ขาวสะอาด").lines
    assert first.standing is Standing.NEW
    assert second.standing is Standing.UNSURE


def test_lines_under_a_name_are_the_position_where_no_column_is(full_store):
    line = roster(full_store, 'ลำดับ\tชื่อ-สกุล\n๑\t"นายกล้า ขาว\nนักวิชาการ\nชำนาญการ"').lines[0]
    assert (line.person.name, line.person.job) == ("กล้า ขาว", "นักวิชาการ ชำนาญการ")


def test_merged_cells_are_filled_from_above_when_asked(full_store):
    text = "ชื่อ-สกุล\tสังกัด\tบทบาท\nนายก ขาว\tกองระบบงาน\tกรรมการ\nนายขจร งาม\t\t\n"
    plain = roster(full_store, text).lines[1]
    filled = roster(full_store, text, fill_down=True).lines[1]
    assert (plain.person.unit, plain.title) == (None, "")
    assert (filled.person.unit, filled.title) == (uid("u2"), "กรรมการ")


def test_two_people_of_one_name_are_told_apart_by_their_position(full_store):
    twin = read(full_store, people.read_person, uid("p1"))
    write(full_store, records.add, Kind.PERSON, type(twin)(uid=uid("x"), name=twin.name, job="ครู"))
    text = f"ชื่อ-สกุล\tตำแหน่ง\n{twin.name}\tครู\n"
    assert roster(full_store, text).lines[0].before.uid == uid("x")
    line = roster(full_store, text.replace("ครู", "หมอ")).lines[0]
    assert (line.standing, line.before) == (Standing.UNSURE, None)


def test_the_old_name_of_somebody_merged_away_is_known(full_store):
    write(full_store, joining.merge, Kind.PERSON, uid("p3"), uid("p2"), {})
    line = roster(full_store, "นายไม่เกี่ยว ข้อง").lines[0]
    assert line.before.uid == uid("p2")


def test_a_role_that_is_none_is_a_question_for_a_committee_only(full_store):
    text = "ชื่อ-สกุล\tบทบาท\nนายก ขาว\tที่ปรึกษา\nนายค งาม\tกรรมการ\nนายจ ดำ\tกรรมการ\n"
    assert roster(full_store, text).lines[0].standing is Standing.NEW
    assert roster(full_store, text, uid("committee")).lines[0].standing is Standing.UNSURE


# ---------------------------------------------------------------- in and back


def taken(store, text, committee=None, **more):
    found = roster(store, text, committee)
    ticked = {one.number for one in found.lines if found.is_ticked_at_first(one)}
    intake = intake_of(found, ticked, **more)
    write(store, take_in_list, intake)
    return intake


def test_a_list_goes_on_file_as_members_in_its_order(full_store):
    since = datetime.date(2025, 1, 1)
    intake = taken(full_store, LIST, uid("committee"), since=since, instrument="คำสั่ง ๑")
    assert intake.count == 3
    seats = read(full_store, committees.memberships_of, uid("committee"))
    assert [one.role for one in seats[:2]] == [Role.CHAIR, Role.MEMBER_SECRETARY]
    new = seats[2:]
    names = [read(full_store, people.read_person, one.person).name for one in new]
    # The one who has a seat already gets no second one.
    assert names == ["สมชาย ณ บางกอก", "ไม่เกี่ยว ข้อง"]
    assert [one.role for one in new] == [Role.CHAIR, Role.MEMBER]
    assert {(one.since, one.instrument) for one in new} == {(since, "คำสั่ง ๑")}
    assert read(full_store, people.read_person, uid("p2")).job == "ผู้อำนวยการกลุ่ม"
    assert "มหาวิทยาลัยใหม่" in [one.name for one in read(full_store, people.list_units)]


def test_a_list_is_taken_back_whole(full_store):
    def living():
        return {
            table: sorted(row[:6] for row in some if None in row)
            for table, some in dump(full_store.path).items()
            if table in ("person", "unit", "membership")
        }

    before = [
        read(full_store, people.list_units),
        read(full_store, read_known, uid("committee")),
    ]
    intake = taken(full_store, LIST, uid("committee"))
    assert [read(full_store, people.list_units)] != before[:1]
    write(full_store, take_back_list, intake)
    after = [
        read(full_store, people.list_units),
        read(full_store, read_known, uid("committee")),
    ]
    assert after == before
    assert living()


def test_what_was_changed_since_stays_when_a_list_is_taken_back(full_store):
    intake = taken(full_store, LIST)
    write(full_store, records.amend, Kind.PERSON, uid("p2"), None, job="ที่สาม")
    write(full_store, take_back_list, intake)
    assert read(full_store, people.read_person, uid("p2")).job == "ที่สาม"


def test_who_is_needed_meanwhile_is_not_taken_back(full_store):
    intake = taken(full_store, LIST)
    write(
        full_store, records.amend, Kind.MEMBERSHIP, uid("seat1"), None,
        substitutes=(intake.people[0].uid,),
    )  # fmt: skip
    with pytest.raises(Refused):
        write(full_store, take_back_list, intake)


def test_units_are_left_out_when_not_wanted(full_store):
    found = roster(full_store, LIST)
    write(full_store, take_in_list, intake_of(found, {2, 3}, add_units=False))
    assert "มหาวิทยาลัยใหม่" not in [one.name for one in read(full_store, people.list_units)]
    line = roster(full_store, LIST).lines[0]
    assert line.before is not None
    assert line.before.unit is None


def test_a_list_is_not_written_over_records_that_changed(full_store):
    found = roster(full_store, LIST)
    intake = intake_of(found, {2, 3, 4})
    write(full_store, records.amend, Kind.PERSON, uid("p2"), None, job="ใหม่กว่า")
    with pytest.raises(Refused):
        write(full_store, take_in_list, intake)


def test_two_thousand_rows_take_a_moment(store):
    rows = [
        f"{n}\tนายชื่อ{chr(0xE01 + n % 40)}า สกุล{'ก' * (n // 40)}\tนัก\tกอง{'ข' * (n % 9 + 1)}"
        for n in range(2000)
    ]
    text = "ลำดับ\tชื่อ-สกุล\tตำแหน่ง\tสังกัด\n" + "\n".join(rows)
    begun = time.process_time()
    found = roster(store, text)
    understood = time.process_time() - begun
    ticked = {one.number for one in found.lines if found.is_ticked_at_first(one)}
    intake = intake_of(found, ticked)
    assert intake.count > 1900
    begun = time.process_time()
    write(store, take_in_list, intake)
    written = time.process_time() - begun
    assert (understood < 5, written < 10) == (True, True), (understood, written)


def test_plain_keys_leave_spaces_out():
    assert plain_key(" สำนักงาน  ก.ก. ") == "สำนักงานก.ก."
