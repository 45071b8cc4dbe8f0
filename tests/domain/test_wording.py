"""What the wording of a resolution tells."""

import datetime

import pytest

from bmahr_desktop.domain.habits.wording import (
    adoption_of,
    assignments_of,
    corrections_in,
    due_of,
    kinds_of,
    may_act_before_adoption,
)
from bmahr_desktop.domain.meeting import Due
from bmahr_desktop.domain.meeting import ResolutionKind as R
from bmahr_desktop.domain.people import Unit
from tests.meetings import uid

HELD = datetime.date(2021, 3, 10)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("รับทราบ", {R.ACKNOWLEDGE}),
        ("ที่ประชุมมีมติรับทราบ", {R.ACKNOWLEDGE}),
        ("เห็นชอบตามเสนอ", {R.APPROVE}),
        ("ไม่เห็นชอบ", {R.DISAPPROVE}),
        ("เห็นชอบในหลักการ", {R.APPROVE_IN_PRINCIPLE}),
        ("อนุมัติ", {R.AUTHORISE}),
        ("ไม่อนุมัติ", {R.DISAPPROVE}),
        ("มอบหมายให้กองหนึ่งรายงานให้ที่ประชุมทราบ", {R.ASSIGN}),
        ("เห็นชอบ และมอบหมายให้กองหนึ่งดำเนินการ", {R.APPROVE, R.ASSIGN}),
        ("รับรองรายงานการประชุมครั้งที่ ๑/๒๕๖๔", {R.ADOPT}),
        ("เห็นชอบให้กองหนึ่งดำเนินการ โดยไม่ต้องรอรับรองรายงานการประชุม", {R.APPROVE, R.ASSIGN}),
        ("ให้แก้ไขดังนี้\nนอกนั้นรับรองรายงานการประชุม", {R.ADOPT, R.AMEND}),
        ("ให้เลื่อนการพิจารณาไปครั้งหน้า", {R.DEFER}),
        ("ให้ถอนเรื่อง", {R.WITHDRAW}),
        ("ให้สำนักงานนำกลับไปทบทวน", {R.REVIEW}),
        ("รับทราบเเละเห็นชอบ", {R.ACKNOWLEDGE, R.APPROVE}),
        ("ตามที่ ก.ก. กำหนด", set()),
    ],
)
def test_kinds_are_told_by_their_words(text, kinds):
    assert set(kinds_of(text)) == kinds


def test_who_is_to_act_is_told():
    units = [Unit(uid=uid("u"), name="กองพัฒนาระบบงาน"), Unit(uid=uid("v"), name="สำนักงาน ก.ก.")]
    text = "มอบหมายให้กองพัฒนาระบบงาน สำนักงาน ก.ก. ร่วมกับกองคลังจัดทำแผน และรายงานให้ ก.ก. ทราบ"
    first, second = assignments_of(text, units, HELD)
    assert (first.assigned_to, first.unit) == ("กองพัฒนาระบบงาน สำนักงาน ก.ก.", uid("u"))
    assert (second.assigned_to, second.unit, second.report_to) == ("กองคลัง", None, "ก.ก.")
    assert assignments_of("มอบฝ่ายเลขานุการแจ้งเวียน")[0].assigned_to == "ฝ่ายเลขานุการ"
    assert assignments_of("มอบหมายต่อไป")[0].assigned_to == ""
    assert assignments_of("รับทราบ") == ()


@pytest.mark.parametrize(
    ("text", "date", "month", "periodic"),
    [
        ("ให้เสร็จภายในวันที่ ๓๐ เมษายน ๒๕๖๔", datetime.date(2021, 4, 30), None, False),
        ("ในการประชุมเดือนมกราคม ๒๕๖๕", None, "2022-01", False),
        ("ภายในเดือน ก.ย. ๖๔", None, "2021-09", False),
        ("ภายใน ๓๐ วัน", datetime.date(2021, 4, 9), None, False),
        ("ภายใน 2 เดือน", None, "2021-05", False),
        ("ให้รายงานเป็นระยะ", None, None, True),
        ("รายงานทุก ๓ เดือน", None, None, True),
    ],
)
def test_by_when_is_told(text, date, month, periodic):
    due = due_of(text, HELD)
    assert due is not None
    assert (due.date, due.month, due.periodic) == (date, month, periodic)
    assert due.text in text


def test_no_day_is_made_up():
    assert due_of("รับทราบ", HELD) is None
    assert due_of("ในการประชุมครั้งต่อไป", HELD) == Due(text="ในการประชุมครั้งต่อไป")
    assert due_of("ภายใน ๓๐ วัน") == Due(text="ภายใน ๓๐ วัน")


def test_corrections_are_taken_with_quotes_in_them():
    text = '๑. หน้า ๑๑ ข้อ ๖.๑ จาก “คำว่า “เก่า” นั้น” เป็น “ใหม่ “กว่า””\nจาก "ก" แก้ไขเป็น "ข"'
    first, second = corrections_in(text)
    assert (first.page, first.clause, first.old, first.new) == (
        "๑๑", "๖.๑", "คำว่า “เก่า” นั้น", "ใหม่ “กว่า”",
    )  # fmt: skip
    assert (second.page, second.clause, second.old, second.new) == ("", "", "ก", "ข")


def test_earlier_minutes_are_cited_in_title_or_resolution():
    adopted = adoption_of("รับรองรายงานการประชุม ครั้งที่ ๒/๒๕๖๔ เมื่อวันที่ ๑๐ ก.พ. ๖๔", "รับรอง")
    assert adopted is not None
    assert (adopted.number, adopted.year, adopted.date) == (2, 2564, datetime.date(2021, 2, 10))
    assert adoption_of("รับรองรายงานการประชุม ครั้งที่ ๒/๒๕๖๔", "รับรอง") is None


def test_who_need_not_wait_is_told():
    assert may_act_before_adoption("โดยไม่ต้องรอรับรองรายงานการประชุม")
    assert not may_act_before_adoption("รับรองรายงานการประชุม")
