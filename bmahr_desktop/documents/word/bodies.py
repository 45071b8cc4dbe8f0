"""The parts of papers as Word's paragraphs and tables: the mirror of `documents.bodies`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop.documents.structure import depths_of, leads_on
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.word.document import WordPaper, gap
from bmahr_desktop.documents.word.elements import (
    PLAIN,
    Element,
    Letters,
    Shape,
    keep_with_next,
    paragraph,
    run,
    tab,
)
from bmahr_desktop.documents.word.lists import NumberedList, label_tab
from bmahr_desktop.documents.word.styles import body_style
from bmahr_desktop.documents.word.tables import WordTables
from bmahr_desktop.documents.word.text import NO_BREAK, WordText
from bmahr_desktop.domain.minutes import (
    PaperBlock,
    PaperList,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    SignatureBlock,
)
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.numbering import LEVELS

_POINTS_PER_MM = CM / 10
_TALLEST_PICTURE = 0.75
_SIGNATURE_HEIGHT = 1.4 * CM
"""Room to sign by hand."""


class WordBody(WordText):
    """Turns the parts of a paper into elements of a Word file.

    Its methods return or yield elements, to be given to `WordPaper.add` in the paper's order: Word
    counts numbered paragraphs as they come.
    """

    def __init__(self, target: WordPaper) -> None:
        """Take the file that the elements are for."""
        super().__init__(target.styles)
        self.target = target
        self._tables = WordTables(self, target.lists)

    # ------------------------------------------------------------------ bodies

    def section(self, heading: str, blocks: Sequence[PaperBlock]) -> Iterator[Element]:
        """Yield a part of a matter under its heading, which stands on the line of plain text."""
        rest = list(blocks)
        if heading and rest:
            first = rest[0]
            if isinstance(first, PaperParagraph) and not first.label and first.level == 0:
                words = run(self.digits(heading) + 2 * NO_BREAK, Letters(bold=True))
                indent = 0 if self.styles.column else self.styles.indent
                yield self.paragraph(first, "BodyText", Shape(first=indent), before=[words])
                rest = rest[1:]
            else:
                yield self.line(heading, "Heading3")
        yield from self.body(rest)

    def body(self, blocks: Sequence[PaperBlock]) -> Iterator[Element]:
        """Yield a body; its numbered paragraphs are a list of their own."""
        count = self.target.lists.begin([self._level(level) for level in range(1, LEVELS + 1)])
        depths = depths_of(blocks)
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            match block:
                case PaperParagraph():
                    made = self._in_body(block, next(depths), count)
                    if following is not None and leads_on(block, following):
                        keep_with_next(made)
                    yield made
                case PaperTable():
                    yield from self.table(block)
                case PaperPicture():
                    yield from self.picture(block)
                case PaperList():
                    left = self.styles.column + 0.75 * CM
                    yield self.people(block, self.styles.width - left, left)

    def _level(self, level: int, depth: int | None = None) -> Shape:
        """Return the indents of a numbered paragraph, with the tab stop behind its number."""
        shape = self.styles.body(level if depth is None else depth)
        begins = (shape.left or 0) + (shape.first or 0)
        return replace(shape, tabs=(label_tab(level, begins),))

    def _in_body(self, words: PaperParagraph, depth: int, count: NumberedList) -> Element:
        style = body_style(depth)
        usual = depth == words.level
        shape = PLAIN if usual else self._level(words.level, depth)
        counted = self.counted(words, count, style, shape)
        if counted is not None:
            return counted
        if not words.label:
            return self.paragraph(words, style)
        tabs = Shape(tabs=self._level(words.level, depth).tabs)
        runs = [run(words.label), tab(), *self.runs(words)]
        return paragraph(runs, style, tabs)

    def picture(self, block: PaperPicture) -> Iterator[Element]:
        """Yield a picture, and its caption below.

        Raises:
            BadPictureError: If the data is no picture.
        """
        caption = block.caption.text
        shape = Shape(before=6, after=6, align="center", keep_with_next=bool(caption))
        if block.data is None:
            yield self.line(paper("(the picture is missing)"), "TableText", shape)
        else:
            tallest = _TALLEST_PICTURE * self.styles.sheet.frame.height
            width = block.width_mm * _POINTS_PER_MM
            shown = self.target.picture(block.data, width, tallest, caption)
            yield paragraph([shown], "Normal", shape)
        if caption:
            yield self.paragraph(block.caption, "Caption")

    # ------------------------------------------------------------------ tables, people, hands

    def table(self, table: PaperTable) -> Iterator[Element]:
        """Yield a table over the whole width, and the space behind it."""
        yield self._tables.table(table)
        yield gap()

    def people(self, block: PaperList, width: float, left: float = 0) -> Element:
        """Return a list of people in columns: number, name with office, what stands at right.

        Args:
            block: The list; its heading is not shown.
            width: In points.
            left: How far in it begins, in points.
        """
        return self._tables.people(block, width, left)

    def signatures(self, signatures: Sequence[SignatureBlock]) -> Iterator[Element]:
        """Yield names and offices centred on the right half, with room above to sign by hand.

        What stands before should be kept with them: see `keep_with_next`.
        """
        for at, signature in enumerate(signatures, 1):
            lines = (f"({signature.name})", *signature.lines)
            for number, line in enumerate(lines, 1):
                last = at == len(signatures) and number == len(lines)
                before = _SIGNATURE_HEIGHT if number == 1 else None
                shape = Shape(before=before, keep_with_next=not last)
                yield self.line(line, "Signature", shape)
