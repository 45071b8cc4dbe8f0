"""The numbers before paragraphs: counted from their shapes, kept beside the text."""

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextDocument

from bmahr_desktop.domain import body
from bmahr_desktop.thai.numbering import Numbering
from bmahr_desktop.ui.body.formats import Shape, shape_of
from bmahr_desktop.ui.body.reading import tables_of
from bmahr_desktop.ui.look.digits import shown


class Labels:
    """The number of each paragraph of a document, by the paragraph's own number.

    Counting anew writes nothing into the document, so undo never meets it.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._shapes: list[Shape] = []
        self._labels: list[str] = []

    def label(self, block: QTextBlock) -> str:
        """Return the number of a paragraph in Thai digits, or the label typed for it."""
        number = block.blockNumber()
        return self._labels[number] if number < len(self._labels) else ""

    def shown(self, block: QTextBlock) -> str:
        """Return a paragraph's number as the screen shows it; what was typed stays as typed."""
        number = block.blockNumber()
        if number >= len(self._labels):
            return ""
        label = self._labels[number]
        typed = self._shapes[number].numbering is body.Numbering.TYPED
        return label if typed else shown(label)

    def follow(self, position: int, added: int) -> None:
        """Count anew if a change of the document touched more than words."""
        if self._reshaped(position, added):
            self.count()

    def _reshaped(self, position: int, added: int) -> bool:
        if self._document.blockCount() != len(self._shapes):
            return True
        block = self._document.findBlock(position)
        while block.isValid() and block.position() <= position + added:
            if shape_of(block.blockFormat()) != self._shapes[block.blockNumber()]:
                return True
            block = block.next()
        return False

    def count(self) -> None:
        """Count the whole document."""
        flows: dict[int, Numbering] = {}
        shapes: list[Shape] = []
        labels: list[str] = []
        tables = tables_of(self._document)
        block = self._document.begin()
        while block.isValid():
            shape = shape_of(block.blockFormat())
            shapes.append(shape)
            if shape.numbering is body.Numbering.AUTOMATIC:
                position = block.position()
                while tables and tables[0].lastPosition() < position:
                    tables.pop(0)
                flow = -1
                if tables and tables[0].firstPosition() <= position:
                    flow = tables[0].cellAt(position).firstPosition()
                labels.append(flows.setdefault(flow, Numbering()).next(shape.level))
            else:
                labels.append(shape.label)
            block = block.next()
        self._shapes, self._labels = shapes, labels


def counted_before(blocks: Iterable[QTextBlock]) -> Numbering:
    """Return a count that has gone through some paragraphs of one flow."""
    count = Numbering()
    for block in blocks:
        shape = shape_of(block.blockFormat())
        if shape.numbering is body.Numbering.AUTOMATIC:
            count.next(shape.level)
    return count
