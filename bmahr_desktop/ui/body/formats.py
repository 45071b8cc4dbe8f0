"""How the parts of a body stand in a QTextDocument: what carries them, and how they look.

What belongs to the body is kept in properties of our own; margins, heights and tints are only
looks and never read back.
"""

from enum import IntEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from bmahr_desktop.domain.body import CellAlign, Composed, Numbering, Paragraph, Table

_USER = QTextFormat.Property.UserProperty.value


class Property(IntEnum):
    """Properties of our own."""

    LEVEL = _USER + 1
    NUMBERING = _USER + 2
    LABEL = _USER + 3
    FILLER = _USER + 4
    """A paragraph that Qt wants beside a table, or in an empty body or cell: none of ours."""
    ALIGN = _USER + 5
    LONE = _USER + 6
    """A paragraph laid out for a picture or a composed statement."""
    KEEP_DIGITS = _USER + 7
    WIDTHS = _USER + 8
    NO_ROWS = _USER + 9
    FILE = _USER + 10
    WIDTH_MM = _USER + 11
    STATEMENT = _USER + 12


_OBJECTS = QTextFormat.ObjectTypes.UserObject.value
PICTURE = _OBJECTS + 1
COMPOSED = _OBJECTS + 2
OBJECT = "\ufffc"
"""The character that a picture or a statement stands for."""

LINE_HEIGHT = 85
"""Per cent of the screen font's lines, which have room for every mark."""
PADDING = 5
"""Around the text of a cell, in pixels."""
MARGIN = 14
"""Around the whole body, in pixels."""
INSET = 10
"""Around the words of a composed statement, in pixels."""
GAP = 7
"""Between a number and its text, in pixels."""

