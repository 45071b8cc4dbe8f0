"""One font file: its measures, and text shaped with it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from struct import unpack_from
from typing import TYPE_CHECKING

import uharfbuzz as hb

from bmahr_desktop.documents.typesetting.glyphs import Outline, Part, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_POSTSCRIPT_NAME = 6
_CHUNK = re.compile("[A-Za-z\u00c0-\u024f]+| |[^A-Za-z\u00c0-\u024f ]+")
"""Text is shaped script by script: a tone mark beside Latin letters is misplaced otherwise."""
_NEVER_BEGINS = re.compile("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
_AM = "\u0e33"
_REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_CHUNKS = 20_000
_Glyph = tuple[int, int, int, int]
"""A glyph's number, its offset to the right and up, and its advance, in font units."""


class Face:
    """A TrueType font, ready to shape text and to be embedded.

    Attributes:
        name: Its PostScript name.
        data: The file.
        factor: At what part of the text's size it is drawn.
        ascent, descent, cap_height: In thousandths of the size, the descent negative.
        italic_angle: In degrees.
        weight: 100 (thin) to 900 (black).
        bbox: The box of all glyphs, in thousandths of the size.
    """

    def __init__(self, path: Path, factor: float = 1.0) -> None:
        """Open a font.

        Raises:
            ValueError: If the file is no font with TrueType outlines.
        """
        self.data = path.read_bytes()
        self.factor = factor
        self.hb_face = hb.Face(hb.Blob(self.data))
        if "glyf" not in self.hb_face.table_tags:
            raise ValueError(f"not a TrueType font: {path}")
        self._font = hb.Font(self.hb_face)
        self.name = self.hb_face.get_name(_POSTSCRIPT_NAME) or path.stem
        self.unit = 1000 / self.hb_face.upem
        self._measure()
        self._chunks: dict[str, tuple[Cluster, ...]] = {}
        self._clusters: dict[tuple[str, tuple[tuple[_Glyph, ...], ...]], Cluster] = {}

    def _measure(self) -> None:
        head = self.hb_face.reference_table("head").data
        os2 = self.hb_face.reference_table("OS/2").data
        post = self.hb_face.reference_table("post").data
        extents = self._font.get_font_extents("ltr")
        scale = self.unit * self.factor
        self.ascent = extents.ascender * scale
        self.descent = extents.descender * scale
        self.bbox = tuple(value * self.unit for value in unpack_from(">4h", head, 36))
        self.weight = unpack_from(">H", os2, 4)[0]
        version = unpack_from(">H", os2, 0)[0]
        cap_height = unpack_from(">h", os2, 88)[0] if version >= 2 else extents.ascender
        self.cap_height = cap_height * self.unit
        self.italic_angle = unpack_from(">l", post, 4)[0] / 65536

    def has(self, character: str) -> bool:
        """Tell whether the font has a glyph for a character."""
        return self._font.get_nominal_glyph(ord(character)) is not None

    def shape(self, text: str) -> Iterator[Cluster]:
        """Yield the clusters of a text; one that the font cannot draw is marked `missing`."""
        chunks = self._chunks
        for match in _CHUNK.finditer(text):
            chunk = match.group()
            clusters = chunks.get(chunk)
            if clusters is None:
                if len(chunks) > _MOST_CHUNKS:
                    chunks.clear()
                clusters = chunks[chunk] = tuple(self._shape(chunk))
            yield from clusters

    def drawn(self, text: str, outline: Outline, width: int) -> Cluster:
        """Return a cluster that draws a shape of our own, its width in font units."""
        sign = Sign(_readable(text), width * self.unit, (Part(outline, 0, 0),))
        return Cluster(text, width * self.unit, self, (sign,))

    def _shape(self, chunk: str) -> Iterator[Cluster]:
        latin = chunk[0].isalpha() and chunk[0] < "\u0250"
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
        buffer.add_str(_SURROGATE.sub(_REPLACEMENT, chunk).replace("\u00a0", " "))
        buffer.direction = "ltr"
        buffer.language = "th"
        buffer.script = "Latn" if latin else "Thai"
        hb.shape(self._font, buffer, {"liga": not latin})
        by_character: list[list[_Glyph]] = [[] for _ in chunk]
        for info, (dx, dy, advance) in zip(
            buffer.glyph_infos, map(_moves, buffer.glyph_positions), strict=True
        ):
            by_character[info.cluster].append((info.codepoint, dx, dy, advance))
        start = 0
        for end in _cluster_ends(chunk):
            yield self._cluster(chunk[start:end], by_character[start:end])
            start = end

    def _cluster(self, text: str, glyphs: list[list[_Glyph]]) -> Cluster:
        """Return the cluster of some characters, from the glyphs that HarfBuzz gave for each."""
        key = (text, tuple(map(tuple, glyphs)))
        known = self._clusters.get(key)
        if known is None:
            known = self._clusters[key] = self._new_cluster(text, glyphs)
        return known

    def _new_cluster(self, text: str, glyphs: list[list[_Glyph]]) -> Cluster:
        signs = []
        pen = begin = 0  # where HarfBuzz's pen is, and where it would be by the fonts' advances
        for characters, own in _signs(text, glyphs):
            parts = []
            for glyph, dx, dy, advance in own:
                parts.append(Part(glyph, pen + dx - begin, dy))
                pen += advance
            natural = sum(self._font.get_glyph_h_advance(part.glyph) for part in parts)
            signs.append(Sign(_readable(characters), natural * self.unit, tuple(parts)))
            begin += natural
        missing = any(part.glyph == 0 for sign in signs for part in sign.parts)
        return Cluster(text, pen * self.unit, self, tuple(signs), missing=missing)


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


@cache
def open_face(path: Path, factor: float = 1.0) -> Face:
    """Return a font, opened once."""
    return Face(path, factor)


def _cluster_ends(chunk: str) -> Iterator[int]:
    """Yield where the clusters of a chunk end."""
    for at in range(1, len(chunk)):
        character = chunk[at]
        if not (_NEVER_BEGINS.match(character) or unicodedata.combining(character)):
            yield at
    yield len(chunk)


def _moves(position: hb.GlyphPosition) -> tuple[int, int, int]:
    return position.x_offset, position.y_offset, position.x_advance


def _signs(text: str, glyphs: list[list[_Glyph]]) -> Iterator[tuple[str, list[_Glyph]]]:
    """Yield the characters and glyphs of each sign.

    A character without a glyph of its own was drawn together with a neighbour: with the SARA AM
    that follows it (``้ำ`` is one mark and one vowel), else with the character before it.
    """
    characters = ""
    own: list[_Glyph] = []
    for at, character in enumerate(text):
        if own and (glyphs[at] or text[at + 1 : at + 2] == _AM):
            yield characters, own
            characters, own = "", []
        characters += character
        own = own + glyphs[at]
    yield characters, own


def _readable(characters: str) -> str:
    """Return the characters as a reader of the PDF gets them back."""
    return _SURROGATE.sub(_REPLACEMENT, characters).replace("\u00a0", " ")
