"""A list of people as a spreadsheet, a table of Word or a file gives it: text, into rows of cells.

Spreadsheets put a cell into quotation marks when it holds the end of a line, and double the marks
that are in it; a cell that merely begins with a mark is left as it stands.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.thai.searchkey import tidied

MOST_ROWS = 5_000
MOST_COLUMNS = 60
MOST_BYTES = 8 * 1024 * 1024

Rows = tuple[tuple[str, ...], ...]

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_GAPS = re.compile(" {3,}")
_LOOKED_AT = 20
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_table(text: str) -> Rows:
    """Return the rows of a pasted text that hold anything, all of the same number of cells.

    Within a cell, lines are parted by a line feed; each is without spaces around it.

    Raises:
        Refused: If there is nothing in it, or more than can be taken in at once.
    """
    clean = _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))
    if not clean.strip():
        raise Refused(msg("There is no text in it."))
    parted = _parted(clean)
    rows = [cells for line in parted if any(cells := [_tidied(cell) for cell in line])]
    width = max((len(row) for row in rows), default=0)
    if not rows:
        raise Refused(msg("There is no text in it."))
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        raise Refused(
            msg(
                "The table has {rows} rows and {columns} columns; at most {most_rows} rows and"
                " {most_columns} columns can be taken in at once.",
                rows=len(rows),
                columns=width,
                most_rows=MOST_ROWS,
                most_columns=MOST_COLUMNS,
            )
        )
    filled = [at for at in range(width) if any(at < len(row) and row[at] for row in rows)]
    return tuple(tuple(row[at] if at < len(row) else "" for at in filled) for row in rows)


def read_table_file(path: Path) -> Rows:
    """Return the rows of a text file: of a spreadsheet's .csv or .txt, in any usual encoding.

    Raises:
        Refused: If it cannot be read, is no text, or is too much at once.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason_of(error))
        ) from error
    if len(data) > MOST_BYTES:
        raise Refused(msg("“{file}” is too large for a list of people.", file=path.name))
    return read_table(_decoded(data, path.name))


def _decoded(data: bytes, name: str) -> str:
    """Return the text of a file; Thai Windows writes its own code page where it says nothing."""
    encodings = [encoding for mark, encoding in _BOMS if data.startswith(mark)]
    if not encodings and b"\x00" not in data:
        encodings = ["utf-8", "cp874"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(
        msg(
            "“{file}” is no text. Save the sheet as CSV, or copy its cells and paste them here.",
            file=name,
        )
    )


def _tidied(cell: str) -> str:
    lines = [tidied(line) for line in cell.split("\n")] if "\n" in cell else [tidied(cell)]
    return "\n".join(filter(None, lines))


# ---------------------------------------------------------------- cells


def _parted(text: str) -> Iterator[list[str]]:
    """Part a text into lines of cells by what parts most of it."""
    if "\t" in text:
        return _cells(text, "\t")
    for mark in (",", ";"):
        if mark in text and _is_even(text, mark):
            return _cells(text, mark)
    lines = [line for line in text.split("\n") if line.strip()]
    if 2 * sum(bool(_GAPS.search(line.strip())) for line in lines) > len(lines):
        return iter([_GAPS.split(line.strip()) for line in lines])
    return _cells(text, "\t")


def _is_even(text: str, mark: str) -> bool:
    """Tell whether every line has as many cells as the first, and more than one."""
    widths = set()
    for number, cells in enumerate(_cells(text, mark)):
        if number > _LOOKED_AT:
            break
        if any(cell.strip() for cell in cells):
            widths.add(len(cells))
    return len(widths) == 1 and widths != {1}


def _cells(text: str, mark: str) -> Iterator[list[str]]:
    """Yield lines of cells."""
    plain = re.compile(f"[^{mark}\n]*+")
    cells: list[str] = []
    at = 0
    while at <= len(text):
        found = _QUOTED.match(text, at) if text.startswith('"', at) else None
        if found and (found.end() == len(text) or text[found.end()] in (mark, "\n")):
            cells.append(found[1].replace('""', '"'))
            at = found.end()
        else:
            bare = plain.match(text, at)
            cells.append(bare[0] if bare else "")
            at += len(cells[-1])
        if at == len(text) or text[at] == "\n":
            yield cells
            cells = []
        at += 1
