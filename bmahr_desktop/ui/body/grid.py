"""Rows, columns and titles of a table, changed as values: spans always fill the columns."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from bmahr_desktop.domain.body import Cell, CellAlign, Paragraph, Table

MOST_COLUMNS = 40
MOST_HEADER_ROWS = 20
NARROWEST = 0.02
"""The least part of a table that dragging leaves to a column."""

Row = tuple[Cell, ...]


def new_table(rows: int, columns: int, *, header_rows: int = 1) -> Table:
    """Return an empty table."""
    cells = ((Cell(),) * columns,) * rows
    return Table(widths=(100 / columns,) * columns, rows=cells, header_rows=min(header_rows, rows))


def covering(row: Sequence[Cell], column: int) -> int:
    """Return which cell of a row covers a column."""
    at = 0
    for number, cell in enumerate(row):
        at += cell.span
        if column < at:
            return number
    raise ValueError(column)


def insert_row(table: Table, at: int) -> Table:
    """Return a table with an empty row before row `at`, aligned as its neighbour is."""
    like = table.rows[at - 1 if at else 0]
    single = len(like) == len(table.widths)
    cells = tuple(Cell(align=like[c].align if single else None) for c in range(len(table.widths)))
    header = table.header_rows + (at < table.header_rows)
    return replace(
        table,
        rows=(*table.rows[:at], cells, *table.rows[at:]),
        header_rows=min(header, MOST_HEADER_ROWS),
    )


def delete_rows(table: Table, first: int, last: int) -> Table | None:
    """Return a table without some rows, the last included; None if none is left."""
    rows = table.rows[:first] + table.rows[last + 1 :]
    gone = max(0, min(last + 1, table.header_rows) - first)
    return replace(table, rows=rows, header_rows=table.header_rows - gone) if rows else None


def move_row(table: Table, at: int, step: int) -> Table:
    """Return a table in which a row has changed places with its neighbour, if it has one."""
    to = at + step
    if not 0 <= to < len(table.rows):
        return table
    rows = list(table.rows)
    rows[at], rows[to] = rows[to], rows[at]
    return replace(table, rows=tuple(rows))


def insert_column(table: Table, at: int) -> Table:
    """Return a table with an empty column before column `at`; titles grow with it."""
    widths = table.widths
    new = sum(widths) / len(widths)
    rows = tuple(_widened(row, at, len(widths)) for row in table.rows)
    return replace(table, widths=(*widths[:at], new, *widths[at:]), rows=rows)


def _widened(row: Row, at: int, columns: int) -> Row:
    start = 0
    for number, cell in enumerate(row):
        inside = start < at < start + cell.span
        if inside or (columns > 1 and cell.span == columns):
            return _with(row, number, replace(cell, span=cell.span + 1))
        if at == start:
            return (*row[:number], Cell(), *row[number:])
        start += cell.span
    return (*row, Cell())


def delete_columns(table: Table, first: int, last: int) -> Table | None:
    """Return a table without some columns, the last included; None if none is left."""
    widths = table.widths[:first] + table.widths[last + 1 :]
    if not widths:
        return None
    return replace(
        table, widths=widths, rows=tuple(_narrowed(row, first, last) for row in table.rows)
    )


def _narrowed(row: Row, first: int, last: int) -> Row:
    kept: list[Cell] = []
    start = 0
    for cell in row:
        end = start + cell.span
        span = cell.span - max(0, min(end, last + 1) - max(start, first))
        if span:
            kept.append(replace(cell, span=span))
        start = end
    return tuple(kept)


def merge_cells(table: Table, at: int, first: int, last: int) -> Table:
    """Return a table in which the cells over some columns of a row are one."""
    row = table.rows[at]
    a, b = covering(row, first), covering(row, last)
    words: list[Paragraph] = []
    for cell in row[a : b + 1]:
        words += [paragraph for paragraph in cell.paragraphs if paragraph.runs]
    one = Cell(tuple(words), sum(cell.span for cell in row[a : b + 1]), row[a].align)
    return _with_row(table, at, (*row[:a], one, *row[b + 1 :]))


def merge_row(table: Table, at: int) -> Table:
    """Return a table in which a row is one title over the whole width."""
    return merge_cells(table, at, 0, len(table.widths) - 1)


def split_row(table: Table, at: int) -> Table:
    """Return a table in which each cell of a row covers one column; words stay in the first."""
    cells: list[Cell] = []
    for cell in table.rows[at]:
        cells += [replace(cell, span=1), *(Cell(align=cell.align),) * (cell.span - 1)]
    return _with_row(table, at, tuple(cells))


def align_cells(table: Table, cells: Sequence[tuple[int, int]], align: CellAlign | None) -> Table:
    """Return a table in which some cells, by row and column, are aligned in a way."""
    for at, column in cells:
        row = table.rows[at]
        number = covering(row, column)
        table = _with_row(table, at, _with(row, number, replace(row[number], align=align)))
    return table


def with_header_rows(table: Table, rows: int) -> Table:
    """Return a table whose first rows are repeated on every page."""
    return replace(table, header_rows=max(0, min(rows, len(table.rows), MOST_HEADER_ROWS)))


def moved_edge(widths: tuple[float, ...], edge: int, part: float) -> tuple[float, ...]:
    """Return the widths of columns after the edge behind one of them was moved.

    Args:
        widths: The widths before.
        edge: The column at left of the edge; there is one at right.
        part: How far, in parts of the whole; to the left below 0.
    """
    total = sum(widths)
    left, right = widths[edge] / total, widths[edge + 1] / total
    least = min(NARROWEST, left, right)
    moved = max(least - left, min(part, right - least))
    new = list(widths)
    new[edge], new[edge + 1] = (left + moved) * total, (right - moved) * total
    return tuple(new)


def _with(row: Row, number: int, cell: Cell) -> Row:
    return (*row[:number], cell, *row[number + 1 :])


def _with_row(table: Table, at: int, row: Row) -> Table:
    return replace(table, rows=(*table.rows[:at], row, *table.rows[at + 1 :]))


TableChange = Callable[[Table], Table | None]
