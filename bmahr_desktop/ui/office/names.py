"""How records of the office are named in lists and fields."""

import datetime
from collections.abc import Collection, Sequence

from bmahr_desktop.domain.committee import Membership
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.committees import Seated
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.records.pick_field import Pick


def date_words(date: datetime.date | None) -> str:
    """Return a day in short, empty for none."""
    return format_date(date, DateStyle.SHORT, digits_in_use()) if date else ""


def role_words(seat: Membership) -> str:
    """Return what somebody is in a committee, as printed where that is set."""
    return seat.title or worded(wording.ROLES[seat.role])


def seat_words(one: Seated) -> str:
    """Return a seat in a line: committee, role, from when to when."""
    since, until = date_words(one.seat.since), date_words(one.seat.until)
    times = ""
    if since and until:
        times = said(msg("from {since} to {until}", since=since, until=until))
    elif since or until:
        known = msg("since {date}", date=since) if since else msg("until {date}", date=until)
        times = said(known)
    name = one.committee.code
    return "  ·  ".join(filter(None, (name, role_words(one.seat), times)))


def unit_picks(units: Sequence[Unit], without: Collection[str] = ()) -> list[Pick]:
    """Return units to pick from, each with those that it belongs to.

    Args:
        units: All units.
        without: Leave these out.
    """
    known = {one.uid: one for one in units}
    return [
        Pick(one.uid, one.name, " · ".join(filter(None, (one.short_name, _above(one, known)))))
        for one in units
        if one.uid not in without
    ]


def _above(unit: Unit, known: dict[str, Unit]) -> str:
    names: list[str] = []
    seen = {unit.uid}
    above = known.get(unit.parent or "")
    while above is not None and above.uid not in seen:
        seen.add(above.uid)
        names.append(above.short_name or above.name)
        above = known.get(above.parent or "")
    return " · ".join(names)
