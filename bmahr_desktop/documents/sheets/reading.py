"""Reads a workbook as plain values; nothing in it is computed or followed."""

import datetime
import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.workbook import CellValue, Heading, Sheet
from bmahr_desktop.i18n import msg

_MOST_BYTES = 50_000_000
_MOST_UNPACKED = 400_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 200


def read_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, the first row of each as its headings.

    A formula gives the value that the workbook holds for it.

    Args:
        data: The file.
        name: What it is called, for messages.

    Raises:
        Refused: If it is no workbook, or too large.
    """
    _refuse_bombs(data, name)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return tuple(_sheet(page) for page in book.worksheets)
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, OSError,
            EOFError, IndexError, SyntaxError, zipfile.BadZipFile) as error:  # fmt: skip
        raise Refused(msg("“{file}” is no workbook that can be read.", file=name)) from error


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise Refused(
            msg("“{file}” is no Excel workbook (.xlsx). Save it as one first.", file=name)
        ) from error
    if len(data) > _MOST_BYTES or unpacked > _MOST_UNPACKED:
        raise Refused(msg("“{file}” is too large to be read.", file=name))


def _sheet(page: Any) -> Sheet:
    rows = _rows(page)
    headings = tuple(Heading(str(value or "").strip()) for value in next(rows, ()))
    kept = tuple(rows)
    while kept and not any(value not in (None, "") for value in kept[-1]):
        kept = kept[:-1]
    width = len(headings)
    padded = tuple((*row[:width], *([None] * (width - len(row)))) for row in kept)
    return Sheet(page.title, headings, padded)


def _rows(page: Any) -> Iterator[tuple[CellValue, ...]]:
    rows = page.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
    for row in rows:
        yield tuple(_value(one) for one in row)


def _value(value: Any) -> CellValue:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, bool):
        return "✓" if value else None
    if isinstance(value, float):
        exact = Decimal(repr(value))
        return int(exact) if exact == exact.to_integral_value() else exact
    if value is None or isinstance(value, int | datetime.date):
        return value
    return str(value)
