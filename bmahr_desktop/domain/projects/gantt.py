"""Bars of a plan over the twelve months of a fiscal year, for screen and paper alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from bmahr_desktop.domain.projects.curve import across
from bmahr_desktop.domain.projects.project import Step


@dataclass(frozen=True)
class Bar:
    """A stretch of the year.

    Attributes:
        start, stop: From 0 (1 October) to 12 (30 September).
    """

    start: Fraction
    stop: Fraction


def spans(months: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return stretches of months without a gap, the first and the last month of each."""
    found: list[tuple[int, int]] = []
    for month in sorted(set(months)):
        if found and found[-1][1] == month - 1:
            found[-1] = (found[-1][0], month)
        else:
            found.append((month, month))
    return tuple(found)


def planned_bars(step: Step) -> tuple[Bar, ...]:
    """Return when a step is planned to be worked on."""
    return tuple(Bar(Fraction(first), Fraction(last + 1)) for first, last in spans(step.months))


def finished_bar(step: Step, year: int) -> Bar | None:
    """Return the stretch from a step's planned beginning to the day it was finished.

    Args:
        step: The step.
        year: The fiscal year (พ.ศ.).

    Returns:
        None while it is not finished. Without months, or when it was finished before its
        beginning, the month of the day.
    """
    if step.finished is None:
        return None
    stop = across(year, step.finished)
    begin = Fraction(min(step.months)) if step.months else stop
    if begin >= stop:
        begin = max(Fraction(0), Fraction(-(-stop.numerator // stop.denominator) - 1))
    return Bar(begin, stop)


def extended(months: Iterable[int], start: int, stop: int, *, planned: bool) -> tuple[int, ...]:
    """Return months with all from one to another (in either direction) planned, or not."""
    stretch = set(range(min(start, stop), max(start, stop) + 1))
    return tuple(sorted(set(months) | stretch if planned else set(months) - stretch))
