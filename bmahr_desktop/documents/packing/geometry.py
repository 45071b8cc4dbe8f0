"""Boxes on pages, and how what is laid on them is turned."""

import math
from typing import Any, NamedTuple

from pypdf.generic import FloatObject, NumberObject

from bmahr_desktop.documents.packing.reading import as_list, resolved

Matrix = tuple[float, float, float, float, float, float]
UNTURNED: Matrix = (1, 0, 0, 1, 0, 0)


class Box(NamedTuple):
    """A rectangle, in the units of its page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How tall it is."""
        return self.top - self.bottom

    def within(self, other: "Box") -> "Box | None":
        """Return the part that lies in another; None if nothing does."""
        part = Box(
            max(self.left, other.left), max(self.bottom, other.bottom),
            min(self.right, other.right), min(self.top, other.top),
        )  # fmt: skip
        return part if part.width > 0 and part.height > 0 else None

    def turned(self, by: Matrix) -> "Box":
        """Return the box around its corners when they are moved."""
        corners = [
            (by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5])
            for x in (self.left, self.right)
            for y in (self.bottom, self.top)
        ]
        across, up = zip(*corners, strict=True)
        return Box(min(across), min(up), max(across), max(up))


def numbers(value: Any, count: int) -> list[float] | None:
    """Return the numbers of an array, if it holds so many sound ones."""
    found = [resolved(one) for one in as_list(value)]
    if len(found) != count or not all(isinstance(n, NumberObject | FloatObject) for n in found):
        return None
    sound = [float(one) for one in found]
    return sound if all(math.isfinite(one) for one in sound) else None


def box_of(value: Any) -> Box | None:
    """Return a rectangle whichever corners it names; None if it is none, or is empty."""
    found = numbers(value, 4)
    if found is None:
        return None
    (left, right), (bottom, top) = sorted(found[::2]), sorted(found[1::2])
    return Box(left, bottom, right, top) if left < right and bottom < top else None


def matrix_of(found: list[float] | None) -> Matrix | None:
    """Return six numbers as a matrix."""
    if found is None:
        return None
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def upright(box: Box, turn: int, scale: float, right: float, foot: float) -> Matrix:
    """Return where something lies that stands at the right foot of a page as it is looked at.

    Args:
        box: What is seen of the page.
        turn: By how many degrees it is turned to the right when it is looked at.
        scale: How large it is drawn.
        right: From the right edge to its left end, in units of the page.
        foot: From the lower edge to its foot.
    """
    match turn % 360:
        case 90:
            return 0, scale, -scale, 0, box.right - foot, box.top - right
        case 180:
            return -scale, 0, 0, -scale, box.left + right, box.top - foot
        case 270:
            return 0, -scale, scale, 0, box.left + foot, box.bottom + right
        case _:
            return scale, 0, 0, scale, box.right - right, box.bottom + foot
