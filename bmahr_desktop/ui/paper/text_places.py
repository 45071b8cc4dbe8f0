"""What the view asks of whoever knows where texts are printed."""

from collections.abc import Hashable
from typing import Protocol


class PrintedPiece(Protocol):
    """A piece of a text on one line of a page, in points from its lower left corner."""

    @property
    def key(self) -> Hashable:
        """The text."""

    @property
    def start(self) -> int:
        """The offset of the piece's first character."""

    @property
    def stop(self) -> int:
        """The offset behind its last character."""

    @property
    def page(self) -> int:
        """From 1."""

    @property
    def left(self) -> float:
        """The left edge."""

    @property
    def right(self) -> float:
        """The right edge."""

    @property
    def bottom(self) -> float:
        """The lower edge."""

    @property
    def top(self) -> float:
        """The upper edge."""


class TextPlaces(Protocol):
    """Leads from a text to its place on the pages, and back."""

    def find(self, key: Hashable, offset: int = 0) -> PrintedPiece | None:
        """Return the piece that shows a character of a text; None if it is not on paper."""

    def at(self, page: int, x: float, y: float) -> PrintedPiece | None:
        """Return the piece at a place of a page, or the nearest one on the same height."""
