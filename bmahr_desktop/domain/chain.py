"""The chain of a committee's meetings: each number follows the one before (standards A3)."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bmahr_desktop.domain.meeting import MeetingState
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.dates import buddhist_year

CALLED_OFF = (MeetingState.POSTPONED, MeetingState.CANCELLED)
"""Meetings that were never held, and so have no number in the chain."""

_MOST_RUNS = 5


@dataclass(frozen=True)
class Link:
    """A meeting in the chain."""

    number: int
    year: int
    date: datetime.date


def name_of(number: int, year: int) -> Message:
    """Return a meeting's number as a screen tells it, in its own digits: "๑/๒๕๖๔"."""
    return msg("{number}/{year}", number=number, year=year)


def chain_faults(
    links: Iterable[Link], number: int, year: int, date: datetime.date
) -> Iterator[Message]:
    """Yield where a new meeting would break the chain; nothing is refused for it.

    Args:
        links: The meetings on file that were, or will be, held.
        number: Of the new one.
        year: Of the new one.
        date: Of the new one.
    """
    links = tuple(links)
    if year != buddhist_year(date):
        yield msg("The year {year} is not that of the date, {right}.", year=year,
                  right=buddhist_year(date))  # fmt: skip
    numbers = {link.number for link in links if link.year == year}
    if number in numbers:
        yield msg("There is a meeting {number} already.", number=name_of(number, year))
    # A committee's file may begin in the middle of a year; what is before is not left out.
    missing = sorted(set(range(min(numbers, default=1), number)) - numbers)
    if missing:
        yield msg("Numbers of this year are left out: {numbers}.", numbers=_told(missing))
    before = [link for link in links if (link.year, link.number) < (year, number)]
    if any(link.date > date for link in before):
        last = max(before, key=lambda link: link.date)
        yield msg("The date lies before that of meeting {number}.",
                  number=name_of(last.number, last.year))  # fmt: skip
    after = [link for link in links if (link.year, link.number) > (year, number)]
    if any(link.date < date for link in after):
        first = min(after, key=lambda link: link.date)
        yield msg("The date lies after that of meeting {number}.",
                  number=name_of(first.number, first.year))  # fmt: skip


def _told(numbers: list[int]) -> Message:
    """Return numbers as runs, "1–3, 5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = _run(runs[0])
    for run in runs[1:_MOST_RUNS]:
        told = msg("{some}, {more}", some=told, more=_run(run))
    return told if len(runs) <= _MOST_RUNS else msg("{some} …", some=told)


def _run(run: list[int]) -> Message:
    if len(run) == 1:
        return msg("{number}", number=run[0])
    return msg("{first}–{last}", first=run[0], last=run[-1])
