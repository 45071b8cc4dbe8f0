import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.thai.digits import (
    DigitStyle,
    has_digits,
    in_style,
    made_in_style,
    to_arabic,
    to_thai,
)

TEXTS = st.text(st.sampled_from("0129๐๑๒๙กา่ เA@b./:-–(“”'\n\u00a0\u200b"), max_size=40) | st.text()


def test_digits_change_both_ways() -> None:
    assert to_thai("1,918,000.50") == "๑,๙๑๘,๐๐๐.๕๐"
    assert to_arabic("๐๙.๓๐ น.") == "09.30 น."


@pytest.mark.parametrize(("text", "expected"), [("ข้อ ๓", True), ("ข้อ 3", True), ("ข้อ", False)])
def test_digits_are_noticed(text: str, expected: bool) -> None:
    assert has_digits(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("วันที่ 6 มกราคม 2564", "วันที่ ๖ มกราคม ๒๕๖๔"),
        ("ปี 2019", "ปี ๒๐๑๙"),
        ("Meeting id 962 447 803", "Meeting id ๙๖๒ ๔๔๗ ๘๐๓"),
        ("COVID-19", "COVID-19"),
        ("ISO9001:2015 และ 5G ปี 2564", "ISO9001:2015 และ 5G ปี ๒๕๖๔"),
        ("แบบ HRD64", "แบบ HRD64"),
        ("hrd64@bangkok.go.th", "hrd64@bangkok.go.th"),
        ("https://csc.bangkok.go.th/2564/1 ข้อ 1", "https://csc.bangkok.go.th/2564/1 ข้อ ๑"),
        ("www.bangkok.go.th/แผน2564 ปี 2564", "www.bangkok.go.th/แผน2564 ปี ๒๕๖๔"),
        ("(https://ก.ไทย/2564)", "(https://ก.ไทย/2564)"),
        ("สถานการณ์COVID-19ในปี2563", "สถานการณ์COVID-19ในปี๒๕๖๓"),
        ("ระยะ 20 ปี (2556-2575)", "ระยะ ๒๐ ปี (๒๕๕๖-๒๕๗๕)"),
        ("โทร. 1234\u200bHRD64", "โทร. ๑๒๓๔\u200bHRD64"),
        ("A1\u00a02", "A1\u00a0๒"),
        ("É2 3", "É2 ๓"),
        ("๑ 2", "๑ ๒"),
        ("", ""),
    ],
)
def test_thai_style_spares_foreign_words(text: str, expected: str) -> None:
    assert in_style(text, DigitStyle.THAI) == expected


def test_arabic_style_reaches_every_digit() -> None:
    assert in_style("๑ COVID-๑๙ 2", DigitStyle.ARABIC) == "1 COVID-19 2"


def test_typed_digits_can_be_left_alone() -> None:
    assert in_style("๑ 2", DigitStyle.AS_TYPED) == "๑ 2"


@pytest.mark.parametrize(
    ("style", "expected"),
    [(DigitStyle.THAI, "๑๒"), (DigitStyle.ARABIC, "12"), (DigitStyle.AS_TYPED, "๑๒")],
)
def test_text_that_nobody_typed_is_thai_unless_arabic_is_asked_for(
    style: DigitStyle, expected: str
) -> None:
    assert made_in_style("1๒", style) == expected


@given(TEXTS, st.sampled_from(DigitStyle))
def test_offsets_stay(text: str, style: DigitStyle) -> None:
    styled = in_style(text, style)
    assert len(styled) == len(text)
    assert to_arabic(styled) == to_arabic(text)


@given(TEXTS, st.sampled_from(DigitStyle))
def test_a_style_applied_again_changes_nothing(text: str, style: DigitStyle) -> None:
    styled = in_style(text, style)
    assert in_style(styled, style) == styled


@given(TEXTS)
def test_no_arabic_digit_is_left_in_thai_text(text: str) -> None:
    thai = "".join(character for character in text if not character.isascii()) + " 12"
    assert in_style(thai, DigitStyle.THAI).endswith(" ๑๒")
