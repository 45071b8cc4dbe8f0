"""Words for what is wrong in an exchange file: the place, the fault, what was expected."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import jsonschema_rs

from bmahr_desktop.domain.exchange_schema import exchange_schema
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.reading import quoted

Path = Sequence[str | int]
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def at(path: Path, fault: Message) -> Message:
    """Return a fault with its place."""
    return msg("{path}: {fault}", path=json_path(path), fault=fault)


def json_path(path: Path) -> str:
    """Return a place in JSON as people write it, "$.meetings[0].title"."""
    shown = "$"
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        else:
            shown += f".{step}" if _NAME.fullmatch(step) else f"[{quoted(step)!r}]"
    return shown


def schema_faults(document: Any) -> Iterator[Message]:
    """Yield everything in a document that is not of the format."""
    for error in _validator().iter_errors(document):
        yield at(error.instance_path, _worded(error))


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(exchange_schema(), validate_formats=True)


def _worded(error: jsonschema_rs.ValidationError) -> Message:
    kind = error.kind.name
    word = _WORDINGS.get(kind)
    if word is None:
        return msg("does not fit the format ({rule})", rule=kind)
    return word(error.instance, getattr(error.kind, "value", None))


def _wrong_type(found: Any, expected: list[str]) -> Message:
    return msg(
        "is {found}; expected {expected}",
        found=_kind_of(found),
        expected=_TYPES.get(next(one for one in expected if one != "null"), msg("something else")),
    )


def _kind_of(value: Any) -> Message:
    if value is None:
        return msg("empty (null)")
    for kind, name in _KINDS:
        if isinstance(value, kind):
            return _TYPES[name]
    return msg("something else")


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (str, "string"),
    (int, "integer"),
    (float, "number"),
    (list, "array"),
    (dict, "object"),
)
_TYPES = {
    "boolean": msg("true or false"),
    "string": msg("text"),
    "integer": msg("a whole number"),
    "number": msg("a number"),
    "array": msg("a list"),
    "object": msg("a record in braces"),
}
_FORMS = {
    "^[0-9a-f]{8}-": msg("a UUID in small letters, as 0b2f6a1c-…"),
    "^[0-9a-f]{64}": msg("a SHA-256 of 64 hexadecimal digits"),
    "^([01][0-9]|": msg("a time of 24 hours, as 09:30"),
    "^[12][0-9]{3}-": msg("a year and a month of the Common Era, as 2021-01"),
    "^[A-Za-z0-9ก": msg("a short code of letters and digits, without spaces"),
}


def _wrong_form(found: str, pattern: str) -> Message:
    expected = next(
        (words for start, words in _FORMS.items() if pattern.startswith(start)),
        msg("something else"),
    )
    return msg("is “{found}”; expected {expected}", found=quoted(found), expected=expected)


def wrong_format(found: str, form: str) -> Message:
    """Return the words for a date or a moment that is none."""
    expected = (
        msg("a date of the Common Era, as 2021-01-06")
        if form == "date"
        else msg("a moment with its time zone, as 2021-01-06T09:30:00+07:00")
    )
    return msg("is “{found}”; expected {expected}", found=quoted(found), expected=expected)


def _listed(values: Sequence[Any]) -> str:
    return ", ".join(str(value) for value in values)


_WORDINGS: dict[str, Callable[[Any, Any], Message]] = {
    "required": lambda _, field: msg("lacks “{field}”", field=quoted(str(field))),
    "additionalProperties": lambda _, fields: msg(
        "has “{fields}”, which the format does not know", fields=quoted(_listed(fields))
    ),
    "type": _wrong_type,
    "enum": lambda found, options: msg(
        "is “{found}”; expected one of: {options}",
        found=quoted(str(found)),
        options=_listed(options),
    ),
    "pattern": _wrong_form,
    "format": wrong_format,
    "minimum": lambda found, limit: msg(
        "is {found}; the least is {limit}", found=found, limit=limit
    ),
    "exclusiveMinimum": lambda found, limit: msg(
        "is {found}; it must be more than {limit}", found=found, limit=limit
    ),
    "maximum": lambda found, limit: msg(
        "is {found}; the most is {limit}", found=found, limit=limit
    ),
    "minLength": lambda _, __: msg("is empty; expected {expected}", expected=_TYPES["string"]),
    "maxLength": lambda found, limit: msg(
        "has {found} characters; at most {limit} are allowed", found=len(found), limit=limit
    ),
    "minItems": lambda found, limit: msg(
        "has {found} entries; at least {limit} are needed", found=len(found), limit=limit
    ),
    "maxItems": lambda found, limit: msg(
        "has {found} entries; at most {limit} are allowed", found=len(found), limit=limit
    ),
}
