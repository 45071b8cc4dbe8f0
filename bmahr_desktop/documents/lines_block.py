"""Lines over the months of a fiscal year, drawn on paper: progress, money."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.blocks import Block
from bmahr_desktop.documents.typesetting.paragraph import Align
from bmahr_desktop.documents.typesetting.tags import Element
from bmahr_desktop.domain.projects.schedule import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bmahr_desktop.documents.bodies import BodySetter
    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.paragraph import Paragraph, ParagraphStyle
    from bmahr_desktop.domain.projects.curve import Point
    from bmahr_desktop.domain.projects.picture import ProjectPicture

_SIZE = 12.0
_GAP = 4.0
_KEY = 22.0
_MARK = 2.2
_ROUND = 0.5523
"""Where the handles of a curve lie that draws a quarter of a circle."""


@dataclass(frozen=True)
class Scale:
    """Marks of a scale, evenly spaced from 0 up, and what they say."""

    values: Sequence[int]
    labels: Sequence[str]


@dataclass(frozen=True)
class Series:
    """A line.

    Attributes:
        name: In the key.
        points: From left to right.
        colour: Red, green and blue from 0 to 1.
        dashed: How it is told apart without colours.
        marked: Whether each point has a dot.
    """

    name: str
    points: tuple[Point, ...]
    colour: tuple[float, float, float]
    dashed: bool = False
    marked: bool = False


class LinesBlock(Block):
    """A title with the key, a grid, and lines in it. It is never parted."""

    def __init__(
        self,
        titles: tuple[str, str],
        scale: Scale,
        series: Sequence[Series],
        picture: ProjectPicture,
        setter: BodySetter,
        height: float,
        at: float = 0.0,
    ) -> None:
        """Take what to draw.

        Args:
            titles: What is drawn, and the same with its figures, for those who do not see it.
            scale: The scale at left.
            series: The lines.
            picture: The months, and today.
            setter: With the styles of the paper.
            height: Of the whole, in points.
            at: How far in the grid begins at least, in points, so that two stand in line.
        """
        self._scale, self._series, self._picture = scale, series, picture
        self._setter, self._height = setter, height
        self._element = Element("Figure", alternative=f"{titles[0]}: {titles[1]}")
        base = replace(setter.styles.cell(), size=_SIZE)
        self._style = base
        self._labels = [self._line(one, replace(base, align=Align.RIGHT)) for one in scale.labels]
        self._title = self._line(titles[0], base, bold=True)
        self._names = [self._line(one.name, base) for one in series]
        widest = max(one.text.widths[-1] for one in self._labels)
        self.at = max(at, widest + 2 * _GAP)
        self._months = [
            self._line(one, replace(base, align=Align.CENTER)) for one in picture.months
        ]

    def _line(self, words: str, style: ParagraphStyle, *, bold: bool = False) -> Paragraph:
        made = self._setter.line(words, style, bold=bold)
        made.adopt(self._element)
        return made

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self._element.parent = parent

    def height(self, width: float) -> float:
        """Return the height, in points."""
        return self._height

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the grid and the lines, then the words."""
        line = self._style.line_height
        plot = _Plot(
            left + self.at, top - line - 2 * _GAP, left + width,
            top - self._height + line + _GAP / 2, max(self._scale.values),
        )  # fmt: skip
        shapes = [*plot.grid(len(self._scale.values)), *self._today(plot)]
        for one in self._series:
            shapes += plot.line(one)
        shapes += self._keys(left, top - line / 2)
        with canvas.artifact():
            canvas.operators("\n".join(["q", *shapes, "Q"]))
        self._draw_words(canvas, plot, left, top, self.at - 2 * _GAP)

    def _today(self, plot: _Plot) -> list[str]:
        if self._picture.today is None:
            return []
        x = plot.x(float(self._picture.today))
        return [
            f"q 0.66 0.15 0.11 RG 0.8 w [2 2] 0 d {x:.2f} {plot.top:.2f} m "
            f"{x:.2f} {plot.bottom:.2f} l S Q"
        ]

    def _places(self, left: float) -> list[float]:
        """Return where the key of each line begins."""
        x = left + self._title.text.widths[-1] + 4 * _GAP
        places = []
        for name in self._names:
            places.append(x)
            x += _KEY + name.text.widths[-1] + 5 * _GAP
        return places

    def _keys(self, left: float, y: float) -> list[str]:
        drawn = []
        for one, x in zip(self._series, self._places(left), strict=True):
            drawn.append(f"{_pen(one)} {x:.2f} {y:.2f} m {x + _KEY:.2f} {y:.2f} l S Q")
            if one.marked:
                drawn.append(_dot(x + _KEY / 2, y, one.colour))
        return drawn

    def _draw_words(
        self, canvas: PaperCanvas, plot: _Plot, left: float, top: float, widest: float
    ) -> None:
        line = self._style.line_height
        self._title.draw(canvas, left, top, self._title.text.widths[-1] + 1)
        for name, x in zip(self._names, self._places(left), strict=True):
            name.draw(canvas, x + _KEY + _GAP, top, name.text.widths[-1] + 1)
        for label, value in zip(self._labels, self._scale.values, strict=True):
            label.draw(canvas, left, plot.y(value) + line / 2, widest + _GAP)
        for month, name in enumerate(self._months):
            x = plot.x(month)
            name.draw(canvas, x, plot.bottom - _GAP / 2, plot.x(month + 1) - x)


