"""What was read of a paper so far: pictures of the parts that show, and the words beside them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from bmahr_desktop.ui.background import Errand, Errands
from bmahr_desktop.ui.paper.geometry import Tile
from bmahr_desktop.ui.paper.page_text import PageText
from bmahr_desktop.ui.paper.pdf import UnreadablePaper, draw_tiles, read_texts

MOST_BYTES = 64 * 1024 * 1024
"""Of pictures kept; what shows is kept in any case."""


class Pages(QObject):
    """Pictures and words of one paper after the other, read in the paper thread.

    What shows is drawn at once, then what may show next, one part at a time so that scrolling never
    waits long. Until the pictures of a new paper, or of another size, are all there, the old ones
    are painted in their place.

    Signals:
        drawn: There is something new to paint.
        complete: Everything that shows has its picture.
        failed: The paper cannot be read after all.
        read: The words of a page are there.
    """

    drawn = Signal()
    complete = Signal()
    failed = Signal()
    read = Signal(int)

    def __init__(self, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = errands
        self._pdf: bytes | None = None
        self._images: dict[Tile, QImage] = {}
        self._older: dict[int, list[tuple[Tile, QImage]]] = {}
        self._seen: list[Tile] = []
        self._near: list[Tile] = []
        self._errand: Errand | None = None
        self._drawing: list[Tile] = []
        self.texts: dict[int, PageText] = {}

    def take(self, pdf: bytes | None) -> None:
        """Go over to another paper; `want` says what to draw of it."""
        self._keep_old()
        self._pdf = pdf
        self._images.clear()
        self._seen, self._near = [], []
        self.texts = {}
        self._drop_errand()
        if pdf is None:
            self._older = {}

    def want(self, seen: Iterable[Tile], near: Iterable[Tile]) -> None:
        """Say what shows, and what may show next; may be said as often as one likes."""
        self._keep_old()
        self._seen = list(seen)
        room = MOST_BYTES - sum(map(_bytes, self._seen))
        self._near = []
        for tile in near:
            if tile in self._seen:
                continue
            room -= _bytes(tile)
            if room < 0:
                break
            self._near.append(tile)
        missing = self._missing()
        if not missing:
            self._older = {}
        elif not any(tile in self._drawing for tile in missing):
            self._drop_errand()
        self._go_on()

    def know(self, texts: Mapping[int, PageText]) -> None:
        """Take over texts of this paper that were read for something else."""
        self.texts.update(texts)

    def paint(self, painter: QPainter, page: int, box: QRect, blank: QColor) -> None:
        """Paint what there is of a page.

        Args:
            painter: Of the view.
            page: From 1.
            box: Where the page lies.
            blank: The colour of paper that is not drawn yet.
        """
        tiles = [tile for tile in self._seen if tile.page == page]
        if not tiles or any(tile not in self._images for tile in tiles):
            painter.fillRect(box, blank)
            for tile, image in self._older.get(page, ()):
                painter.drawImage(_place(tile, box), image)
        ratio = painter.device().devicePixelRatioF()
        for tile in tiles:
            if (found := self._images.get(tile)) is not None:
                found.setDevicePixelRatio(ratio)
                painter.drawImage(_place(tile, box).topLeft(), found)

    def held_bytes(self) -> int:
        """Return the size of all pictures kept."""
        older = [image for images in self._older.values() for _, image in images]
        kept = {id(image): image for image in (*self._images.values(), *older)}
        return sum(image.sizeInBytes() for image in kept.values())

    def _missing(self) -> list[Tile]:
        return [tile for tile in self._seen if tile not in self._images]

    def _keep_old(self) -> None:
        """Keep what shows now, to be painted until there is something newer."""
        shown: dict[int, list[tuple[Tile, QImage]]] = {}
        for tile in self._seen:
            if (image := self._images.get(tile)) is not None:
                shown.setdefault(tile.page, []).append((tile, image))
        self._older |= shown

    def _drop_errand(self) -> None:
        if self._errand is not None:
            self._errand.stop()
            self._errand = None
        self._drawing = []

    def _go_on(self) -> None:
        """Read what is wanted most, unless something is being read."""
        if self._errand is not None or self._pdf is None:
            return
        pdf = self._pdf
        near = (tile for tile in self._near if tile not in self._images)
        self._drawing = self._missing() or list(islice(near, 1))
        if self._drawing:
            self._errand = self._errands.run(
                partial(draw_tiles, pdf, self._drawing),
                self._on_drawn,
                self._on_failed,
                context=self,
            )
        elif unread := sorted({tile.page for tile in self._seen} - self.texts.keys()):
            self._errand = self._errands.run(
                partial(read_texts, pdf, unread[:1]), self._on_read, self._on_failed, context=self
            )

    def _on_drawn(self, images: Sequence[QImage]) -> None:
        shown = any(tile in self._seen for tile in self._drawing)
        self._images.update(zip(self._drawing, images, strict=True))
        self._errand, self._drawing = None, []
        complete = shown and not self._missing()
        if complete:
            self._older = {}
        self._forget()
        if shown:
            self.drawn.emit()
        if complete:
            self.complete.emit()
        self._go_on()

    def _on_read(self, texts: Mapping[int, PageText]) -> None:
        self._errand = None
        self.texts.update(texts)
        for page in texts:
            self.read.emit(page)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._errand, self._drawing = None, []
        self._pdf = None  # or every paint would try, and fail, again
        if not isinstance(error, UnreadablePaper):
            raise error
        self.failed.emit()

    def _forget(self) -> None:
        """Drop the oldest pictures that neither show nor may show next."""
        wanted = {*self._near, *self._seen}
        held = self.held_bytes()
        for tile in [tile for tile in self._images if tile not in wanted]:
            if held <= MOST_BYTES:
                return
            held -= self._images.pop(tile).sizeInBytes()


def _bytes(tile: Tile) -> int:
    return 4 * tile.width * tile.height


def _place(tile: Tile, box: QRect) -> QRectF:
    """Return where a part of a page lies when the page lies in a box."""
    across, down = box.width() / tile.full_width, box.height() / tile.full_height
    return QRectF(
        box.left() + tile.x * across,
        box.top() + tile.y * down,
        tile.width * across,
        tile.height * down,
    )
