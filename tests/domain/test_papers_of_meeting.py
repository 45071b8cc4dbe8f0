"""The agenda, the sign-in sheets and the evidence of payment, as they follow from the records."""

import pytest

from bmahr_desktop.domain.agenda_paper import compose_agenda, enclosure_labels
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.meeting import AgendaItem, AttendanceList, Matter, MeetingState, Mode
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.payment import compose_payment
from bmahr_desktop.domain.sign_in import LATE_GUESTS, compose_sign_in
from bmahr_desktop.thai.digits import DigitStyle
from tests.invitations import writing_committee
from tests.meetings import PEOPLE, meeting, present, uid
from tests.records import replaced


def file(name: str) -> Attachment:
    return Attachment(uid=uid(name), file="0" * 64, title=name)


def matter(name: str, *files: str, **more) -> Matter:
    attachments = tuple(map(file, files))
    return Matter(uid=uid(f"matter {name}"), title=name, attachments=attachments, **more)


def item(*matters: Matter) -> AgendaItem:
    return AgendaItem(uid=uid(f"item {matters!r}"), title="เรื่องเพื่อพิจารณา", matters=matters)


# ---------------------------------------------------------------- the agenda


def test_the_agenda_has_the_heading_of_the_meeting_with_its_weekday():
    assert compose_agenda(meeting(), writing_committee()).heading == (
        "ระเบียบวาระการประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ",
        "ครั้งที่ ๑/๒๕๖๘",
        "วันพุธที่ ๘ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น.",
        "ผ่านสื่ออิเล็กทรอนิกส์ และห้องประชุม ชั้น ๕",
    )


def test_items_and_matters_are_numbered_as_in_the_minutes():
    paper = compose_agenda(meeting(), writing_committee())
    assert [one.label for one in paper.entries] == [
        "ระเบียบวาระที่ ๑", "ระเบียบวาระที่ ๒", "ระเบียบวาระที่ ๓", "ระเบียบวาระที่ ๔",
    ]  # fmt: skip
    third = paper.entries[2]
    titles = [one.title for one in third.matters if one.title]
    assert [(one.label, one.text) for one in titles] == [
        ("๓.๑", "เรื่อง แผนหนึ่ง"), ("๓.๒", "เรื่อง แผนสอง"),
    ]  # fmt: skip
    assert titles[0].key == TextKey(uid("m3"), "title")
    assert paper.entries[0].matters == ()


def test_enclosures_are_numbered_by_their_matter():
    agenda = (
        item(matter("", "ก")),
        item(matter("เดียว", "ข", "ค")),
        item(matter("หนึ่ง", "ง"), matter("สอง", "จ", "ฉ"), matter("สาม")),
    )
    labels = enclosure_labels(meeting(agenda=agenda), DigitStyle.THAI)
    assert [labels[uid(name)] for name in "กขคงจฉ"] == [
        "๑.๑", "๒.๑", "๒.๒", "๓.๑", "๓.๒.๑", "๓.๒.๒",
    ]  # fmt: skip
    paper = compose_agenda(meeting(agenda=agenda), writing_committee())
    second = paper.entries[1].matters[0].enclosures
    assert [(one.label, one.text) for one in second] == [
        ("เอกสารประกอบ ๒.๑", "ข"), ("เอกสารประกอบ ๒.๒", "ค"),
    ]  # fmt: skip
    assert paper.entries[0].matters[0].title is None


def test_what_came_in_late_is_marked():
    paper = compose_agenda(meeting(agenda=(item(matter("ช้า", late=True)),)), writing_committee())
    title = paper.entries[0].matters[0].title
    assert title is not None
    assert title.text == "ช้า (เพิ่มเติม)"


# ---------------------------------------------------------------- sign-in sheets


