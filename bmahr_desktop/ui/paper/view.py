"""The paper on the screen."""

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.background import Errand, Errands
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.palette import Role, colour, shade
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.paper.geometry import PageSize
from bmahr_desktop.ui.paper.marks import Mark, paint_marks
from bmahr_desktop.ui.paper.page_scroll import PageScroll
from bmahr_desktop.ui.paper.pages import Pages
from bmahr_desktop.ui.paper.pdf import UnreadablePaper, read_sizes
from bmahr_desktop.ui.paper.pointing import Pointer
from bmahr_desktop.ui.paper.revealing import Revealing
from bmahr_desktop.ui.paper.search import Search
from bmahr_desktop.ui.paper.text_places import TextPlaces

_RING = 2
_REPAINTED = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.DevicePixelRatioChange)


class PaperView(PageScroll):
    """Shows a PDF, and goes from it to the texts and back.

    Attributes:
        search: Finds words in the paper.

    Signals:
        clicked_text: The key of the text that was clicked on, and the offset of the letter.
        settled: The last picture that was missing of what shows is there.
    """

    clicked_text = Signal(object, int)
    settled = Signal()

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._pages = Pages(errands, self)
        self._pointer = Pointer(self, lambda: self._pages.texts)
        self._revealing = Revealing(self)
        self._opening: Errand | None = None
        self._reveal_when_opened = False
        self._anew = False
        self._empty: EmptyState | None = None
        self.search = Search(errands, self._pages, self)
        self.setObjectName("paper_view")
        self.setAccessibleName(worded(msg("The paper")))
        self._connect()
        self.show_nothing(msg("There is no paper to show yet."))

    def show_paper(self, pdf: bytes, places: TextPlaces) -> None:
        """Show another paper, at the same place and in the same size as the one before.

        Args:
            pdf: The file.
            places: Where on it which text is printed.
        """
        self._opening = self._errands.run(
            lambda progress: read_sizes(pdf),
            partial(self._opened, pdf, places),
            self._not_opened,
            "open",
            context=self,
        )

    def begin_anew(self) -> None:
        """Have the next paper begin at its top: it will be about something else."""
        self._anew = True

    def show_nothing(self, sentence: Message) -> None:
        """Show a sentence in place of a paper."""
        if self._opening is not None:
            self._opening.stop()
            self._opening = None
        self._take(None, None, ())
        self._clear_empty()
        self._empty = EmptyState(IconName.FILE_TEXT, sentence, parent=self.viewport())
        self._empty.setGeometry(self.viewport().rect())
        self._empty.show()

    def reveal(self, key: Hashable, offset: int = 0) -> bool:
        """Scroll to where a letter of a text is printed, and tint it for a moment.

        Returns:
            Whether it is printed on the paper shown; if a newer one is being opened, it is looked
            for there once more.
        """
        self._reveal_when_opened = self._opening is not None
        spot = self._revealing.show(key, offset)
        if spot is not None:
            self.bring_into_view(spot)
        return spot is not None

    def chosen_words(self) -> str:
        """Return the words chosen with the mouse."""
        return self._pointer.words()

    def copy(self) -> None:
        """Put the words chosen with the mouse on the clipboard."""
        if words := self.chosen_words():
            QGuiApplication.clipboard().setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that show, and what is marked on them."""
        self._want()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour(Role.HOVER))
        seen = self.seen()
        pages = self.layout_now.pages_between(seen.top(), seen.bottom())
        for page in pages:
            box = self.box_of(page)
            self._pages.paint(painter, page, box, shade(Role.BASE, dark=False))
            painter.setPen(colour(Role.LINE))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        self._paint_marks(painter, pages)
        if self.hasFocus():
            painter.setPen(QPen(colour(Role.FOCUS), _RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; all other keys scroll and zoom."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sentence in the middle."""
        super().resizeEvent(event)
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())

    def event(self, event: QEvent) -> bool:
        """Show and hide the ring of the focus; draw anew on a screen with other pixels."""
        taken = super().event(event)
        if event.type() in _REPAINTED:
            self.viewport().update()
        return taken

    def _connect(self) -> None:
        update = self.viewport().update
        self._pages.drawn.connect(update)
        self._pages.complete.connect(self.settled)
        self._pages.failed.connect(self._say_unreadable)
        self._pages.read.connect(self._describe)
        self._pointer.clicked.connect(self.clicked_text)
        self._pointer.chosen.connect(update)
        self.page_changed.connect(self._describe)
        self.search.changed.connect(update)
        self.search.went_to.connect(self.bring_into_view)
        self._revealing.changed.connect(update)

    def _opened(self, pdf: bytes, places: TextPlaces, sizes: tuple[PageSize, ...]) -> None:
        self._opening = None
        if not sizes:
            self._say_unreadable()
            return
        self._clear_empty()
        self._take(pdf, places, sizes)
        if self._anew:
            self._anew = False
            self.go_to_page(1)
        if self._reveal_when_opened and self._revealing.spot is not None:
            self.bring_into_view(self._revealing.spot)
        self._reveal_when_opened = False

    def _not_opened(self, error: Exception) -> None:
        self._opening = None
        if not isinstance(error, UnreadablePaper):
            raise error
        self._say_unreadable()

    def _say_unreadable(self) -> None:
        self.show_nothing(msg("This paper cannot be shown: its file is damaged or locked."))

    def _take(
        self, pdf: bytes | None, places: TextPlaces | None, sizes: tuple[PageSize, ...]
    ) -> None:
        """Go over to another paper, or to none."""
        self._pages.take(pdf)
        self._pointer.places = places
        self._pointer.choose(None)
        self._revealing.take(places)
        self.set_sizes(sizes)
        self.search.take(pdf, len(sizes))

    def _describe(self) -> None:
        """Let a screen reader read the page in the middle."""
        text = self._pages.texts.get(self.page())
        self.setAccessibleDescription(text.words(0, len(text.text)) if text else "")

    def _paint_marks(self, painter: QPainter, pages: range) -> None:
        if (selection := self._pointer.selection) is not None:
            for page in pages:
                if (text := self._pages.texts.get(page)) is not None:
                    spots = text.spots(page, *selection.on_page(page, len(text.text)))
                    paint_marks(painter, map(self.rect_of, spots), Mark.CHOSEN)
        current, others = self.search.marked(pages)
        paint_marks(painter, map(self.rect_of, others), Mark.HIT)
        paint_marks(painter, map(self.rect_of, current), Mark.CURRENT_HIT)
        spot = self._revealing.spot
        if spot is not None and spot.page in pages:
            paint_marks(painter, [self.rect_of(spot)], Mark.SHOWN)

    def _clear_empty(self) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None

    def _want(self) -> None:
        """Ask for the pictures of what shows; only while painting, so that it does show."""
        seen, layout, ratio = self.seen(), self.layout_now, self.devicePixelRatioF()
        below, above = seen.translated(0, seen.height()), seen.translated(0, -seen.height())
        next_ones = (*layout.tiles(below, ratio), *layout.tiles(above, ratio))
        self._pages.want(layout.tiles(seen, ratio), dict.fromkeys(next_ones))
