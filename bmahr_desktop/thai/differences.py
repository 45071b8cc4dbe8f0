"""How one text differs from another, in whole words: what is gone, what is new, what stayed."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bmahr_desktop.thai.segment import Segmenter

_MOST = 4_000_000
"""So many pairs of words are compared at most; beyond that a passage is another as a whole."""
_JUNK_FROM = 1_500
"""From so many words on, the commonest are no longer compared with each other."""


class Mark(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Words(NamedTuple):
    """Some words of either text."""

    text: str
    mark: Mark


def differences(old: str, new: str) -> list[Words]:
    """Return both texts as one: joined without what is new it is the old one, and vice versa.

    Paragraphs are compared first, then the words of those that differ.
    """
    found: list[Words] = []
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            found.append(Words(gone, Mark.SAME))
        else:
            found += _within(gone, come)
    return _joined(found)


def _within(old: str, new: str) -> Iterator[Words]:
    before, after = _words(old), _words(new)
    if len(before) * len(after) > _MOST:
        before, after = [old], [new]
    junk = max(len(before), len(after)) > _JUNK_FROM
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=junk).get_opcodes():
        if tag == "equal":
            yield Words("".join(before[a:b]), Mark.SAME)
            continue
        if gone := "".join(before[a:b]):
            yield Words(gone, Mark.GONE)
        if come := "".join(after[c:d]):
            yield Words(come, Mark.NEW)


def _joined(parts: Sequence[Words]) -> list[Words]:
    found: list[Words] = []
    for part in parts:
        if found and found[-1].mark is part.mark:
            found[-1] = Words(found[-1].text + part.text, part.mark)
        elif part.text:
            found.append(part)
    return found


def _words(text: str) -> list[str]:
    """Split a text into words; what stands between Thai words is parted at spaces."""
    found: list[str] = []
    for part in _segmenter().words(text):
        start = 0
        for at, letter in enumerate(part):
            if letter.isspace():
                found += [piece for piece in (part[start:at], letter) if piece]
                start = at + 1
        if start < len(part):
            found.append(part[start:])
    return found


@cache
def _segmenter() -> Segmenter:
    return Segmenter()
