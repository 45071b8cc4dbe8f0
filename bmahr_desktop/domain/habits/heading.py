"""The lines at the head of minutes: what the committee is, which meeting, when and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bmahr_desktop.domain.habits.facts import dates_in, is_place, meetings_in, place_of, time_in
from bmahr_desktop.domain.habits.signs import SECRECY
from bmahr_desktop.domain.meeting import Secrecy
from bmahr_desktop.domain.old_minutes import CitedMeeting, Found, PartKind
from bmahr_desktop.i18n import Message, msg

TITLE = re.compile(r"\s*(?:\(?ร่าง\)?\s*)?รายงาน(?:การ)?ประชุม\s*")
_HOUR = re.compile(r"(?:ตั้งแต่|เมื่อ)?\s*เวลา\s*")
_EDGE = " \t\u00a0\n,;–-"


@dataclass(frozen=True)
class HeadSpan:
    """A stretch of a line at the head, and what it is."""

    start: int
    stop: int
    kind: PartKind
    found: Found | None = None
    fault: Message | None = None


def spans_of(text: str, *, after_title: bool) -> list[HeadSpan]:
    """Part a line at the head of minutes into what it says.

    Args:
        text: The line.
        after_title: Whether the line before was the name of the committee, which may go on.
    """
    facts = sorted(_facts(text), key=lambda one: one.start)
    kept: list[HeadSpan] = []
    for one in facts:
        if not kept or one.start >= kept[-1].stop:
            kept.append(one)
    spans, at = [], 0
    for fact in [*kept, None]:
        stop = fact.start if fact else len(text)
        rest = _rest(text, at, stop, after_title=after_title and not kept)
        spans += [rest] if rest else []
        if fact:
            spans.append(fact)
            at = fact.stop
    return spans


def _facts(text: str) -> Iterator[HeadSpan]:
    number = next(iter(meetings_in(text)), None)
    if number:
        found = CitedMeeting(number.number, number.year)
        yield HeadSpan(number.start, number.stop, PartKind.NUMBER, found)
    date = next(iter(dates_in(text)), None)
    if date:
        yield HeadSpan(date.start, date.stop, PartKind.DATE, date.date, date.fault)
    hour = _HOUR.search(text)
    time = time_in(text, hour.end()) if hour else None
    if hour and time and time.time and time.start == hour.end():
        yield HeadSpan(hour.start(), time.stop, PartKind.START, time.time)


def _rest(text: str, start: int, stop: int, *, after_title: bool) -> HeadSpan | None:
    words = text[start:stop].strip(_EDGE)
    if not words:
        return None
    begin = text.index(words, start)
    end = begin + len(words)
    if words in SECRECY:
        return HeadSpan(begin, end, PartKind.SECRECY, Secrecy(SECRECY[words]))
    if TITLE.match(words):
        return HeadSpan(begin, end, PartKind.TITLE)
    if is_place(words):
        return HeadSpan(begin, end, PartKind.VENUE, place_of(words))
    if after_title:
        return HeadSpan(begin, end, PartKind.TITLE)
    fault = msg("This line of the heading says nothing that is known.")
    return HeadSpan(begin, end, PartKind.UNKNOWN, None, fault)
