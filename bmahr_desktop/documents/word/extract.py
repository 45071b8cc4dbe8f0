"""Certified extracts of minutes as Word files."""

from collections.abc import Iterator

from bmahr_desktop.documents.extract import BEFORE_CERTIFICATION, BEFORE_SIGNING, name_lines
from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.elements import (
    Element,
    Shape,
    Tab,
    keep_end_with_next,
    paragraph,
    run,
    tab,
)
from bmahr_desktop.documents.word.letters import word_paper
from bmahr_desktop.documents.word.minutes import item_elements
from bmahr_desktop.domain.extract import ExtractPaper
from bmahr_desktop.i18n import paper

_AFTER_TITLE = 8


def write_extract(extract: ExtractPaper) -> bytes:
    """Return a certified extract as a Word file, the same bytes for the same paper.

    Raises:
        BadPictureError: If a picture cannot be read.
    """
    target = word_paper(extract.imprint)
    words = WordBody(target)
    for element in _elements(extract, words):
        target.add(element)
    return target.finish()


def _elements(extract: ExtractPaper, words: WordBody) -> Iterator[Element]:
    for number, line in enumerate(extract.heading):
        yield words.line(line, "Subtitle" if number else "Title")
    yield words.line(extract.which, "Normal", Shape(align="center", after=_AFTER_TITLE))
    body = [element for item in extract.items for element in item_elements(item, words)]
    # A page never holds the certification and the signature alone (standards A14).
    keep_end_with_next(body)
    yield from body
    for number, one in enumerate(extract.certification):
        before = None if number else BEFORE_CERTIFICATION
        yield words.paragraph(one, "BodyText", Shape(before=before, keep_with_next=True))
    yield _dotted(extract.signed, words, Shape(before=BEFORE_SIGNING, keep_with_next=True))
    for line in name_lines(extract):
        yield words.line(line, "Signature", Shape(keep_with_next=True))
    if extract.date:
        yield words.line(extract.date, "Signature")
    else:
        yield _dotted(paper("on the date"), words, Shape())


def _dotted(label: str, words: WordBody, shape: Shape) -> Element:
    """Return a label with dots behind it, in the right half of the page."""
    width = words.styles.width
    made = Shape(
        left=width / 2,
        before=shape.before,
        keep_with_next=shape.keep_with_next,
        tabs=(Tab(width, "right", "dot"),),
    )
    return paragraph([run(f"{label} "), tab()], "Normal", made)
