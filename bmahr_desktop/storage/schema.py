"""Making a file, opening one of any age, and looking after its health."""

from pathlib import Path

from sqlalchemy import Connection, text

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.places import DataPlace
from bmahr_desktop.storage.base import Base
from bmahr_desktop.storage.condition import revision_of
from bmahr_desktop.storage.edits import Sitting
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.mark import APPLICATION, REVISIONS
from bmahr_desktop.storage.search import INDEX_DDL
from bmahr_desktop.storage.store import Store, make_engine, told

TRAIL_DDL = (
    "CREATE TRIGGER trail_is_not_replaced BEFORE INSERT ON trail"
    " WHEN EXISTS (SELECT 1 FROM trail WHERE id = new.id) BEGIN"
    " SELECT RAISE(ABORT, 'the trail is not changed'); END",
    "CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail BEGIN"
    " SELECT RAISE(ABORT, 'the trail is not changed'); END",
    "CREATE TRIGGER trail_is_not_deleted BEFORE DELETE ON trail BEGIN"
    " SELECT RAISE(ABORT, 'the trail is not deleted'); END",
)

_VERSION_DDL = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
"""As Alembic makes it."""


def make_file(path: Path) -> None:
    """Make a new, empty file.

    Raises:
        Refused: If it cannot be made there, and nothing is left of it.
        OSError: If something stands there already, or there is no folder for it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.open("xb").close()
    engine = make_engine(path)
    made = False
    try:
        with told(), engine.begin() as connection:
            make_tables(connection)
        made = True
    finally:
        engine.dispose()
        if not made:
            path.unlink(missing_ok=True)


def make_tables(connection: Connection) -> None:
    """Make every table, and say of which version they are."""
    Base.metadata.create_all(connection)
    for statement in (*INDEX_DDL, *TRAIL_DDL):
        connection.execute(text(statement))
    connection.execute(text(_VERSION_DDL))
    connection.execute(
        text("INSERT INTO alembic_version VALUES (:version)"), {"version": REVISIONS[-1]}
    )
    connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))


def open_file(place: DataPlace, sitting: Sitting) -> Store:
    """Open a file, upgrading it when it is older; a copy is then put among the backups.

    Args:
        place: The file and its folders.
        sitting: Who is at the desk.

    Raises:
        Refused: If it is no file of ours, is newer than this program, or cannot be upgraded; it is
            then as it was.
        OSError: If it cannot be reached, or cannot be copied first.
    """
    found = revision_of(place.file)
    if found not in REVISIONS:
        raise Refused(
            msg(
                "The file was made by a newer program (version {version} of its tables). Install"
                " the newer program to open it; nothing was changed.",
                version=found,
            )
        )
    if found != REVISIONS[-1]:
        from bmahr_desktop.storage.upgrade import upgrade_file  # noqa: PLC0415 -- rarely needed

        upgrade_file(place.file, place.backups, found, sitting.now())
    return Store(place.file, sitting, KeptFiles(place.attachments))
