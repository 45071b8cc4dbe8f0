"""A list of people laid beside those on file: who is new, who is known, what is not understood."""

import datetime
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from bmahr_desktop.domain.committee import Membership, Role
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.committees import memberships_of
from bmahr_desktop.operations.joining import former_names
from bmahr_desktop.operations.roster_columns import Column, Sheet, plain_key, role_of
from bmahr_desktop.storage.shapes import PERSON, UNIT
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.digits import has_digits, to_arabic
from bmahr_desktop.thai.names import same_person_key, split_name

_NUMBERED = re.compile(r"\(?\d{1,4}[.)]+\s*|\d{1,4}\s+|[-–•*·]\s*")
_BRACKETED = re.compile(r"\((.+)\)")
_LETTER = re.compile(r"[^\W\d_]")
_NOBODY = frozenset(("ว่าง", "ตำแหน่งว่าง", "รอแต่งตั้ง", "รอการแต่งตั้ง", "อยู่ระหว่างสรรหา", "รวม"))
_EX_OFFICIO = "โดยตำแหน่ง"
_COLUMNS_OF_A_TABLE = 3


class Standing(StrEnum):
    """What a row of a list means for the records."""

    NEW = "new"
    CHANGED = "changed"
    """Somebody on file of whom something changes."""
    KNOWN = "known"
    """Somebody on file just like that."""
    UNSURE = "unsure"
    """Somebody who is taken in only if the user says so."""
    UNCLEAR = "unclear"
    """Nobody can be made of it."""


