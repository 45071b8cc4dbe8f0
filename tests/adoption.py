"""The small office with its first meeting closed, and a second that is to adopt the minutes."""

import datetime
import shutil

import pytest

from bmahr_desktop.domain.adoption import Correction, OldWords
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import adopting, adoptions, corrections, records, sessions
from bmahr_desktop.operations.corrections import Owner
from tests.meetings import uid
from tests.records import opened, said

FIRST, SECOND = uid("meeting"), uid("meeting 2")
MATTER = uid("m8")
"""The matter of the second meeting that adopts the minutes of the first."""
AGENDA, ROUND = Owner(Kind.MATTER, MATTER), Owner(Kind.MEETING, FIRST)
"""The two places where the first meeting's minutes can be corrected."""
TITLE, RESOLVED = OldWords(uid("m3"), "title", (), 7), OldWords(uid("r4"), "text", (), 0)
CORRECTIONS = (
    Correction(uid("k1"), "แผนหนึ่ง", "แผนที่หนึ่ง", "๒", "๓.๑", TITLE),
    Correction(uid("k2"), "มอบหมาย", "เห็นชอบและมอบหมาย", "๒", "๒", RESOLVED),
)


def copied_office(made, path):
    """A copy of a file with what lies beside it."""
    shutil.copy(made, path)
    shutil.copytree(made.with_suffix(".d"), path.with_suffix(".d"))
    return path


def closed_office(office_file, folder):
    """The file in which the first meeting is closed and the second is in session."""
    path = copied_office(office_file, folder / "records.sqlite")
    store = opened(path)
    date = datetime.date(2025, 1, 8)
    for operation, *arguments in (
        (adopting.close, FIRST),
        (sessions.start, SECOND, "09:30"),
        (adoptions.cite, MATTER, SECOND, 1, 2568, date),
    ):
        with store.writing() as session:
            operation(session, *arguments)
    store.close()
    return path


def read(store, operation, *arguments, **more):
    with store.reading() as session:
        return operation(session, *arguments, **more)


def write(store, operation, *arguments, **more):
    with store.writing() as session:
        return operation(session, *arguments, **more)


def refused(store, operation, *arguments):
    with pytest.raises(Refused) as refusal:
        write(store, operation, *arguments)
    return said(refusal)


def state_of(store, meeting=FIRST):
    return read(store, records.read, Kind.MEETING, meeting, shallow=True).record.minutes_state


def correct(store, owner=AGENDA, listed=CORRECTIONS):
    for one in listed:
        write(store, corrections.add, owner, one)
