"""The parts of a form as blocks of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.form_sheets.ruled import form_table
from bmahr_desktop.documents.form_sheets.stacks import Stack, Together
from bmahr_desktop.documents.lines import GAP
from bmahr_desktop.documents.styles import CM, STEP
from bmahr_desktop.documents.typesetting.blocks import (
    Beside,
    Block,
    Indented,
    Space,
    WithTail,
)
from bmahr_desktop.documents.typesetting.leaders import Leader
from bmahr_desktop.documents.typesetting.paragraph import Align, ParagraphStyle
from bmahr_desktop.documents.typesetting.table import Cell, Row, Table, TableStyle
from bmahr_desktop.domain.forms.paper import (
    FormBlock,
    FormLines,
    FormPairs,
    FormPart,
    FormSignatures,
    FormTable,
    FormText,
    Look,
    Pair,
)
from bmahr_desktop.domain.letter_paper import NOTHING
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph

HAND_LEADING = 27.0
"""From line to line, so that there is room to write by hand."""
_WIDEST_LABEL = 0.45
"""The part of a column that labels take at most."""
_TALLEST_BESIDE = 0.3
"""The part of a page that what stands beside each other may be tall."""
_TO_SIGN = 1.1 * CM
_PLAIN = TableStyle(rule=0, left=4, right=4, top=0, bottom=0, before=2, after=4)


class FormSetter:
    """Turns the parts of a form into blocks of a page."""

    def __init__(self, setter: BodySetter) -> None:
        """Take what sets text, with the styles of the paper."""
        self._setter, self._styles = setter, setter.styles

    def part(self, part: FormPart) -> list[Block]:
        """Return a section as blocks."""
        blocks: list[Block] = []
        for block in part.blocks:
            if isinstance(block, FormSignatures):
                tail = self._signatures(block)
                # A signature never stands alone on a page.
                blocks.append(WithTail(blocks.pop(), tail) if blocks else tail)
            else:
                blocks += self._block(block)
        return [Together(blocks)] if part.together and blocks else blocks

    def _block(self, block: FormBlock) -> Iterator[Block]:
        match block:
            case FormText():
                yield from self._text(block)
            case FormPairs():
                yield from self._pairs(block)
            case FormLines():
                for one in self._dotted(block.count):
                    yield Indented(one, block.level * STEP)
            case FormTable():
                yield form_table(block, self._setter)
            case FormSignatures():
                yield self._signatures(block)

    # ------------------------------------------------------------------ text

    def _text(self, block: FormText) -> Iterator[Block]:
        left = block.level * STEP
        if block.look is Look.TEXT and block.align is None and not block.bold:
            for one in self._setter.body(block.blocks):
                yield Indented(one, left) if left else one
            return
        style = self._style(block)
        for paragraph in block.blocks:
            if isinstance(paragraph, PaperParagraph):
                made = self._setter.paragraph(paragraph, style, bold=block.bold)
                yield Indented(made, left) if left else made
            else:
                yield from self._setter.body((paragraph,))

    def _style(self, block: FormText) -> ParagraphStyle:
        styles = self._styles
        if block.align is not None:
            keeps = block.look is not Look.TEXT and block.bold
            return replace(styles.base, align=Align(block.align), before=3, keep_with_next=keeps)
        if block.look is Look.TITLE:
            return styles.heading("H2", before=10)
        if block.look is Look.SUBTITLE:
            return styles.heading("H3", before=6)
        if block.look is Look.FLUSH:
            return replace(styles.base, align=styles.align, before=3)
        return styles.body()

    # ------------------------------------------------------------------ labels with values

    def _pairs(self, block: FormPairs) -> Iterator[Block]:
        left = block.level * STEP
        whole = self._styles.width - left
        column = whole / block.columns
        at = self._label_width(block, column)
        for row in block.rows:
            for made in self._row(row, block.columns, column, at):
                yield Indented(made, left) if left else made

    def _row(self, row: Sequence[Pair], columns: int, column: float, at: float) -> Iterator[Block]:
        made = [self._pair(pair, at) for pair in row]
        tallest = _TALLEST_BESIDE * self._styles.sheet.frame.height
        fits = all(one.height(column - GAP) < tallest for one in made)
        if len(made) == 1 or not fits or columns == 1:
            yield from made
            return
        block: Block = made[-1]
        for one in reversed(made[:-1]):
            block = Beside(Indented(one, 0, GAP), block, column)
        yield block

    def _label_width(self, block: FormPairs, column: float) -> float:
        if block.label_width:
            return column * block.label_width
        widths = [
            self._setter.paragraph(pair.label, self._styles.base).text.widths[-1]
            for row in block.rows
            for pair in row
        ]
        return min(max(widths, default=0.0) + 1, column * _WIDEST_LABEL)

    def _pair(self, pair: Pair, at: float) -> Block:
        style = replace(self._styles.base, before=2)
        if not pair.value:
            hand = replace(style, leading=HAND_LEADING)
            label = self._setter.paragraph(pair.label, hand)
            first = Leader(label, self._setter.paragraph(NOTHING, hand))
            return Stack([first, *self._dotted(pair.lines - 1)])
        values = list(self._values(pair.value, style))
        label = self._setter.paragraph(pair.label, style)
        if len(values) == 1:
            return Beside(label, values[0], at)
        return Beside(label, Stack(values), at)

    def _values(self, value: Sequence[PaperBlock], style: ParagraphStyle) -> Iterator[Block]:
        for one in value:
            if isinstance(one, PaperParagraph):
                yield self._setter.paragraph(one, style)
            else:
                yield from self._setter.body((one,))

    def _dotted(self, count: int) -> Iterator[Block]:
        """Yield dotted lines to write on."""
        style = replace(self._styles.base, leading=HAND_LEADING)
        for _ in range(count):
            nothing = self._setter.paragraph(NOTHING, style)
            yield Leader(nothing, self._setter.paragraph(NOTHING, style))

    # ------------------------------------------------------------------ signatures

    def _signatures(self, block: FormSignatures) -> Block:
        """Return signatures beside each other; one alone stands in the right half."""
        blocks = list(block.blocks)
        made = [[Space(_TO_SIGN), *self._centred(lines)] for lines in blocks]
        if len(made) == 1:
            half = self._styles.width / 2
            return Together([Indented(one, half) for one in made[0]])
        row = Row([Cell(lines) for lines in made], keep_whole=True)
        return Table([1] * len(made), [row], _PLAIN)

    def _centred(self, lines: Sequence[PaperParagraph]) -> Iterator[Block]:
        style = replace(self._styles.centred(), keep_whole=True)
        for line in lines:
            yield self._setter.paragraph(line, style)
