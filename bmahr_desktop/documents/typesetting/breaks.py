"""Where a line may end, and how gladly.

Thai writes no spaces between words; a line may end at a space, or where the word list says that a
word ends. Not all such places are equal: an official paper does not part a number from what it
numbers, a title from the name, or "การ" from the verb. Each place gets a penalty; the paragraph
chooses the set of lines with the least penalties and the most even spaces.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bmahr_desktop.thai.segment import Segmenter

FREE = 0
"""At a space between phrases."""
BETWEEN_WORDS = 15
AFTER_PREFIX = 80
BETWEEN_SCRIPTS = 90
BEFORE_DASH = 300
AFTER_MONTH = 250
"""Before the year."""
AFTER_LABEL = 450
"""Between a label and its number, a day and its month: only when nothing else fits."""
UNCLEAN = 150
"""Before an abbreviation, or between a given name and a family name."""
AFTER_NUMBER = 60
WITHIN_OFFICE = 250
"""Between the words that the name of an office is made of."""
WITHIN_RANGE = 1500
"""Between the numbers of "๒๕๖๖ - ๒๕๗๐"."""
EMERGENCY = 3000
"""Inside a word that is wider than the line."""

_THAI_DIGITS = "๐-๙"
_TOKEN = re.compile(
    r"(?P<space>[ \n]+)"
    r"|(?P<zero>\u200b+)"
    r"|(?P<whole>ฯลฯ)"
    r"|(?P<abbreviation>(?<![ก-๎])(?:[ก-ฮ]{1,4}\.)+[ก-ฮ]?(?![ก-๎]))"
    r"|(?P<thai>[ก-ฮะ-ฺเ-ๅ็-๎]+)"
    rf"|(?P<number>[0-9{_THAI_DIGITS}][0-9{_THAI_DIGITS}.,:%]*)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f]+)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_NEVER_BEGINS_A_LINE = frozenset("ๆฯ)]}”’»,.;:!?%/\u00a0\u2060")
_NEVER_ENDS_A_LINE = frozenset("([{“‘«\u00a0\u2060")
_PREFIXES = frozenset(
    re.findall(
        r"\S+",
        """การ ให้การ ความ ผู้ นัก ที่ ซึ่ง และ หรือ ใน ของ โดย เพื่อ ให้ ไม่ ได้ นาย นาง นางสาว ณ
        แห่ง ครั้ง เป็น จะ ว่า กับ ต่อ จาก ด้วย ตาม ถึง แก่""",
    )
)
_TITLES = frozenset(
    ["นาย", "นาง", "นางสาว", "ดร.", "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์"]
)
_LABELLED = frozenset(["ที่", "ครั้งที่", "ข้อ", "วันที่", "มาตรา"])
_LONGEST_NAME = 24
_LABEL = re.compile(
    r"(?:ข้อ|หน้า|ที่|ชั้น|พ\.ศ\.|ค\.ศ\.|จำนวน|ร้อยละ|เวลา|ปี|หมายเลข|ลำดับ|มาตรา|วรรค|บรรทัด|โทร\.|"
    r"[ก-ฮ]\.[ก-ฮ]\.|\()$"
)
_MONTH_ENDS = re.compile(
    "(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|(?<![ก-๎.])(?:ม|มี|เม|พ|มิ|ก|ส|ต|ธ)\.[คพยต]\.)$"
)
_MONTH_BEGINS = re.compile(
    r"(?:มกร|กุมภ|มีน|เมษ|พฤษภ|มิถุน|กรกฎ|สิงห|กันย|ตุล|พฤศจิก|ธันว|(?:ม|มี|เม|พ|มิ|ก|ส|ต|ธ)\.[คพยต]\.)"
)
_NOUN_OF_ABBREVIATION = re.compile(
    r"(?:สำนักงาน|คณะ|กรรมการ|มติ|กฎ|ปี|เดือน|วันที่|พ\.ศ|ตาม|ของ|ใน|โดย|ให้|ประธาน|และ|แก่)$"
)
_NAME_AFTER_TITLE = re.compile(r"(?:นาย|นาง|นางสาว|ดร\.|ศาสตราจารย์)[ก-๎]+$")
_AND = (" ซึ่ง", " และ", " หรือ")
_DASHES = frozenset("-–—")
_HOLDING = _DASHES | {"."}


class _Token(NamedTuple):
    kind: str
    start: int
    end: int
    text: str


class LineBreaker:
    """Knows where the lines of any text may end."""

    def __init__(self, segmenter: Segmenter) -> None:
        """Take the segmenter that knows the names in the text."""
        self._segmenter = segmenter
        self.places = lru_cache(maxsize=2048)(self._places)

    def _places(self, text: str) -> dict[int, int]:
        """Return the offsets at which a line may end, each with its penalty, in order."""
        tokens = list(self._tokens(text))
        places: dict[int, int] = {}
        for before, token in zip([None, *tokens], tokens, strict=False):
            penalty = _penalty(text, before, token) if before else None
            if penalty is not None:
                places[token.start] = penalty
            places.update(self._within(token))
        return places

    def _within(self, token: _Token) -> Iterator[tuple[int, int]]:
        """Yield the places between the words of an office's name."""
        if token.kind == "thai":
            begin = 0
            for end in self._segmenter.within(token.text):
                prefix = token.text[begin:end] in _PREFIXES
                yield token.start + end, WITHIN_OFFICE + (AFTER_PREFIX if prefix else 0)
                begin = end

    def _tokens(self, text: str) -> Iterator[_Token]:
        """Split text into words and signs; a name after a title is one word for each part."""
        names = 0  # how many parts of a name may follow
        for match in _TOKEN.finditer(text):
            kind, start, run = match.lastgroup or "", match.start(), match.group()
            if kind != "thai":
                yield _Token(kind, start, match.end(), run)
                names = 2 if run in _TITLES else names if kind == "space" and run == " " else 0
                continue
            begin = 0
            for end in self._segmenter.ends(run):
                if begin == 0 and names and len(run) <= _LONGEST_NAME:
                    break
                if run[begin:end] in _TITLES and len(run) - end <= _LONGEST_NAME:
                    yield _Token("title", start + begin, start + end, run[begin:end])
                    begin, names = end, 2
                    break
                yield _Token("thai", start + begin, start + end, run[begin:end])
                begin = end
            if begin < len(run):
                yield _Token("thai", start + begin, start + len(run), run[begin:])
            names = max(0, names - 1)


