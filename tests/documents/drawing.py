"""What is drawn on the pages of a paper, and where: exact, as the library itself places it."""

from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from bmahr_desktop.documents.typesetting.ink import draw_clusters
from bmahr_desktop.documents.typesetting.leaders import Leader

CM = 72 / 2.54


@dataclass(frozen=True)
class Drawn:
    """A line of text; lengths in points from the page's lower left corner."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    color: tuple[float, float, float]


@dataclass(frozen=True)
class Dots:
    """A dotted line."""

    page: int
    left: float
    right: float
    base: float


@contextmanager
def looking():
    """Collect the lines and the dots that are drawn meanwhile."""
    lines: list[Drawn] = []
    dots: list[Dots] = []

    def text(surface, shaped, start, stop, place, y):
        draw_clusters(surface, shaped, start, stop, place, y)
        words = "".join(cluster.text for cluster in shaped.clusters[start:stop])
        if words:
            ink = next(one for one in shaped.inks if one.start <= start < one.stop)
            right = place.x + shaped.widths[stop] - shaped.widths[start]
            page = surface.getPageNumber()
            lines.append(Drawn(page, words, place.x, right, y, ink.size, ink.color))

    def dotted(self, canvas, start, stop, base):
        original(self, canvas, start, stop, base)
        dots.append(Dots(canvas.getPageNumber(), start, stop, base))

    original = Leader._draw_dots
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bmahr_desktop.documents.typesetting.paragraph.draw_clusters", text)
        patch.setattr(Leader, "_draw_dots", dotted)
        yield lines, dots


def drawn_of(make) -> tuple[list[Drawn], list[Dots]]:
    """The lines and dots of the paper that is made."""
    with looking() as (lines, dots):
        make()
    return lines, dots


def line_of(lines: list[Drawn], words: str) -> Drawn:
    """The first line that begins with some words."""
    return next(one for one in lines if one.text.startswith(words))
