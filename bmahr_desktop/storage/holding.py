"""Watches that the file at work stays the one that lies at its place.

What SQLite holds open it goes on writing, also after somebody deleted the file or put another one
in its place: every saving would succeed, and all of it be gone when the program ends.
"""

import datetime
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.places import data_place
from bmahr_desktop.storage.condition import revision_of
from bmahr_desktop.storage.mark import REVISIONS

_GONE = msg("The file is not at its place any longer. Put it back, or connect its disk again.")
_ANOTHER = msg("Another file lies in the place of this one. Put the right one back.")

Identity = tuple[int, int]


class Holding:
    """Knows which file was opened, and compares it with the one at its place."""

    def __init__(self, path: Path, engine: Engine) -> None:
        """Watch what an engine opens there."""
        self._path, self._engine = path, engine
        self._held: Identity | None = None
        event.listen(engine, "connect", self._on_connect)

    def _on_connect(self, _connection: object, _record: object) -> None:
        self._held = _identity(self._path)

    def let_go(self) -> None:
        """Close what is open; the next one to use the engine opens what lies there then."""
        self._held = None
        self._engine.dispose()

    def check(self, now: Callable[[], datetime.datetime]) -> None:
        """Make sure that what is written now is what the next start will read.

        Args:
            now: The clock.

        Raises:
            OutOfReach: If nothing lies at the place, or another file.
        """
        if self._held is None:
            return
        there = _identity(self._path)
        if there is None:
            raise OutOfReach(_GONE)
        if there != self._held:
            self._turn_to_other(now)

    def _turn_to_other(self, now: Callable[[], datetime.datetime]) -> None:
        """Take the other file for ours if it can be; what was held is copied first."""
        pool: Any = self._engine.pool
        if pool.checkedout():  # as long as a thread reads there, the log of what is held stays
            raise OutOfReach(_ANOTHER)
        copy = data_place(self._path).rescue / f"{now():held-%Y%m%d-%H%M%S}.sqlite"
        try:
            self._empty_log()
            if revision_of(self._path) != REVISIONS[-1]:
                raise OutOfReach(_ANOTHER)
            self._copy(copy)
        except (Refused, OSError, sqlite3.Error) as error:
            with suppress(OSError):
                copy.unlink(missing_ok=True)
            raise OutOfReach(_ANOTHER) from error
        self.let_go()
        raise OutOfReach(
            msg(
                "Another file was put in the place of this one. What this one held is kept in"
                " “{file}”; the work goes on in the other one.",
                file=copy,
            )
        )

    def _empty_log(self) -> None:
        """Bring the log into the file that is held: SQLite would read it into the other one."""
        with self._source() as source:
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _copy(self, copy: Path) -> None:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with self._source() as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)

    @contextmanager
    def _source(self) -> Iterator[Any]:
        held = self._engine.raw_connection()
        try:
            yield held.driver_connection
        finally:
            held.close()


def _identity(path: Path) -> Identity | None:
    """Return what tells a file from any other; None where there is none or it is out of reach."""
    try:
        found = path.stat()
    except OSError:
        return None
    # Windows keeps an open file in its place, and cannot number those of every drive.
    return (0, 0) if os.name == "nt" else (found.st_dev, found.st_ino)
