"""Whether enough members take part, in numbers and in words (standards A5 and D)."""

import datetime
from dataclasses import dataclass

from bmahr_desktop.domain.attending import is_away, is_called, matters_of, steps_of
from bmahr_desktop.domain.committee import Rules, Share
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Meeting
from bmahr_desktop.i18n import Message, msg


@dataclass(frozen=True)
class Quorum:
    """How a meeting, or a matter of it, stands with its quorum.

    Attributes:
        present: The members who count now, on site and online.
        needed: How many must take part at least.
        of: The members in office.
        enough: Whether that many take part.
        short: Whether the smaller quorum of a meeting called again holds.
        reasons: All this in words; the first says how it stands.
    """

    present: int
    needed: int
    of: int
    enough: bool
    short: bool
    reasons: tuple[Message, ...] = ()

    @property
    def missing(self) -> int:
        """How many more are needed."""
        return max(0, self.needed - self.present)


def is_member(one: Attendance) -> bool:
    """Tell whether somebody is listed as a member of the committee."""
    return one.role is not None and one.role.is_member


def members_in_office(meeting: Meeting) -> tuple[Attendance, ...]:
    """Return the members who are listed, present or absent; the quorum is reckoned from them.

    A member whose substitute is present is one with them: the seat counts once.
    """
    present = _listed_present(meeting)
    stood_for = {one.stands_for for one in present if one.stands_for}
    absent = (
        one
        for one in meeting.attendance
        if one.list is AttendanceList.ABSENT
        and is_member(one)
        and not (one.person and one.person in stood_for)
    )
    return (*present, *absent)


def _listed_present(meeting: Meeting) -> list[Attendance]:
    return [
        one for one in meeting.attendance if one.list is AttendanceList.PRESENT and is_member(one)
    ]


def counted_at(meeting: Meeting, matter: str | None = None) -> tuple[Attendance, ...]:
    """Return the members who count for the quorum.

    Args:
        meeting: The meeting.
        matter: The uid of a matter, for those who are there for it and have no interest in it;
            None for all who have come.
    """
    steps = steps_of(meeting)
    out = in_conflict(meeting, matter)
    return tuple(
        one
        for one in _listed_present(meeting)
        if is_called(one, meeting) and one.uid not in out and not is_away(one, matter, steps)
    )


def in_conflict(meeting: Meeting, matter: str | None) -> frozenset[str]:
    """Return the uids of those who take no part in a matter because they have an interest."""
    if matter is None:
        return frozenset()
    found = next((one for one in matters_of(meeting) if one.uid == matter), None)
    return frozenset(conflict.attendance for conflict in found.conflicts) if found else frozenset()


def least(share: Share, members: int) -> int:
    """Return how many are at least a share of the members; never fewer than one."""
    return max(1, -(-members * share.parts // share.of))


def is_short(meeting: Meeting, rules: Rules, earlier: datetime.date | None = None) -> bool:
    """Tell whether the smaller quorum of a meeting called again holds.

    Args:
        meeting: The meeting; its notice must say so.
        rules: Those of its committee.
        earlier: The day of the meeting that it repeats; None where that is not on file.
    """
    if not meeting.short_quorum or meeting.again is None:
        return False
    return earlier is None or 0 <= (meeting.date - earlier).days <= rules.again_within_days


def quorum_at(
    meeting: Meeting,
    rules: Rules,
    matter: str | None = None,
    earlier: datetime.date | None = None,
) -> Quorum:
    """Return how a meeting stands with its quorum.

    Args:
        meeting: The meeting.
        rules: Those of its committee.
        matter: The uid of the matter that is spoken about; None for the meeting as a whole.
        earlier: The day of the meeting that this one repeats, where that is on file.
    """
    of, counted = len(members_in_office(meeting)), counted_at(meeting, matter)
    short = is_short(meeting, rules, earlier)
    needed = least(rules.quorum_again if short else rules.quorum, of)
    quorum = Quorum(len(counted), needed, of, len(counted) >= needed > 0, short)
    reasons = tuple(_reasons(meeting, quorum, matter))
    return Quorum(quorum.present, needed, of, quorum.enough, short, reasons)


def _reasons(meeting: Meeting, quorum: Quorum, matter: str | None) -> list[Message]:
    figures = {"present": quorum.present, "of": quorum.of, "needed": quorum.needed}
    if not quorum.of:
        return [msg("Nobody is listed as a member.")]
    if quorum.enough:
        reasons = [msg("A quorum: {present} of {of}; at least {needed} are needed.", **figures)]
    else:
        reasons = [
            msg("No quorum: {present} of {of}; at least {needed} are needed.", **figures),
            msg("{missing} more are missing.", missing=quorum.missing),
        ]
    if quorum.short:
        reasons.append(msg("The smaller quorum of a meeting called again is enough."))
    out = in_conflict(meeting, matter)
    reasons += [
        msg("{name} takes no part in this matter, having an interest in it.", name=one.name)
        for one in meeting.attendance
        if one.uid in out
    ]
    return reasons + _of_those_out(meeting, matter)


def _of_those_out(meeting: Meeting, matter: str | None) -> list[Message]:
    steps = steps_of(meeting)
    listed = _listed_present(meeting)
    reasons = [
        msg("{name} is away at this matter.", name=one.name)
        for one in listed
        if is_called(one, meeting) and is_away(one, matter, steps)
    ]
    uncalled = sum(not is_called(one, meeting) for one in listed)
    if uncalled:
        reasons.append(msg("The roll has not come to {count} of the members.", count=uncalled))
    return reasons
