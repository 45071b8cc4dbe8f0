"""Opening a file of any age, or what is none: upgraded whole, or refused and as it was."""

import functools
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations.office import make_office, open_office
from bmahr_desktop.places import DataPlace
from bmahr_desktop.storage import schema, upgrade
from bmahr_desktop.storage.condition import copy_file, damage_in, revision_of
from bmahr_desktop.storage.mark import REVISIONS
from bmahr_desktop.storage.schema import make_file
from tests.records import at_the_desk, dump, rows, said, tamper, tree

MARKS = "SELECT uid, name FROM person ORDER BY uid"
GOOD = "op.add_column('person', sa.Column('nickname', sa.Text()))"
HALF = GOOD + "\n    op.execute('DELETE FROM trail_of_nobody')"
DANGLING = "op.execute(\"UPDATE membership SET person = 'nobody'\")"
OWN = REVISIONS[-1]
NEXT = f"{int(OWN) + 1:04}"
DAMAGED = (
    "op.execute('PRAGMA writable_schema = ON')\n"
    "    op.execute(\"DELETE FROM sqlite_master WHERE name = 'ix_person_unit'\")"
)
ANEW = (
    "with op.batch_alter_table('meeting', recreate='always') as table:\n"
    "        table.add_column(sa.Column('place', sa.Text()))"
)


@pytest.fixture
def place(office_file, tmp_path):
    """The small office in a folder of its own."""
    place = DataPlace(tmp_path / "desk" / "records.sqlite", tmp_path / "desk")
    place.folder.mkdir()
    shutil.copy(office_file, place.file)
    return place


@pytest.fixture
def migration(tmp_path, monkeypatch):
    """Let the program know a version more, which this does to a file."""

    def make(what):
        scripts = tmp_path / "scripts"
        shutil.copytree(upgrade.MIGRATIONS, scripts)
        (scripts / "versions" / f"{NEXT}_more.py").write_text(
            f"import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '{NEXT}'\n"
            f"down_revision = '{OWN}'\n\n\ndef upgrade():\n    {what}\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(schema, "REVISIONS", (*REVISIONS, NEXT))
        through = functools.partial(upgrade.upgrade_file, scripts=scripts)
        monkeypatch.setattr(upgrade, "upgrade_file", through)

    return make


def test_a_file_of_this_version_is_opened_as_it_is(place):
    before = dump(place.file)
    store = open_office(place, at_the_desk())
    assert store.journal() == "wal"
    store.close()
    assert dump(place.file) == before
    assert not place.backups.exists()


def test_an_older_file_is_upgraded_and_a_copy_kept(place, migration):
    migration(GOOD)
    before = dump(place.file)
    open_office(place, at_the_desk()).close()
    assert revision_of(place.file) == NEXT
    assert rows(place.file, "SELECT nickname FROM person") == [(None,)] * 3
    (copy,) = place.backups.iterdir()
    assert copy.name == f"records 2025-01-10 030000 ({OWN}).sqlite"
    assert dump(copy) == before
    assert list(damage_in(place.file, deep=True)) == []
    open_office(place, at_the_desk()).close()
    assert len(list(place.backups.iterdir())) == 1


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (HALF, "no such table: trail_of_nobody"),
        (GOOD + "\n    raise KeyError('ไม่มี')", "KeyError: 'ไม่มี'"),
        (GOOD + "\n    op.execute('COMMIT')", "not authorized"),
        (GOOD + "\n    this is no Python", "SyntaxError"),
        (DANGLING, "The file is damaged: membership 1 -> person"),
        (DAMAGED, "The file is damaged: Page"),
    ],
)
def test_a_failed_upgrade_leaves_the_file_as_it_was(place, migration, what, words):
    migration(what)
    before, folder = dump(place.file), set(tree(place.folder))
    with pytest.raises(Refused) as refused:
        open_office(place, at_the_desk())
    assert "could not be upgraded and is as it was" in said(refused)
    assert words in said(refused)
    assert dump(place.file) == before
    assert revision_of(place.file) == OWN
    left = set(tree(place.folder)) - folder
    assert left == {"backups", f"backups/records 2025-01-10 030000 ({OWN}).sqlite"}


def test_a_table_made_anew_takes_nothing_along(place, migration):
    migration(ANEW)
    before = dump(place.file)
    open_office(place, at_the_desk()).close()
    after = dump(place.file)
    assert after.pop("meeting") == [(*row, None) for row in before.pop("meeting")]
    assert after.pop("alembic_version") != before.pop("alembic_version")
    assert after == before


