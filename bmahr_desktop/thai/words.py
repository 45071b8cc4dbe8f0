"""The word list, packed so that it costs nothing to open.

The file is a trie in two arrays (Aoe's double array): from state ``s`` the letter with code ``c``
leads to ``t = base[s] + c`` when ``check[t] == c``; no two states share a base, so one byte is
enough to check. ``cost[t]`` is what a word that ends in ``t`` costs, in hundredths of a nat, or 0
where no word ends. ``resources/words/build.py`` makes it.
"""

from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bmahr_desktop.places import resource

MAGIC = b"BMW1"
FIRST = 0x0E00
"""A letter's code is its code point less this."""
SHIPPED = resource("words", "thai.words")
"""The word list that the program brings along."""


@dataclass(frozen=True, slots=True)
class WordList:
    """A trie of words with their costs."""

    base: "array[int]"
    check: bytes
    cost: "array[int]"


def read_words(path: Path) -> WordList:
    """Read a packed word list.

    Raises:
        ValueError: If the file is not one.
    """
    packed = path.read_bytes()
    states = int.from_bytes(packed[4:8], "little")
    if packed[:4] != MAGIC or len(packed) != 8 + 7 * states:
        raise ValueError(f"not a word list: {path}")
    base, cost = array("i"), array("H")
    base.frombytes(packed[8 : 8 + 4 * states])
    cost.frombytes(packed[8 + 4 * states : 8 + 6 * states])
    return WordList(base, packed[8 + 6 * states :], cost)


@cache
def shipped_words() -> WordList:
    """Return the word list that the program brings along."""
    return read_words(SHIPPED)
