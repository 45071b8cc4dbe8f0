from hypothesis import given, settings
from PySide6.QtGui import QTextCursor

from bmahr_desktop.domain.body import Paragraph, Table
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.places import position_of
from tests.ui.body.bodies import bodies


def paragraphs_of(body):
    """Every paragraph with its block and, in a table, its place there."""
    for number, block in enumerate(body):
        if isinstance(block, Paragraph):
            yield number, None, block
        elif isinstance(block, Table):
            for r, row in enumerate(block.rows):
                for c, cell in enumerate(row):
                    for p, paragraph in enumerate(cell.paragraphs):
                        yield number, (r, c, p), paragraph


def letters_behind(document, position, length):
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@settings(max_examples=150, deadline=None)
@given(body=bodies)
def test_every_letter_is_where_it_is_said_to_be(qapp, body):
    document = BodyDocument(body)
    for block, cell, paragraph in paragraphs_of(body):
        text = paragraph.text
        for offset in {0, len(text) // 2, max(0, len(text) - 1)}:
            rest = text[offset:]
            length = len(rest.encode("utf-16-le")) // 2
            at = position_of(document, block, cell, offset)
            assert at is not None
            assert letters_behind(document, at, length).replace("\u2028", "\n") == rest


def test_a_block_that_is_gone_has_no_place(qapp):
    document = BodyDocument(())
    assert position_of(document, 3, None, 0) is None
