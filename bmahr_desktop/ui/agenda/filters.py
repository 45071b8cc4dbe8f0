"""What the register is narrowed to, in words."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from bmahr_desktop.domain.register_query import DueWhen, RegisterQuery
from bmahr_desktop.domain.registers import Offered
from bmahr_desktop.i18n import Message, msg, verbatim
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.reading import quoted
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, shown


class Filter(StrEnum):
    """What the register can be narrowed by; each is a field of `RegisterQuery`."""

    YEAR = "year"
    COMMITTEE = "committee"
    KIND = "kind"
    UNIT = "unit"
    STATE = "state"
    DUE = "due"


OF_ANY_TEXT = frozenset({Filter.YEAR, Filter.COMMITTEE})
"""Those that any part of the minutes has; the others are a resolution's alone."""
NAMES: Mapping[Filter, Message] = {
    Filter.YEAR: msg("Year"),
    Filter.COMMITTEE: msg("Committee"),
    Filter.KIND: msg("Kind"),
    Filter.UNIT: msg("Unit"),
    Filter.STATE: msg("State"),
    Filter.DUE: msg("Due"),
}
DUES: Mapping[DueWhen, Message] = {
    DueWhen.OVERDUE: msg("Overdue"),
    DueWhen.THIS_MONTH: msg("This month"),
    DueWhen.IN_30_DAYS: msg("Within 30 days"),
    DueWhen.UNDATED: msg("Without a date"),
}
_GONE = msg("(no longer on file)")


def values_of(offered: Offered) -> Mapping[Filter, list[tuple[Any, Message]]]:
    """Return what each filter offers: values with their names."""
    found: dict[Filter, tuple[Any, ...]] = {
        Filter.YEAR: offered.years,
        Filter.COMMITTEE: tuple(uid for uid, _ in offered.committees),
        Filter.KIND: offered.kinds,
        Filter.UNIT: tuple(uid for uid, _ in offered.units),
        Filter.STATE: offered.states,
        Filter.DUE: offered.dues,
    }
    return {
        one: [(value, name_of(one, value, offered)) for value in values]
        for one, values in found.items()
    }


def name_of(one: Filter, value: Any, offered: Offered) -> Message:
    """Return what a value of a filter is called."""
    match one:
        case Filter.YEAR:
            return msg("B.E. {year}", year=shown(str(value)))
        case Filter.COMMITTEE:
            name = dict(offered.committees).get(value)
            return verbatim(name) if name else _GONE
        case Filter.UNIT:
            name = dict(offered.units).get(value)
            return verbatim(name) if name else _GONE
        case Filter.KIND:
            return wording.RESOLUTION_KINDS[value]
        case Filter.STATE:
            return wording.FOLLOW_UPS[value]
        case Filter.DUE:
            return DUES[value]


def words_of(query: RegisterQuery, offered: Offered) -> Message:
    """Return in words which resolutions are shown; "all resolutions" when nothing narrows them.

    Args:
        query: What the register shows.
        offered: Names the units and committees.
    """
    parts = list(_parts(query, offered))
    if not parts:
        return msg("All resolutions")
    words = parts[0]
    for part in parts[1:]:
        words = msg("{first} · {second}", first=words, second=part)
    return words


def _parts(query: RegisterQuery, offered: Offered) -> Iterator[Message]:
    if query.words.strip():
        yield msg("with the words “{words}”", words=quoted(query.words.strip()))
    for one in Filter:
        value = getattr(query, one.value)
        if value is not None:
            yield msg("{name}: {value}", name=NAMES[one], value=name_of(one, value, offered))
    if query.due_by is not None:
        date = format_date(query.due_by, DateStyle.SHORT_FULL_YEAR, digits_in_use())
        yield msg("due by {date}", date=date)
