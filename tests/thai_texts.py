"""Thai texts and words to try what reads them."""

import json
from collections.abc import Iterator

from bmahr_desktop.places import resource
from bmahr_desktop.thai.words import FIRST, shipped_words


def sample_texts(longer_than: int = 60) -> list[str]:
    """The texts of the sample that are long enough to need more than one line."""
    data = json.loads(resource("sample", "data.json").read_text("utf-8"))
    found = dict.fromkeys(text for text in _strings(data) if len(text) > longer_than)
    return list(found)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def listed_words() -> list[str]:
    """Every word of the shipped list."""
    words = shipped_words()
    parents = {words.base[state]: state for state, code in enumerate(words.check) if code}
    parents[words.base[0]] = 0

    def spelt(state: int) -> str:
        letters = ""
        while state:
            code = words.check[state]
            letters = chr(FIRST + code) + letters
            state = parents[state - code]
        return letters

    return [spelt(state) for state, cost in enumerate(words.cost) if cost]
