"""Papers of tables as Word files: the follow-up table, the index of resolutions."""

from collections.abc import Iterator

from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.elements import Element, Shape
from bmahr_desktop.documents.word.letters import word_paper
from bmahr_desktop.domain.listing_paper import ListingPaper, ListingPart

_BEFORE_TABLE = 6
_CENTRED = Shape(align="center")


def write_listing(listing: ListingPaper) -> bytes:
    """Return a paper of tables as a Word file, the same bytes for the same paper."""
    target = word_paper(listing.imprint, indented=True, lying=listing.lying)
    words = WordBody(target)
    for element in _elements(listing, words):
        target.add(element)
    return target.finish()


def _elements(listing: ListingPaper, words: WordBody) -> Iterator[Element]:
    for number, line in enumerate(listing.heading):
        yield words.line(line, "Subtitle" if number else "Title")
    last = len(listing.notes) - 1
    for number, note in enumerate(listing.notes):
        shape = Shape(align="center", after=_BEFORE_TABLE if number == last else None)
        yield words.paragraph(note, "Normal", shape)
    for number, part in enumerate(listing.parts):
        yield from _part(part, words, new_page=number > 0)


def _part(part: ListingPart, words: WordBody, *, new_page: bool) -> Iterator[Element]:
    if part.heading:
        yield words.line(part.heading, "Heading1", Shape(new_page=new_page))
    if part.table is None:
        yield words.line(part.nothing, "Normal", _CENTRED)
    else:
        yield from words.table(part.table)
