"""The overview of a year as lines and groups: filtered, sorted, grouped by unit."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.domain.projects.project import ProjectState
from bmahr_desktop.domain.query import read_query
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.thai.searchkey import search_key


class Column(IntEnum):
    """The columns of the overview."""

    NAME = 0
    STATE = 1
    PROGRESS = 2
    LEFT = 3
    DUE = 4


_STATES = tuple(ProjectState)


@dataclass(frozen=True)
class Wanted:
    """Which projects are shown, and how.

    Attributes:
        words: What name, code, unit or person in charge must hold.
        unit: The name of a unit; None for all.
        state: In which state; None for all.
        column, descending: By what they are sorted.
        grouped: Whether they stand under their units.
    """

    words: str = ""
    unit: str | None = None
    state: ProjectState | None = None
    column: Column = Column.NAME
    descending: bool = False
    grouped: bool = False


@dataclass
class Group:
    """Projects of a unit, or all of them without a heading.

    Attributes:
        name: The unit's name.
        lines: The projects.
    """

    name: str
    lines: list[ProjectLine] = field(default_factory=list)


class OverviewRows:
    """Projects of a year, ready to be narrowed and sorted without reading again."""

    def __init__(self, lines: Sequence[ProjectLine] = ()) -> None:
        self.lines = tuple(lines)
        self._names = {one.uid: sort_key(one.name) for one in self.lines}
        self._keys = {
            one.uid: search_key(" ".join((one.name, one.code, one.unit_name, one.person)))
            for one in self.lines
        }

    def units(self) -> list[str]:
        """Return the names of the units that have projects, in dictionary order."""
        return sorted({one.unit_name for one in self.lines if one.unit_name}, key=sort_key)

    def wanted(self, wanted: Wanted) -> list[Group]:
        """Return what is wanted: under one nameless heading where they are not grouped."""
        query = read_query(wanted.words)
        found = [
            one
            for one in self.lines
            if (wanted.unit is None or one.unit_name == wanted.unit)
            and (wanted.state is None or one.state is wanted.state)
            and query.is_met_by(self._keys[one.uid])
        ]
        found = self._sorted(found, wanted)
        if not wanted.grouped:
            return [Group("", found)]
        groups: dict[str, list[ProjectLine]] = defaultdict(list)
        for one in found:
            groups[one.unit_name].append(one)
        known = sorted((name for name in groups if name), key=sort_key)
        nameless = [""] if "" in groups else []
        no_unit = worded(msg("(no unit)"))
        return [Group(name or no_unit, groups[name]) for name in (*known, *nameless)]

    def _sorted(self, lines: list[ProjectLine], wanted: Wanted) -> list[ProjectLine]:
        """Sort by a column, then by name; what is unknown comes last either way."""
        by_name = sorted(lines, key=lambda one: self._names[one.uid])
        if wanted.column is Column.NAME:
            return by_name[::-1] if wanted.descending else by_name
        values = {one.uid: value_of(one, wanted.column) for one in by_name}
        known = [one for one in by_name if values[one.uid] is not None]
        unknown = [one for one in by_name if values[one.uid] is None]
        known.sort(key=lambda one: values[one.uid], reverse=wanted.descending)
        return known + unknown


def value_of(line: ProjectLine, column: Column) -> Any:
    """Return what a project is sorted by in a column; None where it is unknown."""
    match column:
        case Column.STATE:
            return _STATES.index(line.state)
        case Column.PROGRESS:
            return line.percent
        case Column.LEFT:
            return money_left(line)
        case Column.DUE:
            return line.next_due
        case _:
            return line.name


def money_left(line: ProjectLine) -> int | None:
    """Return what is left of the money, in satang; None where nothing is known of any."""
    money = line.money
    known = money.received or money.returned or money.used
    return money.left if known else None


def days_overdue(line: ProjectLine, today: datetime.date) -> int:
    """Return for how many days a report is overdue; 0 while it is not."""
    return (today - line.next_due).days if line.next_due and line.is_overdue(today) else 0
