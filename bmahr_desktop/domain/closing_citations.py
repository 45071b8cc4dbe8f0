"""Check before closing: meetings are cited by the numbers and days that they have on file."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.cited_meetings import Cited, Days, Number, citations_in
from bmahr_desktop.domain.findings import Finding, Look, PlainText, Weight, at_text
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.thai.dates import WEEKDAYS, DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle

_THAI_DIGIT = re.compile("[๐-๙]")
_WEEKDAY = re.compile("|".join(WEEKDAYS))
_BEFORE = re.compile(rf"(?:เมื่อ|ใน)?\s*(?:วัน(?!{'|'.join(WEEKDAYS)}|พฤหัส)\s*(?:ที่)?\s*)?")


def cited_meetings(look: Look) -> Iterator[Finding]:
    """Every “ครั้งที่ … เมื่อวันที่ …” is a meeting on file, on its day."""
    own = look.meeting.committee
    if own not in look.held.meetings:
        return
    for text in look.texts:
        if "ครั้งที่" not in text.words:
            continue
        meant: frozenset[str] = frozenset()
        for cited in citations_in(text.words):
            meant = meant if cited.further else look.held.meant(cited.before, own)
            if meant:
                yield from _compared(look, text, cited, meant)


def _compared(
    look: Look, text: PlainText, cited: Cited, meant: frozenset[str]
) -> Iterator[Finding]:
    days: dict[Number, Days] = {}
    for committee in meant:
        for number, some in look.held.meetings.get(committee, {}).items():
            days[number] = days.get(number, frozenset()) | some
    own = look.meeting.committee in meant
    following = look.meeting.next_meeting
    if own and following is not None:
        days.setdefault((following.year, following.number), frozenset({following.date}))
    key = (cited.year, cited.number)
    if key in days:
        yield from _day_fault(text, cited, days[key])
    elif days and not (own and text.decides and key > max(days)):  # told by another check
        yield _not_held(text, cited, days)


def _day_fault(text: PlainText, cited: Cited, days: Days) -> Iterator[Finding]:
    if cited.date is None or cited.date in days:
        return
    right = max(days)
    words = msg("Meeting {cited} was on {right}, not on {said}.", cited=_name(cited),
                right=_told(right), said=_told(cited.date))  # fmt: skip
    found = at_text(words, text, cited.day, Weight.WRONG)
    written = text.words[cited.day : cited.stop]
    yield replace(found, old=written, new=_written(right, written))


def _not_held(text: PlainText, cited: Cited, days: Mapping[Number, Days]) -> Finding:
    key = (cited.year, cited.number)
    that_day = sorted(number for number, some in days.items() if cited.date in some)
    weight, old, new = Weight.WRONG, "", ""
    if that_day:
        year, number = that_day[-1]
        words = msg("The meeting on {date} was number {right}, not {cited}.", cited=_name(cited),
                    date=_told(cited.date), right=name_of(number, year))  # fmt: skip
        old = text.words[cited.start : cited.numbered]
        new = paper("meeting {meeting}", meeting=meeting_name(number, year, _digits_of(old)))
    elif key < min(days):
        words = msg("Meeting {cited} is older than the file. Compare number and date by hand.",
                    cited=_name(cited))  # fmt: skip
        weight = Weight.LOOK
    elif key > max(days):
        words = msg("Meeting {cited} is not on file yet.", cited=_name(cited))
        weight = Weight.LOOK
    else:
        words = msg("There is no meeting {cited} on file.", cited=_name(cited))
    return replace(at_text(words, text, cited.start, weight), old=old, new=new)


def _written(day: datetime.date, like: str) -> str:
    """Return a day with the words and the digits of one that stands in a text."""
    style = DateStyle.WEEKDAY if _WEEKDAY.search(like) else DateStyle.LONG
    before = _BEFORE.match(like)
    return (before[0] if before else "") + format_date(day, style, _digits_of(like))


def _digits_of(words: str) -> DigitStyle:
    return DigitStyle.THAI if _THAI_DIGIT.search(words) else DigitStyle.ARABIC


def _name(cited: Cited) -> Message:
    return name_of(cited.number, cited.year)


def _told(day: datetime.date | None) -> str:
    return format_date(day, DateStyle.LONG, DigitStyle.ARABIC) if day else ""
