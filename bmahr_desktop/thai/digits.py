"""Thai and Arabic digits, written in the style of a paper."""

import re
from enum import StrEnum

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_PAIRS = tuple(zip(_THAI, _ARABIC, strict=True))

_ANY_DIGIT = re.compile("[0-9๐-๙]")
_ARABIC_DIGIT = re.compile("[0-9]")
_LATIN_LETTER = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")

# Thai is written without spaces, so a Thai letter ends a foreign word just as a space does; only an
# address goes on to the next space, because Thai letters are allowed inside one.
_TOKEN = re.compile(
    "[\"'(<\\[“‘]*(?:[A-Za-z][A-Za-z0-9+.-]{0,19}://|www\\.)[^\\s\u200b]+|[^\\s\u200bก-ฺเ-๎ฯๆ]+"
)


class DigitStyle(StrEnum):
    """How a paper writes its digits (standards B6: Thai is encouraged, not compulsory)."""

    THAI = "thai"
    ARABIC = "arabic"
    AS_TYPED = "as_typed"


def to_thai(text: str) -> str:
    """Return the text, of the same length, with every Arabic digit written as a Thai one."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """Return the text, of the same length, with every Thai digit written as an Arabic one."""
    for thai, arabic in _PAIRS:  # many times faster than `translate`, as search wants it
        text = text.replace(thai, arabic)
    return text


def has_digits(text: str) -> bool:
    """Tell whether the text holds a Thai or an Arabic digit."""
    return _ANY_DIGIT.search(text) is not None


def in_style(text: str, style: DigitStyle) -> str:
    """Return typed text with its digits in the style of a paper.

    Every character answers to one character, so offsets into the text stay good.

    Digits of foreign words stay Arabic in the Thai style, because official papers keep them so
    (standards B6): COVID-19, ISO9001:2015, 5G, HRD64, e-mail addresses, URLs. A foreign word is a
    run of characters, none of them a space or a Thai letter, with a Latin letter in it; an address
    (``https://…``, ``www.…``) goes on to the next space. Numbers by themselves are written in Thai.
    """
    if style is DigitStyle.ARABIC:
        return to_arabic(text)
    if style is DigitStyle.AS_TYPED or not _ARABIC_DIGIT.search(text):
        return text
    if not _LATIN_LETTER.search(text):
        return to_thai(text)
    return _TOKEN.sub(_thai_unless_foreign, text)


def made_in_style(text: str, style: DigitStyle) -> str:
    """Return text that the program made itself, as a date or a number, in the style of a paper.

    Nobody typed it, so `DigitStyle.AS_TYPED` has nothing to keep and gives Thai digits, which
    official papers prefer.
    """
    return to_arabic(text) if style is DigitStyle.ARABIC else to_thai(text)


def _thai_unless_foreign(token: re.Match[str]) -> str:
    return token[0] if _LATIN_LETTER.search(token[0]) else to_thai(token[0])
