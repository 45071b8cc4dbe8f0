"""Votes and dissents on a resolution: who may, and what does not go together."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.ballots import dissent_faults, outcome_words, vote_faults
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Attendance, Matter, Meeting, Resolution
from bmahr_desktop.domain.quorum import counted_at
from bmahr_desktop.domain.voting import Vote
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.course import read_course
from bmahr_desktop.operations.whereabouts import find_record
from bmahr_desktop.storage.agenda import ResolutionRow


@dataclass(frozen=True)
class Voting:
    """What a vote on a resolution is held from.

    Attributes:
        meeting: Without its texts.
        matter: The matter that the resolution belongs to.
        voters: The members who are there for it and have no interest in it, in their order.
    """

    meeting: Meeting
    matter: Matter
    voters: tuple[Attendance, ...]

    def faults(self, resolution: Resolution) -> Iterator[Message]:
        """Yield what does not go together in its vote and its dissents."""
        yield from vote_faults(self.meeting, self.matter, resolution)
        yield from dissent_faults(self.meeting, self.matter, resolution)

    def outcome(self, vote: Vote) -> Message:
        """Return the counts of a vote, and how it comes out."""
        return outcome_words(vote)


def read_voting(session: Session, resolution: str) -> Voting:
    """Return what a vote on a resolution is held from.

    Raises:
        Refused: If the resolution is not on file.
    """
    matter = session.scalar(select(ResolutionRow.matter).where(ResolutionRow.uid == resolution))
    place = find_record(session, resolution)
    if matter is None or place is None:
        raise Refused(msg("This is no longer on file."))
    course = read_course(session, place.meeting)
    found = course.matter(matter)
    if found is None:
        raise Refused(msg("This is no longer on file."))
    return Voting(course.meeting, found, counted_at(course.meeting, matter))
