"""What is laid over the pages: words that were found, words that are chosen, a text just shown.

Paper is white in the dark scheme too, so the colours are always those of the light one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from bmahr_desktop.ui.look.palette import Role, shade

_GROWN = 1.0
_ROUND = 2.0


class Mark(Enum):
    """Why a place is marked."""

    HIT = auto()
    CURRENT_HIT = auto()
    CHOSEN = auto()
    SHOWN = auto()


@dataclass(frozen=True)
class Selection:
    """Words chosen with the mouse: from one place to another, whichever comes first.

    Attributes:
        anchor, end: A page, from 1, and an offset in its text.
    """

    anchor: tuple[int, int]
    end: tuple[int, int]

    def on_page(self, page: int, length: int) -> tuple[int, int]:
        """Return the stretch of a page's text of some length that is chosen."""
        first, last = sorted((self.anchor, self.end))
        if not first[0] <= page <= last[0]:
            return 0, 0
        return first[1] if page == first[0] else 0, last[1] if page == last[0] else length

    def pages(self) -> range:
        """Return the pages that it touches."""
        return range(min(self.anchor[0], self.end[0]), max(self.anchor[0], self.end[0]) + 1)


def paint_marks(painter: QPainter, rects: Iterable[QRectF], mark: Mark) -> None:
    """Tint places as a marker pen does, which leaves the letters black."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setBrush(_tint(mark))
    edge = QPen(shade(Role.WAITING, dark=False), 1.5)
    painter.setPen(edge if mark is Mark.CURRENT_HIT else QColor(0, 0, 0, 0))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-_GROWN, 0, _GROWN, 0), _ROUND, _ROUND)
    painter.restore()


def _tint(mark: Mark) -> QColor:
    if mark is Mark.CHOSEN:
        return shade(Role.SELECTION, dark=False)
    if mark is Mark.SHOWN:
        return shade(Role.ACCENT, dark=True).lighter(125)
    colour = shade(Role.WAITING, dark=True)
    return colour if mark is Mark.CURRENT_HIT else colour.lighter(135)
