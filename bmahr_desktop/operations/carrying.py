"""What the next meeting takes over from those before, and what it does not (`lessons.md` 7).

Users of other programs lost items silently; here every matter is shown with its reason.
"""

import datetime
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import plain_body
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.closing_agenda import has_text, is_decided
from bmahr_desktop.domain.follow_up import OPEN, Attachment, FollowUp, Report
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Assignment,
    Matter,
    MatterState,
    Meeting,
    MeetingState,
    Resolution,
    ResolutionKind,
    Section,
    SectionKind,
)
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.domain.tasks import comes_back, due_day, is_awaited
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.operations import records
from bmahr_desktop.operations.course import read_course
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.storage.agenda import AssignmentRow, ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle

_HELD = (MeetingState.CLOSED, MeetingState.IN_SESSION, MeetingState.NO_QUORUM)
_LONG_AGO = datetime.timedelta(days=366)
_NOT_CARRIED = (ItemKind.INFORM, ItemKind.ADOPT, ItemKind.NEXT_MEETING)
"""Items that every meeting has anew."""


class Way(StrEnum):
    """Why a matter would come again, or not."""

    UNDISCUSSED = "undiscussed"
    RECURRING = "recurring"
    FOLLOW_UP = "follow_up"
    DEFERRED = "deferred"
    FINISHED = "finished"


@dataclass(frozen=True)
class Carried:
    """A matter of an earlier meeting, as the next one may take it over.

    Attributes:
        matter: Its uid.
        title: Of the matter, or of its item where it has none.
        meeting: The number of its meeting, "๓/๒๕๖๔".
        kind: The item that it goes under.
        way: Why it comes, or not.
        reason: The same in words.
        comes: Whether it comes unless it is ticked off; what does not, may be ticked.
    """

    matter: str
    title: str
    meeting: str
    kind: ItemKind
    way: Way
    reason: Message
    comes: bool


@dataclass(frozen=True)
class Carrying:
    """What a meeting on a day would take over.

    Attributes:
        comes: What comes unless it is ticked off.
        stays: What does not come unless it is ticked.
    """

    comes: tuple[Carried, ...] = ()
    stays: tuple[Carried, ...] = ()

    @property
    def usual(self) -> tuple[str, ...]:
        """The uids of what comes."""
        return tuple(one.matter for one in self.comes)


def preview_of_carrying(session: Session, committee: str, date: datetime.date) -> Carrying:
    """Return what a meeting of a committee on a day would take over, and what not.

    The adoption of the previous minutes is no part of it: that comes with the agenda.
    """
    found = list(_found(session, committee, date))
    return Carrying(
        tuple(one for one in found if one.comes), tuple(one for one in found if not one.comes)
    )


def _found(session: Session, committee: str, date: datetime.date) -> Iterator[Carried]:
    meetings = _earlier(session, committee, date)
    done = _continued(session, committee)
    seen: set[str] = set()
    for place, meeting in enumerate(meetings):
        for item in meeting.agenda:
            for matter in item.matters:
                one = _judged(meeting, item, matter, date, done, newest=place == 0)
                if one is not None and matter.uid not in seen:
                    seen.add(matter.uid)
                    yield one


def _earlier(session: Session, committee: str, date: datetime.date) -> list[Meeting]:
    """Return the meetings that something may come from, the newest first.

    Those are the last one, whole, and older ones that have something open, without their texts.
    """
    row = MeetingRow
    before = (
        row.committee == committee,
        row.removed.is_(None),
        row.date <= date,
        row.state.in_(_HELD),
    )
    order = (row.date.desc(), row.number.desc())
    last = session.scalar(select(row.uid).where(*before).order_by(*order).limit(1))
    above = select(ItemRow.meeting).join(MatterRow, MatterRow.item == ItemRow.uid)
    undiscussed = above.where(
        MatterRow.state == MatterState.UNDISCUSSED, MatterRow.removed.is_(None)
    )
    task = (
        above.join(ResolutionRow, ResolutionRow.matter == MatterRow.uid)
        .join(AssignmentRow, AssignmentRow.resolution == ResolutionRow.uid)
        .where(
            AssignmentRow.state.in_(OPEN),
            *(one.removed.is_(None) for one in (MatterRow, ResolutionRow, AssignmentRow)),
        )
    )
    open_ = row.uid.in_(undiscussed) | row.uid.in_(task)
    uids = set(session.scalars(select(row.uid).where(*before, open_)))
    found = [read_course(session, uid).meeting for uid in sorted(uids - {last})]
    if last:
        found.append(read_meeting(session, last))
    found.sort(key=lambda one: (one.date, one.number), reverse=True)
    return found


