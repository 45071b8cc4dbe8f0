"""Lines of a body as they are painted: the ground under words, and marks that Qt cuts off.

The boxes of lines overlap, so that lines stand no further apart than on paper although each has
room for all its marks. Where words are selected Qt paints nothing else inside of their boxes: the
marks of the line below would lose their tops, those of the line above their feet.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor, QTextDocument, QTextLine

from bmahr_desktop.ui.body.formats import LINE_HEIGHT
from bmahr_desktop.ui.body.painting import Sight
from bmahr_desktop.ui.body.reading import in_cell
from bmahr_desktop.ui.look.palette import Role, colour

Span = tuple[int, int]
"""Two positions in a document."""


class _Line(NamedTuple):
    block: QTextBlock
    number: int
    origin: QPointF
    """Where the paragraph begins, in the coordinates of the document."""

    @property
    def line(self) -> QTextLine:
        return self.block.layout().lineAt(self.number)

    def beside(self, step: int) -> "_Line | None":
        """Return the line below (1) or above (-1) in the paragraph."""
        number = self.number + step
        there = 0 <= number < self.block.layout().lineCount()
        return self._replace(number=number) if there else None

    def across(self, span: Span) -> tuple[float, float] | None:
        """Return from where to where a span of the document reaches in the line."""
        line, at = self.line, self.block.position()
        begins = at + line.textStart()
        first, last = max(span[0], begins), min(span[1], begins + line.textLength())
        if first >= last:
            return None
        a, b = _x(line, first - at), _x(line, last - at)
        return self.origin.x() + min(a, b), self.origin.x() + max(a, b)


def _x(line: QTextLine, offset: int) -> float:
    x, _ = cast(tuple[float, int], line.cursorToX(offset))
    return x


# ------------------------------------------------------------------ the ground under words


def paint_marks(painter: QPainter, sight: Sight, marks: Sequence[Span]) -> None:
    """Paint the ground under words that were found.

    Args:
        painter: In the coordinates of the document.
        sight: What is in view.
        marks: Spans of the document in order, none overlapping another.
    """
    ground = colour(Role.WAITING_SOFT)
    for block, rect in sight.blocks if marks else ():
        first, last = _seen(block, rect, sight.view)
        at = bisect_left(marks, first, key=itemgetter(1))
        while at < len(marks) and marks[at][0] < last:
            for one in _lines_of(block, rect.topLeft(), marks[at]):
                if across := one.across(marks[at]):
                    painter.fillRect(_box(one, across, LINE_HEIGHT / 100), ground)
            at += 1


def _seen(block: QTextBlock, rect: QRectF, view: QRectF) -> Span:
    """Return between which positions the lines of a paragraph are in view."""
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return block.position(), block.position()

    def bottom(number: int) -> float:
        line = layout.lineAt(number)
        return rect.top() + line.y() + line.height()

    first = bisect_left(range(count), view.top(), key=bottom)
    last = bisect_left(range(count), view.bottom() + layout.lineAt(0).height(), key=bottom)
    lines = [layout.lineAt(min(number, count - 1)) for number in (first, last)]
    start, end = lines[0].textStart(), lines[1].textStart() + lines[1].textLength()
    return block.position() + start, block.position() + end


def _lines_of(block: QTextBlock, origin: QPointF, span: Span) -> Iterator[_Line]:
    first = block.layout().lineForTextPosition(span[0] - block.position())
    one = _Line(block, first.lineNumber(), origin) if first.isValid() else None
    while one is not None and block.position() + one.line.textStart() < span[1]:
        yield one
        one = one.beside(1)


def _box(one: _Line, across: tuple[float, float], part: float = 1.0) -> QRectF:
    """Return the box of some words of a line, or the middle part of its height."""
    line = one.line
    spared = line.height() * (1 - part)
    top = one.origin.y() + line.y() + spared / 2
    return QRectF(across[0], top, across[1] - across[0], line.height() - spared)


# ------------------------------------------------------------------ what Qt cuts off


def paint_cut_marks(painter: QPainter, cursor: QTextCursor) -> None:
    """Paint what Qt has cut off the lines at both ends of what is selected."""
    if not cursor.hasSelection() or cursor.hasComplexSelection():
        return
    span = (cursor.selectionStart(), cursor.selectionEnd())
    first, last = (_line_at(cursor.document(), at) for at in span)
    if first is None or last is None:
        return
    painter.save()
    painter.setPen(colour(Role.TEXT))
    for one, other in (
        (first.beside(-1) or _above(first), first),
        (first, first.beside(1)),
        (last, last.beside(-1)),
        (last.beside(1), last),
    ):
        if one is not None and other is not None:
            _paint_inside(painter, one, other, span)
    painter.restore()


def _line_at(document: QTextDocument, position: int) -> _Line | None:
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    return _Line(block, line.lineNumber(), origin) if line.isValid() else None


def _above(one: _Line) -> _Line | None:
    """Return the last line of the paragraph before, if both are in one cell."""
    before = one.block.previous()
    if not before.isValid() or not (in_cell(before) and in_cell(one.block)):
        return None
    return _line_at(before.document(), before.position() + before.length() - 1)


def _paint_inside(painter: QPainter, one: _Line, other: _Line, span: Span) -> None:
    """Paint what is not selected of a line inside the box of what is selected of another."""
    across, own = other.across(span), one.across(span)
    if across is None:
        return
    left, right = across
    free = [(left, right)] if own is None else [(left, own[0]), (own[1], right)]
    for begin, end in free:
        if begin < end:
            painter.setClipRect(_box(other, (begin, end)))
            one.line.draw(painter, one.origin)
