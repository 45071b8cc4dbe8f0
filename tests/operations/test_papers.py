"""Papers from the records are those of the file that they came in."""

import pytest

from bmahr_desktop.domain.body import ComposedKind
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.composition import compose_minutes, compose_statement
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import records
from bmahr_desktop.operations.papers import (
    read_meeting,
    read_minutes,
    read_picture,
    read_statement,
)
from tests.meetings import uid
from tests.records import FILES, PICTURE, full_meeting, office, said, sha


def read(store, operation, *arguments, **how):
    with store.reading() as session:
        return operation(session, *arguments, **how)


def test_the_minutes_are_composed_from_what_is_on_file(full_store):
    wanted = compose_minutes(full_meeting(), office().committees[0], {sha(PICTURE): PICTURE})
    assert read(full_store, read_minutes, uid("meeting")) == wanted
    assert read(full_store, read_minutes, uid("meeting"), draft=True) != wanted


def test_a_meeting_is_read_whole(full_store):
    assert read(full_store, read_meeting, uid("meeting")) == full_meeting()


def test_a_statement_is_worded(full_store):
    wanted = compose_statement(full_meeting(), office().committees[0], ComposedKind.ATTENDANCE)
    assert wanted
    assert read(full_store, read_statement, uid("meeting"), ComposedKind.ATTENDANCE) == wanted


def test_a_picture_is_read_or_is_missing(full_store):
    assert read(full_store, read_picture, sha(PICTURE)) == PICTURE
    full_store.files.place(sha(PICTURE)).unlink()
    assert read(full_store, read_picture, sha(PICTURE)) is None
    assert read(full_store, read_minutes, uid("meeting")).title
    assert len(FILES) == 3


@pytest.mark.parametrize("operation", [read_meeting, read_minutes])
def test_a_meeting_that_was_removed_is_no_longer_there(full_store, operation):
    with full_store.writing() as session:
        records.remove(session, Kind.MEETING, uid("meeting"))
    for own in (uid("meeting"), uid("never")):
        with pytest.raises(Refused) as refused:
            read(full_store, operation, own)
        assert said(refused) == "The meeting is no longer on file."
