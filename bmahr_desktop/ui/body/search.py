"""Finds and replaces words in the body that an editor shows, however they are typed."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bmahr_desktop.thai.searchkey import find_in
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.editing import one_step
from bmahr_desktop.ui.body.fitness import fit, to_units
from bmahr_desktop.ui.look.palette import Role, colour

_KEEP = QTextCursor.MoveMode.KeepAnchor
_MOST_MARKED = 500
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
        self._query = ""
        self._hits: list[Hit] = []
        self._again = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._again.timeout.connect(self._look)
        editor.changed.connect(self._on_changed)
        editor.document_shown.connect(self._look)

    def find(self, query: str) -> int:
        """Mark all hits of some words, and return how many there are; none for no words.

        Thai and Arabic digits are the same, and so are the ways to type one word.
        """
        self._query = query
        self._look()
        return len(self._hits)

    def clear(self) -> None:
        """Mark nothing any more."""
        self.find("")

    def go(self, step: int = 1) -> int | None:
        """Select the next hit, or the one before for -1, beginning anew at the end.

        Returns:
            Its number among all hits, from 0; None if there are none.
        """
        self._settle()
        if not self._hits:
            return None
        cursor = self._editor.textCursor()
        if step > 0:
            at = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
            number = next((n for n, hit in enumerate(self._hits) if hit.start >= at), 0)
        else:
            at = cursor.selectionStart()
            behind = [n for n, hit in enumerate(self._hits) if hit.end <= at]
            number = behind[-1] if behind else len(self._hits) - 1
        self._editor.show_caret(self._cursor(self._hits[number]))
        return number

    def replace(self, words: str) -> bool:
        """Replace the hit that is selected, in its own style, and go to the next.

        Returns:
            Whether a hit was selected.
        """
        self._settle()
        cursor = self._editor.textCursor()
        hit = Hit(cursor.selectionStart(), cursor.selectionEnd())
        replaced = hit in self._hits and not self._editor.isReadOnly()
        if replaced:
            self._put(hit, words)
        self.go()
        return replaced

    def replace_all(self, words: str) -> int:
        """Replace all hits as one step of undo, and return how many there were."""
        self._settle()
        if not self._hits or self._editor.isReadOnly():
            return 0
        hits = self._hits
        with one_step(self._editor.textCursor()):
            for hit in reversed(hits):
                self._put(hit, words)
        return len(hits)

    def _put(self, hit: Hit, words: str) -> None:
        cursor = self._cursor(hit)
        first = self._cursor(Hit(hit.start, hit.start + 1))
        cursor.insertText(fit(words).replace("\n", " "), first.charFormat())

    def _cursor(self, hit: Hit) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, _KEEP)
        return cursor

    # ------------------------------------------------------------------ looking

    def _on_changed(self) -> None:
        if self._query:
            self._again.start()

    def _settle(self) -> None:
        if self._again.isActive():
            self._look()

    def _look(self) -> None:
        self._again.stop()
        self._hits = list(self._all_hits()) if self._query else []
        self.mark()
        self.found.emit(len(self._hits))

    def _all_hits(self) -> Iterator[Hit]:
        block = self._editor.document().begin()
        while block.isValid():
            yield from _hits_in(block, self._query)
            block = block.next()

    def mark(self) -> None:
        """Mark the hits, in the colours of the window."""
        marks = []
        for hit in self._hits[:_MOST_MARKED]:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(hit)
            selection.format.setBackground(colour(Role.WAITING_SOFT))
            marks.append(selection)
        self._editor.setExtraSelections(marks)


def _hits_in(block: QTextBlock, query: str) -> Iterator[Hit]:
    text, at = block.text(), block.position()
    for start, end in find_in(text, query):
        yield Hit(at + to_units(text, start), at + to_units(text, end))
