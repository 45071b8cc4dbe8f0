"""Reads PDF with pdfium. Only the paper thread may call this: pdfium forbids simultaneous calls.

A document is opened anew for each task, which takes half a millisecond, and closed before the task
ends, so that nothing of pdfium is ever freed by another thread.
"""

import ctypes
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from operator import attrgetter

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtGui import QImage

from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.paper.geometry import PageSize, Tile
from bmahr_desktop.ui.paper.page_text import PageText, made_text

_WHITE = 0xFFFFFFFF
_SURROGATES = range(0xD800, 0xE000)  # halves of rare signs, which Windows gives one by one


class UnreadablePaper(Exception):  # noqa: N818 -- named as one says it
    """Raised for data that is no PDF, or a damaged or locked one."""


def read_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """Return the size of every page.

    Raises:
        UnreadablePaper: If it cannot be opened.
    """
    with _opened(pdf) as document:
        return tuple(PageSize(*document.get_page_size(at)) for at in range(len(document)))


def draw_tiles(pdf: bytes, tiles: Iterable[Tile], progress: Progress) -> list[QImage]:
    """Draw parts of pages for the screen.

    Raises:
        UnreadablePaper: If a page cannot be read.
    """
    images: list[QImage] = []
    draw_each(pdf, tiles, progress, lambda _, image: images.append(image))
    return images


def draw_each(
    pdf: bytes,
    tiles: Iterable[Tile],
    progress: Progress,
    take: Callable[[Tile, QImage], None],
    *,
    printing: bool = False,
) -> None:
    """Draw parts of pages, and hand over each before the next is drawn.

    Args:
        pdf: The file.
        tiles: Which; those of the same page should follow each other.
        progress: Asked before each whether to go on.
        take: Called in this thread.
        printing: Whether to draw what only papers show, and not what only screens show.

    Raises:
        UnreadablePaper: If a page cannot be read.
    """
    with _opened(pdf) as document:
        for number, group in groupby(tiles, attrgetter("page")):
            with closing(document[number - 1]) as page:
                for tile in group:
                    progress.check()
                    take(tile, _drawn(page, tile, printing=printing))


def read_texts(pdf: bytes, pages: Sequence[int], progress: Progress) -> dict[int, PageText]:
    """Return the texts of pages, which count from 1.

    Raises:
        UnreadablePaper: If a page cannot be read.
    """
    texts = {}
    with _opened(pdf) as document:
        for done, number in enumerate(pages):
            progress.check()
            progress.tell(done, len(pages))
            with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
                texts[number] = _read(text)
    return texts


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        raise UnreadablePaper(str(error)) from None


def _drawn(page: pypdfium2.PdfPage, tile: Tile, *, printing: bool) -> QImage:
    image = QImage(tile.width, tile.height, QImage.Format.Format_RGB32)
    buffer = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
    bitmap = pdfium.FPDFBitmap_CreateEx(
        tile.width, tile.height, pdfium.FPDFBitmap_BGRx, buffer, image.bytesPerLine()
    )
    flags = pdfium.FPDF_ANNOT | (pdfium.FPDF_PRINTING if printing else 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, tile.width, tile.height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page, -tile.x, -tile.y, tile.full_width, tile.full_height, 0, flags
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return image


def _read(text: pypdfium2.PdfTextPage) -> PageText:
    """Return the characters with their boxes: as high as the font, as wide as the character."""
    count = text.count_chars()
    codes = [pdfium.FPDFText_GetUnicode(text, at) for at in range(count)]
    boxes = array("f", bytes(16 * count))
    box = pdfium.FS_RECTF()
    for at in range(count):
        if pdfium.FPDFText_GetLooseCharBox(text, at, box):
            boxes[4 * at : 4 * at + 4] = array("f", (box.left, box.bottom, box.right, box.top))
    raw = "".join(chr(code) if code not in _SURROGATES else "\ufffd" for code in codes)
    return made_text(raw, boxes)
