"""What a shaped piece of text is made of.

A line is a row of clusters. A cluster is what cannot be parted (a consonant with its vowel and its
tone); it draws one or more signs, each standing for the characters that a reader gets back when
the text is searched or copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bmahr_desktop.documents.typesetting.faces import Face


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


class Cluster:
    """A piece of text that is never parted.

    Attributes:
        text: The characters as typed.
        advance: Its width, in thousandths of the size of the text.
        face: The font that draws it.
        signs: What is drawn, in order.
        kern: What the pen must move besides the signs' own advances, in thousandths of the size
            at which the face is drawn.
        is_space: Whether it is a space that justification may stretch.
        missing: Whether the face has no glyph for it.
    """

    __slots__ = ("advance", "face", "is_space", "kern", "missing", "signs", "text")

    def __init__(
        self, text: str, width: float, face: Face, signs: tuple[Sign, ...], *, missing: bool = False
    ) -> None:
        """Make a cluster; the width is in thousandths of the size at which the face is drawn."""
        self.text = text
        self.advance = width * face.factor
        self.face = face
        self.signs = signs
        self.kern = width - sum(sign.advance for sign in signs)
        if abs(self.kern) < 0.05:
            self.kern = 0.0
        self.is_space = text == " "
        self.missing = missing
