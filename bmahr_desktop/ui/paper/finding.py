"""Finds words in the texts of pages."""

from collections.abc import Mapping
from typing import NamedTuple

from bmahr_desktop.thai.searchkey import find_in
from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.paper.geometry import Spot
from bmahr_desktop.ui.paper.page_text import PageText
from bmahr_desktop.ui.paper.pdf import read_texts


class Hit(NamedTuple):
    """Words that were looked for.

    Attributes:
        page: From 1.
        start: The offset in the page's text.
        spots: Where it is printed: one rectangle for each line.
    """

    page: int
    start: int
    spots: tuple[Spot, ...]


class Found(NamedTuple):
    """The answer to a search.

    Attributes:
        hits: In the order of reading.
        texts: Of all pages, to be kept for the next search.
    """

    hits: tuple[Hit, ...]
    texts: dict[int, PageText]


def find_words(
    pdf: bytes, pages: int, known: Mapping[int, PageText], query: str, progress: Progress
) -> Found:
    """Look for words, however they are typed, on all pages.

    Args:
        pdf: The file.
        pages: How many it has.
        known: The texts that were read already.
        query: The words.
        progress: Asked after each page whether to go on.

    Raises:
        UnreadablePaper: If a page cannot be read.
    """
    wanted = [page for page in range(1, pages + 1) if page not in known]
    texts = dict(known)
    if wanted:
        texts |= read_texts(pdf, wanted, progress)
    hits: list[Hit] = []
    for page in range(1, pages + 1):
        progress.check()
        text = texts[page]
        hits += [
            Hit(page, start, tuple(text.spots(page, start, stop)))
            for start, stop in find_in(text.text, query)
        ]
    return Found(tuple(hits), texts)
