"""What somebody looks for, as typed: words, exact stretches, and words that must not be there."""

import re
from collections.abc import Iterable

from bmahr_desktop.domain.records import Record
from bmahr_desktop.thai.searchkey import search_key

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_MOST_TOGETHER = 20
_TERM = re.compile(
    r"(?P<without>-?)"
    r"(?:[\"“„](?P<exact>[^\"“”„]*)(?:[\"”](?=\s|$)|$)|(?P<word>\S+))"
)


class Query(Record, frozen=True):
    """What is looked for, as search keys.

    Attributes:
        wanted: All of them are to be there; each may be any substring.
        unwanted: None of them may be there.
    """

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is looked for."""
        return bool(self.wanted)

    @property
    def together(self) -> tuple[str, ...]:
        """Its words side by side: with a space between them, and with none; nothing for one."""
        if not 1 < len(self.wanted) <= _MOST_TOGETHER:
            return ()
        return (" ".join(self.wanted), "".join(self.wanted))

    def is_met_by(self, key: str) -> bool:
        """Tell whether a text, as a search key, is one that is looked for."""
        return all(one in key for one in self.wanted) and not any(
            one in key for one in self.unwanted
        )


def read_query(typed: str) -> Query:
    """Read what somebody typed.

    Words stand apart by spaces. What stands between quotation marks is looked for as it is, with
    its spaces; a mark that is still open reaches to the end. A hyphen right before a word or a
    mark means that the text does not hold it. Marks and hyphens inside a word are a part of it.

    Returns:
        A query for nothing if no text can hold what was typed.
    """
    if _NO_TEXT.search(typed):
        return Query()
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in _TERM.finditer(typed):
        exact, word = term["exact"], term["word"]
        keys = [search_key(exact).strip()] if word is None else search_key(word).split()
        (unwanted if term["without"] else wanted).extend(keys)
    return Query(_once(wanted), _once(unwanted))


def _once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))
