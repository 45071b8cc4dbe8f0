"""Opens an exchange file: the JSON document, and the files that travel beside it.

An exchange file is either ``data.json`` with a folder ``files/`` beside it, or a zip of the two;
every file is named by its SHA-256, so that no name from outside ever becomes a place on the disk.
"""

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.exchange_faults import at
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.thai.reading import quoted

DATA = "data.json"
FILES = "files"
LARGEST_DATA = 256 * 1024 * 1024
LARGEST_FILE = 256 * 1024 * 1024
"""More is refused before it fills the memory; in bytes."""

_UNREADABLE = (
    OSError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError,
    NotImplementedError,
)  # fmt: skip
"""What zipfile says of a damaged zip."""
_LOCKED = 1
"""The bit in a zip's entry that says that a password is needed."""
_ESCAPE = re.compile(r"\\u(?:[dD][89a-fA-F]|00[01])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]|[\ud800-\udfff]")


class ExchangeFile:
    """An exchange file on the disk."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is opened when something is read from it."""
        self._path = path

    def document(self) -> Any:
        """Return the JSON document.

        Raises:
            Refused: If the file cannot be read as JSON; the messages say where and why.
        """
        data = self._read()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(
                msg("The file is not in UTF-8 (byte {offset}).", offset=error.start)
            ) from error
        return parse_json(text)

    def _read(self) -> bytes:
        try:
            if zipfile.is_zipfile(self._path):
                data = self._from_zip(DATA, LARGEST_DATA)
                if data is None:
                    raise Refused(msg("The zip holds no {name}.", name=DATA))
                return data
            if self._path.stat().st_size > LARGEST_DATA:
                _too_large(self._path.name, LARGEST_DATA)
            return self._path.read_bytes()
        except _UNREADABLE as error:
            raise self._unreadable(error) from error

    def file(self, sha256: str) -> bytes | None:
        """Return a file that travels with the document, or None if it is not there or altered.

        Raises:
            Refused: If it is too large, or cannot be read.
        """
        try:
            if zipfile.is_zipfile(self._path):
                data = self._from_zip(f"{FILES}/{sha256}", LARGEST_FILE)
            else:
                place = self._path.parent / FILES / sha256
                if place.is_file() and place.stat().st_size > LARGEST_FILE:
                    _too_large(sha256, LARGEST_FILE)
                data = place.read_bytes() if place.is_file() else None
        except _UNREADABLE as error:
            raise self._unreadable(error) from error
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            return None
        return data

    def _from_zip(self, name: str, largest: int) -> bytes | None:
        with zipfile.ZipFile(self._path) as archive:
            if name not in archive.namelist():
                return None
            packed = archive.getinfo(name)
            if packed.flag_bits & _LOCKED:
                raise self._refusal(msg("the zip is locked with a password"))
            if packed.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise self._refusal(msg("the zip is packed in an unusual way"))
            with archive.open(packed) as entry:
                data = entry.read(largest + 1)  # never trust the size that the zip declares
        if len(data) > largest:
            _too_large(name, largest)
        return data

    def _unreadable(self, error: Exception) -> Refused:
        reason = reason_of(error) if isinstance(error, OSError) else msg("the zip is damaged")
        return self._refusal(reason)

    def _refusal(self, reason: Message) -> Refused:
        return Refused(msg("“{file}” cannot be read: {reason}.", file=self._path, reason=reason))


def parse_json(text: str) -> Any:
    """Read JSON strictly: no name twice, no NaN, no lone surrogates, no control characters.

    Raises:
        Refused: With every fault that was found.
    """
    try:
        document = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise Refused(
            msg(
                "The file is not JSON from line {line}, column {column}, on.",
                line=error.lineno,
                column=error.colno,
            )
        ) from error
    except RecursionError as error:
        raise Refused(msg("The file is nested too deeply.")) from error
    if _ESCAPE.search(text) or _CONTROL.search(text):
        faults = list(_bad_texts(document, []))
        if faults:
            raise Refused(*faults)
    return document


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(msg("“{field}” stands twice in the same record.", field=quoted(twice)))
    return found


def _no_constant(name: str) -> NoReturn:
    raise Refused(msg("{name} is not a number that JSON allows.", name=name))


def _whole(digits: str) -> int:
    if len(digits) > 20:
        raise Refused(msg("The number {number} is too large.", number=quoted(digits)))
    return int(digits)


def _bad_texts(node: Any, path: list[str | int]) -> Iterator[Message]:
    """Yield what cannot stand in a text: controls, and halves of a surrogate pair."""
    if isinstance(node, str):
        if found := _CONTROL.search(node):
            fault = msg("holds a character that no text may hold: {code}", code=_code(found[0]))
            yield at(path, fault)
    elif isinstance(node, list):
        for number, one in enumerate(node):
            yield from _bad_texts(one, [*path, number])
    elif isinstance(node, dict):
        for name, one in node.items():
            yield from _bad_texts(name, path)
            yield from _bad_texts(one, [*path, name])


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _too_large(name: str, largest: int) -> NoReturn:
    raise Refused(
        msg(
            "“{file}” is too large; at most {size} MB can be read.",
            file=name,
            size=largest // 1_048_576,
        )
    )
