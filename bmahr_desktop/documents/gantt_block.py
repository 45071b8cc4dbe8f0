"""The plan of a project on paper: steps with their weights, and bars over the twelve months."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import TOLERANCE, Block
from bmahr_desktop.documents.typesetting.paragraph import Align
from bmahr_desktop.documents.typesetting.tags import Element
from bmahr_desktop.domain.projects.schedule import MONTHS
from bmahr_desktop.i18n import paper

if TYPE_CHECKING:
    from fractions import Fraction

    from bmahr_desktop.documents.bodies import BodySetter
    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.paragraph import Paragraph
    from bmahr_desktop.domain.projects.gantt import Bar
    from bmahr_desktop.domain.projects.picture import PictureRow, ProjectPicture

_TEXT, _WEIGHT = 5.8 * CM, 1.35 * CM
_PAD = 3.0
_BAND = 2.6
_AIR = 1.2
_FILL, _EDGE, _RULE, _TODAY = "0.83 0.9 0.86", "0.11 0.36 0.26", "0.6 0.6 0.6", "0.66 0.15 0.11"


class GanttBlock(Block):
    """Rows of steps under the months. It is parted between rows; the head is repeated."""

    def __init__(self, picture: ProjectPicture, setter: BodySetter, size: float) -> None:
        """Take what to draw.

        Args:
            picture: The plan.
            setter: With the styles of the paper.
            size: The official size of the words, in points.
        """
        self._picture, self._setter = picture, setter
        self._element = Element("Figure", alternative=picture.standing)
        base = replace(setter.styles.cell(), size=size)
        self._left = base
        self._centred = replace(base, align=Align.CENTER)
        self._right = replace(base, align=Align.RIGHT)
        self._small = replace(base, size=size - 2, align=Align.CENTER)
        self._rows = [
            (row, self._line(row.text, self._left), self._line(row.weight, self._right))
            for row in picture.rows
        ]
        self._last = True

    def _line(self, words: str, style: object, *, bold: bool = False) -> Paragraph:
        made = self._setter.line(words, style, bold=bold)  # type: ignore[arg-type]
        made.adopt(self._element)
        return made

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self._element.parent = parent

    # ------------------------------------------------------------------ measuring

    @property
    def _head(self) -> float:
        return 2 * self._centred.line_height + 2 * _AIR

    @property
    def _foot(self) -> float:
        return self._left.line_height + 2 * _AIR if self._last else 0.0

    def _row_height(self, text: Paragraph) -> float:
        bar = self._small.line_height + _BAND + 2 * _AIR
        return max(text.height(_TEXT - 2 * _PAD), bar) + 2 * _AIR

    def height(self, width: float) -> float:
        """Return the height, in points."""
        return self._head + sum(self._row_height(text) for _, text, _ in self._rows) + self._foot

    def least(self, width: float) -> float:
        """Return the least height of a first part: the head and a row."""
        return self._head + self._row_height(self._rows[0][1])

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height."""
        used, fitting = self._head, 0
        for _, text, _ in self._rows:
            used += self._row_height(text)
            if used > height + TOLERANCE:
                break
            fitting += 1
        fitting = min(fitting, len(self._rows) - 1)
        if fitting < 1:
            return None
        first, second = copy(self), copy(self)
        first._rows, first._last = self._rows[:fitting], False  # noqa: SLF001 -- its own kind
        second._rows = self._rows[fitting:]  # noqa: SLF001
        return first, second

    # ------------------------------------------------------------------ drawing

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw rules and bars, then all words over them."""
        grid = _Grid(left, width)
        tops = [top, top - self._head]
        for _, text, _ in self._rows:
            tops.append(tops[-1] - self._row_height(text))
        bottom = top - self.height(width)
        shapes = self._rules(grid, tops, bottom)
        for (row, _, _), above, below in zip(self._rows, tops[1:], tops[2:], strict=False):
            shapes += self._bars(grid, row, (above + below) / 2)
        if self._picture.today is not None:
            x = grid.at(self._picture.today)
            shapes.append(f"{_TODAY} RG 1 w {x:.2f} {tops[1]:.2f} m {x:.2f} {tops[-1]:.2f} l S")
        with canvas.artifact():
            canvas.operators("\n".join(["q", *shapes, "Q"]))
        self._draw_head(canvas, grid, top)
        for (row, text, weight), above, below in zip(self._rows, tops[1:], tops[2:], strict=False):
            self._draw_row(canvas, grid, (row, text, weight), (above, below))
        if self._last:
            self._draw_foot(canvas, grid, tops[-1])

    def _rules(self, grid: _Grid, tops: list[float], bottom: float) -> list[str]:
        middle = tops[0] - self._head / 2
        drawn = [f"{_RULE} RG 0.5 w"]
        for y in (*tops, bottom):
            drawn.append(f"{grid.left:.2f} {y:.2f} m {grid.right:.2f} {y:.2f} l S")
        drawn.append(f"{grid.months:.2f} {middle:.2f} m {grid.right:.2f} {middle:.2f} l S")
        for x in (grid.left, grid.left + _TEXT, grid.months, grid.right):
            drawn.append(f"{x:.2f} {tops[0]:.2f} m {x:.2f} {bottom:.2f} l S")
        firsts = {first for _, first, _ in self._picture.years}
        for month in range(1, MONTHS):
            x = grid.left_of(month)
            high = tops[0] if month in firsts else middle
            drawn.append(f"{x:.2f} {high:.2f} m {x:.2f} {bottom:.2f} l S")
        return drawn

    def _bars(self, grid: _Grid, row: PictureRow, middle: float) -> list[str]:
        height = self._small.line_height + _BAND
        bottom = middle - height / 2
        drawn = []
        for bar in row.bars:
            x, across = grid.span(bar)
            drawn.append(
                f"{_FILL} rg {_EDGE} RG 0.6 w {x:.2f} {bottom:.2f} {across:.2f} {height:.2f} re B"
            )
        if row.done is not None:
            x, across = grid.span(row.done)
            drawn.append(f"{_EDGE} rg {x:.2f} {bottom:.2f} {across:.2f} {_BAND:.2f} re f")
        return drawn

    def _draw_head(self, canvas: PaperCanvas, grid: _Grid, top: float) -> None:
        line = self._centred.line_height
        middle = top - (self._head - line) / 2
        self._put(canvas, paper("Steps of the work"), grid.left, middle, _TEXT, bold=True)
        self._put(canvas, paper("weight (%)"), grid.left + _TEXT, middle, _WEIGHT, bold=True)
        for words, first, last in self._picture.years:
            x = grid.left_of(first)
            across = grid.left_of(last + 1) - x
            self._put(canvas, words, x, top - _AIR / 2, across, bold=True)
        for month, name in enumerate(self._picture.months):
            self._put(
                canvas, name, grid.left_of(month), top - self._head / 2 - _AIR / 2, grid.month
            )

    def _draw_row(
        self,
        canvas: PaperCanvas,
        grid: _Grid,
        parts: tuple[PictureRow, Paragraph, Paragraph],
        edges: tuple[float, float],
    ) -> None:
        row, text, weight = parts
        above, below = edges
        middle = (above + below) / 2
        inner = _TEXT - 2 * _PAD
        text.draw(canvas, grid.left + _PAD, middle + text.height(inner) / 2, inner)
        own = _WEIGHT - 2 * _PAD
        weight.draw(canvas, grid.left + _TEXT + _PAD, middle + weight.height(own) / 2, own)
        if not row.words or not row.bars:
            return
        x, across = max((grid.span(bar) for bar in row.bars), key=lambda one: one[1])
        words = self._line(row.words, self._small)
        if words.text.widths[-1] <= across - 2:
            top = middle + (self._small.line_height + _BAND) / 2
            words.draw(canvas, x, top, across)

    def _draw_foot(self, canvas: PaperCanvas, grid: _Grid, top: float) -> None:
        if not self._picture.sums:
            return
        weight, *ends = self._picture.sums
        inner = top - _AIR
        self._put(canvas, paper("sum, and planned so far (%)"), grid.left, inner, _TEXT, bold=True)
        total = self._line(weight, self._right, bold=True)
        total.draw(canvas, grid.left + _TEXT + _PAD, inner, _WEIGHT - 2 * _PAD)
        for month, end in enumerate(ends):
            self._put(canvas, end, grid.left_of(month), inner, grid.month)

    def _put(
        self, canvas: PaperCanvas, words: str, x: float, top: float, width: float, *,
        bold: bool = False,
    ) -> None:  # fmt: skip
        """Write words in the middle of a width, smaller where they are too wide."""
        made = self._line(words, self._centred, bold=bold)
        wide = made.text.widths[-1]
        if wide > width - _PAD:
            style = replace(self._centred, size=self._centred.size * (width - _PAD) / wide)
            style = replace(style, leading=self._centred.line_height)
            made = self._line(words, style, bold=bold)
        made.draw(canvas, x, top, width)


class _Grid:
    """Where columns lie."""

    def __init__(self, left: float, width: float) -> None:
        self.left, self.right = left, left + width
        self.months = left + _TEXT + _WEIGHT
        self.month = (self.right - self.months) / MONTHS

    def left_of(self, month: int) -> float:
        return self.months + month * self.month

    def at(self, place: Fraction) -> float:
        return self.months + float(place) * self.month

    def span(self, bar: Bar) -> tuple[float, float]:
        x = self.at(bar.start) + 1
        return x, max(self.at(bar.stop) - x - 1, 1.5)
