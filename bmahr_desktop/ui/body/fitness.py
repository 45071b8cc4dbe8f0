"""What a text may hold inside Qt, and how its offsets are counted there."""

import re

MOST_IN_PARAGRAPH = 100_000
"""Characters that one paragraph may have."""

MOST_IN_BODY = 2_000_000
"""Characters that a whole body may have."""

MOST_CELLS = 20_000
"""Cells of tables that may come at once; Qt needs a second to make them."""


class TooMuchError(ValueError):
    """There is more than one paste may bring."""


# U+FDD0 and its neighbours part the cells of a table in a QTextDocument; U+FFFE, U+FFFF and halves
# of pairs are no characters at all, and no record may hold the control characters.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc]")
_PARTED_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")


def fit(text: str) -> str:
    """Return a text without what Qt or a record cannot hold; lines end with a line feed."""
    return _LINE_ENDS.sub("\n", _UNFIT.sub("", text))


def fit_pasted(text: str) -> str:
    """Return a text from elsewhere also without invisible signs, its ํา put together as ำ."""
    return _PARTED_AM.sub("\\1\u0e33", _INVISIBLE.sub("", fit(text)))


def is_wide(text: str) -> bool:
    """Tell whether a text has characters that Qt counts as two."""
    return not text.isascii() and max(text) > "\uffff"


def units(text: str) -> int:
    """Return how long Qt takes a text to be."""
    return (
        len(text) + sum(character > "\uffff" for character in text) if is_wide(text) else len(text)
    )


def to_units(text: str, offset: int) -> int:
    """Return where the character at an offset of a text stands in Qt's counting."""
    return units(text[:offset])


def from_units(text: str, position: int) -> int:
    """Return the offset of the character that Qt counts at a position."""
    if not is_wide(text):
        return position
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
