"""Shows for a moment where a text is printed."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, QTimer, Signal

from bmahr_desktop.ui.paper.geometry import Spot
from bmahr_desktop.ui.paper.text_places import TextPlaces

SHOWN_MS = 1800


class Revealing(QObject):
    """Remembers which text is being shown, also when a newer paper comes in between.

    Signals:
        changed: Another place is tinted, or none.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[Hashable, int] | None = None
        self._places: TextPlaces | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._end)
        self.spot: Spot | None = None

    def take(self, places: TextPlaces | None) -> None:
        """Go over to another paper."""
        self._places = places
        self._look()

    def show(self, key: Hashable, offset: int) -> Spot | None:
        """Tint the line that shows a letter of a text; return it if it is printed."""
        self._wanted = (key, offset)
        self._timer.start()
        self._look()
        return self.spot

    def _look(self) -> None:
        self.spot = None
        if self._wanted is not None and self._places is not None:
            piece = self._places.find(*self._wanted)
            if piece is not None:
                box = (piece.left, piece.bottom, piece.right, piece.top)
                self.spot = Spot(piece.page, *box)
        self.changed.emit()

    def _end(self) -> None:
        self._wanted = None
        self._look()
