"""How a cost is made up, as people type it: ๖๐๐ บาท x ๓๐ คน x ๕ ครั้ง."""

import re
from typing import Any

import msgspec

from bmahr_desktop.domain.projects.money import BudgetLine, Factor
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.baht import BadMoney, format_baht, parse_baht
from bmahr_desktop.thai.digits import DigitStyle, made_in_style, to_arabic
from bmahr_desktop.thai.reading import Unreadable, quoted

TIMES = "×"
_TIMES = re.compile(r"\s*[×*✕✖]\s*|\s+[xX]\s+|(?<=[0-9๐-๙])\s*[xX]\s*(?=[0-9๐-๙])")
_FACTOR = re.compile(r"(?P<count>[0-9][0-9,]{0,12})\s*(?P<measure>\D*)")
_MOST = 10**9


class BadFormula(Unreadable):
    """A text that is no formula; its ``message`` says what is wrong and what would be right."""


def read_formula(text: str) -> dict[str, Any]:
    """Read a formula: what one costs, then how many of what, as often as needed.

    Returns:
        The fields of a budget line: ``rate`` in satang and ``factors``; none for an empty text.

    Raises:
        BadFormula: If it is none.
    """
    if not text.strip():
        return {"rate": None, "factors": ()}
    rate, *others = (one.strip() for one in _TIMES.split(text.strip().strip("()")))
    try:
        satang = parse_baht(rate)
    except BadMoney as error:
        raise _no_formula(text) from error
    if satang < 0:
        raise BadFormula(msg("Write an amount of 0 or more."))
    return {"rate": satang, "factors": tuple(_factor(one, text) for one in others)}


def formula_text(line: BudgetLine, digits: DigitStyle) -> str:
    """Return a line's formula as it is shown and typed; "" where it has none."""
    if line.rate is None:
        return ""
    parts = [f"{format_baht(line.rate, digits)} บาท"]
    for one in line.factors:
        parts.append(f"{made_in_style(f'{one.count:,}', digits)} {one.measure}".strip())
    return f" {TIMES} ".join(parts)


def _factor(text: str, whole: str) -> Factor:
    found = _FACTOR.fullmatch(to_arabic(text))
    if found is None:
        raise _no_formula(whole)
    count = int(found["count"].replace(",", ""))
    if count > _MOST:
        raise BadFormula(msg("A number in the formula is too large."))
    try:
        return msgspec.convert({"count": count, "measure": found["measure"].strip()}, Factor)
    except msgspec.ValidationError as error:
        raise _no_formula(whole) from error


def _no_formula(text: str) -> BadFormula:
    return BadFormula(
        msg(
            "“{text}” is no formula. Write it as 600 x 30 คน x 5 ครั้ง.",
            text=quoted(text),
        )
    )
