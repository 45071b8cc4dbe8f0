"""Lengths of the window: the grid of eight pixels, and rows with room for Thai marks."""

from PySide6.QtGui import QFontMetrics, QGuiApplication

GRID = 8
"""The step of all paddings and gaps, in pixels that do not depend on the screen."""

ICON = 20
"""The side of an icon beside text."""

_CLEAR = 2


def row_height() -> int:
    """Return the height of a row of a list or a table in which no mark is cut.

    A table asks for it: ``table.verticalHeader().setDefaultSectionSize(row_height())``.
    """
    needed = QFontMetrics(QGuiApplication.font()).height() + _CLEAR
    return -(-needed // GRID) * GRID
