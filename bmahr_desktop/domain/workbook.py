"""Workbooks as plain values: what a table of cells holds, whoever writes or reads it."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

CellValue = str | int | Decimal | datetime.date | None
"""What a cell holds; None for an empty one. Text is text, whatever it begins with."""


class CellKind(StrEnum):
    """How a column is shown and filled in."""

    TEXT = "text"
    WHOLE = "whole"
    MONEY = "money"
    """Baht, with satang where there are any."""
    PERCENT = "percent"
    """Of a hundred: 40.25 stands for forty and a quarter per cent."""
    DATE = "date"
    CHOICE = "choice"
    MARK = "mark"
    """Something, or nothing."""


@dataclass(frozen=True)
class Heading:
    """The head of a column.

    Attributes:
        words: As shown.
        choices: What a cell may say, for a choice.
        width: In letters.
        hidden: Whether it is there for the program only.
    """

    words: str
    kind: CellKind = CellKind.TEXT
    choices: tuple[str, ...] = ()
    width: int = 14
    hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table with its headings.

    Attributes:
        rows: One value for each heading.
        first: The number of the row, as the workbook counts it, that `rows` begins at.
    """

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[CellValue, ...], ...] = ()
    first: int = 2
