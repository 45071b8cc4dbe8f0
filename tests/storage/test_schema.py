"""The tables: models, migrations and a new file say the same; an old file is still read."""

import re
import shutil
import sqlite3
import warnings
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations.exchange_out import gather, write_exchange
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.search import find_words
from bmahr_desktop.places import DataPlace
from bmahr_desktop.storage.base import Base
from bmahr_desktop.storage.condition import revision_of
from bmahr_desktop.storage.mark import APPLICATION, REVISIONS
from bmahr_desktop.storage.schema import make_file, open_file
from bmahr_desktop.storage.shapes import SHAPES, TOP
from bmahr_desktop.storage.store import make_engine
from bmahr_desktop.storage.upgrade import MIGRATIONS, migrate
from tests.meetings import uid
from tests.records import Clock, at_the_desk, office


def migrated(path):
    """A file made by running every migration."""
    path.touch()
    engine = make_engine(path)
    with engine.begin() as connection:
        migrate(connection)
    return engine


def structure(path):
    """What a file is made of, whatever the order in which columns were added."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        settings = [
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("application_id", "user_version", "encoding", "auto_vacuum", "page_size")
        ]
        made: dict[tuple[str, str], object] = {}
        for kind, name, sql in found:
            words = re.sub(r"\s+", "", sql or "")
            if kind == "table" and not words.startswith("CREATEVIRTUAL"):
                columns = connection.execute(f'PRAGMA table_xinfo("{name}")')
                keys = connection.execute(f'PRAGMA foreign_key_list("{name}")')
                made[kind, name] = (
                    {column[1:] for column in columns},
                    {key[2:] for key in keys},
                    set(re.findall(r"CONSTRAINT(\w+?)(?=CHECK|UNIQUE|PRIMARY|FOREIGN|REF)", words)),
                    set(re.findall(r"CHECK(\(.*?\))(?:,|\)$)", words)),
                )
            else:
                made[kind, name] = words
    return made, settings


def test_the_migrations_make_what_a_new_file_is(tmp_path):
    made, run = tmp_path / "made.sqlite", tmp_path / "run.sqlite"
    make_file(made)
    migrated(run).dispose()
    assert structure(made) == structure(run)
    assert ("table", "trail") in structure(made)[0]


def test_the_models_are_what_the_migrations_make(tmp_path):
    engine = migrated(tmp_path / "run.sqlite")

    def ours(name, kind):
        return kind != "table" or not name.startswith(("search_index", "alembic_version"))

    with engine.connect() as connection, warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: ours(name, kind)}
        )
        found = compare_metadata(context, Base.metadata)
    engine.dispose()
    assert found == []
    # Alembic cannot compare an index over an expression; the test above compares its statement.
    over_expressions = ("uq_committee_code", "uq_project_code")
    assert [
        str(one.message)
        for one in told
        if not any(name in str(one.message) for name in over_expressions)
    ] == []


def test_a_comparison_notices_what_a_model_lacks(tmp_path):
    engine = migrated(tmp_path / "run.sqlite")
    with engine.begin() as connection, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        connection.exec_driver_sql("ALTER TABLE person ADD COLUMN shoe_size INTEGER")
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert any("shoe_size" in repr(one) for one in found)


def test_the_newest_migration_is_the_programs_own():
    names = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert tuple(names) == REVISIONS


def test_a_new_file_is_marked_as_ours_and_of_this_version(blank_file):
    assert revision_of(blank_file) == REVISIONS[-1]
    with closing(sqlite3.connect(blank_file)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_kind_of_record_has_its_shape_and_every_field_its_column():
    assert set(SHAPES) == set(Kind)
    for shape in SHAPES.values():
        columns = {column.key for column in shape.row.__table__.columns}
        inlined = {f"{name}_{at}" for name, one in shape.inlined.items() for at in one.columns}
        apart = {"version", "removed", "position", "merged_into", shape.owner, *shape.no_owners}
        assert set(shape.columns) | inlined <= columns, shape.row
        assert columns - apart <= set(shape.columns) | inlined, shape.row


def test_the_lists_of_a_file_name_only_records_before_them():
    assert tuple(TOP) == tuple(
        name for name in office().__struct_fields__ if name not in ("format", "version", "files")
    )


# ---------------------------------------------------------------- a real file of each release


@pytest.mark.parametrize("version", REVISIONS)
def test_a_file_of_each_version_is_read_whole(root, tmp_path, version):
    folder, name = root / "tests" / "files", f"records-{version}"
    assert (folder / f"{name}.sqlite").stat().st_size < 800_000
    shutil.copy(folder / f"{name}.sqlite", tmp_path)
    shutil.copytree(folder / f"{name}.d", tmp_path / f"{name}.d")
    place = DataPlace(tmp_path / f"{name}.sqlite", tmp_path / f"{name}.d")
    assert revision_of(place.file) == version
    store = open_file(place, at_the_desk("later", Clock()))
    with store.reading() as session:
        write_exchange(gather(session), tmp_path / "out" / "data.json", store.files.read)
        found = find_words(session, "มอบหมายให้กองระบบงาน")
    assert [worded(one.message) for one in look_over(store)] == []
    store.close()
    # What was written then, but that the format has got a new version since.
    kept = (folder / f"{name}.json").read_bytes().replace(b'"version": 1,', b'"version": 2,', 1)
    assert (tmp_path / "out" / "data.json").read_bytes() == kept
    assert [one.record for one in found] == [uid("r5")]
