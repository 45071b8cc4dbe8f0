"""Pages to scroll and to zoom, whatever is painted on them."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from bmahr_desktop.ui.paper.geometry import (
    MARGIN,
    Fit,
    Layout,
    PageSize,
    Place,
    Spot,
    Zoom,
    laid_out,
    stepped,
)

_LINE = 24
_NOTCH = 120
_ROOM_ROUND_SPOT = 48


class PageScroll(QAbstractScrollArea):
    """Keeps the place in the paper whatever becomes of sizes.

    Signals:
        page_changed: The page in the middle, from 1, and how many there are.
        zoom_changed: The pages have another size, or follow something else.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[PageSize, ...] = ()
        self.zoom = Zoom()
        self._told = (0, 0)
        self._notches = 0
        self._wanted_top: float | None = None
        self.layout_now = Layout()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_LINE)

    def set_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        """Lay out other pages; the place and the zoom stay."""
        place = self.place()
        self._sizes = sizes
        # Always there, so that the width that pages are fitted to does not depend on their height.
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOn if sizes else policies.ScrollBarAlwaysOff
        )
        self._lay_out(place)

    def set_zoom(self, zoom: Zoom, about: QPointF | None = None) -> None:
        """Change the size; what is under a point of the view, or in its middle, stays there."""
        held = about or QPointF(self.viewport().rect().center())
        before = self.layout_now
        point = self.on_layout(held)
        place = before.place_at(point.y())
        across = (point.x() - before.width / 2) / before.scale
        self.zoom = zoom
        self._lay_out(place, held.y())
        after = self.layout_now
        left = after.width / 2 + across * after.scale - held.x()
        self.horizontalScrollBar().setValue(round(left))
        self.zoom_changed.emit()

    def zoom_by(self, steps: int, about: QPointF | None = None) -> None:
        """Make the pages some steps larger, or smaller where steps are negative."""
        percent = stepped(self.layout_now.percent(), steps)
        self.set_zoom(Zoom(Fit.NONE, percent), about)

    def page(self) -> int:
        """Return the page in the middle of the view, from 1; 0 without pages."""
        return self.layout_now.page_at(self._corner().y() + self.viewport().height() / 2)

    def go_to_page(self, page: int) -> None:
        """Show the top of a page, from 1; of the nearest one there is."""
        page = min(max(page, 1), len(self._sizes))
        self._scroll_to(self.layout_now.height_of(Place(page, 0)) - MARGIN)

    def place(self) -> Place:
        """Return what is at the upper edge of the view."""
        # Bars hold whole pixels: reading the place back from them would drift with every change.
        top = self._corner().y() if self._wanted_top is None else self._wanted_top
        return self.layout_now.place_at(top)

    def bring_into_view(self, spot: Spot) -> None:
        """Scroll as little as needed to show a rectangle of a page, with some room round it."""
        rect = self.rect_of(spot)
        room = min(_ROOM_ROUND_SPOT, self.viewport().height() // 4)
        if rect.top() < room or rect.bottom() > self.viewport().height() - room:
            self._scroll_to(rect.center().y() + self._corner().y() - self.viewport().height() / 3)
        bar = self.horizontalScrollBar()
        if rect.left() < 0 or rect.right() > self.viewport().width():
            bar.setValue(round(rect.left() + self._corner().x() - MARGIN))

    def rect_of(self, spot: Spot) -> QRectF:
        """Return where a rectangle of a page lies in the viewport."""
        return self.layout_now.rect_of(spot).translated(-self._corner())

    def box_of(self, page: int) -> QRect:
        """Return where a page lies in the viewport."""
        return self.layout_now.boxes[page - 1].translated(-self._corner())

    def on_layout(self, position: QPointF) -> QPointF:
        """Return a position in the viewport as one in the layout."""
        return position + self._corner()

    def seen(self) -> QRect:
        """Return what the view shows, in the pixels of the layout."""
        return self.viewport().rect().translated(self._corner())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again."""
        super().resizeEvent(event)
        self._lay_out(self.place())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Show another part."""
        if dy:
            self._wanted_top = None
        self._on_moved()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and zoom; arrows and the page keys are known to the base class."""
        bar = self.verticalScrollBar()
        page = bar.pageStep()
        key = event.key()
        if zoomed_by_key(self, event):
            return
        if key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-page if back else page))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._notches += event.angleDelta().y()
        steps = int(self._notches / _NOTCH)
        self._notches -= steps * _NOTCH
        if steps:
            self.zoom_by(steps, event.position())
        event.accept()

    def _on_moved(self) -> None:
        """Repaint, and say on which page the reader is."""
        self.viewport().update()
        now = (self.page(), len(self._sizes))
        if now != self._told:
            self._told = now
            self.page_changed.emit(*now)

    def _lay_out(self, place: Place, at: float = 0.0) -> None:
        """Lay the pages out, and have a place stand at a height of the viewport."""
        outer = self.maximumViewportSize()
        layout = laid_out(self._sizes, self.zoom, outer.width(), outer.height())
        policies = Qt.ScrollBarPolicy
        # Not left to Qt: the viewport would become lower in the middle of what follows.
        self.setHorizontalScrollBarPolicy(
            policies.ScrollBarAlwaysOn
            if layout.width > outer.width()
            else policies.ScrollBarAlwaysOff
        )
        if (new := self.maximumViewportSize()) != outer:
            layout = laid_out(self._sizes, self.zoom, new.width(), new.height())
        self.layout_now = layout
        view = self.viewport().size()
        wide, high = self.horizontalScrollBar(), self.verticalScrollBar()
        wide.setRange(0, max(layout.width - view.width(), 0))
        high.setRange(0, max(layout.height - view.height(), 0))
        wide.setPageStep(view.width())
        high.setPageStep(max(view.height() - 2 * _LINE, _LINE))
        self._scroll_to(layout.height_of(place) - at)
        self._on_moved()

    def _scroll_to(self, top: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(top))
        self._wanted_top = top if bar.value() == round(top) else None

    def _corner(self) -> QPoint:
        """Return how far the upper left corner of the view is from that of the layout."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())


def zoomed_by_key(view: PageScroll, event: QKeyEvent) -> bool:
    """Zoom if the key is for it: Ctrl with + or = or -, Ctrl+0 for the full width; else False."""
    if event.matches(QKeySequence.StandardKey.ZoomIn) or _is_control(event, Qt.Key.Key_Equal):
        view.zoom_by(1)
    elif event.matches(QKeySequence.StandardKey.ZoomOut):
        view.zoom_by(-1)
    elif _is_control(event, Qt.Key.Key_0):
        view.set_zoom(Zoom())
    else:
        return False
    return True


def _is_control(event: QKeyEvent, key: Qt.Key) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() == key
