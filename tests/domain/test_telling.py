"""Who is to be told what was resolved, and how they are addressed."""

import pytest

from bmahr_desktop.domain.addressees import head_of
from bmahr_desktop.domain.citing import find_part, parts_said
from bmahr_desktop.domain.dispatches import DispatchKind
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.meeting import MeetingState, Resolution
from bmahr_desktop.domain.telling import members_to_ask, notices_for
from bmahr_desktop.thai.digits import DigitStyle
from tests.dispatches import AGAIN, ASSIGNED, letter, task, told_meeting
from tests.invitations import EXTERNAL
from tests.meetings import meeting, uid
from tests.records import replaced

NAMES = {uid("u2"): "กองระบบงาน", uid("p9"): "นางสาวแสงดาว รู้งาน"}


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("กองระบบงาน สำนักงาน ก.ก.", "ผู้อำนวยการกองระบบงาน สำนักงาน ก.ก."),
        ("สำนักงาน ก.ก.", "หัวหน้าสำนักงาน ก.ก."),
        ("สำนักงานเขตพระนคร", "ผู้อำนวยการเขตพระนคร"),
        ("สำนักการศึกษา", "ผู้อำนวยการสำนักการศึกษา"),
        ("ฝ่ายเลขานุการ", "หัวหน้าฝ่ายเลขานุการ"),
        ("คณะอนุกรรมการวิชาการ", "ประธานอนุกรรมการวิชาการ"),
        ("อ.ก.ก. วิสามัญ", "ประธาน อ.ก.ก. วิสามัญ"),
        ("รองปลัดกรุงเทพมหานคร", "รองปลัดกรุงเทพมหานคร"),
        ("นางสาวแสงดาว รู้งาน", "นางสาวแสงดาว รู้งาน"),
        ("  บริษัท   ใด ", "บริษัท ใด"),
        ("", ""),
    ],
)
def test_the_head_of_a_unit_is_addressed(unit, head):
    assert head_of(unit) == head


def test_each_assignee_gets_one_notice_of_all_that_concerns_them():
    notices = notices_for(told_meeting(ASSIGNED, AGAIN), NAMES)
    assert [(one.to, one.resolutions) for one in notices] == [
        ("ผู้อำนวยการกองระบบงาน", (uid("ra"), uid("rb"))),
        ("หัวหน้าฝ่ายเลขานุการ", (uid("ra"),)),
    ]
    assert {one.kind for one in notices} == {DispatchKind.NOTICE}
    assert notices[0].unit == uid("u2")
    assert len({one.uid for one in notices}) == 2


def test_a_unit_is_the_same_however_it_is_written():
    one = Resolution(uid=uid("x"), text="ก", assignments=(
        task("a", "กองระบบงาน", unit=uid("u2")), task("b", "กอง ฯ", unit=uid("u2")),
        task("c", "ผู้อำนวยการกองระบบงาน"), task("d", "", person=uid("p9")),
    ))  # fmt: skip
    notices = notices_for(told_meeting(one), NAMES)
    assert [one.to for one in notices] == ["ผู้อำนวยการกองระบบงาน", "นางสาวแสงดาว รู้งาน"]


def test_who_was_told_is_not_told_again_but_of_what_is_new():
    told = letter(DispatchKind.NOTICE, uid("ra"), to="ผู้อำนวยการกองระบบงาน", unit=uid("u2"))
    other = letter(DispatchKind.EXTRACT, uid("ra"), to="หัวหน้าฝ่ายเลขานุการ")
    notices = notices_for(told_meeting(ASSIGNED, AGAIN, dispatches=(told, other)), NAMES)
    assert [(one.to, one.resolutions) for one in notices] == [
        ("หัวหน้าฝ่ายเลขานุการ", (uid("ra"),)),
        ("ผู้อำนวยการกองระบบงาน", (uid("rb"),)),
    ]


def test_nobody_is_told_of_a_meeting_that_was_not_held():
    gone = told_meeting(ASSIGNED, state=MeetingState.CANCELLED)
    assert notices_for(gone, NAMES) == ()
    assert notices_for(meeting(), NAMES) == ()


def test_letters_take_over_the_layout_of_the_invitation():
    (first, *_) = notices_for(told_meeting(ASSIGNED, invitation=EXTERNAL), NAMES)
    assert first.layout is LetterKind.EXTERNAL


def test_members_are_asked_once_and_guests_never():
    found = meeting()
    names = [name for name, _ in members_to_ask(found, DispatchKind.CIRCULATION)]
    assert "นายติด ภารกิจ" in names
    assert not {"นางแขก มาเยือน", "นายเลขา ช่วยงาน"} & set(names)
    asked = replaced(found, dispatches=(letter(DispatchKind.CIRCULATION, to="นายติด  ภารกิจ"),))
    left = [name for name, _ in members_to_ask(asked, DispatchKind.CIRCULATION)]
    assert left == [name for name in names if name != "นายติด ภารกิจ"]
    assert [name for name, _ in members_to_ask(asked, DispatchKind.DRAFT)] == names


# ---------------------------------------------------------------- places in the minutes


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("3", "i3"), ("๓.๑", "m3"), ("3.1.2", "r4"), ("3.2", "m4"), ("4.1.1", "ra"), ("1.1", "r1"),
        ("1.1.1", "r1"), ("3.3", None), ("3.1.3", None), ("9", None), ("0", None), ("1.2", None),
        ("3.1.2.1", None), ("ก", None), ("", None), ("3.", None),
    ],
)  # fmt: skip
def test_parts_are_found_by_the_numbers_of_the_minutes(written, found):
    assert find_part(told_meeting(ASSIGNED), written) == (found and uid(found))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (["i3"], "ระเบียบวาระที่ ๓"),
        (["m3"], "ระเบียบวาระที่ ๓.๑"),
        (["r3", "r4"], "ระเบียบวาระที่ ๓.๑"),
        (["r4"], "ระเบียบวาระที่ ๓.๑ มติข้อ ๒"),
        (["r1", "m4", "ra"], "ระเบียบวาระที่ ๑ ระเบียบวาระที่ ๓.๒ และ ระเบียบวาระที่ ๔.๑"),
        ([], ""),
    ],
)
def test_parts_are_said_as_the_minutes_number_them(wanted, said):
    found = parts_said(told_meeting(ASSIGNED), [uid(one) for one in wanted], DigitStyle.THAI)
    assert " ".join(found.replace("และ", " และ ").split()) == said
