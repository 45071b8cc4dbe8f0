import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import thai_strftime

from bmahr_desktop.thai.dates import (
    BE_OFFSET,
    MONTHS,
    MONTHS_SHORT,
    WEEKDAYS,
    BadDate,
    DateStyle,
    buddhist_year,
    fiscal_months,
    fiscal_year,
    format_date,
    parse_date,
    parse_month,
)
from bmahr_desktop.thai.digits import DigitStyle

EPIPHANY = datetime.date(2021, 1, 6)
WEDNESDAY = datetime.date(2021, 2, 3)

FULL_YEARS = (DateStyle.LONG, DateStyle.WEEKDAY, DateStyle.SHORT_FULL_YEAR, DateStyle.SLASHED)
# Below 2401 a year of the Buddhist Era without พ.ศ. reads as one of the Christian Era.
PRINTABLE = st.dates(datetime.date(2401 - BE_OFFSET, 1, 1), datetime.date(2400, 12, 31))
THIS_CENTURY = st.dates(datetime.date(1957, 1, 1), datetime.date(2056, 12, 31))


@pytest.mark.parametrize(
    ("date", "style", "expected"),
    [
        (EPIPHANY, DateStyle.LONG, "๖ มกราคม ๒๕๖๔"),
        (WEDNESDAY, DateStyle.WEEKDAY, "วันพุธที่ ๓ กุมภาพันธ์ ๒๕๖๔"),
        (datetime.date(2019, 10, 9), DateStyle.SHORT, "๙ ต.ค. ๖๒"),
        (datetime.date(2019, 10, 9), DateStyle.SHORT_FULL_YEAR, "๙ ต.ค. ๒๕๖๒"),
        (datetime.date(2019, 10, 9), DateStyle.SLASHED, "๐๙/๑๐/๒๕๖๒"),
        (EPIPHANY, DateStyle.MONTH_YEAR, "มกราคม ๒๕๖๔"),
        (EPIPHANY, DateStyle.SHORT_MONTH_YEAR, "ม.ค. ๖๔"),
        (datetime.date(1962, 5, 1), DateStyle.SHORT, "๑ พ.ค. ๐๕"),
    ],
)
def test_dates_are_printed(date: datetime.date, style: DateStyle, expected: str) -> None:
    assert format_date(date, style) == expected


def test_dates_are_printed_in_arabic_digits() -> None:
    date = datetime.date(2019, 10, 19)
    assert format_date(date, DateStyle.SLASHED, DigitStyle.ARABIC) == "19/10/2562"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)))
def test_the_printed_date_is_that_of_another_hand(date: datetime.date) -> None:
    moment = datetime.datetime.combine(date, datetime.time())
    expected = thai_strftime(moment, "%Aที่ %-d %B %Y", thaidigit=True)
    assert format_date(date, DateStyle.WEEKDAY) == expected
    short = thai_strftime(moment, "%-d %b %Y")
    assert format_date(date, DateStyle.SHORT_FULL_YEAR, DigitStyle.ARABIC) == short


def test_names_stand_in_their_order() -> None:
    assert (MONTHS[0], MONTHS[11]) == ("มกราคม", "ธันวาคม")
    assert (MONTHS_SHORT[0], MONTHS_SHORT[11]) == ("ม.ค.", "ธ.ค.")
    assert WEEKDAYS[WEDNESDAY.weekday()] == "พุธ"


@pytest.mark.parametrize(
    ("date", "year"),
    [
        (datetime.date(2020, 9, 30), 2563),
        (datetime.date(2020, 10, 1), 2564),
        (datetime.date(2021, 1, 6), 2564),
        (datetime.date(2021, 9, 30), 2564),
    ],
)
def test_the_fiscal_year_turns_in_october(date: datetime.date, year: int) -> None:
    assert fiscal_year(date) == year


def test_a_fiscal_year_has_its_months_from_october() -> None:
    months = fiscal_months(2563)
    assert months[0] == (2019, 10)
    assert months[2:4] == ((2019, 12), (2020, 1))
    assert months[-1] == (2020, 9)
    assert {fiscal_year(datetime.date(year, month, 1)) for year, month in months} == {2563}
    assert len(set(months)) == 12


def test_the_year_is_of_the_buddhist_era() -> None:
    assert buddhist_year(EPIPHANY) == 2564


