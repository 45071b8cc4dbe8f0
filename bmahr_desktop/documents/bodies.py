"""Bodies of matters as blocks of a page: paragraphs, tables, pictures, lists of people."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop.documents.structure import depths_of, is_heading, leads_on
from bmahr_desktop.documents.styles import CM, PaperStyles
from bmahr_desktop.documents.typesetting.blocks import Block, Indented, Whole
from bmahr_desktop.documents.typesetting.paragraph import (
    Align,
    Bookmark,
    Paragraph,
    ParagraphStyle,
)
from bmahr_desktop.documents.typesetting.picture import Picture
from bmahr_desktop.documents.typesetting.table import Cell, Row, Table, TableStyle
from bmahr_desktop.documents.typesetting.text import Run, Source, Typesetter
from bmahr_desktop.domain.minutes import (
    PaperBlock,
    PaperCell,
    PaperList,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    TextKey,
)
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import in_style

_NO_BREAK = "\u00a0"
_LIST_STYLE = TableStyle(rule=0, left=0, right=0.2 * CM, top=0, bottom=3, before=2, after=4)
_NUMBER_WIDTH = 1.0
_POINTS_PER_MM = CM / 10
_TALLEST_PICTURE = 0.75
_HEADING_GRAY = (0.93, 0.93, 0.93)


class BodySetter:
    """Turns the parts of a paper into blocks of a page."""

    def __init__(self, typesetter: Typesetter, styles: PaperStyles) -> None:
        """Take the typesetter that knows the names in the paper, and the paper's styles."""
        self._typesetter, self.styles = typesetter, styles

    # ------------------------------------------------------------------ text

    def digits(self, text: str) -> str:
        """Return a text with its digits in the paper's style."""
        return in_style(text, self.styles.digits)

    def line(
        self,
        text: str,
        style: ParagraphStyle,
        *,
        bold: bool = False,
        bookmark: Bookmark | None = None,
        key: TextKey | None = None,
    ) -> Paragraph:
        """Return a text in one style as a paragraph."""
        source = Source(key) if key else None
        runs = (Run(self.digits(text), bold=bold, source=source),)
        return Paragraph(self._typesetter, runs, style, bookmark)

    def runs(self, paragraph: PaperParagraph, *, bold: bool = False) -> Iterator[Run]:
        """Yield a paragraph's runs, its label first; each knows where its text comes from."""
        if paragraph.label:
            yield Run(paragraph.label + _NO_BREAK, bold=bold)
        offset = paragraph.offset
        for run in paragraph.runs:
            yield Run(
                run.text if run.keep_digits else self.digits(run.text),
                bold=bold or run.bold,
                italic=run.italic,
                underline=run.underline,
                source=Source(paragraph.key, offset) if paragraph.key else None,
            )
            offset += len(run.text)

    def paragraph(
        self,
        paragraph: PaperParagraph,
        style: ParagraphStyle,
        *,
        bold: bool = False,
        before: Sequence[Run] = (),
        bookmark: Bookmark | None = None,
    ) -> Paragraph:
        """Return a paragraph of the paper, with some runs before it."""
        runs = (*before, *self.runs(paragraph, bold=bold))
        return Paragraph(self._typesetter, runs, style, bookmark)

    # ------------------------------------------------------------------ bodies

    def section(self, heading: str, blocks: Sequence[PaperBlock]) -> Iterator[Block]:
        """Yield a part of a matter under its heading.

        Before plain text the heading stands on the same line, as the committee prints it; before
        numbered paragraphs and tables it has a line of its own.
        """
        rest = list(blocks)
        if heading and rest:
            first = rest[0]
            if isinstance(first, PaperParagraph) and not first.label and first.level == 0:
                run = Run(self.digits(heading) + 2 * " ", bold=True)
                yield self.paragraph(first, self.styles.unindented(), before=(run,))
                rest = rest[1:]
            else:
                style = self.styles.heading("H4", left=self.styles.column)
                yield self.line(heading, style, bold=True)
        yield from self.body(rest)

    def body(self, blocks: Sequence[PaperBlock]) -> Iterator[Block]:
        """Yield a body."""
        depths = depths_of(blocks)
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            match block:
                case PaperParagraph():
                    style = self.styles.body(next(depths))
                    leads = following is not None and leads_on(block, following)
                    yield self.paragraph(block, replace(style, keep_with_next=leads))
                case PaperTable():
                    yield self.table(block)
                case PaperPicture():
                    yield self.picture(block)
                case PaperList():
                    left = self.styles.column + 0.75 * CM
                    yield Indented(self.people(block, self.styles.width - left), left)

    def picture(self, block: PaperPicture) -> Block:
        """Return a picture with its caption below, never parted."""
        style = replace(self.styles.cell(Align.CENTER), role="Caption", after=6)
        picture = self._picture(block) or self.line(paper("(the picture is missing)"), style)
        if not block.caption.text:
            return picture
        return Whole([picture, self.paragraph(block.caption, style, bold=True)])

    def _picture(self, block: PaperPicture) -> Block | None:
        if block.data is None:
            return None
        return Picture(
            block.data,
            block.width_mm * _POINTS_PER_MM,
            _TALLEST_PICTURE * self.styles.sheet.frame.height,
            block.caption.text,
        )

    # ------------------------------------------------------------------ tables

    def table(self, table: PaperTable) -> Table:
        """Return a table; a title row over its whole width gets "(ต่อ)" on further pages."""
        rows = [self._row(table, number) for number in range(len(table.rows))]
        header = rows[: table.header_rows]
        again = [
            self._row(table, number, " " + paper("(continued)") if number == 0 else "")
            for number in range(table.header_rows)
        ]
        return Table(table.widths, rows[table.header_rows :], TableStyle(), header, again)

    def _row(self, table: PaperTable, number: int, addition: str = "") -> Row:
        cells = table.rows[number]
        repeated = number < table.header_rows
        title = len(cells) == 1 and len(table.widths) > 1
        heading = not title and (repeated or is_heading(cells))
        made = [self._cell(cell, heading=heading, addition=addition * title) for cell in cells]
        return Row(made, keep_with_next=heading or title or repeated)

    def _cell(self, cell: PaperCell, *, heading: bool, addition: str) -> Cell:
        align = Align(cell.align) if cell.align else Align.CENTER if heading else Align.LEFT
        style = self.styles.cell(align)
        blocks: list[Block] = []
        for at, paragraph in enumerate(cell.paragraphs):
            runs = tuple(self.runs(paragraph))
            if addition and at == len(cell.paragraphs) - 1:
                last = runs[-1] if runs else Run("")
                runs = (*runs, replace(last, text=addition, source=None))
            blocks.append(Paragraph(self._typesetter, runs, style))
        gray = _HEADING_GRAY if heading else None
        return Cell(blocks, cell.span, middle=heading, heading=heading, background=gray)

    # ------------------------------------------------------------------ people

    def people(self, block: PaperList, width: float) -> Table:
        """Return a list of people in columns: number, name with office, what stands at right.

        Args:
            block: The list.
            width: In points.
        """
        number = _NUMBER_WIDTH * CM
        right = (0.54 if block.wide_right else 0.3) * (width - number)
        style = replace(self.styles.base, keep_whole=True)
        rows = []
        for row in block.rows:
            label = self.line(row.number, style)
            lines: list[Block] = [
                self.line(line, style, key=row.key if at == 0 else None)
                for at, line in enumerate(row.lines)
            ]
            at_right: list[Block] = [self.line(line, style) for line in row.at_right]
            rows.append(Row([Cell([label]), Cell(lines), Cell(at_right)], keep_whole=True))
        return Table([number, width - number - right, right], rows, _LIST_STYLE)