@dataclass(frozen=True)
class Known:
    """What a list is laid beside.

    Attributes:
        seats: Of the committee that it is for.
        former: What people merged away were called, with the uid of whom they became.
    """

    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()
    seats: tuple[Membership, ...] = ()
    former: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RosterLine:
    """A row of a list, understood as far as it can be.

    Attributes:
        number: Which row of what was pasted, from 1.
        words: The row as it was pasted.
        person: Who it is as they would be on file; None if that cannot be told.
        before: The same as on file now; None for somebody new.
        unit: What their unit is called.
        role: What they are in the committee; as printed in `title`.
        seat: Why they sit there.
        seated: Whether they have a seat in the committee already.
        notes: What is to be told of the row.
    """

    number: int
    words: tuple[str, ...]
    standing: Standing
    person: Person | None = None
    before: Person | None = None
    unit: str = ""
    role: Role = Role.MEMBER
    title: str = ""
    seat: str = ""
    ex_officio: bool = False
    seated: bool = False
    notes: tuple[Message, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the fields of somebody on file that would change."""
        if self.person is None or self.before is None:
            return ()
        names = ("honorific", "job", "unit")
        return tuple(n for n in names if getattr(self.person, n) != getattr(self.before, n))


@dataclass(frozen=True)
class Roster:
    """A list, understood.

    Attributes:
        lines: Its rows.
        units: Units that are not on file yet, each once.
        known: What it was laid beside.
        committee: The uid of the committee that it is for; None for people alone.
    """

    lines: tuple[RosterLine, ...]
    units: tuple[Unit, ...]
    known: Known
    committee: str | None = None

    def may_tick(self, line: RosterLine) -> bool:
        """Tell whether anything would come of taking a row in."""
        if line.person is None:
            return False
        wants_seat = self.committee is not None and not line.seated
        return wants_seat or line.before is None or bool(line.changed)

    def is_ticked_at_first(self, line: RosterLine) -> bool:
        """Tell whether a row is proposed to be taken in."""
        return line.standing not in (Standing.UNSURE, Standing.UNCLEAR) and self.may_tick(line)


def read_known(session: Session, committee: str | None) -> Known:
    """Return what a list is laid beside."""
    return Known(
        tuple(read_records(session, UNIT)),
        tuple(read_records(session, PERSON)),
        tuple(memberships_of(session, committee)) if committee else (),
        tuple(former_names(session)),
    )


def unit_keys(known: Known) -> frozenset[str]:
    """Return what the units on file are called, to tell a column of units by."""
    names = [name for one in known.units for name in (one.name, one.short_name) if name]
    return frozenset(map(plain_key, names))


def understand(
    sheet: Sheet,
    known: Known,
    committee: str | None,
    on: datetime.date,
    *,
    fill_down: bool = False,
) -> Roster:
    """Return what a list means for the records.

    Args:
        sheet: The list, its columns named.
        known: The records.
        committee: The uid of the committee whose members they are; None for people alone.
        on: The day for which it is told who has a seat.
        fill_down: Whether an empty cell of a unit, a role or a seat stands for the one above it,
            as merged cells are pasted.
    """
    reading = _Reading(sheet, known, committee, on)
    above: dict[Column, str] = {}
    for number, cells in sheet.rows:
        row = _cells_of(sheet, cells)
        if fill_down:
            for column in (Column.UNIT, Column.ROLE, Column.SEAT):
                above[column] = row[column] = row.get(column) or above.get(column, "")
        reading.take(number, cells, row)
    return Roster(tuple(reading.lines), tuple(reading.new_units.values()), known, committee)


def _cells_of(sheet: Sheet, cells: Sequence[str]) -> dict[Column, str]:
    pairs = zip(sheet.columns, cells, strict=True)
    return {column: cell for column, cell in pairs if column is not Column.IGNORED}


@dataclass
class _Reading:
    """Rows being understood, one after the other."""

    sheet: Sheet
    known: Known
    committee: str | None
    on: datetime.date
    lines: list[RosterLine] = field(default_factory=list)
    new_units: dict[str, Unit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._units: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.known.units:
            for key in {plain_key(unit.name), plain_key(unit.short_name)} - {""}:
                self._units[key].append(unit)
        self._people: dict[str, list[Person]] = defaultdict(list)
        for person in self.known.people:
            self._people[same_person_key(person.name)].append(person)
        by_uid = {person.uid: person for person in self.known.people}
        for name, uid in self.known.former:
            same = self._people[same_person_key(name)]
            if uid in by_uid and by_uid[uid] not in same:
                same.append(by_uid[uid])
        self._seated = {
            seat.person for seat in self.known.seats if (seat.until or self.on) >= self.on
        }
        self._rows: dict[str, int] = {}
        self._names = {unit.uid: unit.name for unit in self.known.units}

    def take(self, number: int, cells: tuple[str, ...], row: Mapping[Column, str]) -> None:
        """Understand a row."""
        try:
            honorific, name, below = _name_in(row)
        except Refused as refused:
            self.lines.append(RosterLine(number, cells, Standing.UNCLEAR, notes=refused.messages))
            return
        notes: list[Message] = []
        job = _one_line(row.get(Column.JOB) or below)
        unit = self._unit_of(row.get(Column.UNIT, ""), notes)
        before, standing = self._known_as(name, job, number, notes)
        if before is None and _is_alone(cells) and not honorific:
            standing = Standing.UNSURE
            notes.append(msg("Nothing else stands in this row; it may be a heading."))
        elif " " not in name:
            standing = Standing.UNSURE
            notes.append(msg("There is only one word, without a family name."))
        person = _person_of(before, honorific, name, job, unit)
        if before is not None and standing is not Standing.UNSURE:
            standing = Standing.KNOWN if person == before else Standing.CHANGED
        seat = _one_line(row.get(Column.SEAT, ""))
        title = _one_line(row.get(Column.ROLE, ""))
        role = role_of(title)
        if title and role is None and self.committee is not None:
            standing = Standing.UNSURE
            notes.append(msg("“{role}” is no role that counts in a quorum.", role=title))
        seated = before is not None and before.uid in self._seated
        if seated and self.committee is not None:
            notes.append(msg("Has a seat in this committee already."))
        line = RosterLine(
            number, cells, standing, person, before, self._unit_name(person), role or Role.MEMBER,
            title, seat, _EX_OFFICIO in seat + title, seated, tuple(notes),
        )  # fmt: skip
        self.lines.append(_checked(line))

    def _unit_name(self, person: Person) -> str:
        new = {unit.uid: unit.name for unit in self.new_units.values()}
        return self._names.get(person.unit or "", "") or new.get(person.unit or "", "")

    def _unit_of(self, cell: str, notes: list[Message]) -> str | None:
        """Return the unit that a cell names, a new one where none on file is called so."""
        name = _one_line(cell)
        key = plain_key(name)
        if not key or not _LETTER.search(name):
            return None
        found = self._units.get(key, [])
        if len(found) == 1:
            return found[0].uid
        if found:
            notes.append(msg("Several units are called “{unit}”; it is left open.", unit=name))
            return None
        if key not in self.new_units:
            self.new_units[key] = Unit(uid=new_uid(), name=name)
            self._names[self.new_units[key].uid] = name
        notes.append(msg("New unit: {unit}", unit=name))
        return self.new_units[key].uid

    def _known_as(
        self, name: str, job: str, number: int, notes: list[Message]
    ) -> tuple[Person | None, Standing]:
        """Return who of that name is on file."""
        key = same_person_key(name)
        first = self._rows.setdefault(key, number)
        if first != number:
            notes.append(msg("The same name stands in row {row} already.", row=first))
            return None, Standing.UNSURE
        found = self._people.get(key, [])
        if len(found) > 1:
            same_job = [one for one in found if job and plain_key(one.job) == plain_key(job)]
            if len(same_job) != 1:
                notes.append(
                    msg(
                        "{count} people on file are called so. Ticked, another one is added.",
                        count=len(found),
                    )
                )
                return None, Standing.UNSURE
            found = same_job
        return (found[0], Standing.KNOWN) if found else (None, Standing.NEW)


def _person_of(
    before: Person | None, honorific: str, name: str, job: str, unit: str | None
) -> Person:
    """Return somebody as they would be on file; what the list leaves open stays as it is."""
    if before is None:
        return Person(uid=new_uid(), honorific=honorific, name=name, job=job, unit=unit)
    return Person(
        uid=before.uid,
        honorific=honorific or before.honorific,
        name=before.name,
        job=job or before.job,
        unit=unit or before.unit,
    )


def _checked(line: RosterLine) -> RosterLine:
    """Return a line whose values may stand in their fields, or one that tells why they may not."""
    person = line.person
    seat: dict[str, Any] = {"title": line.title, "seat": line.seat}
    parts: list[tuple[type[Record], Mapping[str, Any]]] = [(Membership, seat)]
    if person is not None:
        names = ("honorific", "name", "job")
        parts.append((Person, {name: getattr(person, name) for name in names}))
    parts.append((Unit, {"name": line.unit or "-"}))
    try:
        for record, values in parts:
            for name, value in values.items():
                records.checked_value(record, name, value)
    except Refused as refused:
        return RosterLine(line.number, line.words, Standing.UNCLEAR, notes=refused.messages)
    return line


# ---------------------------------------------------------------- names


def _name_in(row: Mapping[Column, str]) -> tuple[str, str, str]:
    """Return title, name, and what stands on further lines under the name.

    Raises:
        Refused: If it is no name; the words say why.
    """
    whole = row.get(Column.NAME, "")
    text, _, below = whole.partition("\n")
    if not text:
        parts = (row.get(Column.GIVEN, ""), row.get(Column.FAMILY, ""))
        text = " ".join(filter(None, map(_one_line, parts)))
    text = _bare(text)
    if not _LETTER.search(text) or plain_key(text) in _NOBODY:
        raise Refused(msg("There is no name in this row."))
    title = _one_line(row.get(Column.HONORIFIC, ""))
    honorific, name = _titled(title, text)
    if has_digits(name):
        raise Refused(msg("There are digits in the name “{name}”.", name=name))
    return honorific, name, below


def _bare(text: str) -> str:
    """Return a name without the number before it and brackets around it."""
    found = _NUMBERED.match(to_arabic(text))
    text = text[found.end() :] if found else text
    inner = _BRACKETED.fullmatch(text.strip())
    return (inner[1] if inner else text).strip()


def _titled(title: str, text: str) -> tuple[str, str]:
    """Return title and name; the title may stand in its own column, with the name, or in both."""
    if title and not text.startswith(title):
        return title, text
    parts = split_name(text)
    return parts.honorific or title, f"{parts.given} {parts.family}".strip()


def _is_alone(cells: Sequence[str]) -> bool:
    """Tell whether a row of a table has one cell filled, as a heading among the rows has."""
    return len(cells) >= _COLUMNS_OF_A_TABLE and sum(map(bool, cells)) == 1


def _one_line(cell: str) -> str:
    return " ".join(cell.split("\n"))
