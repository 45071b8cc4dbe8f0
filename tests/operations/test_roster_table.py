"""Pasted tables and files: every way in which spreadsheets and people write them."""

import time
from contextlib import suppress

import pytest

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations.roster_table import MOST_ROWS, read_table, read_table_file
from tests.records import said


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("ก\tข\r\nค\tง\r\n", (("ก", "ข"), ("ค", "ง"))),
        ("ก\tข\rค\tง", (("ก", "ข"), ("ค", "ง"))),
        ('"บรรทัดหนึ่ง\nบรรทัดสอง"\tข', (("บรรทัดหนึ่ง\nบรรทัดสอง", "ข"),)),
        ('"เรียกว่า ""เก่ง"""\tข', (('เรียกว่า "เก่ง"', "ข"),)),
        ('"เก่ง" สมชาย\tข', (('"เก่ง" สมชาย', "ข"),)),
        ('"ไม่ปิด\tข\nค\tง', (('"ไม่ปิด', "ข"), ("ค", "ง"))),
        ('""\tข', (("ข",),)),
        ("ก\t\tข\nค\t\tง", (("ก", "ข"), ("ค", "ง"))),
        ("ก\n\n \t \nข\tค", (("ก", ""), ("ข", "ค"))),
        (" \u200bก\u00a0 ข \t\ufeffค", (("ก ข", "ค"),)),
        ("ก,ข\nค,ง", (("ก", "ข"), ("ค", "ง"))),
        ('"ก, ข",ค\nง,จ', (("ก, ข", "ค"), ("ง", "จ"))),
        ("ก;ข\nค;ง", (("ก", "ข"), ("ค", "ง"))),
        ("นาย ก, ข\nนาย ค", (("นาย ก, ข",), ("นาย ค",))),
        ("๑. นาย ก     ประธาน\n๒. นาย ข     กรรมการ",
         (("๑. นาย ก", "ประธาน"), ("๒. นาย ข", "กรรมการ"))),
        ("ก\x00\x07ข\tค", (("กข", "ค"),)),
    ],
)  # fmt: skip
def test_a_table_is_read(text, rows):
    assert read_table(text) == rows


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\x00"])
def test_nothing_is_told(text):
    with pytest.raises(Refused):
        read_table(text)


def test_too_much_is_told_with_numbers():
    with pytest.raises(Refused) as refused:
        read_table("ก\tข\n" * (MOST_ROWS + 1))
    assert str(MOST_ROWS + 1) in said(refused)
    with pytest.raises(Refused):
        read_table("\t".join("ก" * 100))


@pytest.mark.parametrize("one", ['"', '"a\n', '""x\t', '"\t"', 'a"\n"', '""""\n', '"x""y\n'])
def test_hostile_quotes_take_no_time(one):
    text = (one * (200_000 // len(one)))[:200_000]
    begun = time.process_time()
    with suppress(Refused):
        read_table(text)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_a_file_is_read_in_any_usual_encoding(tmp_path, encoding):
    path = tmp_path / "รายชื่อ.csv"
    path.write_bytes("ชื่อ,ตำแหน่ง\nนายก ข,น้ำใจ\n".encode(encoding))
    assert read_table_file(path)[1] == ("นายก ข", "น้ำใจ")


def test_a_file_that_is_no_text_is_told(tmp_path):
    for name, data in (("a.xlsx", b"PK\x03\x04\x00\x00\xff"), ("b.csv", b"\xdb\xdc\xff\xfc" * 9)):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(Refused) as refused:
            read_table_file(path)
        assert name in said(refused)
    with pytest.raises(Refused):
        read_table_file(tmp_path / "ไม่มี.csv")
    (tmp_path / "ใหญ่.txt").write_bytes(b"a" * 9_000_000)
    with pytest.raises(Refused):
        read_table_file(tmp_path / "ใหญ่.txt")
