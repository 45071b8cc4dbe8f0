"""Finds in frozen minutes the words that somebody says are to be corrected, or what is nearest.

Words are first looked for as they were typed, then whatever way they may be typed: Thai and Arabic
digits alike, without regard to spaces, line ends and the form of quotation marks (domain 1).
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from unicodedata import category

from bmahr_desktop.domain.passages import Passage
from bmahr_desktop.thai.searchkey import search_key_with_map
from bmahr_desktop.thai.segment import Segmenter

_MOST = 200
"""So many places are listed at most: nobody looks through more."""
_LOOKED_INTO = 4
"""So many passages that hold most of the words are looked into for the nearest."""
_NEAR = 0.5
"""Words less alike than this are not near."""
_LONGEST = 600
"""Of longer words only so many letters are compared."""
_WRAP = re.compile(r"-[ \t]*\n\s*")
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'"))
_AM = "\u0e33"


@dataclass(frozen=True)
class Stretch:
    """Words in a passage.

    Attributes:
        passage: Its number, from 0.
        start, stop: Offsets of the first letter and behind the last.
    """

    passage: int
    start: int
    stop: int


@dataclass(frozen=True)
class Found:
    """What was found of some words.

    Attributes:
        stretches: Where they stand.
        exact: Whether they stand there as they were typed.
        nearest: What is most like them, where they stand nowhere; None if nothing is.
    """

    stretches: tuple[Stretch, ...] = ()
    exact: bool = True
    nearest: Stretch | None = None


class Finder:
    """Looks for words in the passages of one record."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self._folded: list[tuple[str, array[int]]] | None = None

    def find(self, words: str) -> Found:
        """Return where words stand; where they do not, what is nearest.

        Only what can be corrected is looked through.
        """
        if not words.strip():
            return Found()
        exact = tuple(self._exactly(words))
        if not exact and words != words.strip():
            exact = tuple(self._exactly(words.strip()))
        if exact:
            return Found(exact)
        wanted, _ = folded(_WRAP.sub("", words))
        if not wanted:
            return Found()
        loosely = tuple(self._loosely(wanted))
        return Found(loosely, exact=False, nearest=None if loosely else self._nearest(wanted))

    def words(self, stretch: Stretch) -> str:
        """Return the words of a stretch as they stand."""
        return self.passages[stretch.passage].words[stretch.start : stretch.stop]

    def _exactly(self, words: str) -> Iterator[Stretch]:
        left = _MOST
        for number, passage in enumerate(self.passages):
            if passage.place is None:
                continue
            at = passage.words.find(words)
            while at >= 0 and left:
                yield Stretch(number, at, at + len(words))
                left -= 1
                at = passage.words.find(words, at + len(words))

    # ------------------------------------------------------------ typed in another way

    def _keys(self) -> list[tuple[str, "array[int]"]]:
        if self._folded is None:
            empty = ("", array("q"))
            self._folded = [folded(one.words) if one.place else empty for one in self.passages]
        return self._folded

    def _loosely(self, wanted: str) -> Iterator[Stretch]:
        left = _MOST
        for number, (key, where) in enumerate(self._keys()):
            at = key.find(wanted)
            while at >= 0 and left:
                words = self.passages[number].words
                yield Stretch(number, *_whole(words, where[at], where[at + len(wanted) - 1] + 1))
                left -= 1
                at = key.find(wanted, at + len(wanted))

    # ------------------------------------------------------------ nearest

    def _nearest(self, wanted: str) -> Stretch | None:
        wanted = wanted[:_LONGEST]
        size = min(3, len(wanted))
        grams = {wanted[at : at + size] for at in range(len(wanted) - size + 1)}
        shares = [(sum(gram in key for gram in grams), number)
                  for number, (key, _) in enumerate(self._keys())]  # fmt: skip
        shares = sorted((one for one in shares if one[0]), key=lambda one: (-one[0], one[1]))
        best: tuple[float, Stretch] | None = None
        for _, number in shares[:_LOOKED_INTO]:
            near = self._near_in(number, wanted)
            if near is not None and (best is None or near[0] > best[0]):
                best = near
        return best[1] if best is not None and best[0] >= _NEAR else None

    def _near_in(self, number: int, wanted: str) -> tuple[float, Stretch] | None:
        key, where = self._keys()[number]
        begin, end = _window(key, wanted)
        part = key[begin:end]
        blocks = SequenceMatcher(None, part, wanted, autojunk=False).get_matching_blocks()
        blocks = [one for one in blocks if one.size > 1] or [one for one in blocks if one.size]
        if not blocks:
            return None
        first, last = blocks[0], blocks[-1]
        start = max(0, begin + first.a - first.b)
        past = begin + last.a + last.size
        stop = min(len(key), past + len(wanted) - last.b - last.size)
        words = self.passages[number].words
        stretch = Stretch(number, *_snapped(words, where[start], where[stop - 1] + 1))
        likeness = SequenceMatcher(None, folded(self.words(stretch))[0], wanted, autojunk=False)
        return likeness.ratio(), stretch


def folded(words: str) -> tuple[str, "array[int]"]:
    """Return words as they are compared, and where each letter of that comes from."""
    key, where = search_key_with_map(words)
    key = key.translate(_QUOTES)
    kept = [at for at, letter in enumerate(key) if not letter.isspace()]
    return "".join(key[at] for at in kept), array("q", (where[at] for at in kept))


def _window(key: str, wanted: str) -> tuple[int, int]:
    """Return the part of a passage in which the words would stand, with some room around it."""
    if len(key) <= 2 * len(wanted):
        return 0, len(key)
    size = min(3, len(wanted))
    votes: dict[int, int] = {}
    width = max(8, len(wanted) // 4)
    for at in range(len(wanted) - size + 1):
        found = key.find(wanted[at : at + size])
        while found >= 0:
            votes[(found - at) // width] = votes.get((found - at) // width, 0) + 1
            found = key.find(wanted[at : at + size], found + 1)
    best = max(votes, key=lambda one: votes[one] + votes.get(one + 1, 0), default=0)
    begin = max(0, best * width - width)
    return begin, min(len(key), begin + len(wanted) + 4 * width)


def _whole(words: str, start: int, stop: int) -> tuple[int, int]:
    """Widen a stretch so that no letter is parted from what stands over and under it."""
    while start > 0 and _leans(words[start]):
        start -= 1
    while stop < len(words) and _leans(words[stop]):
        stop += 1
    return start, stop


def _leans(letter: str) -> bool:
    return letter == _AM or category(letter).startswith("M")


def _snapped(words: str, start: int, stop: int) -> tuple[int, int]:
    """Move both ends of a stretch to the nearest ends of words."""
    ends, end = {0}, 0
    for part in _segmenter().words(words):
        ends.add(end := end + len(part))
    ends |= {at for space in _SPACES.finditer(words) for at in space.span()}
    parts = [(one, after) for one, after in pairwise(sorted(ends)) if words[one:after].strip()]
    begins, closes = [one for one, _ in parts] or [0], [one for _, one in parts] or [len(words)]
    first = min(begins, key=lambda one: (abs(one - start), one))
    last = min((one for one in closes if one > first), key=lambda one: (abs(one - stop), one))
    return first, last


@cache
def _segmenter() -> Segmenter:
    return Segmenter()
