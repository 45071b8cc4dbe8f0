"""Sheets that stand for a file whose pages are not in the pack, or before a signed one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from bmahr_desktop.documents.fonts import BUNDLED, family_named
from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.enclosures import Enclosure, Why
from bmahr_desktop.documents.packing.output import name
from bmahr_desktop.documents.typesetting.blocks import Block, NewPage, Space
from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
from bmahr_desktop.documents.typesetting.document import POINTS_PER_CM, Sheet, set_paper
from bmahr_desktop.documents.typesetting.paragraph import Align, Paragraph, ParagraphStyle, plain
from bmahr_desktop.documents.typesetting.pdfa import About
from bmahr_desktop.documents.typesetting.text import Typesetter
from bmahr_desktop.i18n import paper
from bmahr_desktop.places import resource
from bmahr_desktop.thai.digits import DigitStyle, in_style, made_in_style
from bmahr_desktop.thai.segment import Segmenter

_LONGEST_TITLE, _LONGEST_NAME = 220, 120
_KB, _MB = 1024, 1024 * 1024
_TOP = 7.0 * POINTS_PER_CM


@dataclass(frozen=True)
class DividerSheet:
    """What a sheet says.

    Attributes:
        why: Why the file is supplied separately; None before a signed one.
        pages: The first and the last page of a signed file in the pack.
    """

    enclosure: Enclosure
    why: Why | None
    pages: tuple[int, int] = (0, 0)


def in_one_line(text: str, most: int) -> str:
    """Return a text on one line, shortened where it is too long to be read at a glance."""
    joined = " ".join(text.split())
    return joined if len(joined) <= most else f"{joined[:most].rstrip()}…"


def set_sheets(
    sheets: Sequence[DividerSheet], digits: DigitStyle, copier: Copier
) -> list[DictionaryObject]:
    """Set sheets in type, and return them as pages, without a parent.

    Args:
        sheets: One page each.
        digits: How numbers are written.
        copier: Takes along what the pages show.
    """
    if not sheets:
        return []
    family = family_named(BUNDLED)
    typesetter = Typesetter(Segmenter())
    style = ParagraphStyle(family, align=Align.CENTER, after=4)
    blocks: list[Block] = []
    for sheet in sheets:
        blocks += [*_blocks(sheet, typesetter, style, digits), NewPage()]
    layout = Sheet(left=3 * POINTS_PER_CM, right=3 * POINTS_PER_CM, top=_TOP)
    made = set_paper(
        blocks[:-1], layout,
        About("", changed=datetime.fromisoformat("2000-01-01T00:00:00+00:00")),
        _Ruled(), resource("icc", "sRGB.icc"),
    )  # fmt: skip
    own, pages = copier.beside(), []
    for page in PdfReader(BytesIO(made.pdf)).pages:
        copied = DictionaryObject()
        for key in ("/MediaBox", "/Resources"):
            copied[name(key[1:])] = own.value(page.raw_get(key))
        copied[name("Contents")] = ArrayObject([own.shared(page.raw_get("/Contents"))])
        copied[name("Type")] = name("Page")
        pages.append(copied)
    copier.take_over(own)
    return pages


class _Ruled:
    """A thin frame, so that a sheet is told from a page at a glance."""

    def below(self, canvas: PaperCanvas, page: int) -> None:
        """Draw the frame."""
        width, height = canvas.page_size
        inset = 1.8 * POINTS_PER_CM
        with canvas.artifact():
            canvas.operators(
                f"q 0.6 w 0.55 G {inset:.2f} {inset:.2f} {width - 2 * inset:.2f} "
                f"{height - 2 * inset:.2f} re S Q"
            )

    def above(self, canvas: PaperCanvas, page: int) -> None:
        """Draw nothing."""


def _blocks(
    sheet: DividerSheet, typesetter: Typesetter, style: ParagraphStyle, digits: DigitStyle
) -> Iterator[Block]:
    file = sheet.enclosure

    def line(words: str, *, bold: bool = False, size: float = 16) -> Paragraph:
        return Paragraph(typesetter, plain(words, bold=bold), replace(style, size=size))

    if file.label:
        label = in_one_line(file.label, _LONGEST_NAME)
        yield line(in_style(paper("Enclosure {number}", number=label), digits))
    else:
        yield line(paper("Enclosure of the meeting"))
    yield Space(6)
    yield line(in_style(in_one_line(file.title, _LONGEST_TITLE), digits), bold=True, size=22)
    yield Space(14)
    named = in_one_line(file.file_name, _LONGEST_NAME)
    yield line(paper("File: {name}", name=named), size=15)
    if file.size:
        yield line(made_in_style(_size(file.size), digits), size=15)
    yield Space(22)
    if sheet.why is None:
        yield line(paper("This document bears an electronic signature"), bold=True, size=18)
        yield line(_signed(sheet.pages, digits))
        yield line(paper("The original with its signature is embedded in this file."))
        return
    yield line(paper("This document is supplied separately"), bold=True, size=18)
    yield line(reason_on_paper(sheet.why))


def _signed(pages: tuple[int, int], digits: DigitStyle) -> str:
    first, last = pages
    words = paper(
        "It is shown on pages {first}-{last}, which bear no page number of this pack.",
        first=first, last=last,
    )  # fmt: skip
    if first == last:
        words = paper("It is shown on page {first}, which bears no page number.", first=first)
    return made_in_style(words, digits)


def _size(size: int) -> str:
    if size >= _MB:
        return paper("Size: {size} MB", size=f"{size / _MB:.1f}")
    return paper("Size: {size} KB", size=max(1, round(size / _KB)))


def reason_on_paper(why: Why) -> str:
    """Return why a file is supplied separately, as a sheet says it."""
    match why:
        case Why.OTHER_KIND:
            return paper("It is a file of a kind that cannot be shown as pages.")
        case Why.MISSING:
            return paper("The file could not be found when this pack was made.")
        case Why.EMPTY:
            return paper("The file is empty.")
        case Why.LOCKED:
            return paper("The file is locked with a password.")
        case Why.LIVE_FORM:
            return paper("It is a form that only its own program can show.")
        case Why.TOO_MANY_PAGES:
            return paper("It has more pages than a pack can take.")
        case Why.TOO_LARGE:
            return paper("The pack would become too large with it.")
        case Why.PAGE_TOO_LARGE:
            return paper("A page of it is larger than any paper.")
        case Why.PICTURE_TOO_LARGE:
            return paper("The picture is too large to be shown on a page.")
        case _:
            return paper("The file is damaged, or made in a way that cannot be read.")
