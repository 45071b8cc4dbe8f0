import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.times import BadTime, format_duration, format_time, parse_time

TIMES = st.builds(datetime.time, st.integers(0, 23), st.integers(0, 59))


def test_a_time_is_printed_with_a_dot() -> None:
    assert format_time(datetime.time(9, 30)) == "๐๙.๓๐ น."
    assert format_time(datetime.time(11, 5), DigitStyle.ARABIC) == "11.05 น."


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (130, "๒ ชั่วโมง ๑๐ นาที"),
        (120, "๒ ชั่วโมง"),
        (59, "๕๙ นาที"),
        (0, "๐ นาที"),
        (1501, "๒๕ ชั่วโมง ๑ นาที"),
    ],
)
def test_a_length_is_told_in_hours_and_minutes(minutes: int, expected: str) -> None:
    assert format_duration(minutes) == expected


def test_a_length_in_arabic_digits() -> None:
    assert format_duration(75, DigitStyle.ARABIC) == "1 ชั่วโมง 15 นาที"


def test_no_meeting_lasts_less_than_nothing() -> None:
    with pytest.raises(ValueError, match="-1"):
        format_duration(-1)


@pytest.mark.parametrize(
    "text",
    [
        "09.30",
        "9.30",
        "9:30",
        "09:30",
        "09:30:00",
        "๐๙.๓๐ น.",
        "๙.๓๐ น",
        "0930",
        "0930 น.",
        "9.30 น.",
        "เวลา 09.30 น.",
        "เวลา๐๙.๓๐น.",
        "09.30\u00a0น\u200b.",
        " 9 . 30 น . ",
        "09.30 นาฬิกา",
    ],
)
def test_times_are_read_as_people_type_them(text: str) -> None:
    assert parse_time(text) == datetime.time(9, 30)


@pytest.mark.parametrize(("text", "hour"), [("9 น.", 9), ("๐๐ น.", 0), ("23 นาฬิกา", 23)])
def test_a_whole_hour_needs_its_unit(text: str, hour: int) -> None:
    assert parse_time(text) == datetime.time(hour)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a time"),
        ("เช้า", "is not a time"),
        ("9", "is not a time"),
        ("930", "is not a time"),
        ("9.30 pm", "is not a time"),
        ("09:30:15", "is not a time"),
        ("09.30 - 12.00", "is not a time"),
        ("9.5 น.", "minutes with two digits"),
        ("24.00 น.", "Midnight is written 00.00"),
        ("24 น.", "Midnight is written 00.00"),
        ("25.00", "no hour 25"),
        ("24.30", "no hour 24"),
        ("2400", "Midnight is written 00.00"),
        ("9.60", "no minute 60"),
        ("0975", "no minute 75"),
    ],
)
def test_a_refused_time_says_why(text: str, reason: str) -> None:
    with pytest.raises(BadTime) as refused:
        parse_time(text)
    assert reason in str(refused.value)
    assert reason in refused.value.message.text.format_map(refused.value.message.values)


@given(TIMES, st.sampled_from(DigitStyle))
def test_what_is_printed_can_be_read(time: datetime.time, digits: DigitStyle) -> None:
    assert parse_time(format_time(time, digits)) == time


@given(st.text(st.sampled_from("0123456789๐๙.: นาฬิกาเวล"), max_size=12) | st.text())
def test_any_text_is_a_time_or_refused(text: str) -> None:
    time = read_or_none(text)
    assert time is None or parse_time(format_time(time)) == time


def read_or_none(text: str) -> datetime.time | None:
    try:
        return parse_time(text)
    except BadTime:
        return None
