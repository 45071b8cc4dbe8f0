"""The numbers that Word counts before paragraphs, as it shows them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from bmahr_desktop.thai.digits import to_thai
from bmahr_desktop.thai.numbering import thai_letter

Element = Any
LEVELS = 9
_PLACE = re.compile("%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 9_999


@dataclass(frozen=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None


class WordNumbers:
    """All the lists of a file, counted as its paragraphs are read from top to bottom."""

    def __init__(self, numbering: Element | None) -> None:
        """Take the part of the file that defines the lists; None if it has none."""
        self._lists: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._anew: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if numbering is not None:
            self._read(numbering)

    def label(self, number: str, at: int) -> str:
        """Count a paragraph, and return what stands before it; nothing for an unknown list.

        Args:
            number: The list, by the id that paragraphs give.
            at: The level in it, from 0.
        """
        levels = self._lists.get(number)
        if levels is None or at not in levels:
            return ""
        counts = self._counts.setdefault(self._abstract[number], [None] * LEVELS)
        for level, start in self._anew.pop(number, {}).items():
            counts[level] = start - 1
        for above in range(at):
            if counts[above] is None:
                counts[above] = levels.get(above, _Level()).start
        own = levels[at]
        before = counts[at]
        counts[at] = min(own.start if before is None else before + 1, _LARGEST)
        for deeper in range(at + 1, LEVELS):
            restart = levels.get(deeper, _Level()).restart
            if restart is None or 0 < at + 1 <= restart:
                counts[deeper] = None
        return _shown(own, levels, counts)

    def _read(self, numbering: Element) -> None:
        formats = {}
        for one in numbering.iterchildren(qn("w:abstractNum")):
            formats[one.get(qn("w:abstractNumId"))] = {
                at: level for node in one.iterchildren(qn("w:lvl")) for at, level in [_level(node)]
            }
        for one in numbering.iterchildren(qn("w:num")):
            number, abstract = one.get(qn("w:numId")), _val(one, "w:abstractNumId")
            levels = dict(formats.get(abstract, {}))
            for override in one.iterchildren(qn("w:lvlOverride")):
                at = _int(override.get(qn("w:ilvl")))
                node = override.find(qn("w:lvl"))
                if node is not None:
                    levels[at] = _level(node)[1]
                start = _val(override, "w:startOverride")
                if start:
                    levels[at] = replace(levels.get(at, _Level()), start=_int(start))
                    self._anew.setdefault(number, {})[at] = _int(start)
            self._lists[number], self._abstract[number] = levels, abstract


def _level(node: Element) -> tuple[int, _Level]:
    restart = _val(node, "w:lvlRestart")
    level = _Level(
        start=_int(_val(node, "w:start"), 1),
        form=_val(node, "w:numFmt") or "decimal",
        text=_val(node, "w:lvlText"),
        legal=node.find(qn("w:isLgl")) is not None,
        restart=_int(restart) if restart else None,
    )
    return min(max(_int(node.get(qn("w:ilvl"))), 0), LEVELS - 1), level


def _val(node: Element, tag: str) -> str:
    found = node.find(qn(tag))
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _int(text: str | None, otherwise: int = 0) -> int:
    try:
        return min(max(int(text or otherwise), 0), _LARGEST)
    except ValueError:
        return otherwise


def _shown(own: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    if own.form == "bullet":
        # Bullets come from fonts of signs, whose letters mean nothing elsewhere.
        return "-" if own.text else ""
    if own.form == "none" and "%" not in own.text:
        return own.text.strip()

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        level = levels.get(at, _Level())
        count = level.start if counts[at] is None else counts[at]
        form = "decimal" if own.legal and level.form != "thaiNumbers" else level.form
        return _FORMS.get(form, str)(count or 0)

    return _PLACE.sub(number, own.text).strip()


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        words += letters * times
    return words


def _letter(number: int) -> str:
    """Return a, b … z, aa, bb, as Word counts."""
    if number < 1:
        return ""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * min(times + 1, 20)


_FORMS: dict[str, Callable[[int], str]] = {
    "thaiNumbers": lambda number: to_thai(str(number)),
    "thaiLetters": lambda number: thai_letter(number) if number > 0 else "",
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda number: "",
}
