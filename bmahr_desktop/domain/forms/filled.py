"""A form that was filled in."""

import datetime
from collections.abc import Iterator
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


def pictures_in(answers: Any) -> Iterator[str]:
    """Yield the SHA-256 of every picture that the bodies in answers show."""
    if isinstance(answers, dict):
        if answers.get("kind") == "picture" and isinstance(answers.get("file"), str):
            yield answers["file"]
        for one in answers.values():
            yield from pictures_in(one)
    elif isinstance(answers, list | tuple):
        for one in answers:
            yield from pictures_in(one)


def texts_in(answers: Any) -> Iterator[str]:
    """Yield every text in answers."""
    if isinstance(answers, str):
        yield answers
    elif isinstance(answers, dict):
        for one in answers.values():
            yield from texts_in(one)
    elif isinstance(answers, list | tuple):
        for one in answers:
            yield from texts_in(one)
