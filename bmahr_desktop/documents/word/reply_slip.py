"""The slips with which letters are answered, as Word files: some are filled in on the screen."""

from collections.abc import Iterator
from itertools import accumulate

from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.elements import Element, Shape, Tab, paragraph, run, tab
from bmahr_desktop.documents.word.letters import word_paper
from bmahr_desktop.domain.letter_paper import Blank, BlankLine, ReplySlip

_HAND_LEADING = 28.0
_STEP = 1.25 * CM
_APART = 6.0
_AFTER_TITLE, _BEFORE_SIGNING, _BEFORE_NOTE = 0.6 * CM, 1.2 * CM, 0.8 * CM


def write_reply_slip(slip: ReplySlip) -> bytes:
    """Return a slip as a Word file, the same bytes for the same paper."""
    target = word_paper(slip.imprint, indented=True)
    words = WordBody(target)
    for element in _elements(slip, words):
        target.add(element)
    return target.finish()


def _elements(slip: ReplySlip, words: WordBody) -> Iterator[Element]:
    last = len(slip.heading) - 1
    for number, line in enumerate(slip.heading):
        shape = Shape(after=_AFTER_TITLE if number == last else None)
        yield words.line(line, "Subtitle" if number else "Title", shape)
    for one in slip.lines:
        yield _blank_line(one, words, 0.0)
    for number, one in enumerate(slip.signing):
        before = None if number else _BEFORE_SIGNING
        yield _blank_line(one, words, words.styles.width / 2, before)
    for number, note in enumerate(slip.note):
        yield words.paragraph(note, "BodyText", Shape(before=None if number else _BEFORE_NOTE))


def _blank_line(
    line: BlankLine, words: WordBody, left: float, before: float | None = None
) -> Element:
    """Return a line to be filled in: labels, with dots behind each up to where it ends."""
    left += _STEP * line.level
    width = words.styles.width - left
    stops = [left + at for at in _ends(line.blanks, width)]
    runs: list[Element] = []
    tabs: list[Tab] = []
    for blank, stop in zip(line.blanks, stops, strict=True):
        runs.append(run(words.digits(blank.label)))
        if blank.dots:
            tabs += [Tab(stop - _APART if stop < stops[-1] else stop, "right", "dot")]
            runs += [run(" "), tab()]
        if blank.after:
            runs.append(run(f" {words.digits(blank.after)}"))
    shape = Shape(left=left, line=_HAND_LEADING, before=before, tabs=tuple(tabs))
    return paragraph(runs, "Normal", shape)


def _ends(blanks: tuple[Blank, ...], width: float) -> list[float]:
    """Return where each of some blanks ends; a part is one of what those before it leave."""
    found, left = [], width
    for blank in blanks[:-1]:
        found.append(left * blank.part)
        left -= left * blank.part
    return [*accumulate(found), width]
