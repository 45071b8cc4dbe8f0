"""What goes to the clipboard, and what comes from it."""

from collections.abc import Sequence
from typing import cast

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from bmahr_desktop.domain.body import Block, Body, Cell, Numbering, Paragraph, Table, TextRun
from bmahr_desktop.domain.records import Record
from bmahr_desktop.ui.body.copied import as_html, as_text
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.editing import document_of
from bmahr_desktop.ui.body.fitness import TooMuchError, fit_pasted
from bmahr_desktop.ui.body.formats import shape_of, widths_of
from bmahr_desktop.ui.body.html_paste import HtmlReader
from bmahr_desktop.ui.body.levels import count_until
from bmahr_desktop.ui.body.limits import TOO_LARGE
from bmahr_desktop.ui.body.reading import (
    blocks_of_cell,
    in_cell,
    read_block,
    read_cell,
    read_range,
    spans,
    table_of,
)
from bmahr_desktop.ui.body.typed_numbers import blocks_of_text, counted, table_of_text

MIME = "application/x-bmahr-body+json"
MOST_CHARACTERS = 12_000_000
"""The longest text or HTML that is looked at."""
MOST_TABBED = 1_000_000
"""The longest text that is looked at for a table."""
MOST_BLOCKS = 5_000


class Clip(Record, frozen=True):
    """Part of a body.

    Attributes:
        inline: The first paragraph is only a stretch of words out of one.
    """

    body: Body
    inline: bool = False


# ------------------------------------------------------------------ out


def copied(cursor: QTextCursor) -> QMimeData:
    """Return what is selected: for this program, as HTML, and as plain text with its numbers."""
    clip = selected(cursor)
    words = document_of(cursor).composed
    first = cursor.document().findBlock(cursor.selectionStart())
    mime = _made_by_qt()
    mime.setData(MIME, QByteArray(msgspec.json.encode(clip)))
    mime.setText(as_text(clip.body, count_until(first), words))
    mime.setHtml(as_html(clip.body, count_until(first), words))
    return mime


def _made_by_qt() -> QMimeData:
    """Return an empty object for the clipboard.

    One that Python made would be destroyed after Python has ended, and the program would crash.
    """
    return QTextEdit().createMimeDataFromSelection()


def selected(cursor: QTextCursor) -> Clip:
    """Return what is selected."""
    table = table_of(cursor)
    if table is not None and cursor.hasComplexSelection():
        return Clip((_selected_cells(cursor, table),))
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    first, last = document.findBlock(start), document.findBlock(end)
    if start < end == last.position() and not in_cell(last):
        end -= 1  # the end of a paragraph is selected, and nothing of the next one
    inline = start > first.position() or (end < first.position() + first.length() - 1)
    if table is None or table.cellAt(start) != table.cellAt(end):
        return Clip(tuple(read_range(document, start, end)), inline=inline)
    cell = table.cellAt(start)
    blocks: list[Block] = []
    for block in blocks_of_cell(table, cell.row(), cell.column()):
        if block.position() + block.length() > start and block.position() <= end:
            blocks += read_block(block, start, end)
    return Clip(tuple(blocks), inline=inline)


def _selected_cells(cursor: QTextCursor, table: QTextTable) -> Table:
    """Return the selected part of a table; titles are cut down to it."""
    row, rows, column, columns = cast(tuple[int, int, int, int], cursor.selectedTableCells())
    made: list[tuple[Cell, ...]] = []
    for r in range(row, row + rows):
        cells: list[Cell] = []
        for start, span in spans(table, r):
            covered = min(start + span, column + columns) - max(start, column)
            if covered > 0:
                cells.append(read_cell(table, r, start, covered))
        made.append(tuple(cells))
    form = table.format()
    header = max(0, min(row + rows, form.headerRowCount()) - row)
    return Table(widths_of(form)[column : column + columns], tuple(made), header)


# ------------------------------------------------------------------ in


def is_taken(mime: QMimeData) -> bool:
    """Tell whether something can be pasted; files are not, the window may take them."""
    if mime.hasFormat(MIME) or mime.hasHtml() or mime.hasImage():
        return True
    return mime.hasText() and not mime.hasUrls()


def paste(editor: EditableBody, mime: QMimeData) -> None:
    """Paste what the editor can take; what is too much is refused in words."""
    if mime.hasFormat(MIME) and (clip := own_clip(mime.data(MIME).data())):
        editor.insert(clip.body, inline=clip.inline)
        return
    try:
        _paste_foreign(editor, mime)
    except TooMuchError:
        editor.refuse(TOO_LARGE)


def _paste_foreign(editor: EditableBody, mime: QMimeData) -> None:
    html = mime.html() if mime.hasHtml() else ""
    if html and (blocks := from_html(html)):
        insert_counted(editor, blocks)
    elif mime.hasText() and not mime.hasUrls():
        text = mime.text()
        table = table_of_text(text) if len(text) <= MOST_TABBED else None
        if table is not None:
            editor.insert((table,))
        else:
            paste_text(editor, text)
    elif mime.hasImage():
        _paste_picture(editor, mime)


def own_clip(data: bytes | bytearray | memoryview) -> Clip | None:
    """Return what this program has put on the clipboard; None for anything that only says so."""
    if len(data) > MOST_CHARACTERS:
        return None
    try:
        clip = msgspec.json.decode(data, type=Clip)
    except msgspec.DecodeError:
        return None
    return clip if all(_is_whole(block) for block in clip.body) else None


def _is_whole(block: Block) -> bool:
    if not isinstance(block, Table):
        return True
    columns = len(block.widths)
    return all(sum(cell.span for cell in row) == columns for row in block.rows)


def from_html(html: str) -> list[Block]:
    """Return the blocks of an HTML text.

    Raises:
        TooMuchError: If it is too long, or has too many paragraphs.
    """
    if len(html) > MOST_CHARACTERS:
        raise TooMuchError
    return HtmlReader(MOST_BLOCKS).read(html)


def paste_text(editor: EditableBody, text: str) -> None:
    """Paste plain text, a paragraph for each line; one line goes into the paragraph there is."""
    if len(text) > MOST_CHARACTERS or text.count("\n") > MOST_BLOCKS:
        editor.refuse(TOO_LARGE)
        return
    words = fit_pasted(text)
    empty = editor.textCursor().block().length() == 1
    if "\n" in words or empty:
        insert_counted(editor, list(blocks_of_text(words)))
    elif words:
        editor.insert((Paragraph((TextRun(text=words),)),), inline=True)


def insert_counted(editor: EditableBody, blocks: Sequence[Block]) -> bool:
    """Insert blocks with typed numbers, counted where counting gives the same; False if refused."""
    cursor = editor.textCursor()
    block = cursor.document().findBlock(cursor.selectionStart())
    count = count_until(block)
    shape = shape_of(block.blockFormat())
    if cursor.selectionStart() > block.position() and shape.numbering is Numbering.AUTOMATIC:
        count.next(shape.level)
    return editor.insert(tuple(counted(blocks, count)))


def _paste_picture(editor: EditableBody, mime: QMimeData) -> None:
    image = mime.imageData()
    if isinstance(image, QImage) and not image.isNull():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if QImageWriter(buffer, QByteArray(b"png")).write(image):
            editor.picture_pasted.emit(buffer.data().data())
