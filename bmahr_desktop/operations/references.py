"""Which records name people and units."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.storage.shapes import (
    ASSIGNMENT,
    ATTENDANCE,
    COMMITTEE,
    DISPATCH,
    MEMBERSHIP,
    PERSON,
    PROJECT,
    SHAPES,
    SIGNATURE,
    UNIT,
    Shape,
)
from bmahr_desktop.storage.trees import batches
from bmahr_desktop.storage.wholes import kind_of

Naming = tuple[Shape, str]
"""A kind of record, and the column in which it names another."""

NAMING: Mapping[Kind, tuple[Naming, ...]] = {
    Kind.PERSON: (
        (MEMBERSHIP, "person"),
        (ATTENDANCE, "person"),
        (ATTENDANCE, "stands_for"),
        (SIGNATURE, "person"),
        (ASSIGNMENT, "person"),
        (DISPATCH, "person"),
        (PROJECT, "person"),
        (SHAPES[Kind.SIGNATORY], "person"),
    ),
    Kind.UNIT: (
        (UNIT, "parent"),
        (PERSON, "unit"),
        (COMMITTEE, "secretariat"),
        (ASSIGNMENT, "unit"),
        (DISPATCH, "unit"),
        (PROJECT, "unit"),
    ),
}
"""Columns that hold one uid."""
LISTING: Mapping[Kind, tuple[Naming, ...]] = {Kind.PERSON: ((MEMBERSHIP, "substitutes"),)}
"""Columns that hold several."""


def naming_rows(session: Session, kind: Kind, uid: str) -> Iterator[tuple[Shape, str, Any]]:
    """Yield every row that names a record, removed ones too, with its shape and column."""
    for shape, column in NAMING[kind]:
        row: Any = shape.row
        found = session.scalars(select(row).where(getattr(row, column) == uid).order_by(row.uid))
        yield from ((shape, column, one) for one in found.all())


def listing_rows(session: Session, kind: Kind, uid: str) -> Iterator[tuple[Shape, str, Any]]:
    """Yield every row that names a record among others, removed ones too."""
    for shape, column in LISTING.get(kind, ()):
        row: Any = shape.row
        held = func.instr(getattr(row, column), uid) > 0
        found = session.scalars(select(row).where(held).order_by(row.uid))
        yield from ((shape, column, one) for one in found.all())


def count_names(session: Session, kind: Kind, uid: str) -> dict[Kind, int]:
    """Return how many records on file name one, by their kinds; each is counted once."""
    named: Counter[Kind] = Counter()
    seen: set[str] = set()
    for rows in (naming_rows, listing_rows):
        for shape, _, row in rows(session, kind, uid):
            if row.removed is None and row.uid not in seen:
                seen.add(row.uid)
                named[kind_of(shape)] += 1
    return dict(named)


def is_any_named(
    session: Session, kind: Kind, uids: Collection[str], apart_from: Collection[str] = ()
) -> bool:
    """Tell whether any of some records is named by another one on file.

    Args:
        session: The records.
        kind: Of which kind they are.
        uids: The records.
        apart_from: Who may name them.
    """
    for some in batches(uids):
        for shape, column in NAMING[kind]:
            row: Any = shape.row
            asked = select(row.uid).where(getattr(row, column).in_(some), row.removed.is_(None))
            if any(uid not in apart_from for uid in session.scalars(asked)):
                return True
    return _is_any_listed(session, kind, set(uids), apart_from)


def _is_any_listed(
    session: Session, kind: Kind, uids: set[str], apart_from: Collection[str]
) -> bool:
    for shape, column in LISTING.get(kind, ()):
        row: Any = shape.row
        held: Any = getattr(row, column)
        asked = select(row.uid, held).where(row.removed.is_(None), or_(held != ()))
        for uid, listed in session.execute(asked):
            if uid not in apart_from and uids.intersection(listed):
                return True
    return False
