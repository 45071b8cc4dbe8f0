"""The words of a paper as Word's paragraphs, their digits in its style."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop.documents.word.elements import PLAIN, Element, Letters, Shape, paragraph, run
from bmahr_desktop.documents.word.lists import NumberedList
from bmahr_desktop.documents.word.styles import WordStyles
from bmahr_desktop.domain.minutes import PaperParagraph
from bmahr_desktop.thai.digits import in_style

NO_BREAK = "\u00a0"


class WordText:
    """Makes paragraphs in the styles of one paper."""

    def __init__(self, styles: WordStyles) -> None:
        """Take the paper's styles."""
        self.styles = styles

    def digits(self, text: str) -> str:
        """Return a text with its digits in the paper's style."""
        return in_style(text, self.styles.digits)

    def line(
        self,
        text: str,
        style: str = "Normal",
        shape: Shape = PLAIN,
        *,
        bold: bool = False,
        official: float | None = None,
    ) -> Element:
        """Return a text in one style as a paragraph.

        Args:
            text: Its digits are put in the paper's style.
            style: The id of its style.
            shape: How it differs from that.
            bold: Whether it is bold.
            official: Its size, when it is not the style's.
        """
        size = None if official is None else self.styles.size(official)
        words = run(self.digits(text), Letters(bold=bold, size=size))
        return paragraph([words] if text else [], style, shape)

    def runs(self, words: PaperParagraph) -> Iterator[Element]:
        """Yield the runs of a paragraph, without its label."""
        for one in words.runs:
            if one.text:
                text = one.text if one.keep_digits else self.digits(one.text)
                letters = Letters(bold=one.bold, italic=one.italic, underline=one.underline)
                yield run(text, letters)

    def paragraph(
        self,
        words: PaperParagraph,
        style: str = "Normal",
        shape: Shape = PLAIN,
        *,
        before: Sequence[Element] = (),
    ) -> Element:
        """Return a paragraph whose label, if it has one, is a part of its text.

        Args:
            words: The paragraph.
            style: The id of its style.
            shape: How it differs from that.
            before: Runs that stand before it.
        """
        label = [run(words.label + NO_BREAK)] if words.label else []
        return paragraph([*before, *label, *self.runs(words)], style, shape)

    def counted(
        self, words: PaperParagraph, count: NumberedList, style: str, shape: Shape
    ) -> Element | None:
        """Return a paragraph that Word numbers, or None if it cannot show that very label."""
        place = count.place(words.label, words.level) if words.numbered else None
        if place is None:
            return None
        return paragraph(list(self.runs(words)), style, replace(shape, number=place))

    def in_list(
        self, words: PaperParagraph, count: NumberedList, style: str, shape: Shape
    ) -> Element:
        """Return a paragraph that Word numbers, or one with its label in its text."""
        counted = self.counted(words, count, style, shape)
        return self.paragraph(words, style, shape) if counted is None else counted
