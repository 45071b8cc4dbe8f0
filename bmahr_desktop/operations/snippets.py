"""Cuts the words around what was found out of a text, and says what to mark in them."""

from collections.abc import Sequence

from bmahr_desktop.thai.clusters import FOLLOWERS, LEADING_VOWELS
from bmahr_desktop.thai.searchkey import find_keys_in, search_key

Marks = tuple[tuple[int, int], ...]

_BEFORE, _AFTER = 40, 80
"""So many characters are shown before what was found, and behind it."""
_REACH = 24
"""So many more, where a sentence begins or ends there."""


def snippet(text: str, keys: Sequence[str]) -> tuple[str, Marks]:
    """Return the words around the place where a text holds most of what was looked for.

    Args:
        text: The whole text.
        keys: What was looked for, as search keys.

    Returns:
        The words, in one line, and where in them to mark: start and stop, in order, none
        overlapping another. The beginning of the text and no marks if it holds none of the keys.
    """
    if len(text) <= 2 * _BEFORE + _AFTER:
        whole = " ".join(text.split())
        return whole, tuple(find_keys_in(whole, keys))
    place = _best_place(text, keys)
    start, stop = (0, 0) if place is None else place
    first, last = _sentence_start(text, start), _sentence_end(text, stop)
    if place is None:
        last = _sentence_end(text, 2 * _BEFORE)
    head = "…" if first else ""
    tail = "…" if last < len(text.rstrip()) else ""
    shown = head + " ".join(text[first:last].split()) + tail
    return shown, tuple(find_keys_in(shown, keys)) if place else ()


def _best_place(text: str, keys: Sequence[str]) -> tuple[int, int] | None:
    """Return where the first line that holds most keys holds one of them."""
    begin, best, chosen = 0, 0, (0, "")
    for line in text.split("\n"):
        key = search_key(line)
        held = sum(one in key for one in keys)
        if held > best:
            best, chosen = held, (begin, line)
            if held == len(keys):
                break
        begin += len(line) + 1
    if not best:  # an exact stretch may go on in the next line
        chosen = (0, text.replace("\n", " "))
    begin, line = chosen
    places = find_keys_in(line, keys)
    return (begin + places[0][0], begin + places[0][1]) if places else None


def _sentence_start(text: str, start: int) -> int:
    """Return where to begin to show what stands before an offset."""
    first = start - _BEFORE
    if first <= _REACH:
        return 0
    space = text.rfind(" ", first - _REACH, first + _REACH)
    if space >= 0:
        return space + 1
    while first > 0 and (text[first] in FOLLOWERS or text[first - 1] in LEADING_VOWELS):
        first -= 1
    return first


def _sentence_end(text: str, stop: int) -> int:
    """Return where to end what stands behind an offset."""
    last = stop + _AFTER
    if last + _REACH >= len(text):
        return len(text)
    space = text.find(" ", last - _REACH, last + _REACH)
    if space >= 0:
        return space
    while last < len(text) and (text[last] in FOLLOWERS or text[last - 1] in LEADING_VOWELS):
        last += 1
    return last
