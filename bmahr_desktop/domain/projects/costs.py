"""What the things of a project cost: rate times how many, and the sum."""

from collections.abc import Iterable
from math import prod

from bmahr_desktop.domain.projects.money import BudgetLine
from bmahr_desktop.domain.projects.project import TargetGroup


def product(line: BudgetLine) -> int | None:
    """Return what the formula of a line comes to, in satang; None where there is none."""
    if line.rate is None:
        return None
    return line.rate * prod(factor.count for factor in line.factors)


def total(lines: Iterable[BudgetLine]) -> int:
    """Return the sum of all amounts that are known, in satang."""
    return sum(line.amount or 0 for line in lines)


def gathered(group: TargetGroup) -> int | None:
    """Return meetings times people per meeting; None where either is unknown."""
    if group.meetings is None or group.per_meeting is None:
        return None
    return group.meetings * group.per_meeting
