"""Numbers of paragraphs: counted, lettered, and recognised where somebody typed them."""

import re
from enum import StrEnum

from bmahr_desktop.thai.digits import DigitStyle, made_in_style, to_arabic

LEVELS = 4
"""The deepest level of a numbered paragraph; level 0 has no number."""

_BRACKETED = 4
_YEARS_FROM = 50  # no third number of a clause is so large, but that of a date is

LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The 41 letters that lists are counted with, in order.

Offices skip ฃ and ฅ, which are obsolete, and ฆ: the fourth entry is ง, in statutes as in papers
(common practice; no rule names the letters).
"""


class Label(StrEnum):
    """A form of numbers and letters in lists."""

    NUMBER_DOT = "number_dot"
    """๑."""
    NUMBER_BRACKETS = "number_brackets"
    """(๑)"""
    NUMBER_BRACKET = "number_bracket"
    """๑)"""
    LETTER_DOT = "letter_dot"
    """ก."""
    LETTER_BRACKETS = "letter_brackets"
    """(ก)"""


_FORMS = {
    Label.NUMBER_DOT: "{number}.",
    Label.NUMBER_BRACKETS: "({number})",
    Label.NUMBER_BRACKET: "{number})",
    Label.LETTER_DOT: "{letter}.",
    Label.LETTER_BRACKETS: "({letter})",
}


class Numbering:
    """Counts the numbered paragraphs of one flow: a body, or a cell of a table.

    Levels 1 to 4 are ๑. → ๑.๑ → ๑.๑.๑ → (๑) (standards B4). A number of one level begins the deeper
    levels anew; a paragraph of level 0 leaves the count as it is.

    A level 2 or 3 that comes before its parent takes the missing parent as already counted once, as
    Word and LibreOffice do: ๑.๑ and then ๒., never ๐.๑ and never two clauses of one number. Level 4
    prints no parents and counts none, so a list (๑) (๒) may stand before ๑.
    """

    def __init__(self, digits: DigitStyle = DigitStyle.THAI) -> None:
        self.digits = digits
        self._counts: tuple[int, ...] = (0,) * LEVELS

    def next(self, level: int) -> str:
        """Count one paragraph and return its number, empty for level 0.

        Raises:
            ValueError: If the level is not 0 to 4.
        """
        self._counts = _counted(self._counts, level)
        return self._label(self._counts, level)

    def peek(self, level: int) -> str:
        """Return what `next` would, and count nothing."""
        return self._label(_counted(self._counts, level), level)

    def _label(self, counts: tuple[int, ...], level: int) -> str:
        if level == 0:
            return ""
        if level == _BRACKETED:
            return format_label(counts[-1], Label.NUMBER_BRACKETS, self.digits)
        if level == 1:
            return format_label(counts[0], Label.NUMBER_DOT, self.digits)
        return made_in_style(".".join(map(str, counts[:level])), self.digits)


def thai_letter(number: int) -> str:
    """Return the letter, without a dot, that an office counts a list's nth entry with.

    ก ข ค ง … ฮ, without ฃ, ฅ and ฆ; after ฮ, the 41st, come กก กข … (see `LETTERS`).

    Raises:
        ValueError: If the number is below 1.
    """
    if number < 1:
        raise ValueError(number)
    letters = ""
    while number:
        number, at = divmod(number - 1, len(LETTERS))
        letters = LETTERS[at] + letters
    return letters


def format_label(number: int, form: Label, digits: DigitStyle = DigitStyle.THAI) -> str:
    """Return the label of a list's nth entry, from 1, in one of the usual forms.

    Raises:
        ValueError: If the number is below 1.
    """
    return _FORMS[form].format(
        number=made_in_style(str(number), digits),
        letter=thai_letter(number),
    )


def _counted(counts: tuple[int, ...], level: int) -> tuple[int, ...]:
    """Return the counts after one more paragraph of a level."""
    if not 0 <= level <= LEVELS:
        raise ValueError(level)
    if level == 0:
        return counts
    parents = counts[: level - 1]
    if level != _BRACKETED:
        parents = tuple(max(count, 1) for count in parents)
    return (*parents, counts[level - 1] + 1, *(0,) * (LEVELS - level))


_SPACE = "[ \\t\\u00a0]"
_TO_99 = "[1-9๑-๙][0-9๐-๙]?"
_TO_999 = "[1-9๑-๙][0-9๐-๙]{0,2}"

# Of single letters with a dot only those are taken for numbers that abbreviate nothing common:
# จ. อ. ต. ถ. ซ. are parts of addresses, น. ends a time, ศ. is a title.
_LABEL = re.compile(
    f"{_SPACE}*(?P<label>"
    f"(?P<dots>{_TO_99}(?:\\.{_TO_99}){{1,2}})\\.?"
    f"|(?P<flat>{_TO_999}\\.)"
    f"|(?P<bracket>\\({_TO_999}\\)|{_TO_999}\\)|\\([{LETTERS}]\\))"
    "|(?P<letter>[กขคงฉช]\\.)"
    "|(?P<dash>[-–•●▪·\\uf0b7])"
    f"){_SPACE}+(?P<rest>.*)",
    re.DOTALL,
)

_QUANTITY = re.compile(
    "น\\.|นาฬิกา|ล้าน(?!นา|ช้าง)|บาท(?!วิถี|หลวง)|เท่า(?!เทียม|ที่|กัน)|%|[-–] ?[0-9๐-๙]"
    "|(?:แสน|หมื่น|พัน|ร้อย|คะแนน|ชั่วโมง|นาที|เปอร์เซ็นต์|องศา"
    "|(?:กิโล|เซนติ|มิลลิ|ตาราง)?เมตร|(?:กิโล)?กรัม|กม\\.|ซม\\.|กก\\.|ไร่|ลิตร|ตัน)(?![ก-๎])"
    "|(?:วัน|เดือน|ปี|คน|ราย)(?=[,.;)]|$)"
)
_ABBREVIATED = re.compile("[ก-ฮ]{1,2}\\.")
_PAGE_NUMBER = re.compile("[0-9๐-๙]+ ?[-–] ?")


def split_label(text: str, before: int = 0) -> tuple[str, int, str] | None:
    """Split a typed number or dash off the start of a paragraph.

    Numbers are ๑. and ก. (level 1), ๑.๑ (level 2), ๑.๑.๑ (level 3), (๑) ๑) and (ก) (level 4), in
    Thai or Arabic digits, without leading zeros and with a space behind. No labels are times
    (๐๙.๓๐ น.), quantities (๑.๕ ล้านบาท), ranges (๙.๓๐ - ๑๒.๐๐), dates (๖.๑.๖๔), page numbers
    (- ๒ -), and abbreviations typed apart (ก. พ., ค. ศ.).

    Args:
        text: The text of the paragraph.
        before: The level of the paragraph before, which a dash carries on.

    Returns:
        The label as typed, its level, and the text behind it; or None if none is there.
    """
    found = _LABEL.fullmatch(text)
    if found is None:
        return None
    rest = found["rest"]
    if found["dots"]:
        level = found["dots"].count(".") + 1
        numbers = to_arabic(found["dots"]).split(".")
        refused = bool(_QUANTITY.match(rest)) if level == 2 else int(numbers[-1]) >= _YEARS_FROM
    elif found["dash"]:
        level = max(before, 1)
        refused = not rest or bool(_PAGE_NUMBER.fullmatch(rest))
    else:
        level = _BRACKETED if found["bracket"] else 1
        refused = bool(found["letter"] and _ABBREVIATED.match(rest))
    return None if refused else (found["label"], level, rest)
