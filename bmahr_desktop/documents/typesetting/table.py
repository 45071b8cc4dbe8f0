"""Tables that go on over pages: rules drawn at every split, headings repeated, rows parted.

A row may be parted inside when it is higher than what is left of the page; each part gets its own
rules. Cells may span columns (title rows) and rows (headings in two rows).
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.blocks import (
    Block,
    draw_stack,
    split_stack,
    stack_height,
)
from bmahr_desktop.documents.typesetting.tags import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.text import Color


@dataclass
class Cell:
    """A cell of a table.

    Attributes:
        blocks: What stands in it, from top to bottom.
        columns: How many columns it spans.
        rows: How many rows it spans.
        middle: Whether it stands in the middle of the row's height, not at the top.
        heading: Whether it names its column.
        background: A colour behind it.
    """

    blocks: Sequence[Block] = ()
    columns: int = 1
    rows: int = 1
    middle: bool = False
    heading: bool = False
    background: Color | None = None


@dataclass
class Row:
    """A row of a table.

    Attributes:
        cells: From left to right, without the places that cells above reach down into.
        keep_with_next: Whether a page may not end behind it: titles of groups.
        keep_whole: Whether it is never parted.
    """

    cells: Sequence[Cell]
    keep_with_next: bool = False
    keep_whole: bool = False


@dataclass(frozen=True)
class TableStyle:
    """How a table is drawn; lengths in points.

    Attributes:
        rule: The width of the rules; 0 for none.
        left, right, top, bottom: The space inside each cell.
        before, after: The space above and below the table.
    """

    rule: float = 0.5
    left: float = 4
    right: float = 4
    top: float = 1
    bottom: float = 3
    before: float = 3
    after: float = 6


@dataclass(frozen=True)
class _Box:
    """A cell's place in the grid."""

    cell: Cell
    row: int
    column: int
    stop_row: int
    stop_column: int


@dataclass
class _Grid:
    """Rows laid out at a width."""

    boxes: list[_Box]
    edges: list[float]
    heights: list[float] = field(default_factory=list)


