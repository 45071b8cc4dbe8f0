"""Words in a paragraph, for the keys and the mouse: Qt takes a run of Thai for one word."""

import re
from functools import cache

from bmahr_desktop.thai.clusters import LETTERS
from bmahr_desktop.thai.segment import Segmenter

_TOKEN = re.compile(f"(?P<thai>[{LETTERS}]+)|[^\\W{LETTERS}]+|(?P<space>\\s+)|.", re.DOTALL)


@cache
def shipped_segmenter() -> Segmenter:
    """Return a segmenter that knows the shipped words and no names."""
    return Segmenter()


class Words:
    """Finds words around an offset of a text."""

    def __init__(self, segmenter: Segmenter | None = None) -> None:
        """Take the segmenter that knows the names in use; else the shipped words must do."""
        self._given = segmenter

    @property
    def _segmenter(self) -> Segmenter:
        return self._given or shipped_segmenter()

    def at(self, text: str, offset: int) -> tuple[int, int]:
        """Return where the word begins and ends that an offset is in; a run of spaces is one."""
        last = (0, 0)
        for start, end in self._around(text, offset):
            if start <= offset < end:
                return start, end
            last = (start, end)
        return last

    def after(self, text: str, offset: int) -> int:
        """Return where the next word begins; the end of the text if none does."""
        for start, end in self._around(text, offset):
            if start > offset and not text[start:end].isspace():
                return start
        return len(text)

    def before(self, text: str, offset: int) -> int:
        """Return where the word before an offset begins; 0 if there is none."""
        found = 0
        for start, end in self._around(text, offset):
            if start >= offset:
                break
            if not text[start:end].isspace():
                found = start
        return found

    def _around(self, text: str, offset: int) -> list[tuple[int, int]]:
        """Return the words near an offset, two stretches of one script to each side at least."""
        start = self._stretch_before(text, offset)
        found: list[tuple[int, int]] = []
        behind = 0
        while start < len(text) and behind < 3:
            token = _TOKEN.match(text, start)
            assert token is not None  # `.` matches anything
            if token["thai"]:
                ends = self._segmenter.ends(token[0])
                starts = (0, *ends[:-1])
                found += [(start + a, start + b) for a, b in zip(starts, ends, strict=True)]
            else:
                found.append(token.span())
            start = token.end()
            behind += start > offset
        return found

    @staticmethod
    def _stretch_before(text: str, offset: int) -> int:
        """Return where a stretch begins that has at least one whole word before an offset."""
        start = offset
        for _ in range(2):
            while start > 0 and text[start - 1].isspace():
                start -= 1
            while start > 0 and not text[start - 1].isspace():
                start -= 1
        return start
