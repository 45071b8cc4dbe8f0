"""Lines of lists: what a screen or a command shows of many records at once."""

import datetime

from bmahr_desktop.domain.meeting import (
    Due,
    MeetingState,
    MinutesState,
    Mode,
    ResolutionKind,
    Secrecy,
)
from bmahr_desktop.domain.records import Record


class CommitteeLine(Record, frozen=True):
    """A committee in a list.

    Attributes:
        meetings: How many meetings are on file.
        years: The years (พ.ศ.) that it met in, newest first.
    """

    uid: str
    code: str
    name: str
    short_name: str
    meetings: int = 0
    years: tuple[int, ...] = ()


class MeetingLine(Record, frozen=True):
    """A meeting in a list."""

    uid: str
    committee: str
    number: int
    year: int
    date: datetime.date
    start: str | None
    mode: Mode
    venue: str
    state: MeetingState
    minutes_state: MinutesState
    secrecy: Secrecy


class ResolutionLine(Record, frozen=True):
    """A resolution in the register.

    Attributes:
        meeting: The uid of its meeting.
        number, year, date: Of its meeting.
        item: The number of its item of the agenda, from 1.
        matter, matter_title: What it was about.
        order: Its number among the resolutions of the matter, from 1.
        text: Its wording, composed where it is made from corrections.
        assigned_to: Who is to act, as printed.
        due: By when, for the first of them that says so.
    """

    uid: str
    committee: str
    meeting: str
    number: int
    year: int
    date: datetime.date
    item: int
    item_title: str
    matter: str
    matter_title: str
    order: int
    text: str
    kinds: tuple[ResolutionKind, ...] = ()
    assigned_to: tuple[str, ...] = ()
    due: Due | None = None
    before_adoption: bool = False


class PersonLine(Record, frozen=True):
    """Somebody in a list.

    Attributes:
        unit: The name of the unit they work in.
        seats: The committees that they sit in now.
    """

    uid: str
    printed: str
    job: str
    unit: str
    seats: tuple[str, ...] = ()
