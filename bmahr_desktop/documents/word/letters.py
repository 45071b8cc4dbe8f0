"""Letters as Word files: the order and the words of the PDF, for whoever edits them in Word.

Word places nothing at the foot of the first page alone: the contact stands behind the signature.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from bmahr_desktop import i18n
from bmahr_desktop.documents.letter_head import (
    CREST_OF_LETTER,
    CREST_OF_MEMO,
    CREST_TOP,
    CREST_WIDTH,
    LABEL_SIZE,
    TITLE_SIZE,
    URGENCY_SIZE,
)
from bmahr_desktop.documents.letters import BEFORE_CLOSING, UNNAMED
from bmahr_desktop.documents.lines import GAP
from bmahr_desktop.documents.press import INDENT
from bmahr_desktop.documents.styles import CM, TEXT_SIZE
from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.document import WordMarks, WordPaper, measured
from bmahr_desktop.documents.word.elements import (
    RED,
    Element,
    Letters,
    Shape,
    Tab,
    keep_end_with_next,
    paragraph,
    run,
    tab,
)
from bmahr_desktop.documents.word.package import WordAbout
from bmahr_desktop.domain.committee import AgendaLayout
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.domain.letter_paper import LetterPaper
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.minutes import PaperParagraph
from bmahr_desktop.thai.digits import in_style

_LEADING = 1.33
_APART = 6.0


def write_letter(letter: LetterPaper, crest: bytes | None = None) -> bytes:
    """Return a letter as a Word file, the same bytes for the same paper.

    Args:
        letter: The letter.
        crest: The file of the office's picture of the Garuda; None leaves its room free.

    Raises:
        BadPictureError: If the crest is no picture.
    """
    target = word_paper(letter.imprint, indented=True)
    words = WordBody(target)
    target.add(*letter_elements(letter, words, list(words.body(letter.body)), crest))
    return target.finish()


def letter_elements(
    letter: LetterPaper, words: WordBody, body: Sequence[Element], crest: bytes | None = None
) -> list[Element]:
    """Return a letter around its text, for a file that goes on with something else.

    Args:
        letter: The letter.
        words: What makes the paragraphs.
        body: The text, made by the same.
        crest: The file of the office's picture of the Garuda; None leaves its room free.

    Raises:
        BadPictureError: If the crest is no picture.
    """
    elements = list(_elements(letter, words, body))
    if crest is not None:
        memo = letter.kind is LetterKind.MEMO
        _put_crest(crest, elements[0], words.target, memo=memo)
    return elements


def _put_crest(crest: bytes, first: Element, target: WordPaper, *, memo: bool) -> None:
    """Hold the Garuda by the first paragraph, where the PDF has it."""
    high = CREST_OF_MEMO if memo else CREST_OF_LETTER
    wide = min(CREST_WIDTH, high) if memo else CREST_WIDTH
    left = 0.0 if memo else (target.styles.width - wide) / 2
    place = left, min(target.styles.sheet.top, CREST_TOP)
    first.append(target.picture_behind(crest, (wide, high), place, i18n.paper("the Garuda")))


def word_paper(imprint: Imprint, *, indented: bool = False, lying: bool = False) -> WordPaper:
    """Return a Word file that is to be filled with a paper.

    Args:
        imprint: What the paper has besides its words.
        indented: Whether it is a letter, which has no column at left.
        lying: Whether the paper lies on its side, for wide tables.
    """
    form, digits = imprint.form, imprint.form.digits
    marks = WordMarks(
        page_numbers=form.page_numbers,
        secrecy=imprint.secrecy,
        header=in_style(form.header, digits),
        footer=in_style(form.footer, digits),
    )
    about = WordAbout(in_style(imprint.title, digits), imprint.author, imprint.changed)
    if indented:
        form = msgspec.structs.replace(form, layout=AgendaLayout.INDENTED, indent_cm=INDENT / CM)
    return WordPaper(form, about, marks, lying=lying)


def _elements(letter: LetterPaper, words: WordBody, body: Sequence[Element]) -> Iterator[Element]:
    head = _memo if letter.kind is LetterKind.MEMO else _external
    yield from head(letter, words)
    for label, lines in (
        (i18n.paper("References"), letter.references),
        (i18n.paper("Enclosures"), letter.enclosures),
    ):
        yield from hanging(label, lines, words)
    # A page never holds the closing and the signature alone (standards A14).
    keep_end_with_next(body)
    yield from body
    if letter.closing:
        shape = Shape(before=BEFORE_CLOSING, keep_with_next=True)
        yield words.line(letter.closing, "Signature", shape)
    signature = replace(letter.signature, name=letter.signature.name or UNNAMED)
    yield from words.signatures([signature])
    for number, one in enumerate(letter.contact):
        yield words.paragraph(one, "Normal", Shape(before=0 if number else 2 * BEFORE_CLOSING))


# ---------------------------------------------------------------- บันทึกข้อความ


def _memo(letter: LetterPaper, words: WordBody) -> Iterator[Element]:
    styles = words.styles
    room = max(0.0, CREST_TOP + CREST_OF_MEMO - styles.sheet.top - TITLE_SIZE * _LEADING)
    yield words.line(i18n.paper("Memo"), "Title", Shape(before=room), official=TITLE_SIZE)
    if letter.urgency:
        yield _urgency(letter, words, Shape(after=_APART))
    right = Tab(styles.width, "right", "dot")
    yield _over_dots([*_labelled("Government office", letter.office, words)], right)
    first = _labelled("Number", letter.number, words)
    second = _labelled("Date", letter.date, words)
    middle = Tab(styles.width / 2, "left", "dot")
    yield _over_dots([*first, tab(), *second], middle, right)
    yield _over_dots([*_labelled("Subject", letter.subject, words)], right)
    yield from hanging(i18n.paper("To"), (letter.to,), words)


def _labelled(label: str, value: PaperParagraph, words: WordBody) -> Iterator[Element]:
    names = {
        "Government office": i18n.paper("Government office"),
        "Number": i18n.paper("Number"),
        "Date": i18n.paper("Date"),
        "Subject": i18n.paper("Subject"),
    }
    yield run(names[label], Letters(bold=True, size=words.styles.size(LABEL_SIZE)))
    yield run("  ")
    yield from words.runs(value)


def _over_dots(runs: Sequence[Element], *stops: Tab) -> Element:
    return paragraph([*runs, tab()], "Normal", Shape(tabs=stops))


# ---------------------------------------------------------------- หนังสือภายนอก


def _external(letter: LetterPaper, words: WordBody) -> Iterator[Element]:
    styles = words.styles
    room = CREST_TOP + CREST_OF_LETTER - styles.sheet.top - TEXT_SIZE * _LEADING
    if letter.urgency:
        high = URGENCY_SIZE * _LEADING
        yield _urgency(letter, words, Shape(before=max(0.0, room - high)))
        room = 0.0
    widest = max((measured(one.text, TEXT_SIZE) for one in letter.address), default=0.0)
    left = max(styles.width / 2, styles.width - widest)
    address = [list(words.runs(one)) for one in letter.address] or [[]]
    number = [run(i18n.paper("Number") + " "), *words.runs(letter.number), tab()]
    for at, line in enumerate(address):
        shape = Shape(left=left) if at else Shape(left=left, first=-left, before=max(0.0, room))
        yield paragraph([*([] if at else number), *line], "Normal", shape)
    date = Shape(left=styles.width / 2, before=_APART, after=_APART)
    yield words.paragraph(letter.date, "Normal", date)
    yield from hanging(i18n.paper("Subject"), (letter.subject,), words)
    yield from hanging(i18n.paper("To"), (letter.to,), words)


# ---------------------------------------------------------------- both


def _urgency(letter: LetterPaper, words: WordBody, shape: Shape) -> Element:
    size = words.styles.size(URGENCY_SIZE)
    letters = Letters(bold=True, size=size, color=RED)
    return paragraph([run(letter.urgency, letters)], "Normal", shape)


def behind_width(label: str, words: WordBody) -> float:
    """Return how far in a text behind a label begins, in points; 0 without a label."""
    return measured(words.digits(label), TEXT_SIZE) + GAP if label else 0.0


def hanging(
    label: str, lines: Sequence[PaperParagraph], words: WordBody, left: float = 0.0
) -> Iterator[Element]:
    """Yield lines behind a label, all of them beginning where the first one does.

    Args:
        label: Before the first of them.
        lines: Maybe none.
        words: What makes the paragraphs.
        left: How far in the label stands, in points.
    """
    wide = behind_width(label, words)
    first = Shape(left=left + wide, first=-wide, before=_APART)
    for number, one in enumerate(lines):
        before = [] if number else [run(words.digits(label)), tab()]
        shape = Shape(left=left + wide) if number else first
        yield words.paragraph(one, "Normal", shape, before=before)
