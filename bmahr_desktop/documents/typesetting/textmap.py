"""Leads from a text to its place on the pages, and from a place on a page to the text."""

from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Placed:
    """A piece of a text on one line of a page.

    Attributes:
        key: The text, as `Source` named it.
        start: The offset of its first character.
        stop: The offset behind its last character.
        page: From 1.
        line: The line of the page, from 1 at the top, as drawn.
        left, right, bottom, top: In points from the page's lower left corner.
    """

    key: Hashable
    start: int
    stop: int
    page: int
    line: int
    left: float
    right: float
    bottom: float
    top: float


@dataclass
class TextMap:
    """Every piece of text that has a source, in the order in which it was drawn."""

    pieces: list[Placed] = field(default_factory=list)

    def find(self, key: Hashable, offset: int = 0) -> Placed | None:
        """Return the piece that shows a character of a text; None if it is not on paper."""
        found = None
        for piece in self.pieces:
            if piece.key == key and piece.start <= offset:
                found = piece
                if offset < piece.stop:
                    break
        return found

    def at(self, page: int, x: float, y: float) -> Placed | None:
        """Return the piece at a place of a page, or the nearest one on the same height."""
        near = [p for p in self.pieces if p.page == page and p.bottom <= y <= p.top]
        return min(near, key=lambda p: max(p.left - x, x - p.right, 0.0), default=None)
