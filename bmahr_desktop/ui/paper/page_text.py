"""The words of a page with their places, as pdfium reads them."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bmahr_desktop.ui.paper.geometry import Spot

_LINE_END = re.compile("[\r\n]+")
_THAI_LETTER = re.compile("[ก-ฺเ-๎]")
_FULL = 0.85  # of the page's text: a shorter line ends its paragraph


class Line(NamedTuple):
    """A line of a page: its part of the text, and its box in points."""

    start: int
    stop: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class PageText:
    """The words of a page.

    Lines are joined as they were before the paper was set: without a space between Thai letters,
    with one elsewhere.

    Attributes:
        text: The words.
        boxes: Four numbers for each character: left, bottom, right and top, in points.
        lines: From the top, as a rule; cells of a table are lines too.
    """

    text: str
    boxes: "array[float]"
    lines: tuple[Line, ...]

    def spots(self, page: int, start: int, stop: int) -> list[Spot]:
        """Return a rectangle for each line of a stretch of the text."""
        return [
            Spot(page, min(part[0::4]), line.bottom, max(part[2::4]), line.top)
            for line, first, last in self._by_line(start, stop)
            if (part := self.boxes[4 * first : 4 * last])
        ]

    def offset_at(self, x: float, y: float) -> int:
        """Return the offset between two characters that is nearest to a place."""
        if not self.lines:
            return 0
        line = min(
            self.lines,
            key=lambda one: (
                max(one.bottom - y, y - one.top, 0.0),
                max(one.left - x, x - one.right, 0.0),
            ),
        )
        for at in range(line.start, line.stop):
            left, right = self.boxes[4 * at], self.boxes[4 * at + 2]
            if right > left and x < (left + right) / 2:
                return at
        return line.stop

    def words(self, start: int, stop: int) -> str:
        """Return a stretch of the text; what seem to be paragraphs stand on lines of their own."""
        if not self.lines:
            return ""
        left = min(line.left for line in self.lines)
        edge = left + _FULL * (max(line.right for line in self.lines) - left)
        parts = [
            self.text[first:last].rstrip() + "\n"
            if line.right < edge and last < stop
            else self.text[first:last]
            for line, first, last in self._by_line(start, stop)
        ]
        return "".join(parts)

    def inside(self, spot: Spot) -> tuple[int, int]:
        """Return the stretch of the text that is printed in a rectangle of this page."""
        middle = (spot.bottom + spot.top) / 2
        found = [
            at
            for line in self.lines
            if line.bottom <= middle <= line.top
            for at in range(line.start, line.stop)
            if spot.left <= (self.boxes[4 * at] + self.boxes[4 * at + 2]) / 2 <= spot.right
        ]
        return (found[0], found[-1] + 1) if found else (0, 0)

    def _by_line(self, start: int, stop: int) -> Iterator[tuple[Line, int, int]]:
        """Give each line of a stretch, and the part of it."""
        first = max(bisect_right(self.lines, start, key=lambda line: line.start) - 1, 0)
        for line in self.lines[first:]:
            if line.start >= stop:
                return
            yield line, max(line.start, start), min(line.stop, stop)


def made_text(raw: str, boxes: "array[float]") -> PageText:
    """Join the lines of a page.

    Args:
        raw: What pdfium reads, with line ends.
        boxes: Four numbers for each character of it.
    """
    parts: list[str] = []
    kept: array[float] = array("f")
    lines: list[Line] = []
    length = position = 0
    while position < len(raw):
        found = _LINE_END.search(raw, position)
        end = found.start() if found else len(raw)
        after = found.end() if found else len(raw)
        if end > position:
            part = boxes[4 * position : 4 * end]
            words = raw[position:end]
            if after < len(raw) and _parted(words[-1], raw[after]):
                words += " "
                part.extend((part[-2], part[-3], part[-2], part[-1]))
            box = (min(part[0::4]), min(part[1::4]), max(part[2::4]), max(part[3::4]))
            lines.append(Line(length, length + len(words), *box))
            parts.append(words)
            kept.extend(part)
            length += len(words)
        position = after
    return PageText("".join(parts), kept, tuple(lines))


def _parted(last: str, first: str) -> bool:
    """Tell whether a space stood between the last letter of a line and the first of the next."""
    if last.isspace():
        return False
    return not (_THAI_LETTER.match(last) and _THAI_LETTER.match(first))
