"""Puts blocks into a body where the caret stands."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from bmahr_desktop.domain.body import Block, Composed, Paragraph, Picture, Table, plain_body
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.editing import cell_look, document_of, one_step, paragraph_format
from bmahr_desktop.ui.body.formats import PLAIN, Shape, is_lone, shape_in, shape_of
from bmahr_desktop.ui.body.paragraphs import mend, step_out
from bmahr_desktop.ui.body.reading import in_cell
from bmahr_desktop.ui.body.writing import Writer

_MOVES = QTextCursor.MoveOperation


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block], *, inline: bool = False) -> None:
    """Insert blocks at the caret, in place of what is selected; one step of undo.

    Args:
        cursor: Where to insert; afterwards it stands behind what was inserted.
        blocks: What to insert. In a cell only words fit: tables become paragraphs there.
        inline: Whether the first paragraph is only a stretch of words, which takes on the shape of
            the paragraph that it is put into.
    """
    with one_step(cursor):
        cursor.removeSelectedText()
        mend(cursor)
        step_out(cursor)
        if in_cell(cursor.block()):
            blocks = tuple(paragraphs_of(blocks, document_of(cursor)))
        if blocks:
            _Insertion(cursor).insert(list(blocks), inline=inline)


class _Insertion:
    """One insertion."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._block = cursor.block()
        self._document = document_of(cursor)
        self._writer = Writer(cursor, self._document.formats, cell_look(self._block))

    def insert(self, blocks: list[Block], *, inline: bool) -> None:
        cursor, block = self._cursor, self._block
        empty, first = block.length() == 1, blocks[0]
        alone = len(blocks) == 1 and isinstance(first, Paragraph)
        words_only = inline or (alone and not empty and self._flows(first))
        if isinstance(first, Paragraph) and (words_only or not cursor.atBlockStart()):
            self._writer.write_runs(first)
            del blocks[0]
            fresh = False
        elif empty:
            fresh = not isinstance(first, Table) or not self._join_before()
        elif cursor.atBlockStart():
            self._open_before()
            fresh = True
        else:
            fresh = False
        if blocks:
            self._write(blocks, fresh=fresh)

    def _flows(self, paragraph: Block) -> bool:
        """Tell whether a paragraph may become words of another, for it has no number to lose."""
        plain = isinstance(paragraph, Paragraph) and shape_in(paragraph) == PLAIN
        return plain or not self._cursor.atBlockStart()

    def _join_before(self) -> bool:
        """Give up an empty paragraph before a table, where the one before it serves as well."""
        before = self._block.previous()
        if not before.isValid() or in_cell(before):
            return False
        form = before.blockFormat()
        self._cursor.deletePreviousChar()
        self._cursor.setBlockFormat(form)
        return True

    def _open_before(self) -> None:
        form = self._block.blockFormat()
        self._cursor.insertBlock(form)
        self._cursor.movePosition(_MOVES.PreviousBlock)

    def _write(self, blocks: list[Block], *, fresh: bool) -> None:
        cursor = self._cursor
        tail = None if fresh or cursor.atBlockEnd() else self._cut_tail()
        fresh = self._writer.write(blocks, fresh=fresh)
        if fresh:
            self._drop_spare()
        elif tail is not None and isinstance(blocks[-1], Paragraph):
            form, at = cursor.blockFormat(), cursor.position()
            cursor.deleteChar()
            cursor.setBlockFormat(form)
            cursor.setPosition(at)

    def _cut_tail(self) -> QTextBlock:
        """Cut off what stands behind the caret, and stay before the cut."""
        cursor, block = self._cursor, self._block
        lone = is_lone(block.blockFormat())
        shape = PLAIN if lone else Shape(shape_of(block.blockFormat()).level)
        cursor.insertBlock(paragraph_format(block, shape))
        tail = cursor.block()
        cursor.movePosition(_MOVES.PreviousCharacter)
        return tail

    def _drop_spare(self) -> None:
        """Do without the empty paragraph behind a table, where the next one serves as well."""
        cursor = self._cursor
        after = cursor.block().next()
        if after.isValid() and not in_cell(after):
            form = after.blockFormat()
            cursor.deleteChar()
            cursor.setBlockFormat(form)


def paragraphs_of(blocks: Iterable[Block], document: BodyDocument) -> Iterator[Paragraph]:
    """Yield the words of blocks as paragraphs, as they fit into a cell."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs
            case Picture():
                yield from _plain(block.caption)
            case Composed():
                yield from _plain(document.composed(block.statement))


def _plain(text: str) -> Iterator[Paragraph]:
    return (block for block in plain_body(text) if isinstance(block, Paragraph))
