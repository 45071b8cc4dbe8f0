"""Numbers that came as text: parted from the words, and counted where counting gives the same."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bmahr_desktop.domain.body import (
    Block,
    Cell,
    Composed,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.thai import numbering
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.numbering import split_label
from bmahr_desktop.ui.body.fitness import MOST_CELLS, TooMuchError, fit, fit_pasted
from bmahr_desktop.ui.body.grid import MOST_COLUMNS

LONGEST_LABEL = 60
DASHES = frozenset("-–•●▪·\uf0b7")


def part_label(paragraph: Paragraph, before: int = 0) -> Paragraph:
    """Return a paragraph whose typed number or dash, if it begins with one, is its label.

    Args:
        paragraph: As it came.
        before: The level of the paragraph before, which a dash carries on.
    """
    text = paragraph.text
    split = split_label(text, before)
    if split is None:
        return paragraph
    label, level, rest = split
    label = "-" if label in DASHES else label
    return Paragraph(
        tuple(_behind(paragraph.runs, len(text) - len(rest))), level, Numbering.TYPED, label
    )


def _behind(runs: Iterable[TextRun], count: int) -> Iterator[TextRun]:
    """Yield runs without their first characters."""
    for run in runs:
        if rest := run.text[count:]:
            yield replace(run, text=rest)
        count = max(0, count - len(run.text))


def counted(blocks: Sequence[Block], count: numbering.Numbering) -> Iterator[Block]:
    """Yield blocks, counted automatically wherever that gives the number that was typed.

    Args:
        blocks: With typed labels.
        count: As it stands before them in the body.
    """
    for block in blocks:
        match block:
            case Paragraph():
                yield _counted(block, count)
            case Table():
                rows = tuple(tuple(map(_counted_cell, row)) for row in block.rows)
                yield replace(block, rows=rows)
            case Picture():
                yield block
            case Composed():
                if block.numbering is Numbering.AUTOMATIC:
                    count.next(block.level)
                yield block


def _counted_cell(cell: Cell) -> Cell:
    count = numbering.Numbering()
    return replace(cell, paragraphs=tuple(_counted(p, count) for p in cell.paragraphs))


def _counted(paragraph: Paragraph, count: numbering.Numbering) -> Paragraph:
    if paragraph.numbering is Numbering.AUTOMATIC:
        count.next(paragraph.level)
    elif paragraph.numbering is Numbering.TYPED:
        split = split_label(f"{paragraph.label} x")
        if split is not None and same_number(count.peek(split[1]), paragraph.label):
            count.next(split[1])
            return Paragraph(paragraph.runs, split[1], Numbering.AUTOMATIC)
    return paragraph


def same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are one, in whatever digits, with or without a last dot."""
    return to_arabic(one).rstrip(".") == to_arabic(other).rstrip(".")


def table_of_text(text: str) -> Table | None:
    """Return the table that a plain text is: lines of equally many cells with tabs between.

    Numbered lines whose number stands before a tab are paragraphs, and so are indented lines.

    Raises:
        TooMuchError: If it has more cells than may come at once.
    """
    if "\t" not in text:
        return None
    lines = [f"{line}\n" for line in fit(text).rstrip("\n").split("\n")]
    try:
        if '"' in text:
            rows = list(csv.reader(lines, delimiter="\t"))
        else:
            rows = [line[:-1].split("\t") for line in lines]
    except csv.Error:
        return None
    columns = len(rows[0])
    if not 1 < columns <= MOST_COLUMNS or any(len(row) != columns for row in rows):
        return None
    first = [row[0] for row in rows]
    if not any(first) or (columns == 2 and all(split_label(f"{cell} x") for cell in first)):
        return None
    if columns * len(rows) > MOST_CELLS:
        raise TooMuchError
    cells = tuple(tuple(Cell(tuple(_words(cell))) for cell in row) for row in rows)
    return Table(widths=(round(100 / columns, 2),) * columns, rows=cells)


def _words(cell: str) -> Iterator[Paragraph]:
    for line in fit_pasted(cell).split("\n"):
        if words := line.strip():
            yield Paragraph((TextRun(text=words),))


def blocks_of_text(text: str) -> Iterator[Block]:
    """Yield the lines of a plain text as paragraphs; empty lines are left out."""
    level = 0
    for line in fit_pasted(text).split("\n"):
        words = line.strip().replace("\u00a0", " ")
        if words:
            paragraph = part_label(Paragraph((TextRun(text=words),)), level)
            level = paragraph.level
            yield paragraph
