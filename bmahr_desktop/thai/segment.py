"""Where Thai words end: the cheapest way to read a run of letters as words of the list.

Thai writes no spaces between words, so a line may only be broken where a dictionary says that a
word ends. Every word of the list has a cost (the rarer, the dearer), letters that no word covers
cost more, and the cheapest reading is found by dynamic programming in one pass.
``resources/native/thaibreak.c`` reads in the same way: what is changed here is changed there.
"""

import re
from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache

from bmahr_desktop.thai.clusters import LETTERS, legal_ends
from bmahr_desktop.thai.native import NativeReading
from bmahr_desktop.thai.words import FIRST, WordList, shipped_words

RUN = re.compile(f"[{LETTERS}]+")
"""A run of Thai letters: what stands between spaces, digits and signs."""

# In hundredths of a nat: the first unknown cluster in a row, each further one, each letter of it.
_UNKNOWN_FIRST = 2200
_UNKNOWN_NEXT = 800
_UNKNOWN_LETTER = 300
_NAME = 1400
_NEVER = 1 << 60


class Segmenter:
    """Finds the ends of words, with the names of people and units known by the caller."""

    def __init__(
        self,
        names: Iterable[str] = (),
        offices: Iterable[str] = (),
        words: WordList | None = None,
    ) -> None:
        """Take the word list and names that count as words.

        Args:
            names: Full names in any writing; each run of Thai letters in them becomes one word.
            offices: Names that are words as well, but made of words that `within` tells apart.
            words: The word list; the shipped one when None, and then the library in C reads it
                where it was built.
        """
        self._offices = _runs_of(offices)
        known = sorted(_runs_of(names) | self._offices)
        self._parts = _read_by((), words)
        self.ends = lru_cache(maxsize=8192)(_read_by(known, words))
        self.within = lru_cache(maxsize=1024)(self._within)

    def words(self, text: str) -> list[str]:
        """Split any text into words; joined again they are the text."""
        parts: list[str] = []
        at = 0
        for match in RUN.finditer(text):
            if match.start() > at:
                parts.append(text[at : match.start()])
            run, start, at = match.group(), 0, match.end()
            for end in self.ends(run):
                parts.append(run[start:end])
                start = end
        if at < len(text):
            parts.append(text[at:])
        return parts

    def _within(self, word: str) -> tuple[int, ...]:
        """Return the offsets at which words inside the name of an office end; none in others."""
        return self._parts(word)[:-1] if word in self._offices else ()


def _read_by(names: Iterable[str], words: WordList | None) -> Callable[[str], tuple[int, ...]]:
    native = NativeReading.with_names(names) if words is None else None
    return native.ends if native else Reading(words or shipped_words(), names).ends


class Reading:
    """Reads runs of Thai letters as words, with some names.

    `native.NativeReading` gives the same ends sooner; this is what it is held against, and what
    reads where that was not built.
    """

    def __init__(self, words: WordList, names: Iterable[str]) -> None:
        """Take a word list, and names of two Thai letters or more."""
        self._words = words
        self._names: dict[str, list[str]] = {}
        for name in names:
            self._names.setdefault(name[:2], []).append(name)

    def ends(self, run: str) -> tuple[int, ...]:
        """Return the offsets at which words of a run of Thai letters end, the last included."""
        size = len(run)
        legal = legal_ends(run)
        codes = [ord(letter) - FIRST for letter in run]
        best = [_NEVER] * (size + 1)
        best[0] = 0
        origin = array("i", bytes(4 * (size + 1)))
        unknown = bytearray(size + 1)
        base, check, costs = self._words.base, self._words.check, self._words.cost
        for start in range(size):
            so_far = best[start]
            if so_far == _NEVER or not legal[start]:
                continue
            state = 0
            for at in range(start, size):
                code = codes[at]
                state = base[state] + code
                if check[state] != code:
                    break
                total = so_far + costs[state]
                if total > so_far and total < best[at + 1] and legal[at + 1]:
                    best[at + 1], origin[at + 1], unknown[at + 1] = total, start, 0
            for name in self._names.get(run[start : start + 2], ()):
                end = start + len(name)
                if run.startswith(name, start) and legal[end] and so_far + _NAME < best[end]:
                    best[end], origin[end], unknown[end] = so_far + _NAME, start, 0
            end = start + 1
            while not legal[end]:
                end += 1
            total = so_far + (_UNKNOWN_NEXT if unknown[start] else _UNKNOWN_FIRST)
            total += _UNKNOWN_LETTER * (end - start)
            if total < best[end]:
                best[end], origin[end], unknown[end] = total, start, 1
        return _walk_back(size, origin, unknown)


def _runs_of(names: Iterable[str]) -> set[str]:
    return {run for name in names for run in RUN.findall(name) if len(run) > 1}


def _walk_back(size: int, origin: "array[int]", unknown: bytearray) -> tuple[int, ...]:
    """Collect the ends of words; a row of unknown clusters counts as one word."""
    ends: list[int] = []
    end = size
    after_unknown = False
    while end > 0:
        if not (unknown[end] and after_unknown):
            ends.append(end)
        after_unknown = bool(unknown[end])
        end = origin[end]
    ends.reverse()
    return tuple(ends)
