"""Heads of columns whose words go on in a second line, some of them under a common head."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour

_SMALLEST = 10.0
Group = tuple[int, int, str]
"""The first and the last column under a common head, and its words."""


def _no_groups() -> Sequence[Group]:
    return ()


class WordedHeader(QHeaderView):
    """Heads of columns; no word of them is cut."""

    def __init__(self, parent: QWidget, groups: Callable[[], Sequence[Group]] = _no_groups) -> None:
        """Make a header.

        Args:
            parent: The table.
            groups: Tells which columns stand under a common head.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._groups = groups
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionResized.connect(lambda *_: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return the room for all words, in two lines where some stand under others."""
        grouped = {at for first, last, _ in self._groups() for at in range(first, last + 1)}
        heights = [2 * self._line()] if grouped else [self._line()]
        metrics = self.fontMetrics()
        for at in range(self.count()):
            if at not in grouped and not self.isSectionHidden(at):
                room = QRect(0, 0, max(self.sectionSize(at) - GRID, GRID), 1 << 14)
                needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._words(at))
                heights.append(needed.height() + GRID // 2)
        return QSize(super().sizeHint().width(), max(heights))

    def _line(self) -> int:
        return self.fontMetrics().height() + GRID // 2

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint a head; of a common one, as much as lies over this column."""
        group = next((one for one in self._groups() if one[0] <= logicalIndex <= one[1]), None)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, colour(Role.RAISED))
        painter.setPen(colour(Role.LINE))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = self._words(logicalIndex)
        if group is None:
            painter.setPen(colour(Role.MUTED))
            inner = rect.adjusted(GRID // 2, 0, -GRID // 2, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        else:
            self._paint_grouped(painter, rect, group, words)
        painter.restore()

    def _paint_grouped(self, painter: QPainter, rect: QRect, group: Group, words: str) -> None:
        first, last, common = group
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        height = rect.height() // 2
        above = QRect(left, rect.top(), right - left, height)
        below = QRect(rect.left(), rect.top() + height, rect.width(), height)
        painter.fillRect(above.adjusted(0, 0, -1, -1), colour(Role.RAISED))
        painter.drawLine(above.bottomLeft(), above.bottomRight())
        painter.setPen(colour(Role.TEXT))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, common)
        painter.setPen(colour(Role.MUTED))
        wide = painter.fontMetrics().horizontalAdvance(words) + 2
        if wide > below.width():  # a little smaller, but whole
            font = painter.font()
            font.setPointSizeF(max(_SMALLEST, font.pointSizeF() * below.width() / wide))
            painter.setFont(font)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
