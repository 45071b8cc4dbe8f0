"""Following a task up: what is awaited, what was reported, and when it is due again."""

import calendar
import datetime
from enum import StrEnum

from bmahr_desktop.domain.records import Name, Record, Sha256, ShortText, Text, Uid


class FollowUp(StrEnum):
    """How far an assignment has come."""

    WAITING = "waiting"
    UNDER_WAY = "under_way"
    DONE = "done"
    ENDED = "ended"
    """ยุติเรื่อง: nothing more will come of it."""


OPEN = (FollowUp.WAITING, FollowUp.UNDER_WAY)
"""The states in which something is still awaited."""


class Attachment(Record, frozen=True):
    """A file that belongs to a meeting, a matter or a report."""

    uid: Uid
    file: Sha256
    title: Name


class Report(Record, frozen=True):
    """What was reported on a task, once.

    Attributes:
        date: When it was reported, or came in.
        text: What was reported.
        number: Of the letter that it came with, "กท ๐๔๐๑/๕๑".
        dated: Of that letter.
        by: Who reported, as written.
        state: How far the task had come then.
    """

    uid: Uid
    date: datetime.date
    text: Text = ""
    number: ShortText = ""
    dated: datetime.date | None = None
    by: ShortText = ""
    state: FollowUp = FollowUp.UNDER_WAY
    attachments: tuple[Attachment, ...] = ()


def end_of_month(month: str) -> datetime.date:
    """Return the last day of a month, written "2021-01"."""
    year, number = (int(part) for part in month.split("-"))
    return datetime.date(year, number, calendar.monthrange(year, number)[1])


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day some months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
