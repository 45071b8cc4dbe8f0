"""A table of a TOML file as it is read key by key: types, limits, and keys that are not known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from bmahr_desktop.domain.forms.expressions import (
    Condition,
    Expression,
    parse_condition,
    parse_expression,
)
from bmahr_desktop.domain.forms.templates import Template, parse_template
from bmahr_desktop.forms.faults import FormFault
from bmahr_desktop.forms.toml_lines import Path, TomlLines
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.reading import Unreadable, quoted

LONGEST_WORDS, LONGEST_LINE = 20_000, 500
MOST_ENTRIES = 500
_MOST_FAULTS = 50

Chosen = TypeVar("Chosen", bound=StrEnum)
Read = TypeVar("Read")


class Faults:
    """Collects what is wrong in one file."""

    def __init__(self, file: str, lines: TomlLines) -> None:
        """Take the file's name and the lines of its keys."""
        self._file, self._lines = file, lines
        self.found: list[FormFault] = []

    def add(self, path: Path, message: Message) -> None:
        """Note that something is wrong with a key; more than some are not told."""
        if len(self.found) < _MOST_FAULTS:
            self.found.append(FormFault(self._file, self._lines.of(*path), message))


class Keys:
    """The keys of one table with single values; `close` tells of those that nobody took."""

    def __init__(self, data: Mapping[str, Any], path: Path, faults: Faults) -> None:
        """Take a table.

        Args:
            data: Its keys and values.
            path: Where it stands.
            faults: Where to tell what is wrong.
        """
        self._data, self.path, self.faults = data, path, faults
        self._taken: set[str] = set()

    def has(self, key: str) -> bool:
        """Tell whether a key is there."""
        return key in self._data

    def wrong(self, key: str, message: Message) -> None:
        """Tell that something is wrong with a key."""
        self.faults.add((*self.path, key), message)

    def close(self) -> None:
        """Tell of keys that nobody took."""
        for key in self._data:
            if key not in self._taken:
                close = get_close_matches(key, self._taken, 1)
                if close:
                    said = msg("There is no “{key}” here. Is “{close}” meant?",
                               key=quoted(key), close=close[0])  # fmt: skip
                else:
                    known = " ".join(sorted(self._taken))
                    said = msg("There is no “{key}” here, only {known}.",
                               key=quoted(key), known=known)  # fmt: skip
                self.wrong(key, said)

    def _take(self, key: str) -> Any:
        self._taken.add(key)
        return self._data.get(key)

    # ------------------------------------------------------------------ single values

    def text(self, key: str, default: str = "", longest: int = LONGEST_LINE) -> str:
        """Return a text."""
        found = self._take(key)
        if found is None:
            return default
        if not isinstance(found, str):
            self.wrong(key, msg("“{key}” must be a text in quotation marks.", key=key))
            return default
        if len(found) > longest:
            self.wrong(key, msg("“{key}” is longer than {most} letters.", key=key, most=longest))
            return default
        return found

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        found = self._take(key)
        if found is None:
            return default
        if not isinstance(found, bool):
            self.wrong(key, msg("“{key}” must be true or false.", key=key))
            return default
        return found

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """Return a whole number between two others."""
        found = self._take(key)
        if found is None:
            return default
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            self.wrong(
                key,
                msg("“{key}” must be a whole number from {least} to {most}.",
                    key=key, least=least, most=most),
            )  # fmt: skip
            return default
        return found

    def measure(self, key: str, default: float, least: float, most: float) -> float:
        """Return a number between two others."""
        found = self._take(key)
        if found is None:
            return default
        right = isinstance(found, int | float) and not isinstance(found, bool)
        if not right or not least <= found <= most:
            self.wrong(
                key,
                msg("“{key}” must be a number from {least} to {most}.",
                    key=key, least=least, most=most),
            )  # fmt: skip
            return default
        return float(found)

    def one_of(self, key: str, kind: type[Chosen], default: Chosen) -> Chosen:
        """Return one of a few words."""
        return self.maybe_one_of(key, kind) or default

    def maybe_one_of(self, key: str, kind: type[Chosen]) -> Chosen | None:
        """Return one of a few words; None where there is none."""
        found = self._take(key)
        if found is None:
            return None
        if isinstance(found, str) and found in list(kind):
            return kind(found)
        self.wrong(
            key,
            msg("“{key}” must be one of: {words}.", key=key, words=" ".join(list(kind))),
        )
        return None

    def raw(self, key: str) -> Mapping[str, Any]:
        """Return a table as it stands."""
        found = self._take(key)
        if found is None:
            return {}
        if not isinstance(found, dict):
            self.wrong(key, msg("“{key}” must be a table, begun with [{key}].", key=key))
            return {}
        return found

    def raw_of(self, key: str) -> Any:
        """Return a value as it stands, whatever it is; it is not taken by that."""
        return self._data.get(key)

    def names(self) -> Iterator[str]:
        """Yield all keys."""
        yield from self._data


