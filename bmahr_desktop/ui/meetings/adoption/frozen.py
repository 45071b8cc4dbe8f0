"""The frozen minutes that corrections are made in: their text at once, their pages soon after."""

import hashlib
from typing import Any

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.adoption import OldWords
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.old_words import Finder, Found, Stretch
from bmahr_desktop.domain.passages import Pages
from bmahr_desktop.operations.minutes import set_paper
from bmahr_desktop.operations.originals import Text, read_text
from bmahr_desktop.thai.digits import made_in_style
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk

_TEXTS = frozenset(Kind) - {Kind.CORRECTION, Kind.DISPATCH, Kind.REPORT, Kind.LINK}
"""What the text of a record that is still open is made of."""


class FrozenMinutes(QObject):
    """Knows the text of one meeting's minutes, where words stand in it and on which page.

    The minutes are set in type again, in the paper thread, when a page is first asked for.
    """

    paged = Signal()
    """Emitted when the pages are known."""
    forgotten = Signal()
    """Emitted when the text is another one, or none any longer."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._errands: Errands | None = None
        self._errand: Errand | None = None
        self._meeting: str | None = None
        self._live = False
        self._text: Text | None = None
        self._finder: Finder | None = None
        self._pages: Pages | None = None
        self.as_kept = True
        desk.changed.connect(self._on_changed)

    def use(self, errands: Errands) -> None:
        """Have the paper thread set the minutes; without it, pages stay unknown."""
        self._errands = errands

    def turn_to(self, meeting: str | None, *, live: bool = False) -> None:
        """Go by the minutes of another meeting.

        Args:
            meeting: The meeting; None where it is not on file.
            live: Whether its record will do while it is open.
        """
        if (meeting, live) != (self._meeting, self._live):
            self._meeting, self._live = meeting, live
            self._forget()

    @property
    def meeting(self) -> str | None:
        """The meeting whose minutes they are."""
        return self._meeting

    def text(self) -> Text | None:
        """Return the text; None where no frozen record is on file."""
        if self._text is None and self._meeting is not None:
            self._text = self._desk.read(read_text, self._meeting, live=self._live)
        return self._text

    def finder(self) -> Finder | None:
        """Return what finds words in the text; None where there is none."""
        text = self.text()
        if self._finder is None and text is not None:
            self._finder = Finder(text.passages)
        return self._finder

    def find(self, words: str) -> Found:
        """Return where words stand, or what is nearest."""
        finder = self.finder()
        return finder.find(words) if finder is not None else Found()

    def words(self, stretch: Stretch) -> str:
        """Return the words of a stretch."""
        finder = self.finder()
        return finder.words(stretch) if finder is not None else ""

    def pages(self) -> Pages | None:
        """Return what knows the pages; None until they are reckoned, which begins now."""
        text = self.text()
        if self._pages is None and self._errand is None and text and self._errands:
            minutes = text.minutes

            def work(progress: Progress) -> Any:
                return set_paper(minutes, lambda _: progress.check())

            self._errand = self._errands.run(
                work, self._on_set, self._on_failed, "adoption", context=self
            )
        return self._pages

    def _on_set(self, paper: Any) -> None:
        self._errand = None
        text = self._text
        if text is None:
            return
        self._pages = Pages(text.passages, paper.text_map.pieces)
        self.as_kept = not text.paper or hashlib.sha256(paper.pdf).hexdigest() == text.paper
        self.paged.emit()

    def _on_failed(self, error: Exception) -> None:
        self._errand = None
        if not isinstance(error, Refused):  # else a font is missing: pages are typed by hand
            raise error

    # ------------------------------------------------------------ what is written of a place

    def fields_of(self, stretch: Stretch) -> dict[str, Any]:
        """Return what a correction says of words in the minutes: where they stand, and how cited.

        The page is left out while it is not known.
        """
        text = self.text()
        assert text is not None
        passage = text.passages[stretch.passage]
        fields: dict[str, Any] = {
            "old": self.words(stretch),
            "place": passage.at(stretch.start),
            "clause": passage.clause,
        }
        if page := self.page_of(stretch):
            fields["page"] = page
        return fields

    def page_of(self, stretch: Stretch) -> str:
        """Return the page of words in the digits of the minutes; nothing while it is not known."""
        pages, text = self.pages(), self.text()
        page = pages.of(stretch.passage, stretch.start) if pages else None
        if page is None or text is None:
            return ""
        return made_in_style(str(page), text.minutes.form.digits)

    def stretch_at(self, place: OldWords, length: int) -> Stretch | None:
        """Return the stretch that begins at a place; None if the text has no such."""
        text = self.text()
        for number, passage in enumerate(text.passages if text else ()):
            own = passage.place
            if own is None or (own.record, own.field, own.path) != (
                place.record, place.field, place.path,
            ):  # fmt: skip
                continue
            start = place.start - own.start
            if start >= 0 and start + length <= len(passage.words):
                return Stretch(number, start, start + length)
        return None

    # ------------------------------------------------------------ another text

    def _forget(self) -> None:
        if self._errand is not None:
            self._errand.stop()
            self._errand = None
        self._text = self._finder = self._pages = None
        self.as_kept = True
        self.forgotten.emit()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._meeting not in changes.meetings:
            return
        if changes.kinds & (_TEXTS if self._live else frozenset({Kind.MEETING})):
            self._check()

    def _check(self) -> None:
        """Read the text again where it is another one: the record was closed, or opened again."""
        before = self._text
        if before is None:
            self._forget()
            return
        now = self._desk.read(read_text, self._meeting, live=self._live)
        if now is None or (now.paper, now.passages) != (before.paper, before.passages):
            self._forget()
