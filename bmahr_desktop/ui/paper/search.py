"""The search in a paper, as the view sees it: what was found, and where the reader is in it."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.ui.background import Errand, Errands
from bmahr_desktop.ui.paper.finding import Found, Hit, find_words
from bmahr_desktop.ui.paper.geometry import Spot
from bmahr_desktop.ui.paper.pages import Pages
from bmahr_desktop.ui.paper.pdf import UnreadablePaper


class Search(QObject):
    """Finds words in the paper that is shown, and again in each newer one.

    Signals:
        changed: There are other hits, or the reader is at another one.
        went_to: The place of the hit that the reader went to.
    """

    changed = Signal()
    went_to = Signal(Spot)

    def __init__(self, errands: Errands, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = errands
        self._pages = pages
        self._errand: Errand | None = None
        self._pdf: bytes | None = None
        self._count = 0
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self._from: int | None = None
        self.query = ""

    def take(self, pdf: bytes | None, count: int) -> None:
        """Go over to another paper with some number of pages; the reader stays where he is."""
        self._pdf = pdf
        self._count = count
        if self.query:
            self._look()

    def look_for(self, query: str, page: int) -> None:
        """Look for words and go to the first hit from a page on."""
        self.query = query.strip()
        self._from = page
        self._look()

    def step(self, by: int) -> None:
        """Go to the next hit, or to the one before; the last is followed by the first."""
        if self._hits:
            at = self._at if self._at >= 0 or by > 0 else 0
            self._go_to((at + by) % len(self._hits))

    def end(self) -> None:
        """Mark nothing any longer."""
        self.look_for("", 1)

    def position(self) -> tuple[int, int]:
        """Return at which hit the reader is, from 1 or 0 for none, and how many there are."""
        return self._at + 1, len(self._hits)

    def marked(self, pages: Iterable[int]) -> tuple[list[Spot], list[Spot]]:
        """Return the places on some pages to mark: where the reader is, and all others."""
        current: list[Spot] = []
        others: list[Spot] = []
        for number, hit in enumerate(self._hits):
            if hit.page in pages:
                (current if number == self._at else others).extend(hit.spots)
        return current, others

    def _look(self) -> None:
        if self._errand is not None:
            self._errand.stop()
        if self._pdf is None or not self.query:
            self._hits, self._at = (), -1
            self.changed.emit()
            return
        work = partial(find_words, self._pdf, self._count, dict(self._pages.texts), self.query)
        self._errand = self._errands.run(
            work, self._on_found, _only_unreadable, "find", context=self
        )

    def _on_found(self, found: Found) -> None:
        page, self._from = self._from, None
        self._pages.know(found.texts)
        before = self._hits[self._at] if self._at >= 0 else None
        self._hits = found.hits
        if page is not None and self._hits:
            self._go_to(self._first_from(page, 0) % len(self._hits))
            return
        self._at = -1
        if before is not None:
            self._at = min(self._first_from(before.page, before.start), len(self._hits) - 1)
        self.changed.emit()

    def _first_from(self, page: int, start: int) -> int:
        """Return the number of the first hit from a place on; that behind the last for none."""
        return bisect_left(self._hits, (page, start), key=lambda hit: (hit.page, hit.start))

    def _go_to(self, number: int) -> None:
        self._at = number
        self.changed.emit()
        if self._hits[number].spots:
            self.went_to.emit(self._hits[number].spots[0])


def _only_unreadable(error: Exception) -> None:
    """Leave it to the view to say that a paper cannot be read."""
    if not isinstance(error, UnreadablePaper):
        raise error
