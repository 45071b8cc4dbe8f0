"""The library in C that tells Qt where Thai lines may end, and that reads words for the paper.

It reads as `bmahr_desktop.thai.segment` does, some ten times faster; ``resources/native`` has its
source. Where it was not built, Qt goes by its own rules and the paper by those in Python.
"""

import ctypes
import sys
from array import array
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Self

from bmahr_desktop.places import resource
from bmahr_desktop.thai.words import SHIPPED

LIBRARY = resource("native", "thai.dll" if sys.platform == "win32" else "libthai.so.0")
"""Where the build of it lies; the name is that which Qt looks for."""

_LONGEST = 255
"""Letters of a name that the library takes."""


@cache
def library() -> ctypes.PyDLL | None:
    """Load the library for as long as the process lives; None where there is none that works.

    Qt looks for a library of this name at the first Thai text that it lays out, and never again.
    Whoever shows Thai calls this before.
    """
    return open_library(LIBRARY, SHIPPED)


def open_library(path: Path, words: Path) -> ctypes.PyDLL | None:
    """Load a library by its absolute path, and give it a word list; None if either is wrong."""
    try:
        packed = words.read_bytes()
        # Its calls take microseconds: giving up Python's lock for them would cost more.
        opened = ctypes.PyDLL(str(path))
        opened.bt_load.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
        opened.bt_ends.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_void_p,
        ]  # fmt: skip
        taken = opened.bt_load(packed, len(packed))
    except (OSError, AttributeError):
        return None
    if not taken:
        return None
    # Qt may lay out a text after Python's last breath: the words are never freed.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(packed))
    return opened


class NativeReading:
    """Reads runs of Thai letters as words, with some names; like `segment.Reading`."""

    def __init__(self, opened: ctypes.PyDLL, names: Iterable[str]) -> None:
        """Take a library that was opened, and names of Thai letters only."""
        self._ends = opened.bt_ends
        packed = (bytes([len(name)]) + name.encode("tis-620") for name in names)
        self._names = b"".join(packed) + b"\0"

    @classmethod
    def with_names(cls, names: Iterable[str]) -> Self | None:
        """Return one by the shipped words; None where the library is not there or cannot."""
        names = tuple(names)
        opened = library()
        if opened is None or any(len(name) > _LONGEST for name in names):
            return None
        return cls(opened, names)

    def ends(self, run: str) -> tuple[int, ...]:
        """Return the offsets at which words of a run of Thai letters end, the last included."""
        size = len(run)
        found = array("i", bytes(4 * size))
        count = self._ends(run.encode("tis-620"), size, self._names, found.buffer_info()[0])
        return tuple(found[:count])