@pytest.mark.parametrize(
    "text",
    [
        "๖ มกราคม ๒๕๖๔",
        "6 มกราคม 2564",
        "6 ม.ค. 64",
        "6 มค 64",
        "6 มค. 64",
        "6ม.ค.64",
        "๖ม.ค.๖๔",
        "6 ม. ค. 2564",
        "6-ม.ค.-64",
        "6-ม.ค.-2564",
        "6/1/2564",
        "06/01/2564",
        "6-1-64",
        "6–1–2564",
        "6.1.2564",
        "6/1/64",
        "6/1/2021",
        "6 / 1 / 2564",
        "2021-1-6",
        "2021-01-06",
        "2021/1/6",
        "2564-01-06",
        "2021-01-06 00:00:00",
        "2021-01-06T09:30:00",
        "2021-01-06 09:30:00.000",
        "6/1/2564 9:30",
        "วันที่ 6 มกราคม 2564",
        "วันที่๖มกราคม๒๕๖๔",
        "เมื่อวันที่ 6 มกราคม พ.ศ. 2564",
        "ลงวันที่ 6 มกราคม 2564",
        "ณ วันที่ ๖ เดือนมกราคม พ.ศ. ๒๕๖๔",
        "วันที่ 6 เดือน มกราคม พุทธศักราช 2564",
        "วันพุธที่ 6 มกราคม 2564",
        "วันพุธ ที่ 6 มกราคม 2564",
        "วันพุธ 6 มกราคม 2564",
        "พุธที่ 6 ม.ค. 64",
        "6 มกราคม พ.ศ.2564",
        "6 มกราคม พศ 2564",
        "6 ม.ค. พ.ศ. 64",
        "6 มกราคม ค.ศ. 2021",
        "6 มกราคม คริสต์ศักราช 2021",
        "6/1/พ.ศ. 2564",
        "6/1/ค.ศ. 2021",
        "6 มกราคม 2021",
        "6\u00a0มกราคม\u00a02564",
        "\ufeff6 มก\u200bรา\u200bคม  2564 ",
        "6\nมกราคม\t2564",
        "6 มกราคม 2564.",
    ],
)
def test_dates_are_read_as_people_type_them(text: str) -> None:
    assert parse_date(text) == EPIPHANY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19/10/2562", datetime.date(2019, 10, 19)),
        ("17/06/2563", datetime.date(2020, 6, 17)),
        ("2020-3-18", datetime.date(2020, 3, 18)),
        ("2019-10-01 00:00:00", datetime.date(2019, 10, 1)),
        ("วันพฤหัสบดีที่ ๑๘ มิ.ย. ๒๕๖๓", datetime.date(2020, 6, 18)),
        ("วันพฤหัสที่ 18 มิย 63", datetime.date(2020, 6, 18)),
        ("29 ก.พ. 63", datetime.date(2020, 2, 29)),
        ("1 พ.ค. พ.ศ. 2564", datetime.date(2021, 5, 1)),
        ("1/1/00", datetime.date(1957, 1, 1)),
        ("31/12/99", datetime.date(2056, 12, 31)),
        ("1/1/2400", datetime.date(2400, 1, 1)),
        ("1/1/2401", datetime.date(1858, 1, 1)),
        ("1 มกราคม พ.ศ. 2343", datetime.date(1800, 1, 1)),
        ("1 มกราคม พ.ศ. 2943", datetime.date(2400, 1, 1)),
        ("1 มกราคม 1800", datetime.date(1800, 1, 1)),
    ],
)
def test_the_year_is_of_the_era_it_must_be(text: str, expected: datetime.date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_known_by_all_its_names(number: int) -> None:
    full, short = MONTHS[number - 1], MONTHS_SHORT[number - 1]
    expected = datetime.date(2021, number, 9)
    for name in (
        full,
        short,
        short.replace(".", ""),
        short.rstrip("."),
        f"เดือน{full}",
        str(number),
    ):
        joint = "/" if name.isdigit() else " "
        assert parse_date(f"9{joint}{name}{joint}2564") == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a date"),
        ("เร็ว ๆ นี้", "is not a date"),
        ("2564", "is not a date"),
        ("1/2564", "is not a date"),
        ("6 1 2564", "is not a date"),
        ("6/1-2564", "is not a date"),
        ("6/1/64/2", "is not a date"),
        ("6/1/xx 2564", "is not a date"),
        ("ราว 6 มกราคม 2564", "is not a date"),
        ("2564 มกราคม 6", "is not a date"),
        ("123/1/2564", "is not a date"),
        ("2021-01-06T17:00:00Z", "is not a date"),
        ("มกราคม 2564", "has no day"),
        ("เดือน ม.ค. 64", "has no day"),
        ("6 มกรา 2564", "“มกรา” is no month"),
        ("6 ม.ร. 2564", "“ม.ร.” is no month"),
        ("6 พ.ศ. 2564", "is no month"),
        ("6/13/2564", "no month 13"),
        ("10/19/2562", "no month 19"),
        ("6/0/2564", "no month 0"),
        ("6/123/2564", "no month 123"),
        ("31 มิถุนายน 2564", "มิถุนายน 2564 has only 30 days"),
        ("32/1/64", "มกราคม 2564 has only 31 days"),
        ("30 ก.พ. 2563", "กุมภาพันธ์ 2563 has only 29 days"),
        ("0/1/2564", "no day 0"),
        ("29 กุมภาพันธ์ 2564", "2564 is no leap year"),
        ("29/2/2443", "2443 is no leap year"),
        ("29 ก.พ. 2100", "2643 is no leap year"),
        ("วันอังคารที่ 3 กุมภาพันธ์ 2564", "3 กุมภาพันธ์ 2564 is วันพุธ, not วันอังคาร"),
        ("วันพุทธที่ 3 กุมภาพันธ์ 2564", "“พุทธ” is no day of the week"),
        ("6 มกราคม 256", "“256” is not a year"),
        ("6 มกราคม 5", "“5” is not a year"),
        ("6 มกราคม 25641", "“25641” is not a year"),
        ("6 มกราคม ค.ศ. 21", "“21” is not a year"),
        ("6 มกราคม 3104", "3104 has 543 added twice. Write 2561"),
        ("6/1/พ.ศ. 3107", "3107 has 543 added twice. Write 2564"),
        ("6 มกราคม ค.ศ. 2564", "ค.ศ. 2564 is too far away"),
        ("6 มกราคม พ.ศ. 2021", "พ.ศ. 2021 is too far away"),
        ("6 มกราคม 1799", "1799 is too far away"),
        ("6 มกราคม พ.ศ. 2342", "พ.ศ. 2342 is too far away"),
        ("6 มกราคม 9999", "9999 is too far away"),
    ],
)
def test_a_refused_date_says_why(text: str, reason: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_date(text)
    message = refused.value.message
    assert reason in message.text.format_map(message.values)
    assert reason in str(refused.value)


def test_a_long_text_is_quoted_in_part() -> None:
    with pytest.raises(BadDate) as refused:
        parse_date("ก" * 10_000)
    assert len(str(refused.value)) < 160


@given(PRINTABLE, st.sampled_from(FULL_YEARS), st.sampled_from(DigitStyle))
def test_what_is_printed_with_a_full_year_can_be_read(
    date: datetime.date, style: DateStyle, digits: DigitStyle
) -> None:
    assert parse_date(format_date(date, style, digits)) == date


@given(THIS_CENTURY, st.sampled_from(DigitStyle))
def test_what_is_printed_with_a_short_year_can_be_read(
    date: datetime.date, digits: DigitStyle
) -> None:
    assert parse_date(format_date(date, DateStyle.SHORT, digits)) == date


@given(PRINTABLE, THIS_CENTURY, st.sampled_from(DigitStyle))
def test_printed_months_can_be_read(
    date: datetime.date, near: datetime.date, digits: DigitStyle
) -> None:
    full = format_date(date, DateStyle.MONTH_YEAR, digits)
    assert parse_month(full) == (date.year, date.month)
    short = format_date(near, DateStyle.SHORT_MONTH_YEAR, digits)
    assert parse_month(short) == (near.year, near.month)


@given(PRINTABLE, st.integers(1, 6))
def test_no_other_weekday_is_believed(date: datetime.date, shift: int) -> None:
    printed = format_date(date, DateStyle.WEEKDAY)
    right, wrong = WEEKDAYS[date.weekday()], WEEKDAYS[(date.weekday() + shift) % 7]
    with pytest.raises(BadDate, match=right):
        parse_date(printed.replace(right, wrong, 1))


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2400, 12, 31)))
def test_iso_dates_and_named_eras_are_read(date: datetime.date) -> None:
    month = MONTHS[date.month - 1]
    assert parse_date(date.isoformat()) == date
    assert parse_date(f"{date.day} {month} ค.ศ. {date.year}") == date
    assert parse_date(f"{date.day} {month} พ.ศ. {date.year + BE_OFFSET}") == date


