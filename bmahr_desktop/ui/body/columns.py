"""The edges of columns, moved with the mouse or with keys."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QTextTable

from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.formats import MARGIN, PADDING, widths_of
from bmahr_desktop.ui.body.grid import moved_edge
from bmahr_desktop.ui.body.painting import Sight
from bmahr_desktop.ui.body.reading import spans
from bmahr_desktop.ui.body.tables import set_column_widths

_REACH = 4
STEP = 0.02
"""How far one key press moves an edge, in parts of the table."""


class Edge(NamedTuple):
    """The edge between two columns.

    Attributes:
        column: The column at its left.
    """

    table: QTextTable
    column: int


def edge_at(document: BodyDocument, point: QPoint, scroll: QPoint) -> Edge | None:
    """Return the edge of a column that is close to a point of the view."""
    x, y = point.x() + scroll.x(), point.y() + scroll.y()
    for box in Sight(document, QRectF(0, y, 1, 1)).cells:
        right = box.column + dict(spans(box.table, box.row))[box.column] - 1
        if right < box.table.columns() - 1 and abs(box.rect.right() - x) <= _REACH:
            return Edge(box.table, right)
    return None


def move_edge(document: BodyDocument, edge: Edge, pixels: float) -> None:
    """Move an edge to the right, or to the left below 0."""
    whole = document.textWidth() - 2 * MARGIN
    move_edge_by(edge, pixels / max(whole, PADDING))


def move_edge_by(edge: Edge, part: float) -> None:
    """Move an edge by a part of the table's width; the last column's moves the one before it."""
    widths = widths_of(edge.table.format())
    if len(widths) < 2:
        return
    column = edge.column
    if column == len(widths) - 1:
        column, part = column - 1, -part
    set_column_widths(edge.table, moved_edge(widths, column, part))
