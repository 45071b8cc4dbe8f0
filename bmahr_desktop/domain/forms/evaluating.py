"""What fields and columns show: answers, records, wordings, and what is computed."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from bmahr_desktop.domain.body import plain_body
from bmahr_desktop.domain.forms.definition import Definition, Shown
from bmahr_desktop.domain.forms.expressions import (
    Call,
    Condition,
    Expression,
    Name,
    Number,
    Operation,
    combined,
    kind_of,
    share,
    total,
    total_known,
)
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.names import BLANK, Named
from bmahr_desktop.domain.forms.templates import Option, Place
from bmahr_desktop.domain.forms.values import Value, written
from bmahr_desktop.thai.baht import baht_words, number_words


class Lookup(Protocol):
    """Whatever gives the values of names: a form, or a row of a table."""

    @property
    def definition(self) -> Definition:
        """Return the form's definition."""

    @property
    def blank(self) -> bool:
        """Tell whether nothing is filled in."""

    def value(self, name: str) -> Value:
        """Return the value of a name."""

    def named(self, name: str) -> Named | None:
        """Return what a name stands for."""

    def so_far(self, name: str) -> int | None:
        """Return the sum of a column from the first row to this one."""

    def column(self, name: str) -> list[int | None]:
        """Return the numbers of a column of a table in all its rows."""

    def count(self, name: str) -> int | None:
        """Return how many rows a table has; None while there are none."""


def value_of(shown: Shown, scope: Lookup, own: Callable[[Shown], Value]) -> Value:
    """Return what a field or a column shows.

    Args:
        shown: The field or column.
        scope: Gives the values that it rests on.
        own: Gives its own value, where it has one.
    """
    if shown.text is not None:
        found = Value(FieldKind.TEXT, plain_text(shown, scope))
    elif shown.compute is not None:
        found = computed(shown.compute, scope)
    else:
        found = own(shown)
    if not found.known and shown.default:
        body = shown.kind is FieldKind.BODY
        found = replace(found, data=plain_body(shown.default) if body else shown.default, key=None)
    return replace(
        found,
        choices=shown.choices or found.choices,
        bands=shown.bands,
        style=shown.style or found.style,
    )


def plain_text(shown: Shown, scope: Lookup) -> str:
    """Return a wording that stands for a value, as one text; "" if nothing in it is known."""
    template = shown.text
    if template is None:
        return ""
    values = {one: scope.value(one.name) for one in template.places()}
    if values and not any(value.known for value in values.values()):
        return ""
    definition = scope.definition

    def said(part: str | Place) -> str:
        if isinstance(part, str):
            return part
        return written(values[part], part.style, definition.digits, definition.dates)

    words = ""
    for part in template.parts:
        if isinstance(part, Option):
            pieces = [said(one) for one in part.parts]
            words += "".join(pieces) if all(pieces) else ""
        else:
            words += said(part) or definition.unknown
    return words


def computed(expression: Expression, scope: Lookup) -> Value:
    """Return what an expression gives; unknown where it rests on something unknown."""

    def known(name: str) -> FieldKind | None:
        named = scope.named(name)
        return named.kind if named else None

    kind = kind_of(expression, known)
    if isinstance(expression, Call) and expression.function == "words":
        inner = computed(expression.parts[0], scope)
        if inner.number is None:
            return Value(FieldKind.TEXT, "")
        money = inner.kind is FieldKind.MONEY
        return Value(
            FieldKind.TEXT, baht_words(inner.number) if money else number_words(inner.number)
        )
    number = _number(expression, scope)
    return Value(kind, _dated(number) if kind is FieldKind.DATE else number)


def _dated(days: int | None) -> datetime.date | None:
    """Return the day of a number of days; None if the calendar has no such day."""
    there = days is not None and 0 < days <= datetime.date.max.toordinal()
    return datetime.date.fromordinal(days) if there and days is not None else None


def _number(expression: Expression, scope: Lookup) -> int | None:
    match expression:
        case Number(value):
            return value
        case Name(name):
            found = scope.value(name)
            day = found.data
            return day.toordinal() if isinstance(day, datetime.date) else found.number
        case Operation(sign, left, right):
            return combined(sign, _number(left, scope), _number(right, scope))
        case Call("share", (part, whole)):
            return share(_number(part, scope), _number(whole, scope))
        case Call(function, (Name(name),)):
            return _of_column(function, name, scope)
        case Call():
            return None


def _of_column(function: str, name: str, scope: Lookup) -> int | None:
    if function == "cumulative":
        return scope.so_far(name)
    if function == "count":
        return scope.count(name)
    numbers = scope.column(name)
    return total_known(numbers) if function == "sum_known" else total(numbers)


def holds(condition: Condition, scope: Lookup) -> bool:
    """Tell whether a condition holds; on a blank form, all is there that may be there."""
    if condition.name == BLANK:
        return scope.blank is not condition.negated
    if scope.blank:
        return not (condition.negated and condition.value is None)
    value = scope.value(condition.name)
    if condition.value is None:
        named = scope.named(condition.name)
        if named is not None and named.kind is FieldKind.TABLE:
            return (scope.count(condition.name) is not None) is not condition.negated
        return value.known is not condition.negated
    data = str(value.data) if value.known else ""
    return (data == condition.value) is not condition.negated
