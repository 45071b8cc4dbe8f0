"""Forms as Word files: the order and the words of the PDF."""

from collections.abc import Iterator, Sequence

import msgspec

from bmahr_desktop.documents.styles import CM, STEP, TEXT_SIZE
from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.document import WordMarks, WordPaper, gap, measured
from bmahr_desktop.documents.word.elements import (
    Element,
    Letters,
    Shape,
    Tab,
    keep_end_with_next,
    keep_with_next,
    paragraph,
    run,
    tab,
)
from bmahr_desktop.documents.word.form_tables import columns_table, form_table
from bmahr_desktop.documents.word.letters import letter_elements, word_paper
from bmahr_desktop.documents.word.package import WordAbout
from bmahr_desktop.domain.forms.paper import (
    FilledPaper,
    FormBlock,
    FormLetter,
    FormLines,
    FormPairs,
    FormPaper,
    FormPart,
    FormSignatures,
    FormTable,
    FormText,
    Look,
    Pair,
)
from bmahr_desktop.domain.minutes import PaperParagraph
from bmahr_desktop.thai.digits import in_style

_INDENT_CM = 1.25
_TO_SIGN = 1.1 * CM
_HAND = 27.0
_WIDEST_LABEL = 0.45


def write_form(paper: FilledPaper, crest: bytes | None = None) -> bytes:
    """Return a form as a Word file, the same bytes for the same paper.

    Args:
        paper: The form.
        crest: The file of the office's picture of the Garuda, for letters.

    Raises:
        BadPictureError: If a picture cannot be read.
    """
    return _letter(paper, crest) if isinstance(paper, FormLetter) else _sheet(paper)


def _letter(paper: FormLetter, crest: bytes | None) -> bytes:
    target = word_paper(paper.letter.imprint, indented=True)
    words = WordBody(target)
    forms = WordForm(words, target.styles.width)
    text = list(forms.part(paper.text))
    target.add(*letter_elements(paper.letter, words, text, crest))
    if paper.after.blocks:
        target.add(gap(), *forms.part(paper.after))
    return target.finish()


def _sheet(paper: FormPaper) -> bytes:
    imprint = paper.imprint
    form = msgspec.structs.replace(imprint.form, indent_cm=_INDENT_CM)
    heading = tuple(line.text for line in paper.heading)
    marks = WordMarks(page_numbers=form.page_numbers, heading=heading if paper.every_page else ())
    about = WordAbout(in_style(imprint.title, form.digits), imprint.author, imprint.changed)
    target = WordPaper(form, about, marks)
    words = WordBody(target)
    lying = bool(paper.parts) and paper.parts[0].landscape
    if lying:
        target.turn(lying=True)
    for number, line in enumerate(() if paper.every_page else heading):
        target.add(words.line(line, "Subtitle" if number else "Title"))
    for part in paper.parts:
        if part.landscape is not lying:
            lying = part.landscape
            target.turn(lying=lying)
        elif part.new_page:
            target.add(paragraph([], "Normal", Shape(line=1, new_page=True)))
        target.add(*WordForm(words, _width(target, lying=lying)).part(part))
    return target.finish()


def _width(target: WordPaper, *, lying: bool) -> float:
    sheet = target.styles.sheet
    short, long = sorted(sheet.size)
    return (long if lying else short) - sheet.left - sheet.right


class WordForm:
    """Turns the parts of a form into elements of a Word file."""

    def __init__(self, words: WordBody, width: float) -> None:
        """Take what makes paragraphs, and the width of the text in points."""
        self._words, self._width = words, width

    def part(self, part: FormPart) -> list[Element]:
        """Return a section as elements."""
        made: list[Element] = []
        for block in part.blocks:
            if isinstance(block, FormSignatures):
                keep_end_with_next(made)
            made += self._block(block)
        if part.together:
            for element in made[:-1]:
                keep_with_next(element)
        return made

    def _block(self, block: FormBlock) -> Iterator[Element]:
        match block:
            case FormText():
                yield from self._text(block)
            case FormPairs():
                yield from self._pairs(block)
            case FormLines():
                for _ in range(block.count):
                    yield self._dotted(block.level * STEP)
            case FormTable():
                yield form_table(block, self._words, self._width)
                yield gap()
            case FormSignatures():
                yield from self._signatures(block)

    # ------------------------------------------------------------------ text

    def _text(self, block: FormText) -> Iterator[Element]:
        if block.look is Look.TEXT and block.align is None and not block.bold:
            yield from self._words.body(block.blocks)
            return
        left = block.level * STEP or None
        style = {Look.TITLE: "Heading1", Look.SUBTITLE: "Heading2"}.get(block.look, "Normal")
        align = str(block.align) if block.align else ""
        shape = Shape(left=left, align="" if align == "left" else align, before=3)
        if style != "Normal":
            shape = Shape(left=left, align=shape.align)
        for one in block.blocks:
            if not isinstance(one, PaperParagraph):
                yield from self._words.body((one,))
            elif block.bold and style == "Normal":
                bold = [run(piece.text, Letters(bold=True)) for piece in one.runs]
                yield paragraph(bold, style, shape)
            else:
                yield self._words.paragraph(one, style, shape)

    # ------------------------------------------------------------------ labels with values

    def _pairs(self, block: FormPairs) -> Iterator[Element]:
        left = block.level * STEP
        column = (self._width - left) / block.columns
        widths = (measured(one.label.text, TEXT_SIZE) for row in block.rows for one in row)
        at = min(max(widths, default=0.0), column * _WIDEST_LABEL)
        at = column * block.label_width if block.label_width else at
        for row in block.rows:
            if len(row) == 1:
                yield from self._pair(row[0], left, at, self._width)
            else:
                cells = [list(self._pair(one, 0, at, column)) for one in row]
                yield columns_table(cells, self._width)

    def _pair(self, pair: Pair, left: float, at: float, width: float) -> Iterator[Element]:
        label = [*self._words.runs(pair.label)]
        if not pair.value:
            stops = (Tab(width, "right", "dot"),)
            yield paragraph([*label, tab()], "Normal", Shape(left=left, line=_HAND, tabs=stops))
            for _ in range(pair.lines - 1):
                yield self._dotted(left, width)
            return
        hanging = Shape(left=left + at, first=-at, before=2, tabs=(Tab(left + at),))
        first, *others = pair.value
        if isinstance(first, PaperParagraph):
            yield self._words.paragraph(first, "Normal", hanging, before=[*label, tab()])
        else:
            yield paragraph(label, "Normal", hanging)
            yield from self._words.body((first,))
        for one in others:
            if isinstance(one, PaperParagraph):
                yield self._words.paragraph(one, "Normal", Shape(left=left + at))
            else:
                yield from self._words.body((one,))

    def _dotted(self, left: float, width: float | None = None) -> Element:
        stops = (Tab(self._width if width is None else width, "right", "dot"),)
        return paragraph([tab()], "Normal", Shape(left=left, line=_HAND, tabs=stops))

    # ------------------------------------------------------------------ signatures

    def _signatures(self, block: FormSignatures) -> Iterator[Element]:
        if len(block.blocks) > 1:
            cells = [list(self._signature(lines, "Normal")) for lines in block.blocks]
            yield columns_table(cells, self._width)
            return
        yield from self._signature(block.blocks[0], "Signature")

    def _signature(self, lines: Sequence[PaperParagraph], style: str) -> Iterator[Element]:
        for number, line in enumerate(lines, 1):
            shape = Shape(
                before=_TO_SIGN if number == 1 else None,
                align="center",
                keep_with_next=number < len(lines),
            )
            yield self._words.paragraph(line, style, shape)
