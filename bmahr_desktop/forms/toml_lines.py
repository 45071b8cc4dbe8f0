"""On which line of a TOML file each key stands; Python's reader does not tell.

The text has been read by that reader already, so that it is known to be sound TOML.
"""

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]
_SPACE = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"""("{0,2})', re.DOTALL),
    re.compile(r"'''.*?'''('{0,2})", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)
_OTHER = re.compile(r"[^,\]\}#\n]*")
_ESCAPED = re.compile(r'\\(["\\])')


class TomlLines:
    """The lines of a file."""

    def __init__(self, text: str) -> None:
        """Look the text through, which must be sound TOML."""
        self._text, self._at, self._line, self._counted = text, 0, 1, 0
        self._arrays: dict[Path, int] = {}
        self.lines: dict[Path, int] = {(): 1}
        self._read()

    def of(self, *path: str | int) -> int:
        """Return the line of a key, or of the nearest one that it stands in."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    # ------------------------------------------------------------------ statements

    def _read(self) -> None:
        inside: Path = ()
        while True:
            self._skip(_SPACE)
            if self._at >= len(self._text):
                return
            if self._text[self._at] == "[":
                inside = self._header()
            else:
                self._pair(inside)

    def _header(self) -> Path:
        several = self._text.startswith("[[", self._at)
        self._at += 2 if several else 1
        keys = self._keys()
        path: Path = ()
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            if several and number == len(keys):
                self._arrays[path] = self._arrays.get(path, 0) + 1
                self._note(path)
            if path in self._arrays:
                path = (*path, self._arrays[path] - 1)
        self._skip(_SPACE)
        self._at += 2 if several else 1
        self._note(path)
        return path

    def _pair(self, inside: Path) -> None:
        path = inside
        for key in self._keys():
            path = (*path, key)
            self._note(path)
        self._skip(_SPACE)
        self._at += 1
        self._value(path)

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            found = _KEY.match(self._text, self._at)
            if found is None:
                return keys
            keys.append(_bare(found[0]))
            self._at = found.end()
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    # ------------------------------------------------------------------ values

    def _value(self, path: Path) -> None:
        self._skip(_SPACE)
        self.lines.setdefault(path, self._line_here())
        first = self._text[self._at : self._at + 1]
        if first == "[":
            self._array(path)
        elif first == "{":
            self._inline(path)
        elif first in ('"', "'"):
            self._at = next(
                found.end() for one in _STRINGS if (found := one.match(self._text, self._at))
            )
        else:
            self._skip(_OTHER)

    def _array(self, path: Path) -> None:
        self._at += 1
        number = 0
        while True:
            self._skip(_SPACE)
            if self._text.startswith("]", self._at):
                self._at += 1
                return
            self._value((*path, number))
            number += 1
            self._skip(_SPACE)
            if self._text.startswith(",", self._at):
                self._at += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        while True:
            self._skip(_SPACE)
            if self._text.startswith("}", self._at):
                self._at += 1
                return
            self._pair(path)
            self._skip(_SPACE)
            if self._text.startswith(",", self._at):
                self._at += 1

    # ------------------------------------------------------------------ places

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _note(self, path: Path) -> None:
        self.lines[path] = self._line_here()

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


def _bare(key: str) -> str:
    """Return a key without its quotes."""
    if key[0] == "'":
        return key[1:-1]
    return _ESCAPED.sub(r"\1", key[1:-1]) if key[0] == '"' else key


def depth_of(data: Mapping[str, object], most: int) -> int:
    """Return how deep tables and lists stand inside each other, counting no further than `most`."""
    level: list[object] = [data]
    for depth in range(most):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return depth
    return most
