"""Recognises how far a resolution goes, and where the next one begins."""

import re

from bmahr_desktop.domain.habits.trail import Trail
from bmahr_desktop.domain.habits.wording import kinds_of
from bmahr_desktop.domain.old_minutes import Confidence, PartKind, Piece
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.numbering import split_label

_DIGITS = re.compile("[0-9๐-๙]+")
_CARRIES_ON = re.compile(
    r"(?:ทั้งนี้|โดย|และ|ให้|มอบหมาย|มอบ|เห็นชอบ|เห็นควร|รับทราบ|อนุมัติ|รับรอง|นอกนั้น|พร้อม|รวมทั้ง|อนึ่ง|ไม่|ที่ประชุม)"
)


def begin_resolution(trail: Trail) -> None:
    """Let the words that come be those of a resolution."""
    if trail.item and not trail.matter:
        trail.matter = 1
    trail.resolving, trail.listed, trail.awaits_title = True, None, False


def _numbered(text: str) -> tuple[str, int] | None:
    """Return the form of a resolution's own number and the number: ๑. (๑) ๑) but not ๑.๑."""
    label = split_label(text)
    if label is None:
        return None
    digits = _DIGITS.findall(label[0])
    if len(digits) != 1:
        return None
    return _DIGITS.sub("", label[0]), int(to_arabic(digits[0]))


def goes_on(trail: Trail, piece: Piece, *, before_next: bool) -> bool:
    """Tell whether a paragraph still belongs to the resolutions of the matter.

    Args:
        trail: Where recognition stands.
        piece: The paragraph.
        before_next: Whether another resolution comes before the next item or matter begins.
    """
    if not trail.order:
        return True
    text = piece.text
    number = _numbered(text)
    if number:
        if trail.listed:
            return number == (trail.listed[0], trail.listed[1] + 1) or (
                number[0] != trail.listed[0]
            )
        return number[1] == 1 or _lists_inside(trail, number)
    if split_label(text) or not before_next:
        return True
    return _CARRIES_ON.match(text) is not None


def _lists_inside(trail: Trail, number: tuple[str, int]) -> bool:
    """Tell whether a number goes on from one inside the resolution."""
    for part in reversed(trail.parts):
        if part.kind is not PartKind.RESOLUTION_MORE:
            return False
        inside = _numbered(part.text)
        if inside and inside[0] == number[0]:
            return inside[1] + 1 == number[1]
    return False


def take_resolution(trail: Trail, piece: Piece, start: int = 0) -> None:
    """Take a paragraph of a resolution: the first one, one more line, or the next resolution.

    Args:
        trail: Where recognition stands.
        piece: The paragraph.
        start: Where its words begin, behind a label.
    """
    text = piece.text[start:]
    number = _numbered(text)
    begins, lead = _begins(trail, number)
    if begins and not lead:
        trail.order += 1
    if begins and number:
        trail.listed = number
    label = split_label(text) if begins else None
    begin = start + (len(text) - len(label[2]) if label else 0)
    kind = PartKind.RESOLUTION if begins and not lead else PartKind.RESOLUTION_MORE
    reason = msg("The resolution's words.")
    sure = Confidence.SURE
    if kind is PartKind.RESOLUTION_MORE:
        reason, sure = msg("It goes on from the resolution above."), Confidence.LIKELY
    trail.add(
        piece, kind, sure, reason, span=(begin, len(piece.text)), label=label[0] if label else ""
    )


def _begins(trail: Trail, number: tuple[str, int] | None) -> tuple[bool, bool]:
    """Tell whether a paragraph begins a resolution, and whether words leading to it stand above."""
    if trail.order == 0:
        return True, False
    if number is None:
        return False, False
    if trail.listed:
        return number == (trail.listed[0], trail.listed[1] + 1), False
    leads = _leads(trail)
    return number[1] == 1 and leads, leads


def _leads(trail: Trail) -> bool:
    """Tell whether the words above only lead to a list of resolutions: "ที่ประชุมมีมติ ดังนี้"."""
    last = trail.last
    if last is None or last.kind is not PartKind.RESOLUTION:
        return False
    words = last.words.rstrip(" :")
    return words.endswith("ดังนี้") and not kinds_of(words)
