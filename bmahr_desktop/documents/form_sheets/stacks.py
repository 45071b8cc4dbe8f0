"""Blocks one under the other that pages may part, or would rather not."""

from collections.abc import Sequence

from bmahr_desktop.documents.typesetting.blocks import (
    Block,
    draw_stack,
    split_stack,
    stack_height,
)
from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
from bmahr_desktop.documents.typesetting.tags import Element


class Stack(Block):
    """Blocks that belong together and may be parted."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the blocks, from top to bottom."""
        self.blocks = list(blocks)
        self.before = self.blocks[0].before if self.blocks else 0.0
        self.after = self.blocks[-1].after if self.blocks else 0.0

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return stack_height(self.blocks, width)

    def least(self, width: float) -> float:
        """Return the least height of a first part, in points."""
        return self.blocks[0].least(width) if self.blocks else 0.0

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height."""
        parts = split_stack(self.blocks, width, height)
        if parts is None or not parts[0] or not parts[1]:
            return None
        return type(self)(parts[0]), type(self)(parts[1])

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        for block in self.blocks:
            block.adopt(parent)

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the blocks."""
        draw_stack(self.blocks, canvas, left, top, width)


class Together(Stack):
    """Blocks that stand on one page, if a page has room for all of them."""

    def least(self, width: float) -> float:
        """Return the height of all, in points."""
        return self.height(width)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return nothing: they stay together."""
        return None

    def break_up(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts, because an empty page has no room for all."""
        parts = split_stack(self.blocks, width, height)
        if parts is None or not parts[0] or not parts[1]:
            return None
        return Stack(parts[0]), Stack(parts[1])
