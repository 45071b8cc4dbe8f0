"""Bodies made of the pieces of a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bmahr_desktop.domain.body import (
    Block,
    Body,
    Cell,
    CellAlign,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.domain.old_minutes import FileCell, FileTable, Part, PartKind, Piece
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai import numbering
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.numbering import split_label


@dataclass(frozen=True)
class Stuff:
    """What stands in a body: a piece, and the part of it that does."""

    part: Part
    piece: Piece | None


def body_of(stuff: Iterable[Stuff]) -> Body:
    """Return paragraphs, tables and pictures as a body, its usual numbers counted again."""
    count = numbering.Numbering()
    blocks: list[Block] = []
    for one in stuff:
        blocks += _blocks(one, count, blocks)
    return tuple(blocks)


def _blocks(one: Stuff, count: numbering.Numbering, before: list[Block]) -> Iterator[Block]:
    piece, part = one.piece, one.part
    if piece is not None and piece.table is not None:
        yield _table(piece.table)
    elif piece is not None and piece.picture is not None:
        if piece.picture.sha256:
            yield Picture(file=piece.picture.sha256, width_mm=piece.picture.width_mm)
        else:
            missing = paper("(the picture is missing)")
            words = f"{missing} {piece.picture.words}".strip()
            yield Paragraph((TextRun(text=words),))
    elif part.kind is PartKind.CAPTION and before and isinstance(before[-1], Picture):
        last = before[-1]
        if last.caption:
            yield Paragraph(_runs(one))
        else:
            before[-1] = Picture(file=last.file, width_mm=last.width_mm, caption=part.words)
    else:
        yield _paragraph(_runs(one), part.label, part.level, count)


def _runs(one: Stuff) -> tuple[TextRun, ...]:
    """Return the runs of the words that go on record."""
    part, piece = one.part, one.piece
    if piece is None or piece.text != part.text:
        return (TextRun(text=part.words),) if part.words else ()
    return tuple(_cut(piece.runs, part.start, part.stop))


def _cut(runs: Iterable[TextRun], start: int, stop: int) -> Iterator[TextRun]:
    """Yield a stretch of some runs, each in its own look."""
    at = 0
    for run in runs:
        begin, end = max(start - at, 0), min(stop - at, len(run.text))
        if begin < end:
            text = run.text[begin:end]
            yield TextRun(text=text, bold=run.bold, italic=run.italic, underline=run.underline)
        at += len(run.text)


def _paragraph(
    runs: tuple[TextRun, ...], label: str, level: int, count: numbering.Numbering
) -> Paragraph:
    if not label:
        return Paragraph(runs)
    if level and to_arabic(count.peek(level)) == to_arabic(label):
        count.next(level)
        return Paragraph(runs, level, Numbering.AUTOMATIC)
    return Paragraph(runs, level, Numbering.TYPED, label)


def _table(table: FileTable) -> Table:
    rows = tuple(
        tuple(_cell(cell, heading=at < table.header_rows) for cell in row.cells)
        for at, row in enumerate(table.rows)
    )
    return Table(widths=table.widths, rows=rows, header_rows=table.header_rows)


def _cell(cell: FileCell, *, heading: bool) -> Cell:
    count = numbering.Numbering()
    paragraphs, level = [], 0
    for piece in cell.paragraphs:
        label = split_label(piece.text, level)
        if label is None:
            paragraphs.append(Paragraph(piece.runs))
            continue
        level = label[1]
        begin = len(piece.text) - len(label[2])
        runs = tuple(_cut(piece.runs, begin, len(piece.text)))
        paragraphs.append(_paragraph(runs, label[0], level, count))
    centred = bool(cell.paragraphs) and all(one.centred for one in cell.paragraphs)
    align = CellAlign.CENTER if centred and not heading else None
    return Cell(tuple(paragraphs), cell.span, align)


def pieces_by_number(pieces: Iterable[Piece]) -> Mapping[int, Piece]:
    """Return pieces by their numbers, the paragraphs in tables too."""
    found: dict[int, Piece] = {}
    for piece in pieces:
        found[piece.number] = piece
        for row in piece.table.rows if piece.table else ():
            for cell in row.cells:
                found.update(pieces_by_number(cell.paragraphs))
    return found
