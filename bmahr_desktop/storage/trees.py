"""Records with all their parts: out of tables, and into rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.records import Record
from bmahr_desktop.storage.agenda import BlockRow
from bmahr_desktop.storage.base import Kept
from bmahr_desktop.storage.shapes import MEETING, PROJECT, Inlined, Shape, block_owner

_BATCH = 500
"""So many owners in one query; SQLite takes 32,766 values."""


@dataclass(frozen=True)
class FlatRow:
    """A record without its parts, as the columns of a row.

    Attributes:
        meeting: The meeting that it is, or is a part of.
        project: The same of a project.
    """

    shape: Shape
    uid: str
    values: Mapping[str, Any]
    body: Body | None = None
    meeting: str | None = None
    project: str | None = None


# ---------------------------------------------------------------- out of tables


def read_records(
    session: Session,
    shape: Shape,
    *criteria: Any,
    versions: dict[str, int] | None = None,
    shallow: bool = False,
) -> list[Any]:
    """Return records of one kind that were not removed, sorted by uid.

    Args:
        session: The records.
        shape: The kind.
        *criteria: Which of them.
        versions: Is given the version of every record that is read, parts included.
        shallow: Leave their parts and bodies out.
    """
    query = select(shape.row).where(shape.row.removed.is_(None), *criteria)
    rows = session.scalars(query.order_by("uid")).all()
    return list(_records(session, shape, rows, versions, shallow=shallow))


def read_parts(
    session: Session,
    shape: Shape,
    owners: Iterable[str],
    versions: dict[str, int] | None = None,
) -> dict[str, list[Any]]:
    """Return whole records that are parts of others, in their order, by owner."""
    found: dict[str, list[Any]] = defaultdict(list)
    for some in batches(owners):
        rows = session.scalars(_living(shape, some)).all()
        records = _records(session, shape, rows, versions)
        for row, record in zip(rows, records, strict=True):
            found[getattr(row, shape.owner)].append(record)
    return found


def _living(shape: Shape, owners: Sequence[str]) -> Select[Any]:
    row: Any = shape.row
    column = getattr(row, shape.owner)
    living = select(row).where(row.removed.is_(None), column.in_(owners))
    return living.order_by(row.position, row.uid)


def _records(
    session: Session,
    shape: Shape,
    rows: Sequence[Kept],
    versions: dict[str, int] | None = None,
    *,
    shallow: bool = False,
) -> Iterator[Record]:
    owners = [] if shallow else [_uid(row) for row in rows]
    if versions is not None:
        versions.update({_uid(row): row.version for row in rows})
    parts = {
        name: read_parts(session, part, owners, versions) for name, part in shape.parts.items()
    }
    inner = {
        name: {at: read_parts(session, part, owners, versions) for at, part in one.parts.items()}
        for name, one in shape.inlined.items()
    }
    bodies = read_bodies(session, shape, owners) if shape.body else {}
    for row in rows:
        uid = _uid(row)
        values = {name: getattr(row, name) for name in shape.columns}
        for name, default in shape.records_by_default.items():
            values[name] = default if values[name] == default else values[name]
        values |= {name: tuple(found.get(uid, ())) for name, found in parts.items()}
        for name, one in shape.inlined.items():
            values[name] = _inlined(row, name, one, inner[name])
        if shape.body:
            values["body"] = bodies.get(uid, ())
        yield shape.record(**values)


def _inlined(
    row: Kept, name: str, inlined: Inlined, parts: Mapping[str, Mapping[str, list[Any]]]
) -> Record | None:
    values = {column: getattr(row, f"{name}_{column}") for column in inlined.columns}
    if all(value is None for value in values.values()):
        return None
    uid = _uid(row)
    return inlined.record(
        **values, **{at: tuple(found.get(uid, ())) for at, found in parts.items()}
    )


def read_bodies(session: Session, shape: Shape, owners: Iterable[str]) -> dict[str, Body]:
    """Return the bodies of records, by their uids."""
    column = block_owner(shape)
    found: dict[str, list[Any]] = defaultdict(list)
    for some in batches(owners):
        query = select(column, BlockRow.content).where(column.in_(some))
        for uid, block in session.execute(query.order_by(column, BlockRow.position)):
            found[uid].append(block)
    return {uid: tuple(blocks) for uid, blocks in found.items()}


def batches(uids: Iterable[str]) -> Iterator[list[str]]:
    """Yield uids, as many at a time as one query takes."""
    waiting = iter(uids)
    while some := list(islice(waiting, _BATCH)):
        yield some


def _uid(row: Any) -> str:
    uid: str = row.uid
    return uid


# ---------------------------------------------------------------- into rows


def flatten(
    record: Any,
    shape: Shape,
    owner: str = "",
    position: int = 0,
    meeting: str | None = None,
    project: str | None = None,
) -> Iterator[FlatRow]:
    """Yield the row of a record, then those of its parts."""
    meeting = record.uid if shape is MEETING else meeting
    project = record.uid if shape is PROJECT else project
    values = {name: getattr(record, name) for name in shape.columns}
    if shape.owner:
        values |= {shape.owner: owner, "position": position}
    values |= dict.fromkeys(shape.no_owners)
    parts = [(part, getattr(record, name)) for name, part in shape.parts.items()]
    for name, inlined in shape.inlined.items():
        one = getattr(record, name)
        values |= {f"{name}_{at}": one and getattr(one, at) for at in inlined.columns}
        parts += [(part, getattr(one, at)) for at, part in inlined.parts.items() if one]
    yield FlatRow(shape, record.uid, values, record.body if shape.body else None, meeting, project)
    for part, records in parts:
        for number, one in enumerate(records):
            yield from flatten(one, part, record.uid, number, meeting, project)