_AFTER = 5
_INDENTS = (0, 34, 80, 138, 172)
_CELL_INDENTS = (0, 26, 60, 104, 130)
_PIXELS = 16  # of the text's size, for which the lengths here are meant
_NUMBERINGS = (Numbering.NONE, Numbering.AUTOMATIC, Numbering.TYPED)
_ALIGNS = (None, CellAlign.LEFT, CellAlign.CENTER, CellAlign.RIGHT)
_SHOWN_AT = {
    CellAlign.LEFT: Qt.AlignmentFlag.AlignLeft,
    CellAlign.CENTER: Qt.AlignmentFlag.AlignHCenter,
    CellAlign.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_BOLD_FROM = QFont.Weight.DemiBold.value


class Shape(NamedTuple):
    """What a paragraph is, besides its words."""

    level: int = 0
    numbering: Numbering = Numbering.NONE
    label: str = ""


class Style(NamedTuple):
    """What some text is, besides its words."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    keep_digits: bool = False


class CellLook(NamedTuple):
    """Where the text of a cell stands; a heading's stands in the middle unless told otherwise."""

    align: CellAlign | None = None
    heading: bool = False


PLAIN = Shape()


def shape_of(form: QTextBlockFormat) -> Shape:
    """Return what a paragraph is."""
    numbering = _NUMBERINGS[form.intProperty(Property.NUMBERING)]
    label = form.stringProperty(Property.LABEL) if numbering is Numbering.TYPED else ""
    return Shape(form.intProperty(Property.LEVEL), numbering, label)


def shape_in(block: Paragraph | Composed) -> Shape:
    """Return the shape that a record asks for."""
    label = block.label if block.numbering is Numbering.TYPED else ""
    return Shape(block.level, block.numbering, label)


def align_of(form: QTextBlockFormat) -> CellAlign | None:
    """Return how the cell of a paragraph is aligned."""
    return _ALIGNS[form.intProperty(Property.ALIGN)]


def is_filler(form: QTextBlockFormat) -> bool:
    """Tell whether a paragraph, while empty, is none of the body's."""
    return form.hasProperty(Property.FILLER)


def is_lone(form: QTextBlockFormat) -> bool:
    """Tell whether a paragraph is laid out for a picture or a statement."""
    return form.hasProperty(Property.LONE)


def style_of(form: QTextCharFormat) -> Style:
    """Return the style of some text."""
    line = form.underlineStyle()
    return Style(
        form.fontWeight() >= _BOLD_FROM,
        form.fontItalic(),
        line
        in (
            QTextCharFormat.UnderlineStyle.SingleUnderline,
            QTextCharFormat.UnderlineStyle.DashDotLine,
        ),
        form.hasProperty(Property.KEEP_DIGITS),
    )


@cache
def text_format(style: Style) -> QTextCharFormat:
    """Return the format of text in a style; digits that are kept are dotted below."""
    form = QTextCharFormat()
    if style.bold:
        form.setFontWeight(QFont.Weight.Bold)
    if style.italic:
        form.setFontItalic(True)
    lines = QTextCharFormat.UnderlineStyle
    if style.keep_digits:
        form.setProperty(Property.KEEP_DIGITS, True)
        form.setUnderlineStyle(lines.DashDotLine if style.underline else lines.DotLine)
    elif style.underline:
        form.setUnderlineStyle(lines.SingleUnderline)
    return form


class Formats:
    """Makes the formats of paragraphs for the size of one font."""

    def __init__(self, font: QFont) -> None:
        self.unit = QFontInfo(font).pixelSize() / _PIXELS
        self._metrics = QFontMetricsF(font)
        self._made: dict[tuple[Shape, CellLook | None, bool], QTextBlockFormat] = {}

    def indent(self, level: int, *, in_cell: bool) -> float:
        """Return how far in the text of a level begins, in pixels."""
        return (_CELL_INDENTS if in_cell else _INDENTS)[level] * self.unit

    def room(self, level: int, *, in_cell: bool) -> float:
        """Return how much room the number of a level has before its text, in pixels."""
        before = self.indent(max(0, level - 1), in_cell=in_cell)
        return self.indent(level, in_cell=in_cell) - before

    def paragraph(
        self, shape: Shape, cell: CellLook | None = None, *, filler: bool = False
    ) -> QTextBlockFormat:
        """Return the format of a paragraph, in a cell or outside of tables."""
        key = (shape, cell, filler)
        if key not in self._made:
            self._made[key] = self._paragraph(shape, cell, filler=filler)
        return self._made[key]

    def _paragraph(self, shape: Shape, cell: CellLook | None, *, filler: bool) -> QTextBlockFormat:
        form = self._base(shape, in_cell=cell is not None)
        form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if filler:
            form.setProperty(Property.FILLER, True)
        if cell is None:
            form.setBottomMargin(_AFTER * self.unit)
            return form
        if cell.align is not None:
            form.setProperty(Property.ALIGN, _ALIGNS.index(cell.align))
        shown = cell.align or (CellAlign.CENTER if cell.heading else CellAlign.LEFT)
        form.setAlignment(_SHOWN_AT[shown])
        return form

    def lone(self, shape: Shape = PLAIN, *, centred: bool) -> QTextBlockFormat:
        """Return the format of a paragraph that holds a picture or a statement."""
        form = self._base(shape, in_cell=False)
        form.setProperty(Property.LONE, True)
        form.setBottomMargin(_AFTER * self.unit)
        if centred:
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return form

    def _base(self, shape: Shape, *, in_cell: bool) -> QTextBlockFormat:
        form = QTextBlockFormat()
        if shape.level:
            form.setProperty(Property.LEVEL, shape.level)
            form.setLeftMargin(self.indent(shape.level, in_cell=in_cell))
        if shape.numbering is not Numbering.NONE:
            form.setProperty(Property.NUMBERING, _NUMBERINGS.index(shape.numbering))
        if shape.numbering is Numbering.TYPED:
            form.setProperty(Property.LABEL, shape.label)
            room = self.indent(shape.level, in_cell=in_cell)
            form.setTextIndent(max(0, self._metrics.horizontalAdvance(shape.label) + GAP - room))
        return form


def table_format(table: Table) -> QTextTableFormat:
    """Return the format of a table; its rules are painted, not laid out (that is much faster)."""
    form = QTextTableFormat()
    if not table.rows:
        form.setProperty(Property.NO_ROWS, True)
    form.setHeaderRowCount(table.header_rows)
    form.setCellPadding(PADDING)
    form.setCellSpacing(0)
    form.setBorder(0)
    form.setBorderCollapse(False)
    form.setTopMargin(4)
    form.setBottomMargin(8)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    set_widths(form, table.widths)
    return form


def set_widths(form: QTextTableFormat, widths: tuple[float, ...]) -> None:
    """Give the columns of a table their widths, in parts of the whole."""
    total = sum(widths)
    percent = QTextLength.Type.PercentageLength
    form.setColumnWidthConstraints([QTextLength(percent, 100 * w / total) for w in widths])
    form.setProperty(Property.WIDTHS, ",".join(map(repr, widths)))


def widths_of(form: QTextTableFormat) -> tuple[float, ...]:
    """Return the widths of a table's columns, exactly as they were given."""
    return tuple(map(float, form.stringProperty(Property.WIDTHS).split(",")))
