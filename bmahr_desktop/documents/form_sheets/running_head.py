"""The title of a form on every page."""

from collections.abc import Sequence

from bmahr_desktop.documents.styles import PaperStyles
from bmahr_desktop.documents.typesetting.blocks import (
    Arranged,
    Block,
    Piece,
    draw_stack,
    stack_height,
)
from bmahr_desktop.documents.typesetting.canvas import Furniture, PaperCanvas

_BELOW = 6.0


class RunningHead:
    """Lines at the head of every page, in room that is taken from the text."""

    def __init__(self, lines: Sequence[Block], styles: PaperStyles) -> None:
        """Take the lines, and the styles of the upright paper."""
        self._lines, self._styles = lines, styles
        sheet = styles.sheet
        widths = [size - sheet.left - sheet.right for size in sheet.size]
        self.height = max(stack_height(lines, width) for width in widths) + _BELOW

    def first(self) -> Block:
        """Return the lines as the first page shows them: as a part of the text."""
        width = self._styles.width
        pieces, top = [], 0.0
        for line in self._lines:
            pieces.append(Piece(line, 0.0, top, width))
            top += line.height(width)
        return Arranged(pieces, self.height, self.height)

    def around(self, furniture: Furniture) -> Furniture:
        """Return what stands around the text of every page, with the lines."""
        return _WithHead(furniture, self)

    def draw(self, canvas: PaperCanvas) -> None:
        """Draw the lines on a further page."""
        sheet = self._styles.sheet
        width, height = canvas.page_size
        with canvas.artifact():
            inner = width - sheet.left - sheet.right
            draw_stack(self._lines, canvas, sheet.left, height - sheet.top, inner)


class _WithHead:
    """What stands on every page, with a title over it."""

    def __init__(self, furniture: Furniture, head: RunningHead) -> None:
        self._furniture, self._head = furniture, head

    def below(self, canvas: PaperCanvas, page: int) -> None:
        """Draw what the text is written over."""
        self._furniture.below(canvas, page)
        if page > 1:
            self._head.draw(canvas)

    def above(self, canvas: PaperCanvas, page: int) -> None:
        """Draw what comes after the text."""
        self._furniture.above(canvas, page)
