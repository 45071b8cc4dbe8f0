"""When a task is due, when it is late, and how it stands after a report.

What is needed and what was given are two things: a task says what is awaited, its reports say what
came. A task that comes again and again is done for this time only: it waits for the next one, until
it is ended by hand.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from bmahr_desktop.domain.follow_up import OPEN, FollowUp, Report, end_of_month, months_later
from bmahr_desktop.domain.meeting import Assignment, Due


@dataclass(frozen=True)
class Standing:
    """How a task stands.

    Attributes:
        next_due: The day that it is due next; None for what its `due` says.
    """

    state: FollowUp
    next_due: datetime.date | None = None


def day_of(due: Due | None, next_due: datetime.date | None = None) -> datetime.date | None:
    """Return the day that something is due: the next one, the date, or the end of the month."""
    if next_due is not None or due is None:
        return next_due
    if due.date is None and due.month is not None:
        return end_of_month(due.month)
    return due.date


def due_day(task: Assignment) -> datetime.date | None:
    """Return the day that a task is due; None where no day is known."""
    return day_of(task.due, task.next_due)


def days_overdue(task: Assignment, today: datetime.date) -> int:
    """Return for how many days a task has been late; 0 for one that is not, or is not open."""
    day = due_day(task)
    if task.state not in OPEN or day is None:
        return 0
    return max(0, (today - day).days)


def is_overdue(task: Assignment, today: datetime.date) -> bool:
    """Tell whether a task should have been done before today, and is still open."""
    return days_overdue(task, today) > 0


def comes_back(task: Assignment) -> bool:
    """Tell whether a task comes again and again."""
    return task.due is not None and (task.due.periodic or task.due.every is not None)


def is_awaited(task: Assignment, day: datetime.date) -> bool:
    """Tell whether a meeting on a day should hear of a task.

    It is open; where it was done for one time, the next time has come.
    """
    if task.state not in OPEN:
        return False
    rests = comes_back(task) and task.state is FollowUp.WAITING and bool(task.reports)
    due = due_day(task)
    return not rests or due is None or due <= day


# ---------------------------------------------------------------- reports


def after_report(
    task: Assignment, report: Report, next_due: datetime.date | None = None
) -> Standing:
    """Return how a task stands after a report on it.

    Args:
        task: As it stood before.
        report: What was reported.
        next_due: The day of the next time, where somebody said so.
    """
    if report.state is not FollowUp.DONE or not comes_back(task):
        return Standing(report.state, next_due or task.next_due)
    return Standing(FollowUp.WAITING, next_due or next_time(task, report.date))


def asks_when(task: Assignment, state: FollowUp) -> bool:
    """Tell whether it must be asked when a task is due again, because nobody knows."""
    known = task.due is not None and task.due.every is not None
    return state is FollowUp.DONE and comes_back(task) and not known


def next_time(task: Assignment, reported: datetime.date) -> datetime.date | None:
    """Return the day that a task is due again: so many months after the time that was due.

    None where it is not known how many months lie between. A time that nobody reported on is not
    passed over: it is the next one, and late.
    """
    every = task.due.every if task.due else None
    if every is None:
        return None
    start = due_day(task) or reported
    later = months_later(start, every)
    return later.replace(day=min(_day_of_month(task, start), _last_day(later)))


def _day_of_month(task: Assignment, now: datetime.date) -> int:
    """Return the day of the month that times keep to: after 28 February comes 31 March again."""
    due = task.due or Due()
    usual = due.date.day if due.date else (31 if due.month else now.day)
    return usual if now.day == min(usual, _last_day(now)) else now.day


def _last_day(day: datetime.date) -> int:
    return end_of_month(f"{day:%Y-%m}").day


def without_report(task: Assignment, uid: str) -> Standing:
    """Return how a task stands once a report on it is taken away.

    Only what the last report did is undone; a state that was chosen since by hand stays.

    Args:
        task: With all its reports.
        uid: The report's.
    """
    standing = Standing(task.state, task.next_due)
    if not task.reports or task.reports[-1].uid != uid:
        return standing
    report, rest = task.reports[-1], task.reports[:-1]
    if after_report(task, report).state is not task.state:
        return standing
    before = _replayed(task, rest)
    if report.state is not FollowUp.DONE or not comes_back(task):
        return Standing(before.state, task.next_due)
    unknown = asks_when(task, FollowUp.DONE) and any(one.state is FollowUp.DONE for one in rest)
    return Standing(before.state, task.next_due if unknown else before.next_due)


def _replayed(task: Assignment, reports: Sequence[Report]) -> Standing:
    """Return how a task would stand after some reports, from the beginning."""
    standing = Standing(FollowUp.WAITING)
    for report in reports:
        now = msgspec.structs.replace(task, state=standing.state, next_due=standing.next_due)
        standing = after_report(now, report)
    return standing
