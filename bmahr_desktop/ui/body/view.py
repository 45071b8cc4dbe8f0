"""The sight of a body: its numbers, rules and tints, and what the mouse does."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from bmahr_desktop.thai.segment import Segmenter
from bmahr_desktop.ui.body.columns import Edge, edge_at, move_edge
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.fitness import from_units, to_units
from bmahr_desktop.ui.body.formats import COMPOSED, PICTURE
from bmahr_desktop.ui.body.lines import Span, paint_cut_marks, paint_marks
from bmahr_desktop.ui.body.painting import Sight, paint_beside, paint_ground
from bmahr_desktop.ui.body.words import Words
from bmahr_desktop.ui.look.palette import Role, colour

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LEFT = Qt.MouseButton.LeftButton


class BodyView(QTextEdit):
    """Shows a body and paints beside it what is not part of its text."""

    def __init__(self, parent: QWidget | None = None, segmenter: Segmenter | None = None) -> None:
        """Make an empty one.

        Args:
            parent: Its parent.
            segmenter: Knows the names in use; the mouse and the keys go by its words.
        """
        super().__init__(parent)
        self.words = Words(segmenter)
        self._edge: Edge | None = None
        self._marks: Sequence[Span] = ()
        self._dragged = (0, 0)
        self.setAcceptRichText(True)
        self.viewport().setMouseTracking(True)
        self._shown = BodyDocument(parent=self)
        self._attach(self._shown)

    @property
    def body_document(self) -> BodyDocument:
        """The body that is shown, with its undo."""
        return self._shown

    def _attach(self, document: BodyDocument) -> None:
        self._shown = document
        self.setDocument(document)
        document.edited.connect(self._on_edited)

    def _on_edited(self) -> None:
        # Qt repaints only the boxes of lines, and marks may stand out of them.
        self.viewport().update()

    def set_marks(self, marks: Sequence[Span]) -> None:
        """Mark words: spans of the document in order, none overlapping another."""
        if marks or self._marks:
            self._marks = marks
            self.viewport().update()

    def marks(self) -> Sequence[Span]:
        """Return the spans of the document that are marked."""
        return self._marks

    def scrolled(self) -> QPoint:
        """Return how far the body is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, then the text, then what stands beside it."""
        origin = self.scrolled()
        sight = Sight(self._shown, QRectF(event.rect().translated(origin)))
        painter = QPainter(self.viewport())
        painter.translate(-origin)
        paint_ground(painter, sight)
        paint_marks(painter, sight, self._marks)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.translate(-origin)
        paint_cut_marks(painter, self.textCursor())
        paint_beside(painter, sight, self._shown, hints=not self.isReadOnly())
        if self._edge is not None:
            painter.setPen(QPen(colour(Role.FOCUS), 2))
            x = self._dragged[1] + origin.x()
            painter.drawLine(x, origin.y(), x, origin.y() + self.viewport().height())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew when the window changes its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the edge of a column, select a picture or statement, or do as ever."""
        point = event.position().toPoint()
        if event.button() == _LEFT and not self.isReadOnly():
            self._edge = edge_at(self._shown, point, self.scrolled())
            self._dragged = (point.x(), point.x())
        if self._edge is None:
            super().mousePressEvent(event)
            if event.button() == _LEFT:
                self._select_thing(point)

    def _select_thing(self, point: QPoint) -> None:
        place = (point + self.scrolled()).toPointF()
        layout = self._shown.documentLayout()
        if layout.formatAt(place).objectType() not in (PICTURE, COMPOSED):
            return
        at = layout.hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        block = self._shown.findBlock(at)
        for piece in block.textFormats():
            start = block.position() + piece.start
            is_thing = piece.format.objectType() in (PICTURE, COMPOSED)
            if is_thing and start <= at <= start + piece.length:
                cursor = self.textCursor()
                cursor.setPosition(start)
                cursor.setPosition(start + piece.length, _KEEP)
                self.setTextCursor(cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the edge of a column, or show that one can."""
        point = event.position().toPoint()
        if self._edge is not None:
            self._dragged = (self._dragged[0], point.x())
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        free = event.buttons() == Qt.MouseButton.NoButton and not self.isReadOnly()
        over = free and edge_at(self._shown, point, self.scrolled()) is not None
        shape = Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the edge of a column."""
        if self._edge is None:
            super().mouseReleaseEvent(event)
            return
        edge, self._edge = self._edge, None
        move_edge(self._shown, edge, event.position().x() - self._dragged[0])
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, as the word list knows it."""
        super().mouseDoubleClickEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        block = cursor.block()
        text = block.text()
        start, end = self.words.at(text, from_units(text, cursor.positionInBlock()))
        cursor.setPosition(block.position() + to_units(text, start))
        cursor.setPosition(block.position() + to_units(text, end), _KEEP)
        self.setTextCursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; never change the size of the text, which is the window's."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)
