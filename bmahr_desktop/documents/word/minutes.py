"""The minutes of a meeting as a Word file: the order and the words of the PDF."""

from collections.abc import Iterator
from dataclasses import replace

from bmahr_desktop.documents.styles import CM, TEXT_SIZE
from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.document import WordMarks, WordPaper, measured
from bmahr_desktop.documents.word.elements import (
    Element,
    Shape,
    keep_end_with_next,
    paragraph,
    run,
    tab,
)
from bmahr_desktop.documents.word.package import WordAbout
from bmahr_desktop.domain.minutes import (
    MinutesPaper,
    PaperAppendix,
    PaperItem,
    PaperList,
    PaperMatter,
)
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import in_style

_GAP = 0.35 * CM
_AFTER_TITLE = 14
_BEFORE_OPENING = 12
_AFTER_APPENDIX_TITLE = 8


def write_minutes(minutes: MinutesPaper) -> bytes:
    """Return the minutes as a Word file, the same bytes for the same paper.

    Raises:
        BadPictureError: If a picture cannot be read.
    """
    form = minutes.form
    marks = WordMarks(
        page_numbers=form.page_numbers,
        secrecy=minutes.secrecy,
        watermark=paper("draft") if minutes.draft else "",
        header=in_style(form.header, form.digits),
        footer=in_style(form.footer, form.digits),
    )
    about = WordAbout(in_style(minutes.title, form.digits), minutes.author, minutes.changed)
    target = WordPaper(form, about, marks)
    words = WordBody(target)
    for element in _elements(minutes, words):
        target.add(element)
    return target.finish()


def _elements(minutes: MinutesPaper, words: WordBody) -> Iterator[Element]:
    yield from _title(minutes, words)
    for people in minutes.lists:
        yield from _people(people, words)
    spoken = Shape(before=6, after=2, keep_with_next=True)
    opening = replace(spoken, before=_BEFORE_OPENING)
    body = [words.line(minutes.opening, "Normal", opening, bold=True)]
    for item in minutes.items:
        body += item_elements(item, words)
    # A page never holds the closing and the signatures alone (standards A14).
    keep_end_with_next(body)
    yield from body
    closing = replace(spoken, keep_with_next=bool(minutes.signatures))
    yield words.line(minutes.closing, "Normal", closing, bold=True)
    yield from words.signatures(minutes.signatures)
    for appendix in minutes.appendices:
        yield from _appendix(appendix, words)


def _title(minutes: MinutesPaper, words: WordBody) -> Iterator[Element]:
    last = len(minutes.heading) - 1
    for number, line in enumerate(minutes.heading):
        shape = Shape(after=_AFTER_TITLE if number == last else None)
        yield words.line(line, "Subtitle" if number else "Title", shape)


def _people(people: PaperList, words: WordBody) -> Iterator[Element]:
    yield words.line(people.heading, "Heading1", Shape(before=6))
    yield words.people(people, words.styles.width)


def item_elements(item: PaperItem, words: WordBody) -> Iterator[Element]:
    """Yield an item; its number is the record's and no count of Word's: other papers cite it."""
    label = words.digits(item.label)
    width = max(words.styles.column, measured(label, TEXT_SIZE) + _GAP)
    title = [run(label), tab(), *words.runs(item.title)]
    yield paragraph(title, "Heading1", Shape(left=width, first=-width))
    for matter in item.matters:
        yield from _matter(matter, words)


def _matter(matter: PaperMatter, words: WordBody) -> Iterator[Element]:
    if matter.title:
        yield words.paragraph(matter.title, "Heading2")
    for section in matter.sections:
        yield from words.section(section.heading, section.blocks)
    if matter.resolution_label:
        yield words.line(matter.resolution_label, "Heading3", Shape(left=0))
    yield from words.body(matter.resolutions)


def _appendix(appendix: PaperAppendix, words: WordBody) -> Iterator[Element]:
    shape = Shape(align="center", after=_AFTER_APPENDIX_TITLE, before=0, new_page=True)
    yield words.paragraph(appendix.title, "Heading1", shape)
    yield from words.body(appendix.blocks)
