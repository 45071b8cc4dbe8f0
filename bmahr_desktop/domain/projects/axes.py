"""The scales of a project's picture: where the lines of a grid stand, and what they say."""

from bmahr_desktop.thai.baht import SATANG

_STEPS = (1, 2, 5)
_PARTS = 5
"""A scale of money has so many parts at most."""


def money_scale(most: int) -> tuple[int, ...]:
    """Return the marks of a scale of money, from 0 to the first one that is not less than `most`.

    Args:
        most: The greatest sum that is drawn, in satang.

    Returns:
        In satang, evenly spaced at 1, 2 or 5 times a power of ten baht; only 0 and 1 baht where
        there is nothing.
    """
    if most <= 0:
        return (0, SATANG)
    unit = SATANG
    while True:
        for step in _STEPS:
            if most <= step * unit * _PARTS:
                count = -(-most // (step * unit))
                return tuple(step * unit * n for n in range(count + 1))
        unit *= 10
