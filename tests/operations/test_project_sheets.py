import datetime
import io
from typing import Any

import msgspec
import pytest
from openpyxl import load_workbook

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.exchange_in import preview_import, take_in
from bmahr_desktop.operations.project_sheets import projects_workbook, read_projects_workbook
from bmahr_desktop.operations.projects import read_project
from tests.meetings import uid
from tests.records import PROJECT

HOSTILE = ("=cmd|'/c calc'!A0", '<b>&"', "+66 2", "@sum", "-1", "a\x0bb", "😀 \u202e", "x" * 40_000)


def out(store, year=None):
    with store.reading() as session:
        return projects_workbook(session, year)


def back(store, data):
    with store.writing() as session:
        loaded = read_projects_workbook(session, data, "ปี.xlsx")
        preview = preview_import(session, loaded)
        take_in(session, preview, loaded)
    return preview


def opened(data: bytes) -> Any:
    """The workbook as Excel would find it; its cells hold anything."""
    return load_workbook(io.BytesIO(data))


def edited(data, change):
    book = opened(data)
    change(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def column(page, title):
    return next(cell.column for cell in page[1] if cell.value == title)


def said(refused):
    return [worded(message) for message in refused.value.messages]


def test_a_workbook_holds_real_numbers_and_dates(full_store):
    book = opened(out(full_store, 2568))
    assert book.sheetnames == ["โครงการ", "ขั้นตอน", "การเงิน", "รายงานความก้าวหน้า"]
    page = book["โครงการ"]
    row = {cell.value: page.cell(2, cell.column) for cell in page[1]}
    assert row["งบประมาณที่ได้รับ (บาท)"].value == 60_000
    assert row["เริ่มต้นโครงการ"].value.date() == datetime.date(2024, 10, 1)
    assert row["เริ่มต้นโครงการ"].is_date
    steps = book["ขั้นตอน"]
    assert steps.cell(2, column(steps, "น้ำหนัก (ร้อยละ)")).value == 40
    assert [steps.cell(2, column(steps, name)).value for name in ("ต.ค.", "พ.ย.", "ธ.ค.")] == [
        "●", "●", None,
    ]  # fmt: skip
    assert out(full_store, 2568) == out(full_store, 2568)
    assert len(list(opened(out(full_store, 2500))["โครงการ"].rows)) == 1


def test_what_goes_out_comes_back_the_same(full_store):
    preview = back(full_store, out(full_store))
    assert preview.merge.is_empty
    with full_store.reading() as session:
        assert read_project(session, PROJECT.uid) == PROJECT


def test_changed_cells_are_changed_fields(full_store):
    def change(book):
        page = book["โครงการ"]
        page.cell(2, column(page, "ชื่อโครงการ/กิจกรรม"), "โครงการชื่อใหม่")
        page.cell(2, column(page, "งบประมาณที่ได้รับ (บาท)"), "๗๐,๐๐๐.๕๐ บาท")
        page.cell(2, column(page, "สิ้นสุดโครงการ"), "30/9/2568")
        page.cell(2, column(page, "โทรศัพท์ผู้รับผิดชอบ"), 1460)
        steps = book["ขั้นตอน"]
        steps.cell(2, column(steps, "ก.ย."), "x")
        steps.cell(2, column(steps, "แล้วเสร็จเมื่อ"), datetime.date(2568, 1, 15))
        reports = book["รายงานความก้าวหน้า"]
        reports.cell(2, column(reports, "ความก้าวหน้า (ร้อยละ)"), 33.33)
        reports.cell(2, column(reports, "เทียบกับแผน"), "ช้ากว่าแผน")

    preview = back(full_store, edited(out(full_store), change))
    assert preview.counts()[:3] == (0, 3, 0)
    with full_store.reading() as session:
        after = read_project(session, PROJECT.uid)
    assert (after.name, after.funding.amount) == ("โครงการชื่อใหม่", 7_000_050)
    assert after.end == datetime.date(2025, 9, 30)
    assert after.manager.phone == "1460"
    assert after.steps[0].months == (0, 1, 11)
    assert after.steps[0].finished == datetime.date(2025, 1, 15)
    assert (after.progress[0].percent, after.progress[0].on_plan) == (3333, "behind")
    assert after.texts == PROJECT.texts
    assert after.progress[0].body == PROJECT.progress[0].body


def test_rows_may_be_new_or_gone(full_store):
    def change(book):
        page = book["โครงการ"]
        page.cell(3, column(page, "ชื่อโครงการ/กิจกรรม"), "กิจกรรมใหม่")
        page.cell(3, column(page, "ปีงบประมาณ พ.ศ."), 2568)
        steps = book["ขั้นตอน"]
        steps.delete_rows(3)
        steps.cell(3, 1, "กิจกรรมใหม่")
        steps.cell(3, column(steps, "ขั้นตอนการดำเนินงาน"), "เริ่ม")

    preview = back(full_store, edited(out(full_store), change))
    assert preview.counts()[:3] == (2, 0, 1)
    with full_store.reading() as session:
        assert [one.text for one in read_project(session, PROJECT.uid).steps] == ["เตรียมการ"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(full_store, text):
    kept = text.replace("\x0b", "\t")
    with full_store.writing() as session:
        records.amend(session, Kind.STEP, uid("st1"), None, text=kept)
    data = out(full_store)
    page = opened(data)["ขั้นตอน"]
    cell = page.cell(2, column(page, "ขั้นตอนการดำเนินงาน"))
    assert cell.data_type == "s"
    assert cell.value[:32_000] == kept[:32_000]
    if len(kept) < 32_000:
        assert back(full_store, data).merge.is_empty


def test_what_cannot_stand_is_told_with_its_place_and_nothing_is_written(full_store):
    def change(book):
        page = book["โครงการ"]
        page.cell(2, column(page, "เริ่มต้นโครงการ"), "เมื่อวาน")
        page.cell(2, column(page, "สถานะโครงการ"), "ไม่รู้")
        page.cell(2, column(page, "จำนวนคนทั้งหมด"), 1.5)
        steps = book["ขั้นตอน"]
        steps.cell(2, column(steps, "น้ำหนัก (ร้อยละ)"), 140)
        steps.cell(3, 1, "โครงการอื่น")

    with pytest.raises(Refused) as refused:
        back(full_store, edited(out(full_store), change))
    told = said(refused)
    assert len(told) == 5
    assert all("แถวที่" in line for line in told)
    assert any("“เมื่อวาน”" in line for line in told)
    with full_store.reading() as session:
        assert read_project(session, PROJECT.uid) == PROJECT


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"\x00" * 1000])
def test_what_is_no_workbook_is_refused(full_store, data):
    with pytest.raises(Refused, match=r"workbook"):
        back(full_store, data)


def test_another_workbook_is_refused(full_store):
    def change(book):
        book["โครงการ"].title = "อื่น"

    with pytest.raises(Refused) as refused:
        back(full_store, edited(out(full_store), change))
    assert "โครงการ" in said(refused)[0]


def test_a_formula_gives_no_text_and_no_harm(full_store):
    def change(book):
        steps = book["ขั้นตอน"]
        steps.cell(2, column(steps, "ขั้นตอนการดำเนินงาน"), "=1+1")

    back(full_store, edited(out(full_store), change))
    with full_store.reading() as session:
        step = read_project(session, PROJECT.uid).steps[0]
    assert step == msgspec.structs.replace(PROJECT.steps[0], text="")
