"""One SQLite file, used in short transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.storage.edits import Sitting
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.holding import Holding
from bmahr_desktop.storage.mark import if_there
from bmahr_desktop.storage.refusals import words_for

BUSY_MS = 250
"""How long a writer waits for another program before the user is told."""
OWN_TURN_S = 2.0
"""How long one of our threads waits for another one, as for a step of the index."""


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
        self._holding = Holding(path, self.engine)
        self._turn = RLock()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that sees one state of the file and can change nothing.

        Raises:
            OutOfReach: If the file cannot be read now.
        """
        with self._reached(), Session(self._reader, autoflush=False) as session:
            session.info.update(sitting=self.sitting, files=self.files)
            yield session
            session.rollback()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open a session that alone may write; commit at the end, roll back on any error.

        Raises:
            OutOfReach: If another program is writing, or the disk is full or failing.
        """
        with self._reached(), self._own_turn(), Session(self.engine) as session:
            session.info.update(sitting=self.sitting, files=self.files)
            session.connection()
            yield session
            session.commit()

    @contextmanager
    def _own_turn(self) -> Iterator[None]:
        """Let our own threads wait for one another a while: that is no other program writing."""
        mine = self._turn.acquire(timeout=OWN_TURN_S)
        try:
            yield
        finally:
            if mine:
                self._turn.release()

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Make sure that it is still our file; what fails of the disk is opened anew next time."""
        self._holding.check(self.sitting.now)
        try:
            with told():
                yield
        except OutOfReach as refused:
            if refused.__cause__ is not None and _code_of(refused.__cause__) in _DEAF:
                self._holding.let_go()
            raise

    def journal(self) -> str:
        """Return how SQLite keeps its log: "wal", or "delete" where a drive cannot share memory."""
        with self.reading() as session:
            return str(session.scalar(text("PRAGMA journal_mode")))

    def close(self) -> None:
        """Let go of the file."""
        self._holding.let_go()


def make_engine(path: Path) -> Engine:
    """Return an engine on a file, whose transactions begin and end as we say."""
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        # A file that went away is not made anew: that would be an empty one.
        creator=lambda: sqlite3.connect(
            if_there(path.absolute()), uri=True, check_same_thread=False
        ),
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
        OutOfReach: If the file cannot be reached, is in use, full or damaged.
    """
    try:
        yield
    except DatabaseError as error:
        words = words_for(error.orig)
        if words is None:
            raise
        raise OutOfReach(words) from error


_DEAF = frozenset(
    {
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    }
)
"""After these a connection may stay deaf, even when the disk is back."""


def _code_of(error: BaseException) -> int | None:
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