@pytest.mark.parametrize(
    "text",
    [
        "มกราคม ๒๕๖๔",
        "ม.ค. 64",
        "มค64",
        "เดือนมกราคม พ.ศ. 2564",
        "ประจำเดือน มกราคม 2564",
        "ในเดือนมกราคม ๒๕๖๔",
        "มกราคม ค.ศ. 2021",
        "2021-01",
        "2021-1",
        "2564/1",
        "1/2564",
        "01/2021",
        "1-64",
        "ม.ค.\u00a0\u200b64",
    ],
)
def test_months_are_read_as_people_type_them(text: str) -> None:
    assert parse_month(text) == (2021, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a month of a year"),
        ("มกราคม", "is not a month of a year"),
        ("2564", "is not a month of a year"),
        ("1 2564", "is not a month of a year"),
        ("6 มกราคม 2564", "is not a month of a year"),
        ("มกรา 64", "“มกรา” is no month"),
        ("13/2564", "no month 13"),
        ("1/256", "“256” is not a year"),
        ("ม.ค. 3104", "543 added twice"),
    ],
)
def test_a_refused_month_says_why(text: str, reason: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_month(text)
    assert reason in str(refused.value)


@given(
    st.text(st.sampled_from("0126๖๔/-. :TZมกราคมพ.ศวันพุธที่เดือ\u200b"), max_size=20) | st.text(),
)
def test_any_text_is_a_date_or_refused(text: str) -> None:
    date = read_or_none(text)
    assert date is None or 1800 <= date.year <= 2400


def read_or_none(text: str) -> datetime.date | None:
    try:
        return parse_date(text)
    except BadDate:
        return None
