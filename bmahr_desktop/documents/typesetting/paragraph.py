"""A paragraph: text in lines."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from bmahr_desktop.documents.typesetting.blocks import Block
from bmahr_desktop.documents.typesetting.ink import (
    Place,
    draw_clusters,
    draw_underlines,
    has_underline,
    offset_of,
)
from bmahr_desktop.documents.typesetting.lines import Column
from bmahr_desktop.documents.typesetting.tags import Element
from bmahr_desktop.documents.typesetting.text import Line, Run, Typesetter
from bmahr_desktop.documents.typesetting.textmap import Placed

if TYPE_CHECKING:
    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.families import Family

FEWEST_LINES = 2
"""A paragraph leaves at least so many lines on a page, and takes as many to the next."""
_BALANCE = 4.0
"""How exactly centred lines are made equal, in points."""
_RAGGED = 0.4
"""How much the emptiness of a line counts where the right edge is ragged."""


class Align(Enum):
    """How lines fill their width."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    SPREAD = "spread"
    """Both edges straight: slack goes mostly into spaces and a little between clusters."""


@dataclass(frozen=True)
class ParagraphStyle:
    """How a paragraph is set; all lengths in points.

    Attributes:
        family: The fonts.
        size: The official size.
        leading: From line to line; the family's own when None.
        align: How lines fill their width.
        left, right: Indents of all lines.
        first: The indent of the first line, measured from where the others begin.
        before, after: Space above and below.
        role: What it is in the structure of the document.
        space_weight: How much more of the slack a space takes than the end of a cluster.
        widest_gap: The most that is put between clusters, in parts of the size.
        keep_whole: Whether it is never parted between pages.
        keep_with_next: Whether a page may not end behind it.
    """

    family: Family
    size: float = 16
    leading: float | None = None
    align: Align = Align.LEFT
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    role: str = "P"
    space_weight: float = 8
    widest_gap: float = 0.08
    keep_whole: bool = False
    keep_with_next: bool = False

    @property
    def line_height(self) -> float:
        """Return the distance from line to line, in points."""
        return self.size * self.family.leading if self.leading is None else self.leading

    @property
    def reach(self) -> tuple[float, float]:
        """Return how far letters reach above their base line and (negative) below, in points."""
        face, scale = self.family.face(), self.size * self.family.scale / 1000
        return face.ascent * scale, face.descent * scale

    @property
    def base(self) -> float:
        """Return how far below the top of a paragraph its first base line lies, in points."""
        return (self.line_height + sum(self.reach)) / 2


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline."""

    title: str
    level: int = 0


class Paragraph(Block):
    """Text in lines. It may be parted; each part owns its own clusters, whatever its width."""

    def __init__(
        self,
        typesetter: Typesetter,
        runs: tuple[Run, ...],
        style: ParagraphStyle,
        bookmark: Bookmark | None = None,
    ) -> None:
        """Take the text and how to set it."""
        self.style = style
        self.text = typesetter.text(runs, style.family, style.size)
        self.element = Element(style.role)
        self.bookmark = bookmark
        self.before, self.after = style.before, style.after
        self.keep_with_next = style.keep_with_next
        self._start, self._stop = 0, len(self.text.clusters)
        self._lines: tuple[Line, ...] | None = None
        self._lines_width = 0.0

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self.element.parent = parent

    def narrowest(self) -> float:
        """Return the narrowest width without a break inside a word, in points."""
        return self.text.narrowest() + self.style.left + self.style.right

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines at a width in points."""
        if self._lines is None or self._lines_width != width:
            style = self.style
            others = max(width - style.left - style.right, style.size)
            first = max(others - style.first, style.size)
            column = Column(first, others, _RAGGED if style.align is Align.LEFT else 1.0)
            if style.align is Align.CENTER:
                column = self._balanced(column)
            self._lines = self.text.lines(column, self._start, self._stop)
            self._lines_width = width
        return self._lines

    def _balanced(self, column: Column) -> Column:
        """Return the narrowest column that takes no more lines: none of them is left short."""
        count = len(self.text.lines(column, self._start, self._stop))
        low, high = self.text.narrowest(), column.width
        if count < 2 or low >= high or column.first != column.width:
            return column
        while high - low > _BALANCE:
            middle = (low + high) / 2
            lines = self.text.lines(Column(middle, middle), self._start, self._stop)
            low, high = (low, middle) if len(lines) <= count else (middle, high)
        return Column(high, high)

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return len(self.lines(width)) * self.style.line_height

    def least(self, width: float) -> float:
        """Return the least height of a first part, in points."""
        count = len(self.lines(width))
        if self.style.keep_whole or count < 2 * FEWEST_LINES:
            return count * self.style.line_height
        return FEWEST_LINES * self.style.line_height

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height."""
        lines = self.lines(width)
        fitting = int(height / self.style.line_height + 1e-6)
        fitting = min(fitting, len(lines) - FEWEST_LINES)
        if fitting < FEWEST_LINES or self.style.keep_whole:
            return None
        return self._part(lines[:fitting], width), self._part(lines[fitting:], width)

    def _part(self, lines: tuple[Line, ...], width: float) -> Paragraph:
        part = copy(self)
        part._keep_only(lines, width)  # noqa: SLF001 -- its own kind
        return part

    def _keep_only(self, lines: tuple[Line, ...], width: float) -> None:
        self._start, self._stop = lines[0].start, lines[-1].stop
        self._lines, self._lines_width = lines, width
        if self._start:
            self.before, self.bookmark = 0.0, None

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the lines."""
        style = self.style
        lines = self.lines(width)
        if self.bookmark:
            canvas.mark_place(self.bookmark.title, self.bookmark.level, top)
        if not lines:
            return
        ascent, descent = style.reach
        base = top - style.base
        placed = [self._placed(line, left, width) for line in lines]
        with canvas.marked(self.element):
            for number, (line, place) in enumerate(zip(lines, placed, strict=True)):
                y = base - number * style.line_height
                draw_clusters(canvas, self.text, line.start, line.stop, place, y)
                self._map(canvas, line, place, (y + descent, y + ascent))
        if has_underline(self.text.inks):
            with canvas.artifact():
                for number, (line, place) in enumerate(zip(lines, placed, strict=True)):
                    y = base - number * style.line_height
                    draw_underlines(canvas, self.text, line.start, line.visible, place, y)

    def _map(
        self, canvas: PaperCanvas, line: Line, place: Place, vertical: tuple[float, float]
    ) -> None:
        """Count a line, and note where its sources went."""
        text = self.text
        number = canvas.next_line(text, line.start, line.visible, vertical[0])
        if not number:
            return
        for origin in text.origins:
            first, last = max(origin.start, line.start), min(origin.stop, line.stop)
            if first >= last:
                continue
            shift = origin.source.start - text.offsets[origin.start]
            canvas.text_map.pieces.append(
                Placed(
                    key=origin.source.key,
                    start=text.offsets[first] + shift,
                    stop=text.offsets[last] + shift,
                    page=canvas.getPageNumber(),
                    line=number,
                    left=place.x + offset_of(text, line.start, first, place),
                    right=place.x + offset_of(text, line.start, last, place),
                    bottom=vertical[0],
                    top=vertical[1],
                )
            )

    def _placed(self, line: Line, left: float, width: float) -> Place:
        """Return where a line begins and how it is stretched."""
        style = self.style
        indent = style.left + (style.first if line.is_first else 0)
        slack = width - style.right - indent - line.width
        x = left + indent
        if style.align is Align.CENTER:
            return Place(x + slack / 2)
        if style.align is Align.RIGHT:
            return Place(x + slack)
        ends = line.visible - line.start - 1
        if style.align is Align.LEFT or line.is_last or ends < 1 or slack <= 0:
            return Place(x)
        gap = slack / (ends + style.space_weight * line.spaces)
        widest = style.widest_gap * style.size * style.family.scale
        if gap <= widest:
            return Place(x, gap, style.space_weight * gap)
        if line.spaces:
            return Place(x, widest, (slack - ends * widest) / line.spaces)
        return Place(x, widest)


def plain(text: str, **style: Any) -> tuple[Run, ...]:
    """Return a text in one style as the runs of a paragraph."""
    return (Run(text, **style),)
