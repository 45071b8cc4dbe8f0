"""What a form computes: "sum(costs.amount)", "rate * people", "end + 14"; and conditions.

Numbers are exact and never grow beyond any budget; what rests on something unknown is unknown.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bmahr_desktop.domain.forms.kinds import COUNTED, FieldKind
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.reading import Unreadable, quoted

LARGEST = 10**18
"""No result is larger, either way."""
_WHOLE = 10_000
"""All of something, in hundredths of a per cent."""
_DEEPEST, _LONGEST = 20, 300
NAME = "[A-Za-z_ก-๎][A-Za-z0-9_ก-๙]*"
"""What names look like; marks of Thai are no letters to Python, so they are named here."""
_PATH = rf"{NAME}(?:\.{NAME})*"
_TOKEN = re.compile(rf"\s*(?:([0-9]{{1,15}})|({_PATH})|([-+*(),]))")
_CONDITION = re.compile(rf"(not )?({_PATH})(?: is (not )?(\S.*))?")

PER_ROW = ("cumulative",)
"""Functions that stand in a column: what they say depends on the row."""
FUNCTIONS = ("sum", "sum_known", "count", "words", "share", *PER_ROW)


class BadExpression(Unreadable):
    """Something that cannot be computed."""


@dataclass(frozen=True)
class Number:
    """A whole number."""

    value: int


@dataclass(frozen=True)
class Name:
    """A field, a column, or a column of a table: "costs.amount"."""

    name: str


@dataclass(frozen=True)
class Call:
    """A function of something."""

    function: str
    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class Operation:
    """Two things added, subtracted or multiplied."""

    sign: str
    left: "Expression"
    right: "Expression"


Expression = Number | Name | Call | Operation


@dataclass(frozen=True)
class Condition:
    """What must hold.

    Attributes:
        name: What is looked at.
        value: What it must be; None if it need only be known.
        negated: Whether just the contrary must hold.
    """

    name: str
    value: str | None = None
    negated: bool = False


def parse_condition(text: str) -> Condition:
    """Read a condition: "name", "not name", "name is value", "name is not value".

    Raises:
        BadExpression: If it is none of these.
    """
    found = _CONDITION.fullmatch(text.strip())
    if found is None or (found[1] and found[4]):
        raise BadExpression(
            msg(
                "“{text}” is no condition. Write a name, “not” and a name, or “name is value”.",
                text=quoted(text),
            )
        )
    return Condition(found[2], found[4], bool(found[1] or found[3]))


def parse_expression(text: str) -> Expression:
    """Read what is to be computed.

    Raises:
        BadExpression: If it cannot be understood.
    """
    return _Parser(text).whole()


class _Parser:
    """Reads one expression from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._deep = text, 0
        self._tokens = list(self._cut(text.strip()))
        self._at = 0

    def _wrong(self) -> BadExpression:
        return BadExpression(
            msg(
                "“{text}” cannot be computed. Write as sum(costs.amount), rate * people or"
                " received - used; the functions are {functions}.",
                text=quoted(self._text),
                functions=" ".join(FUNCTIONS),
            )
        )

    def _cut(self, text: str) -> Iterator[tuple[str, str]]:
        at = 0
        if not text or len(text) > _LONGEST:
            raise self._wrong()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise self._wrong()
            at = found.end()
            kind = next(k for k in (1, 2, 3) if found[k] is not None)
            yield ("number", "name", "sign")[kind - 1], found[kind]

    def _next_is(self, *signs: str) -> bool:
        here = self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")
        return here[0] == "sign" and here[1] in signs

    def _take(self) -> tuple[str, str]:
        if self._at == len(self._tokens):
            raise self._wrong()
        self._at += 1
        return self._tokens[self._at - 1]

    def whole(self) -> Expression:
        found = self._sum()
        if self._at != len(self._tokens):
            raise self._wrong()
        return found

    def _sum(self) -> Expression:
        self._deep += 1
        if self._deep > _DEEPEST:
            raise self._wrong()
        found = self._product()
        while self._next_is("+", "-"):
            found = Operation(self._take()[1], found, self._product())
        self._deep -= 1
        return found

    def _product(self) -> Expression:
        found = self._single()
        while self._next_is("*"):
            self._take()
            found = Operation("*", found, self._single())
        return found

    def _single(self) -> Expression:
        kind, words = self._take()
        if kind == "number":
            return Number(int(words))
        if kind == "name" and self._next_is("("):
            return self._call(words)
        if kind == "name":
            return Name(words)
        if words != "(":
            raise self._wrong()
        found = self._sum()
        if self._take() != ("sign", ")"):
            raise self._wrong()
        return found

    def _call(self, function: str) -> Expression:
        self._take()
        parts = [self._sum()]
        while self._next_is(","):
            self._take()
            parts.append(self._sum())
        wanted = 2 if function == "share" else 1
        if self._take() != ("sign", ")") or function not in FUNCTIONS or len(parts) != wanted:
            raise self._wrong()
        only_name = function in ("sum", "sum_known", "count", *PER_ROW)
        if only_name and not isinstance(parts[0], Name):
            raise self._wrong()
        return Call(function, tuple(parts))


