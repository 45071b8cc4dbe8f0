"""The kinds of things that a form asks for or shows."""

from collections.abc import Mapping
from enum import StrEnum


class FieldKind(StrEnum):
    """What a field is."""

    TEXT = "text"
    BODY = "body"
    """Numbered paragraphs, tables and pictures."""
    NUMBER = "number"
    MONEY = "money"
    """In satang."""
    PERCENT = "percent"
    """In hundredths of a per cent."""
    DATE = "date"
    MONTHS = "months"
    """Months of a fiscal year; 0 is October."""
    CHOICE = "choice"
    PERSON = "person"
    UNIT = "unit"
    TABLE = "table"
    SIGNATURE = "signature"
    WORDS = "words"
    """Fixed text."""
    HEADING = "heading"
    PAGE_BREAK = "page_break"


SAID = (FieldKind.WORDS, FieldKind.HEADING, FieldKind.PAGE_BREAK, FieldKind.SIGNATURE)
"""Kinds that a form says by itself; it asks for nothing there."""

WRITTEN = (FieldKind.TEXT, FieldKind.PERSON, FieldKind.UNIT)
"""Kinds whose value is plain text."""

COUNTED = (FieldKind.NUMBER, FieldKind.MONEY, FieldKind.PERCENT)
"""Kinds that can be computed with."""

STYLES: Mapping[FieldKind, tuple[str, ...]] = {
    FieldKind.TEXT: ("one_line", "slashes"),
    FieldKind.PERSON: ("one_line", "slashes"),
    FieldKind.UNIT: ("one_line", "slashes"),
    FieldKind.NUMBER: ("plain", "grouped", "words"),
    FieldKind.MONEY: ("plain", "dash", "words"),
    FieldKind.PERCENT: ("plain", "two_decimals"),
    FieldKind.DATE: (
        "long",
        "weekday",
        "short",
        "short_full_year",
        "slashed",
        "slashed_bare",
        "month_year",
        "short_month_year",
    ),
    FieldKind.MONTHS: ("short", "long"),
    FieldKind.CHOICE: ("chosen", "boxes"),
}
"""The styles that values of a kind can be written in; the first of most is the usual one."""


def fits(kind: FieldKind, shown: FieldKind) -> bool:
    """Tell whether a field of a kind can show what is of another kind."""
    return kind is shown or (kind in WRITTEN and shown in WRITTEN)
