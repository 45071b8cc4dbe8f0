"""The first look shows what the list will show, or nothing."""

import sqlite3
from contextlib import closing

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.registers import list_committees, list_meetings
from bmahr_desktop.storage.glance import glance_at
from bmahr_desktop.storage.mark import REVISIONS
from tests.meetings import committee, meeting, uid
from tests.records import exchange_of, replaced, take, tamper, tree

NOW = REVISIONS[-1]


def test_it_shows_what_the_list_will_show(full_store):
    other = replaced(committee(), uid=uid("other"), code="ABC", name="กรรมการอื่น")
    bare = meeting(uid=uid("x"), attendance=(), agenda=(), signatures=(), committee=other.uid)
    take(full_store, exchange_of(committees=[other], meetings=[bare]))
    with full_store.writing() as session:
        records.remove(session, Kind.MEETING, uid("meeting 2"))
    with full_store.reading() as session:
        committees = tuple(list_committees(session))
        meetings = {one.uid: tuple(list_meetings(session, one.uid)) for one in committees}
    for chosen, shown in (("", other.uid), (uid("committee"), uid("committee")), ("?", other.uid)):
        seen = glance_at(full_store.path, NOW, chosen)
        assert seen == (committees, shown, meetings[shown])
        assert len(meetings[shown]) == 1


def test_an_empty_file_shows_nothing_yet(store):
    assert glance_at(store.path, NOW) == ((), "", ())


@pytest.mark.parametrize(
    "statement",
    ["UPDATE alembic_version SET version_num = '0000'", "DROP TABLE alembic_version",
     "PRAGMA application_id = 7", "UPDATE meeting SET date = 'x'", "DROP TABLE meeting"],
)  # fmt: skip
def test_what_has_to_be_opened_with_care_is_not_looked_into(full_store, statement):
    full_store.close()
    tamper(full_store.path, statement)
    assert glance_at(full_store.path, NOW) is None


@pytest.mark.parametrize("data", [b"", b"no database" * 500, None])
def test_what_is_no_file_of_ours_is_left_alone(tmp_path, data):
    path = tmp_path / "x.sqlite"
    if data is not None:
        path.write_bytes(data)
    before = tree(tmp_path)
    assert glance_at(path, NOW) is None
    assert glance_at(tmp_path, NOW) is None
    assert tree(tmp_path) == before


def test_it_waits_for_nobody(full_store):
    with closing(sqlite3.connect(full_store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meeting SET number = 9")
        seen = glance_at(full_store.path, NOW)
        assert seen
        assert [one.number for one in seen.meetings] == [2, 1]
