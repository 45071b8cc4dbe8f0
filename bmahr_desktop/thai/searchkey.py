"""The search key: one form for every way to type the same words.

The key is for comparing and finding, never for showing or storing as text. It never uses NFKC,
which takes ำ apart.
"""

import re
import unicodedata
from array import array
from collections.abc import Container, Iterable, Iterator

from bmahr_desktop.thai.digits import to_arabic

IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width that word processors leave behind."""

_IGNORED = re.compile(f"[{IGNORED}]+")
_SPACES = re.compile(r"\s+")

_VOWELS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_NIKHAHIT, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_SPACED = (_AA, _AM)

# The right order of the marks of one letter; ํ comes last, to meet its า.
_ORDER = (_VOWELS, "\u0e47", _TONES, "\u0e4c", "\u0e4e", _NIKHAHIT)
_RANK = {mark: rank for rank, marks in enumerate(_ORDER) for mark in marks}

# Only what will change is matched, so that all else is passed over at the speed of `re`: white
# space, a pair of marks against the order, and ำ that is in two parts or before its tone.
_UNSETTLED = re.compile(
    r"\s\s+|[^\S ]"
    "|\u0e40\u0e40"
    f"|[\u0e47-\u0e4e](?=[{_VOWELS}])"
    "|[\u0e48-\u0e4e](?=\u0e47)"
    f"|[\u0e4c-\u0e4e](?=[{_TONES}])"
    "|[\u0e4d\u0e4e](?=\u0e4c)"
    f"|{_NIKHAHIT}(?=[\u0e4e{_AA}])"
    f"|{_AM}(?=[{_TONES}])"
)


def tidied(text: str) -> str:
    """Return the text without invisible characters, each run of white space as one space."""
    return _SPACES.sub(" ", _IGNORED.sub("", text)).strip(" ")


def search_key(text: str) -> str:
    """Return the key of a text: equal for all ways to type the same words.

    Thai digits become Arabic; characters without width are dropped; every run of white space,
    no-break spaces included, becomes one space; two เ become แ; a tone typed before its vowel is
    put after it; ํ and า, with or without a tone between, become ำ; case is folded. A key is its
    own key.
    """
    if _UNSETTLED.search(text) or _IGNORED.search(text):
        return search_key_with_map(text)[0]
    return to_arabic(text.casefold())


def search_key_with_map(text: str) -> tuple[str, "array[int]"]:
    """Return the key of a text and where each character of the key comes from.

    Returns:
        The key, and one offset for each character of it, never falling, with ``len(text)`` after
        the last: ``text[map[i]]`` made ``key[i]``. Where characters changed places, the offsets
        stay in order, for they cover the same stretch of the text.
    """
    kept, origin = _without_ignored(text)
    parts: list[str] = []
    where = array("q")
    position = 0
    while found := _UNSETTLED.search(kept, position):
        start = _start_of_cluster(kept, position, found.start())
        _add_settled(kept, position, start, parts, where)
        made, position = _settle(kept, start, found.end(), parts[-1][-1] if parts else "")
        parts.append(made)
        where.extend(range(start, start + len(made)))
    _add_settled(kept, position, len(kept), parts, where)
    if origin is not None:
        where = array("q", [origin[at] for at in where])
    where.append(len(text))
    return to_arabic("".join(parts)), where


def find_in(text: str, query: str) -> list[tuple[int, int]]:
    """Find where a text holds the words of a query, whatever way either is typed.

    A stretch begins and ends between clusters, so that a letter is never marked without the vowels
    and tones that stand above and below it. Spaces around the query do not count.

    Returns:
        ``(start, end)`` offsets into the text as it stands, in order, none overlapping another;
        an empty list for a query without words.
    """
    return find_keys_in(text, (search_key(query).strip(" "),))


def find_keys_in(text: str, keys: Iterable[str]) -> list[tuple[int, int]]:
    """Find where a text holds any of some search keys; as `find_in`, but for the keys.

    Returns:
        What it returns; stretches that overlap are one.
    """
    wanted = [key for key in keys if key]
    if not wanted:
        return []
    key, where = search_key_with_map(text)
    found = sorted(place for one in wanted for place in _places(text, key, where, one))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _places(text: str, key: str, where: "array[int]", wanted: str) -> Iterator[tuple[int, int]]:
    at = key.find(wanted)
    while at >= 0:
        past = at + len(wanted)
        yield _marked(text, key, where, at, past)
        at = key.find(wanted, past)


def _without_ignored(text: str) -> tuple[str, "array[int] | None"]:
    """Return the text without characters to ignore, and their offsets unless none was dropped."""
    if not _IGNORED.search(text):
        return text, None
    origin = array("q")
    parts = []
    position = 0
    for ignored in _IGNORED.finditer(text):
        parts.append(text[position : ignored.start()])
        origin.extend(range(position, ignored.start()))
        position = ignored.end()
    parts.append(text[position:])
    origin.extend(range(position, len(text)))
    return "".join(parts), origin


def _add_settled(kept: str, start: int, end: int, parts: list[str], where: "array[int]") -> None:
    """Add a stretch that only case folding may change."""
    if start == end:
        return
    piece = kept[start:end]
    folded = piece.casefold()
    parts.append(folded)
    if len(folded) == len(piece):  # folding never shortens, so no character grew
        where.extend(range(start, end))
        return
    for at, character in enumerate(piece, start):
        where.extend([at] * len(character.casefold()))


def _start_of_cluster(kept: str, position: int, start: int) -> int:
    """Return where the marks begin that belong together with the one matched at ``start``."""
    if kept[start] in _RANK or kept[start] == _AM:
        while start > position and kept[start - 1] in _RANK:
            start -= 1
    return start


def _settle(kept: str, start: int, end: int, before: str) -> tuple[str, int]:
    """Return the settled form of what was matched at ``start``, and where it ends in the text.

    Args:
        kept: The text without characters to ignore.
        start: Where the match starts, or the marks that belong to it.
        end: Where the match ends.
        before: The last character of the key so far.
    """
    first = kept[start]
    if first.isspace():
        return " ", end
    if first == "\u0e40":
        return "\u0e41", end
    marks = _run(kept, start, _RANK)
    end = start + len(marks)
    vowel = kept[end : end + 1]
    if before in _SPACED:
        # Marks with no letter to stand on: put in order, they would begin to belong to that vowel.
        return (marks, end) if marks else (vowel, end + 1)
    if vowel == _AA and _NIKHAHIT in marks:
        marks = marks.replace(_NIKHAHIT, "", 1)
    elif vowel != _AM:
        return _in_rank(marks), end
    tones = _run(kept, end + 1, _TONES)
    return _in_rank(marks + tones) + _AM, end + 1 + len(tones)


def _run(kept: str, start: int, letters: Container[str]) -> str:
    """Return the longest stretch from ``start`` of nothing but these letters."""
    end = start
    while end < len(kept) and kept[end] in letters:
        end += 1
    return kept[start:end]


def _in_rank(marks: str) -> str:
    return "".join(sorted(marks, key=_RANK.__getitem__))


def _marked(text: str, key: str, where: "array[int]", at: int, past: int) -> tuple[int, int]:
    """Return the stretch of the text that made ``key[at:past]``, widened to whole clusters."""
    while at > 0 and _leans(key[at]):
        at -= 1
    while past < len(key) and (_leans(key[past]) or where[past] == where[past - 1]):
        past += 1
    start, end = where[at], where[past]
    while text[end - 1] in IGNORED:
        end -= 1
    return start, end


def _leans(character: str) -> bool:
    """Tell whether a character is drawn on the one before it."""
    return character == _AM or unicodedata.category(character).startswith("M")