def _penalty(text: str, before: _Token, after: _Token) -> int | None:
    """Return how bad a break between two tokens is, or None where none is allowed."""
    if after.kind == "space" or after.text[0] in _NEVER_BEGINS_A_LINE:
        return None
    if before.text[-1] in _NEVER_ENDS_A_LINE:
        return None
    if before.kind == "zero":
        return FREE
    if before.kind == "title" or before.text in _TITLES:
        return None
    if after.kind == "title":
        after = after._replace(kind="thai")
    if before.kind == "space":
        return _after_space(text, before, after)
    if before.kind == after.kind == "thai":
        return _between_words(text, before, after)
    if before.text == "/" and after.kind not in ("sign", "number"):
        in_address = text[before.start - 1 : before.start] in (":", "/")
        return None if in_address else BETWEEN_SCRIPTS
    if after.kind == "sign":
        return 40 if after.text in _NEVER_ENDS_A_LINE and before.kind != "sign" else None
    return _between_kinds(before, after)


def _after_space(text: str, space: _Token, after: _Token) -> int | None:
    previous = text[max(0, space.start - 24) : space.start]
    if previous[-1:] in _NEVER_ENDS_A_LINE:
        return None
    first = after.text[0]
    if previous[-1:] in _DASHES:
        return None
    if first in _DASHES:
        return WITHIN_RANGE if _is_digit(previous[-1:]) else BEFORE_DASH
    if after.kind == "number":
        return _before_number(previous)
    if _is_digit(previous[-1:]):
        return None if after.text in ("น.", "น") else _after_number(after)
    if after.kind == "abbreviation":
        if _NOUN_OF_ABBREVIATION.search(previous):
            return AFTER_LABEL
        return AFTER_NUMBER
    if after.kind == "thai" and _NAME_AFTER_TITLE.search(previous):
        return UNCLEAN
    if previous.endswith(" ณ"):
        return AFTER_LABEL
    return UNCLEAN if previous.endswith(_AND) else FREE


def _before_number(previous: str) -> int:
    if _MONTH_ENDS.search(previous):
        return AFTER_MONTH
    return AFTER_LABEL if _is_digit(previous[-1:]) or _LABEL.search(previous) else FREE


def _after_number(after: _Token) -> int:
    return AFTER_LABEL if _MONTH_BEGINS.match(after.text) else AFTER_NUMBER


def _between_words(text: str, before: _Token, after: _Token) -> int:
    if after.text in _LABELLED and re.match(
        rf"\s?[0-9{_THAI_DIGITS}]", text[after.end : after.end + 2]
    ):
        return AFTER_LABEL
    return AFTER_PREFIX if before.text in _PREFIXES else BETWEEN_WORDS


_BETWEEN_KINDS = frozenset(
    [
        ("thai", "latin"),
        ("latin", "thai"),
        ("abbreviation", "thai"),
        ("abbreviation", "latin"),
        ("number", "thai"),
        ("thai", "number"),
        ("sign", "thai"),
        ("sign", "latin"),
        ("number", "latin"),
        ("zero", "thai"),
    ]
)


def _between_kinds(before: _Token, after: _Token) -> int | None:
    # No line ends with a hyphen: readers take it for one that a line end put there, and drop it.
    if (before.kind, after.kind) not in _BETWEEN_KINDS or before.text in _HOLDING:
        return None
    if before.kind != "sign":
        return BETWEEN_SCRIPTS
    return 60 if before.text in "“”\"'" else 40


def _is_digit(character: str) -> bool:
    return character != "" and character in "0123456789๐๑๒๓๔๕๖๗๘๙"
