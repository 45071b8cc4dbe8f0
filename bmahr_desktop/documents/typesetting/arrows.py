"""Lines with arrow heads and boxes to tick, drawn into table cells: plans, slips, forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.blocks import Block

if TYPE_CHECKING:
    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas

_HEAD_LENGTH, _HEAD_WIDTH = 5.0, 2.4


class Arrow(Block):
    """A level line over the whole width, with a head at either end or at none."""

    def __init__(
        self, line_height: float, *, left: bool = True, right: bool = True, pen: float = 0.8
    ) -> None:
        """Say which ends have heads; lengths in points."""
        self._line_height, self._heads, self._pen = line_height, (left, right), pen

    def height(self, width: float) -> float:
        """Return the height, in points."""
        return self._line_height

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the line half way down."""
        y, right = top - self._line_height / 2, left + width
        at_left, at_right = self._heads
        start = left + (_HEAD_LENGTH if at_left else 0)
        end = right - (_HEAD_LENGTH if at_right else 0)
        drawn = [f"q {self._pen:g} w 0 0 0 RG 0 0 0 rg"]
        if end > start:
            drawn.append(f"{start:.2f} {y:.2f} m {end:.2f} {y:.2f} l S")
        for wanted, tip, base in ((at_left, left, start), (at_right, right, end)):
            if wanted:
                drawn.append(
                    f"{tip:.2f} {y:.2f} m {base:.2f} {y + _HEAD_WIDTH:.2f} l "
                    f"{base:.2f} {y - _HEAD_WIDTH:.2f} l h f"
                )
        with canvas.artifact():
            canvas.operators("\n".join([*drawn, "Q"]))


class TickBox(Block):
    """A square to tick by hand, or ticked."""

    def __init__(self, size: float, *, ticked: bool = False, pen: float = 0.8) -> None:
        """Take the square's side in points."""
        self._size, self._ticked, self._pen = size, ticked, pen

    def height(self, width: float) -> float:
        """Return the height, in points."""
        return self._size

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the square in the middle of the width."""
        size = self._size
        x, y = left + (width - size) / 2, top - size
        drawn = [f"q {self._pen:g} w 0 0 0 RG {x:.2f} {y:.2f} {size:.2f} {size:.2f} re S"]
        if self._ticked:
            drawn.append(
                f"{2 * self._pen:g} w {x + 0.2 * size:.2f} {y + 0.5 * size:.2f} m "
                f"{x + 0.42 * size:.2f} {y + 0.22 * size:.2f} l "
                f"{x + 0.85 * size:.2f} {y + 0.85 * size:.2f} l S"
            )
        with canvas.artifact():
            canvas.operators("\n".join([*drawn, "Q"]))
