"""The agenda of a meeting as a Word file."""

from collections.abc import Iterator
from dataclasses import replace

from bmahr_desktop.documents.lines import GAP
from bmahr_desktop.documents.styles import TEXT_SIZE
from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.document import measured
from bmahr_desktop.documents.word.elements import Element, Shape, paragraph, run, tab
from bmahr_desktop.documents.word.letters import behind_width, hanging, word_paper
from bmahr_desktop.domain.agenda_paper import AgendaEntry, AgendaPaper
from bmahr_desktop.domain.minutes import PaperParagraph

_AFTER_TITLE = 10


def write_agenda(agenda: AgendaPaper) -> bytes:
    """Return the agenda of a meeting as a Word file, the same bytes for the same paper."""
    target = word_paper(agenda.imprint)
    words = WordBody(target)
    for element in _elements(agenda, words):
        target.add(element)
    return target.finish()


def _elements(agenda: AgendaPaper, words: WordBody) -> Iterator[Element]:
    last = len(agenda.heading) - 1
    for number, line in enumerate(agenda.heading):
        shape = Shape(after=_AFTER_TITLE if number == last else None)
        yield words.line(line, "Subtitle" if number else "Title", shape)
    labels = [words.digits(entry.label) for entry in agenda.entries]
    column = max((measured(label, TEXT_SIZE) + GAP for label in labels), default=0.0)
    for entry in agenda.entries:
        yield from _entry(entry, words, column)


def _entry(entry: AgendaEntry, words: WordBody, column: float) -> Iterator[Element]:
    title = [run(words.digits(entry.label)), tab(), *words.runs(entry.title)]
    yield paragraph(title, "Heading1", Shape(left=column, first=-column))
    for matter in entry.matters:
        text = column
        if matter.title:
            yield from _line(matter.title, words, column)
            text += behind_width(matter.title.label, words)
        for one in matter.enclosures:
            yield from _line(one, words, text)


def _line(line: PaperParagraph, words: WordBody, left: float) -> Iterator[Element]:
    if line.label:
        yield from hanging(line.label, (replace(line, label=""),), words, left)
    else:
        yield words.paragraph(line, "Normal", Shape(left=left))
