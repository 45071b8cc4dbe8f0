"""A first look into the file without the database library, so that the window has rows at once."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from bmahr_desktop.domain.registers import CommitteeLine, MeetingLine
from bmahr_desktop.storage.mark import APPLICATION, read_only
from bmahr_desktop.thai.collate import sort_key


class Glance(NamedTuple):
    """What the list of meetings shows first.

    Attributes:
        committees: All of them, in dictionary order.
        committee: The uid of the one whose meetings these are.
        meetings: Its meetings, the newest first.
    """

    committees: tuple[CommitteeLine, ...]
    committee: str
    meetings: tuple[MeetingLine, ...]


def glance_at(path: Path, revision: str, committee: str = "") -> Glance | None:
    """Return what a file's list of meetings will show.

    Args:
        path: The file.
        revision: The only revision that is looked into.
        committee: The uid of the committee last shown; the first one if it is not there.

    Returns:
        None if there is nothing to see, or the file has to be opened with care: whoever opens it in
        earnest says what is the matter.
    """
    if not path.is_file():
        return None
    try:
        uri = read_only(path.resolve())
        with closing(sqlite3.connect(uri, uri=True, timeout=0.05)) as connection:
            if not _is_ours(connection, revision):
                return None
            committees = _committees(connection)
            known = [one.uid for one in committees]
            chosen = committee if committee in known else next(iter(known), "")
            return Glance(committees, chosen, _meetings(connection, chosen))
    except (sqlite3.Error, msgspec.ValidationError):
        return None


def _is_ours(connection: sqlite3.Connection, revision: str) -> bool:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark != APPLICATION:
        return False
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return bool(found == (revision,))


def _committees(connection: sqlite3.Connection) -> tuple[CommitteeLine, ...]:
    counted = connection.execute(
        "SELECT committee, year, count(*) FROM meeting WHERE removed IS NULL GROUP BY 1, 2"
    )
    named = connection.execute(
        "SELECT uid, code, name, short_name FROM committee WHERE removed IS NULL"
    )
    return tuple(committee_lines(named, counted))


def committee_lines(
    named: Iterable[tuple[str, str, str, str]], counted: Iterable[tuple[str, int, int]]
) -> list[CommitteeLine]:
    """Return committees as lines of a list, in dictionary order.

    Args:
        named: The uid, code, name and short name of each.
        counted: A committee's uid, a year (พ.ศ.), and how many meetings it had in it.
    """
    years: dict[str, dict[int, int]] = {}
    for committee, year, count in counted:
        years.setdefault(committee, {})[year] = count
    found = [
        CommitteeLine(
            uid=uid,
            code=code,
            name=name,
            short_name=short_name,
            meetings=sum(years.get(uid, {}).values()),
            years=tuple(sorted(years.get(uid, {}), reverse=True)),
        )
        for uid, code, name, short_name in named
    ]
    return sorted(found, key=lambda one: sort_key(one.name))


def _meetings(connection: sqlite3.Connection, committee: str) -> tuple[MeetingLine, ...]:
    fields = MeetingLine.__struct_fields__
    named = ", ".join(f'"{name}"' for name in fields)
    rows = connection.execute(
        f"SELECT {named} FROM meeting WHERE removed IS NULL AND committee = ?"
        " ORDER BY year DESC, number DESC, date DESC, uid",
        (committee,),
    )
    found = [dict(zip(fields, row, strict=True)) for row in rows]
    return tuple(msgspec.convert(found, list[MeetingLine], strict=False))
