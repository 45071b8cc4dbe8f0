"""Who is to be told which resolutions of a meeting, and who was told already."""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from bmahr_desktop.domain.addressees import head_of
from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.meeting import Assignment, AttendanceList, Matter, Meeting, Resolution
from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.thai.searchkey import search_key


def resolutions_of(meeting: Meeting) -> Iterator[tuple[Matter, Resolution]]:
    """Yield the resolutions of a meeting with their matters, in the order of the agenda."""
    for item in meeting.agenda:
        for matter in item.matters:
            for resolution in matter.resolutions:
                yield matter, resolution


def is_for(letter: Dispatch, task: Assignment) -> bool:
    """Tell whether a letter goes to the one who is to do a task."""
    if letter.unit is not None and letter.unit == task.unit:
        return True
    if letter.person is not None and letter.person == task.person:
        return True
    to = _folded(letter.to)
    return bool(to) and to in (_folded(task.assigned_to), _folded(head_of(task.assigned_to)))


def tells(letter: Dispatch, resolution: str) -> bool:
    """Tell whether a letter says what was resolved: a notice, or an extract."""
    quotes = letter.kind in (DispatchKind.NOTICE, DispatchKind.EXTRACT)
    return quotes and resolution in letter.resolutions


def notices_for(meeting: Meeting, names: Mapping[str, str]) -> tuple[Dispatch, ...]:
    """Return a notice for each assignee who was told nothing of their tasks yet.

    Args:
        meeting: The meeting, with the letters that were written.
        names: Of units and people on file, by their uids.
    """
    if meeting.state in NOT_HELD:
        return ()
    written = [one for one in meeting.dispatches if one.kind is DispatchKind.NOTICE]
    made: list[Dispatch] = []
    for _, resolution in resolutions_of(meeting):
        for task in resolution.assignments:
            told = any(tells(one, resolution.uid) and is_for(one, task) for one in written)
            if not told and (to := addressee(task.assigned_to, task.unit, task.person, names)):
                _add(made, task, to, resolution.uid, layout_for(meeting))
    return tuple(made)


def addressee(written: str, unit: str | None, person: str | None, names: Mapping[str, str]) -> str:
    """Return how somebody is addressed: as written, else by what they are called on file."""
    return head_of(written.strip() or names.get(unit or "", "") or names.get(person or "", ""))


def members_to_ask(meeting: Meeting, kind: DispatchKind) -> Iterator[tuple[str, str | None]]:
    """Yield the names and uids of the members who have no letter of a kind yet.

    A substitute stands for the member: it is they who were at the meeting.
    """
    written = [one for one in meeting.dispatches if one.kind is kind]
    people = {one.person for one in written if one.person}
    names = {_folded(one.to) for one in written}
    for one in meeting.attendance:
        is_member = one.list is not AttendanceList.PARTICIPANT and (
            one.role is None or one.role.is_member
        )
        if is_member and one.person not in people and _folded(one.name) not in names:
            yield one.name, one.person


def layout_for(meeting: Meeting) -> LetterKind:
    """Return the layout of the meeting's invitation, which letters after it take over."""
    return meeting.invitation.kind if meeting.invitation else LetterKind.MEMO


def in_order(meeting: Meeting, resolutions: Collection[str]) -> tuple[str, ...]:
    """Return those of some resolutions that are a meeting's, in the order of its agenda."""
    return tuple(one.uid for _, one in resolutions_of(meeting) if one.uid in resolutions)


def _add(
    made: list[Dispatch], task: Assignment, to: str, resolution: str, layout: LetterKind
) -> None:
    """Add a resolution to the notice for whom it concerns, or begin one."""
    for at, one in enumerate(made):
        if is_for(one, task):
            if resolution not in one.resolutions:
                more = (*one.resolutions, resolution)
                made[at] = msgspec.structs.replace(one, resolutions=more)
            return
    made.append(
        Dispatch(
            uid=new_uid(), kind=DispatchKind.NOTICE, layout=layout, to=to,
            unit=task.unit, person=None if task.unit else task.person, resolutions=(resolution,),
        )
    )  # fmt: skip


def _folded(words: str) -> str:
    return search_key(" ".join(words.split()))
