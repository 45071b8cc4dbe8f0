"""Takes a list of people in, all that was ticked or nothing, and takes it back."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Membership
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.committees import next_position
from bmahr_desktop.operations.references import is_any_named
from bmahr_desktop.operations.roster import Known, Roster, RosterLine, read_known
from bmahr_desktop.storage.merging import Merge, lay_beside, write_merge
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.shapes import MEMBERSHIP, PERSON, UNIT, Shape
from bmahr_desktop.storage.trees import FlatRow, batches, flatten

replaced = msgspec.structs.replace


@dataclass(frozen=True)
class Intake:
    """What taking a list in writes.

    Attributes:
        units, people, seats: New records.
        before, after: People on file of whom something changes, as they are and will be.
        known: The records that the list was laid beside.
        committee: The uid of the committee that the seats are in.
        count: How many people are taken in.
    """

    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    seats: tuple[Membership, ...]
    before: tuple[Person, ...]
    after: tuple[Person, ...]
    known: Known
    committee: str | None
    count: int


def intake_of(
    roster: Roster,
    ticked: Collection[int],
    since: datetime.date | None = None,
    instrument: str = "",
    *,
    add_units: bool = True,
) -> Intake:
    """Return what taking in the ticked rows of a list writes.

    Args:
        roster: The list.
        ticked: The numbers of its rows.
        since: The first day of all seats.
        instrument: What appoints them all.
        add_units: Whether units that are not on file go on file; else nobody works in them.
    """
    lines = [one for one in roster.lines if one.number in ticked and roster.may_tick(one)]
    new_units = {unit.uid for unit in roster.units}
    people = [_settled(line, new_units, add_units=add_units) for line in lines]
    pairs = list(zip(lines, people, strict=True))
    changed = [(line.before, one) for line, one in pairs if line.before and line.before != one]
    wanted = {one.unit for one in people}
    seats = [
        _seat(line, one, roster.committee, since, instrument)
        for line, one in pairs
        if roster.committee is not None and not line.seated
    ]
    return Intake(
        units=tuple(unit for unit in roster.units if unit.uid in wanted),
        people=tuple(one for line, one in pairs if line.before is None),
        seats=tuple(seats),
        before=tuple(before for before, _ in changed),
        after=tuple(after for _, after in changed),
        known=roster.known,
        committee=roster.committee,
        count=len(lines),
    )


def _settled(line: RosterLine, new_units: set[str], *, add_units: bool) -> Person:
    """Return somebody as they will be on file; without their new unit where none is to be added."""
    person = line.person
    if person is None:
        raise ValueError(line)
    if add_units or person.unit not in new_units:
        return person
    return replaced(person, unit=line.before.unit if line.before else None)


def _seat(
    line: RosterLine, person: Person, committee: str, since: datetime.date | None, instrument: str
) -> Membership:
    return Membership(
        uid=new_uid(),
        committee=committee,
        person=person.uid,
        role=line.role,
        title=line.title,
        seat=line.seat,
        since=since,
        instrument=instrument,
        ex_officio=line.ex_officio,
    )


def take_in_list(session: Session, intake: Intake) -> Changes:
    """Write it.

    Raises:
        Refused: If the records are others than those that the list was laid beside.
    """
    if read_known(session, intake.committee) != intake.known:
        raise Refused(msg("The records were changed meanwhile. See again what would happen."))
    last = select(func.max(UnitRow.position)).where(UnitRow.parent.is_(None))
    first = (session.scalar(last) or 0) + 1
    units = [replaced(one, position=first + at) for at, one in enumerate(intake.units)]
    behind = next_position(session, intake.committee) if intake.committee else 0
    seats = [replaced(one, position=behind + at) for at, one in enumerate(intake.seats)]
    rows = [
        *_rows(UNIT, units),
        *_rows(PERSON, [*intake.people, *intake.after]),
        *_rows(MEMBERSHIP, seats),
    ]
    return write_merge(session, lay_beside(session, rows), ())


def _rows(shape: Shape, some: Iterable[Any]) -> list[FlatRow]:
    return [row for one in some for row in flatten(one, shape)]


def take_back_list(session: Session, intake: Intake) -> Changes:
    """Take it back; what was changed by hand since then stays as it is now.

    Raises:
        Refused: If somebody who was new is named elsewhere meanwhile.
    """
    seats, people = [one.uid for one in intake.seats], [one.uid for one in intake.people]
    units = [one.uid for one in intake.units]
    if is_any_named(session, Kind.PERSON, people, {*seats}):
        raise Refused(msg("Some of these people are named elsewhere already; they stay on file."))
    back = lay_beside(session, _rows(PERSON, _as_they_were(session, intake)))
    gone = [*_rows(MEMBERSHIP, intake.seats), *_rows(PERSON, intake.people)]
    # Somebody may have been put into a new unit since; that unit stays.
    here = {*people, *(one.uid for one in intake.after)}
    free = [one for one in units if not is_any_named(session, Kind.UNIT, [one], here)]
    gone += _rows(UNIT, [one for one in intake.units if one.uid in free])
    return write_merge(session, Merge(changed=back.changed, gone=gone), ())


def _as_they_were(session: Session, intake: Intake) -> list[Person]:
    """Return those who were changed as they were, but for those changed again since."""
    now: dict[str, Any] = {}
    for some in batches([one.uid for one in intake.after]):
        asked = select(PersonRow).where(PersonRow.uid.in_(some), PersonRow.removed.is_(None))
        now.update({row.uid: row for row in session.scalars(asked)})
    return [
        before
        for before, after in zip(intake.before, intake.after, strict=True)
        if after.uid in now and _is_as(now[after.uid], after)
    ]


def _is_as(row: Any, person: Person) -> bool:
    names: Sequence[str] = person.__struct_fields__
    return all(getattr(row, name) == getattr(person, name) for name in names)
