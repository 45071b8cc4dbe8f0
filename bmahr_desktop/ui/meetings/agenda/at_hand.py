"""What is at hand while somebody writes about a meeting: text modules, people, units."""

import datetime
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QDate, QObject

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.modules import TextModule, usual_wording
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.operations.people import list_units
from bmahr_desktop.operations.registers import list_people
from bmahr_desktop.operations.wordings import Wordings, read_wordings
from bmahr_desktop.thai.names import split_name
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.body.offers import Snippet
from bmahr_desktop.ui.desk import Desk

_OF_MEETING = frozenset({Kind.MEETING, Kind.ATTENDANCE, Kind.MATTER, Kind.COMMITTEE, Kind.MODULE})
"""What the filled text modules hang on."""
_FEWEST = 2
"""From so many letters on a name is offered."""
_NOTHING = Wordings((), ())


class AtHand(QObject):
    """Answers from memory while somebody types; read again after a change, when next asked."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = ""
        self._wordings: Wordings | None = None
        self._units: dict[str, Unit] | None = None
        self._names: list[tuple[tuple[str, ...], str]] | None = None
        desk.changed.connect(self._on_changed)

    def turn_to(self, meeting: str) -> None:
        """Answer for a meeting from now on."""
        if meeting != self._meeting:
            self._meeting = meeting
            self._wordings = self._names = None

    # ------------------------------------------------------------ text modules

    def modules(self) -> Sequence[Snippet]:
        """Return the text modules in force, as a list shows them."""
        return [Snippet(one.code, one.title, one.text) for one in self._in_force()]

    def usual(self, kinds: Iterable[ResolutionKind]) -> str:
        """Return the usual wording of a resolution that does these things; "" for none."""
        return usual_wording(self._in_force(), kinds)

    def _in_force(self) -> Sequence[TextModule]:
        return self._known_wordings().modules

    def _known_wordings(self) -> Wordings:
        if not self._meeting:
            return _NOTHING
        if self._wordings is None:
            try:
                self._wordings = self._desk.read(read_wordings, self._meeting)
            except Refused:  # the meeting is gone; whoever shows it says so
                self._wordings = _NOTHING
        return self._wordings

    # ------------------------------------------------------------ names

    def names(self, prefix: str) -> Sequence[str]:
        """Return the names of people and units that begin so, those at the meeting first.

        A name is found by its title, by its given and by its family name.
        """
        key = search_key(prefix)
        if len(key.strip()) < _FEWEST:
            return []
        known = self._known_names()
        return [name for keys, name in known if any(one.startswith(key) for one in keys)]

    def _known_names(self) -> list[tuple[tuple[str, ...], str]]:
        if self._names is None:
            now = QDate.currentDate()
            today = datetime.date(now.year(), now.month(), now.day())
            people = [one.printed for one in self._desk.read(list_people, today)]
            all_ = [*self._known_wordings().people, *people, *self.units()]
            self._names = [(_beginnings(name), name) for name in dict.fromkeys(all_)]
        return self._names

    def units(self) -> list[str]:
        """Return the names of all units, in their order."""
        return list(dict.fromkeys(unit.name for unit in self._known_units().values()))

    def unit_named(self, name: str) -> str | None:
        """Return the uid of the unit that is called so, in full or shortly; None for none."""
        found = self._known_units().get(search_key(name).strip())
        return found.uid if found else None

    def _known_units(self) -> dict[str, Unit]:
        if self._units is None:
            units = self._desk.read(list_units)
            named = [(unit.name, unit) for unit in units]
            named += [(unit.short_name, unit) for unit in units if unit.short_name]
            self._units = {}
            for name, unit in named:
                self._units.setdefault(search_key(name).strip(), unit)
        return self._units

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & {Kind.UNIT, Kind.PERSON, Kind.ATTENDANCE}:
            self._units = self._names = None
        if changes.kinds & _OF_MEETING:
            self._wordings = None


def _beginnings(name: str) -> tuple[str, ...]:
    parts = split_name(name)
    found = (name, f"{parts.given} {parts.family}", parts.family)
    return tuple(dict.fromkeys(search_key(one) for one in found if one.strip()))
