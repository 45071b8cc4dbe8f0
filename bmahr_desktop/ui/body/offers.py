"""What may be put in while somebody writes: text modules by a short code, names of the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bmahr_desktop.thai.searchkey import search_key

SIGN = ";"
"""Begins the code of a text module."""


@dataclass(frozen=True)
class Snippet:
    """A text module, ready to be put in.

    Attributes:
        code: What is typed for it, without the `SIGN` before it.
        title: What the list calls it.
        text: What is put in; a line end begins a paragraph. What stands in it in square brackets,
            as [หน่วยงาน], is a gap that is filled in by hand.
    """

    code: str
    title: str
    text: str


class Offers(Protocol):
    """Knows the text modules and the names that may be put in.

    Both are asked while somebody types, so they answer from memory, in a millisecond or two.
    """

    def modules(self) -> Sequence[Snippet]:
        """Return the text modules, as a list shows them."""

    def names(self, prefix: str) -> Sequence[str]:
        """Return the names of people and units that begin with some letters, the likeliest first.

        They take the place of the letters, so each is to be written as it stands in a text. It
        is asked for several beginnings at each pause; for what no name begins with, the answer
        is empty.
        """


@dataclass(frozen=True)
class Offer:
    """A line of the list.

    Attributes:
        words: What the line says.
        text: What is put in.
        code: The code that would do the same; empty for a name.
    """

    words: str
    text: str
    code: str = ""


def module_offers(modules: Sequence[Snippet], typed: str) -> list[Offer]:
    """Return the modules that letters lead to: first by their codes, then by words of the title."""
    key = search_key(typed).strip()
    by_code = [one for one in modules if search_key(one.code).startswith(key)]
    by_title = [one for one in modules if one not in by_code and key in search_key(one.title)]
    return [
        Offer(one.title or " ".join(one.text.split()), one.text, one.code)
        for one in (*by_code, *by_title)
    ]


def module_of(modules: Sequence[Snippet], code: str) -> Snippet | None:
    """Return the module of exactly this code, however it is typed."""
    key = search_key(code).strip()
    return next((one for one in modules if search_key(one.code).strip() == key), None)


def name_offers(names: Sequence[str]) -> list[Offer]:
    """Return names as lines of the list."""
    return [Offer(name, name) for name in dict.fromkeys(names)]
