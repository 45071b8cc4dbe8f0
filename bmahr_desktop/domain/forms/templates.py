"""Wordings with places: "เป็นเงิน {amount} บาท[ ({amount:words})]".

A place "{name}" is filled with what the name stands for, "{name:style}" in a style of its own.
What stands in "[…]" is left out when nothing is known for a place in it; brackets without a place
are plain text. "{{" and "}}" are braces themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.reading import Unreadable, quoted

DOTS = "dots"
"""The place that is always left to be written by hand, "{dots}" or "{dots:40}"."""

_TOKEN = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|[\[\]{}]")
_PLACE = re.compile(r"\{ *([^\s{}:\[\]]+) *(?:: *([^{}:]*?) *)?\}")


class BadTemplate(Unreadable):
    """A wording whose places cannot be read."""


@dataclass(frozen=True)
class Place:
    """A place to fill.

    Attributes:
        name: What it is filled with.
        style: How that is written; "" for the usual way.
    """

    name: str
    style: str = ""


@dataclass(frozen=True)
class Option:
    """A part that is left out when nothing is known for a place in it."""

    parts: tuple[str | Place, ...]


Part = str | Place | Option


@dataclass(frozen=True)
class Template:
    """A wording, taken apart.

    Attributes:
        source: As written.
    """

    source: str
    parts: tuple[Part, ...]

    def places(self) -> Iterator[Place]:
        """Yield the places in it."""
        for part in self.parts:
            if isinstance(part, Place):
                yield part
            elif isinstance(part, Option):
                yield from (one for one in part.parts if isinstance(one, Place))


def parse_template(text: str) -> Template:
    """Take a wording apart.

    Raises:
        BadTemplate: If a brace is left open, or what stands in braces is no name.
    """
    outside: list[Part] = []
    option: list[str | Place] | None = None
    at = 0
    for token in _TOKEN.finditer(text):
        inner = outside if option is None else option
        inner.append(text[at : token.start()])
        at = token.end()
        match token[0]:
            case "{{" | "}}":
                inner.append(token[0][0])
            case "[" if option is None:
                option = []
            case "]" if option is not None:
                outside += _closed(option)
                option = None
            case "[" | "]":
                inner.append(token[0])
            case _:
                inner.append(_place(token[0]))
    if option is not None:
        outside += ["[", *option]
    outside.append(text[at:])
    return Template(text, tuple(_joined(outside)))


def _place(token: str) -> Place:
    found = _PLACE.fullmatch(token)
    if found is None:
        raise BadTemplate(
            msg(
                "“{text}” is no place. A place is a name in braces, as {{amount}} or"
                " {{amount:words}}; a brace itself is written twice.",
                text=quoted(token),
            )
        )
    return Place(found[1], found[2] or "")


def _closed(option: list[str | Place]) -> list[Part]:
    """Return what stood in brackets: an option if it has a place, else plain text."""
    if any(isinstance(part, Place) for part in option):
        return [Option(tuple(part for part in option if part != ""))]
    return ["[", *option, "]"]


def _joined(parts: list[Part]) -> Iterator[Part]:
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
            continue
        if words:
            yield words
            words = ""
        yield part
    if words:
        yield words
