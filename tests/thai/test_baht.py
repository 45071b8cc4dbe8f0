import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pythainlp.util import bahttext, num_to_thaiword

from bmahr_desktop.thai.baht import (
    BadMoney,
    baht_words,
    format_baht,
    format_baht_full,
    number_words,
    parse_baht,
)
from bmahr_desktop.thai.digits import DigitStyle

AMOUNTS = st.integers(-(10**17) + 1, 10**17 - 1)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "ศูนย์"),
        (1, "หนึ่ง"),
        (10, "สิบ"),
        (11, "สิบเอ็ด"),
        (20, "ยี่สิบ"),
        (21, "ยี่สิบเอ็ด"),
        (100, "หนึ่งร้อย"),
        (101, "หนึ่งร้อยเอ็ด"),
        (110, "หนึ่งร้อยสิบ"),
        (1_001, "หนึ่งพันเอ็ด"),
        (2_501, "สองพันห้าร้อยเอ็ด"),
        (34_800, "สามหมื่นสี่พันแปดร้อย"),
        (200_000, "สองแสน"),
        (1_000_000, "หนึ่งล้าน"),
        (1_000_001, "หนึ่งล้านเอ็ด"),
        (11_000_001, "สิบเอ็ดล้านเอ็ด"),
        (353_166_405, "สามร้อยห้าสิบสามล้านหนึ่งแสนหกหมื่นหกพันสี่ร้อยห้า"),
        (501_741_221, "ห้าร้อยเอ็ดล้านเจ็ดแสนสี่หมื่นหนึ่งพันสองร้อยยี่สิบเอ็ด"),
        (10**12, "หนึ่งล้านล้าน"),
        (10**12 + 10**6, "หนึ่งล้านเอ็ดล้าน"),
        (2 * 10**18 + 5, "สองล้านล้านล้านห้า"),
        (-21, "ลบยี่สิบเอ็ด"),
    ],
)
def test_numbers_in_words(number: int, expected: str) -> None:
    assert number_words(number) == expected


def test_no_number_is_too_large() -> None:
    assert number_words(10**6000) == "หนึ่ง" + "ล้าน" * 1000


@pytest.mark.parametrize(
    ("satang", "expected"),
    [
        (0, "ศูนย์บาทถ้วน"),
        (25, "ยี่สิบห้าสตางค์"),
        (1, "หนึ่งสตางค์"),
        (11, "สิบเอ็ดสตางค์"),
        (100, "หนึ่งบาทถ้วน"),
        (3_480_000, "สามหมื่นสี่พันแปดร้อยบาทถ้วน"),
        (3_480_025, "สามหมื่นสี่พันแปดร้อยบาทยี่สิบห้าสตางค์"),
        (10**14, "หนึ่งล้านล้านบาทถ้วน"),
        (-100, "ลบหนึ่งบาทถ้วน"),
        (-50, "ลบห้าสิบสตางค์"),
        (10_121, "หนึ่งร้อยเอ็ดบาทยี่สิบเอ็ดสตางค์"),
    ],
)
def test_amounts_in_words(satang: int, expected: str) -> None:
    assert baht_words(satang) == expected


@given(st.integers(-(10**20), 10**20))
@example(1_000_001)
def test_the_words_are_those_of_another_hand(number: int) -> None:
    # For a middle block of 000,001 PyThaiNLP says หนึ่งล้าน; the rule makes no exception for it.
    assume(1 not in (abs(number) // 10**6 % 10**6, abs(number) // 10**12 % 10**6))
    assert number_words(number) == num_to_thaiword(number)


@given(st.integers(0, 10**9))
def test_so_are_the_words_of_whole_baht(baht: int) -> None:
    assert baht_words(baht * 100) == bahttext(baht)


@pytest.mark.parametrize(
    ("satang", "expected"),
    [
        (3_480_000, "๓๔,๘๐๐"),
        (191_800_050, "๑,๙๑๘,๐๐๐.๕๐"),
        (5, "๐.๐๕"),
        (0, "๐"),
        (-123_456_700, "-๑,๒๓๔,๕๖๗"),
    ],
)
def test_amounts_in_figures(satang: int, expected: str) -> None:
    assert format_baht(satang) == expected


def test_figures_and_words_together() -> None:
    assert format_baht_full(3_480_000) == "๓๔,๘๐๐ บาท (สามหมื่นสี่พันแปดร้อยบาทถ้วน)"
    assert format_baht_full(50, DigitStyle.ARABIC) == "0.50 บาท (ห้าสิบสตางค์)"


@pytest.mark.parametrize(
    ("text", "satang"),
    [
        ("1,918,000.-", 191_800_000),
        ("1,918,000.- บาท", 191_800_000),
        ("1,918,000.-บาท", 191_800_000),
        ("๓๔,๘๐๐", 3_480_000),
        ("1918000.5", 191_800_050),
        ("1918000.05", 191_800_005),
        ("34,800 บาทถ้วน", 3_480_000),
        ("฿500", 50_000),
        ("0", 0),
        ("0.00", 0),
        ("007", 700),
        ("-1,000.50", -100_050),
        ("−5", -500),
        ("ลบ 5 บาท", -500),
        ("\u200b34,800\u00a0บาท ", 3_480_000),
        ("999999999999999.99", 10**17 - 1),
    ],
)
def test_amounts_are_read_as_people_type_them(text: str, satang: int) -> None:
    assert parse_baht(text) == satang


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not an amount"),
        ("-", "is not an amount"),
        ("สามหมื่น", "is not an amount"),
        ("1.918.000", "is not an amount"),
        ("1e6", "is not an amount"),
        (".5", "is not an amount"),
        ("12 345", "is not an amount"),
        ("1,91,000", "not at every third digit"),
        ("1,9180", "not at every third digit"),
        ("1918,000", "not at every third digit"),
        ("1,", "not at every third digit"),
        ("10.125", "more than two decimals"),
        ("10.000", "more than two decimals"),
        ("1000000000000000", "too large"),
        ("9" * 5000, "too large"),
    ],
)
def test_a_refused_amount_says_why(text: str, reason: str) -> None:
    with pytest.raises(BadMoney) as refused:
        parse_baht(text)
    assert reason in str(refused.value)
    assert len(str(refused.value)) < 160


@given(AMOUNTS, st.sampled_from(DigitStyle))
def test_what_is_printed_can_be_read(satang: int, digits: DigitStyle) -> None:
    assert parse_baht(format_baht(satang, digits)) == satang


@given(AMOUNTS)
def test_words_tell_amounts_apart(satang: int) -> None:
    assert baht_words(satang) != baht_words(satang + 1)


@given(st.text(st.sampled_from("0123456789๐๙,.-–− บาทถ้วน฿ลบ"), max_size=15) | st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    satang = read_or_none(text)
    assert satang is None or parse_baht(format_baht(satang)) == satang


def read_or_none(text: str) -> int | None:
    try:
        return parse_baht(text)
    except BadMoney:
        return None
