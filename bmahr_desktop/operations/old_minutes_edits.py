"""What somebody changes in a proposal, part by part, on top of what was recognised."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    Matter,
    Meeting,
    Resolution,
    ResolutionKind,
)
from bmahr_desktop.domain.old_minutes import CitedMeeting, Part, PartKind, Reading
from bmahr_desktop.domain.proposals.meeting import Proposal, Question
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.dates import buddhist_year

PartKey = tuple[int, int]
"""A part: the number of its piece, and which of the piece's parts it is, from 0."""

NOBODY: Final = ""
"""Stands for a person who is nobody on file, though somebody is called so."""


@dataclass(frozen=True)
class PartEdit:
    """What somebody says about the record that a part became; None leaves it as recognised.

    Attributes:
        text: The title, the wording or the name.
        kinds: What a resolution does.
        item_kind: What an item is for.
        person: The uid of who is meant; `NOBODY` for nobody on file.
    """

    text: str | None = None
    kinds: tuple[ResolutionKind, ...] | None = None
    item_kind: ItemKind | None = None
    person: str | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is said."""
        return self != PartEdit()


def keys_of(parts: Sequence[Part]) -> tuple[PartKey, ...]:
    """Return what each part is known by, which stays when others are put right."""
    count: dict[int, int] = defaultdict(int)
    keys = []
    for part in parts:
        keys.append((part.piece, count[part.piece]))
        count[part.piece] += 1
    return tuple(keys)


@dataclass(frozen=True)
class RecordPlace:
    """The record that a part became: its place in the meeting, each number from 0.

    Attributes:
        record: An item, a matter, a resolution, or somebody in a list.
    """

    record: type[AgendaItem | Matter | Resolution | Attendance]
    item: int = 0
    matter: int = 0
    order: int = 0

    def find(self, meeting: Meeting) -> AgendaItem | Matter | Resolution | Attendance | None:
        """Return the record in a proposal; None if it is not there."""
        try:
            if self.record is Attendance:
                return meeting.attendance[self.order]
            item = meeting.agenda[self.item]
            if self.record is AgendaItem:
                return item
            matter = item.matters[self.matter]
            return matter if self.record is Matter else matter.resolutions[self.order]
        except IndexError:
            return None


def places_of(parts: Sequence[Part]) -> Mapping[PartKey, RecordPlace]:
    """Return which parts became records of their own that can be changed, and which."""
    found: dict[PartKey, RecordPlace] = {}
    people = 0
    decided: dict[tuple[int, int], int] = defaultdict(int)
    for key, part in zip(keys_of(parts), parts, strict=True):
        item, matter = part.item - 1, max(part.matter, 1) - 1
        if part.kind is PartKind.PERSON:
            found[key] = RecordPlace(Attendance, order=people)
            people += 1
        elif part.item == 0:
            continue
        elif part.kind is PartKind.ITEM:
            found[key] = RecordPlace(AgendaItem, item)
        elif part.kind is PartKind.MATTER:
            found[key] = RecordPlace(Matter, item, matter)
        elif part.kind is PartKind.RESOLUTION or (
            part.kind is PartKind.RESOLUTION_MORE and not decided[item, matter]
        ):
            found[key] = RecordPlace(Resolution, item, matter, decided[item, matter])
            decided[item, matter] += 1
    return found


def words_of_record(record: AgendaItem | Matter | Resolution | Attendance) -> str:
    """Return the words of a record that can be changed."""
    words: str = getattr(record, _field_of_words(record))
    return words


def _field_of_words(record: object) -> str:
    if isinstance(record, Attendance):
        return "name"
    return "text" if isinstance(record, Resolution) else "title"


def with_edits(
    meeting: Meeting, parts: Sequence[Part], edits: Mapping[PartKey, PartEdit]
) -> Meeting:
    """Return a proposal as somebody changed it; edits of parts that are no more are passed over."""
    places = places_of(parts)
    for key, edit in edits.items():
        place = places.get(key)
        record = place.find(meeting) if place else None
        if place is not None and record is not None:
            meeting = _put(meeting, place, _edited(record, edit))
    return meeting


def _edited(record: Any, edit: PartEdit) -> Any:
    changed: dict[str, Any] = {}
    if edit.text is not None and edit.text.strip():
        changed[_field_of_words(record)] = edit.text.strip()
    if isinstance(record, Resolution):
        if "text" in changed and changed["text"] != record.text:
            changed["composed"] = False
        if edit.kinds is not None:
            changed["kinds"] = edit.kinds
    if isinstance(record, AgendaItem) and edit.item_kind is not None:
        changed["kind"] = edit.item_kind
    if isinstance(record, Attendance) and edit.person is not None:
        changed["person"] = edit.person or None
    return msgspec.structs.replace(record, **changed) if changed else record


def _put(meeting: Meeting, place: RecordPlace, record: Any) -> Meeting:
    swap = msgspec.structs.replace
    if place.record is Attendance:
        return swap(meeting, attendance=_with(meeting.attendance, place.order, record))
    item = meeting.agenda[place.item]
    if place.record is Matter:
        record = swap(item, matters=_with(item.matters, place.matter, record))
    elif place.record is Resolution:
        matter = item.matters[place.matter]
        matter = swap(matter, resolutions=_with(matter.resolutions, place.order, record))
        record = swap(item, matters=_with(item.matters, place.matter, matter))
    return swap(meeting, agenda=_with(meeting.agenda, place.item, record))


def _with(some: tuple[Any, ...], at: int, one: Any) -> tuple[Any, ...]:
    return (*some[:at], one, *some[at + 1 :])


# ---------------------------------------------------------------- the heading

_ASKED: Mapping[str, Message] = {
    "number": msg("The meeting's number was not found. Which is it?"),
    "year": msg("The year of the meeting's number was not found. Which is it?"),
    "date": msg("The meeting's date was not found. When was it?"),
}
HEADING = ("number", "year", "date", "start", "end", "mode", "venue")
"""The fields of a meeting that stand in the heading of its minutes."""


def found_heading(reading: Reading, proposal: Proposal) -> Mapping[str, Any]:
    """Return the fields of the heading as the file says them; None where it says nothing."""
    found = {name: getattr(proposal.meeting, name) for name in HEADING}
    missing = {one.about for one in proposal.questions if one.needed}
    for name in missing & found.keys():
        found[name] = None
    dated = found["date"] is not None or any(
        isinstance(part.found, CitedMeeting) and part.found.year
        for part in reading.parts
        if part.kind is PartKind.NUMBER
    )
    return found if dated else {**found, "year": None}


def whole_heading(found: Mapping[str, Any], typed: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of the heading as found and typed, the year from the date if need be."""
    whole = {**dict.fromkeys(HEADING), **found, **typed}
    if whole["year"] is None and whole["date"] is not None and "year" not in typed:
        whole["year"] = buddhist_year(whole["date"])
    return whole


def open_questions(
    questions: Sequence[Question], heading: Mapping[str, Any], typed: Mapping[str, Any]
) -> tuple[Question, ...]:
    """Return what is still to be looked at, the needed ones first.

    Args:
        questions: Those of a proposal.
        heading: The fields of the heading as they would be kept.
        typed: Those of them that somebody typed, whose questions are answered.
    """
    needed = [
        Question(name, message, needed=True)
        for name, message in _ASKED.items()
        if heading.get(name) is None
    ]
    others = (one for one in questions if one.about not in typed)
    return (*needed, *(one for one in others if not one.needed or one.about not in _ASKED))


def with_heading(meeting: Meeting, heading: Mapping[str, Any], typed: Mapping[str, Any]) -> Meeting:
    """Return a proposal with the fields of its heading, of which number, year and date are known.

    Args:
        meeting: The proposal.
        heading: The fields as they are to be kept.
        typed: Those of them that somebody typed: a place that was typed is printed as usual.
    """
    fields = dict(heading)
    if {"venue", "mode"} & typed.keys():
        fields["venue_line"] = ""
    return msgspec.structs.replace(meeting, **fields)
