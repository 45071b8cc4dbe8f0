"""A family of fonts: regular and bold, upright and italic, and what steps in for missing signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bmahr_desktop.documents.typesetting import symbols
from bmahr_desktop.documents.typesetting.faces import Cluster, Face, open_face
from bmahr_desktop.documents.typesetting.glyphs import Outline


@dataclass(frozen=True)
class Family:
    """Four fonts that belong together.

    Attributes:
        regular, bold, italic, bold_italic: The font files.
        scale: By what the official size is multiplied. Official sizes are those of TH Sarabun,
            which is drawn a third smaller than other fonts of the same number.
        leading: The distance of lines, as a multiple of the official size.
        fallback: A font with many signs, for characters that the family lacks.
        fallback_factor: At what part of the size the fallback is drawn.
    """

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path
    scale: float = 1.0
    leading: float = 1.33
    fallback: Path | None = None
    fallback_factor: float = 0.88

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """Return the font of a style."""
        if italic:
            return open_face(self.bold_italic if bold else self.italic)
        return open_face(self.bold if bold else self.regular)

    def clusters(self, text: str, *, bold: bool = False, italic: bool = False) -> Iterator[Cluster]:
        """Yield the clusters of a text; what the font lacks is drawn by something else."""
        face = self.face(bold=bold, italic=italic)
        for cluster in face.shape(text):
            if not cluster.missing:
                yield cluster
                continue
            for character in cluster.text:
                yield _stand_in(self, face, character)


@cache
def _stand_in(family: Family, face: Face, character: str) -> Cluster:
    """Return what draws a character of a cluster that the face lacks: never a blank.

    In this order: the face itself, a shape of our own, the fallback font, a box with its number.
    """
    if face.has(character):
        return next(face.shape(character))
    drawn = symbols.symbol(character, face.weight)
    if drawn is None and family.fallback:
        other = open_face(family.fallback, family.fallback_factor)
        if other.has(character):
            return next(other.shape(character))
    outline, width = drawn or symbols.numbered_box(character, face.weight)
    units = 1 / face.unit
    contours = tuple(
        tuple((round(x * units), round(y * units)) for x, y in contour)
        for contour in outline.contours
    )
    return face.drawn(character, Outline(contours), round(width * units))
