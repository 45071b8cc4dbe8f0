"""The grid of a table: where its cells lie, and how high its rows are at a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.blocks import split_stack, stack_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bmahr_desktop.documents.typesetting.blocks import Block
    from bmahr_desktop.documents.typesetting.text import Color

Parts = tuple[list["Block"], list["Block"]]


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
        whole_below: Rows lower than this are never parted: a few lines look better together.
    """

    rule: float = 0.5
    left: float = 4
    right: float = 4
    top: float = 1
    bottom: float = 3
    before: float = 4
    after: float = 10
    whole_below: float = 115

    @property
    def padding(self) -> float:
        """Return the space above and below together."""
        return self.top + self.bottom


@dataclass(frozen=True)
class Box:
    """A cell's place in the grid: from one row and column to others, these excluded."""

    cell: Cell
    row: int
    column: int
    stop_row: int
    stop_column: int


class Grid:
    """Rows laid out at a width.

    Attributes:
        boxes: Where the cells lie.
        edges: The columns' edges, in points from the left.
        heights: Of the rows, in points.
    """

    def __init__(
        self, rows: Sequence[Row], widths: Sequence[float], style: TableStyle, width: float
    ) -> None:
        """Lay out rows.

        Args:
            rows: From top to bottom.
            widths: Of the columns, in any unit: they share the width.
            style: The space inside the cells.
            width: Of the table, in points.
        """
        self._rows, self._style = rows, style
        scale = width / sum(widths)
        self.edges = [0.0]
        for column in widths:
            self.edges.append(self.edges[-1] + column * scale)
        self.boxes = list(_boxes(rows, len(widths)))
        self.heights = [0.0] * len(rows)
        for box in sorted(self.boxes, key=lambda box: box.stop_row - box.row):
            needed = stack_height(box.cell.blocks, self.inner_width(box)) + style.padding
            missing = needed - sum(self.heights[box.row : box.stop_row])
            if missing > 0:
                self.heights[box.stop_row - 1] += missing

    def inner_width(self, box: Box) -> float:
        """Return the width inside a cell, in points."""
        outer = self.edges[box.stop_column] - self.edges[box.column]
        return outer - self._style.left - self._style.right

    def may_part(self, number: int) -> bool:
        """Tell whether a row may be parted inside."""
        row = self._rows[number]
        if row.keep_whole or row.keep_with_next or self.heights[number] < self._style.whole_below:
            return False
        return not any(
            box.row <= number < box.stop_row and box.stop_row - box.row > 1 for box in self.boxes
        )

    def least(self, number: int) -> float:
        """Return the least height of a row's first part, in points."""
        if not self.may_part(number):
            return self.heights[number]
        inner = [
            box.cell.blocks[0].least(self.inner_width(box))
            for box in self.boxes
            if box.row == number and box.cell.blocks
        ]
        return min(max(inner, default=0) + self._style.padding, self.heights[number])

    def part(
        self, number: int, height: float, *, forced: bool = False
    ) -> list[tuple[Cell, Parts]] | None:
        """Part a row's cells so that the first parts fit a height; None if one of them cannot.

        Args:
            number: The row.
            height: In points.
            forced: Whether to part even a row that should stay whole.
        """
        if not forced and not self.may_part(number):
            return None
        found = []
        for box in self.boxes:
            if box.row == number:
                room = height - self._style.padding
                parts = split_stack(box.cell.blocks, self.inner_width(box), room)
                if parts is None:
                    return None
                found.append((box.cell, parts))
        return found

    def held_together(self, number: int) -> bool:
        """Tell whether a page may not end before a row."""
        if self._rows[number - 1].keep_with_next:
            return True
        return any(box.row < number < box.stop_row for box in self.boxes)


def _boxes(rows: Sequence[Row], columns: int) -> Iterator[Box]:
    """Yield where each cell lies; a span that reaches out of the grid is cut to it."""
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
            yield Box(cell, number, column, stop_row, stop_column)
            taken.update(
                (r, c) for r in range(number, stop_row) for c in range(column, stop_column)
            )
            column = stop_column
