"""Money in figures and in words. An amount is a whole number of satang, never a float."""

import re

from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.reading import Unreadable, quoted
from bmahr_desktop.thai.searchkey import search_key

SATANG = 100
"""How many satang one baht has."""

_MILLION = 1_000_000
_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")

_LONGEST = 15  # digits of baht, so that any sum of satang fits SQLite's 64 bits
_AMOUNT = re.compile(
    r"(?P<minus>[-−] ?|ลบ ?)?(?:฿ ?)?(?P<baht>[0-9][0-9,]*)"
    r"(?:\. ?-+|\.(?P<satang>[0-9]+))?(?: ?(?:บาท(?: ?ถ้วน)?|฿))?"
)
_GROUPED = re.compile("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")


class BadMoney(Unreadable):
    """A text that is no amount; its ``message`` says what is wrong and what would be right."""


def number_words(number: int) -> str:
    """Return a whole number in Thai words, however large.

    A final 1 is เอ็ด in a number of two or more digits, and so in every block before ล้าน:
    ห้าร้อยเอ็ดล้าน, หนึ่งล้านเอ็ด (Royal Institute, "อ่านอย่างไรและเขียนอย่างไร", on reading numbers of
    two or more digits). 10¹² is หนึ่งล้านล้าน.
    """
    if number == 0:
        return "ศูนย์"
    blocks = []
    rest = abs(number)
    while rest:
        rest, block = divmod(rest, _MILLION)
        blocks.append(block)
    words: list[str] = []
    for block in reversed(blocks):
        words.append(_block_words(block, first=not words))
    return ("ลบ" if number < 0 else "") + "ล้าน".join(words)


def baht_words(satang: int) -> str:
    """Return an amount in words, as papers print it in brackets behind the figures.

    Whole baht end in ถ้วน: สามหมื่นสี่พันแปดร้อยบาทถ้วน, ศูนย์บาทถ้วน; less than a baht is named in satang
    alone: ยี่สิบห้าสตางค์; a negative amount begins with ลบ (standards B8).
    """
    baht, rest = divmod(abs(satang), SATANG)
    words = "ลบ" if satang < 0 else ""
    if baht or not rest:
        words += number_words(baht) + "บาท"
    return words + (number_words(rest) + "สตางค์" if rest else "ถ้วน")


def format_baht(satang: int, digits: DigitStyle = DigitStyle.THAI) -> str:
    """Return an amount in figures, its satang only when there are any: ๓๔,๘๐๐ or ๐.๒๕."""
    baht, rest = divmod(abs(satang), SATANG)
    text = f"{'-' if satang < 0 else ''}{baht:,}" + (f".{rest:02}" if rest else "")
    return made_in_style(text, digits)


def format_baht_full(satang: int, digits: DigitStyle = DigitStyle.THAI) -> str:
    """Return an amount in figures and in words: ๓๔,๘๐๐ บาท (สามหมื่นสี่พันแปดร้อยบาทถ้วน)."""
    return f"{format_baht(satang, digits)} บาท ({baht_words(satang)})"


def parse_baht(text: str) -> int:
    """Read an amount in figures: 1,918,000.-, 1,918,000.- บาท, ๓๔,๘๐๐, 1918000.5, -500.

    A single decimal is tens of satang: 0.5 is 50 satang. A dash alone, which tables print for "no
    budget", is no amount.

    Returns:
        The amount in satang.

    Raises:
        BadMoney: If it is no amount, has more than two decimals or commas in wrong places, or is
            larger than any budget.
    """
    found = _AMOUNT.fullmatch(search_key(text).strip())
    if found is None:
        raise BadMoney(
            msg(
                "“{text}” is not an amount. Write it as 1,918,000 or 1918000.50.", text=quoted(text)
            )
        )
    baht, decimals = found["baht"], found["satang"] or ""
    if not _GROUPED.fullmatch(baht):
        raise BadMoney(
            msg(
                "The commas in “{text}” are not at every third digit. Write it as 1,918,000.",
                text=quoted(text),
            )
        )
    if len(decimals) > 2:
        raise BadMoney(
            msg(
                "“{text}” has more than two decimals. Satang have two digits, as 1918000.50.",
                text=quoted(text),
            )
        )
    baht = baht.replace(",", "").lstrip("0")
    if len(baht) > _LONGEST:
        raise BadMoney(
            msg(
                "“{text}” is too large. An amount has at most {digits} digits.",
                text=quoted(text),
                digits=_LONGEST,
            )
        )
    satang = int(baht or "0") * SATANG + int(decimals.ljust(2, "0"))
    return -satang if found["minus"] else satang


def _block_words(block: int, *, first: bool) -> str:
    """Return the words for six digits; ``first`` when no digit stands before them."""
    digits = f"{block:06}"
    words = "".join(
        _digit_words(int(digit), place)
        for digit, place in zip(digits[:5], range(5, 0, -1), strict=True)
    )
    if digits[5] == "1":
        return words + ("หนึ่ง" if first and not words else "เอ็ด")
    return words + _DIGITS[int(digits[5])]


def _digit_words(digit: int, place: int) -> str:
    if digit == 0:
        return ""
    if place == 1 and digit < 3:
        return "สิบ" if digit == 1 else "ยี่สิบ"
    return _DIGITS[digit] + _PLACES[place]
