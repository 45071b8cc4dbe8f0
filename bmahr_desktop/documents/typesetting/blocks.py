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
    from collections.abc import Callable, Iterable, Sequence

    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.tags import Element

_TOLERANCE = 0.01


class Block(ABC):
    """A piece of a page.

    Attributes:
        before, after: Space above and below, in points; between two blocks the larger counts.
        keep_with_next: Whether a page may not end behind it.
    """

    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

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
        parts = self.block.split(width, min(height, self.block.height(width) - _TOLERANCE))
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


@dataclass(frozen=True)
class Frame:
    """The part of a page that is filled, in points from the lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class TooTallError(ValueError):
    """A block is taller than a page and cannot be parted."""


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
        if used + space + own > height + _TOLERANCE:
            parts = block.split(width, height - used - space)
            if parts:
                return [*blocks[:number], parts[0]], [parts[1], *blocks[number + 1 :]]
            return (list(blocks[:number]), list(blocks[number:])) if number else None
        used += space + own
        gap = block.after
    return list(blocks), []


def fill_pages(
    canvas: PaperCanvas,
    blocks: Sequence[Block],
    frame: Frame,
    went_on: Callable[[int], None] | None = None,
) -> None:
    """Fill pages with blocks, as many pages as it takes, at least one.

    Args:
        canvas: The document.
        blocks: From top to bottom.
        frame: The part of every page to fill.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        TooTallError: If a block that cannot be parted is taller than the frame.
    """
    page = _Page(canvas, frame, went_on)
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, NewPage):
            if not page.is_empty:
                page.turn()
        elif not (page.is_empty and isinstance(block, Space)):
            head = _head(block, waiting, frame.width)
            if rest := page.fill_with(block, head):
                waiting.append(rest)
    canvas.showPage()


class _Page:
    """The page that is being filled."""

    def __init__(
        self, canvas: PaperCanvas, frame: Frame, went_on: Callable[[int], None] | None
    ) -> None:
        self._canvas, self._frame, self._went_on = canvas, frame, went_on
        self._left_over = frame.height
        self._gap: float | None = None

    @property
    def is_empty(self) -> bool:
        return self._gap is None

    def _space(self, block: Block) -> float:
        return 0.0 if self._gap is None else max(self._gap, block.before)

    def room(self, block: Block) -> float:
        """Return the height left for a block, in points."""
        return self._left_over - self._space(block) + _TOLERANCE

    def fill_with(self, block: Block, head: float) -> Block | None:
        """Draw as much of a block as fits; turn the page for the rest of it, and return that.

        Args:
            block: What comes next.
            head: The height that must fit if the block is to begin on this page.

        Raises:
            TooTallError: If a block that cannot be parted is taller than the frame.
        """
        width, room = self._frame.width, self.room(block)
        if not self.is_empty and head > room:
            parts = _before_next(block, width, room)
        elif block.height(width) <= room:
            self.put(block)
            return None
        else:
            parts = block.split(width, room)
            if parts is None and self.is_empty:
                parts = block.break_up(width, room)
                if parts is None:
                    raise TooTallError(type(block).__name__)
        if parts:
            self.put(parts[0])
        self.turn()
        return parts[1] if parts else block

    def put(self, block: Block) -> None:
        """Draw a block that fits."""
        frame = self._frame
        self._left_over -= self._space(block)
        block.draw(self._canvas, frame.left, frame.bottom + self._left_over, frame.width)
        self._left_over -= block.height(frame.width)
        self._gap = block.after

    def turn(self) -> None:
        """Begin a new page."""
        self._canvas.showPage()
        if self._went_on:
            self._went_on(self._canvas.getPageNumber() - 1)
        self._left_over, self._gap = self._frame.height, None


def _before_next(block: Block, width: float, room: float) -> tuple[Block, Block] | None:
    """Part a block whose end has to move on to where the next block begins."""
    if not block.keep_with_next:
        return None
    return block.split(width, min(room, block.height(width) - 2 * _TOLERANCE))


def _head(block: Block, waiting: Sequence[Block], width: float) -> float:
    """Return the height that must fit if a block is to begin on this page."""
    total = 0.0
    for following in reversed(waiting):
        if not block.keep_with_next or isinstance(following, NewPage):
            break
        total += block.height(width) + max(block.after, following.before)
        block = following
    return total + block.least(width)
