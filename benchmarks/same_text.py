"""The text of a paper in other forms, for the peers that set the same text."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from bmahr_desktop.domain.minutes import (
    MinutesPaper,
    PaperBlock,
    PaperList,
    PaperMatter,
    PaperParagraph,
    PaperPicture,
    PaperTable,
)

Part = str | list[list[str]]
"""A paragraph, or the rows of a table."""


def parts_of(paper: MinutesPaper) -> Iterator[Part]:
    """Yield the words of a paper, from top to bottom."""
    yield from paper.heading
    for people in paper.lists:
        yield people.heading
        yield from _block(people)
    yield paper.opening
    for item in paper.items:
        yield f"{item.label} {item.title.text}"
        for matter in item.matters:
            yield from _matter(matter)
    yield paper.closing
    for signature in paper.signatures:
        yield from (signature.name, *signature.lines)
    for appendix in paper.appendices:
        yield appendix.title.text
        for block in appendix.blocks:
            yield from _block(block)


def _matter(matter: PaperMatter) -> Iterator[Part]:
    if matter.title:
        yield matter.title.text
    for section in matter.sections:
        if section.heading:
            yield section.heading
        for block in section.blocks:
            yield from _block(block)
    yield matter.resolution_label
    for block in matter.resolutions:
        yield from _block(block)


def _block(block: PaperBlock) -> Iterator[Part]:
    match block:
        case PaperParagraph():
            yield f"{block.label} {block.text}".strip()
        case PaperTable():
            yield [
                ["\n".join(f"{p.label} {p.text}".strip() for p in cell.paragraphs) for cell in row]
                for row in block.rows
            ]
        case PaperPicture():
            yield block.caption.text
        case PaperList():
            yield [
                [row.number, "\n".join(row.lines), "\n".join(row.at_right)] for row in block.rows
            ]


def write_flat_odt(parts: list[Part], path: Path) -> None:
    """Write the words as a flat OpenDocument text that LibreOffice opens."""
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f'<text:p text:style-name="P">{escape(part)}</text:p>')
            continue
        columns = max(len(row) for row in part)
        body.append(f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>')
        for row in part:
            cells = []
            for number, cell in enumerate(row):
                span = columns - len(row) + 1 if number == len(row) - 1 else 1
                words = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
                cells.append(
                    f'<table:table-cell table:number-columns-spanned="{span}">{words}'
                    "</table:table-cell>" + "<table:covered-table-cell/>" * (span - 1)
                )
            body.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
        body.append("</table:table>")
    path.write_text(_FLAT_ODT.format(body="\n".join(body)), encoding="utf-8")


_FLAT_ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph">
<style:paragraph-properties fo:text-indent="2.5cm" fo:text-align="justify"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-left="3cm" fo:margin-right="2cm" fo:margin-top="2.5cm"
 fo:margin-bottom="2cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/>
</office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document>
"""
