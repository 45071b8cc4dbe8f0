"""Brings an older file up to this program: a copy first, then everything or nothing."""

import datetime
import sqlite3
import warnings
from pathlib import Path
from typing import cast

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.storage.base import Base
from bmahr_desktop.storage.condition import copy_file, damage_on
from bmahr_desktop.storage.refusals import words_for
from bmahr_desktop.storage.store import make_engine

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade_file(
    path: Path, backups: Path, found: str, now: datetime.datetime, scripts: Path = MIGRATIONS
) -> Path:
    """Upgrade a file to the newest version, and return the copy of what it was.

    Everything happens in one transaction: from before the copy on nobody else writes, and what the
    migrations made is looked over before it is there for good.

    Args:
        path: The file.
        backups: Where the copy is put.
        found: The version of the file.
        now: For the copy's name.
        scripts: The migrations.

    Raises:
        Refused: If it cannot be upgraded; the file is then as it was.
        OSError: If there is no room for the copy; the file is then as it was.
    """
    copy = backups / f"{path.stem} {now:%Y-%m-%d %H%M%S} ({found}).sqlite"
    backups.mkdir(parents=True, exist_ok=True)
    engine = make_engine(path)
    event.listen(engine, "connect", _let_tables_go)
    try:
        with engine.begin() as connection:
            copy_file(path, copy)
            raw = cast(sqlite3.Connection, connection.connection.dbapi_connection)
            raw.set_authorizer(_no_end_of_transaction)
            try:
                migrate(connection, scripts)
            finally:
                raw.set_authorizer(None)  # our own end of the transaction is none of theirs
            _refuse_damage(raw)
    except OSError:
        raise
    except Exception as error:
        raise Refused(
            msg("The file could not be upgraded and is as it was: {words}", words=_words(error))
        ) from error
    finally:
        engine.dispose()
    return copy


def _let_tables_go(connection: sqlite3.Connection, _record: object) -> None:
    """Let a table be made anew: dropping the old one would take all that refers to it along."""
    connection.execute("PRAGMA foreign_keys = OFF")


def _no_end_of_transaction(action: int, *_: object) -> int:
    """Refuse a migration that commits by itself: half of it could then not be undone."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_TRANSACTION else sqlite3.SQLITE_OK


def _refuse_damage(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA writable_schema = RESET")  # read from the file, not remembered
    for words in damage_on(connection, deep=True):
        raise Refused(msg("The file is damaged: {words}", words=words))


def _words(error: Exception) -> Message | str:
    """Return the words of the environment or of damage; else those of the error itself."""
    if isinstance(error, Refused):
        return error.messages[0]
    cause = error.orig if isinstance(error, DBAPIError) else error
    return words_for(cause) or f"{type(cause).__name__}: {cause}"


def migrate(connection: Connection, scripts: Path = MIGRATIONS, to: str = "head") -> None:
    """Run the migrations in the transaction of a connection."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    directory = ScriptDirectory.from_config(config)
    context = EnvironmentContext(config, directory)
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        transactional_ddl=False,  # the transaction is the caller's: all or nothing
        transaction_per_migration=False,
        render_as_batch=True,
        fn=lambda revision, _: directory._upgrade_revs(to, revision),  # noqa: SLF001 -- as its own command does
    )
    with warnings.catch_warnings():
        # A table that is made anew is read together with those it names, and SQLAlchemy cannot read
        # their indexes over expressions; that none is lost is what the tests compare.
        warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based")
        context.run_migrations()
