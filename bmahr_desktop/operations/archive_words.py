"""Invents the words of an archive: sentences from a grammar, names, dates and sums."""

import datetime
import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random

import msgspec

from bmahr_desktop.places import resource
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle, to_thai

Pattern = tuple[str, ...]
"""What to say: words, and the name of a rule in every other place, ``("ให้", "who", "")``."""

_FEW_FIRST = 1.6
"""How much oftener the first wordings of a rule are taken: few words are said again and again."""


@cache
def rules() -> Mapping[str, Sequence[Pattern]]:
    """Return the grammar: for each rule the wordings that it has."""
    data = resource("sample", "archive.json").read_bytes()
    wordings = msgspec.json.decode(data, type=dict[str, list[str]])
    return {
        name: [tuple(re.split(r"{(\w+)}", one)) for one in some] for name, some in wordings.items()
    }


class Voice:
    """Says invented things; the same chance makes it say the same.

    Attributes:
        chance: Where all that is by chance comes from.
        year: The year (พ.ศ.) that is spoken in.
        names: The people that may be spoken of, as printed.
        units: The offices that may be spoken of.
        assigned: The office that is given something to do.
    """

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.year = 2500
        self.names: Sequence[str] = ()
        self.units: Sequence[str] = ()
        self.assigned = ""
        self._rules = rules()
        self._known: dict[str, Callable[[], str]] = {
            "n9": lambda: self._number(2, 9),
            "n20": lambda: self._number(2, 20),
            "n99": lambda: self._number(10, 99),
            "n4": lambda: self._number(100, 9_999),
            "pct": lambda: to_thai(f"{self.chance.uniform(3, 100):.2f}"),
            "money": lambda: to_thai(f"{self.chance.randint(20, 90_000) * 1000:,}"),
            "year": lambda: to_thai(str(self.year - self.chance.randint(-1, 1))),
            "oldyear": lambda: to_thai(str(self.year - self.chance.randint(2, 25))),
            "date": self._date,
            "person": lambda: self.chance.choice(self.names),
            "unit": lambda: self.chance.choice(self.units),
            "assigned": lambda: self.assigned,
        }

    def say(self, rule: str) -> str:
        """Return a wording of a rule of the grammar."""
        known = self._known.get(rule)
        if known is not None:
            return known()
        wordings = self._rules[rule]
        chosen = wordings[int(len(wordings) * self.chance.random() ** _FEW_FIRST)]
        if len(chosen) == 1:
            return chosen[0]
        return "".join(self.say(part) if at % 2 else part for at, part in enumerate(chosen))

    def sentences(self, rule: str, least: int, most: int) -> str:
        """Return some wordings of a rule, one after the other."""
        return " ".join(self.say(rule) for _ in range(self.chance.randint(least, most)))

    def uid(self) -> str:
        """Return a uid."""
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))

    def day(self, year: int) -> datetime.date:
        """Return a day of a year (พ.ศ.)."""
        return datetime.date(year - 543, 1, 1) + datetime.timedelta(self.chance.randrange(365))

    def _number(self, least: int, most: int) -> str:
        return to_thai(str(self.chance.randint(least, most)))

    def _date(self) -> str:
        return format_date(self.day(self.year), DateStyle.LONG, DigitStyle.THAI)
