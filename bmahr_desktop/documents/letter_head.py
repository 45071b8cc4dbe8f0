"""The heads of the two kinds of letters (regulation on office work, 2526; standards B 2-3, C).

No Garuda is shipped with the program: its room is left free, or filled with the office's own
picture of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop import i18n
from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.lines import GAP, hanging
from bmahr_desktop.documents.press import typesetter_for
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import (
    Arranged,
    Beside,
    Block,
    Indented,
    Piece,
    Space,
    stack_height,
)
from bmahr_desktop.documents.typesetting.leaders import Leader
from bmahr_desktop.documents.typesetting.paragraph import Align, Paragraph, ParagraphStyle
from bmahr_desktop.documents.typesetting.picture import Picture
from bmahr_desktop.documents.typesetting.text import RED, Run
from bmahr_desktop.domain.letter_paper import NOTHING, LetterPaper
from bmahr_desktop.domain.minutes import PaperParagraph

CREST_OF_LETTER, CREST_OF_MEMO = 3.0 * CM, 1.5 * CM
"""How high the Garuda is."""
TITLE_SIZE, LABEL_SIZE, URGENCY_SIZE = 29, 20, 32

CREST_TOP = 1.5 * CM
CREST_WIDTH = 2.8 * CM
_TIGHT = 1.1
"""From line to line of large words that stand alone, in parts of their size."""


class LetterHead:
    """Makes the head of a letter."""

    def __init__(self, letter: LetterPaper, setter: BodySetter, crest: bytes | None = None) -> None:
        """Take what to set.

        Args:
            letter: The letter.
            setter: With the styles of the letter.
            crest: The file of the office's picture of the Garuda; None leaves its room free.
        """
        self._letter, self._setter, self._crest = letter, setter, crest
        self._styles = setter.styles
        self._rise = max(0.0, self._styles.sheet.top - CREST_TOP)

    # ------------------------------------------------------------------ บันทึกข้อความ

    def memo(self) -> Iterator[Block]:
        """Yield the head of a memo: title, four labels over dots, to whom it goes."""
        letter, width = self._letter, self._styles.width
        style = replace(self._styles.centred("H1"), size=TITLE_SIZE)
        title = self._setter.line(i18n.paper("Memo"), style, bold=True)
        top = CREST_OF_MEMO - title.height(width)
        pieces = [*self._crests(CREST_OF_MEMO, 0), Piece(title, 0, top, width)]
        yield Arranged(pieces, CREST_OF_MEMO, self._rise)
        if letter.urgency:
            yield self._urgency()
        yield Space(4)
        yield self._leader(i18n.paper("Government office"), letter.office)
        number = self._leader(i18n.paper("Number"), letter.number)
        date = self._leader(i18n.paper("Date"), letter.date)
        yield Beside(Indented(number, 0, GAP), date, width / 2)
        yield self._leader(i18n.paper("Subject"), letter.subject)
        yield Space(6)
        yield from self._below(("To", (letter.to,)))

    def _leader(self, label: str, value: PaperParagraph) -> Leader:
        style = replace(self._styles.base, size=LABEL_SIZE, leading=LABEL_SIZE * 1.2)
        return Leader(
            self._setter.line(label, style, bold=True),
            self._setter.paragraph(value, self._styles.base),
        )

    # ------------------------------------------------------------------ หนังสือภายนอก

    def external(self) -> Iterator[Block]:
        """Yield the head of an external letter: Garuda, number, address, date, to whom."""
        letter, styles = self._letter, self._styles
        yield self._top()
        yield Space(6)
        date = self._setter.paragraph(letter.date, styles.base)
        room = Space(styles.base.line_height) if letter.date is NOTHING else date
        yield Indented(room, styles.width / 2)
        yield Space(6)
        yield from self._below(("Subject", (letter.subject,)), ("To", (letter.to,)))

    def _top(self) -> Block:
        """Return Garuda, number and address; the first lines stand on the Garuda's foot."""
        letter, styles, width = self._letter, self._styles, self._styles.width
        base = styles.base
        at = CREST_OF_LETTER - base.base
        beside = (width - CREST_WIDTH) / 2 - GAP
        words = PaperParagraph(letter.number.runs, i18n.paper("Number"), key=letter.number.key)
        number = self._setter.paragraph(words, base)
        address = [self._setter.paragraph(one, base) for one in letter.address]
        widest = max((one.text.widths[-1] for one in address), default=0.0)
        column = min(widest + 0.1, beside)
        pieces = list(self._crests(CREST_OF_LETTER, (width - CREST_WIDTH) / 2))
        if letter.urgency:
            urgency = self._urgency()
            pieces.append(Piece(urgency, 0, at - urgency.height(beside), beside))
        pieces.append(Piece(number, 0, at, beside))
        top = at
        for one in address:
            pieces.append(Piece(one, width - column, top, column))
            top += one.height(column)
        height = max(
            CREST_OF_LETTER, at + number.height(beside), at + stack_height(address, column)
        )
        return Arranged(pieces, height, self._rise)

    def _crests(self, height: float, left: float) -> Iterator[Piece]:
        if self._crest is not None:
            picture = Picture(self._crest, CREST_WIDTH, height, i18n.paper("the Garuda"))
            across = CREST_WIDTH if left else min(CREST_WIDTH, height)
            yield Piece(picture, left, 0, across)

    # ------------------------------------------------------------------ both

    def _below(self, *first: tuple[str, Sequence[PaperParagraph]]) -> Iterator[Block]:
        """Yield the labelled lines between the head and the text."""
        letter = self._letter
        rows = [*first, ("References", letter.references), ("Enclosures", letter.enclosures)]
        labels = {
            "Subject": i18n.paper("Subject"),
            "To": i18n.paper("To"),
            "References": i18n.paper("References"),
            "Enclosures": i18n.paper("Enclosures"),
        }
        for name, lines in rows:
            if lines:
                style = replace(self._styles.base, before=6)
                yield from hanging(labels[name], lines, self._setter, style)

    def _urgency(self) -> Paragraph:
        """Return how urgent it is, red and at least 32 points (standards A12)."""
        imprint = self._letter.imprint
        style = ParagraphStyle(
            self._styles.family,
            size=URGENCY_SIZE,
            leading=URGENCY_SIZE * _TIGHT,
            align=Align.LEFT,
            keep_with_next=True,
        )
        run = Run(self._letter.urgency, bold=True, color=RED)
        return Paragraph(typesetter_for(imprint.names, imprint.offices), (run,), style)
