"""Writes a workbook: real numbers, real dates, and text that is nothing but text."""

import datetime
import io
import re
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bmahr_desktop.documents.office_zip import without_clock
from bmahr_desktop.domain.workbook import CellKind, CellValue, Sheet

_FORMATS = {
    CellKind.WHOLE: "0",
    CellKind.MONEY: "#,##0.00",
    CellKind.PERCENT: "0.00",
    CellKind.DATE: "[$-D07041E]d mmm yyyy;@",
    CellKind.TEXT: "@",
    CellKind.CHOICE: "@",
    CellKind.MARK: "@",
}
"""The format of dates shows the Buddhist Era in Thai; the value is a date of the calendar."""
_RIGHT = (CellKind.WHOLE, CellKind.MONEY, CellKind.PERCENT)
_FONT, _SIZE = "TH Sarabun New", 14
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_LONGEST = 32_767
"""So many letters a cell of Excel takes."""
_CUT = " …"
_EPOCH = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 -- workbooks know no time zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_MOST_LISTED = 250
"""So many letters a list of choices takes inside a workbook."""


def write_workbook(sheets: Iterable[Sheet], changed: datetime.datetime | None = None) -> bytes:
    """Return a workbook with these sheets.

    Args:
        sheets: What it holds.
        changed: The date inside the file, so that the same records give the same bytes.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    stamp = (changed or _EPOCH.replace(tzinfo=datetime.UTC)).replace(tzinfo=None)
    book.properties.created = book.properties.modified = stamp
    for sheet in sheets:
        _write(book.create_sheet(_sheet_name(sheet.name)), sheet)
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue(), lambda name, data: _dated(name, data, stamp))


def _dated(name: str, data: bytes, stamp: datetime.datetime) -> bytes:
    """Return a part; the library writes the clock's time into what is told of the file."""
    if name != "docProps/core.xml":
        return data
    return _MODIFIED.sub(rb"\g<1>" + f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<2>", data)


def _write(page: Worksheet, sheet: Sheet) -> None:
    for at, heading in enumerate(sheet.headings, 1):
        cell = page.cell(1, at)
        _put(cell, heading.words, CellKind.TEXT)
        cell.font = Font(name=_FONT, size=_SIZE, bold=True)
        cell.fill = PatternFill("solid", fgColor="DCE9E1")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        column = page.column_dimensions[get_column_letter(at)]
        column.width, column.hidden = heading.width, heading.hidden
    for number, row in enumerate(sheet.rows, 2):
        for at, (heading, value) in enumerate(zip(sheet.headings, row, strict=True), 1):
            cell = page.cell(number, at)
            _put(cell, value, heading.kind)
            cell.font = Font(name=_FONT, size=_SIZE)
            cell.number_format = _FORMATS[heading.kind]
            wrap = heading.kind is CellKind.TEXT and heading.width > 20
            side = "right" if heading.kind in _RIGHT else None
            cell.alignment = Alignment(wrap_text=wrap, vertical="top", horizontal=side)
    page.freeze_panes = "B2"
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    _offer_choices(page, sheet)


def _put(cell: Cell | MergedCell, value: CellValue, kind: CellKind) -> None:
    """Fill a cell; text never becomes a formula, whatever it begins with."""
    if isinstance(cell, MergedCell):  # there is none in what is written here
        return
    if isinstance(value, str):
        clean = _ILLEGAL.sub("\ufffd", value)
        if len(clean) > _LONGEST:
            clean = clean[: _LONGEST - len(_CUT)] + _CUT
        cell.value = clean
        cell.data_type = "s"
        cell.quotePrefix = clean.startswith(("=", "+", "-", "@"))
    elif isinstance(value, datetime.date) and value.year < 1900:
        cell.value = value.isoformat()  # Excel knows no day before 1900
    else:
        cell.value = value


def _offer_choices(page: Worksheet, sheet: Sheet) -> None:
    last = max(len(sheet.rows) + 200, 500)
    for at, heading in enumerate(sheet.headings, 1):
        listed = ",".join(heading.choices)
        if not listed or len(listed) > _MOST_LISTED or '"' in listed:
            continue
        offered = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
        letter = get_column_letter(at)
        offered.add(f"{letter}2:{letter}{last}")
        page.add_data_validation(offered)


def _sheet_name(name: str) -> str:
    """Return a name that Excel takes for a sheet."""
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31]