def names_in(expression: Expression) -> Iterator[str]:
    """Yield the names that an expression speaks of."""
    match expression:
        case Name(name):
            yield name
        case Call(_, parts):
            for part in parts:
                yield from names_in(part)
        case Operation(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Number():
            return


# ---------------------------------------------------------------- kinds


def kind_of(expression: Expression, known: Callable[[str], FieldKind | None]) -> FieldKind:
    """Return the kind of what an expression gives.

    Args:
        expression: What is computed.
        known: Gives the kind of a name, or None if there is no such name.

    Raises:
        BadExpression: If a name is unknown, or things are mixed that do not go together.
    """
    match expression:
        case Number():
            return FieldKind.NUMBER
        case Name(name):
            return _named(name, known)
        case Operation(sign, left, right):
            return _mixed(sign, kind_of(left, known), kind_of(right, known))
        case Call("count", _):
            _named(next(names_in(expression)), known)
            return FieldKind.NUMBER
        case Call("words", (part,)):
            _among(kind_of(part, known), (FieldKind.MONEY, FieldKind.NUMBER))
            return FieldKind.TEXT
        case Call("share", (part, whole)):
            _mixed("+", kind_of(part, known), kind_of(whole, known))
            return FieldKind.PERCENT
        case Call(_, parts):
            return _among(kind_of(parts[0], known), COUNTED)


def _named(name: str, known: Callable[[str], FieldKind | None]) -> FieldKind:
    kind = known(name)
    if kind is None:
        raise BadExpression(msg("There is no “{name}” in this form.", name=quoted(name)))
    return kind


def _among(kind: FieldKind, wanted: Sequence[FieldKind]) -> FieldKind:
    if kind not in wanted:
        raise BadExpression(msg("One cannot compute with what is “{kind}”.", kind=kind.value))
    return kind


def _mixed(sign: str, left: FieldKind, right: FieldKind) -> FieldKind:
    if left is FieldKind.DATE and sign != "*":
        if right is FieldKind.NUMBER:
            return FieldKind.DATE
        if right is FieldKind.DATE and sign == "-":
            return FieldKind.NUMBER
    for kind in (left, right):
        _among(kind, COUNTED)
    if sign == "*" and FieldKind.NUMBER in (left, right):
        return right if left is FieldKind.NUMBER else left
    if sign != "*" and left is right:
        return left
    raise BadExpression(
        msg("“{left}” and “{right}” do not go together here.", left=left.value, right=right.value)
    )


# ---------------------------------------------------------------- computing


def bounded(number: int | None) -> int | None:
    """Return a number, or None if it is larger than anything that can be meant."""
    return number if number is not None and abs(number) <= LARGEST else None


def combined(sign: str, left: int | None, right: int | None) -> int | None:
    """Return what an operation gives; None if a part of it is unknown."""
    if left is None or right is None:
        return None
    match sign:
        case "+":
            return bounded(left + right)
        case "-":
            return bounded(left - right)
        case _:
            return bounded(left * right)


def total(numbers: Sequence[int | None]) -> int | None:
    """Return a sum; None if there is nothing to add, or a part of it is unknown."""
    known = [number for number in numbers if number is not None]
    return bounded(sum(known)) if known and len(known) == len(numbers) else None


def total_known(numbers: Sequence[int | None]) -> int | None:
    """Return the sum of what is known; None if nothing is."""
    return total([number for number in numbers if number is not None])


def share(part: int | None, whole: int | None) -> int | None:
    """Return a part of a whole in hundredths of a per cent, half of one rounded up."""
    if part is None or not whole or whole < 0 or part < 0:
        return None
    return bounded((2 * part * _WHOLE + whole) // (2 * whole))