def test_an_upgrade_of_a_file_in_use_is_refused(place, migration):
    migration(GOOD)
    with closing(sqlite3.connect(place.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE person SET job = 'กำลังพิมพ์'")
        with pytest.raises(Refused):
            open_office(place, at_the_desk())
        other.execute("COMMIT")
    assert {job for (job,) in rows(place.file, "SELECT job FROM person")} == {"กำลังพิมพ์"}
    assert revision_of(place.file) == OWN


def test_an_upgrade_that_cannot_be_copied_first_is_refused(place, migration):
    migration(GOOD)
    before = dump(place.file)
    place.backups.write_text("a file where the folder should be")
    with pytest.raises(Refused):
        open_office(place, at_the_desk())
    assert dump(place.file) == before
    assert place.backups.read_text() == "a file where the folder should be"


@pytest.mark.parametrize("version", ["0005", "9999", "0000", ""])
def test_a_file_of_an_unknown_version_is_refused_untouched(place, version):
    tamper(place.file, f"UPDATE alembic_version SET version_num = '{version}'")
    before = tree(place.folder)
    with pytest.raises(Refused) as refused:
        open_office(place, at_the_desk())
    assert "newer" in said(refused)
    assert tree(place.folder) == before


# ---------------------------------------------------------------- what is none of ours


def other_database(path):
    tamper(path, "CREATE TABLE person (name)", "INSERT INTO person VALUES ('x')")


def cut(share):
    def change(path):
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])

    return change


def scrambled(path):
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(3996)
    path.write_bytes(data)


NO_FILES = {
    "not there": lambda path: path.unlink(),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "empty": lambda path: path.write_bytes(b""),
    "a text": lambda path: path.write_text("รายงานการประชุม\n" * 1000, encoding="utf-8"),
    "another database": lambda path: (path.unlink(), other_database(path)),
    "a truncated header": cut(0.0001),
    "a truncated file": cut(0.3),
    "a scrambled first page": scrambled,
    "no version": lambda path: tamper(path, "DELETE FROM alembic_version"),
    "no table of versions": lambda path: tamper(path, "DROP TABLE alembic_version"),
    "another mark": lambda path: tamper(path, "PRAGMA application_id = 7"),
}


@pytest.mark.parametrize("what", NO_FILES)
def test_what_is_no_file_of_ours_is_refused_untouched(place, what):
    NO_FILES[what](place.file)
    before = tree(place.folder)
    with pytest.raises(Refused) as refused:
        open_office(place, at_the_desk()).close()
    assert said(refused)
    assert tree(place.folder) == before


def test_a_new_file_never_stands_over_another(place):
    before = tree(place.folder)
    with pytest.raises(Refused) as refused:
        make_office(place, at_the_desk())
    assert "is there already" in said(refused)
    assert tree(place.folder) == before
    with pytest.raises(FileExistsError):
        make_file(place.file)
    assert tree(place.folder) == before


def test_of_a_new_file_that_cannot_be_finished_nothing_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "TRAIL_DDL", ("PRAGMA max_page_count = 1", "CREATE TABLE big (x)"))
    place = DataPlace(tmp_path / "new" / "x.sqlite", tmp_path / "new")
    with pytest.raises(Refused) as refused:
        make_office(place, at_the_desk())
    assert "The disk is full" in said(refused)
    assert list(place.folder.iterdir()) == []


@pytest.fixture
def powerless():
    """A folder that somebody without rights reaches, and becoming them while the test runs."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)

        def become():
            if root:
                os.seteuid(65534)

        yield folder, become
        if root:
            os.seteuid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755)


def write_to(place):
    store = open_office(place, at_the_desk())
    with store.writing():
        raise AssertionError


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_file_that_this_account_may_not_read_is_refused(powerless, office_file, closed):
    folder, become = powerless
    (folder / "inner").mkdir()
    path = folder / "inner" / "records.sqlite"
    shutil.copy(office_file, path)
    (path if closed == "file" else path.parent).chmod(0)
    become()
    with pytest.raises(Refused) as refused:
        open_office(DataPlace(path, path.with_suffix(".d")), at_the_desk())
    assert "may not" in said(refused) or "cannot be opened" in said(refused)


def test_a_file_that_this_account_may_only_read_is_not_written(powerless, office_file):
    folder, become = powerless
    path = folder / "records.sqlite"
    shutil.copy(office_file, path)
    path.chmod(0o444)
    before = path.read_bytes()
    become()
    with pytest.raises(Refused) as refused:
        write_to(DataPlace(path, path.with_suffix(".d")))
    assert "read" in said(refused) or "cannot be opened" in said(refused)
    assert path.read_bytes() == before


# ---------------------------------------------------------------- copies


def test_a_copy_brings_along_what_still_lies_in_the_log(place, tmp_path):
    with closing(sqlite3.connect(place.file)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("UPDATE person SET job = 'ในบันทึก'")
        writer.commit()
        assert place.file.with_name("records.sqlite-wal").stat().st_size > 0
        copy_file(place.file, tmp_path / "new" / "copy.sqlite")
        plain = tmp_path / "plain.sqlite"
        shutil.copy(place.file, plain)
        assert {job for (job,) in rows(plain, "SELECT job FROM person")} != {"ในบันทึก"}
    assert {job for (job,) in rows(tmp_path / "new" / "copy.sqlite", "SELECT job FROM person")} == {
        "ในบันทึก"
    }
    assert rows(tmp_path / "new" / "copy.sqlite", MARKS) == rows(place.file, MARKS)
