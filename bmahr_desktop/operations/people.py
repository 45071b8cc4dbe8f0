"""People and the units they work in."""

from typing import Any

import msgspec
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.agenda import AssignmentRow, ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.committee import CommitteeRow, MembershipRow
from bmahr_desktop.storage.meeting import AttendanceRow, MeetingRow, SignatureRow
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.shapes import PERSON, UNIT
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.thai.digits import DigitStyle

_SHOWN = 5
"""So many meetings or names are listed in a refusal."""


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


# ---------------------------------------------------------------- units in their order


def add_unit(session: Session, unit: Unit) -> Changes:
    """Put a new unit on file, behind the others that belong to the same one.

    Raises:
        Refused: If a value cannot stand in its field.
    """
    placed = msgspec.structs.replace(unit, position=_next_position(session, unit.parent))
    return records.add(session, Kind.UNIT, placed)


def amend_unit(session: Session, uid: str, version: int | None, **fields: Any) -> Changes:
    """Change a unit; one that comes to belong to another goes behind those that do already.

    Raises:
        Refused: If it would belong to itself, or a value cannot stand.
        StaleText: If it was changed since that version was read.
    """
    if "parent" in fields:
        parent = fields["parent"]
        if parent is not None and parent in {uid, *units_below(list_units(session), uid)}:
            raise Refused(msg("A unit cannot belong to itself or to one of its own units."))
        fields["position"] = _next_position(session, parent)
    return records.amend(session, Kind.UNIT, uid, version, **fields)


def move_unit(session: Session, uid: str, by: int) -> Changes:
    """Move a unit up or down among those that belong to the same one."""
    units = list_units(session)
    parent = next((one.parent for one in units if one.uid == uid), None)
    order = [one.uid for one in units if one.parent == parent]
    if uid not in order:
        return Changes()
    return edits.put_at(session, UNIT, order, uid, max(0, order.index(uid) + by))


def units_below(units: list[Unit], uid: str) -> set[str]:
    """Return the units that belong to one, directly or not."""
    found: set[str] = set()
    waiting = [uid]
    while waiting:
        above = waiting.pop()
        below = {one.uid for one in units if one.parent == above} - found
        found |= below
        waiting.extend(below)
    return found


def _next_position(session: Session, parent: str | None) -> int:
    beside = UnitRow.parent.is_(None) if parent is None else UnitRow.parent == parent
    last = select(func.max(UnitRow.position)).where(beside, UnitRow.removed.is_(None))
    found = session.scalar(last)
    return 0 if found is None else found + 1


# ---------------------------------------------------------------- taken off the register


def remove_unit(session: Session, uid: str) -> Changes:
    """Take a unit off the register; `records.restore` puts it back.

    Raises:
        Refused: If another record still names it; the words say which.
    """
    if names := _names(session, UnitRow, UnitRow.parent == uid):
        raise Refused(msg("Other units belong to it: {names}", names=names))
    if names := _names(session, PersonRow, PersonRow.unit == uid):
        raise Refused(msg("People work there: {names}", names=names))
    if names := _names(session, CommitteeRow, CommitteeRow.secretariat == uid):
        raise Refused(msg("It is the secretariat of: {names}", names=names))
    if meetings := _meetings(session, _assigning(AssignmentRow.unit == uid)):
        raise Refused(msg("It was given something to do in: {meetings}", meetings=meetings))
    return records.remove(session, Kind.UNIT, uid)


def remove_person(session: Session, uid: str) -> Changes:
    """Take somebody off the register; `records.restore` puts them back.

    Raises:
        Refused: If they have or had a seat, or a meeting names them; the words say which.
    """
    seats = select(CommitteeRow.code).join(MembershipRow).distinct()
    living = (MembershipRow.removed.is_(None), CommitteeRow.removed.is_(None))

    def codes_of(asked: Any) -> str:
        return _listed(sorted(session.scalars(asked)))

    if names := codes_of(seats.where(MembershipRow.person == uid, *living)):
        raise Refused(msg("They have, or had, a seat in: {names}", names=names))
    instead = codes_of(seats.where(func.instr(MembershipRow.substitutes, uid) > 0, *living))
    if instead:
        raise Refused(msg("They may stand in for somebody in: {names}", names=instead))
    # A list of a removed meeting counts: the meeting can be put back.
    named = or_(AttendanceRow.person == uid, AttendanceRow.stands_for == uid)
    listed = select(AttendanceRow.meeting).where(named, AttendanceRow.removed.is_(None))
    signed = select(SignatureRow.meeting).where(
        SignatureRow.person == uid, SignatureRow.removed.is_(None)
    )
    if meetings := _meetings(session, listed, signed, _assigning(AssignmentRow.person == uid)):
        raise Refused(msg("They are named in the minutes of: {meetings}", meetings=meetings))
    return records.remove(session, Kind.PERSON, uid)


def _names(session: Session, row: Any, criterion: Any) -> str:
    return _listed(list(session.scalars(select(row.name).where(criterion, row.removed.is_(None)))))


def _assigning(criterion: Any) -> Any:
    """Return the question for the meetings in which something was assigned."""
    return (
        select(ItemRow.meeting)
        .join(MatterRow, MatterRow.item == ItemRow.uid)
        .join(ResolutionRow, ResolutionRow.matter == MatterRow.uid)
        .join(AssignmentRow, AssignmentRow.resolution == ResolutionRow.uid)
        .where(criterion, AssignmentRow.removed.is_(None))
    )


def _meetings(session: Session, *questions: Any) -> str:
    """Return the numbers of the meetings that questions find, the oldest first."""
    uids = {uid for question in questions for uid in session.scalars(question)}
    found = session.execute(
        select(MeetingRow.number, MeetingRow.year)
        .where(MeetingRow.uid.in_(uids))
        .order_by(MeetingRow.year, MeetingRow.number)
    )
    return _listed([meeting_name(number, year, DigitStyle.THAI) for number, year in found])


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