def test_members_secretaries_and_guests_sign_apart():
    paper = compose_sign_in(meeting(), writing_committee())
    assert [one.heading for one in paper.lists] == ["ผู้มาประชุม", "ฝ่ายเลขานุการ", "ผู้เข้าร่วมประชุม"]
    members, secretaries, guests = (one.rows for one in paper.lists)
    assert [row.lines[0] for row in members] == [
        "นายสมมาตร ใจกว้าง", "นางสาวมะลิวัลย์ แก้วประดับ", "ดร.วิชัย ณ บางกอก",
        "นางปั้นหยา ฟื้นฟู", "นายติด ภารกิจ",
    ]  # fmt: skip
    assert [row.lines[0] for row in secretaries] == ["นายเลขา ช่วยงาน"]
    assert guests[0].lines == ("นางแขก มาเยือน", "นักทรัพยากรบุคคล", "สำนักงาน ก.ก.")
    assert len(guests) == 1 + LATE_GUESTS
    assert (guests[1].number, guests[1].lines) == ("๒.", ())


def test_a_row_says_in_whose_place_and_how_somebody_comes():
    members = compose_sign_in(meeting(), writing_committee()).lists[0].rows
    assert members[1].lines[-1] == "แทนปลัดเมือง"
    assert members[2].at_right == ("ผ่านสื่ออิเล็กทรอนิกส์",)
    assert members[4].at_right == ("ติดราชการ",)
    assert members[0].key == TextKey(uid("นายสมมาตร ใจกว้าง"), "name")


def test_a_meeting_without_anybody_still_has_a_sheet_for_guests():
    paper = compose_sign_in(meeting(attendance=()), writing_committee())
    assert [one.heading for one in paper.lists] == ["ผู้เข้าร่วมประชุม"]
    assert len(paper.lists[0].rows) == LATE_GUESTS


# ---------------------------------------------------------------- evidence of payment


def paid(*people, **changes):
    attendance = people or PEOPLE
    return compose_payment(meeting(attendance=attendance, **changes), writing_committee())


def test_only_those_who_came_are_paid_by_their_role():
    paper = paid()
    assert [(one.lines[0], one.amount) for one in paper.payees] == [
        ("นายสมมาตร ใจกว้าง", "๒,๐๐๐"),
        ("นางสาวมะลิวัลย์ แก้วประดับ", "๑,๖๐๐"),
        ("ดร.วิชัย ณ บางกอก", "๑,๖๐๐"),
        ("นางปั้นหยา ฟื้นฟู", "๑,๖๐๐"),
        ("นายเลขา ช่วยงาน", "๘๐๐.๕๐"),
    ]
    assert [one.number for one in paper.payees] == ["๑", "๒", "๓", "๔", "๕"]
    assert paper.payees[2].remark == "ผ่านสื่ออิเล็กทรอนิกส์"


def test_the_sum_stands_in_figures_and_words():
    paper = paid()
    assert paper.satang == sum(one.satang for one in paper.payees) == 760_050
    assert (paper.total, paper.total_label) == ("๗,๖๐๐.๕๐", "รวม ๕ คน")
    assert "(เจ็ดพันหกร้อยบาทห้าสิบสตางค์)" in paper.words
    assert paper.basis == "จ่ายตามคำสั่งที่ ๑/๒๕๖๘"


def test_a_substitute_gets_what_the_member_would():
    plain = present("นายแทน คน", None, substitute_for="ปลัดเมือง", stands_for=uid("p1"))
    payee = paid(plain).payees[0]
    assert payee.satang == 160_000
    assert payee.lines == ("นายแทน คน", "แทนปลัดเมือง")


@pytest.mark.parametrize(
    "somebody",
    [
        replaced(present("นายขาด ประชุม"), list=AttendanceList.ABSENT),
        replaced(present("นางแขก มาเยือน"), list=AttendanceList.PARTICIPANT, role=None),
        present("นายไม่มี ตำแหน่ง", None),
        present("นายรอง ประธาน", Role.VICE_CHAIR),
    ],
)
def test_nobody_else_is_paid(somebody):
    paper = paid(somebody)
    assert paper.payees == ()
    assert (paper.total, paper.satang) == ("๐", 0)


def test_one_whom_the_roll_has_not_come_to_is_paid_only_once_the_meeting_is_over():
    unknown = present("นายยัง ไม่เรียก", mode=None)
    assert paid(unknown, state=MeetingState.IN_SESSION).payees == ()
    assert len(paid(unknown, state=MeetingState.CLOSED).payees) == 1
    assert paid(replaced(unknown, mode=Mode.ON_SITE)).payees[0].remark == ""
