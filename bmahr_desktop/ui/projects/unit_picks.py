"""Units of the register, to be picked with the path that leads to them."""

from collections.abc import Mapping, Sequence

from bmahr_desktop.domain.people import Unit
from bmahr_desktop.ui.records.pick_field import Pick


def path_of(unit: Unit, known: Mapping[str, Unit]) -> tuple[str, ...]:
    """Return the names that lead to a unit, the outermost first: office, division, group."""
    names, seen = [unit.name], {unit.uid}
    above = known.get(unit.parent or "")
    while above is not None and above.uid not in seen:
        seen.add(above.uid)
        names.append(above.name)
        above = known.get(above.parent or "")
    return tuple(reversed(names))


def unit_picks(units: Sequence[Unit]) -> list[Pick]:
    """Return units to pick from, each with what it is a part of."""
    known = {one.uid: one for one in units}
    return [
        Pick(
            one.uid,
            one.name,
            " · ".join(filter(None, (one.short_name, *reversed(path_of(one, known)[:-1])))),
        )
        for one in units
    ]
