"""Values of a form: read from its answers, and written as papers print them."""

import datetime
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec

from bmahr_desktop.domain.body import Body, plain_body
from bmahr_desktop.domain.forms.definition import Band, Choice
from bmahr_desktop.domain.forms.expressions import bounded
from bmahr_desktop.domain.forms.kinds import COUNTED, WRITTEN, FieldKind
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.thai.baht import BadMoney, baht_words, format_baht, number_words, parse_baht
from bmahr_desktop.thai.dates import (
    MONTHS,
    MONTHS_SHORT,
    BadDate,
    DateStyle,
    format_date,
    parse_date,
)
from bmahr_desktop.thai.digits import DigitStyle, made_in_style

Rows = tuple[Any, ...]
_LONGEST_TEXT, _MOST_ROWS, _MONTHS = 100_000, 2_000, 12
_FISCAL_FROM = 9
"""How many months of the calendar lie before the first one of the fiscal year."""
_SATANG = 100
_BESIDE = 45
"""How many letters of choices stand on one line."""
_EMPTY, _TICKED = "☐", "☑"


@dataclass(frozen=True)
class Value:
    """Something that a form shows.

    Attributes:
        kind: What it is.
        data: It; None, "" or () where nothing is known.
        choices, bands: What it is called, where it has names.
        style: How it is usually written.
        key: Where it is kept; None for what is computed.
    """

    kind: FieldKind
    data: Any = None
    choices: tuple[Choice, ...] = ()
    bands: tuple[Band, ...] = ()
    style: str = ""
    key: TextKey | None = None

    @property
    def known(self) -> bool:
        """Tell whether anything is known."""
        if isinstance(self.data, str):
            return bool(self.data.strip())
        return self.data is not None and self.data != ()

    @property
    def number(self) -> int | None:
        """Return it to compute with; None if it is unknown or no number."""
        return self.data if self.kind in COUNTED and isinstance(self.data, int) else None


UNKNOWN = Value(FieldKind.TEXT)


def read_value(kind: FieldKind, plain: Any) -> Any:
    """Return an answer as it was kept, as a value of its kind; what does not fit is unknown.

    Args:
        kind: What it should be.
        plain: Of the types that files know: text, numbers, lists, dates as "2021-01-06". Money,
            shares and dates may also be texts as people write them: "1,500", "80", "6 ม.ค. 64".
    """
    if kind in WRITTEN or kind is FieldKind.CHOICE:
        return _text(plain)
    if kind in COUNTED:
        number = _counted(kind, plain) if isinstance(plain, str) else plain
        if not isinstance(number, int) or isinstance(number, bool):
            return None
        return bounded(number)
    if kind is FieldKind.DATE:
        return _date(plain)
    if kind is FieldKind.MONTHS:
        return _months(plain)
    if kind is FieldKind.BODY:
        return _body(plain)
    if kind is FieldKind.TABLE:
        rows = plain if isinstance(plain, list | tuple) else ()
        return tuple(row for row in rows[:_MOST_ROWS] if isinstance(row, Mapping))
    return None


def _text(plain: Any) -> str:
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    return plain[:_LONGEST_TEXT] if isinstance(plain, str) else ""


def _date(plain: Any) -> datetime.date | None:
    if isinstance(plain, datetime.datetime):
        return plain.date()
    if isinstance(plain, datetime.date):
        return plain
    if not isinstance(plain, str):
        return None
    with suppress(BadDate):
        return parse_date(plain)
    with suppress(ValueError):
        return datetime.date.fromisoformat(plain)
    return None


def _counted(kind: FieldKind, text: str) -> int | None:
    """Return what a text says: satang, hundredths of a per cent, or a number."""
    try:
        hundredths = parse_baht(text.strip().removesuffix("%"))
    except BadMoney:
        return None
    return hundredths // _SATANG if kind is FieldKind.NUMBER else hundredths


def _months(plain: Any) -> tuple[int, ...]:
    if not isinstance(plain, list | tuple):
        return ()
    whole = {one for one in plain if isinstance(one, int) and not isinstance(one, bool)}
    return tuple(sorted(one for one in whole if 0 <= one < _MONTHS))


def _body(plain: Any) -> Body:
    if isinstance(plain, str):
        return plain_body(plain[:_LONGEST_TEXT]) if plain else ()
    try:
        return msgspec.convert(plain, Body)
    except msgspec.ValidationError:
        return ()


def plain_value(kind: FieldKind, data: Any) -> Any:
    """Return a value as answers keep it, of the types that files know; see `read_value`."""
    if isinstance(data, datetime.date):
        return data.isoformat()
    if kind is FieldKind.BODY:
        return msgspec.to_builtins(data)
    return list(data) if isinstance(data, tuple) else data


