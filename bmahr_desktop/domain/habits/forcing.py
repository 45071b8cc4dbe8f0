"""Takes a piece for what somebody said that it is."""

from collections.abc import Callable, Mapping

from bmahr_desktop.domain.habits import agenda, before, people
from bmahr_desktop.domain.habits.facts import dates_in, meetings_in, place_of, time_in
from bmahr_desktop.domain.habits.resolving import begin_resolution, take_resolution
from bmahr_desktop.domain.habits.signs import END, ITEM, LISTS, START, resolution_at
from bmahr_desktop.domain.habits.trail import Stage, Trail
from bmahr_desktop.domain.meeting import AttendanceList, SectionKind
from bmahr_desktop.domain.old_minutes import (
    CitedMeeting,
    Confidence,
    Found,
    PartKind,
    Piece,
)
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.numbering import split_label

SAID = msg("You said so.")
_HEAD = frozenset(
    (PartKind.TITLE, PartKind.NUMBER, PartKind.DATE, PartKind.VENUE, PartKind.SECRECY)
)


def force(trail: Trail, piece: Piece, kind: PartKind) -> None:
    """Take a piece for something, and go on from there."""
    action = _ACTIONS.get(kind)
    if action:
        action(trail, piece)
    else:
        trail.add(piece, kind, Confidence.SURE, SAID, found=_fact(piece.text, kind))
    if kind in _HEAD and trail.stage > Stage.LISTS:
        return
    trail.titled = trail.titled or kind is PartKind.TITLE


def _fact(text: str, kind: PartKind) -> Found | None:
    """Return what a line of the heading says, when it is known which line it is."""
    match kind:
        case PartKind.NUMBER:
            number = next(iter(meetings_in(text)), None)
            return CitedMeeting(number.number, number.year) if number else None
        case PartKind.DATE:
            date = next(iter(dates_in(text)), None)
            return date.date if date else None
        case PartKind.VENUE:
            return place_of(text)
        case _:
            return None


def _list_heading(trail: Trail, piece: Piece) -> None:
    if not before.take_list_heading(trail, piece):
        kind = next((k for k, words in LISTS if words.search(piece.text)), AttendanceList.PRESENT)
        trail.stage, trail.listing = Stage.LISTS, kind
        trail.add(piece, PartKind.LIST_HEADING, Confidence.SURE, SAID, found=kind)


def _person(trail: Trail, piece: Piece) -> None:
    trail.stage = Stage.LISTS
    found = people.person_of_line(piece.text, trail.listing or AttendanceList.PRESENT)
    trail.add(piece, PartKind.PERSON, Confidence.SURE, SAID, found=found)


def _hour(kind: PartKind) -> Callable[[Trail, Piece], None]:
    def take(trail: Trail, piece: Piece) -> None:
        sign = (START if kind is PartKind.START else END).match(piece.text)
        time = time_in(piece.text, sign.end() if sign else 0)
        trail.stage = Stage.AGENDA if kind is PartKind.START else Stage.AFTER
        trail.resolving = False
        trail.started = trail.started or kind is PartKind.START
        trail.add(piece, kind, Confidence.SURE, SAID, found=time.time if time else None)

    return take


def _item(trail: Trail, piece: Piece) -> None:
    sign = ITEM.match(piece.text)
    start = sign.end() if sign else 0
    agenda.begin_item(trail)
    trail.awaits_title = not piece.text[start:].strip()
    span = (start, len(piece.text))
    trail.add(piece, PartKind.ITEM, Confidence.SURE, SAID, span=span, label=str(trail.item))


def _item_title(trail: Trail, piece: Piece) -> None:
    trail.awaits_title = False
    trail.add(piece, PartKind.ITEM_TITLE, Confidence.SURE, SAID)


def _matter(trail: Trail, piece: Piece) -> None:
    if not trail.item:
        agenda.begin_item(trail)
    agenda.begin_matter(trail)
    label = split_label(piece.text)
    span = (len(piece.text) - len(label[2]) if label else 0, len(piece.text))
    own = label[0] if label else ""
    trail.add(piece, PartKind.MATTER, Confidence.SURE, SAID, span=span, label=own)


def _section(trail: Trail, piece: Piece) -> None:
    trail.resolving = False
    trail.add(piece, PartKind.SECTION, Confidence.SURE, SAID, found=SectionKind.TEXT)


def _paragraph(trail: Trail, piece: Piece) -> None:
    if trail.stage is Stage.APPENDIX:
        trail.add(piece, PartKind.APPENDIX_TEXT, Confidence.SURE, SAID)
        return
    trail.stage = Stage.AGENDA
    trail.order = trail.order if not trail.resolving else 0
    agenda.take_paragraph(trail, piece)


def _label(trail: Trail, piece: Piece) -> None:
    start = resolution_at(piece, trail.labels)
    begin_resolution(trail)
    stop = len(piece.text) if start is None else start
    trail.add(piece, PartKind.RESOLUTION_LABEL, Confidence.SURE, SAID, span=(stop, stop))
    if stop < len(piece.text):
        take_resolution(trail, piece, stop)


def _resolution(trail: Trail, piece: Piece) -> None:
    begin_resolution(trail)
    trail.order += 1
    label = split_label(piece.text)
    span = (len(piece.text) - len(label[2]) if label else 0, len(piece.text))
    own = label[0] if label else ""
    trail.add(piece, PartKind.RESOLUTION, Confidence.SURE, SAID, span=span, label=own)


def _signature(trail: Trail, piece: Piece) -> None:
    trail.stage, trail.signing, trail.named = Stage.AFTER, True, ""
    trail.add(piece, PartKind.SIGNATURE, Confidence.SURE, SAID)


def _appendix(trail: Trail, piece: Piece) -> None:
    trail.stage = Stage.APPENDIX
    trail.add(piece, PartKind.APPENDIX, Confidence.SURE, SAID)


_ACTIONS: Mapping[PartKind, Callable[[Trail, Piece], None]] = {
    PartKind.LIST_HEADING: _list_heading,
    PartKind.PERSON: _person,
    PartKind.START: _hour(PartKind.START),
    PartKind.END: _hour(PartKind.END),
    PartKind.ITEM: _item,
    PartKind.ITEM_TITLE: _item_title,
    PartKind.MATTER: _matter,
    PartKind.SECTION: _section,
    PartKind.PARAGRAPH: _paragraph,
    PartKind.RESOLUTION_LABEL: _label,
    PartKind.RESOLUTION: _resolution,
    PartKind.SIGNATURE: _signature,
    PartKind.APPENDIX: _appendix,
}
