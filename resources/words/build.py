"""Packs the word list: ``.venv/bin/python resources/words/build.py``.

From the word list and the frequencies of PyThaiNLP (both CC0, see LICENSE beside this script) and
from ``office.txt``, words of Thai administration that those lack, it writes ``thai.words`` in the
format that ``bmahr_desktop/thai/words.py`` describes.
"""

import math
import re
from array import array
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = files("pythainlp") / "corpus"
WORD = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
FIRST = 0x0E00
PER_WORD = 5.0
"""Nats added to every word, so that one long word beats two short ones."""
OFFICE_FREQUENCY = 2000.0
"""As if the corpus had so many of each word of office.txt, which it counts in parts."""
FEWEST = 3.0
"""As if the corpus had so many of each word of the list."""
ONE_LETTER_WORDS = {"ณ"}
LONG, PART = 15, 3
"""Words of so many letters are left out when they are made of words of so many and more: a narrow
column needs places to break องค์กร|ปกครอง|ส่วนท้องถิ่น."""
KNOWN = 20.0
"""A part must be so frequent."""
SIZE = 1 << 19
"""States to begin with; twice what the words need."""
PATIENCE = 300
"""Places tried before the oldest holes are given up."""


def lines(name: str) -> list[str]:
    """Return the lines of one of PyThaiNLP's lists."""
    return (CORPUS / name).read_text(encoding="utf-8-sig").splitlines()


def costs() -> dict[str, int]:
    """Return what each word costs, in hundredths of a nat."""
    frequency: dict[str, float] = {}
    for line in lines("tnc_freq.txt"):
        word, _, count = line.partition("\t")
        frequency[word] = frequency.get(word, 0) + float(count or 0)
    total = sum(frequency.values())
    words = {word.strip() for word in lines("words_th.txt")}
    office = [
        line.split("#")[0].strip()
        for line in (HERE / "office.txt").read_text(encoding="utf-8").splitlines()
    ]
    for word in office:
        frequency[word] = max(frequency.get(word, 0), OFFICE_FREQUENCY)
    parts = {word for word in words if len(word) >= PART and frequency.get(word, 0) >= KNOWN}
    kept = {word for word in words if len(word) < LONG or not is_made_of(word, parts)}
    return {
        word: round(100 * (PER_WORD - math.log(max(frequency.get(word, 0), FEWEST) / total)))
        for word in kept | set(office)
        if WORD.fullmatch(word) and (len(word) > 1 or word in ONE_LETTER_WORDS)
    }


def is_made_of(word: str, parts: set[str]) -> bool:
    """Tell whether a word can be put together from others."""
    reached = {0}
    for end in range(PART, len(word) + 1):
        if any(
            start in reached and word[start:end] in parts and end - start < len(word)
            for start in range(end)
        ):
            reached.add(end)
    return len(word) in reached


class DoubleArray:
    """Grows the arrays of the trie; see ``bmahr_desktop/thai/words.py``."""

    def __init__(self) -> None:
        self.base = array("i", [0] * SIZE)
        self.check = bytearray(SIZE)
        self.cost = array("H", [0] * SIZE)
        self.bases: set[int] = set()
        self.hint = list(range(SIZE + 1))  # where to look for the next free state
        self.start = 1
        self.take(0)

    def free_from(self, state: int) -> int:
        """Return the first free state at or after this one."""
        found = state
        while self.hint[found] != found:
            found = self.hint[found]
        while self.hint[state] != found:
            self.hint[state], state = found, self.hint[state]
        return found

    def take(self, state: int) -> None:
        """Mark a state as used."""
        self.hint[state] = state + 1

    def is_free(self, state: int) -> bool:
        """Tell whether a state is unused."""
        return self.hint[state] == state

    def place(self, codes: list[int]) -> int:
        """Find a base at which all these codes fall on free states."""
        self.start = state = self.free_from(self.start)
        tried = 0
        while True:
            base = state - codes[0]
            if base > 0 and base not in self.bases:
                if all(self.is_free(base + code) for code in codes):
                    self.bases.add(base)
                    return base
                tried += 1
                if tried == PATIENCE:  # the oldest holes are too small: leave them
                    self.start += 64
            state = self.free_from(state + 1)

    def add(self, words: dict[str, int]) -> None:
        """Add all words, breadth first."""
        waiting = [(0, "", sorted(words))]
        while waiting:
            state, prefix, below = waiting.pop()
            depth = len(prefix)
            if below and below[0] == prefix:
                self.cost[state] = words[below.pop(0)]
            groups: dict[int, list[str]] = {}
            for word in below:
                groups.setdefault(ord(word[depth]) - FIRST, []).append(word)
            if not groups:
                continue
            self.base[state] = base = self.place(sorted(groups))
            for code in groups:
                self.check[base + code] = code
                self.take(base + code)
            for code, group in groups.items():
                waiting.append((base + code, prefix + chr(code + FIRST), group))


def main() -> None:
    """Write thai.words."""
    trie = DoubleArray()
    words = costs()
    trie.add(words)
    nowhere = max(state for state in range(SIZE) if not trie.is_free(state)) + 1
    states = nowhere + 128
    for state in range(nowhere):
        trie.base[state] = trie.base[state] or nowhere  # a leaf leads to states that check nothing
    packed = (
        b"BMW1"
        + states.to_bytes(4, "little")
        + trie.base[:states].tobytes()
        + trie.cost[:states].tobytes()
        + bytes(trie.check[:states])
    )
    (HERE / "thai.words").write_bytes(packed)
    print(f"{len(words)} words, {states} states, {len(packed)} bytes")


if __name__ == "__main__":
    main()
