"""How a vote comes out, and what cannot be in one (standards D)."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from bmahr_desktop.domain.attending import is_away, is_called, steps_of
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Matter, Meeting, Resolution
from bmahr_desktop.domain.quorum import counted_at, in_conflict, is_member
from bmahr_desktop.domain.voting import Choice, Vote, VoteMethod
from bmahr_desktop.i18n import Message, msg


class Outcome(StrEnum):
    """How a vote comes out."""

    CARRIED = "carried"
    REJECTED = "rejected"
    TIED = "tied"
    """As many for as against, and the chair has not decided it."""
    NONE = "none"
    """Nobody has voted for or against."""


def outcome_of(vote: Vote) -> Outcome:
    """Return how a vote comes out.

    The majority of those who vote for or against decides; the chair's additional vote breaks a
    tie, and counts only there.
    """
    for_, against = vote.count(Choice.IN_FAVOUR), vote.count(Choice.AGAINST)
    if vote.is_tied:
        match vote.casting:
            case Choice.IN_FAVOUR:
                return Outcome.CARRIED
            case Choice.AGAINST:
                return Outcome.REJECTED
            case _:
                return Outcome.TIED
    if for_ == against:
        return Outcome.NONE
    return Outcome.CARRIED if for_ > against else Outcome.REJECTED


OUTCOMES: Mapping[Outcome, Message] = {
    Outcome.CARRIED: msg("carried"),
    Outcome.REJECTED: msg("rejected"),
    Outcome.TIED: msg("a tie: the chair decides"),
    Outcome.NONE: msg("no votes yet"),
}


def outcome_words(vote: Vote) -> Message:
    """Return the counts of a vote, and how it comes out."""
    return msg(
        "For {for_}, against {against}, abstained {abstained}: {outcome}",
        for_=vote.count(Choice.IN_FAVOUR),
        against=vote.count(Choice.AGAINST),
        abstained=vote.count(Choice.ABSTAINED),
        outcome=OUTCOMES[outcome_of(vote)],
    )


def vote_faults(meeting: Meeting, matter: Matter, resolution: Resolution) -> Iterator[Message]:
    """Yield what cannot be in the vote on a resolution."""
    vote = resolution.vote
    if vote is None:
        return
    if vote.method is VoteMethod.SECRET:
        if vote.ballots:
            yield msg("A secret vote keeps totals only; it must not say who voted how.")
    else:
        yield from _ballot_faults(meeting, matter, vote)
    yield from _count_faults(meeting, matter, vote)


def _ballot_faults(meeting: Meeting, matter: Matter, vote: Vote) -> Iterator[Message]:
    listed = {one.uid: one for one in meeting.attendance}
    steps, out = steps_of(meeting), in_conflict(meeting, matter.uid)
    voted: set[str] = set()
    for ballot in vote.ballots:
        one = listed.get(ballot.attendance)
        if ballot.attendance in voted and one is not None:
            yield msg("{name} votes twice.", name=one.name)
        voted.add(ballot.attendance)
        if one is None:
            yield msg("Somebody votes who is no longer in the lists.")
        elif fault := _voter_fault(one, meeting, matter, steps, out):
            yield fault
    if vote.ballots and (vote.in_favour or vote.against or vote.abstained):
        yield msg("The vote has both names and totals; the totals do not count.")


def _voter_fault(
    one: Attendance,
    meeting: Meeting,
    matter: Matter,
    steps: Mapping[str, int],
    out: frozenset[str],
) -> Message | None:
    if not is_member(one):
        return msg("{name} votes and is no member.", name=one.name)
    if one.list is not AttendanceList.PRESENT:
        return msg("{name} votes and is not present.", name=one.name)
    if one.uid in out:
        return msg("{name} votes and has an interest in the matter.", name=one.name)
    if is_away(one, matter.uid, steps):
        return msg("{name} votes and is away at this matter.", name=one.name)
    if not is_called(one, meeting):
        return msg("{name} votes and the roll has not come to them.", name=one.name)
    return None


def _count_faults(meeting: Meeting, matter: Matter, vote: Vote) -> Iterator[Message]:
    there, cast = len(counted_at(meeting, matter.uid)), sum(map(vote.count, Choice))
    if cast > there:
        yield msg("{cast} votes, and only {there} members are there.", cast=cast, there=there)
    if vote.casting is None:
        if vote.is_tied:
            yield msg("The vote is tied; the chair has one more vote to decide it.")
    elif not vote.is_tied:
        yield msg("The chair decides by an additional vote only where there is a tie.")
    elif vote.casting is Choice.ABSTAINED:
        yield msg("The chair's additional vote must be for or against.")


def dissent_faults(meeting: Meeting, matter: Matter, resolution: Resolution) -> Iterator[Message]:
    """Yield what cannot be in the dissents from a resolution."""
    listed = {one.uid: one for one in meeting.attendance}
    steps = steps_of(meeting)
    for dissent in resolution.dissents:
        if not dissent.reasons.strip() and not dissent.written:
            yield msg("{name} dissents without a reason.", name=dissent.name)
        one = listed.get(dissent.attendance or "")
        if one is not None and is_away(one, matter.uid, steps):
            yield msg("{name} dissents and is away at this matter.", name=dissent.name)
