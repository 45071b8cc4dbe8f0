"""ICU as an oracle: the copy that Qt brings along on Linux, the system's own on Windows.

Only what the tests ask for, through its C interface; PyICU would have to be compiled on the spot.
"""

import ctypes
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import PySide6

_WORDS = 1  # UBRK_WORD
_DONE = -1  # UBRK_DONE
_DEFAULT = -1  # UCOL_DEFAULT


class _Icu:
    """The functions of one version; their names carry its number, except on Windows."""

    def __init__(self) -> None:
        if sys.platform == "win32":
            self._libraries, self._suffix = [ctypes.CDLL("icu.dll")], ""
            return
        folder = Path(PySide6.__path__[0]) / "Qt" / "lib"
        (data,) = folder.glob("libicudata.so.*")
        version = re.findall(r"\.so\.(\d+)", data.name)[0]
        names = (data.name, f"libicuuc.so.{version}", f"libicui18n.so.{version}")
        loaded = [ctypes.CDLL(str(folder / name), ctypes.RTLD_GLOBAL) for name in names]
        self._libraries, self._suffix = loaded[:0:-1], f"_{version}"

    def __getattr__(self, name: str) -> Any:
        for library in self._libraries:
            if function := getattr(library, name + self._suffix, None):
                return function
        raise AttributeError(name)


_icu = _Icu()


def _opened(function: Any, *arguments: object) -> ctypes.c_void_p:
    status = ctypes.c_int(0)
    function.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(function(*arguments, ctypes.byref(status)))
    assert status.value <= 0, f"ICU error {status.value}"
    return handle


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass") + b"\0\0"


def words(text: str, locale: str = "th") -> list[str]:
    """Split a text of the basic plane into words."""
    assert max(map(ord, text), default=0) < 0x10000
    iterator = _opened(_icu.ubrk_open, _WORDS, locale.encode(), _utf16(text), len(text))
    try:
        ends = list(_ends(iterator))
    finally:
        _icu.ubrk_close(iterator)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _ends(iterator: ctypes.c_void_p) -> Iterator[int]:
    while (end := _icu.ubrk_next(iterator)) != _DONE:
        yield end


class Collator:
    """Compares texts by the rules of a locale, or by rules of one's own."""

    def __init__(self, locale: str = "th", rules: str | None = None) -> None:
        if rules is None:
            self._handle = _opened(_icu.ucol_open, locale.encode())
        else:
            size = len(_utf16(rules)) // 2 - 1
            self._handle = _opened(
                _icu.ucol_openRules, _utf16(rules), size, _DEFAULT, _DEFAULT, None
            )

    def rules(self) -> str:
        """Return the rules of the locale."""
        size = ctypes.c_int(0)
        _icu.ucol_getRules.restype = ctypes.c_void_p
        place = _icu.ucol_getRules(self._handle, ctypes.byref(size))
        return ctypes.string_at(place, 2 * size.value).decode("utf-16-le")

    def compare(self, first: str, second: str) -> int:
        """Return -1, 0 or 1."""
        one, other = _utf16(first), _utf16(second)
        result: int = _icu.ucol_strcoll(
            self._handle, one, len(one) // 2 - 1, other, len(other) // 2 - 1
        )
        return result
