"""Looks the records over: is the file whole, and does what it says hold together."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from bmahr_desktop.domain.chain import CALLED_OFF
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.exchange import record_faults
from bmahr_desktop.operations.exchange_out import gather
from bmahr_desktop.operations.kept_minutes import lost_papers, unlike_versions
from bmahr_desktop.storage.condition import damage_in
from bmahr_desktop.storage.meeting import FileRow
from bmahr_desktop.storage.store import Store
from bmahr_desktop.thai.digits import DigitStyle

_CHECK_INDEX = "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)"
"""With the 1, the index is compared with the keys that it was made from."""


class Level(StrEnum):
    """How bad a finding is."""

    DAMAGE = "damage"
    """The file itself: go back to a backup."""
    FAULT = "fault"
    """Records contradict each other."""
    NOTICE = "notice"
    """Unusual, perhaps meant."""


@dataclass(frozen=True)
class Finding:
    """Something that was found."""

    level: Level
    message: Message


def look_over(
    store: Store, *, deep: bool = True, went_on: Callable[[int, int], None] | None = None
) -> list[Finding]:
    """Return everything that is wrong or unusual.

    Args:
        store: The records.
        deep: Read every page of the file and every file that was taken in as well.
        went_on: Called with how many of how many steps are done; it may raise to stop.
    """
    steps: list[Callable[[], Iterator[Finding]]] = [
        lambda: _damage(store, deep=deep),
        lambda: _index_damage(store),
        lambda: _records(store),
        lambda: _files(store, deep=deep),
        lambda: _kept_minutes(store, deep=deep),
    ]
    found: list[Finding] = []
    for number, step in enumerate(steps):
        if went_on:
            went_on(number, len(steps))
        found += step()
        if found and number == 0:  # nothing that is read from a damaged file can be trusted
            break
    return found


def _damage(store: Store, *, deep: bool) -> Iterator[Finding]:
    for words in damage_in(store.path, deep=deep):
        yield Finding(Level.DAMAGE, msg("The file is damaged: {words}", words=words))


def _index_damage(store: Store) -> Iterator[Finding]:
    with store.writing() as session:
        try:
            session.execute(text(_CHECK_INDEX))
        except DatabaseError as error:  # the index alone: the file itself was found whole
            yield Finding(
                Level.FAULT,
                msg("The search index does not fit the records: {words}", words=str(error.orig)),
            )


def _records(store: Store) -> Iterator[Finding]:
    try:
        with store.reading() as session:
            exchange = gather(session)
            listed = set(session.scalars(select(FileRow.sha256)))
        msgspec.convert(msgspec.to_builtins(exchange), Exchange)
    except (LookupError, ValueError) as error:
        yield Finding(Level.FAULT, msg("A record is not as it must be: {words}", words=str(error)))
        return
    for fault in record_faults(exchange):
        yield Finding(Level.FAULT, fault)
    yield from _numbers(exchange.meetings)
    for one in exchange.meetings:
        yield from _of_meeting(one)
    for entry in exchange.files:
        if entry.sha256 not in listed and not store.files.place(entry.sha256).is_file():
            yield Finding(Level.FAULT, _missing(entry.name))


def _numbers(meetings: Iterable[Meeting]) -> Iterator[Finding]:
    """Yield the numbers that several meetings have; those put off or called off have none."""
    held = [one for one in meetings if one.state not in CALLED_OFF]
    taken = Counter((one.committee, one.year, one.number) for one in held)
    for (_, year, number), count in sorted(taken.items()):
        if count > 1:
            called = meeting_name(number, year, DigitStyle.THAI)
            words = msg("Several meetings have the number {meeting}.", meeting=called)
            yield Finding(Level.NOTICE, words)


def _of_meeting(meeting: Meeting) -> Iterator[Finding]:
    called = meeting_name(meeting.number, meeting.year, DigitStyle.THAI)
    if meeting.date.year + 543 != meeting.year:
        yield Finding(
            Level.NOTICE,
            msg("Meeting {meeting} is dated in another year than its number.", meeting=called),
        )
    if meeting.start and meeting.end and meeting.end < meeting.start:
        yield Finding(Level.FAULT, msg("Meeting {meeting} ends before it begins.", meeting=called))


def _files(store: Store, *, deep: bool) -> Iterator[Finding]:
    with store.reading() as session:
        entries = [(row.sha256, row.name) for row in session.scalars(select(FileRow))]
    for sha256, name in entries:
        there = store.files.place(sha256).is_file()
        if there and deep and store.files.read(sha256) is None:
            yield Finding(
                Level.FAULT,
                msg("The file “{file}” in the attachments folder was altered.", file=name),
            )
        elif not there:
            yield Finding(Level.FAULT, _missing(name))


def _kept_minutes(store: Store, *, deep: bool) -> Iterator[Finding]:
    """Yield what is lost or unlike of closed meetings."""
    with store.reading() as session:
        found = [*lost_papers(session, deep=deep)]
        if deep:
            found += unlike_versions(session)
    yield from (Finding(Level.FAULT, one) for one in found)


def _missing(name: str) -> Message:
    return msg("The file “{file}” is missing from the attachments folder.", file=name)


def is_empty(session: Session) -> bool:
    """Tell whether nothing is on file yet."""
    exchange = ("unit", "person", "committee", "meeting")
    return not any(session.scalar(text(f"SELECT 1 FROM {table} LIMIT 1")) for table in exchange)
