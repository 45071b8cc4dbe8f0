"""What a page is filled with, from top to bottom.

A block knows its height at a width, may be parted where a page ends, and draws itself. The
interface is that of ReportLab's flowables made smaller: widths come in, heights go out, and places
are always those of the page.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.tags import Element

TOLERANCE = 0.01
"""What lengths may differ by, in points, and still be the same."""


class Block(ABC):
    """A piece of a page.

    Attributes:
        before, after: Space above and below, in points; between two blocks the larger counts.
        keep_with_next: Whether a page may not end behind it.
        at_foot: Whether it stands at the foot of the page that it comes on, below what follows.
    """

    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    at_foot: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height at a width, in points."""

    def least(self, width: float) -> float:
        """Return the least height that its first part can have, in points."""
        return self.height(width)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height, or None if that cannot be."""
        return None

    def break_up(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts where `split` would not, because an empty page is too small."""
        return None

    def adopt(self, parent: Element) -> None:  # noqa: B027 -- most blocks have no text
        """Belong to an element of the structure, a table's cell."""

    @abstractmethod
    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at a place of the page."""


class Space(Block):
    """Empty height; none is left at the top of a page."""

    def __init__(self, points: float) -> None:
        self.points = points

    def height(self, width: float) -> float:
        """Return the height, in points."""
        return self.points

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw nothing."""


class NewPage(Block):
    """What follows begins a new page."""

    def height(self, width: float) -> float:
        """Return the height, in points."""
        return 0.0

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw nothing."""


class Indented(Block):
    """A block that stands further in."""

    def __init__(self, block: Block, left: float, right: float = 0.0) -> None:
        """Move a block in by some points on either side."""
        self.block, self.left, self.right = block, left, right
        self.before, self.after = block.before, block.after
        self.keep_with_next = block.keep_with_next

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return self.block.height(width - self.left - self.right)

    def least(self, width: float) -> float:
        """Return the least height of a first part, in points."""
        return self.block.least(width - self.left - self.right)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height."""
        parts = self.block.split(width - self.left - self.right, height)
        if parts is None:
            return None
        return Indented(parts[0], self.left, self.right), Indented(parts[1], self.left, self.right)

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self.block.adopt(parent)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the block."""
        self.block.draw(canvas, left + self.left, top, width - self.left - self.right)


class Whole(Block):
    """Blocks that are never parted."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Hold some blocks together."""
        self.blocks = blocks
        self.before, self.after = (blocks[0].before, blocks[-1].after) if blocks else (0.0, 0.0)

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return stack_height(self.blocks, width)

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        for block in self.blocks:
            block.adopt(parent)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the blocks."""
        draw_stack(self.blocks, canvas, left, top, width)


@dataclass(frozen=True)
class Piece:
    """A block at a place of its own, in points from the upper left corner of what it is part of."""

    block: Block
    left: float
    top: float
    width: float


class Arranged(Block):
    """Blocks each at a place of its own: the head of a letter. It is never parted."""

    def __init__(self, pieces: Sequence[Piece], height: float, rise: float = 0.0) -> None:
        """Arrange blocks.

        Args:
            pieces: In the order in which they are read.
            height: Of the whole, in points.
            rise: How far it reaches into the margin above.
        """
        self._pieces, self._height, self._rise = pieces, height, rise

    def height(self, width: float) -> float:
        """Return the height that it takes away from the page, in points."""
        return self._height - self._rise

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        for piece in self._pieces:
            piece.block.adopt(parent)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the blocks."""
        for one in self._pieces:
            one.block.draw(canvas, left + one.left, top + self._rise - one.top, one.width)


class Beside(Block):
    """A short block with another one at its right, both beginning at the same height."""

    def __init__(self, first: Block, second: Block, at: float) -> None:
        """Set the second block some points from the left edge."""
        self.first, self.second, self.at = first, second, at
        self.before, self.after = first.before, second.after
        self.keep_with_next = second.keep_with_next

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return max(self.first.height(self.at), self.second.height(width - self.at))

    def least(self, width: float) -> float:
        """Return the least height of a first part, in points."""
        return max(self.first.height(self.at), self.second.least(width - self.at))

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height; the short block is in the first."""
        parts = self.second.split(width - self.at, height)
        if parts is None or self.first.height(self.at) > height:
            return None
        return Beside(self.first, parts[0], self.at), Indented(parts[1], self.at)

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self.first.adopt(parent)
        self.second.adopt(parent)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw both blocks."""
        self.first.draw(canvas, left, top, self.at)
        self.second.draw(canvas, left + self.at, top, width - self.at)


class AtFoot(Block):
    """A block at the foot of the page that it comes on, whatever comes after it."""

    at_foot = True

    def __init__(self, block: Block, before: float = 0.0) -> None:
        """Put a block at the foot, some points below the text."""
        self.block, self.before = block, before

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return self.block.height(width)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the block."""
        self.block.draw(canvas, left, top, width)


class WithTail(Block):
    """A block whose end stays on one page with what follows it: a closing is never alone."""

    def __init__(self, block: Block, tail: Block) -> None:
        """Hold the end of a block and a whole one together."""
        self.block, self.tail = block, tail
        self.before, self.after = block.before, tail.after

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return stack_height((self.block, self.tail), width)

    def least(self, width: float) -> float:
        """Return the least height of a first part, in points."""
        least = self.block.least(width)
        return self.height(width) if least >= self.block.height(width) else least

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height and the second ends the block."""
        parts = self.block.split(width, min(height, self.block.height(width) - TOLERANCE))
        return (parts[0], WithTail(parts[1], self.tail)) if parts else None

    def break_up(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts when even an empty page has no room for both."""
        return (self.block, self.tail) if self.block.height(width) <= height else None

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self.block.adopt(parent)
        self.tail.adopt(parent)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw both blocks."""
        draw_stack((self.block, self.tail), canvas, left, top, width)


def stack_height(blocks: Iterable[Block], width: float) -> float:
    """Return the height of blocks one under the other, without the space above and below."""
    total, gap = 0.0, None
    for block in blocks:
        total += 0.0 if gap is None else max(gap, block.before)
        total += block.height(width)
        gap = block.after
    return total


def draw_stack(
    blocks: Iterable[Block], canvas: PaperCanvas, left: float, top: float, width: float
) -> None:
    """Draw blocks one under the other."""
    gap = None
    for block in blocks:
        top -= 0.0 if gap is None else max(gap, block.before)
        block.draw(canvas, left, top, width)
        top -= block.height(width)
        gap = block.after


def split_stack(
    blocks: Sequence[Block], width: float, height: float
) -> tuple[list[Block], list[Block]] | None:
    """Part blocks one under the other so that the first part fits a height; None if none fits."""
    used, gap = 0.0, None
    for number, block in enumerate(blocks):
        space = 0.0 if gap is None else max(gap, block.before)
        own = block.height(width)
        if used + space + own > height + TOLERANCE:
            parts = block.split(width, height - used - space)
            if parts:
                return [*blocks[:number], parts[0]], [parts[1], *blocks[number + 1 :]]
            return (list(blocks[:number]), list(blocks[number:])) if number else None
        used += space + own
        gap = block.after
    return list(blocks), []
