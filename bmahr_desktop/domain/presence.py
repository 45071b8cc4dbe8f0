"""Who is there for which matter: late arrivals, leaving, and conflicts of interest."""

from collections.abc import Sequence

from bmahr_desktop.domain.records import Record, ShortText, Uid


class Away(Record, frozen=True):
    """Somebody at the meeting misses some of its matters.

    Attributes:
        first: The uid of the first matter that they miss; None for the first of the meeting.
        last: The uid of the last matter that they miss; None for the last of the meeting.
        reason: Why, in neutral words; may be empty.
    """

    first: Uid | None = None
    last: Uid | None = None
    reason: ShortText = ""


class Conflict(Record, frozen=True):
    """Somebody who has an interest in a matter and takes no part in it.

    They count neither for its quorum nor for its votes.

    Attributes:
        attendance: Their uid in the lists of the meeting.
        reason: What the interest is.
    """

    attendance: Uid
    reason: ShortText = ""


def is_out(away: Sequence[Away]) -> bool:
    """Tell whether somebody has left and not come back."""
    return any(one.last is None for one in away)
