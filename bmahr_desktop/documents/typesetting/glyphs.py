"""What a shaped piece of text is made of.

A line is a row of clusters. A cluster is what cannot be parted (a consonant with its vowel and its
tone); it draws one or more signs, each standing for the characters that a reader gets back when
the text is searched or copied.
"""

from typing import NamedTuple


class Outline(NamedTuple):
    """A shape of our own: closed contours of straight lines, in font units."""

    contours: tuple[tuple[tuple[int, int], ...], ...]


class Part(NamedTuple):
    """A glyph of the font, or an outline, set at an offset from the sign's origin (font units)."""

    glyph: int | Outline
    dx: int
    dy: int


class Sign(NamedTuple):
    """One code in the PDF.

    Attributes:
        text: The characters that the reader gets back.
        advance: How far the pen moves, in thousandths of the font size.
        parts: What is drawn.
    """

    text: str
    advance: float
    parts: tuple[Part, ...]
