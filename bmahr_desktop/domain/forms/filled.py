"""A form that was filled in."""

import datetime
from typing import Any

import msgspec

from bmahr_desktop.domain.records import Name, Record, ShortText, Stamp, Uid, YearBE


class FilledForm(Record, frozen=True):
    """A form with its answers; it keeps the edition that it was begun with.

    Attributes:
        form: Which form, "progress".
        edition: Which edition of it, "2563".
        title: What a list calls it.
        project: The project that it shows, where it shows one.
        report: The number of the progress report that it shows up to.
        answers: What the form itself asks, by the names of its fields.
        changed: When it was last changed (UTC).
    """

    uid: Uid
    form: Name
    edition: ShortText
    title: ShortText = ""
    year: YearBE | None = None
    date: datetime.date | None = None
    project: Uid | None = None
    report: int | None = None
    answers: dict[str, Any] = msgspec.field(default_factory=dict)
    changed: Stamp = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
