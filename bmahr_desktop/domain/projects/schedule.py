"""Steps of a project over the twelve months of its fiscal year."""

import datetime
from collections.abc import Iterable, Sequence

from bmahr_desktop.domain.projects.project import Step
from bmahr_desktop.thai.dates import fiscal_months

WHOLE = 10_000
"""All of the work, in hundredths of a per cent."""
MONTHS = 12
_PARTS = 27_720
"""A weight is shared out in so many parts: each number of months up to twelve divides it."""


def cumulative(steps: Iterable[Step]) -> tuple[int | None, ...]:
    """Return how much is done when each step is finished; None from the first unknown weight on."""
    done: int | None = 0
    column = []
    for step in steps:
        done = None if done is None or step.weight is None else done + step.weight
        column.append(done)
    return tuple(column)


def total_weight(steps: Iterable[Step]) -> int:
    """Return the sum of the weights that are known."""
    return sum(step.weight or 0 for step in steps)


def planned_months(steps: Sequence[Step]) -> tuple[int, ...]:
    """Return how much is planned to be done in all at the end of each month, October first.

    A step is done evenly over the months that it is worked on. What has no months is not planned.
    """
    share = [0] * MONTHS
    for step in steps:
        months = set(step.months)
        for month in months:
            share[month] += (step.weight or 0) * (_PARTS // len(months))
    done, column = 0, []
    for one in share:
        done += one
        column.append((done + _PARTS // 2) // _PARTS)
    return tuple(column)


def planned_on(steps: Sequence[Step], year: int, day: datetime.date) -> int:
    """Return how much is planned to be done on a day: evenly from day to day within a month.

    Args:
        steps: The steps.
        year: The fiscal year (พ.ศ.).
        day: The day; before the year nothing is, after it all that is planned.
    """
    ends = (0, *planned_months(steps))
    months = fiscal_months(year)
    place = (day.year, day.month)
    if place < months[0]:
        return 0
    if place > months[-1]:
        return ends[-1]
    at = months.index(place)
    days = _days_in(*place)
    return ends[at] + ((ends[at + 1] - ends[at]) * day.day * 2 + days) // (2 * days)


def done_by_steps(steps: Iterable[Step], day: datetime.date) -> int | None:
    """Return the progress that finished steps make up; None where none has a weight."""
    known = [step for step in steps if step.weight is not None]
    if not known:
        return None
    return sum(
        step.weight or 0 for step in known if step.finished is not None and step.finished <= day
    )


def first_and_last(step: Step, year: int) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day that a step is planned for; None without months."""
    if not step.months:
        return None
    months = fiscal_months(year)
    first, last = months[min(step.months)], months[max(step.months)]
    return datetime.date(*first, 1), datetime.date(*last, _days_in(*last))


def month_of(year: int, day: datetime.date) -> int | None:
    """Return the number of a day's month in a fiscal year, 0 for October; None outside of it."""
    months = fiscal_months(year)
    place = (day.year, day.month)
    return months.index(place) if place in months else None


def _days_in(year: int, month: int) -> int:
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (after - datetime.date(year, month, 1)).days
