"""In which condition a file is: of which version, damaged or not; and how to copy it whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.storage.mark import APPLICATION, read_only
from bmahr_desktop.storage.refusals import words_for


def revision_of(path: Path) -> str:
    """Return of which version the tables of a file are.

    Raises:
        Refused: If there is no file, or none of ours.
        OSError: If it cannot be looked for.
    """
    if not path.is_file():
        raise Refused(msg("There is no file “{file}”.", file=path))
    try:
        with closing(sqlite3.connect(read_only(path.resolve()), uri=True)) as connection:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            if mark != APPLICATION:
                raise Refused(msg("“{file}” is no file of this program.", file=path))
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        words = words_for(error) or msg("“{file}” is no file of this program.", file=path)
        raise Refused(words) from error
    return str(found[0]) if found else ""


def copy_file(path: Path, to: Path) -> None:
    """Copy a file as it is, also while it is in use: what still lies in its log comes along.

    Raises:
        OSError: If there is no place for the copy.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)
    except sqlite3.Error:
        to.unlink(missing_ok=True)  # half a copy is none
        raise


def damage_in(path: Path, *, deep: bool = False) -> Iterator[str]:
    """Yield what SQLite finds wrong with a file.

    Args:
        path: The file.
        deep: Compare every index with its table and every reference with its record as well.
    """
    try:
        with closing(sqlite3.connect(read_only(path.resolve()), uri=True)) as connection:
            yield from damage_on(connection, deep=deep)
    except sqlite3.DatabaseError as error:  # too damaged to be looked over to the end
        yield str(error)


def damage_on(connection: sqlite3.Connection, *, deep: bool = False) -> Iterator[str]:
    """Yield the same of a file as a connection sees it, within its transaction."""
    check = "integrity_check" if deep else "quick_check"
    for (found,) in connection.execute(f"PRAGMA {check}"):
        lines = [line for line in str(found).splitlines() if not line.startswith("*** in database")]
        if lines != ["ok"]:
            yield "; ".join(lines)
    if deep:
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield f"{table} {row} -> {parent}"
