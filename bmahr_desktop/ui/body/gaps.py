"""Gaps that a text module leaves to be filled in: words in square brackets, or in braces."""

import re
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from bmahr_desktop.ui.body.fitness import to_units

# Only digits in brackets are a note's number, nothing to be filled in.
_GAP = re.compile(r"\[(?![\d\s.,]*\])[^\[\]\n\u2028]{1,60}\]|\{[^{}\n\u2028]{1,60}\}")
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Gap(NamedTuple):
    """Where a gap begins and ends, in the positions of a document."""

    start: int
    end: int


def gap_from(document: QTextDocument, start: int, end: int | None = None) -> Gap | None:
    """Return the first gap between two positions of a document; to its end for None."""
    block = document.findBlock(start)
    while block.isValid() and (end is None or block.position() < end):
        for gap in gaps_of(block):
            if gap.start >= start and (end is None or gap.end <= end):
                return gap
        block = block.next()
    return None


def gaps_of(block: QTextBlock) -> list[Gap]:
    """Return the gaps of a paragraph."""
    text, at = block.text(), block.position()
    if "[" not in text and "{" not in text:
        return []
    spans = (found.span() for found in _GAP.finditer(text))
    return [Gap(at + to_units(text, start), at + to_units(text, end)) for start, end in spans]


def select_gap(cursor: QTextCursor, start: int, end: int | None = None) -> bool:
    """Select the first gap between two positions; return whether there is one."""
    gap = gap_from(cursor.document(), start, end)
    if gap is not None:
        cursor.setPosition(gap.start)
        cursor.setPosition(gap.end, _KEEP)
    return gap is not None


def select_next_gap(cursor: QTextCursor) -> bool:
    """Select the next gap behind what is selected, beginning anew at the end."""
    return select_gap(cursor, cursor.selectionEnd()) or select_gap(cursor, 0)


def is_gap(cursor: QTextCursor) -> bool:
    """Tell whether exactly one gap is selected."""
    chosen = Gap(cursor.selectionStart(), cursor.selectionEnd())
    return cursor.hasSelection() and chosen in gaps_of(cursor.document().findBlock(chosen.start))
