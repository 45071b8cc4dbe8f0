"""What is painted around the text of a body: numbers, the rules of tables, the tints of headings.

None of it is in the document, so it follows the colours of the window and costs no undo.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock, QTextTable

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.formats import GAP, INSET, MARGIN, OBJECT, PADDING, is_lone, shape_of
from bmahr_desktop.ui.body.reading import blocks_of_cell, in_cell, spans, table_at
from bmahr_desktop.ui.look.palette import Role, colour

_BARE_PICTURE = OBJECT + "\u2028"


class CellBox(NamedTuple):
    """A cell that is in view."""

    table: QTextTable
    row: int
    column: int
    rect: QRectF


class Sight:
    """What is in view, in the coordinates of the document; made anew for each painting."""

    def __init__(self, document: BodyDocument, view: QRectF) -> None:
        self._document, self.view = document, view
        self._layout = document.documentLayout()
        self.cells: list[CellBox] = []
        self.blocks: list[tuple[QTextBlock, QRectF]] = []
        self._look()

    def _look(self) -> None:
        at = self._layout.hitTest(
            QPointF(self.view.left() + MARGIN, self.view.top()), Qt.HitTestAccuracy.FuzzyHit
        )
        block = self._document.findBlock(max(0, at))
        while block.isValid():
            table = table_at(block)
            if table is None:
                rect = self._layout.blockBoundingRect(block)
                if rect.top() > self.view.bottom():
                    return
                self.blocks.append((block, rect))
                block = block.next()
            else:
                if not self._see_table(table, table.cellAt(block.position()).row()):
                    return
                block = self._document.findBlock(table.lastPosition() + 1)

    def _see_table(self, table: QTextTable, first: int) -> bool:
        """Note the cells in view; tell whether what follows the table may be in view too."""
        top = self._top(table, first)
        for row in range(first, table.rows()):
            if top > self.view.bottom():
                return False
            bottom = self._top(table, row + 1)
            self._see_row(table, row, top, bottom)
            top = bottom
        return True

    def _see_row(self, table: QTextTable, row: int, top: float, bottom: float) -> None:
        right = self._document.textWidth() - MARGIN
        boxes: list[CellBox] = []
        for column, _span in spans(table, row):
            blocks = list(blocks_of_cell(table, row, column))
            rects = [self._layout.blockBoundingRect(block) for block in blocks]
            self.blocks += zip(blocks, rects, strict=True)
            left = rects[0].left() - PADDING
            if boxes:
                boxes[-1].rect.setRight(left)
            boxes.append(CellBox(table, row, column, QRectF(left, top, right - left, bottom - top)))
        self.cells += boxes

    def _top(self, table: QTextTable, row: int) -> float:
        """Return where a row begins; where the table ends for the row behind its last."""
        if row < table.rows():
            block = self._document.findBlock(table.cellAt(row, 0).firstPosition())
            return self._layout.blockBoundingRect(block).top() - PADDING
        block = self._document.findBlock(table.lastPosition() + 1)
        return self._layout.blockBoundingRect(block).top() - table.format().bottomMargin()


def paint_ground(painter: QPainter, sight: Sight) -> None:
    """Paint what stands behind the text: the tints of headings and titles in tables."""
    heading, title = colour(Role.HOVER), colour(Role.RAISED)
    for box in sight.cells:
        if box.row < box.table.format().headerRowCount():
            painter.fillRect(box.rect, heading)
        elif box.table.cellAt(box.row, 0).columnSpan() == box.table.columns() > 1:
            painter.fillRect(box.rect, title)


def paint_beside(painter: QPainter, sight: Sight, document: BodyDocument, *, hints: bool) -> None:
    """Paint what stands beside the text: rules and numbers, and hints where a caption may go."""
    painter.setPen(colour(Role.BORDER))
    for box in sight.cells:
        painter.drawLines(list(_rules(box)))
    painter.setFont(document.defaultFont())
    metrics = QFontMetricsF(document.defaultFont())
    painter.setPen(colour(Role.TEXT))
    for block, rect in sight.blocks:
        if block.layout().lineCount() and (label := document.labels.shown(block)):
            width = metrics.horizontalAdvance(label)
            painter.drawText(_number_place(document, block, rect, metrics, width), label)
    if hints:
        painter.setPen(colour(Role.MUTED))
        for block, rect in sight.blocks:
            if is_lone(block.blockFormat()) and block.text() == _BARE_PICTURE:
                _paint_hint(painter, metrics, block, rect)


def _number_place(
    document: BodyDocument, block: QTextBlock, rect: QRectF, metrics: QFontMetricsF, width: float
) -> QPointF:
    """Return where a number's baseline begins: a step before its text, further left if long."""
    layout, form = block.layout(), block.blockFormat()
    line = layout.lineAt(0)
    back = max(width + GAP, document.formats.room(shape_of(form).level, in_cell=in_cell(block)))
    start = rect.left() + line.naturalTextRect().left()
    ascent = INSET + metrics.ascent() if is_lone(form) else line.y() + line.ascent()
    return QPointF(max(start - back, rect.left()), rect.top() + ascent)


def _paint_hint(painter: QPainter, metrics: QFontMetricsF, block: QTextBlock, rect: QRectF) -> None:
    """Say where the caption of a picture is typed."""
    line = block.layout().lineAt(block.layout().lineCount() - 1)
    words = worded(msg("Caption of the picture"))
    x = rect.left() + line.naturalTextRect().left() - metrics.horizontalAdvance(words) / 2
    painter.drawText(QPointF(x, rect.top() + line.y() + line.ascent()), words)


def _rules(box: CellBox) -> Iterator[QLineF]:
    left, right = (round(x) + 0.5 for x in (box.rect.left(), box.rect.right()))
    top, bottom = (round(y) + 0.5 for y in (box.rect.top(), box.rect.bottom()))
    yield QLineF(left, top, right, top)
    yield QLineF(left, top, left, bottom)
    if box.column + box.table.cellAt(box.row, box.column).columnSpan() == box.table.columns():
        yield QLineF(right, top, right, bottom)
    if box.row == box.table.rows() - 1:
        yield QLineF(left, bottom, right, bottom)
