"""Numbered lists that Word counts itself, showing the very numbers of the paper.

A list begins anew wherever Word might count differently than the paper does; what Word shows then
never rests on how it counts levels that were left out, which its versions do not agree on.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bmahr_desktop.documents.word.elements import (
    PLAIN,
    Element,
    Shape,
    Tab,
    make,
    shape_of,
)
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.numbering import LEVELS

MOST_LISTS = 1_500
"""Word holds some 2,000 lists; what is beyond is numbered by typed text."""

_TEXTS = ("%1.", "%1.%2", "%1.%2.%3", "(%4)")
"""How Word writes the numbers of the levels (standards B4), as `thai.numbering` does."""
_READ = tuple(
    re.compile(pattern)
    for pattern in (r"(\d+)\.", r"(\d+)\.(\d+)", r"(\d+)\.(\d+)\.(\d+)", r"\((\d+)\)")
)
_BRACKETED = 3
_TEXT_AT = (0.75, 1.0, 1.4, 0.9)
"""How far the text stands behind the beginning of its number, level by level, in cm."""
_CM = 72 / 2.54


class Place(NamedTuple):
    """A paragraph's place in the count of Word: the list and the level in it, from 0."""

    number: int
    level: int


def label_tab(level: int, begins: float) -> Tab:
    """Return the tab stop behind the number of a paragraph; LibreOffice knows but one.

    Args:
        level: 0 to 4, which tells how wide the number is.
        begins: Where it begins, in points from the margin.
    """
    return Tab(begins + _TEXT_AT[max(level, 1) - 1] * _CM)


class NumberedLists:
    """All the lists of a file."""

    def __init__(self, digits: DigitStyle) -> None:
        """Take the style of digits in which the paper's numbers are made."""
        self._digits = digits
        self._formats: list[Element] = []

    def begin(self, shapes: Sequence[Shape] = (), *, suffix: str = "tab") -> "NumberedList":
        """Return a new list.

        Args:
            shapes: Of the paragraphs of each level.
            suffix: What stands behind the number: "tab", "space" or "nothing".
        """
        return NumberedList(self, shapes, suffix)

    def define(self, starts: Sequence[int], shapes: Sequence[Shape], suffix: str) -> int:
        """Make a list that begins with some numbers; return its own, 0 if there are too many."""
        if len(self._formats) == MOST_LISTS:
            return 0
        own = len(self._formats) + 1
        arabic = self._digits is DigitStyle.ARABIC
        levels = [
            make(
                "lvl",
                make("start", val=start),
                make("numFmt", val="decimal" if arabic else "thaiNumbers"),
                make("suff", val=suffix) if suffix != "tab" else None,
                make("lvlText", val=text),
                make("lvlJc", val="left"),
                make("pPr", *shape_of(shape)),
                ilvl=level,
            )
            for level, (start, text, shape) in enumerate(
                zip(starts, _TEXTS, shapes or [PLAIN] * LEVELS, strict=True)
            )
        ]
        name = f"{own * 0x9E3779B1 % 2**32:08X}"  # its own mark, the same whenever this is made
        definition = make(
            "abstractNum",
            make("nsid", val=name),
            make("multiLevelType", val="multilevel"),
            make("tmpl", val=name),
            *levels,
            abstractNumId=own,
        )
        self._formats.append(definition)
        return own

    def shown(self, numbers: Sequence[int], level: int) -> str:
        """Return what Word shows for some numbers at a level, from 0."""
        text = _TEXTS[level]
        for at, number in enumerate(numbers, 1):
            text = text.replace(f"%{at}", str(number))
        return made_in_style(text, self._digits)

    def write_to(self, numbering: Element) -> None:
        """Put the lists into the part of a file that defines them."""
        numbering.extend(self._formats)
        for definition in range(1, len(self._formats) + 1):
            own = make("num", make("abstractNumId", val=definition), numId=definition)
            numbering.append(own)


class NumberedList:
    """The count of one flow: a body, a cell, a list of people."""

    def __init__(self, lists: NumberedLists, shapes: Sequence[Shape], suffix: str) -> None:
        """Take the lists of the file, and how the levels look."""
        self._lists, self._shapes, self._suffix = lists, shapes, suffix
        self._number = 0
        self._starts = [1] * LEVELS
        self._counts: list[int | None] = [None] * LEVELS
        """What was counted; None for a level that Word has not met, or met only in passing."""

    def place(self, label: str, level: int) -> Place | None:
        """Count a paragraph; return its place, or None when Word cannot show its label.

        Args:
            label: As printed.
            level: 1 to 4.
        """
        at = level - 1
        found = _READ[at].fullmatch(label) if 0 <= at < LEVELS else None
        if found is None:
            return None
        wanted = self._wanted([int(digits) for digits in found.groups()], at)
        if self._lists.shown(wanted, at) != label:
            return None
        if not self._number or not self._goes_on(wanted, at):
            number = self._lists.define(wanted, self._shapes, self._suffix)
            if not number:
                return None
            self._number, self._starts, self._counts = number, wanted, [None] * LEVELS
        self._counts[at:] = [wanted[at], *[None] * (LEVELS - at - 1)]
        return Place(self._number, at)

    def _wanted(self, numbers: list[int], at: int) -> list[int]:
        """Return the numbers that all levels are to have, deeper ones beginning anew."""
        if at == _BRACKETED:
            parents = [count or 1 for count in self._counts[:at]]
            return [*parents, *numbers]
        return [*numbers, *[1] * (LEVELS - at - 1)]

    def _goes_on(self, wanted: Sequence[int], at: int) -> bool:
        """Tell whether Word, counting on, comes to the same number."""
        if self._was_passed(at):
            return False
        above = zip(wanted[:at], self._counts[:at], self._starts, strict=False)
        if at != _BRACKETED and any(
            want != (start if count is None else count) for want, count, start in above
        ):
            return False
        count = self._counts[at]
        return wanted[at] == (self._starts[at] if count is None else count + 1)

    def _was_passed(self, at: int) -> bool:
        """Tell whether a level was left out above a deeper one; whether it counts is open."""
        return self._counts[at] is None and any(
            count is not None for count in self._counts[at + 1 :]
        )
