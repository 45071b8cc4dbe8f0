"""The order of the Thai dictionary, for lists of people, units and papers.

The order is that of the Royal Institute's dictionary, as CLDR writes it down for ICU: a leading
vowel counts after its consonant; ็, tones and ์ count only between words that are otherwise equal;
spaces and punctuation count last of all. It differs from ICU's locale ``th`` in three things.
Foreign letters come before Thai ones, as in the lists of the office, not after. Marks typed in a
wrong order count as if typed right. And only a text and itself are equal in order, so that a list
always comes out in one way.
"""

import re
import unicodedata

from bmahr_desktop.thai.searchkey import search_key

_LEVEL = "\x01"
_PLAIN = "0"
_ACCENTED = "8"
_SECOND = {mark: str(at) for at, mark in enumerate("๎์็่้๊๋", start=1)}
_SYMBOLS = "`^+<=>|~$฿"
_AFTER_SYMBOLS = "!"

_LED = re.compile("([เแโใไ])([ก-ฮ])")
_MARKED = re.compile(f"[{''.join(_SECOND)}]|[^\\x00-\\x7f\\u0e00-\\u0e7f]")


class _FirstLevel(dict[int, str]):
    """What a character counts as a letter, for `str.translate`; filled as characters come."""

    def __missing__(self, code: int) -> str:
        self[code] = counted = "".join(map(_letter, unicodedata.normalize("NFD", chr(code))))
        return counted


class _SecondLevel(dict[int, str]):
    """What marks a character carries, for `str.translate`; one sign for each letter counted."""

    def __missing__(self, code: int) -> str:
        signs = _SECOND.get(chr(code)) or _PLAIN * len(_FIRST[code])
        if len(unicodedata.normalize("NFD", chr(code))) > 1:
            signs += _ACCENTED
        self[code] = signs
        return signs


def sort_key(text: str) -> str:
    """Return a key that compares as its text stands in a Thai dictionary.

    Keys are plain strings: they may be stored, and SQLite's own comparison orders them too. Lists
    of people are sorted by the key of the given name, then that of the family name, because spaces
    hardly count within one key.
    """
    folded = search_key(text)
    first = _LED.sub(r"\2\1", folded).translate(_FIRST)
    second = folded.translate(_SECOND_LEVEL) if _MARKED.search(folded) else ""
    third = "" if text.casefold() == text else _capitals(text)
    return _LEVEL.join((first, second, third, text))


def _capitals(text: str) -> str:
    """Return one sign for each letter, a capital after a small one."""
    return "".join("1" if letter.isupper() else _PLAIN for letter in text if letter.isalpha())


def _letter(character: str) -> str:
    """Return what a character counts among letters, or nothing."""
    if character in _SYMBOLS:
        return chr(ord(_AFTER_SYMBOLS) + _SYMBOLS.index(character))
    if character in _SECOND or character in "ฯๆ":
        return ""
    kind = unicodedata.category(character)[0]
    thai = "\u0e00" <= character <= "\u0e7f"
    return "" if kind in "PZC" or (kind == "M" and not thai) else character


# ํ counts before ะ, ฺ after ไ; ำ counts as า and ํ; ๅ is another า.
_FIRST = _FirstLevel({ord("ํ"): "\u0e2f", ord("ฺ"): "\u0e46", ord("ำ"): "า\u0e2f", ord("ๅ"): "า"})
_SECOND_LEVEL = _SecondLevel()
