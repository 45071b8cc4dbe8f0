"""Lines to be filled in: a label, and behind it dots, with or without a value written over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.blocks import Block

if TYPE_CHECKING:
    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.paragraph import Paragraph
    from bmahr_desktop.documents.typesetting.tags import Element


@dataclass(frozen=True)
class LeaderStyle:
    """How the dots are drawn; lengths in points.

    Attributes:
        gap: Between the label and the value.
        dots_gap: Between the label and the first dot.
        dot: How large a dot is.
        step: From dot to dot.
        below: How far below the base line they lie.
    """

    gap: float = 6.0
    dots_gap: float = 2.0
    dot: float = 0.8
    step: float = 2.8
    below: float = 2.0


class Leader(Block):
    """A label with its value over dots that run to the right edge, on every line of the value.

    Label and value stand on one base line, whatever their sizes. It is never parted.
    """

    def __init__(
        self,
        label: Paragraph,
        value: Paragraph,
        style: LeaderStyle | None = None,
        after: Paragraph | None = None,
    ) -> None:
        """Take what stands there.

        Args:
            label: Of one line.
            value: What is written over the dots; without text, the dots alone are drawn.
            style: How the dots are drawn.
            after: Of one line, behind the dots at the right edge.
        """
        self._label, self._value, self._after = label, value, after
        self._style = style or LeaderStyle()
        self._at = label.text.widths[-1] + self._style.gap
        self._kept = after.text.widths[-1] + self._style.dots_gap if after else 0.0
        self.before, self.after = label.before, label.after
        self.keep_with_next = label.keep_with_next

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        for block in (self._label, self._value, self._after):
            if block:
                block.adopt(parent)

    def _base(self) -> float:
        return max(self._label.style.base, self._value.style.base)

    def _lines(self, width: float) -> int:
        return max(1, len(self._value.lines(self._inner(width))))

    def _inner(self, width: float) -> float:
        return width - self._at - self._kept

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        label, value = self._label.style, self._value.style
        below = (
            label.line_height - label.base,
            self._lines(width) * value.line_height - value.base,
        )
        return self._base() + max(below)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the dots and what stands on them."""
        style, value = self._style, self._value
        base, inner = top - self._base(), self._inner(width)
        right = left + width - self._kept
        with canvas.artifact():
            for number in range(self._lines(width)):
                start = left + self._at - (0 if number else style.gap - style.dots_gap)
                self._draw_dots(canvas, start, right, base - number * value.style.line_height)
        self._label.draw(canvas, left, base + self._label.style.base, self._at)
        value.draw(canvas, left + self._at, base + value.style.base, inner)
        if self._after:
            at = right + style.dots_gap
            self._after.draw(canvas, at, base + self._after.style.base, left + width - at)

    def _draw_dots(self, canvas: PaperCanvas, start: float, stop: float, base: float) -> None:
        """Draw dots from the right, so that those of several lines stand below each other."""
        style, y = self._style, base - self._style.below
        if stop - start > style.step:
            canvas.operators(
                f"q 1 J {style.dot:g} w [0 {style.step:g}] 0 d "
                f"{stop - style.dot:.2f} {y:.2f} m {start:.2f} {y:.2f} l S Q"
            )