def _continued(session: Session, committee: str) -> frozenset[str]:
    """Return the uids of matters that a later meeting goes on from already."""
    query = (
        select(MatterRow.continues)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(MeetingRow, ItemRow.meeting == MeetingRow.uid)
        .where(
            MeetingRow.committee == committee,
            MatterRow.continues.is_not(None),
            *(one.removed.is_(None) for one in (MatterRow, ItemRow, MeetingRow)),
        )
    )
    return frozenset(uid for uid in session.scalars(query) if uid)


def _judged(
    meeting: Meeting,
    item: AgendaItem,
    matter: Matter,
    date: datetime.date,
    done: frozenset[str],
    *,
    newest: bool,
) -> Carried | None:
    """Return whether a matter comes, with the reason; None where nobody asks: it is long over."""

    def made(way: Way, reason: Message, *, comes: bool) -> Carried:
        kind = ItemKind.CONTINUE if way is Way.FOLLOW_UP else item.kind
        title = matter.title or item.title
        name = meeting_name(meeting.number, meeting.year, DigitStyle.THAI)
        return Carried(matter.uid, title, name, kind, way, reason, comes)

    skipped = newest and _was_skipped(meeting, item, matter)
    if matter.state is MatterState.UNDISCUSSED or skipped:
        if matter.uid in done:
            reason = msg("It was taken over by another meeting already.")
            return made(Way.FINISHED, reason, comes=False) if newest else None
        return made(Way.UNDISCUSSED, msg("The meeting did not come to it."), comes=True)
    tasks = _open_tasks(matter, date)
    if newest and matter.recurring:
        return made(Way.RECURRING, _why_again(len(tasks)), comes=True)
    if tasks:
        recent = date - meeting.date <= _LONG_AGO
        again = any(comes_back(task) and due_day(task) is not None for _, task in tasks)
        reason = msg("{count} tasks are still open.", count=len(tasks))
        return made(Way.FOLLOW_UP, reason, comes=recent or again)
    if not newest or item.kind in _NOT_CARRIED:
        return None
    if any(ResolutionKind.DEFER in one.kinds for one in matter.resolutions):
        reason = msg("It was deferred. Tick it to take it up again now.")
        return made(Way.DEFERRED, reason, comes=False)
    if matter.title or has_text(matter):
        return made(Way.FINISHED, msg("It was settled; nothing is open."), comes=False)
    return None


def _why_again(tasks: int) -> Message:
    if tasks:
        return msg("It comes back at every meeting; {count} tasks are still open.", count=tasks)
    return msg("It comes back at every meeting.")


def _was_skipped(meeting: Meeting, item: AgendaItem, matter: Matter) -> bool:
    """Tell whether nobody marked a matter that the meeting evidently did not come to."""
    if matter.state is not MatterState.PENDING or item.kind in _NOT_CARRIED:
        return False
    if meeting.state is MeetingState.NO_QUORUM:
        return bool(matter.title) or has_text(matter)
    over = meeting.state is MeetingState.CLOSED
    return over and bool(matter.title) and not is_decided(matter)


def _open_tasks(matter: Matter, day: datetime.date) -> list[tuple[Resolution, Assignment]]:
    """Return the tasks of a matter that a meeting on a day should hear of."""
    return [
        (resolution, task)
        for resolution in matter.resolutions
        for task in resolution.assignments
        if is_awaited(task, day)
    ]


# ---------------------------------------------------------------- taking them over


def carried_matters(
    session: Session, committee: str, date: datetime.date, chosen: Collection[str]
) -> list[tuple[ItemKind, Matter]]:
    """Return the chosen matters as the new meeting begins with them, each with its item's kind."""
    meetings = {
        matter.uid: meeting
        for meeting in _earlier(session, committee, date)
        for item in meeting.agenda
        for matter in item.matters
    }
    made = []
    for one in _found(session, committee, date):
        if one.matter in chosen:
            whole: Matter = records.read(session, Kind.MATTER, one.matter).record
            made.append((one.kind, _MADE[one.way](meetings[one.matter], whole, one, date)))
    return made


