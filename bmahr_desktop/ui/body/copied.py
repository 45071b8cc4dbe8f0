"""Blocks of a body as other programs can take them: plain text, and simple HTML."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from bmahr_desktop.domain import body
from bmahr_desktop.domain.body import (
    Block,
    Cell,
    Composed,
    ComposedKind,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.thai.numbering import Numbering
from bmahr_desktop.ui.look.digits import shown

_INDENT_EM = 2
_TAGS = (("bold", "b"), ("italic", "i"), ("underline", "u"))
_NUMBER = "\u00a0\u00a0"

Words = Callable[[ComposedKind], str]


def numbered(blocks: Iterable[Block], count: Numbering) -> Iterator[tuple[str, Block]]:
    """Yield blocks with the numbers before them, as the screen shows them."""
    for block in blocks:
        label = ""
        if isinstance(block, Paragraph | Composed):
            if block.numbering is body.Numbering.AUTOMATIC:
                label = shown(count.next(block.level))
            elif block.numbering is body.Numbering.TYPED:
                label = block.label
        yield label, block


def as_text(blocks: Iterable[Block], count: Numbering, words: Words) -> str:
    """Return blocks as plain text: numbers before paragraphs, tabs between cells."""
    lines: list[str] = []
    for label, block in numbered(blocks, count):
        match block:
            case Paragraph():
                lines.append(f"{label} {block.text}" if label else block.text)
            case Composed():
                lines.append(f"{label} {words(block.statement)}".strip())
            case Picture():
                lines.append(block.caption)
            case Table():
                lines += ["\t".join(map(_cell_text, row)) for row in block.rows]
    return "\n".join(lines)


def _cell_text(cell: Cell) -> str:
    pairs = numbered(cell.paragraphs, Numbering())
    lines = [f"{label} {p.text}".strip() for label, p in pairs if isinstance(p, Paragraph)]
    return " / ".join(lines).replace("\n", " ").replace("\t", " ")


def as_html(blocks: Iterable[Block], count: Numbering, words: Words) -> str:
    """Return blocks as HTML that names nothing outside of itself."""
    parts: list[str] = ["<html><head><meta charset='utf-8'></head><body>"]
    for label, block in numbered(blocks, count):
        match block:
            case Paragraph():
                parts.append(_paragraph(label, block))
            case Composed():
                text = escape(words(block.statement)).replace("\n", "<br>")
                parts.append(f"<p>{escape(label)}{_NUMBER if label else ''}{text}</p>")
            case Picture():
                parts.append(f"<p>{escape(block.caption)}</p>")
            case Table():
                parts += _table(block)
    return "".join([*parts, "</body></html>"])


def _paragraph(label: str, paragraph: Paragraph) -> str:
    number = f"{escape(label)}{_NUMBER}" if label else ""
    margin = f" style='margin-left:{paragraph.level * _INDENT_EM}em'" if paragraph.level else ""
    return f"<p{margin}>{number}{''.join(map(_run, paragraph.runs))}</p>"


def _run(run: TextRun) -> str:
    text = escape(run.text).replace("\n", "<br>")
    for field, tag in _TAGS:
        if getattr(run, field):
            text = f"<{tag}>{text}</{tag}>"
    return text


def _table(table: Table) -> Iterator[str]:
    yield "<table border='1' style='border-collapse:collapse'>"
    for number, row in enumerate(table.rows):
        if number == 0 and table.header_rows:
            yield "<thead>"
        yield "<tr>"
        for cell in row:
            span = f" colspan='{cell.span}'" if cell.span > 1 else ""
            align = f" style='text-align:{cell.align.value}'" if cell.align else ""
            inner = numbered(cell.paragraphs, Numbering())
            words = "".join(_paragraph(label, p) for label, p in inner if isinstance(p, Paragraph))
            yield f"<td{span}{align}>{words}</td>"
        yield "</tr>"
        if number == table.header_rows - 1:
            yield "</thead>"
    yield "</table>"
