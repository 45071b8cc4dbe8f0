"""Citing an earlier meeting: how it is worded, and where a text cites one."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bmahr_desktop.domain.habits.facts import dates_in
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle, to_arabic

Number = tuple[int, int]
"""Of a meeting: year and number."""
Days = frozenset[datetime.date]

_DIGITS = "[0-9๐-๙]"
_MEETING = re.compile(rf"ครั้งที่ ?({_DIGITS}{{1,3}}) ?/ ?({_DIGITS}{{4}})(?!{_DIGITS})")
_TO_DATE = re.compile(r"[\s(,]*(?:เมื่อ|ลง)?\s*")
_FURTHER = re.compile(r"[\s,)]*(?:และ|กับ|,)?\s*(?:ใน)?(?:การประชุม)?\s*")
_OWN = re.compile(r"(?:^|ประชุม|มติ|ใน|ตาม|จาก|[(“\"])\s*$")
_AS_FAR = 60
_NAME_ROOM = 300
_CLOSE_TO = ("คณะ", "ที่ประชุม")
"""Names that begin so follow มติ without a space."""


def citation(
    number: int,
    year: int,
    date: datetime.date,
    committee: str = "",
    digits: DigitStyle = DigitStyle.THAI,
) -> str:
    """Return how the minutes cite an earlier meeting.

    Args:
        number: Of the meeting.
        year: Of its number (พ.ศ.).
        date: The day on which it was held.
        committee: The name of the committee that met; empty for the one that cites.
        digits: In which digits.
    """
    cited = {
        "meeting": meeting_name(number, year, digits),
        "date": format_date(date, DateStyle.LONG, digits),
    }
    if not committee:
        return paper("at its meeting {meeting} on {date}", **cited)
    name = committee if committee.startswith(_CLOSE_TO) else f" {committee}"
    return paper("resolution of{committee} meeting {meeting} on {date}", committee=name, **cited)


@dataclass(frozen=True)
class Cited:
    """A meeting that a text cites.

    Attributes:
        start, stop: Where it stands, from ครั้งที่ to the end of number, or of the date.
        numbered: Where its number ends.
        before: What stands before it.
        further: Whether it only goes on from the citation before it: "และครั้งที่ …".
        date: As cited; None where there is no date behind it, or it is no date.
        day: Where the date begins; -1 without one.
    """

    start: int
    stop: int
    numbered: int
    before: str
    number: int
    year: int
    further: bool = False
    date: datetime.date | None = None
    day: int = -1


def citations_in(text: str) -> Iterator[Cited]:
    """Yield the meetings that a text cites by number and year."""
    last = 0
    for found in _MEETING.finditer(text):
        start, stop = found.span()
        number, year = (int(to_arabic(digits)) for digits in found.groups())
        behind = text[stop : stop + _AS_FAR]
        day = next(dates_in(behind), None)
        between = _TO_DATE.fullmatch(behind[: day.start]) if day else None
        further = bool(last) and _FURTHER.fullmatch(text, last, start) is not None
        before = text[max(last, start - _NAME_ROOM) : start]
        made = Cited(start, stop, stop, before, number, year, further)
        if day is not None and between is not None and day.date is not None:
            made = replace(made, stop=stop + day.stop, date=day.date, day=stop + day.start)
        last = made.stop
        yield made


@dataclass(frozen=True)
class Held:
    """The meetings on file, as citations are looked up in them.

    Attributes:
        names: The committees that are called so, by their uids.
        meetings: The days of a committee's meetings by year and number; one number may stand for
            several, where it was given twice.
    """

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    meetings: Mapping[str, Mapping[Number, Days]] = field(default_factory=dict)

    def meant(self, before: str, own: str) -> frozenset[str]:
        """Return the committees that a citation may mean; none where that cannot be told.

        Args:
            before: What stands before ครั้งที่.
            own: The uid of the committee that cites.
        """
        words = " ".join(before.split())
        for name in sorted(self.names, key=len, reverse=True):
            if words.endswith(name):
                return self.names[name]
        return frozenset({own}) if _OWN.search(words) else frozenset()
