"""How a cell of the register is painted: an icon, words cut where the room ends, marks in them.

A table of sixteen rows has a hundred and thirty cells. So that a page is painted in a few
milliseconds, words are laid out once for a width, and no more of them than there is room for.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QStaticText,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bmahr_desktop.operations.snippets import Marks
from bmahr_desktop.thai.clusters import FOLLOWERS, LEADING_VOWELS
from bmahr_desktop.ui.agenda.register_model import Index, RegisterModel
from bmahr_desktop.ui.look.icons import icon
from bmahr_desktop.ui.look.marks import text_role
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role, colour

_SIDE = ICON - 4
_MORE = "…"
_ROUND = 3
_NARROWEST = 2.5
"""No letter with its marks is so narrow, in pixels for each character."""
_KEPT = 4_000


@dataclass(frozen=True)
class _Marked:
    """Words laid out in one line, and where the ground of each mark is, from its left end."""

    layout: QTextLayout
    height: float
    grounds: tuple[tuple[float, float], ...]


class Laid:
    """Words as they were laid out, for the next time that they are painted in the same font."""

    def __init__(self) -> None:
        self._plain: dict[tuple[str, int], tuple[QStaticText, int]] = {}
        self._marked: dict[tuple[str, Marks, int], _Marked] = {}

    def plain(self, painter: QPainter, words: str, width: int) -> tuple[QStaticText, int]:
        """Return words, cut where the room ends, with their height."""
        found = self._plain.get((words, width))
        if found is None:
            if len(self._plain) > _KEPT:
                self.forget()
            text = QStaticText(_cut_at_end(painter.fontMetrics(), words, width))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(painter.transform(), painter.font())
            found = self._plain[words, width] = text, round(text.size().height())
        return found

    def marked(self, painter: QPainter, words: str, marks: Marks, width: int) -> _Marked:
        """Return words with their marks; the first of these is among what there is room for."""
        found = self._marked.get((words, marks, width))
        if found is None:
            if len(self._marked) > _KEPT:
                self.forget()
            found = self._marked[words, marks, width] = _laid_out(painter, words, marks, width)
        return found

    def forget(self) -> None:
        """Forget all of it: there is too much of it, or the font is another one."""
        self._plain.clear()
        self._marked.clear()


def _cut_at_end(metrics: QFontMetrics, words: str, width: int) -> str:
    most = int(width / _NARROWEST) + 1
    if len(words) <= most:
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    some = words[: _between_clusters(words, most)]
    return metrics.elidedText(some + _MORE, Qt.TextElideMode.ElideRight, width)


def _laid_out(painter: QPainter, words: str, marks: Marks, width: int) -> _Marked:
    layout, line = _one_line(painter, words)
    if line.naturalTextWidth() > width:
        words, marks = _cut(painter.fontMetrics(), line, words, marks, width)
        layout, line = _one_line(painter, words)
    grounds = tuple((_x(line, start), _x(line, stop)) for start, stop in marks)
    return _Marked(layout, line.height(), grounds)


def _one_line(painter: QPainter, words: str) -> tuple[QTextLayout, QTextLine]:
    layout = QTextLayout(words, painter.font(), painter.device())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return layout, line


def _x(line: QTextLine, at: int) -> float:
    placed: Any = line.cursorToX(at)  # the offset as well, which Qt may have moved
    return float(placed[0])


def _cut(
    metrics: QFontMetrics, line: QTextLine, words: str, marks: Marks, width: int
) -> tuple[str, Marks]:
    """Return words for which there is room, and their marks: the first of them is kept."""
    room = width - metrics.horizontalAdvance(_MORE)
    start = 0
    if marks and _x(line, marks[0][1]) > room:
        before = max(0.0, _x(line, marks[0][0]) - width / 3)
        start = _between_clusters(words, line.xToCursor(before))
    head = _MORE if start else ""
    shown = _cut_at_end(metrics, head + words[start:], width)
    by = len(head) - start
    end = len(shown) - (1 if shown.endswith(_MORE) else 0)
    moved = ((first + by, min(last + by, end)) for first, last in marks)
    return shown, tuple((first, last) for first, last in moved if first < last)


def _between_clusters(words: str, at: int) -> int:
    """Return the next offset that parts no letter from its vowels and tones."""
    while 0 < at < len(words) and (words[at] in FOLLOWERS or words[at - 1] in LEADING_VOWELS):
        at += 1
    return at


def paint_marked(
    painter: QPainter, rect: QRect, words: str, marks: Marks, laid: Laid, pen: QColor
) -> None:
    """Paint words on one line, those that were found on a ground of their own.

    Where there is no room for all, the first place that was found is among what is seen.

    Args:
        painter: Where to paint.
        rect: The room.
        words: All of them.
        marks: Start and stop of each place that was found, in order.
        laid: Keeps what was laid out.
        pen: The colour of the words.
    """
    found = laid.marked(painter, words, marks, rect.width())
    top = rect.top() + (rect.height() - found.height) / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(Role.WAITING_SOFT))
    for left, right in found.grounds:
        ground = QRectF(rect.left() + left - 1, top, right - left + 2, found.height)
        painter.drawRoundedRect(ground, _ROUND, _ROUND)
    painter.setPen(pen)
    found.layout.draw(painter, QPointF(rect.left(), top))


class RegisterDelegate(QStyledItemDelegate):
    """Paints the cells of the register straight from its rows: quicker than by the roles of Qt.

    Attributes:
        laid: To be forgotten when the font changes.
    """

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._view = model, parent
        self.laid = Laid()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell; a row that was not read yet is empty."""
        if option.state & QStyle.StateFlag.State_Selected:
            panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
            self._view.style().drawPrimitive(panel, option, painter, self._view)
        row, column = self._model.row_at(index.row()), index.column()
        if row is None or not row.cells[column]:
            return
        rect, words = option.rect, row.cells[column]
        left, width = rect.left() + GRID // 2, rect.width() - GRID
        pen = option.palette.text().color()
        if look := row.looks.get(column):
            picture, state = look
            pen = colour(text_role(state)) if state else pen
            top = rect.top() + (rect.height() - _SIDE) // 2
            image = icon(picture, text_role(state) if state else None)
            image.paint(painter, left, top, _SIDE, _SIDE)
            left, width = left + _SIDE + GRID // 2, width - _SIDE - GRID // 2
        if marks := row.marks.get(column):
            room = QRect(left, rect.top(), width, rect.height())
            paint_marked(painter, room, words, marks, self.laid, pen)
            return
        text, height = self.laid.plain(painter, words, width)
        painter.setPen(pen)
        painter.drawStaticText(left, rect.top() + (rect.height() - height) // 2, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for all the words of a cell."""
        row = self._model.row_at(index.row())
        words = row.cells[index.column()] if row else ""
        width = option.fontMetrics.horizontalAdvance(words)
        return QSize(width + ICON + 2 * GRID, option.fontMetrics.height())
