"""Dates, hours, numbers of meetings and places, wherever they stand in a sentence."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bmahr_desktop.domain.habits.signs import DIGITS, TIME
from bmahr_desktop.domain.meeting import Mode
from bmahr_desktop.domain.old_minutes import CitedMeeting, FoundPlace
from bmahr_desktop.i18n import Message
from bmahr_desktop.thai.dates import MONTHS, MONTHS_SHORT, BadDate, parse_date
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.times import BadTime, parse_time

_GAP = r"[ \t\u00a0\n]"
_GAPS = _GAP + "{0,8}+"
_MONTH = "|".join([*MONTHS, *(re.escape(name).replace(r"\.", r"\.?\ ?") for name in MONTHS_SHORT)])
_DAY = (
    rf"[{DIGITS}]{{1,2}}{_GAPS}(?:เดือน{_GAPS})?(?:{_MONTH}){_GAPS}(?:พ\.?{_GAP}?ศ\.?|พุทธศักราช)?{_GAPS}"
    rf"[{DIGITS}]{{2,4}}(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,2}}/[{DIGITS}]{{1,2}}/[{DIGITS}]{{2,4}}(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,2}}-[{DIGITS}]{{1,2}}-[{DIGITS}]{{4}}(?![{DIGITS}])"
    rf"|[{DIGITS}]{{4}}-[{DIGITS}]{{2}}-[{DIGITS}]{{2}}(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,2}}\.[{DIGITS}]{{1,2}}\.[{DIGITS}]{{4}}(?![{DIGITS}])"
)
_WEEKDAY = "จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์"
DATE = re.compile(
    rf"(?P<before>(?:เมื่อ|ใน)?{_GAPS}วัน{_GAPS})?(?P<weekday>(?:วัน)?(?:{_WEEKDAY}))?{_GAPS}(?:ที่)?{_GAPS}"
    rf"(?P<day>{_DAY})"
)
MEETING = re.compile(
    rf"(?:(?:ใน)?(?:การ)?ประชุม)?{_GAPS}ครั้งที่{_GAPS}(?P<number>[{DIGITS}]{{1,3}})"
    rf"(?:{_GAPS}[/\-–]{_GAPS}(?P<year>[{DIGITS}]{{4}}|[{DIGITS}]{{2}}))?(?![{DIGITS}])"
)
_ONLINE = re.compile(
    r"(?:ประชุม)?(?:ผ่าน|ทาง|ด้วย|โดย)(?:ระบบ)?(?:สื่ออิเล็กทรอนิกส์|อิเล็กทรอนิกส์|(?:การประชุม)?ทางไกล|วิดีโอ|วีดิ)"
    r"|(?i:zoom|webex|teams|google meet|video ?conference|online)|ออนไลน์|วีดิทัศน์ทางไกล"
)
_PLACE = re.compile(
    rf"{_GAPS}(?:ณ{_GAP}+|สถานที่(?:ประชุม)?{_GAPS}[:：]?{_GAPS}|ห้อง|ชั้น|อาคาร|ศาลา|ผ่าน|ทาง|โดยวิธี|ประชุม(?:ผ่าน|ทาง))"
)
_ROOM = re.compile(
    rf"(?:และ|ร่วมกับ|,)?{_GAPS}(?:ณ{_GAPS})?(?P<room>(?:ห้อง|อาคาร|ศาลา).+)$", re.DOTALL
)
_AT = re.compile(rf"^{_GAPS}(?:ณ{_GAP}+|สถานที่(?:ประชุม)?{_GAPS}[:：]?{_GAPS})")
_BE = 543
_CENTURY = 2500
_FIRST_BE = 2400


@dataclass(frozen=True)
class DateThere:
    """A date in a sentence.

    Attributes:
        date: None when it is no day there is.
        fault: What is wrong with it; a weekday that does not fit leaves the date.
    """

    start: int
    stop: int
    date: datetime.date | None
    fault: Message | None = None


def dates_in(text: str) -> Iterator[DateThere]:
    """Yield the dates in a sentence."""
    for found in DATE.finditer(text):
        yield _dated(found)


def _dated(found: re.Match[str]) -> DateThere:
    day = " ".join(found["day"].split())
    start = found.start() + (len(found[0]) - len(found[0].lstrip()))
    weekday = f"วัน{found['weekday'].removeprefix('วัน')}ที่ " if found["weekday"] else ""
    fault = None
    for words in (weekday + day, day):
        try:
            return DateThere(start, found.end(), parse_date(words), fault)
        except BadDate as error:
            fault = error.message
    return DateThere(start, found.end(), None, fault)


@dataclass(frozen=True)
class TimeThere:
    """An hour in a sentence; None when there is no such hour."""

    start: int
    stop: int
    time: datetime.time | None


def time_in(text: str, start: int = 0) -> TimeThere | None:
    """Return the first hour in a sentence."""
    found = TIME.search(text, start)
    if found is None:
        return None
    words = re.sub(rf"{_GAP}", "", found["time"]).replace("：", ":")
    if len(words) <= len("00"):
        words += " น."
    try:
        return TimeThere(found.start(), found.end(), parse_time(words))
    except BadTime:
        return TimeThere(found.start(), found.end(), None)


@dataclass(frozen=True)
class MeetingThere:
    """The number of a meeting in a sentence, its year 0 when none is said."""

    start: int
    stop: int
    number: int
    year: int


def meetings_in(text: str) -> Iterator[MeetingThere]:
    """Yield the numbers of meetings in a sentence."""
    for found in MEETING.finditer(text):
        number = int(to_arabic(found["number"]))
        year = year_of(found["year"])
        start = found.start() + (len(found[0]) - len(found[0].lstrip()))
        if number:
            yield MeetingThere(start, found.end(), number, year)


def year_of(digits: str | None) -> int:
    """Return a year of the Buddhist Era that was typed with two or four digits; 0 for none."""
    if not digits:
        return 0
    year = int(to_arabic(digits))
    if year < 100:
        return _CENTURY + year
    return year if year > _FIRST_BE else year + _BE


def cited_in(text: str) -> Iterator[CitedMeeting]:
    """Yield meetings that a sentence cites, each with the date behind it, if one is there."""
    days = list(dates_in(text))
    found = list(meetings_in(text))
    for at, one in enumerate(found):
        until = found[at + 1].start if at + 1 < len(found) else len(text)
        day = next((d.date for d in days if one.stop <= d.start < until and d.date), None)
        year = one.year or (day.year + _BE if day else 0)
        if year:
            yield CitedMeeting(one.number, year, day)


def is_place(text: str) -> bool:
    """Tell whether a line of a heading says where the meeting was held."""
    return bool(_PLACE.match(text) or _ONLINE.search(text) or "ห้องประชุม" in text)


def place_of(line: str) -> FoundPlace:
    """Return where a meeting was held, from the line that says so."""
    words = " ".join(line.split())
    online = _ONLINE.search(words)
    if online is None:
        return FoundPlace(Mode.ON_SITE, _AT.sub("", words), words)
    room = _ROOM.search(words, online.end()) or _ROOM.search(words[: online.start()])
    if room is None:
        return FoundPlace(Mode.ONLINE, "", words)
    return FoundPlace(Mode.HYBRID, room["room"], words)
