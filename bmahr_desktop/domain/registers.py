"""Lines of lists: what a screen or a command shows of many records at once."""

import datetime
from enum import StrEnum

from bmahr_desktop.domain.follow_up import OPEN, FollowUp
from bmahr_desktop.domain.meeting import (
    Due,
    MeetingState,
    MinutesState,
    Mode,
    ResolutionKind,
    Secrecy,
)
from bmahr_desktop.domain.records import Record
from bmahr_desktop.domain.register_query import DueWhen


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
        due_day: The day that the next of what is still open is due; where nothing is open, the
            first day by which something was.
        state: How far the least advanced of its tasks has come; None where nobody is to act.
        matter_number: Which matter of the item it was about, from 1; 0 where the item has but one.
        siblings: How many resolutions the matter has.
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
    due_day: datetime.date | None = None
    state: FollowUp | None = None
    matter_number: int = 0
    siblings: int = 1

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done."""
        return self.state in OPEN

    def is_overdue(self, today: datetime.date) -> bool:
        """Tell whether something should have been done before today, and is not."""
        return self.is_open and self.due_day is not None and self.due_day < today


def subject_of(title: str) -> str:
    """Return the title of a matter without the word "เรื่อง" that stands apart before it."""
    return title.removeprefix("เรื่อง ").strip() or title


class SortedBy(StrEnum):
    """What the register is sorted by."""

    BEST = "best"
    """What meets the words best; without words, the newest day first."""
    DATE = "date"
    MATTER = "matter"
    """In the order of the Thai dictionary, as `ASSIGNED`."""
    ASSIGNED = "assigned"
    DUE = "due"


class Sorting(Record, frozen=True):
    """In which order the register stands; what is not there comes last in either direction."""

    by: SortedBy = SortedBy.BEST
    descending: bool = False


UNSORTED = Sorting()


class Offered(Record, frozen=True):
    """What the register can be narrowed to: only what occurs in it.

    Attributes:
        years: The newest first.
        committees, units: Each uid with what it is called, in dictionary order.
    """

    years: tuple[int, ...] = ()
    committees: tuple[tuple[str, str], ...] = ()
    kinds: tuple[ResolutionKind, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    states: tuple[FollowUp, ...] = ()
    dues: tuple[DueWhen, ...] = ()


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
