"""What a check finds: words, and the place to go to."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from bmahr_desktop.domain.body import Body, Paragraph, Picture, Table
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.cited_meetings import Held
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Meeting
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.i18n import Message


class Weight(StrEnum):
    """How much a finding matters; nothing is ever blocked by it."""

    WRONG = "wrong"
    """It cannot be right."""
    LOOK = "look"
    """It may be meant so."""


@dataclass(frozen=True)
class Finding:
    """Something that a check found.

    Attributes:
        message: What is wrong, and what would be right.
        kind, uid, field: The record and the field to go to; for the lists as a whole, the
            meeting's own uid and "attendance".
        weight: How much it matters.
        key: The text that it is in; None where it is in no text.
        offset: Where in that text, from 0.
        old: What stands there and is wrong, where something else is proposed for it.
        new: What would be right.
    """

    message: Message
    kind: Kind
    uid: str
    field: str = ""
    weight: Weight = Weight.LOOK
    key: TextKey | None = None
    offset: int = 0
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Earlier:
    """The meeting before, as far as the checks need it."""

    number: int
    year: int
    date: datetime.date


@dataclass(frozen=True)
class PlainText:
    """A text of a meeting, a paragraph at most, with its place.

    Attributes:
        kind: Of the record that holds it.
        start: Where it begins in that text.
        matter: The matter that it belongs to, and its item; None for what stands outside.
        decides: Whether it is the wording of a resolution.
    """

    words: str
    kind: Kind
    key: TextKey
    start: int = 0
    item: AgendaItem | None = None
    matter: Matter | None = None
    decides: bool = False


@dataclass(frozen=True)
class Look:
    """A meeting under the eyes of the checks.

    Attributes:
        earlier: The meeting before it, by date; None for the first one.
        repeated: The day of the meeting that it repeats; None where that is not on file.
        held: The meetings on file, which texts may cite.
        originals: The frozen records of the minutes that it adopts, by their meetings' uids.
        left_out: The meetings before it whose minutes await adoption and that it does not adopt.
    """

    meeting: Meeting
    committee: Committee
    earlier: Earlier | None = None
    repeated: datetime.date | None = None
    held: Held = field(default_factory=Held)
    originals: Mapping[str, Meeting] = field(default_factory=dict)
    left_out: tuple[Earlier, ...] = ()

    @cached_property
    def texts(self) -> tuple[PlainText, ...]:
        """Every text of the meeting, in its order."""
        return tuple(_texts_of(self.meeting))

    @cached_property
    def matters(self) -> tuple[tuple[AgendaItem, Matter], ...]:
        """Every matter with its item, in their order."""
        return tuple((item, matter) for item in self.meeting.agenda for matter in item.matters)

    def of_meeting(self, message: Message, field: str, weight: Weight = Weight.LOOK) -> Finding:
        """Return a finding in a field of the meeting itself."""
        return Finding(message, Kind.MEETING, self.meeting.uid, field, weight)


def at_text(message: Message, text: PlainText, offset: int, weight: Weight) -> Finding:
    """Return a finding at a letter of a text."""
    key, place = text.key, text.start + offset
    return Finding(message, text.kind, key.record, key.part, weight, key, place)


# ---------------------------------------------------------------- texts


def _texts_of(meeting: Meeting) -> Iterator[PlainText]:
    for item in meeting.agenda:
        yield PlainText(item.title, Kind.ITEM, TextKey(item.uid, "title"), item=item)
        for matter in item.matters:
            yield from _of_matter(item, matter)
    for appendix in meeting.appendices:
        yield PlainText(appendix.title, Kind.APPENDIX, TextKey(appendix.uid, "title"))
        for words, key in _of_body(appendix.body, TextKey(appendix.uid, "body")):
            yield PlainText(words, Kind.APPENDIX, key)


def _of_matter(item: AgendaItem, matter: Matter) -> Iterator[PlainText]:
    yield PlainText(
        matter.title, Kind.MATTER, TextKey(matter.uid, "title"), item=item, matter=matter
    )
    for section in matter.sections:
        for words, key in _of_body(section.body, TextKey(section.uid, "body")):
            yield PlainText(words, Kind.SECTION, key, item=item, matter=matter)
    for resolution in matter.resolutions:
        start = 0
        for line in resolution.text.split("\n"):
            key = TextKey(resolution.uid, "text")
            yield PlainText(line, Kind.RESOLUTION, key, start, item, matter, decides=True)
            start += len(line) + 1


def _of_body(body: Body, key: TextKey) -> Iterator[tuple[str, TextKey]]:
    for number, block in enumerate(body):
        own = key._replace(block=number)
        match block:
            case Paragraph():
                yield block.text, own
            case Table():
                for r, row in enumerate(block.rows):
                    for c, cell in enumerate(row):
                        for p, paragraph in enumerate(cell.paragraphs):
                            yield paragraph.text, own._replace(cell=(r, c, p))
            case Picture():
                yield block.caption, own
            case _:
                continue