def _as_it_was(_meeting: Meeting, matter: Matter, one: Carried, _day: datetime.date) -> Matter:
    return copy_of(msgspec.structs.replace(matter, title=matter.title or one.title))


def _anew(meeting: Meeting, matter: Matter, one: Carried, day: datetime.date) -> Matter:
    """A recurring matter begins with its headings; what stood under them was of the last time.

    What is still to be done is told before them.
    """
    sections = [
        Section(uid=new_uid(), kind=section.kind, heading=section.heading)
        for section in matter.sections
    ]
    if _open_tasks(matter, day):
        if sections and sections[0].kind is SectionKind.TEXT and not sections[0].heading:
            del sections[0]
        sections.insert(0, _told_of_tasks(meeting, matter, day))
    title = matter.title or one.title
    return Matter(
        uid=new_uid(), title=title, sections=tuple(sections), recurring=True, continues=matter.uid
    )


def _followed_up(meeting: Meeting, matter: Matter, one: Carried, day: datetime.date) -> Matter:
    title, section = matter.title or one.title, _told_of_tasks(meeting, matter, day)
    return Matter(uid=new_uid(), title=title, sections=(section,), continues=matter.uid)


def _told_of_tasks(meeting: Meeting, matter: Matter, day: datetime.date) -> Section:
    body = plain_body("\n".join(follow_up_words(meeting, matter, day)))
    return Section(uid=new_uid(), kind=SectionKind.TEXT, body=body)


_MADE: dict[Way, Callable[[Meeting, Matter, Carried, datetime.date], Matter]] = {
    Way.UNDISCUSSED: _as_it_was,
    Way.DEFERRED: _as_it_was,
    Way.FINISHED: _as_it_was,
    Way.RECURRING: _anew,
    Way.FOLLOW_UP: _followed_up,
}


def follow_up_words(meeting: Meeting, matter: Matter, day: datetime.date) -> Iterator[str]:
    """Yield what the minutes of a day begin with on what was resolved before and is still open."""
    cited = {
        "meeting": meeting_name(meeting.number, meeting.year, DigitStyle.THAI),
        "date": _long(meeting.date),
    }
    yield paper("At meeting {meeting} on {date} the committee resolved as follows", **cited)
    tasks = _open_tasks(matter, day)
    for resolution in dict.fromkeys(resolution for resolution, _ in tasks):
        yield resolution.text
    for _, task in tasks:
        yield _task_words(task)
        for report in task.reports[-1:]:
            yield _report_words(report)


def _task_words(task: Assignment) -> str:
    who = task.assigned_to or paper("the unit in charge")
    due = task.due.text if task.due and not task.next_due else ""
    next_day = due_day(task)
    due = due or (_long(next_day) if next_day else "")
    state = _state_words(task.state)
    if due:
        return paper("{who} (due {due}): {state}", who=who, due=due, state=state)
    return paper("{who}: {state}", who=who, state=state)


def _report_words(report: Report) -> str:
    """Return what was reported last: when, by which letter, and what."""
    words = paper("Last reported on {date}", date=_long(report.date))
    if report.number and report.dated:
        letter = {"number": report.number, "date": _long(report.dated)}
        words += " " + paper("by letter {number} of {date}", **letter)
    elif report.number:
        words += " " + paper("by letter {number}", number=report.number)
    state = _state_words(report.state)
    text = " ".join(report.text.split())
    return f"{words}: {text} ({state})" if text else f"{words}: {state}"


def _long(day: datetime.date) -> str:
    return format_date(day, DateStyle.LONG, DigitStyle.THAI)


def _state_words(state: FollowUp) -> str:
    match state:
        case FollowUp.WAITING:
            return paper("waiting to be done")
        case FollowUp.UNDER_WAY:
            return paper("being done")
        case FollowUp.DONE:
            return paper("done")
        case FollowUp.ENDED:
            return paper("ended without result")


def copy_of(matter: Matter) -> Matter:
    """Return a matter as another meeting begins with it: its papers, but nothing decided."""
    return Matter(
        uid=new_uid(),
        title=matter.title,
        sections=tuple(
            Section(uid=new_uid(), kind=one.kind, body=one.body, heading=one.heading)
            for one in matter.sections
        ),
        attachments=tuple(
            Attachment(uid=new_uid(), file=one.file, title=one.title) for one in matter.attachments
        ),
        recurring=matter.recurring,
        continues=matter.uid,
    )
