"""Who is at which matter: late arrivals and leaving, as "from this matter until that one"."""

from collections.abc import Iterator, Mapping, Sequence

from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    AttendanceList,
    Matter,
    Meeting,
    MeetingState,
)
from bmahr_desktop.domain.presence import Away
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.names import same_person_key


def matters_of(meeting: Meeting) -> tuple[Matter, ...]:
    """Return the matters of a meeting in the order of its agenda: its steps."""
    return tuple(matter for item in meeting.agenda for matter in item.matters)


def steps_of(meeting: Meeting) -> dict[str, int]:
    """Return the place of each matter among all of them, from 0, by its uid."""
    return {matter.uid: place for place, matter in enumerate(matters_of(meeting))}


def is_called(one: Attendance, meeting: Meeting) -> bool:
    """Tell whether somebody listed as present is known to have come.

    Until a meeting is over, one whom the roll has not come to does not count; in one that is over,
    or was taken from an old paper, they count as in the room.
    """
    return one.mode is not None or meeting.state is MeetingState.CLOSED


def span_of(away: Away, steps: Mapping[str, int]) -> range:
    """Return the places of the matters that somebody misses.

    Empty when a matter that it names is no longer there: nobody is thought away by mistake.
    """
    first = 0 if away.first is None else steps.get(away.first, len(steps))
    last = len(steps) - 1 if away.last is None else steps.get(away.last, -1)
    return range(first, last + 1)


def is_away(one: Attendance, matter: str | None, steps: Mapping[str, int]) -> bool:
    """Tell whether somebody misses a matter; nobody misses None."""
    if matter is None or not one.away or matter not in steps:
        return False
    return any(steps[matter] in span_of(away, steps) for away in one.away)


# ---------------------------------------------------------------- what cannot be


def refusals_of_away(
    meeting: Meeting, attendance: str, away: Sequence[Away]
) -> tuple[Message, ...]:
    """Return why somebody cannot be marked away like this; nothing where they can.

    One who votes on a matter, or dissents from it, is there; one who signs the minutes stays to
    the end (PloneMeeting, `lessons.md` 1).

    Args:
        meeting: The meeting with its votes.
        attendance: Their uid in its lists.
        away: All matters that they would miss.
    """
    one = next((found for found in meeting.attendance if found.uid == attendance), None)
    if one is None:
        return ()
    steps = steps_of(meeting)
    refused = []
    for matter, _, what in acts_of(meeting, one):
        if any(steps[matter.uid] in span_of(span, steps) for span in away):
            where = matter_told(meeting, matter.uid)
            refused.append(_REFUSED[what](one.name, where))
    if signs(meeting, one) and any(len(steps) - 1 in span_of(span, steps) for span in away):
        refused.append(
            msg("{name} signs the minutes, and so cannot leave for good.", name=one.name)
        )
    return tuple(refused)


_REFUSED = {
    "vote": lambda name, item: msg(
        "{name} votes in item {item}, and so cannot be away there.", name=name, item=item
    ),
    "dissent": lambda name, item: msg(
        "{name} dissents in item {item}, and so cannot be away there.", name=name, item=item
    ),
}


def acts_of(meeting: Meeting, one: Attendance) -> Iterator[tuple[Matter, str, str]]:
    """Yield what somebody does by name: the matter, the uid of the resolution, and what it is."""
    for matter in matters_of(meeting):
        for resolution in matter.resolutions:
            if resolution.vote and any(b.attendance == one.uid for b in resolution.vote.ballots):
                yield matter, resolution.uid, "vote"
            if any(dissent.attendance == one.uid for dissent in resolution.dissents):
                yield matter, resolution.uid, "dissent"


def signs(meeting: Meeting, one: Attendance) -> bool:
    """Tell whether somebody in the lists signs the minutes."""
    key = same_person_key(one.name)
    for block in meeting.signatures:
        if block.person and one.person:
            if block.person == one.person:
                return True
        elif same_person_key(block.name) == key:
            return True
    return False


# ---------------------------------------------------------------- how papers say it


def matter_label(meeting: Meeting, matter: str, digits: DigitStyle) -> str:
    """Return the number of a matter as printed: "๓.๑", or "๓" where an item has only one."""
    for number, item in enumerate(meeting.agenda, 1):
        if any(one.uid == matter for one in item.matters):
            return _label(number, item, matter, digits)
    return ""


def matter_told(meeting: Meeting, matter: str) -> Message:
    """Return the number of a matter as a screen tells it, in its own digits."""
    item, _, place = matter_label(meeting, matter, DigitStyle.ARABIC).partition(".")
    if place:
        return msg("{item}.{place}", item=int(item), place=int(place))
    return msg("{item}", item=int(item) if item else "")


def _label(number: int, item: AgendaItem, matter: str, digits: DigitStyle) -> str:
    titled = [one.uid for one in item.matters if one.title]
    if len(titled) > 1 and matter in titled:
        return made_in_style(f"{number}.{titled.index(matter) + 1}", digits)
    return made_in_style(str(number), digits)


def away_words(meeting: Meeting, one: Attendance, digits: DigitStyle) -> tuple[str, ...]:
    """Return a sentence for every part of the meeting that somebody misses, as papers say it."""
    steps = steps_of(meeting)
    spans = sorted((span_of(away, steps) for away in one.away), key=lambda span: span.start)
    order = [
        (number, item, matter.uid)
        for number, item in enumerate(meeting.agenda, 1)
        for matter in item.matters
    ]
    return tuple(_away_words(span, order, digits) for span in spans if span)


def _away_words(
    span: range, order: Sequence[tuple[int, AgendaItem, str]], digits: DigitStyle
) -> str:
    def from_(place: int) -> str:
        number, item, uid = order[place]
        whole = item.matters[0].uid == uid
        return made_in_style(str(number), digits) if whole else _label(number, item, uid, digits)

    def until(place: int) -> str:
        number, item, uid = order[place]
        whole = item.matters[-1].uid == uid
        return made_in_style(str(number), digits) if whole else _label(number, item, uid, digits)

    first, last, end = span.start, span.stop - 1, len(order) - 1
    if first == 0 and last == end:
        return paper("was not at the meeting")
    if first == 0:
        return paper("came from agenda item {item} on", item=from_(last + 1))
    if last == end:
        return paper("stayed until agenda item {item}", item=until(first - 1))
    number, item, _ = order[first]
    if order[first] == order[last]:
        label = _label(number, item, order[first][2], digits)
        return paper("was away at agenda item {item}", item=label)
    if (order[first][0], item.matters[0].uid, item.matters[-1].uid) == (
        order[last][0], order[first][2], order[last][2],
    ):  # fmt: skip
        return paper("was away at agenda item {item}", item=made_in_style(str(number), digits))
    return paper(
        "was away from agenda item {first} to {last}", first=from_(first), last=until(last)
    )


def notes_of(meeting: Meeting, digits: DigitStyle) -> dict[str, tuple[str, ...]]:
    """Return what the list of those present notes of late arrivals and leaving, by uid."""
    return {
        one.uid: away_words(meeting, one, digits)
        for one in meeting.attendance
        if one.away and one.list is AttendanceList.PRESENT
    }
