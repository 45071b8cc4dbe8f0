"""Pictures and composed statements, each drawn in the place of one character."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QImageIOHandler,
    QImageReader,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextOption,
)

from bmahr_desktop.domain.body import ComposedKind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.body.formats import INSET, LINE_HEIGHT, MARGIN, Property
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role, colour

PictureSource = Callable[[str], bytes | None]
"""Returns the file of a picture by its SHA-256, or None where it is missing."""
WordsSource = Callable[[ComposedKind], str]
"""Returns the words that the program makes from the records, a line for each paragraph."""

_FORMATS = (b"png", b"jpeg")
_MISSING_HEIGHT = 96
_DOTS_PER_MM = 96 / 25.4
_UNLAID = 640.0  # the width of a column that has none yet
_ICON = 20
_MOST_KEPT = 24


class _Thing(QPyTextObject):
    """What pictures and statements have in common."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document

    def _column(self, position: int) -> float:
        """Return the width that a paragraph has for itself, in pixels."""
        document = self._document
        block = document.findBlock(position)
        width = document.textWidth() if document.textWidth() > 0 else _UNLAID
        return max(80.0, width - 2 * MARGIN - block.blockFormat().leftMargin())

    def forget(self) -> None:
        """Make everything anew when it is next wanted."""

    def paint(self, painter: QPainter, rect: QRectF, form: QTextFormat) -> None:
        """Draw the thing that a format stands for."""
        raise NotImplementedError

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """Draw the thing in the place of its character."""
        self.paint(painter, QRectF(rect), form)


class PictureObject(_Thing):
    """Draws pictures, never wider than the column; a box with words for those that are missing."""

    def __init__(self, document: QTextDocument, pictures: PictureSource, unit: float) -> None:
        """Take where files come from, and the size of the text by which things are shown larger."""
        super().__init__(document)
        self._pictures, self._unit = pictures, unit
        self._sizes: dict[str, QSize | None] = {}
        self._images: dict[tuple[str, int, int], QImage] = {}

    def forget(self) -> None:
        """Ask for the files again."""
        self._sizes.clear()
        self._images.clear()

    def intrinsicSize(self, _document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Return how large a picture is shown, in pixels."""
        wanted = form.doubleProperty(Property.WIDTH_MM) * _DOTS_PER_MM * self._unit
        width = min(wanted, self._column(position))
        size = self._size(form.stringProperty(Property.FILE))
        if size is None:
            return QSizeF(max(width, 200), _MISSING_HEIGHT * self._unit)
        return QSizeF(width, width * size.height() / size.width())

    def paint(self, painter: QPainter, rect: QRectF, form: QTextFormat) -> None:
        """Draw a picture."""
        file = form.stringProperty(Property.FILE)
        if self._size(file) is None:
            _draw_missing(painter, rect)
            return
        ratio = painter.device().devicePixelRatioF()
        image = self._image(file, rect.size() * ratio)
        if image.isNull():
            _draw_missing(painter, rect)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, image)

    def _size(self, file: str) -> QSize | None:
        if file not in self._sizes:
            size = size_of_picture(self._pictures(file))
            self._sizes[file] = None if size.isEmpty() else size
        return self._sizes[file]

    def _image(self, file: str, size: QSizeF) -> QImage:
        key = (file, round(size.width()), round(size.height()))
        if key not in self._images:
            if len(self._images) >= _MOST_KEPT:
                self._images.pop(next(iter(self._images)))
            reader, _keep = _reader(self._pictures(file))
            wanted = QSize(key[1], key[2])
            reader.setScaledSize(wanted.transposed() if _lies_down(reader) else wanted)
            reader.setAutoTransform(True)
            self._images[key] = reader.read()
        return self._images[key]


def size_of_picture(data: bytes | None) -> QSize:
    """Return the size of a picture as it is to be looked at, in its pixels; empty if it is none."""
    reader, _keep = _reader(data)
    size = reader.size()
    return size.transposed() if _lies_down(reader) else size


def _lies_down(reader: QImageReader) -> bool:
    """Tell whether a camera was turned by a quarter when it took the picture."""
    quarter = QImageIOHandler.Transformation.TransformationRotate90
    return bool(reader.transformation() & quarter)


def _reader(data: bytes | None) -> tuple[QImageReader, QBuffer]:
    """Return a reader of a picture, of no other kind of file, and what it reads from."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data or b""))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = bytes(QImageReader.imageFormat(buffer).data())
    reader = QImageReader()
    if kind in _FORMATS:
        reader.setDevice(buffer)
        reader.setFormat(QByteArray(kind))
    return reader, buffer


def _draw_missing(painter: QPainter, rect: QRectF) -> None:
    painter.save()
    painter.setPen(QPen(colour(Role.BORDER), 1, Qt.PenStyle.DashLine))
    painter.setBrush(colour(Role.NEUTRAL_SOFT))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(colour(Role.TEXT))
    words = worded(msg("The file of this picture is missing."))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
    painter.restore()


class _Words(NamedTuple):
    """Words set in lines."""

    layouts: list[QTextLayout]
    height: float


class ComposedObject(_Thing):
    """Draws composed statements: their words in a tinted box with an icon, not to be edited."""

    def __init__(self, document: QTextDocument, composed: WordsSource) -> None:
        """Take where the words come from."""
        super().__init__(document)
        self._composed = composed
        self._set: dict[tuple[str, int], _Words] = {}

    def forget(self) -> None:
        """Ask for the words again."""
        self._set.clear()

    def intrinsicSize(self, _document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Return how large a statement is shown, in pixels."""
        width = self._column(position)
        return QSizeF(width, self._words(form, width).height + 2 * INSET)

    def paint(self, painter: QPainter, rect: QRectF, form: QTextFormat) -> None:
        """Draw a statement."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(Role.LINE))
        painter.setBrush(colour(Role.PROGRESS_SOFT))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        corner = rect.topLeft() + QPointF(INSET, INSET + 2)
        icon(IconName.REFRESH, Role.PROGRESS).paint(
            painter, QRectF(corner, QSizeF(_ICON, _ICON)).toRect()
        )
        painter.setPen(colour(Role.TEXT))
        start = rect.topLeft() + QPointF(2 * INSET + _ICON, INSET)
        for layout in self._words(form, rect.width()).layouts:
            layout.draw(painter, start)
        painter.restore()

    def _words(self, form: QTextFormat, width: float) -> _Words:
        statement = form.stringProperty(Property.STATEMENT)
        key = (statement, round(width))
        if key not in self._set:
            if len(self._set) >= _MOST_KEPT:
                self._set.clear()
            words = self._composed(ComposedKind(statement))
            self._set[key] = self._laid(
                words or worded(_NOTHING_YET[ComposedKind(statement)]), width - 3 * INSET - _ICON
            )
        return self._set[key]

    def _laid(self, words: str, width: float) -> _Words:
        layouts: list[QTextLayout] = []
        y = 0.0
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for text in words.split("\n"):
            layout = QTextLayout(text, self._document.defaultFont())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, y))
                y += line.height() * LINE_HEIGHT / 100
            layout.endLayout()
            layouts.append(layout)
        return _Words(layouts, y)


_NOTHING_YET = {
    ComposedKind.ATTENDANCE: msg("Who attends, as the records will tell"),
    ComposedKind.CORRECTIONS: msg("The adoption of earlier minutes, as the records will tell"),
    ComposedKind.NEXT_MEETING: msg("The next meeting, as the records will tell"),
}
