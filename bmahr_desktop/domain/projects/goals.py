"""The grammar of targets: ร้อยละ ๘๐, ไม่น้อยกว่าร้อยละ 80, จำนวน 2 ระบบ, ภายในเดือน กรกฎาคม ๒๕๖๔."""

import re
from decimal import Decimal
from enum import StrEnum

from bmahr_desktop.domain.records import Record
from bmahr_desktop.thai.dates import BadDate, parse_month
from bmahr_desktop.thai.searchkey import search_key


class GoalKind(StrEnum):
    """What a target asks for."""

    NONE = "none"
    PERCENT = "percent"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    WORDS = "words"
    """It is in no form that is known."""


class Goal(Record, frozen=True):
    """A target as it can be compared.

    Attributes:
        value: The number.
        least: Whether more is as good: ไม่น้อยกว่า, อย่างน้อย.
        counted: What is counted, "ระบบ".
        month: By when, a year of the Christian Era and a month.
    """

    kind: GoalKind
    value: Decimal | None = None
    least: bool = False
    counted: str = ""
    month: tuple[int, int] | None = None


_NUMBER = r"(?P<value>[0-9][0-9,]*(?:\.[0-9]+)?)"
_PERCENT = re.compile(rf"(?P<least>ไม่น้อยกว่า|อย่างน้อย)? ?ร้อยละ ?{_NUMBER}")
_SIGN = re.compile(rf"(?P<least>ไม่น้อยกว่า|อย่างน้อย)? ?{_NUMBER} ?%")
_AMOUNT = re.compile(rf"(?P<least>ไม่น้อยกว่า|อย่างน้อย)? ?(?:จำนวน)? ?{_NUMBER} ?(?P<counted>\D*)")
_DEADLINE = re.compile(r"ภายใน ?(?:เดือน|สิ้นเดือน)? ?(?P<month>.+)")


def read_goal(text: str) -> Goal:
    """Read a target as it is written; what fits no form is kept as words.

    Raises nothing: a target may be anything that people write.
    """
    words = search_key(text).strip()
    if words in ("", "-"):
        return Goal(GoalKind.NONE)
    for pattern, kind in ((_PERCENT, GoalKind.PERCENT), (_SIGN, GoalKind.PERCENT)):
        if found := pattern.fullmatch(words):
            return Goal(kind, _number(found), bool(found["least"]))
    if found := _DEADLINE.fullmatch(words):
        try:
            return Goal(GoalKind.DEADLINE, month=parse_month(found["month"]))
        except BadDate:
            return Goal(GoalKind.WORDS)
    if found := _AMOUNT.fullmatch(words):
        return Goal(GoalKind.AMOUNT, _number(found), bool(found["least"]), found["counted"].strip())
    return Goal(GoalKind.WORDS)


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(found["value"].replace(",", ""))
