"""Draws lines of text: the PDF operators for a row of clusters."""

from typing import NamedTuple, Protocol

from bmahr_desktop.documents.typesetting.embedding import EmbeddedFont
from bmahr_desktop.documents.typesetting.faces import Face
from bmahr_desktop.documents.typesetting.text import BLACK, Color, Ink, Text

_UNDERLINE_DEPTH = 0.13
_UNDERLINE_WIDTH = 0.05


class Place(NamedTuple):
    """Where a line begins and how it is stretched.

    Attributes:
        x: In points from the page's left edge.
        gap: Points added after every cluster.
        space_gap: Points added after every space besides.
    """

    x: float
    gap: float = 0.0
    space_gap: float = 0.0


class Surface(Protocol):
    """What text is drawn on."""

    def font(self, face: Face) -> EmbeddedFont:
        """Return the face as this document embeds it."""

    def operators(self, text: str) -> None:
        """Add PDF operators to the page."""


def draw_clusters(
    surface: Surface, text: Text, start: int, stop: int, place: Place, y: float
) -> None:
    """Draw clusters from `start` to `stop`, the last one excluded, on the base line at height y."""
    operators = [f"BT 1 0 0 1 {place.x:.3f} {y:.3f} Tm"]
    color: Color = BLACK
    rise = 0.0
    for ink in text.inks:
        first, last = max(ink.start, start), min(ink.stop, stop)
        if first >= last:
            continue
        if ink.color != color:
            color = ink.color
            operators.append(_fill(color))
        if ink.rise != rise:
            rise = ink.rise
            operators.append(f"{rise:g} Ts")
        _show(operators, surface, text, first, last, ink.size, place)
    if color != BLACK:
        operators.append(_fill(BLACK))
    if rise:
        operators.append("0 Ts")
    operators.append("ET")
    surface.operators("\n".join(operators))


def draw_underlines(
    surface: Surface, text: Text, start: int, stop: int, place: Place, y: float
) -> None:
    """Underline what is to be underlined among some clusters drawn by `draw_clusters`."""
    for ink in text.inks:
        first, last = max(ink.start, start), min(ink.stop, stop)
        if not ink.underline or first >= last:
            continue
        left = place.x + offset_of(text, start, first, place)
        right = place.x + offset_of(text, start, last, place) - place.gap
        bottom = y + ink.rise - _UNDERLINE_DEPTH * ink.size
        surface.operators(
            f"q {_fill(ink.color)} {left:.3f} {bottom:.3f} {right - left:.3f} "
            f"{_UNDERLINE_WIDTH * ink.size:.3f} re f Q"
        )


def offset_of(text: Text, start: int, stop: int, place: Place) -> float:
    """Return how far right of cluster `start` cluster `stop` begins, in points."""
    offset = text.widths[stop] - text.widths[start] + place.gap * (stop - start)
    if place.space_gap:
        spaces = sum(cluster.is_space for cluster in text.clusters[start:stop])
        offset += place.space_gap * spaces
    return offset


def has_underline(inks: list[Ink]) -> bool:
    """Tell whether anything is to be underlined."""
    return any(ink.underline for ink in inks)


def _show(
    operators: list[str],
    surface: Surface,
    text: Text,
    start: int,
    stop: int,
    size: float,
    place: Place,
) -> None:
    """Add the operators that show clusters of one size and color."""
    face: Face | None = None
    shown: list[str] = []
    code = None
    per_gap = per_space = 0.0
    for cluster in text.clusters[start:stop]:
        if cluster.face is not face:
            _flush(operators, shown)
            face = cluster.face
            font = surface.font(face)
            code = font.code
            drawn = size * face.factor
            operators.append(f"/{font.name} {drawn:.4f} Tf")
            per_gap = 1000 * place.gap / drawn
            per_space = per_gap + 1000 * place.space_gap / drawn
        assert code is not None
        shown.append(code(cluster))
        move = cluster.kern + (per_space if cluster.is_space else per_gap)
        if move > 0.05 or move < -0.05:
            shown.append(f">{-move:.1f}<")
    _flush(operators, shown)


def _flush(operators: list[str], shown: list[str]) -> None:
    if shown:
        operators.append(f"[<{''.join(shown)}>]TJ".replace("<>", ""))
        shown.clear()


def _fill(color: Color) -> str:
    return f"{color[0]:g} {color[1]:g} {color[2]:g} rg"
