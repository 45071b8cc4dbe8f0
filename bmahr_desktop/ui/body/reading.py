"""From a QTextDocument to a body."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from bmahr_desktop.domain.body import (
    Block,
    Body,
    Cell,
    Composed,
    ComposedKind,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.ui.body.fitness import MOST_IN_PARAGRAPH, fit, is_wide
from bmahr_desktop.ui.body.formats import (
    COMPOSED,
    PICTURE,
    PLAIN,
    Property,
    Shape,
    Style,
    align_of,
    is_filler,
    shape_of,
    style_of,
    widths_of,
)

LONGEST_CAPTION = 2_000


def read_body(document: QTextDocument) -> Body:
    """Return the body that a document holds."""
    return tuple(read_range(document, 0, document.characterCount()))


def read_range(document: QTextDocument, start: int, end: int) -> Iterator[Block]:
    """Yield what stands between two positions; a table that they touch is whole."""
    for item in items(document, start, end):
        if isinstance(item, QTextTable):
            yield read_table(item)
        elif item.length() > 1 or not is_filler(item.blockFormat()):
            yield from read_block(item, start, end)


def items(document: QTextDocument, start: int, end: int) -> Iterator[QTextBlock | QTextTable]:
    """Yield the paragraphs outside of tables, and the tables, that two positions touch."""
    block = document.findBlock(start)
    tables = tables_of(document)
    while block.isValid() and block.position() <= end:
        while tables and tables[0].lastPosition() < block.position():
            tables.pop(0)
        if tables and tables[0].firstPosition() <= block.position():
            table = tables.pop(0)
            yield table
            block = document.findBlock(table.lastPosition() + 1)
        else:
            yield block
            block = block.next()


def tables_of(document: QTextDocument) -> list[QTextTable]:
    """Return the tables of a document in order."""
    frames = document.rootFrame().childFrames()
    found = [frame for frame in frames if isinstance(frame, QTextTable)]
    return sorted(found, key=QTextTable.firstPosition)


# ------------------------------------------------------------------ paragraphs


def pieces(
    block: QTextBlock, start: int = 0, end: int | None = None
) -> Iterator[tuple[str, QTextCharFormat]]:
    """Yield the text of a paragraph in stretches of one format.

    Args:
        block: The paragraph.
        start: A position in the document; what stands before it is left out.
        end: A position in the document; what stands behind it is left out.
    """
    text, at = block.text(), block.position()
    wide = is_wide(text)
    encoded = text.encode("utf-16-le", "replace") if wide else b""
    for piece in block.textFormats():
        first = max(piece.start, start - at)
        last = piece.start + piece.length
        last = last if end is None else min(last, end - at)
        if first < last:
            part = encoded[2 * first : 2 * last].decode("utf-16-le", "replace")
            yield part if wide else text[first:last], piece.format


def read_block(
    block: QTextBlock, start: int = 0, end: int | None = None
) -> Iterator[Paragraph | Picture | Composed]:
    """Yield what a paragraph of the document holds, or the part of it between two positions.

    As a rule that is one paragraph, picture or statement. Words beside a statement, and words
    before a picture, are paragraphs by themselves, so that nothing typed is ever lost.
    """
    shape = shape_of(block.blockFormat())
    thing: Picture | Composed | None = None
    runs: list[TextRun] = []
    for text, form in pieces(block, start, end):
        kind = form.objectType()
        if kind not in (PICTURE, COMPOSED):
            _add(runs, text, style_of(form))
            continue
        for _ in text:
            if thing or runs:
                yield from _closed(thing, runs, PLAIN)
            thing, runs = _thing(form, kind, shape), []
    yield from _closed(thing, runs, shape)


def _thing(form: QTextCharFormat, kind: int, shape: Shape) -> Picture | Composed:
    if kind == PICTURE:
        width = form.doubleProperty(Property.WIDTH_MM)
        return Picture(file=form.stringProperty(Property.FILE), width_mm=width)
    statement = ComposedKind(form.stringProperty(Property.STATEMENT))
    return Composed(statement, shape.level, shape.numbering, shape.label)


def _closed(
    thing: Picture | Composed | None, runs: list[TextRun], shape: Shape
) -> Iterator[Paragraph | Picture | Composed]:
    """Yield a thing with the words behind it."""
    match thing:
        case None:
            yield Paragraph(tuple(runs), shape.level, shape.numbering, shape.label)
        case Picture():
            words = "".join(run.text for run in runs).removeprefix("\n")
            caption, rest = words[:LONGEST_CAPTION], words[LONGEST_CAPTION:]
            yield Picture(file=thing.file, width_mm=thing.width_mm, caption=caption)
            if rest:
                yield Paragraph((TextRun(text=rest),))
        case Composed():
            yield thing
            if runs:
                yield Paragraph(tuple(runs))


def _add(runs: list[TextRun], text: str, style: Style) -> None:
    text = fit(text)
    if runs and _style(runs[-1]) == style:
        text = runs.pop().text + text
    while text:
        runs.append(TextRun(text[:MOST_IN_PARAGRAPH], *style))
        text = text[MOST_IN_PARAGRAPH:]


def _style(run: TextRun) -> Style:
    return Style(run.bold, run.italic, run.underline, run.keep_digits)


# ------------------------------------------------------------------ tables


def read_table(table: QTextTable) -> Table:
    """Return a table of the document."""
    form = table.format()
    rows: tuple[tuple[Cell, ...], ...] = tuple(read_row(table, row) for row in range(table.rows()))
    if form.hasProperty(Property.NO_ROWS) and not any(c.paragraphs for row in rows for c in row):
        rows = ()
    return Table(widths=widths_of(form), rows=rows, header_rows=form.headerRowCount())


def read_row(table: QTextTable, row: int) -> tuple[Cell, ...]:
    """Return the cells of a row."""
    return tuple(read_cell(table, row, column, span) for column, span in spans(table, row))


def spans(table: QTextTable, row: int) -> Iterator[tuple[int, int]]:
    """Yield the first column and the columns covered by each cell of a row."""
    for span, columns in groupby(range(table.columns()), lambda c: table.cellAt(row, c).column()):
        yield span, len(list(columns))


def read_cell(table: QTextTable, row: int, column: int, span: int = 1) -> Cell:
    """Return a cell."""
    blocks = list(blocks_of_cell(table, row, column))
    align = align_of(blocks[0].blockFormat())
    if len(blocks) == 1 and blocks[0].length() == 1 and is_filler(blocks[0].blockFormat()):
        return Cell(span=span, align=align)
    parts = [part for block in blocks for part in read_block(block)]
    return Cell(tuple(part for part in parts if isinstance(part, Paragraph)), span, align)


def blocks_of_cell(table: QTextTable, row: int, column: int) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a cell."""
    cell = table.cellAt(row, column)
    last = cell.lastPosition()
    # Not `firstCursorPosition`: a cursor in a table takes a tenth of a millisecond to make.
    block = table.document().findBlock(cell.firstPosition())
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()


def table_of(cursor: QTextCursor) -> QTextTable | None:
    """Return the table that a cursor stands in."""
    return cursor.currentTable()


def table_at(block: QTextBlock) -> QTextTable | None:
    """Return the table that a paragraph stands in."""
    return table_of(QTextCursor(block))


def in_cell(block: QTextBlock) -> bool:
    """Tell whether a paragraph stands in a table."""
    return table_at(block) is not None
