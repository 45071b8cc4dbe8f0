"""Signs that text fonts lack, drawn as outlines: arrows, boxes, ticks, and the box with a number.

Coordinates are in thousandths of an em, the y axis up, the baseline at 0. The weight of the lines
follows the weight of the font, so that the signs sit well among its letters.
"""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.glyphs import Outline

if TYPE_CHECKING:
    from collections.abc import Callable

Point = tuple[float, float]
Contour = tuple[Point, ...]

_LEFT, _RIGHT, _BOTTOM, _TOP = 60.0, 640.0, 0.0, 580.0
_MIDDLE = 290.0
_ARROW = 900.0
_BOX = 700.0
_HEAD = 110.0


def symbol(character: str, weight: int) -> tuple[Outline, int] | None:
    """Return the outline of a sign and its width, or None if it is not drawn here.

    Args:
        character: One character.
        weight: Of the font around it, 100 to 900.
    """
    draw = _SYMBOLS.get(character)
    return None if draw is None else draw(30 + weight / 12)


def numbered_box(character: str, weight: int) -> tuple[Outline, int]:
    """Return a box that shows a character's number, for one that no font at hand can draw."""
    pen = 14 + weight / 40
    digits = f"{ord(character):04X}"
    rows = 2 if len(digits) == 4 else 3
    across = 2
    wide, high = 130.0, 640.0 / rows - 50
    width = 90 + across * (wide + 50)
    contours = _frame(40, 0, width - 40, 700, pen)
    for n, digit in enumerate(digits):
        x = 90 + (n % across) * (wide + 40)
        y = 700 - 40 - (n // across + 1) * (high + 30) + 15
        contours += _digit(digit, x, y, wide, high, pen)
    return _outline(contours), round(width)


def _outline(contours: list[Contour]) -> Outline:
    return Outline(tuple(tuple((round(x), round(y)) for x, y in contour) for contour in contours))


def _rectangle(left: float, bottom: float, right: float, top: float) -> Contour:
    return ((left, bottom), (left, top), (right, top), (right, bottom))


def _frame(left: float, bottom: float, right: float, top: float, pen: float) -> list[Contour]:
    inner = _rectangle(left + pen, bottom + pen, right - pen, top - pen)
    return [_rectangle(left, bottom, right, top), inner[::-1]]


def _stroke(start: Point, end: Point, pen: float) -> Contour:
    """Return a line of some width, as a contour."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    dx = (end[1] - start[1]) / length * pen / 2
    dy = (start[0] - end[0]) / length * pen / 2
    return (
        (start[0] - dx, start[1] - dy),
        (end[0] - dx, end[1] - dy),
        (end[0] + dx, end[1] + dy),
        (start[0] + dx, start[1] + dy),
    )


def _disc(radius: float) -> Contour:
    steps = 40
    x, y = (_LEFT + _RIGHT) / 2, _MIDDLE
    return tuple(
        (x + radius * sin(2 * pi * n / steps), y + radius * cos(2 * pi * n / steps))
        for n in range(steps)
    )


def _arrow(*, left: bool, right: bool, width: float) -> Callable[[float], tuple[Outline, int]]:
    def draw(pen: float) -> tuple[Outline, int]:
        start, end = 50.0, width - 50
        contours: list[Contour] = []
        if left:
            head = ((start, _MIDDLE), (start + 1.6 * _HEAD, _MIDDLE + _HEAD),
                    (start + 1.6 * _HEAD, _MIDDLE - _HEAD))  # fmt: skip
            contours.append(head)
        if right:
            contours.append(((end, _MIDDLE), (end - 1.6 * _HEAD, _MIDDLE - _HEAD),
                             (end - 1.6 * _HEAD, _MIDDLE + _HEAD)))  # fmt: skip
        shaft = (start + (_HEAD if left else 0), end - (_HEAD if right else 0))
        contours.append(_rectangle(shaft[0], _MIDDLE - pen / 2, shaft[1], _MIDDLE + pen / 2))
        return _outline(contours), round(width)

    return draw


def _box(*marks: str, filled: bool = False) -> Callable[[float], tuple[Outline, int]]:
    def draw(pen: float) -> tuple[Outline, int]:
        contours = (
            [_rectangle(_LEFT, _BOTTOM, _RIGHT, _TOP)]
            if filled
            else _frame(_LEFT, _BOTTOM, _RIGHT, _TOP, pen)
        )
        for mark in marks:
            contours += _MARKS[mark](pen)
        return _outline(contours), round(_BOX)

    return draw


def _mark(mark: str) -> Callable[[float], tuple[Outline, int]]:
    return lambda pen: (_outline(_MARKS[mark](1.2 * pen)), round(_BOX))


def _ring(*, filled: bool) -> Callable[[float], tuple[Outline, int]]:
    def draw(pen: float) -> tuple[Outline, int]:
        contours = [_disc(280)] if filled else [_disc(280), _disc(280 - pen)[::-1]]
        return _outline(contours), round(_BOX)

    return draw


_MARKS: dict[str, Callable[[float], list[Contour]]] = {
    "tick": lambda pen: [
        _stroke((150, 290), (300, 120), pen * 1.2),
        _stroke((280, 105), (600, 520), pen * 1.2),
    ],
    "cross": lambda pen: [
        _stroke((160, 100), (540, 480), pen * 1.2),
        _stroke((160, 480), (540, 100), pen * 1.2),
    ],
}

_SYMBOLS: dict[str, Callable[[float], tuple[Outline, int]]] = {
    "↔": _arrow(left=True, right=True, width=_ARROW),
    "⟷": _arrow(left=True, right=True, width=1.6 * _ARROW),
    "⟵": _arrow(left=True, right=False, width=1.6 * _ARROW),
    "⟶": _arrow(left=False, right=True, width=1.6 * _ARROW),
    "☐": _box(),
    "□": _box(),
    "☑": _box("tick"),
    "☒": _box("cross"),
    "✓": _mark("tick"),
    "✔": _mark("tick"),
    "✗": _mark("cross"),
    "✘": _mark("cross"),
    "●": _ring(filled=True),
    "○": _ring(filled=False),
}

# Seven segments: top, upper left, upper right, middle, lower left, lower right, bottom.
_SEGMENTS = {
    "0": "1110111", "1": "0010010", "2": "1011101", "3": "1011011",
    "4": "0111010", "5": "1101011", "6": "1101111", "7": "1010010",
    "8": "1111111", "9": "1111011", "A": "1111110", "B": "0101111",
    "C": "1100101", "D": "0011111", "E": "1101101", "F": "1101100",
}  # fmt: skip


def _digit(
    digit: str, left: float, bottom: float, wide: float, high: float, pen: float
) -> list[Contour]:
    right, top, middle = left + wide, bottom + high, bottom + high / 2
    places = (
        (left, top - pen, right, top),
        (left, middle, left + pen, top),
        (right - pen, middle, right, top),
        (left, middle - pen / 2, right, middle + pen / 2),
        (left, bottom, left + pen, middle),
        (right - pen, bottom, right, middle),
        (left, bottom, right, bottom + pen),
    )
    return [
        _rectangle(*place)
        for place, lit in zip(places, _SEGMENTS[digit], strict=True)
        if lit == "1"
    ]
