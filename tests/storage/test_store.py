"""The file in use: who waits for whom, what is on the disk, and the words when it is not."""

import errno
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import LANGUAGES, use_language, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.exchange_out import gather
from bmahr_desktop.operations.registers import list_meetings
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.mark import read_only
from bmahr_desktop.storage.people import PersonRow
from bmahr_desktop.storage.refusals import _WORDS, words_for
from bmahr_desktop.storage.store import BUSY_MS
from tests.meetings import uid
from tests.records import dump, office, opened, rows, said, sha, tamper


def pragma(session, name):
    return session.scalar(text(f"PRAGMA {name}"))


def rename(session, name="ใหม่"):
    records.amend(session, Kind.PERSON, uid("p1"), None, job=name)


# ---------------------------------------------------------------- what is on the disk


def test_what_is_said_to_be_saved_is_on_the_disk(full_store):
    with full_store.writing() as session:
        assert pragma(session, "journal_mode") == "wal"
        assert pragma(session, "synchronous") == 3  # EXTRA; in WAL the same as FULL
        assert pragma(session, "fullfsync") == 1
        assert pragma(session, "foreign_keys") == 1
        assert pragma(session, "busy_timeout") == BUSY_MS
    assert full_store.journal() == "wal"


def test_a_program_that_dies_loses_nothing_that_was_saved(full_store, root):
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom tests.records import opened\n"
        "from tests.storage.test_store import rename\nstore = opened(Path(sys.argv[1]))\n"
        "with store.writing() as session:\n    rename(session, 'บันทึกแล้ว')\n"
        "with store.writing() as session:\n    rename(session, 'ยังไม่บันทึก')\n    os._exit(9)\n"
    )
    full_store.close()
    done = subprocess.run(
        [sys.executable, "-c", script, str(full_store.path)],
        cwd=root, check=False, env=os.environ | {"PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.returncode == 9
    with full_store.reading() as session:
        assert records.read(session, Kind.PERSON, uid("p1")).record.job == "บันทึกแล้ว"


def test_a_file_without_its_log_gets_it_when_nobody_else_reads(full_store):
    full_store.close()
    tamper(full_store.path, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(full_store.path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM person").fetchall()  # keeps the file from becoming WAL
        store = opened(full_store.path)
        with pytest.raises(Refused) as refused:
            store.journal()
    assert "Another program is writing" in said(refused)
    assert store.journal() == "wal"
    store.close()


# ---------------------------------------------------------------- reading and writing


def test_reading_does_not_wait_for_a_writer(full_store):
    with closing(sqlite3.connect(full_store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meeting SET number = 77")
        with full_store.reading() as session:
            assert [one.number for one in list_meetings(session)] == [2, 1]
            other.execute("COMMIT")
            assert gather(session) == office()  # one state throughout
        with full_store.reading() as session:
            assert {one.number for one in list_meetings(session)} == {77}


def test_reading_does_not_keep_a_writer_waiting(full_store):
    with full_store.reading() as reading:
        assert len(list_meetings(reading)) == 2
        with full_store.writing() as session:
            rename(session)
        assert records.read(reading, Kind.PERSON, uid("p1")).record.job == "ผู้อำนวยการกอง"


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM person", "CREATE TABLE x (y)", "UPDATE meeting SET number = 3",
     "INSERT INTO search_index(search_index) VALUES ('rebuild')"],
)  # fmt: skip
def test_reading_cannot_write(full_store, statement):
    before = dump(full_store.path)
    with pytest.raises(Refused) as refused, full_store.reading() as session:
        session.execute(text(statement))
    assert "can only be read" in said(refused)
    assert dump(full_store.path) == before
    with full_store.writing() as session:  # the same connection, given back
        rename(session)
    assert dump(full_store.path) != before


def test_an_object_changed_while_reading_is_not_written(full_store):
    before = dump(full_store.path)
    with full_store.reading() as session:
        row = session.get_one(PersonRow, uid("p1"))
        row.job = "ไม่ได้บันทึก"
    assert dump(full_store.path) == before


def test_two_writers_one_is_told_in_words(full_store):
    with closing(sqlite3.connect(full_store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused) as refused, full_store.writing() as session:
            rename(session)
        other.execute("ROLLBACK")
    assert said(refused) == "Another program is writing to the file. Try again in a moment."
    with full_store.writing() as session:
        rename(session)


def test_a_writer_in_another_thread_waits_for_its_turn(full_store):
    begun, go_on = threading.Event(), threading.Event()

    def write():
        with full_store.writing() as session:
            rename(session, "คนแรก")
            begun.set()
            go_on.wait(0.1)

    thread = threading.Thread(target=write)
    thread.start()
    assert begun.wait(5)
    with full_store.writing() as session:
        assert records.read(session, Kind.PERSON, uid("p1")).record.job == "คนแรก"
        rename(session, "คนที่สอง")
    thread.join()
    assert rows(full_store.path, "SELECT job FROM person WHERE uid = ?", uid("p1")) == [("คนที่สอง",)]


def stumbling(session):
    rename(session)
    raise ZeroDivisionError


def naming_nobody(session):
    rename(session)
    session.execute(text("UPDATE membership SET person = 'nobody'"))


@pytest.mark.parametrize(
    ("what", "error"), [(stumbling, ZeroDivisionError), (naming_nobody, IntegrityError)]
)
def test_any_error_rolls_all_back(full_store, what, error):
    before = dump(full_store.path)
    with pytest.raises(error), full_store.writing() as session:
        what(session)
    assert dump(full_store.path) == before


# ---------------------------------------------------------------- what the PC refuses


def test_a_full_disk_is_told_and_what_was_saved_stays(full_store):
    before = dump(full_store.path)
    with full_store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refused) as refused, full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r5"), None, text="ก" * 100_000)
    assert "The disk is full" in said(refused)
    assert dump(full_store.path) == before
    with full_store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r5"), None, text="ก" * 100_000)


def test_a_file_that_became_damaged_is_told(full_store):
    full_store.close()
    data = bytearray(full_store.path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 16] = b"\xff" * 16
    full_store.path.write_bytes(data)
    with pytest.raises(Refused) as refused, full_store.reading() as session:
        gather(session)
    assert "damaged" in said(refused)
    assert "backups" in said(refused)


def test_a_file_that_went_away_is_told(full_store):
    full_store.close()
    full_store.path.unlink()
    full_store.path.parent.joinpath("records.sqlite-wal").unlink(missing_ok=True)
    full_store.path.mkdir()
    with pytest.raises(Refused) as refused, full_store.reading() as session:
        gather(session)
    assert "cannot be opened" in said(refused)


def test_every_refusal_of_the_pc_has_words_in_both_languages():
    for message in _WORDS.values():
        for language in LANGUAGES:
            use_language(language)
            assert worded(message).strip()
        assert worded(message) == message.text


def test_what_is_a_bug_is_no_refusal(full_store):
    assert words_for(ValueError()) is None
    assert words_for(None) is None
    with pytest.raises(OperationalError), full_store.writing() as session:
        session.execute(text("SELECT nothing FROM nowhere"))


# ---------------------------------------------------------------- names of files


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        (PurePosixPath("/tmp/ปี 68/a?b#c%.sqlite"),
         "/tmp/%E0%B8%9B%E0%B8%B5%2068/a%3Fb%23c%25.sqlite"),
        (PureWindowsPath(r"C:\งาน\x.sqlite"), "/C:/%E0%B8%87%E0%B8%B2%E0%B8%99/x.sqlite"),
        (PureWindowsPath(r"\\server\share\x.sqlite"), "//server/share/x.sqlite"),
    ],
)  # fmt: skip
def test_a_path_of_any_system_is_asked_for_as_sqlite_takes_it(path, asked):
    assert read_only(path) == f"file://{asked}?mode=ro"


def test_a_file_of_any_name_is_opened(office_file, tmp_path):
    for name in ("ปี ๒๕๖๘ #1?.sqlite", "a%20b.sqlite", "file:x?mode=memory", "'; --.sqlite"):
        path = tmp_path / name
        path.write_bytes(office_file.read_bytes())
        store = opened(path)
        with store.reading() as session:
            assert len(list_meetings(session)) == 2
        store.close()
        with closing(sqlite3.connect(read_only(path), uri=True)) as connection:
            assert connection.execute("SELECT count(*) FROM meeting").fetchone() == (2,)


# ---------------------------------------------------------------- files that were taken in


def test_a_file_is_kept_once_under_its_content(tmp_path):
    files = KeptFiles(tmp_path / "attachments")
    assert files.keep(b"one") == sha(b"one")
    place = files.place(sha(b"one"))
    stamp = place.stat().st_mtime_ns
    files.keep(b"one")
    assert place.stat().st_mtime_ns == stamp
    assert files.read(sha(b"one")) == b"one"
    assert files.read(sha(b"two")) is None
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_an_altered_file_is_none_and_is_mended_when_kept_again(tmp_path):
    files = KeptFiles(tmp_path)
    place = files.place(files.keep(b"one"))
    place.write_bytes(b"other")
    assert files.read(sha(b"one")) is None
    files.keep(b"one")
    assert files.read(sha(b"one")) == b"one"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_file_that_cannot_be_kept_leaves_nothing(tmp_path, monkeypatch, step):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full)))
    with pytest.raises(OSError, match="No space"):
        KeptFiles(tmp_path).keep(b"one")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_our_own_threads_wait_for_one_another(full_store):
    begun = threading.Event()

    def index():
        with full_store.writing():
            begun.set()
            threading.Event().wait(3 * BUSY_MS / 1000)

    thread = threading.Thread(target=index)
    thread.start()
    assert begun.wait(5)
    with full_store.writing() as session:
        rename(session, "ของเรา")
    thread.join()
    with full_store.reading() as session:
        assert session.get_one(PersonRow, uid("p1")).job == "ของเรา"
