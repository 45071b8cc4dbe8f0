"""Checks of the people in a project: everybody is called the same everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import msgspec

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.projects.discrepancies import Discrepancy, ProjectLook
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.names import same_person_key
from bmahr_desktop.thai.searchkey import search_key

_ALIKE = 0.86
"""So alike are two spellings of one name: a letter or two of ten differ."""


@dataclass(frozen=True)
class _Named:
    """Somebody where they are named."""

    name: str
    kind: Kind
    uid: str
    field: str
    person: str | None

    def corrected(self, look: ProjectLook, name: str) -> dict[str, Any]:
        """Return what would call them by another name there."""
        if self.kind is Kind.SIGNATORY:
            return {"name": name}
        contact = getattr(look.project, self.field)
        return {self.field: msgspec.structs.replace(contact, name=name)}


def names(look: ProjectLook) -> Iterator[Discrepancy]:
    """Somebody is called as on file, and by the same letters wherever they are named."""
    seen: list[_Named] = []
    for one in _everybody(look):
        right = look.people.get(one.person or "", "")
        if right and _squeezed(right) != _squeezed(one.name):
            words = msg("“{name}” is called “{right}” on file.", name=one.name, right=right)
            yield _told("name_on_file", one, look, words, right)
        elif other := _spelt_otherwise(one, seen):
            words = msg("“{name}” is written “{right}” elsewhere in this project.",
                        name=one.name, right=other.name)  # fmt: skip
            yield _told("name_spelling", one, look, words, other.name)
        seen.append(one)


def _everybody(look: ProjectLook) -> Iterator[_Named]:
    project = look.project
    if project.manager.name:
        name = project.manager.name
        yield _Named(name, Kind.PROJECT, project.uid, "manager", project.person)
    if project.coordinator.name:
        yield _Named(project.coordinator.name, Kind.PROJECT, project.uid, "coordinator", None)
    for one in project.signatories:
        if one.name:
            yield _Named(one.name, Kind.SIGNATORY, one.uid, "name", one.person)


def _told(check: str, one: _Named, look: ProjectLook, words: Any, right: str) -> Discrepancy:
    return Discrepancy(
        check, words, one.kind, one.uid, one.field, one.name, right,
        one.corrected(look, right), Weight.LOOK,
    )  # fmt: skip


def _spelt_otherwise(one: _Named, others: list[_Named]) -> _Named | None:
    """Return somebody named before who must be the same, though written otherwise."""
    own = same_person_key(one.name)
    for other in others:
        if _squeezed(other.name) == _squeezed(one.name):
            continue
        same = one.person is not None and one.person == other.person
        known = one.person is not None and other.person is not None
        key = same_person_key(other.name)
        alike = own == key or SequenceMatcher(None, own, key).ratio() >= _ALIKE
        if same or (alike and not known):
            return other
    return None


def _squeezed(name: str) -> str:
    return search_key(name).replace(" ", "")
