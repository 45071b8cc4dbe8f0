"""Fills pages with blocks: what fits, what is parted, what moves on together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.blocks import TOLERANCE, Block, NewPage, Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas


@dataclass(frozen=True)
class Frame:
    """The part of a page that is filled, in points from the lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class NewSheet(NewPage):
    """What follows begins a new page on other paper: turned, for a wide table."""

    def __init__(self, size: tuple[float, float], frame: Frame) -> None:
        """Take the size of the paper, and the part of it to fill; in points."""
        self.size, self.frame = size, frame


class TooTallError(ValueError):
    """A block is taller than a page and cannot be parted."""


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
            if isinstance(block, NewSheet):
                page.take(block)
        elif not (page.is_empty and isinstance(block, Space)):
            head = _head(block, waiting, page.width)
            if rest := page.fill_with(block, head):
                waiting.append(rest)
    page.end()


class _Page:
    """The page that is being filled."""

    def __init__(
        self, canvas: PaperCanvas, frame: Frame, went_on: Callable[[int], None] | None
    ) -> None:
        self._canvas, self._frame, self._went_on = canvas, frame, went_on
        self._left_over = frame.height
        self._gap: float | None = None
        self._foot: list[Block] = []
        self._kept_free = 0.0

    @property
    def is_empty(self) -> bool:
        return self._gap is None and not self._foot

    @property
    def width(self) -> float:
        return self._frame.width

    def take(self, sheet: NewSheet) -> None:
        """Go on with other paper; the page is empty."""
        self._canvas.take_paper(sheet.size)
        self._frame, self._left_over = sheet.frame, sheet.frame.height

    def _space(self, block: Block) -> float:
        return 0.0 if self._gap is None else max(self._gap, block.before)

    def room(self, block: Block) -> float:
        """Return the height left for a block, in points."""
        return self._left_over - self._kept_free - self._space(block) + TOLERANCE

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
        """Draw a block that fits, or keep its room free at the foot."""
        frame = self._frame
        if block.at_foot:
            self._foot.append(block)
            self._kept_free += block.before + block.height(frame.width)
            return
        self._left_over -= self._space(block)
        block.draw(self._canvas, frame.left, frame.bottom + self._left_over, frame.width)
        self._left_over -= block.height(frame.width)
        self._gap = block.after

    def turn(self) -> None:
        """Begin a new page."""
        self.end()
        if self._went_on:
            self._went_on(self._canvas.getPageNumber() - 1)
        self._left_over, self._gap = self._frame.height, None

    def end(self) -> None:
        """Draw what stands at the foot; the page is full."""
        frame = self._frame
        top = frame.bottom + self._kept_free
        for block in self._foot:
            top -= block.before
            block.draw(self._canvas, frame.left, top, frame.width)
            top -= block.height(frame.width)
        self._foot, self._kept_free = [], 0.0
        self._canvas.showPage()


def _before_next(block: Block, width: float, room: float) -> tuple[Block, Block] | None:
    """Part a block whose end has to move on to where the next block begins."""
    if not block.keep_with_next:
        return None
    return block.split(width, min(room, block.height(width) - 2 * TOLERANCE))


def _head(block: Block, waiting: Sequence[Block], width: float) -> float:
    """Return the height that must fit if a block is to begin on this page."""
    total = 0.0
    for following in reversed(waiting):
        if not block.keep_with_next or isinstance(following, NewPage):
            break
        total += block.height(width) + max(block.after, following.before)
        block = following
    return total + block.least(width)
