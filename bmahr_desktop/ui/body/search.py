"""Finds and replaces words in the body that an editor shows, however they are typed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor

from bmahr_desktop.i18n import Message
from bmahr_desktop.thai.searchkey import find_in, search_key
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.editing import one_step
from bmahr_desktop.ui.body.fitness import MOST_IN_BODY, MOST_IN_PARAGRAPH, fit, units
from bmahr_desktop.ui.body.limits import TOO_LONG, TOO_MUCH

_KEEP = QTextCursor.MoveMode.KeepAnchor
_PAUSE_MS = 200


class Hit(NamedTuple):
    """Words found, by their positions in the document."""

    start: int
    end: int


class Finder(QObject):
    """Marks what it finds, goes from one to the next, and replaces."""

    found = Signal(int)
    """Emitted with the count of hits whenever it may have changed."""

    def __init__(self, editor: EditableBody) -> None:
        super().__init__(editor)
        self._editor = editor
        self._query, self._exactly = "", False
        self._document = editor.body_document
        self._document.contentsChange.connect(self._follow)
        self._hits: list[Hit] = []
        self._again = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._again.timeout.connect(self._look)
        editor.changed.connect(self._on_changed)
        editor.document_shown.connect(self._on_shown)

    def is_looking(self) -> bool:
        """Tell whether words are looked for."""
        return bool(self._query)

    def find(self, query: str, *, exactly: bool = False) -> int:
        """Mark all hits of some words, and return how many there are; none for no words.

        Thai and Arabic digits are the same, and so are the ways to type one word.

        Args:
            query: The words.
            exactly: Whether a hit must be the words and no more. Else ที is found in ที่ too, which
                must not be replaced, or the tone would be lost.
        """
        self._query, self._exactly = query.strip(), exactly
        self._look()
        return len(self._hits)

    def clear(self) -> None:
        """Mark nothing any more."""
        self.find("")

    def total(self) -> int:
        """Return how many hits there are."""
        return len(self._hits)

    def current(self) -> int | None:
        """Return the number of the hit that is selected, from 0."""
        cursor = self._editor.textCursor()
        hit = Hit(cursor.selectionStart(), cursor.selectionEnd())
        return self._hits.index(hit) if cursor.hasSelection() and hit in self._hits else None

    def go(self, step: int = 1, start: int | None = None) -> int | None:
        """Select the next hit, or the one before for -1, beginning anew at the end.

        Args:
            step: 1 or -1.
            start: Where to begin, a position in the document; the caret's when None.

        Returns:
            Its number among all hits, from 0; None if there are none.
        """
        self._settle()
        if not self._hits:
            return None
        cursor = self._editor.textCursor()
        if step > 0:
            at = cursor.selectionEnd() if start is None else start
            number = next((n for n, hit in enumerate(self._hits) if hit.start >= at), 0)
        else:
            at = cursor.selectionStart() if start is None else start
            behind = [n for n, hit in enumerate(self._hits) if hit.end <= at]
            number = behind[-1] if behind else len(self._hits) - 1
        self._editor.show_caret(self._cursor(self._hits[number]))
        return number

    def replace(self, words: str) -> bool:
        """Replace the hit that is selected, in its own style, and go to the next.

        Returns:
            Whether a hit was selected, and could be replaced.
        """
        self._settle()
        at = self.current()
        replaced = at is not None and self._replace(self._hits[at : at + 1], words)
        self.go()
        return replaced

    def replace_all(self, words: str) -> int:
        """Replace all hits as one step of undo, and return how many there were."""
        self._settle()
        hits = self._hits
        return len(hits) if self._replace(hits, words) else 0

    def _replace(self, hits: Sequence[Hit], words: str) -> bool:
        words = fit(words).replace("\n", " ")
        if not hits or self._editor.isReadOnly():
            return False
        if refusal := self._too_much(hits, units(words)):
            self._editor.refuse(refusal)
            return False
        with one_step(self._editor.textCursor()):
            for hit in reversed(hits):
                first = self._cursor(Hit(hit.start, hit.start + 1))
                self._cursor(hit).insertText(words, first.charFormat())
        return True

    def _too_much(self, hits: Sequence[Hit], length: int) -> Message | None:
        """Return why hits cannot be replaced by words of a length, or None if they can."""
        document = self._editor.document()
        grown: Counter[int] = Counter()
        for hit in hits:
            block = document.findBlock(hit.start)
            grown[block.blockNumber()] += length - (hit.end - hit.start)
        if document.characterCount() + grown.total() > MOST_IN_BODY:
            return TOO_MUCH
        blocks = ((document.findBlockByNumber(number), more) for number, more in grown.items())
        longest = max(block.length() - 1 + more for block, more in blocks)
        return TOO_LONG if longest > MOST_IN_PARAGRAPH else None

    def _cursor(self, hit: Hit) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, _KEEP)
        return cursor

    # ------------------------------------------------------------------ looking

    def _on_shown(self) -> None:
        self._document.contentsChange.disconnect(self._follow)
        self._document = self._editor.body_document
        self._document.contentsChange.connect(self._follow)
        self._look()

    def _on_changed(self) -> None:
        if self._query:
            self._again.start()

    def _settle(self) -> None:
        if self._again.isActive():
            self._look()

    def _look(self) -> None:
        self._again.stop()
        self._hits = list(self._all_hits()) if self._query else []
        self._editor.set_marks(self._hits)
        self.found.emit(len(self._hits))

    def _all_hits(self) -> Iterator[Hit]:
        wanted = search_key(self._query)
        block = self._editor.document().begin()
        while block.isValid():
            if wanted in _key(block.text()):
                yield from _hits_in(block, self._query, wanted if self._exactly else None)
            block = block.next()

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Let hits go along with what is typed before them; one that is changed is none."""
        if self._hits and removed != added:
            more, behind = added - removed, position + removed
            self._hits = [
                hit if hit.end <= position else Hit(hit.start + more, hit.end + more)
                for hit in self._hits
                if hit.end <= position or hit.start >= behind
            ]
            self._editor.set_marks(self._hits)


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    """Return the key of a paragraph; most stay the same from one look to the next."""
    return search_key(text)


def _hits_in(block: QTextBlock, query: str, exactly: str | None) -> Iterator[Hit]:
    text, at, behind = block.text(), block.position(), 0
    for start, end in find_in(text, query):
        at += units(text[behind:start])  # from hit to hit: a paragraph may have thousands
        length = units(text[start:end])
        if exactly is None or search_key(text[start:end]) == exactly:
            yield Hit(at, at + length)
        at, behind = at + length, end
