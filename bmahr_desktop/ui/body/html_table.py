"""A table being read from HTML."""

import re
from dataclasses import dataclass, field

from bmahr_desktop.domain.body import Cell, CellAlign, Paragraph, Table
from bmahr_desktop.ui.body.fitness import MOST_CELLS, TooMuchError
from bmahr_desktop.ui.body.grid import MOST_COLUMNS, MOST_HEADER_ROWS

_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?")


@dataclass
class OpenCell:
    """A cell as HTML tells it."""

    across: int = 1
    down: int = 1
    width: float = 0.0
    align: CellAlign | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass
class OpenTable:
    """A table as HTML tells it; tables inside of it are read as words."""

    rows: list[list[OpenCell]] = field(default_factory=list)
    header_rows: int = 0
    in_header: bool = False
    inner: int = 0
    begun: int = 0
    cell: OpenCell | None = None

    def begin_row(self) -> None:
        """Begin a row."""
        self.rows.append([])
        self.cell = None

    def begin_cell(self, cell: OpenCell, *, heading: bool) -> None:
        """Begin a cell; a row that begins with a heading at the top is one of the head.

        Raises:
            TooMuchError: If there are more than may come at once.
        """
        self.begun += 1
        if self.begun > MOST_CELLS:
            raise TooMuchError
        if not self.rows:
            self.begin_row()
        begins = not self.rows[-1] and (heading or self.in_header)
        if begins and self.header_rows == len(self.rows) - 1:
            self.header_rows += 1
        self.rows[-1].append(cell)
        self.cell = cell

    def made(self) -> Table | None:
        """Return the table, or None if it has no cells or more columns than tables may have.

        A body's cells never cover several rows: below such a cell there are empty ones.

        Raises:
            TooMuchError: If it has more cells than may come at once.
        """
        grid = _filled([row for row in self.rows if row])
        columns = max((sum(cell.across for cell in row) for row in grid or ()), default=0)
        if grid is None or not columns:
            return None
        cells = tuple(
            (*(_cell(cell) for cell in row), *(Cell(),) * (columns - sum(c.across for c in row)))
            for row in grid
        )
        header = min(self.header_rows, MOST_HEADER_ROWS, len(cells))
        return Table(widths=_widths(grid, columns), rows=cells, header_rows=header)


def _filled(rows: list[list[OpenCell]]) -> list[list[OpenCell]] | None:
    """Return the rows with empty cells below those that cover several rows; None if too wide."""
    covered: dict[int, int] = {}
    filled: list[list[OpenCell]] = []
    total = 0
    for row in rows:
        full: list[OpenCell] = []
        at = 0
        for cell in [*row, None]:
            while covered.get(at, 0) > 0:
                covered[at] -= 1
                full.append(OpenCell())
                at += 1
            if cell is not None:
                for column in range(at, at + cell.across):
                    covered[column] = cell.down - 1
                full.append(cell)
                at += cell.across
        if at > MOST_COLUMNS:
            return None
        total += len(full)
        if total > MOST_CELLS:
            raise TooMuchError
        filled.append(full)
    return filled


def _cell(cell: OpenCell) -> Cell:
    return Cell(tuple(cell.paragraphs), cell.across, cell.align)


def _widths(grid: list[list[OpenCell]], columns: int) -> tuple[float, ...]:
    """Return the widths that some row tells in full; else all are equal."""
    for row in grid:
        widths = [cell.width for cell in row]
        if len(row) == columns and all(widths):
            return tuple(round(100 * width / sum(widths), 2) or 0.01 for width in widths)
    return (round(100 / columns, 2),) * columns


def number_in(text: str, most: int) -> int:
    """Return the whole number that an attribute tells, from 1 to a most; 1 if it tells none."""
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 6 else 1


def width_in(text: str) -> float:
    """Return the width that an attribute tells, in whatever unit; 0 if it tells none."""
    found = _NUMBER.match(text)
    return float(found[0]) if found else 0.0


def align_in(text: str) -> CellAlign | None:
    """Return the alignment that an attribute tells."""
    return {"center": CellAlign.CENTER, "right": CellAlign.RIGHT}.get(text.strip().lower())