class Entries(Keys):
    """The keys of one table: wordings, lists, and tables in it."""

    # ------------------------------------------------------------------ what has a grammar

    def template(self, key: str) -> Template | None:
        """Return a wording with places; None where there is none."""
        if not self.has(key):
            self._taken.add(key)
            return None
        return self._parsed(key, self.text(key, longest=LONGEST_WORDS), parse_template)

    def templates(self, key: str, most: int = 40) -> tuple[Template, ...]:
        """Return a list of wordings."""
        parsed = (self._parsed(key, one, parse_template) for one in self.texts(key, most))
        return tuple(one for one in parsed if one is not None)

    def expression(self, key: str) -> Expression | None:
        """Return what is to be computed; None where there is none."""
        found = self.text(key)
        return self._parsed(key, found, parse_expression) if self.has(key) else None

    def conditions(self, key: str = "when") -> tuple[Condition, ...]:
        """Return conditions: one as a text, several as a list."""
        if isinstance(self._data.get(key), str):
            texts: Sequence[str] = (self.text(key),)
        else:
            texts = self.texts(key, 10)
        parsed = (self._parsed(key, one, parse_condition) for one in texts)
        return tuple(one for one in parsed if one is not None)

    def _parsed(self, key: str, text: str, parse: Callable[[str], Read]) -> Read | None:
        try:
            return parse(text)
        except Unreadable as unreadable:
            self.wrong(key, unreadable.message)
            return None

    # ------------------------------------------------------------------ lists and tables

    def texts(self, key: str, most: int = 40) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self._take(key)
        if found is None:
            return ()
        right = isinstance(found, list) and all(isinstance(one, str) for one in found)
        if not right or len(found) > most or any(len(one) > LONGEST_WORDS for one in found):
            self.wrong(
                key,
                msg("“{key}” must be a list of at most {most} texts, as [\"…\", \"…\"].",
                    key=key, most=most),
            )  # fmt: skip
            return ()
        return tuple(found)

    def numbers(self, key: str, default: Sequence[float], most: float) -> tuple[float, ...]:
        """Return a list of as many numbers as the usual ones are."""
        found = self._take(key)
        if found is None:
            return tuple(default)
        right = isinstance(found, list) and len(found) == len(default)
        if not right or not all(
            isinstance(one, int | float) and not isinstance(one, bool) and 0 <= one <= most
            for one in found
        ):
            self.wrong(
                key,
                msg("“{key}” must be a list of {count} numbers from 0 to {most}.",
                    key=key, count=len(default), most=most),
            )  # fmt: skip
            return tuple(default)
        return tuple(float(one) for one in found)

    def inner(self, key: str) -> "Entries | None":
        """Return a table in this one; None where there is none."""
        found = self._take(key)
        if found is None:
            return None
        if not isinstance(found, dict):
            self.wrong(key, msg("“{key}” must be a table, begun with [{key}].", key=key))
            return None
        return Entries(found, (*self.path, key), self.faults)

    def each(self, key: str, most: int = MOST_ENTRIES) -> Iterator["Entries"]:
        """Yield the tables of a list."""
        found = self._take(key)
        if found is None:
            return
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            said = msg("“{key}” must be several tables, each begun with [[{key}]].", key=key)
            self.wrong(key, said)
        elif len(found) > most:
            self.wrong(key, msg("There are more than {most} “{key}”.", key=key, most=most))
        else:
            for number, one in enumerate(found):
                yield Entries(one, (*self.path, key, number), self.faults)

    def grid(self, key: str, most: int = 20) -> Iterator[list["Entries"]]:
        """Yield the rows of a list of lists of tables."""
        found = self._take(key)
        if found is None:
            return
        right = isinstance(found, list) and all(
            isinstance(row, list) and all(isinstance(one, dict) for one in row) for row in found
        )
        if not right or len(found) > most or any(len(row) > MOST_ENTRIES for row in found):
            said = msg(
                "“{key}” must be a list of rows, each a list of cells, as"
                " [[{{text = \"…\"}}, {{text = \"…\"}}]].",
                key=key,
            )  # fmt: skip
            self.wrong(key, said)
            return
        for r, row in enumerate(found):
            yield [Entries(one, (*self.path, key, r, c), self.faults) for c, one in enumerate(row)]
