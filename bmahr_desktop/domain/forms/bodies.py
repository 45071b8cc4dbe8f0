"""Bodies as a form prints them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bmahr_desktop.domain.body import Body, Composed, Numbering, Paragraph, Picture, Table, TextRun
from bmahr_desktop.domain.minutes import (
    PaperBlock,
    PaperCell,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    TextKey,
)
from bmahr_desktop.thai import numbering
from bmahr_desktop.thai.digits import DigitStyle, in_style


def body_blocks(
    body: Body, digits: DigitStyle, pictures: Mapping[str, bytes], key: TextKey | None = None
) -> Iterator[PaperBlock]:
    """Yield a body as a paper prints it; what the program would compose itself has no place here.

    Args:
        body: The body.
        digits: The style of its digits.
        pictures: The files of its pictures, by their SHA-256.
        key: Where it is kept.
    """
    count = numbering.Numbering(digits)
    for number, block in enumerate(body):
        own = key._replace(block=number) if key else None
        match block:
            case Paragraph():
                yield _paragraph(block, count, own, digits)
            case Table():
                yield _table(block, own, digits)
            case Picture():
                caption = PaperParagraph((TextRun(text=block.caption),), key=own)
                caption = in_digits(caption, digits)
                yield PaperPicture(pictures.get(block.file), block.width_mm, caption)
            case Composed():
                continue


def _table(table: Table, key: TextKey | None, digits: DigitStyle) -> PaperTable:
    rows = []
    for r, row in enumerate(table.rows):
        cells = []
        for c, cell in enumerate(row):
            count = numbering.Numbering(digits)
            paragraphs = tuple(
                _paragraph(one, count, key._replace(cell=(r, c, p)) if key else None, digits)
                for p, one in enumerate(cell.paragraphs)
            )
            cells.append(PaperCell(paragraphs, cell.span, cell.align))
        rows.append(tuple(cells))
    return PaperTable(table.widths, tuple(rows), table.header_rows)


def _paragraph(
    block: Paragraph, count: numbering.Numbering, key: TextKey | None, digits: DigitStyle
) -> PaperParagraph:
    automatic = block.numbering is Numbering.AUTOMATIC and block.level > 0
    label = count.next(block.level) if block.numbering is Numbering.AUTOMATIC else ""
    if block.numbering is Numbering.TYPED:
        label = block.label
    made = PaperParagraph(block.runs, label, block.level, key, numbered=automatic)
    return in_digits(made, digits)


def in_digits(paragraph: PaperParagraph, digits: DigitStyle) -> PaperParagraph:
    """Return a paragraph whose digits are in a style already, and stay so."""
    runs = tuple(
        one if one.keep_digits
        else TextRun(in_style(one.text, digits), one.bold, one.italic, one.underline, True)
        for one in paragraph.runs
    )  # fmt: skip
    return replace(paragraph, runs=runs, label=in_style(paragraph.label, digits))