class _Plot:
    """Where values lie."""

    def __init__(self, left: float, top: float, right: float, bottom: float, most: int) -> None:
        self.left, self.top, self.right, self.bottom = left, top, right, bottom
        self._most = max(most, 1)

    def x(self, month: float) -> float:
        return self.left + (self.right - self.left) * month / MONTHS

    def y(self, value: int) -> float:
        return self.bottom + (self.top - self.bottom) * value / self._most

    def grid(self, marks: int) -> list[str]:
        drawn = ["0.8 0.8 0.8 RG 0.4 w"]
        for mark in range(marks):
            y = self.y(self._most * mark // max(marks - 1, 1))
            drawn.append(f"{self.left:.2f} {y:.2f} m {self.right:.2f} {y:.2f} l S")
        for month in range(MONTHS + 1):
            x = self.x(month)
            drawn.append(f"{x:.2f} {self.bottom:.2f} m {x:.2f} {self.top:.2f} l S")
        return drawn

    def line(self, series: Series) -> list[str]:
        points = [(self.x(float(one.across)), self.y(one.value)) for one in series.points]
        if not points:
            return []
        (x, y), *others = points
        path = [f"{x:.2f} {y:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in others)]
        drawn = [f"{_pen(series)} {' '.join(path)} S Q"] if others else []
        if series.marked:
            drawn += [_dot(x, y, series.colour) for x, y in points]
        return drawn


def _pen(series: Series) -> str:
    red, green, blue = series.colour
    dashes = "[4 2.5] 0 d" if series.dashed else "[] 0 d"
    return f"q {red:g} {green:g} {blue:g} RG 1.3 w 1 j {dashes}"


def _dot(x: float, y: float, colour: tuple[float, float, float]) -> str:
    red, green, blue = colour
    r, h = _MARK, _MARK * _ROUND
    return (
        f"q {red:g} {green:g} {blue:g} rg {x - r:.2f} {y:.2f} m "
        f"{x - r:.2f} {y + h:.2f} {x - h:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x + h:.2f} {y + r:.2f} {x + r:.2f} {y + h:.2f} {x + r:.2f} {y:.2f} c "
        f"{x + r:.2f} {y - h:.2f} {x + h:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x - h:.2f} {y - r:.2f} {x - r:.2f} {y - h:.2f} {x - r:.2f} {y:.2f} c f Q"
    )