class Table(Block):
    """Rows of cells."""

    def __init__(
        self,
        widths: Sequence[float],
        rows: Sequence[Row],
        style: TableStyle,
        header: Sequence[Row] = (),
        continued: Sequence[Row] | None = None,
    ) -> None:
        """Take the rows and how to draw them.

        Args:
            widths: Of the columns, in any unit: they share the width of the table.
            rows: The body.
            style: Rules and spaces.
            header: Rows at the top, repeated on every further page.
            continued: What is repeated instead, when the heading says "continued".
        """
        self.style = style
        self.before, self.after = style.before, style.after
        self._widths = list(widths)
        self._header, self._rows = list(header), list(rows)
        self._continued = list(header if continued is None else continued)
        self._is_first = True
        self._element = Element("Table")
        self._grids: dict[float, _Grid] = {}
        for row in [*self._header, *self._rows]:
            line = self._element.child("TR")
            for cell in row.cells:
                role = "TH" if cell.heading else "TD"
                own = line.child(role, columns=cell.columns, rows=cell.rows)
                for block in cell.blocks:
                    block.adopt(own)

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self._element.parent = parent

    # ------------------------------------------------------------------ measuring

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return sum(self._grid(width).heights)

    def least(self, width: float) -> float:
        """Return the height of the header with the first rows that a page must show."""
        grid, first = self._grid(width), len(self._header)
        total = sum(grid.heights[:first])
        for number, row in enumerate(self._rows, first):
            if not row.keep_with_next:
                return total + self._least_of_row(grid, number)
            total += grid.heights[number]
        return total

    def _least_of_row(self, grid: _Grid, number: int) -> float:
        row = self._all_rows[number]
        if row.keep_whole or any(cell.rows > 1 for cell in row.cells):
            return grid.heights[number]
        inner = [
            box.cell.blocks[0].least(self._inner_width(grid, box))
            for box in grid.boxes
            if box.row == number and box.cell.blocks
        ]
        return min(max(inner, default=0) + self._padding, grid.heights[number])

    @property
    def _all_rows(self) -> list[Row]:
        return [*self._header, *self._rows]

    @property
    def _padding(self) -> float:
        return self.style.top + self.style.bottom

    def _inner_width(self, grid: _Grid, box: _Box) -> float:
        outer = grid.edges[box.stop_column] - grid.edges[box.column]
        return outer - self.style.left - self.style.right

    def _grid(self, width: float) -> _Grid:
        known = self._grids.get(width)
        if known is None:
            known = self._grids[width] = self._lay_out(width)
        return known

    def _lay_out(self, width: float) -> _Grid:
        scale = width / sum(self._widths)
        edges = [0.0]
        for column in self._widths:
            edges.append(edges[-1] + column * scale)
        grid = _Grid(list(_boxes(self._all_rows, len(self._widths))), edges)
        grid.heights = [0.0] * len(self._all_rows)
        for box in sorted(grid.boxes, key=lambda box: box.stop_row - box.row):
            needed = stack_height(box.cell.blocks, self._inner_width(grid, box)) + self._padding
            missing = needed - sum(grid.heights[box.row : box.stop_row])
            if missing > 0:
                grid.heights[box.stop_row - 1] += missing
        return grid

    # ------------------------------------------------------------------ parting

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height."""
        grid, first = self._grid(width), len(self._header)
        room = height - sum(grid.heights[:first])
        whole = 0
        while whole < len(self._rows) and grid.heights[first + whole] <= room:
            room -= grid.heights[first + whole]
            whole += 1
        parts = self._split_row(grid, whole, room) if whole < len(self._rows) else None
        if parts:
            upper, lower = parts
            return self._part(self._rows[:whole], upper), self._rest(lower, whole + 1)
        while whole and self._held_together(grid, first + whole):
            whole -= 1
        return self._cut(whole) if whole else None

    def break_up(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts, though rows are parted that should stay together."""
        grid = self._grid(width)
        room = height - sum(grid.heights[: len(self._header)])
        whole = 0
        for own in grid.heights[len(self._header) :]:
            room -= own
            if room < 0:
                break
            whole += 1
        return self._cut(whole) if whole else None

    def _cut(self, whole: int) -> tuple[Block, Block]:
        return self._part(self._rows[:whole]), self._rest(None, whole)

    def _held_together(self, grid: _Grid, boundary: int) -> bool:
        """Tell whether a page may not end before a row (counted with the header)."""
        if boundary <= len(self._header):
            return False
        if self._all_rows[boundary - 1].keep_with_next:
            return True
        return any(box.row < boundary < box.stop_row for box in grid.boxes)

    def _split_row(self, grid: _Grid, number: int, height: float) -> tuple[Row, Row] | None:
        """Part a row of the body so that the first part fits a height."""
        row, at = self._rows[number], len(self._header) + number
        if row.keep_whole or row.keep_with_next:
            return None
        if any(box.row <= at < box.stop_row and box.stop_row - box.row > 1 for box in grid.boxes):
            return None
        upper, lower = [], []
        for box in grid.boxes:
            if box.row != at:
                continue
            parts = split_stack(
                box.cell.blocks, self._inner_width(grid, box), height - self._padding
            )
            if parts is None:
                return None
            upper.append(_with_blocks(box.cell, parts[0]))
            lower.append(_with_blocks(box.cell, parts[1]))
        return Row(upper), Row(lower)

    def _part(self, rows: Sequence[Row], last: Row | None = None) -> Table:
        part = copy(self)
        part._take([*rows, *([last] if last else [])])  # noqa: SLF001 -- its own kind
        part.after = 0.0
        return part

    def _rest(self, first: Row | None, start: int) -> Table:
        part = copy(self)
        rows = [*([first] if first else []), *self._rows[start:]]
        part._take(rows, continued=True)  # noqa: SLF001 -- its own kind
        part.before = 0.0
        return part

    def _take(self, rows: list[Row], *, continued: bool = False) -> None:
        self._rows = rows
        self._grids = {}
        if continued:
            self._header, self._is_first = self._continued, False

    # ------------------------------------------------------------------ drawing

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the rules and the cells."""
        grid = self._grid(width)
        tops = [top]
        for height in grid.heights:
            tops.append(tops[-1] - height)
        self._draw_boxes(canvas, grid, left, tops)
        repeated = 0 if self._is_first else len(self._header)
        for box in grid.boxes:
            if box.row < repeated:
                with canvas.artifact():
                    self._draw_cell(canvas, grid, box, left, tops)
            else:
                self._draw_cell(canvas, grid, box, left, tops)

    def _draw_boxes(self, canvas: PaperCanvas, grid: _Grid, left: float, tops: list[float]) -> None:
        """Fill backgrounds and draw every cell's edges."""
        fills, edges = [], []
        for box in grid.boxes:
            x, y = left + grid.edges[box.column], tops[box.stop_row]
            rectangle = (
                f"{x:.2f} {y:.2f} {grid.edges[box.stop_column] - grid.edges[box.column]:.2f} "
                f"{tops[box.row] - y:.2f} re"
            )
            if box.cell.background:
                red, green, blue = box.cell.background
                fills.append(f"{red:g} {green:g} {blue:g} rg {rectangle} f")
            edges.append(rectangle)
        if not fills and not self.style.rule:
            return
        with canvas.artifact():
            if fills:
                canvas.operators("\n".join(["q", *fills, "Q"]))
            if self.style.rule:
                canvas.operators("\n".join([f"q {self.style.rule:g} w", *edges, "S Q"]))

    def _draw_cell(
        self, canvas: PaperCanvas, grid: _Grid, box: _Box, left: float, tops: list[float]
    ) -> None:
        style, width = self.style, self._inner_width(grid, box)
        top = tops[box.row] - style.top
        if box.cell.middle:
            free = tops[box.row] - tops[box.stop_row] - self._padding
            top -= (free - stack_height(box.cell.blocks, width)) / 2
        x = left + grid.edges[box.column] + style.left
        draw_stack(box.cell.blocks, canvas, x, top, width)


def _with_blocks(cell: Cell, blocks: Sequence[Block]) -> Cell:
    part = copy(cell)
    part.blocks = blocks
    return part


def _boxes(rows: Sequence[Row], columns: int) -> Iterator[_Box]:
    """Yield where each cell lies; what does not fit the grid is cut to it."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            stop_column = min(column + cell.columns, columns)
            stop_row = min(number + cell.rows, len(rows))
            if column >= columns:
                raise ValueError(f"row {number + 1} has more cells than the table has columns")
            yield _Box(cell, number, column, stop_row, stop_column)
            taken.update(
                (r, c) for r in range(number, stop_row) for c in range(column, stop_column)
            )
            column = stop_column
