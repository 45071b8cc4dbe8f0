"""Tables that go on over pages: rules drawn at every split, headings repeated, rows parted.

A row may be parted inside when it is higher than what is left of the page; each part gets its own
rules. Cells may span columns (title rows) and rows (headings in two rows).
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.blocks import Block, draw_stack, stack_height
from bmahr_desktop.documents.typesetting.grid import Box, Cell, Grid, Row, TableStyle
from bmahr_desktop.documents.typesetting.tags import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas

__all__ = ["Cell", "Row", "Table", "TableStyle"]


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
        self._grids: dict[float, Grid] = {}
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

    def _grid(self, width: float) -> Grid:
        known = self._grids.get(width)
        if known is None:
            rows = [*self._header, *self._rows]
            known = self._grids[width] = Grid(rows, self._widths, self.style, width)
        return known

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return sum(self._grid(width).heights)

    def least(self, width: float) -> float:
        """Return the height of the header with the first rows that a page must show."""
        grid, first = self._grid(width), len(self._header)
        total = sum(grid.heights[:first])
        for number, row in enumerate(self._rows, first):
            if not row.keep_with_next:
                return total + grid.least(number)
            total += grid.heights[number]
        return total

    # ------------------------------------------------------------------ parting

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts of which the first fits the height."""
        grid, first = self._grid(width), len(self._header)
        whole, room = self._fitting(grid, height)
        inside = self._part_row(grid, whole, room)
        if inside:
            return inside
        while whole and grid.held_together(first + whole):
            whole -= 1
        return self._cut(whole) if whole else None

    def break_up(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two parts, though rows are parted that should stay together."""
        grid = self._grid(width)
        whole, room = self._fitting(grid, height)
        return self._cut(whole) if whole else self._part_row(grid, 0, room, forced=True)

    def _part_row(
        self, grid: Grid, whole: int, room: float, *, forced: bool = False
    ) -> tuple[Block, Block] | None:
        """Part the row of the body that follows some whole ones."""
        if whole == len(self._rows):
            return None
        parts = grid.part(len(self._header) + whole, room, forced=forced)
        if not parts:
            return None
        upper = Row([_with_blocks(cell, blocks) for cell, (blocks, _) in parts])
        lower = Row([_with_blocks(cell, blocks) for cell, (_, blocks) in parts])
        rest = [lower, *self._rows[whole + 1 :]]
        return self._part([*self._rows[:whole], upper]), self._rest(rest)

    def _fitting(self, grid: Grid, height: float) -> tuple[int, float]:
        """Return how many rows of the body fit a height, and the height that they leave."""
        first = len(self._header)
        room = height - sum(grid.heights[:first])
        whole = 0
        for own in grid.heights[first:]:
            if own > room:
                break
            room -= own
            whole += 1
        return whole, room

    def _cut(self, whole: int) -> tuple[Block, Block]:
        return self._part(self._rows[:whole]), self._rest(self._rows[whole:])

    def _part(self, rows: list[Row]) -> Table:
        part = copy(self)
        part._rows, part._grids, part.after = rows, {}, 0.0  # noqa: SLF001 -- its own kind
        return part

    def _rest(self, rows: list[Row]) -> Table:
        rest = copy(self)
        rest._rows, rest._grids, rest.before = rows, {}, 0.0  # noqa: SLF001 -- its own kind
        rest._header, rest._is_first = self._continued, False  # noqa: SLF001
        return rest

    # ------------------------------------------------------------------ drawing

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the rules and the cells."""
        grid = self._grid(width)
        tops = [top]
        for height in grid.heights:
            tops.append(tops[-1] - height)
        self._draw_rules(canvas, grid, left, tops)
        repeated = 0 if self._is_first else len(self._header)
        for box in grid.boxes:
            if box.row < repeated:
                with canvas.artifact():
                    self._draw_cell(canvas, grid, box, left, tops)
            else:
                self._draw_cell(canvas, grid, box, left, tops)

    def _draw_rules(self, canvas: PaperCanvas, grid: Grid, left: float, tops: list[float]) -> None:
        """Fill backgrounds and draw every cell's edges."""
        fills, edges = [], []
        for box in grid.boxes:
            x, y = left + grid.edges[box.column], tops[box.stop_row]
            across = grid.edges[box.stop_column] - grid.edges[box.column]
            rectangle = f"{x:.2f} {y:.2f} {across:.2f} {tops[box.row] - y:.2f} re"
            if box.cell.background:
                red, green, blue = box.cell.background
                fills.append(f"{red:g} {green:g} {blue:g} rg {rectangle} f")
            edges.append(rectangle)
        drawn = ["q", *fills]
        if self.style.rule:
            drawn += [f"{self.style.rule:g} w", *edges, "S"]
        if len(drawn) > 1:
            with canvas.artifact():
                canvas.operators("\n".join([*drawn, "Q"]))

    def _draw_cell(
        self, canvas: PaperCanvas, grid: Grid, box: Box, left: float, tops: list[float]
    ) -> None:
        style, width = self.style, grid.inner_width(box)
        top = tops[box.row] - style.top
        if box.cell.middle:
            free = tops[box.row] - tops[box.stop_row] - style.padding
            top -= (free - stack_height(box.cell.blocks, width)) / 2
        x = left + grid.edges[box.column] + style.left
        draw_stack(box.cell.blocks, canvas, x, top, width)


def _with_blocks(cell: Cell, blocks: Sequence[Block]) -> Cell:
    part = copy(cell)
    part.blocks = blocks
    return part
