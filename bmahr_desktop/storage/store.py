"""One SQLite file, used in short transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.storage.edits import Sitting
from bmahr_desktop.storage.files import KeptFiles

BUSY_MS = 250
"""How long a writer waits for another one before the user is told."""


class Store:
    """The records of an office.

    A session lives for one user action: read it all, or write it all, then close.

    Attributes:
        sitting: Who writes.
        files: The files that were taken in.
    """

    def __init__(self, path: Path, sitting: Sitting, files: KeptFiles) -> None:
        """Name the file; it is opened when first used."""
        self.path, self.sitting, self.files = path, sitting, files
        self.engine = make_engine(path)
        self._reader = self.engine.execution_options(reading=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that sees one state of the file and can change nothing."""
        with told(), Session(self._reader, autoflush=False) as session:
            session.info.update(sitting=self.sitting, files=self.files)
            yield session
            session.rollback()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open a session that alone may write; commit at the end, roll back on any error.

        Raises:
            Refused: If another program is writing, or the disk is full or failing.
        """
        with told(), Session(self.engine) as session:
            session.info.update(sitting=self.sitting, files=self.files)
            session.connection()
            yield session
            session.commit()

    def journal(self) -> str:
        """Return how SQLite keeps its log: "wal", or "delete" where a drive cannot share memory."""
        with self.reading() as session:
            return str(session.scalar(text("PRAGMA journal_mode")))

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def make_engine(path: Path) -> Engine:
    """Return an engine on a file, whose transactions begin and end as we say."""
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        hide_parameters=True,  # what is typed stays out of logs
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "reset", _may_write_again)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: the driver's own leaves half-made migrations
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    # What is said to be saved is on the disk: EXTRA is FULL, and more where WAL cannot be.
    cursor.execute("PRAGMA synchronous = EXTRA")
    cursor.execute("PRAGMA fullfsync = ON")  # macOS alone keeps what it synced in the drive's cache
    cursor.execute("PRAGMA cache_size = -16000")
    cursor.close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("reading"):
        connection.exec_driver_sql("PRAGMA query_only = ON")
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _may_write_again(connection: sqlite3.Connection, *_: object) -> None:
    connection.rollback()
    connection.execute("PRAGMA query_only = OFF")


@contextmanager
def told() -> Iterator[None]:
    """Word what the environment refuses; what else goes wrong is a bug, and goes on.

    Raises:
        Refused: If the file cannot be reached, is in use, full or damaged.
    """
    try:
        yield
    except DatabaseError as error:
        words = words_for(error.orig)
        if words is None:
            raise
        raise Refused(words) from error


_WORDS: dict[int, Message] = {
    sqlite3.SQLITE_BUSY: msg("Another program is writing to the file. Try again in a moment."),
    sqlite3.SQLITE_LOCKED: msg("Another program is writing to the file. Try again in a moment."),
    sqlite3.SQLITE_FULL: msg("The disk is full. Make room; what you typed is kept here."),
    sqlite3.SQLITE_IOERR: msg("The disk does not answer. Check that it is still connected."),
    sqlite3.SQLITE_READONLY: msg("The file can only be read; this account may not write to it."),
    sqlite3.SQLITE_CANTOPEN: msg("The file cannot be opened. Check that it is still there."),
    sqlite3.SQLITE_CORRUPT: msg("The file is damaged. Open the newest copy in “backups”."),
    sqlite3.SQLITE_NOTADB: msg("This is no file of this program."),
}


def words_for(error: BaseException | None) -> Message | None:
    """Return in words what the environment refuses; None for anything else."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _WORDS.get(code & 0xFF)
