"""Records go out and come in again: the same bytes, whatever they hold."""

import json
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import records
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.operations.exchange_in import preview_import, take_in
from bmahr_desktop.operations.exchange_out import gather, write_exchange
from bmahr_desktop.operations.health import Level, look_over
from tests.meetings import uid
from tests.records import (
    FILES,
    LETTER,
    PEOPLE,
    PICTURE,
    UNITS,
    office,
    opened,
    refill,
    said,
    sha,
    take,
    tree,
)
from tests.strategies import LARGE, exchanges


def written(store, path, **chosen):
    with store.reading() as session:
        write_exchange(gather(session, **chosen), path, store.files.read)
    return path.read_bytes()


def gathered(store, **chosen):
    with store.reading() as session:
        return gather(session, **chosen)


def read_in(store, path):
    loaded = read_exchange(path)
    with store.writing() as session:
        take_in(session, preview_import(session, loaded), loaded)


# ---------------------------------------------------------------- the same bytes


@pytest.fixture(scope="module")
def two_stores(blank_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    paths = folder / "first.sqlite", folder / "second.sqlite"
    for path in paths:
        shutil.copy(blank_file, path)
    stores = [opened(path) for path in paths]
    yield stores
    for store in stores:
        store.close()


@settings(LARGE, max_examples=6)
@given(exchange=exchanges())
def test_out_in_and_out_again_gives_the_same_bytes(two_stores, blank_file, exchange):
    first, second = two_stores
    for one in two_stores:
        refill(one, blank_file)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        take(first, exchange)
        assert gathered(first) == exchange
        data = written(first, folder / "data.json")
        packed = written(first, folder / "all.zip")
        read_in(second, folder / "all.zip")
        assert written(second, folder / "again" / "data.json") == data
        assert written(second, folder / "again.zip") == packed
        assert {one.level for one in look_over(second)} <= {Level.NOTICE}


def test_the_sample_goes_out_as_it_came_in(root, store, tmp_path):
    sample = root / "resources" / "sample" / "data.json"
    read_in(store, sample)
    assert written(store, tmp_path / "data.json") == sample.read_bytes()


def test_a_zip_has_no_clock_and_no_names_but_ours(full_store, tmp_path):
    first = written(full_store, tmp_path / "a.zip")
    os.utime(tmp_path / "a.zip", (0, 0))
    assert written(full_store, tmp_path / "B.ZIP") == first
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == ["data.json", *sorted(f"files/{sha256}" for sha256 in FILES)]


def test_beside_a_json_lie_the_files_that_it_shows(full_store, tmp_path):
    written(full_store, tmp_path / "out" / "data.json")
    kept = {path.name: path.read_bytes() for path in (tmp_path / "out" / "files").iterdir()}
    assert kept == FILES


# ---------------------------------------------------------------- a part of it


def test_a_committee_takes_along_only_what_it_refers_to(full_store):
    found = gathered(full_store, committee=uid("committee"))
    assert [one.name for one in found.people] == [
        one.name for one in sorted(PEOPLE[:2], key=lambda one: one.uid)
    ]
    assert {one.uid for one in found.units} == {one.uid for one in UNITS[:3]}
    assert len(found.meetings) == 2


def test_a_meeting_takes_its_committee_and_files_along(full_store, tmp_path):
    path = tmp_path / "one.zip"
    written(full_store, path, committee=uid("committee"), meetings=[uid("meeting 2")])
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["data.json"]
    exchange = read_exchange(path).exchange
    assert [one.number for one in exchange.meetings] == [2]
    assert [one.code for one in exchange.committees] == ["TST"]


def test_what_was_removed_stays_at_home(full_store):
    with full_store.writing() as session:
        records.remove(session, Kind.MEETING, uid("meeting"))
    found = gathered(full_store)
    assert [one.uid for one in found.meetings] == [uid("meeting 2")]
    assert found.files == ()


def test_nothing_that_goes_out_names_somebody_who_was_removed(full_store, tmp_path):
    with full_store.writing() as session:
        for kind, own in ((Kind.PERSON, "p1"), (Kind.UNIT, "u1"), (Kind.UNIT, "u2")):
            records.remove(session, kind, uid(own))
    written(full_store, tmp_path / "data.json")
    found = read_exchange(tmp_path / "data.json").exchange
    assert [seat.person for seat in found.memberships] == [uid("p2")]
    assert found.committees[0].secretariat is None
    assert found.meetings[0].attendance or found.meetings[1].attendance
    assert look_over(full_store) == []
    with full_store.writing() as session:
        for kind, own in ((Kind.PERSON, "p1"), (Kind.UNIT, "u1"), (Kind.UNIT, "u2")):
            records.restore(session, kind, uid(own))
    assert gathered(full_store) == office()


def test_a_file_that_was_kept_but_never_listed_goes_along(full_store, tmp_path):
    with full_store.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM file WHERE sha256 = ?", (sha(PICTURE),))
    written(full_store, tmp_path / "data.json")
    assert (tmp_path / "files" / sha(PICTURE)).read_bytes() == PICTURE
    assert read_exchange(tmp_path / "data.json").pictures == {sha(PICTURE): PICTURE}


# ---------------------------------------------------------------- what cannot be written


def test_without_a_file_that_it_needs_nothing_is_written(full_store, tmp_path):
    full_store.files.place(sha(LETTER)).unlink()
    for out in ("data.json", "all.zip"):
        with pytest.raises(Refused) as refused:
            written(full_store, tmp_path / "out" / out)
        assert "“หนังสือ.txt” is missing from the attachments folder" in said(refused)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", ["folder", "file/below.json", "x" * 300 + ".json"])
def test_where_nothing_can_be_written(full_store, tmp_path, out):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    before = tree(tmp_path)
    with pytest.raises(Refused) as refused:
        written(full_store, tmp_path / out, meetings=[])
    assert "cannot be written" in said(refused)
    assert tree(tmp_path) == before


def test_the_document_is_plain_sorted_json(full_store, tmp_path):
    data = json.loads(written(full_store, tmp_path / "data.json"))
    for name in ("units", "people", "memberships", "meetings"):
        uids = [one["uid"] for one in data[name]]
        assert uids == sorted(uids)
    assert data["files"][0].keys() == {"sha256", "name", "size", "media_type"}
    assert "ประธาน" in (tmp_path / "data.json").read_text(encoding="utf-8")
