"""People and the units they work in."""

from sqlalchemy.orm import Session

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.i18n import msg
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.shapes import PERSON, UNIT
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.collate import sort_key


def read_person(session: Session, uid: str) -> Person:
    """Return somebody.

    Raises:
        Refused: If they are not on file.
    """
    found = read_records(session, PERSON, PersonRow.uid == uid)
    if not found:
        raise Refused(msg("The person is no longer on file."))
    person: Person = found[0]
    return person


def read_unit(session: Session, uid: str) -> Unit:
    """Return a unit.

    Raises:
        Refused: If it is not on file.
    """
    found = read_records(session, UNIT, UnitRow.uid == uid)
    if not found:
        raise Refused(msg("The unit is no longer on file."))
    unit: Unit = found[0]
    return unit


def list_units(session: Session) -> list[Unit]:
    """Return all units, each below the one it belongs to, in their order and dictionary order."""
    units = read_records(session, UNIT)
    children: dict[str | None, list[Unit]] = {}
    known = {unit.uid for unit in units}
    for unit in units:
        above = unit.parent if unit.parent in known else None
        children.setdefault(above, []).append(unit)
    ordered: list[Unit] = []
    waiting = _sorted(children.pop(None, []))[::-1]
    while waiting:
        unit = waiting.pop()
        ordered.append(unit)
        waiting.extend(_sorted(children.pop(unit.uid, []))[::-1])
    ordered.extend(unit for rest in children.values() for unit in rest)  # a circle of parents
    return ordered


def _sorted(units: list[Unit]) -> list[Unit]:
    return sorted(units, key=lambda unit: (unit.position, sort_key(unit.name)))


def depth_of(units: list[Unit], uid: str) -> int:
    """Return how many units stand above one."""
    parents = {unit.uid: unit.parent for unit in units}
    depth, seen = 0, {uid}
    above = parents.get(uid)
    while above is not None and above not in seen:
        seen.add(above)
        depth, above = depth + 1, parents.get(above)
    return depth
