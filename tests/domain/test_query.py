"""What somebody types is read as words, exact stretches, and words that must not be there."""

import pytest

from bmahr_desktop.domain.query import Query, read_query


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("แผน โดรน", ("แผน", "โดรน"), ()),
        ("แผน  แผน", ("แผน",), ()),
        ("ข้อ ๑๒", ("ข้อ", "12"), ()),
        ("นํ้า", ("น้ำ",), ()),
        ('"แผน โดรน" ปี', ("แผน โดรน", "ปี"), ()),
        ('"แผน   โดรน"', ("แผน โดรน",), ()),
        ("“เมืองสดใส” ๒๕๖๔", ("เมืองสดใส", "2564"), ()),
        ("แผน -ยกเลิก", ("แผน",), ("ยกเลิก",)),
        ('แผน -"ยกเลิก แล้ว"', ("แผน",), ("ยกเลิก แล้ว",)),
        ("-ยกเลิก", (), ("ยกเลิก",)),
        ("โควิด - 19", ("โควิด", "-", "19"), ()),
        ("โควิด-19", ("โควิด-19",), ()),
        ('"เปิดค้าง ไว้', ("เปิดค้าง ไว้",), ()),
        ("ก\"ข'ค", ("ก\"ข'ค",), ()),
        ('"ก ข"ค', ('"ก', 'ข"ค'), ()),
        ("", (), ()), ('"', (), ()), ('""', (), ()), ("\u200b", (), ()), ("ก\x00", (), ()),
        ("\ud800", (), ()),
    ],
)  # fmt: skip
def test_a_query_is_read(typed, wanted, unwanted):
    query = read_query(typed)
    assert query == Query(wanted, unwanted)
    assert bool(query) == bool(wanted)


def test_a_text_meets_a_query():
    query = read_query('แผน "ปี 12" -เลิก')
    assert query.is_met_by("แผนของปี 12")
    assert not query.is_met_by("แผนของปี  12")
    assert not query.is_met_by("ปี 12")
    assert not query.is_met_by("แผนของปี 12 ยกเลิก")
