"""Votes on a resolution, and those who dissent (standards A15 and D)."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.records import Name, Record, Text, Uid

Count = Annotated[int, Meta(ge=0, le=1_000)]


class Choice(StrEnum):
    """How somebody votes."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTAINED = "abstained"


class VoteMethod(StrEnum):
    """Whether it is known who voted how."""

    OPEN = "open"
    SECRET = "secret"


class Ballot(Record, frozen=True):
    """How one member voted openly.

    Attributes:
        attendance: Their uid in the lists of the meeting.
    """

    attendance: Uid
    choice: Choice


class Vote(Record, frozen=True):
    """A vote.

    An open vote is kept by name. Of a secret one only the totals are kept, without any link to
    those who voted (e-meeting decree 2563, standards D).

    Attributes:
        ballots: Of an open vote.
        in_favour, against, abstained: Of a secret vote; of an open one only where it was taken
            by a show of hands and no names were noted.
        casting: How the chair decided a tie with an additional vote.
    """

    method: VoteMethod = VoteMethod.OPEN
    ballots: tuple[Ballot, ...] = ()
    in_favour: Count = 0
    against: Count = 0
    abstained: Count = 0
    casting: Choice | None = None

    def count(self, choice: Choice) -> int:
        """Return how many voted so, the casting vote not among them."""
        if self.ballots:
            return sum(one.choice is choice for one in self.ballots)
        totals = {
            Choice.IN_FAVOUR: self.in_favour,
            Choice.AGAINST: self.against,
            Choice.ABSTAINED: self.abstained,
        }
        return totals[choice]

    @property
    def is_tied(self) -> bool:
        """Tell whether as many voted against as in favour."""
        return 0 < self.count(Choice.IN_FAVOUR) == self.count(Choice.AGAINST)


class Dissent(Record, frozen=True):
    """Somebody who does not agree with a resolution, and why (standards A15).

    Attributes:
        name: As printed.
        reasons: In their own words.
        written: Whether a written dissent was handed in.
        attendance: Their uid in the lists of the meeting.
    """

    name: Name
    reasons: Text = ""
    written: bool = False
    attendance: Uid | None = None
