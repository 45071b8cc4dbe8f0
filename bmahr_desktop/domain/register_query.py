"""What the register of resolutions is asked for, and such questions kept under a name."""

import datetime
from enum import StrEnum

from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.records import Name, Order, Record, ShortText, Uid, YearBE


class DueWhen(StrEnum):
    """When something still open is due, seen from today."""

    OVERDUE = "overdue"
    THIS_MONTH = "this_month"
    IN_30_DAYS = "in_30_days"
    UNDATED = "undated"


class RegisterQuery(Record, frozen=True):
    """Which resolutions the register shows; None stands for all.

    Attributes:
        words: What each resolution, or the title of its matter, holds; see `read_query`.
        committee: A committee's uid.
        year: A year (พ.ศ.).
        kind: What they do.
        unit: The uid of the unit that is to act.
        state: How far the assignment has come.
        due: Still to be done, and due then.
        due_by: Still to be done, and due on this day or before.
    """

    words: ShortText = ""
    committee: Uid | None = None
    year: YearBE | None = None
    kind: ResolutionKind | None = None
    unit: Uid | None = None
    state: FollowUp | None = None
    due: DueWhen | None = None
    due_by: datetime.date | None = None


class SavedSearch(Record, frozen=True):
    """A question to the register that is asked again and again."""

    uid: Uid
    name: Name
    query: RegisterQuery = RegisterQuery()
    position: Order = 0
