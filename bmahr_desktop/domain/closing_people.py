"""Checks before closing: who came, who counts, how they took part."""

from collections.abc import Callable, Iterator

from bmahr_desktop.domain.attending import (
    is_called,
    matter_told,
    refusals_of_away,
    steps_of,
)
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.findings import Finding, Look, Weight
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, MatterState, Mode
from bmahr_desktop.domain.quorum import quorum_at
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.names import same_person_key

_NAMED_AT_MOST = 3
"""Of more people a check tells the number: the roll was simply not called yet."""


def _of(one: Attendance, message: Message, field: str, weight: Weight = Weight.LOOK) -> Finding:
    return Finding(message, Kind.ATTENDANCE, one.uid, field, weight)


def _present(look: Look) -> list[Attendance]:
    return [one for one in look.meeting.attendance if one.list is AttendanceList.PRESENT]


def roll(look: Look) -> Iterator[Finding]:
    """The roll was called, and somebody came."""
    present = _present(look)
    if not present:
        yield look.of_meeting(msg("Nobody is listed as present."), "attendance", Weight.WRONG)
    missing = [one for one in present if not is_called(one, look.meeting)]
    if len(missing) > _NAMED_AT_MOST:
        words = msg("The roll has not come to {count} of those listed.", count=len(missing))
        yield _of(missing[0], words, "mode", Weight.WRONG)
        return
    for one in missing:
        words = msg("The roll has not come to {name}.", name=one.name)
        yield _of(one, words, "mode", Weight.WRONG)


def quorum(look: Look) -> Iterator[Finding]:
    """Enough members take part, in every matter that was spoken about."""
    meeting, rules = look.meeting, look.committee.rules
    whole = quorum_at(meeting, rules, None, look.repeated)
    if not whole.enough:
        yield look.of_meeting(whole.reasons[0], "attendance", Weight.WRONG)
        return
    if not any(one.away for one in meeting.attendance) and not any(
        matter.conflicts for _, matter in look.matters
    ):
        return
    for _, matter in look.matters:
        if matter.state is MatterState.UNDISCUSSED:
            continue
        here = quorum_at(meeting, rules, matter.uid, look.repeated)
        if not here.enough:
            where = matter_told(meeting, matter.uid)
            words = msg("No quorum in item {item}: {present} of {of}; at least {needed} needed.",
                        item=where, present=here.present, of=here.of,
                        needed=here.needed)  # fmt: skip
            yield Finding(words, Kind.MATTER, matter.uid, "", Weight.WRONG)


def chair(look: Look) -> Iterator[Finding]:
    """Somebody presides: the chair, or the vice chair in their place."""
    leading = (Role.CHAIR, Role.VICE_CHAIR)
    if _present(look) and not any(one.role in leading for one in _present(look)):
        yield look.of_meeting(
            msg("Neither the chair nor a vice chair is present. Say in the text who presided."),
            "attendance",
        )


def names(look: Look) -> Iterator[Finding]:
    """Nobody is listed twice."""
    seen: dict[str, str] = {}
    for one in look.meeting.attendance:
        keys = [same_person_key(one.name), *([one.person] if one.person else [])]
        if any(key in seen for key in keys):
            yield _of(one, msg("{name} is listed twice.", name=one.name), "name", Weight.WRONG)
        seen.update(dict.fromkeys(keys, one.uid))


def modes(look: Look) -> Iterator[Finding]:
    """Places of people fit the mode of the meeting; those online were identified (standards D)."""
    mode = look.meeting.mode
    online = [one for one in _present(look) if one.mode is Mode.ONLINE]
    if mode is Mode.ON_SITE:
        for one in online:
            yield _of(one, msg("{name} takes part online, but the meeting is held in the room.",
                               name=one.name), "mode")  # fmt: skip
        return
    if not online and any(is_called(one, look.meeting) for one in _present(look)):
        yield look.of_meeting(msg("Nobody takes part online. Is the mode right?"), "mode")
    for one in online:
        if not one.identified.strip():
            words = msg("It is not noted how {name} was identified online.", name=one.name)
            yield _of(one, words, "identified")


def coming_and_going(look: Look) -> Iterator[Finding]:
    """People come before they leave, and while the meeting lasts."""
    meeting = look.meeting
    for one in meeting.attendance:
        if one.joined and one.left and one.left <= one.joined:
            yield _of(one, msg("{name} leaves before coming.", name=one.name), "left",
                      Weight.WRONG)  # fmt: skip
        if one.joined and meeting.end and one.joined > meeting.end:
            yield _of(one, msg("{name} comes after the end of the meeting.", name=one.name),
                      "joined", Weight.WRONG)  # fmt: skip
        if one.left and (
            (meeting.start and one.left < meeting.start) or (meeting.end and one.left > meeting.end)
        ):
            yield _of(one, msg("{name} leaves outside the hours of the meeting.", name=one.name),
                      "left")  # fmt: skip


def absences(look: Look) -> Iterator[Finding]:
    """One who did not come has a reason (standards A6); one who is away may be so."""
    meeting, steps = look.meeting, steps_of(look.meeting)
    for one in meeting.attendance:
        if one.list is AttendanceList.ABSENT and not one.reason.strip():
            yield _of(one, msg("The reason why {name} is absent is missing.", name=one.name),
                      "reason")  # fmt: skip
        for refused in refusals_of_away(meeting, one.uid, one.away) if one.away else ():
            yield _of(one, refused, "away", Weight.WRONG)
        for away in one.away:
            if {away.first, away.last} - {None} - set(steps):
                yield _of(one, msg("{name} is away from a matter that is no longer there.",
                                   name=one.name), "away")  # fmt: skip


def conflicts(look: Look) -> Iterator[Finding]:
    """One who has an interest in a matter is in the lists, and the paper says why they are out."""
    listed = {one.uid: one.name for one in look.meeting.attendance}
    for _, matter in look.matters:
        for conflict in matter.conflicts:
            if conflict.attendance not in listed:
                words = msg("Somebody with an interest in the matter is no longer in the lists.")
                yield Finding(words, Kind.MATTER, matter.uid, "conflicts", Weight.WRONG)


PEOPLE_TESTS: tuple[Callable[[Look], Iterator[Finding]], ...] = (
    roll,
    quorum,
    chair,
    names,
    modes,
    coming_and_going,
    absences,
    conflicts,
)
