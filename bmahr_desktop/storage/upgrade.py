"""Brings an older file up to this program: a copy first, then everything or nothing."""

import datetime
import shutil
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.storage.base import Base
from bmahr_desktop.storage.condition import copy_file, damage_in
from bmahr_desktop.storage.store import make_engine

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade_file(
    path: Path, backups: Path, found: str, now: datetime.datetime, scripts: Path = MIGRATIONS
) -> Path:
    """Upgrade a file to the newest version, and return the copy of what it was.

    Args:
        path: The file.
        backups: Where the copy is put.
        found: The version of the file.
        now: For the copy's name.
        scripts: The migrations.

    Raises:
        Refused: If it cannot be upgraded; the file is then as it was.
    """
    copy = backups / f"{path.stem} {now:%Y-%m-%d %H%M%S} ({found}).sqlite"
    copy_file(path, copy)
    engine = make_engine(path)
    try:
        with engine.begin() as connection:
            migrate(connection, scripts)
        damage = list(damage_in(path, deep=True))
    except Exception as error:
        engine.dispose()
        put_back(copy, path)
        raise Refused(
            msg(
                "The file could not be upgraded and is as it was: {words}",
                words=f"{type(error).__name__}: {error}",
            )
        ) from error
    finally:
        engine.dispose()
    if damage:
        put_back(copy, path)
        raise Refused(
            msg("The file could not be upgraded and is as it was: {words}", words=damage[0])
        )
    return copy


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
    context.run_migrations()


def put_back(copy: Path, path: Path) -> None:
    """Make a file what its copy is."""
    for rest in ("-wal", "-shm"):
        path.with_name(path.name + rest).unlink(missing_ok=True)
    whole = path.with_name(f"{path.name}.back")
    shutil.copy2(copy, whole)
    whole.replace(path)
