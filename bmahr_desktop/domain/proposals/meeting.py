"""A meeting made of what was recognised in its minutes, with what a person has to look at."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.habits.facts import DateThere, cited_in, dates_in, place_of, time_in
from bmahr_desktop.domain.habits.heading import TITLE
from bmahr_desktop.domain.habits.signs import SECRECY
from bmahr_desktop.domain.heading import place_line
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Appendix,
    Meeting,
    MeetingState,
    MinutesState,
    Mode,
    NextMeeting,
    Secrecy,
)
from bmahr_desktop.domain.old_minutes import (
    CitedMeeting,
    Confidence,
    FoundPlace,
    LeftOut,
    Part,
    PartKind,
    Piece,
    Reading,
)
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.proposals.agenda import AgendaMaker
from bmahr_desktop.domain.proposals.bodies import Stuff, body_of, pieces_by_number
from bmahr_desktop.domain.proposals.people import KnownPeople, attendance_of, signatures_of
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.thai.dates import BE_OFFSET, buddhist_year
from bmahr_desktop.thai.searchkey import search_key

T = TypeVar("T")
_AT = re.compile(r"(?:ณ[ \t\u00a0]+|ผ่าน|ทาง)[^\n]*")
_UNKNOWN_YEAR = 2500


@dataclass(frozen=True)
class Question:
    """What a person has to look at.

    Attributes:
        about: The field of the meeting, "date"; or nothing.
        message: The question.
        needed: Whether the meeting cannot go on file before it is answered.
    """

    about: str
    message: Message
    needed: bool = False


@dataclass(frozen=True)
class Proposal:
    """Records made of minutes of old.

    Attributes:
        meeting: With all its parts; a number or a date that a question asks for is a stand-in.
        questions: What to look at, the needed ones first.
        left_out: Words of the file that are on no record, each with the rule.
    """

    meeting: Meeting
    questions: tuple[Question, ...]
    left_out: tuple[LeftOut, ...]


def propose(
    reading: Reading,
    committee: Committee,
    people: Iterable[Person] = (),
    units: Iterable[Unit] = (),
) -> Proposal:
    """Make records of what was recognised.

    Args:
        reading: The file.
        committee: Whose minutes they are.
        people: Those on file, to know people by their names.
        units: Those on file, to know what was assigned to them.
    """
    parts = reading.parts
    known = KnownPeople(people)
    pieces = pieces_by_number((*reading.file.pieces, *reading.pieces))
    number = _number(parts)
    date = _found(parts, PartKind.DATE, datetime.date)
    place = _found(parts, PartKind.VENUE, FoundPlace)
    agenda = AgendaMaker(committee, units, pieces, date).make(parts)
    meeting = Meeting(
        uid=new_uid(),
        committee=committee.uid,
        number=number.number if number else 1,
        year=_year(number, date),
        date=date or datetime.date(_year(number, date) - BE_OFFSET, 1, 1),
        start=_clock(parts, PartKind.START),
        end=_clock(parts, PartKind.END),
        mode=place.mode if place else Mode.ON_SITE,
        venue=place.venue if place else "",
        state=MeetingState.CLOSED,
        minutes_state=MinutesState.ADOPTED,
        secrecy=_secrecy(reading),
        attendance=attendance_of(parts, known),
        agenda=agenda,
        next_meeting=_next_meeting(agenda),
        signatures=signatures_of(parts, known),
        appendices=tuple(_appendices(parts, pieces)),
    )
    if place and _squeezed(place_line(meeting)) != _squeezed(place.line):
        meeting = msgspec.structs.replace(meeting, venue_line=place.line)
    questions = [
        *_heading_questions(parts, number, date),
        *_text_questions(reading, meeting),
        *_committee_questions(parts, committee),
        *_people_questions(meeting, known),
    ]
    questions.sort(key=lambda one: not one.needed)
    return Proposal(meeting, tuple(questions), tuple(left_out_of(reading)))


def left_out_of(reading: Reading) -> Iterator[LeftOut]:
    """Yield the words of a file that go on no record, each with the rule for it."""
    yield from reading.file.left_out
    for part in reading.parts:
        if part.kind is PartKind.LEFT_OUT:
            yield LeftOut(part.text, part.reason)
        elif part.kind is PartKind.TITLE:
            reason = msg("The name of the committee is printed from its record.")
            yield LeftOut(part.words, reason)


# ---------------------------------------------------------------- the heading


def _found(parts: Sequence[Part], kind: PartKind, of: type[T]) -> T | None:
    """Return the first thing of a kind that was read."""
    return next((p.found for p in parts if p.kind is kind and isinstance(p.found, of)), None)


def _number(parts: Sequence[Part]) -> CitedMeeting | None:
    return _found(parts, PartKind.NUMBER, CitedMeeting)


def _year(number: CitedMeeting | None, date: datetime.date | None) -> int:
    if number and number.year:
        return number.year
    return buddhist_year(date) if date else _UNKNOWN_YEAR


def _clock(parts: Sequence[Part], kind: PartKind) -> str | None:
    """Return an hour; that of the line of its own before that of the heading."""
    times = [p.found for p in parts if p.kind is kind and isinstance(p.found, datetime.time)]
    return f"{times[-1]:%H:%M}" if times else None


def _secrecy(reading: Reading) -> Secrecy:
    found = _found(reading.parts, PartKind.SECRECY, Secrecy)
    around = (SECRECY.get(words.strip()) for words in reading.file.around)
    return found or next((Secrecy(one) for one in around if one), Secrecy.NONE)


def _heading_questions(
    parts: Sequence[Part], number: CitedMeeting | None, date: datetime.date | None
) -> Iterator[Question]:
    if number is None:
        text = msg("The meeting's number was not found. Which is it?")
        yield Question("number", text, needed=True)
    if date is None:
        text = msg("The meeting's date was not found. When was it?")
        yield Question("date", text, needed=True)
    elif number and number.year and number.year != buddhist_year(date):
        yield Question("year", msg("The year of the number differs from that of the date."))
    for part in parts:
        if part.kind is PartKind.DATE and part.confidence is Confidence.GUESS:
            yield Question("date", part.reason)


def _text_questions(reading: Reading, meeting: Meeting) -> Iterator[Question]:
    if not any(part.kind is PartKind.ITEM for part in reading.parts):
        yield Question("agenda", msg("No item of the agenda was found; all is kept as text."))
    numbers = [part.label for part in reading.parts if part.kind is PartKind.ITEM]
    if numbers != [str(number) for number, _ in enumerate(numbers, 1)]:
        text = msg("The items are numbered {numbers} in the file.", numbers=" ".join(numbers))
        yield Question("agenda", text)
    if not meeting.attendance:
        yield Question("attendance", msg("No list of people was found."))
    if meeting.start is None:
        yield Question("start", msg("The hour at which the meeting began was not found."))
    if meeting.end is None:
        yield Question("end", msg("The hour at which the meeting ended was not found."))
    unsure = sum(part.kind is PartKind.UNKNOWN for part in reading.parts)
    if unsure:
        yield Question("", msg("{count} parts were not recognised and stay as text.", count=unsure))
    yield from (Question("", note) for note in reading.file.notes)


def _committee_questions(parts: Sequence[Part], committee: Committee) -> Iterator[Question]:
    words = " ".join(part.words for part in parts if part.kind is PartKind.TITLE)
    typed = _squeezed(TITLE.sub("", words, count=1))
    own = _squeezed(committee.name)
    if not typed:
        yield Question("committee", msg("The file does not say which committee met."))
    elif typed not in own and own not in typed:
        yield Question(
            "committee",
            msg("The file says “{typed}”; is that {name}?", typed=words, name=committee.name),
        )


def _people_questions(meeting: Meeting, known: KnownPeople) -> Iterator[Question]:
    for name in sorted(known.unclear):
        yield Question("attendance", msg("Several people on file are called {name}.", name=name))
    strangers = sum(one.person is None for one in meeting.attendance)
    if strangers:
        yield Question("attendance", msg("{count} names are of nobody on file.", count=strangers))


# ---------------------------------------------------------------- what comes behind


def _next_meeting(agenda: Sequence[AgendaItem]) -> NextMeeting | None:
    for item in agenda:
        if item.kind is not ItemKind.NEXT_MEETING:
            continue
        words = "\n".join(words_of(s.body) for m in item.matters for s in m.sections)
        cited = next((one for one in cited_in(words) if one.date), None)
        if cited and cited.date:
            return _following(cited, words)
    return None


def _following(cited: CitedMeeting, words: str) -> NextMeeting:
    day: DateThere = next(one for one in dates_in(words) if one.date == cited.date)
    time = time_in(words, day.stop)
    behind = time.stop if time else day.stop
    where = _AT.search(words, behind)
    place = place_of(where[0]) if where else None
    date = cited.date or datetime.date.min
    return NextMeeting(
        number=cited.number,
        year=cited.year,
        date=date,
        start=f"{time.time:%H:%M}" if time and time.time else None,
        mode=place.mode if place else Mode.ON_SITE,
        venue=place.venue if place else "",
    )


def _appendices(parts: Sequence[Part], pieces: Mapping[int, Piece]) -> Iterator[Appendix]:
    found: list[tuple[str, list[Stuff]]] = []
    for part in parts:
        if part.kind is PartKind.APPENDIX:
            found.append((part.words.strip(), []))
        elif part.kind is PartKind.APPENDIX_TEXT:
            if not found:
                found.append((paper("Text behind earlier minutes"), []))
            found[-1][1].append(Stuff(part, pieces.get(part.piece)))
    for title, stuff in found:
        yield Appendix(uid=new_uid(), title=title, body=body_of(stuff))


def _squeezed(text: str) -> str:
    return "".join(search_key(text).split())
