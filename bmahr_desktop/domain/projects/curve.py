"""The picture of a project: planned against reported progress, and money, over the fiscal year."""

import calendar
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bmahr_desktop.domain.projects.accounts import balance, standing_reports
from bmahr_desktop.domain.projects.money import LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.projects.schedule import MONTHS, planned_months
from bmahr_desktop.thai.dates import fiscal_months


@dataclass(frozen=True)
class Point:
    """A point of a line.

    Attributes:
        across: Where in the year, from 0 (1 October) to 12 (30 September).
        value: Hundredths of a per cent, or satang.
    """

    across: Fraction
    value: int


@dataclass(frozen=True)
class Curve:
    """What the picture draws.

    Attributes:
        planned: At the end of each month; empty where no step is planned.
        reported: Each standing report that tells its progress.
        received, used: Money, a point at each change; empty where the ledger is.
    """

    planned: tuple[Point, ...] = ()
    reported: tuple[Point, ...] = ()
    received: tuple[Point, ...] = ()
    used: tuple[Point, ...] = ()

    @property
    def most_money(self) -> int:
        """The greatest sum of money, in satang."""
        return max((point.value for point in (*self.received, *self.used)), default=0)


def curve_of(project: Project) -> Curve:
    """Return the lines of a project's picture."""
    planned: tuple[Point, ...] = ()
    if any(step.months and step.weight for step in project.steps):
        ends = planned_months(project.steps)
        planned = (Point(Fraction(0), 0), *(Point(Fraction(n), v) for n, v in enumerate(ends, 1)))
    return Curve(
        planned,
        tuple(_reported(project.year, project.progress)),
        *_money(project.year, project.ledger),
    )


def stepped(points: Sequence[Point], end: Fraction) -> tuple[Point, ...]:
    """Return a line that keeps its height until the next change, and from the last one to an end.

    Args:
        points: Where it changes, and to what.
        end: Where it ends, unless it changes after that.
    """
    line: list[Point] = []
    for point in points:
        line += [Point(point.across, line[-1].value if line else 0), point]
    if line:
        line.append(Point(max(end, line[-1].across), line[-1].value))
    return tuple(line)


def across(year: int, day: datetime.date) -> Fraction:
    """Return where a day lies in a fiscal year: 0 at its beginning, 12 at its end, cut there."""
    months = fiscal_months(year)
    place = (day.year, day.month)
    if place < months[0]:
        return Fraction(0)
    if place > months[-1]:
        return Fraction(MONTHS)
    days = calendar.monthrange(*place)[1]
    return months.index(place) + Fraction(day.day, days)


def _reported(year: int, reports: Sequence[Progress]) -> list[Point]:
    return [
        Point(across(year, one.date), one.percent)
        for one in standing_reports(reports)
        if one.date is not None and one.percent is not None
    ]


def _money(year: int, events: Sequence[LedgerEvent]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    days = sorted({event.date for event in events if event.date is not None})
    received, used = [], []
    for day in days:
        so_far = balance([event for event in events if event.date is not None], day)
        received.append(Point(across(year, day), so_far.received - so_far.returned))
        used.append(Point(across(year, day), so_far.used))
    return tuple(received), tuple(used)
