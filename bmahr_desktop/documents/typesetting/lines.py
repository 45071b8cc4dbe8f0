"""Chooses the lines of a paragraph: all of them together, not one after the other.

The best set of lines is found by dynamic programming over the places where a line may end (Knuth
and Plass, 1981, without hyphenation): every line pays for its empty space, every break its
penalty, and the cheapest chain wins.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bmahr_desktop.documents.typesetting.breaks import EMERGENCY

_ILLEGAL = 10 * EMERGENCY
_IMPOSSIBLE = float("inf")
_TOLERANCE = 0.01
_SHORTEST = 0.5
"""A line that is emptier than this is only tried when there is no other way."""
_LINE = 100
"""What a line costs, so that a paragraph takes no more of them than it needs."""
_WIDOW = 0.1
_WIDOW_COST = 150


class Column(NamedTuple):
    """What a paragraph fills.

    Attributes:
        first: The width of the first line, in points.
        width: The width of the others.
        evenness: How much worse than others empty space at the end of a line is; less than 1
            where the edge is ragged, and clean ends are worth more than even lines.
    """

    first: float
    width: float
    evenness: float = 1.0


def choose_lines(
    left: Sequence[float],
    right: Sequence[float],
    penalties: Sequence[int],
    column: Column,
) -> list[int]:
    """Choose the places at which lines end.

    Args:
        left: Where each place lies as the start of a line, in points along the unbroken text.
        right: Where it lies as the end of a line: before the spaces that a line end swallows.
        penalties: What it costs to end a line there; the first and the last place are the ends
            of the text.
        column: What the lines are to fill.

    Returns:
        The numbers of the chosen places, the last place included.
    """
    last = len(left) - 1
    if last <= 0 or right[last] - left[0] <= column.first + _TOLERANCE:
        return [max(last, 0)]
    for shortest in (_SHORTEST, 0.0):
        chain = _cheapest(left, right, penalties, column, shortest)
        if chain:
            return chain
    raise ValueError("a piece is wider than the line: add emergency places first")


def _cheapest(
    left: Sequence[float],
    right: Sequence[float],
    penalties: Sequence[int],
    column: Column,
    shortest: float,
) -> list[int]:
    """Return the cheapest chain whose lines are all filled enough, or nothing."""
    last = len(left) - 1
    cost = [_IMPOSSIBLE] * (last + 1)
    origin = [0] * (last + 1)
    cost[0] = 0.0
    for start in range(last):
        so_far = cost[start]
        if so_far == _IMPOSSIBLE:
            continue
        line = column.width if start else column.first
        at = left[start]
        stop = bisect_right(right, at + line + _TOLERANCE, start + 1)
        begin = bisect_left(right, at + shortest * line, start + 1, stop)
        scale = 100 / line * column.evenness
        for end in range(begin, stop):
            if end == last:
                break
            slack = (line - right[end] + at) * scale
            total = so_far + _LINE + slack * slack + penalties[end]
            if total < cost[end]:
                cost[end], origin[end] = total, start
        if stop > last:
            rest = right[last] - at
            total = so_far + (_WIDOW_COST if start and rest < _WIDOW * line else 0)
            if total < cost[last]:
                cost[last], origin[last] = total, start
    if cost[last] == _IMPOSSIBLE:
        return []
    chain = []
    place = last
    while place > 0:
        chain.append(place)
        place = origin[place]
    return chain[::-1]


def with_emergency_places(
    places: list[int],
    penalties: list[int],
    widths: Sequence[float],
    line: float,
    legal: Callable[[int], bool],
) -> tuple[list[int], list[int]]:
    """Let a piece that is wider than the line be broken between two clusters.

    Args:
        places: Numbers of clusters before which a line may end, both ends included.
        penalties: Their penalties.
        widths: Where each cluster begins, in points, and the end of the last.
        line: The width of the narrowest line.
        legal: Whether the script allows a line to end before a cluster; where it does not, a
            line ends only when there is nothing else.
    """
    if all(widths[b] - widths[a] <= line for a, b in itertools.pairwise(places)):
        return places, penalties
    more, costs = [places[0]], [penalties[0]]
    for a, b, penalty in zip(places, places[1:], penalties[1:], strict=False):
        if widths[b] - widths[a] > line:
            more.extend(range(a + 1, b))
            costs.extend(EMERGENCY if legal(at) else _ILLEGAL for at in range(a + 1, b))
        more.append(b)
        costs.append(penalty)
    return more, costs
