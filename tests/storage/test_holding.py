"""A disk that goes away and comes back, and a file that is taken away or replaced while in use."""

import resource
import shutil
import sqlite3

import pytest
from sqlalchemy import event

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.operations import records
from bmahr_desktop.places import data_place
from bmahr_desktop.storage.condition import damage_in
from tests.meetings import uid
from tests.records import opened, rows, said, tamper


def rename(store, name):
    with store.writing() as session:
        records.amend(session, Kind.PERSON, uid("p1"), None, job=name)


def job(path):
    return rows(path, "SELECT job FROM person WHERE uid = ?", uid("p1"))[0][0]


@pytest.fixture
def used(full_store):
    """The office, one change old, with its log beside it."""
    rename(full_store, "หนึ่ง")
    assert full_store.path.with_name("records.sqlite-wal").stat().st_size
    return full_store


def test_a_folder_that_goes_away_is_told_and_when_it_is_back_all_goes_on(used, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    path = folder / "records.sqlite"
    used.close()
    shutil.copy(used.path, path)
    store = opened(path)
    rename(store, "หนึ่ง")
    folder.rename(tmp_path / "pulled out")
    for _ in range(2):
        with pytest.raises(OutOfReach) as refused:
            rename(store, "หาย")
        assert "not at its place" in said(refused)
        with pytest.raises(OutOfReach), store.reading() as session:
            records.read(session, Kind.PERSON, uid("p1"))
    assert not folder.exists()
    (tmp_path / "pulled out").rename(folder)
    rename(store, "สอง")
    store.close()
    assert job(path) == "สอง"
    assert list(damage_in(path, deep=True)) == []


def test_a_file_that_was_deleted_is_not_made_anew(used):
    used.path.unlink()
    with pytest.raises(OutOfReach) as refused:
        rename(used, "หาย")
    assert "not at its place" in said(refused)
    used.close()
    with pytest.raises(OutOfReach) as refused:
        rename(used, "หาย")
    assert "cannot be opened" in said(refused)
    assert not used.path.exists()


def test_a_file_moved_away_and_back_has_everything(used, tmp_path):
    used.path.rename(tmp_path / "elsewhere.sqlite")
    with pytest.raises(OutOfReach):
        rename(used, "หาย")
    (tmp_path / "elsewhere.sqlite").rename(used.path)
    rename(used, "สอง")
    used.close()
    assert job(used.path) == "สอง"


def replace_with(store, made, tmp_path):
    """Put a file in the place of the one in use, as a program that keeps folders alike does."""
    shutil.copy(made, tmp_path / "new.sqlite")
    (tmp_path / "new.sqlite").rename(store.path)


def test_another_file_of_ours_is_gone_on_with_and_what_was_held_is_kept(
    used, office_file, tmp_path
):
    replace_with(used, office_file, tmp_path)
    with pytest.raises(OutOfReach) as refused:
        rename(used, "หาย")
    assert "Another file was put in the place" in said(refused)
    (kept,) = data_place(used.path).rescue.iterdir()
    assert kept.name in said(refused)
    assert job(kept) == "หนึ่ง"
    rename(used, "สอง")
    used.close()
    assert job(used.path) == "สอง"
    assert list(damage_in(used.path, deep=True)) == []
    assert list(damage_in(kept, deep=True)) == []


def test_what_is_held_is_not_let_go_for_a_strange_file(used, tmp_path):
    (tmp_path / "strange").write_bytes(b"nothing of ours")
    (tmp_path / "strange").rename(used.path)
    for _ in range(2):
        with pytest.raises(OutOfReach) as refused:
            rename(used, "หาย")
        assert "Put the right one back" in said(refused)
    assert not data_place(used.path).rescue.exists()
    with used.engine.connect() as held:
        assert held.exec_driver_sql("SELECT count(*) FROM meeting").scalar() == 2


def test_what_is_held_is_not_let_go_while_it_is_read(used, office_file, tmp_path):
    with used.reading() as session:
        records.read(session, Kind.PERSON, uid("p1"))
        replace_with(used, office_file, tmp_path)
        with pytest.raises(OutOfReach) as refused:
            rename(used, "หาย")
        assert "Put the right one back" in said(refused)
    with pytest.raises(OutOfReach):
        rename(used, "หาย")
    rename(used, "สอง")
    used.close()
    assert job(used.path) == "สอง"


def test_what_is_held_is_not_let_go_when_it_cannot_be_copied(used, office_file, tmp_path):
    data_place(used.path).folder.mkdir(exist_ok=True)
    data_place(used.path).rescue.write_bytes(b"a file where a folder should be")
    replace_with(used, office_file, tmp_path)
    with pytest.raises(OutOfReach):
        rename(used, "หาย")
    with used.engine.connect() as held:
        job_held = "SELECT job FROM person WHERE uid = ?"
        assert held.exec_driver_sql(job_held, (uid("p1"),)).scalar() == "หนึ่ง"
    data_place(used.path).rescue.unlink()
    with pytest.raises(OutOfReach) as refused:
        rename(used, "หาย")
    assert "is kept in" in said(refused)


def test_after_a_failure_of_the_disk_the_file_is_opened_anew(used):
    """A handle may stay deaf after its disk was away: Linux keeps it so after a USB drive left."""
    made = []
    event.listen(used.engine, "connect", lambda *_: made.append(1))
    log = used.path.with_name("records.sqlite-wal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, hard))  # nothing grows further
    try:
        with pytest.raises(OutOfReach) as refused:
            rename(used, "หาย")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "disk does not answer" in said(refused)
    assert made == []
    rename(used, "สอง")
    assert made == [1]
    used.close()
    assert job(used.path) == "สอง"
    assert list(damage_in(used.path, deep=True)) == []


def test_who_only_waits_keeps_the_connection(used):
    made = []
    event.listen(used.engine, "connect", lambda *_: made.append(1))
    other = sqlite3.connect(used.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutOfReach):
        rename(used, "รอ")
    other.execute("ROLLBACK")
    other.close()
    rename(used, "สอง")
    assert made == []
    tamper(used.path, "PRAGMA user_version = 0")
