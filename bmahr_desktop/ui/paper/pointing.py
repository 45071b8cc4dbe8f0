"""The mouse on the paper: a click leads to the text, a drag chooses words."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from bmahr_desktop.ui.paper.geometry import Layout, Point, Spot
from bmahr_desktop.ui.paper.marks import Selection
from bmahr_desktop.ui.paper.page_scroll import PageScroll
from bmahr_desktop.ui.paper.page_text import PageText
from bmahr_desktop.ui.paper.text_places import PrintedPiece, TextPlaces

_NEAR = 2.0


class Pointer(QObject):
    """Watches the mouse over the pages of a view.

    Signals:
        clicked: The key of the text that is printed there, and the offset of the letter.
        chosen: Other words are chosen.
    """

    clicked = Signal(object, int)
    chosen = Signal()

    def __init__(self, view: PageScroll, texts: Callable[[], Mapping[int, PageText]]) -> None:
        super().__init__(view)
        self._view = view
        self._texts = texts
        self._pressed: QPointF | None = None
        self._dragging = False
        self.places: TextPlaces | None = None
        self.selection: Selection | None = None
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def choose(self, selection: Selection | None) -> None:
        """Choose words, or none."""
        if selection != self.selection:
            self.selection = selection
            self.chosen.emit()

    def words(self) -> str:
        """Return the chosen words."""
        if self.selection is None:
            return ""
        parts = []
        for page in self.selection.pages():
            if (text := self._texts().get(page)) is not None:
                parts.append(text.words(*self.selection.on_page(page, len(text.text))))
        return "\n".join(parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.MouseMove:
                self._move(event)
            elif event.button() is Qt.MouseButton.LeftButton:
                if event.type() is QEvent.Type.MouseButtonRelease:
                    self._release(event)
                else:
                    self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        self._dragging = False
        self.choose(None)

    def _move(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            point = self._layout().point_at(self._view.on_layout(event.position()))
            leads = point is not None and self._piece_at(point) is not None
            shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            if self._view.viewport().cursor().shape() is not shape:
                self._view.viewport().setCursor(shape)
            return
        far = (event.position() - self._pressed).manhattanLength()
        if self._dragging or far >= QApplication.startDragDistance():
            self._dragging = True
            start, end = self._letter_at(self._pressed), self._letter_at(event.position())
            if start is not None and end is not None:
                self.choose(Selection(start, end))

    def _release(self, event: QMouseEvent) -> None:
        was_click = self._pressed is not None and not self._dragging
        self._pressed = None
        self._dragging = False
        point = self._layout().point_at(self._view.on_layout(event.position()))
        if was_click and point is not None and (piece := self._piece_at(point)) is not None:
            self.clicked.emit(piece.key, offset_in(piece, point, self._texts().get(point.page)))

    def _layout(self) -> Layout:
        return self._view.layout_now

    def _piece_at(self, point: Point) -> PrintedPiece | None:
        """Return the piece of a text that is printed just there."""
        if self.places is None:
            return None
        piece = self.places.at(*point)
        if piece is None or not piece.left - _NEAR <= point.x <= piece.right + _NEAR:
            return None
        return piece

    def _letter_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return the page and the offset in its text that is nearest to a position."""
        point = self._layout().nearest(self._view.on_layout(position))
        if point is None or (text := self._texts().get(point.page)) is None:
            return None
        return point.page, text.offset_at(point.x, point.y)


def offset_in(piece: PrintedPiece, point: Point, text: PageText | None) -> int:
    """Return the offset, in a text, of the letter that is printed at a place of one of its pieces.

    Args:
        piece: What is printed there.
        point: The place.
        text: The words of the page, where they are known already: without them, the offset is
            reckoned as if all letters were of the same width.
    """
    length = piece.stop - piece.start
    if text is not None:
        spot = Spot(point.page, piece.left, piece.bottom, piece.right, piece.top)
        first, last = text.inside(spot)
        if last > first:
            at = min(max(text.offset_at(point.x, point.y), first), last) - first
            exact = abs(last - first - length) <= 1  # a space at the line's end may be unprinted
            return piece.start + min(at if exact else at * length // (last - first), length)
    width = max(piece.right - piece.left, 1.0)
    return piece.start + round(min(max((point.x - piece.left) / width, 0.0), 1.0) * length)
