"""Picks the size of a new table: with the mouse, or with the arrow keys and Enter."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.palette import Role, colour

MOST_ROWS, MOST_COLUMNS = 10, 8
_SIDE, _GAP, _EDGE = 22, 3, 8


class TablePicker(QWidget):
    """A grid of cells; those up to the pointer will be the table."""

    picked = Signal(int, int)
    """Emitted with the rows and columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._columns = 2, 3
        self.setObjectName("table_picker")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._tell()

    def _tell(self) -> None:
        name = msg("A table of {rows} rows and {columns} columns", rows=shown(str(self._rows)),
                   columns=shown(str(self._columns)))  # fmt: skip
        self._words = worded(name)
        self.setAccessibleName(self._words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the grid with its line of words."""
        words = self.fontMetrics().height() + _GAP
        width = max(
            MOST_COLUMNS * (_SIDE + _GAP), self.fontMetrics().horizontalAdvance(self._words)
        )
        return QSize(width + 2 * _EDGE, MOST_ROWS * (_SIDE + _GAP) + words + 2 * _EDGE)

    def _square(self, row: int, column: int) -> QRect:
        step = _SIDE + _GAP
        return QRect(_EDGE + column * step, _EDGE + row * step, _SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grid, and below it what it comes to in words."""
        painter = QPainter(self)
        for row in range(MOST_ROWS):
            for column in range(MOST_COLUMNS):
                chosen = row < self._rows and column < self._columns
                painter.setPen(colour(Role.ACCENT if chosen else Role.BORDER))
                painter.setBrush(colour(Role.SELECTION if chosen else Role.BASE))
                painter.drawRect(self._square(row, column))
        painter.setPen(colour(Role.TEXT))
        top = self._square(MOST_ROWS, 0).top()
        below = QRect(_EDGE, top, self.width() - 2 * _EDGE, self.height() - top)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys as soon as the menu is open."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, rows: int, columns: int) -> None:
        self._rows = max(1, min(rows, MOST_ROWS))
        self._columns = max(1, min(columns, MOST_COLUMNS))
        self._tell()

    def _at(self, point: QPoint) -> tuple[int, int]:
        step = _SIDE + _GAP
        return (point.y() - _EDGE) // step + 1, (point.x() - _EDGE) // step + 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the cells up to the pointer."""
        self._choose(*self._at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the size."""
        self._choose(*self._at(event.position().toPoint()))
        self.picked.emit(self._rows, self._columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys, take the size with Enter."""
        keys = Qt.Key
        steps = {
            keys.Key_Up: (-1, 0), keys.Key_Down: (1, 0),
            keys.Key_Left: (0, -1), keys.Key_Right: (0, 1),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            down, right = steps[key]
            self._choose(self._rows + down, self._columns + right)
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.picked.emit(self._rows, self._columns)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the menu that the picker stands in."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