def record_value(kind: FieldKind, data: Any) -> Any:
    """Return what a record keeps as a value of a kind: lines as text, choices by their values."""
    if kind in WRITTEN and isinstance(data, tuple):
        return "\n".join(data)
    if isinstance(data, Enum):
        return str(data.value)
    if isinstance(data, bool):
        return "yes" if data else "no"
    return data


# ---------------------------------------------------------------- writing


def written(value: Value, style: str, digits: DigitStyle, dates: str) -> str:
    """Return a value in one text as papers print it; "" where nothing is known.

    Args:
        value: What to write; of a body, only its words.
        style: One of `kinds.STYLES`; "" for the usual one.
        digits: Of what the program makes; typed text is left as it is.
        dates: The usual style of dates.
    """
    style = style or value.style
    if not value.known:
        return ""
    if value.bands and value.number is not None:
        return _banded(value.number, value.bands)
    match value.kind:
        case FieldKind.TEXT | FieldKind.PERSON | FieldKind.UNIT:
            return _lines(str(value.data), style)
        case FieldKind.CHOICE:
            return _choice(value, style)
        case FieldKind.NUMBER:
            return _number(value.data, style, digits)
        case FieldKind.MONEY:
            return _money(value.data, style, digits)
        case FieldKind.PERCENT:
            return made_in_style(_percent(value.data, style), digits)
        case FieldKind.DATE:
            return written_date(value.data, style or dates, digits)
        case FieldKind.MONTHS:
            return _month_names(value.data, style)
        case _:
            return ""


def _choice(value: Value, style: str) -> str:
    if style == "boxes":
        return boxes(value.choices, value.data)
    named = {one.value: one.words for one in value.choices}
    return named.get(value.data, str(value.data))


def boxes(choices: Sequence[Choice], chosen: str = "") -> str:
    """Return all that can be chosen, each behind a box; that of what is chosen is ticked."""
    boxed = [f"{_TICKED if one.value == chosen else _EMPTY}\u00a0{one.words}" for one in choices]
    beside = sum(map(len, boxed)) <= _BESIDE
    return "   ".join(boxed) if beside else "\n".join(boxed)


def _lines(text: str, style: str) -> str:
    joints = {"one_line": " ", "slashes": " / "}
    if style not in joints:
        return text
    return joints[style].join(line.strip() for line in text.split("\n") if line.strip())


def _number(number: int, style: str, digits: DigitStyle) -> str:
    if style == "words":
        return number_words(number)
    return made_in_style(str(number) if style == "plain" else f"{number:,}", digits)


def _money(satang: int, style: str, digits: DigitStyle) -> str:
    if style == "words":
        return baht_words(satang)
    whole = style == "dash" and satang % _SATANG == 0
    return format_baht(satang, digits) + (".-" if whole else "")


def _percent(hundredths: int, style: str) -> str:
    sign, (whole, rest) = "-" * (hundredths < 0), divmod(abs(hundredths), 100)
    exact = f"{sign}{whole}.{rest:02}"
    return exact if style == "two_decimals" else exact.rstrip("0").rstrip(".")


def written_date(date: datetime.date, style: str, digits: DigitStyle) -> str:
    """Return a date in one of the styles of forms."""
    if style == "slashed_bare":
        slashed = format_date(date, DateStyle.SLASHED, DigitStyle.ARABIC)
        bare = "/".join(part.lstrip("0") for part in slashed.split("/"))
        return made_in_style(bare, digits)
    return format_date(date, DateStyle(style), digits)


def month_name(month: int, *, short: bool = True) -> str:
    """Return the name of a month of the fiscal year, from 0 for October."""
    names: Sequence[str] = MONTHS_SHORT if short else MONTHS
    return names[(month + _FISCAL_FROM) % _MONTHS]


def month_spans(months: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return months as spans that are not interrupted, each from its first month to its last."""
    spans: list[tuple[int, int]] = []
    for month in sorted(set(months)):
        if spans and spans[-1][1] == month - 1:
            spans[-1] = (spans[-1][0], month)
        else:
            spans.append((month, month))
    return tuple(spans)


def _month_names(months: Sequence[int], style: str) -> str:
    short = style != "long"
    return ", ".join(
        month_name(first, short=short)
        if first == last
        else f"{month_name(first, short=short)} - {month_name(last, short=short)}"
        for first, last in month_spans(months)
    )


def _banded(number: int, bands: Sequence[Band]) -> str:
    fitting = (one.words for one in bands if one.upto is None or number <= one.upto)
    return next(fitting, "")
