"""Where pages lie in a view, how large they are, and which parts of them are drawn."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF

MARGIN = 16
"""Around the pages and between them, in pixels that do not depend on the screen."""

PERCENTS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
TILE = 1024
"""The side of the largest part of a page that is drawn at once, in pixels of the screen."""

_PIXELS_PER_POINT = 96 / 72


class PageSize(NamedTuple):
    """In points."""

    width: float
    height: float


class Fit(Enum):
    """What the size of the pages follows."""

    WIDTH = auto()
    PAGE = auto()
    NONE = auto()


@dataclass(frozen=True)
class Zoom:
    """How large pages are shown.

    Attributes:
        percent: Of the size on paper; counts where nothing is fitted.
    """

    fit: Fit = Fit.WIDTH
    percent: int = 100


class Place(NamedTuple):
    """A height in the paper that stays the same whatever the zoom.

    Attributes:
        page: From 1; 0 for the beginning, before there are pages.
        down: In points from the top of the page; in the gap above it, less than nothing, and in
            pixels, for the gap does not grow with the pages.
    """

    page: int
    down: float


class Point(NamedTuple):
    """A place on a page, in points from its lower left corner; pages count from 1."""

    page: int
    x: float
    y: float


class Spot(NamedTuple):
    """A rectangle on a page, in points from its lower left corner; pages count from 1."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Tile(NamedTuple):
    """A part of a page to draw, in pixels of the screen.

    Attributes:
        page: From 1.
        x, y, width, height: The part.
        full_width, full_height: The whole page.
    """

    page: int
    x: int
    y: int
    width: int
    height: int
    full_width: int
    full_height: int


@dataclass(frozen=True)
class Layout:
    """Pages one under the other.

    Attributes:
        boxes: One for each page, from the upper left corner of the first page's margin.
        scale: Pixels for a point.
        width, height: Of all together, with the margins.
    """

    boxes: tuple[QRect, ...] = ()
    sizes: tuple[PageSize, ...] = ()
    scale: float = 1.0
    width: int = 0
    height: int = 0

    def percent(self) -> int:
        """Return the size of the pages in percent of their size on paper."""
        return round(self.scale / _PIXELS_PER_POINT * 100)

    def page_at(self, y: float) -> int:
        """Return the page at a height, or in the gap under a height; from 1, 0 without pages."""
        if not self.boxes:
            return 0
        page = bisect_right(self.boxes, y, key=lambda box: box.top() - MARGIN)
        return min(max(page, 1), len(self.boxes))

    def pages_between(self, top: float, bottom: float) -> range:
        """Return the pages that show between two heights."""
        if not self.boxes:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)

    def place_at(self, y: float) -> Place:
        """Return what stands at a height."""
        page = self.page_at(y)
        if not page:
            return Place(0, 0.0)
        down = y - self.boxes[page - 1].top()
        return Place(page, down / self.scale if down > 0 else down)

    def height_of(self, place: Place) -> float:
        """Return the height of a place; that of the last page for a page that is gone."""
        if not (self.boxes and place.page):
            return 0.0
        box = self.boxes[min(place.page, len(self.boxes)) - 1]
        return box.top() + (place.down * self.scale if place.down > 0 else place.down)

    def nearest(self, position: QPointF) -> Point | None:
        """Return the place on the nearest page, which may be beside it; None without pages."""
        page = self.page_at(position.y())
        if not page:
            return None
        box, size = self.boxes[page - 1], self.sizes[page - 1]
        x = (position.x() - box.left()) / self.scale
        return Point(page, x, size.height - (position.y() - box.top()) / self.scale)

    def point_at(self, position: QPointF) -> Point | None:
        """Return the place on a page; None beside the pages."""
        point = self.nearest(position)
        if point is None:
            return None
        size = self.sizes[point.page - 1]
        return point if 0 <= point.x <= size.width and 0 <= point.y <= size.height else None

    def rect_of(self, spot: Spot) -> QRectF:
        """Return where a rectangle of a page lies."""
        box, size = self.boxes[spot.page - 1], self.sizes[spot.page - 1]
        return QRectF(
            box.left() + spot.left * self.scale,
            box.top() + (size.height - spot.top) * self.scale,
            (spot.right - spot.left) * self.scale,
            (spot.top - spot.bottom) * self.scale,
        )

    def tiles(self, seen: QRect, ratio: float) -> Iterator[Tile]:
        """Give the parts of pages that show in a rectangle, from the top.

        Args:
            seen: In the same pixels as the boxes.
            ratio: Pixels of the screen for one of these.
        """
        for page in self.pages_between(seen.top(), seen.bottom()):
            box = self.boxes[page - 1]
            shown = box.intersected(seen).translated(-box.topLeft())
            if shown.isEmpty():
                continue
            full = (round(box.width() * ratio), round(box.height() * ratio))
            columns = _cut(full[0], shown.left() * ratio, (shown.right() + 1) * ratio)
            for y, height in _cut(full[1], shown.top() * ratio, (shown.bottom() + 1) * ratio):
                for x, width in columns:
                    yield Tile(page, x, y, width, height, *full)


def laid_out(sizes: tuple[PageSize, ...], zoom: Zoom, width: int, height: int) -> Layout:
    """Lay pages out for a view of some width and height."""
    if not sizes:
        return Layout()
    scale = _scale(sizes, zoom, width, height)
    widths = [max(round(size.width * scale), 1) for size in sizes]
    whole = max(max(widths) + 2 * MARGIN, width)
    boxes, top = [], MARGIN
    for size, wide in zip(sizes, widths, strict=True):
        box = QRect((whole - wide) // 2, top, wide, max(round(size.height * scale), 1))
        boxes.append(box)
        top += box.height() + MARGIN
    return Layout(tuple(boxes), sizes, scale, whole, top)


def stepped(percent: int, steps: int) -> int:
    """Return the percentage some steps larger, or smaller where steps are negative."""
    for _ in range(abs(steps)):
        if steps > 0:
            percent = next((one for one in PERCENTS if one > percent), PERCENTS[-1])
        else:
            percent = next((one for one in reversed(PERCENTS) if one < percent), PERCENTS[0])
    return percent


def _scale(sizes: tuple[PageSize, ...], zoom: Zoom, width: int, height: int) -> float:
    if zoom.fit is Fit.NONE:
        return zoom.percent / 100 * _PIXELS_PER_POINT
    widest = max(size.width for size in sizes)
    scale = (width - 2 * MARGIN) / max(widest, 1.0)
    if zoom.fit is Fit.PAGE:
        highest = max(size.height for size in sizes)
        scale = min(scale, (height - 2 * MARGIN) / max(highest, 1.0))
    least, most = (one / 100 * _PIXELS_PER_POINT for one in (PERCENTS[0], PERCENTS[-1]))
    return min(max(scale, least), most)


def _cut(full: int, start: float, stop: float) -> list[tuple[int, int]]:
    """Return the parts, each a start and a length, of a length that reach into a stretch."""
    parts = -(-full // TILE)
    edges = [full * part // parts for part in range(parts + 1)]
    return [(low, high - low) for low, high in pairwise(edges) if low < stop and high > start]
