"""Dates as papers print them, in years of the Buddhist Era, and as people type them.

A date is kept as `datetime.date`, in years of the Christian Era; 543 is added only in printing and
taken off only in reading, so no year is ever converted twice.
"""

import datetime
import re
from calendar import isleap, monthrange
from enum import StrEnum

from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.reading import Unreadable, quoted
from bmahr_desktop.thai.searchkey import search_key

BE_OFFSET = 543
"""What is added to a year of the Christian Era (ค.ศ.) to give one of the Buddhist Era (พ.ศ.)."""

FIRST_YEAR, LAST_YEAR = 1800, 2400
"""The years, of the Christian Era, that a typed date may lie in."""

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
"""The months from January, in full: ``MONTHS[date.month - 1]``."""

MONTHS_SHORT = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
"""The months from January, abbreviated."""

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""The days of the week from Monday, without วัน: ``WEEKDAYS[date.weekday()]``."""

_FISCAL_START = 10
_LAST_UNMARKED_CE = 2400
_SHORT_YEARS_FROM = 2500

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
_MONTH_NUMBERS |= {name.replace(".", ""): at for at, name in enumerate(MONTHS_SHORT, start=1)}
_WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)} | {"พฤหัส": 3}
_CHRISTIAN, _BUDDHIST = "ค.ศ.", "พ.ศ."
_ERAS = {
    "พุทธศักราช": _BUDDHIST,
    "พศ": _BUDDHIST,
    "คริสต์ศักราช": _CHRISTIAN,
    "คศ": _CHRISTIAN,
}

_TIME_OF_DAY = re.compile(
    r"(?<=[0-9])[ t](?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?$"
)
_PARTS = re.compile("[0-9]+|[^0-9]+")
_BEFORE_DAY = re.compile(r"(?:เมื่อ|ลง|ณ|ใน|ภายใน)? ?(?P<said>วัน ?)?(?P<weekday>\S*?) ?(?:ที่)? ?")
_BEFORE_MONTH = re.compile("(?:ประจำ|ใน|ภายใน)?เดือน")
_FILLING = re.compile("[ .–-]+")
_JOINTS = " /.-–"


class DateStyle(StrEnum):
    """How a paper prints a date."""

    LONG = "long"
    """๖ มกราคม ๒๕๖๔"""
    WEEKDAY = "weekday"
    """วันพุธที่ ๓ กุมภาพันธ์ ๒๕๖๔"""
    SHORT = "short"
    """๙ ต.ค. ๖๒"""
    SHORT_FULL_YEAR = "short_full_year"
    """๙ ต.ค. ๒๕๖๒"""
    SLASHED = "slashed"
    """๑๙/๑๐/๒๕๖๒"""
    MONTH_YEAR = "month_year"
    """มกราคม ๒๕๖๔"""
    SHORT_MONTH_YEAR = "short_month_year"
    """ม.ค. ๖๔"""


_PATTERNS = {
    DateStyle.LONG: "{date.day} {month} {year}",
    DateStyle.WEEKDAY: "วัน{weekday}ที่ {date.day} {month} {year}",
    DateStyle.SHORT: "{date.day} {short} {in_century:02}",
    DateStyle.SHORT_FULL_YEAR: "{date.day} {short} {year}",
    DateStyle.SLASHED: "{date.day:02}/{date.month:02}/{year}",
    DateStyle.MONTH_YEAR: "{month} {year}",
    DateStyle.SHORT_MONTH_YEAR: "{short} {in_century:02}",
}


class BadDate(Unreadable):
    """A text that is no date; its ``message`` says what is wrong and what would be right."""


def buddhist_year(date: datetime.date) -> int:
    """Return the year of a date in the Buddhist Era."""
    return date.year + BE_OFFSET


def fiscal_year(date: datetime.date) -> int:
    """Return the fiscal year, in the Buddhist Era, that a date falls in.

    Fiscal year N runs from 1 October N-1 to 30 September N (standards E).
    """
    return buddhist_year(date) + (date.month >= _FISCAL_START)


def fiscal_months(year: int) -> tuple[tuple[int, int], ...]:
    """Return the twelve months of a fiscal year of the Buddhist Era, from October.

    Each is a year of the Christian Era and a month from 1 to 12.
    """
    ends = year - BE_OFFSET
    return tuple((ends - (month >= _FISCAL_START), month) for month in (10, 11, 12, *range(1, 10)))


def format_date(
    date: datetime.date,
    style: DateStyle = DateStyle.LONG,
    digits: DigitStyle = DigitStyle.THAI,
) -> str:
    """Return a date as a paper prints it, its year in the Buddhist Era."""
    year = buddhist_year(date)
    text = _PATTERNS[style].format(
        date=date,
        year=year,
        in_century=year % 100,
        month=MONTHS[date.month - 1],
        short=MONTHS_SHORT[date.month - 1],
        weekday=WEEKDAYS[date.weekday()],
    )
    return made_in_style(text, digits)


def parse_date(text: str) -> datetime.date:
    """Read a date as people type it or old papers print it.

    Day, month, year in Thai or Arabic digits, the month as a number or a Thai name with or without
    its dots, the parts joined by spaces, slashes, dots or dashes; or year, month, day with a year
    of four digits (ISO). Words before the date (วันที่, เมื่อวันที่, วันพุธที่), เดือน, พ.ศ. and ค.ศ. are
    understood, and a time of day behind the date is left out.

    A year with พ.ศ. or ค.ศ. before it is of that era. Else a year above 2400 is of the Buddhist
    Era and any other year of four digits of the Christian Era. A year of two digits is always of
    the Buddhist Era and means 25xx, as official papers shorten it: 64 is 2564, and 00 is 2500.

    Raises:
        BadDate: If it is no date, no such day or month exists, the year lies outside `FIRST_YEAR`
            to `LAST_YEAR`, or a weekday is named and the date falls on another.
    """
    parts = _PARTS.findall(_TIME_OF_DAY.sub("", search_key(text).strip(" .")))
    weekday = None
    if parts and not _is_number(parts[0]):
        weekday = _read_weekday(parts.pop(0), text)
    match parts:
        case [day, words, year] if words.strip(_JOINTS):
            month, era = _read_month(words)
        case [day, before, number, between, year]:
            if len(day) == 4:
                day, year = year, day
            month, era = _read_month_number(number, before, between, text)
        case _:
            raise _no_date(text)
    if len(day) > 2:
        raise _no_date(text)
    date = _dated(_read_year(year, era), month, int(day))
    if weekday is not None and weekday != date.weekday():
        raise _wrong_weekday(date, weekday)
    return date


def parse_month(text: str) -> tuple[int, int]:
    """Read a month of a year: มกราคม ๒๕๖๔, ม.ค. 64, 1/2564, 2021-01.

    Years are understood as by `parse_date`.

    Returns:
        The year of the Christian Era, and the month from 1 to 12.

    Raises:
        BadDate: If it is no month of a year in `FIRST_YEAR` to `LAST_YEAR`.
    """
    match _PARTS.findall(search_key(text).strip(" .")):
        case [words, year] if _is_number(year):
            month, era = _read_month(words)
        case [number, between, year] if len(between.strip()) == 1 and between.strip() in _JOINTS:
            if len(number) == 4:
                number, year = year, number
            month, era = _month_of(number, "1/2564"), ""
        case _:
            raise BadDate(
                msg(
                    "“{text}” is not a month of a year. Write it as มกราคม 2564 or 1/2564.",
                    text=quoted(text),
                )
            )
    return _read_year(year, era), month


def _is_number(part: str) -> bool:
    return "0" <= part[0] <= "9"


def _no_date(text: str) -> BadDate:
    return BadDate(
        msg(
            "“{text}” is not a date. Write day, month and year, as 6 มกราคม 2564 or 6/1/2564.",
            text=quoted(text),
        )
    )


def _read_weekday(words: str, text: str) -> int | None:
    """Return the weekday (0 for Monday) named before a date, or None if none is."""
    if found := _BEFORE_DAY.fullmatch(words):
        name = found["weekday"]
        if not name or name in _WEEKDAY_NUMBERS:
            return _WEEKDAY_NUMBERS.get(name)
        if found["said"]:
            raise BadDate(
                msg(
                    "“{name}” is no day of the week. The days are {days}.",
                    name=quoted(name),
                    days=" ".join(WEEKDAYS),
                )
            )
    if _month_name(words) in _MONTH_NUMBERS:
        raise BadDate(
            msg(
                "“{text}” has no day. Add it before the month, as 6 มกราคม 2564.",
                text=quoted(text),
            )
        )
    raise _no_date(text)


def _month_name(words: str) -> str:
    return _BEFORE_MONTH.sub("", _FILLING.sub("", words), count=1)


def _read_month(words: str) -> tuple[int, str]:
    """Return the month and the era, or no era, named between a day and a year."""
    name, era = _month_name(words), ""
    for written, meant in _ERAS.items():
        if name.endswith(written):
            name, era = name.removesuffix(written), meant
            break
    if name not in _MONTH_NUMBERS:
        raise BadDate(
            msg(
                "“{month}” is no month. Write its name in full, as มกราคม, or short, as ม.ค.",
                month=quoted(words),
            )
        )
    return _MONTH_NUMBERS[name], era


def _read_month_number(number: str, before: str, between: str, text: str) -> tuple[int, str]:
    """Return the month written as a number, and the era, or no era, after it."""
    before, between = before.strip(), between.strip()
    era = _FILLING.sub("", between[1:])
    if len(before) != 1 or before not in _JOINTS or between[:1] != before:
        raise _no_date(text)
    if era and era not in _ERAS:
        raise _no_date(text)
    return _month_of(number, "19/10/2562"), _ERAS.get(era, "")


def _month_of(number: str, example: str) -> int:
    if len(number) > 2 or not 1 <= int(number) <= len(MONTHS):
        raise BadDate(
            msg(
                "There is no month {month}. The months are 1 to 12; write it as {example}.",
                month=quoted(number),
                example=example,
            )
        )
    return int(number)


def _read_year(digits: str, era: str) -> int:
    """Return the year of the Christian Era that a typed year means; see `parse_date`."""
    if len(digits) == 2 and era != _CHRISTIAN:
        return _SHORT_YEARS_FROM + int(digits) - BE_OFFSET
    if len(digits) != 4:
        raise BadDate(
            msg("“{year}” is not a year. Write it with four digits, as 2564.", year=quoted(digits))
        )
    typed = int(digits)
    buddhist = era == _BUDDHIST or (not era and typed > _LAST_UNMARKED_CE)
    year = typed - BE_OFFSET if buddhist else typed
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    if buddhist and FIRST_YEAR <= year - BE_OFFSET <= LAST_YEAR:
        raise BadDate(
            msg(
                "The year {year} has 543 added twice. Write {right}.",
                year=typed,
                right=year,
            )
        )
    raise BadDate(
        msg(
            "The year {year} is too far away."
            " Write a year from {first} to {last}, in the Buddhist Era (พ.ศ.).",
            year=f"{era} {typed}".strip(),
            first=FIRST_YEAR + BE_OFFSET,
            last=LAST_YEAR + BE_OFFSET,
        )
    )


def _dated(year: int, month: int, day: int) -> datetime.date:
    days = monthrange(year, month)[1]
    if 1 <= day <= days:
        return datetime.date(year, month, day)
    if (month, day) == (2, 29) and not isleap(year):
        raise BadDate(
            msg(
                "{year} is no leap year: {month} {year} has only 28 days.",
                month=MONTHS[month - 1],
                year=year + BE_OFFSET,
            )
        )
    if day == 0:
        raise BadDate(msg("There is no day 0. The days of a month begin with 1."))
    raise BadDate(
        msg(
            "{month} {year} has only {days} days; there is no day {day}.",
            month=MONTHS[month - 1],
            year=year + BE_OFFSET,
            days=days,
            day=day,
        )
    )


def _wrong_weekday(date: datetime.date, weekday: int) -> BadDate:
    return BadDate(
        msg(
            "{date} is {right}, not {wrong}. Correct the weekday or the date.",
            date=format_date(date, digits=DigitStyle.ARABIC),
            right="วัน" + WEEKDAYS[date.weekday()],
            wrong="วัน" + WEEKDAYS[weekday],
        )
    )
