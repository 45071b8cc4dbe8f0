"""What somebody has begun to write at the caret: the code of a text module, or a name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextCursor

from bmahr_desktop.ui.body.fitness import from_units, to_units
from bmahr_desktop.ui.body.offers import SIGN
from bmahr_desktop.ui.body.words import Words

_WORDS, _BACK = 8, 60
"""So far back a name may begin, in words and in signs."""
_CODE = re.compile(f"{SIGN}([^\\s{SIGN}]{{0,40}})$")
_LETTER = re.compile(r"\w")


class Begun(NamedTuple):
    """Letters before the caret.

    Attributes:
        start: Where they begin, a position in the document.
        letters: The letters; of a code without the sign before it.
    """

    start: int
    letters: str

    @property
    def length(self) -> int:
        """Return how many letters there are, marks above and below not counted."""
        return len(_LETTER.findall(self.letters))


class CaretText:
    """The paragraph of a caret, and where in it the caret stands."""

    def __init__(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        self._text = block.text()
        self._origin = block.position()
        self._at = from_units(self._text, cursor.positionInBlock())

    def code(self) -> Begun | None:
        """Return the code that stands before the caret; None without its sign."""
        found = _CODE.search(self._text, max(0, self._at - _BACK), self._at)
        return None if found is None else Begun(self._position(found.start()), found[1])

    def since(self, start: int) -> str | None:
        """Return what stands between a position and the caret; None unless in one paragraph."""
        if start < self._origin:
            return None
        begins = from_units(self._text, start - self._origin)
        return self._text[begins : self._at] if begins <= self._at else None

    def in_word(self, words: Words) -> bool:
        """Tell whether the caret stands inside of a word."""
        start, end = words.at(self._text, self._at)
        return start < self._at < end

    def names(self, words: Words) -> Iterator[Begun]:
        """Yield the beginnings of names that there may be before the caret, the longest first."""
        starts: list[int] = []
        start = self._at
        while start > 0 and len(starts) < _WORDS:
            start = words.before(self._text, start)
            if self._at - start > _BACK:
                break
            starts.append(start)
        for start in reversed(starts):
            yield Begun(self._position(start), self._text[start : self._at])

    def _position(self, offset: int) -> int:
        return self._origin + to_units(self._text, offset)
