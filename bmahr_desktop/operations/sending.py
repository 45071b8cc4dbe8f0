"""What is done with several letters after a meeting at once: made, dated, taken away, put back."""

import datetime
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import NOTHING, Changes, Kind
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.operations import records
from bmahr_desktop.operations.register_lines import lines_of
from bmahr_desktop.storage.agenda import ItemRow, MatterRow, ResolutionRow

DAYS = ("sent", "received", "answered")
"""The fields that say when a letter went its way."""


def resolutions_of(session: Session, meeting: str) -> tuple[ResolutionLine, ...]:
    """Return what a meeting resolved, in the order of its agenda."""
    rows = (ItemRow, MatterRow, ResolutionRow)
    asked = (
        select(ResolutionRow.uid)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .where(ItemRow.meeting == meeting, *(row.removed.is_(None) for row in rows))
        .order_by(*(column for row in rows for column in (row.position, row.uid)))
    )
    return tuple(lines_of(session, session.scalars(asked)))


def add_letters(session: Session, meeting: str, letters: Sequence[Dispatch]) -> Changes:
    """Put letters on file behind those that a meeting has.

    Raises:
        Refused: If a value cannot stand in its field.
    """
    changes = NOTHING
    for one in letters:
        changes |= records.add(session, Kind.DISPATCH, one, meeting)
    return changes


def date_letters(
    session: Session, uids: Sequence[str], field: str, day: datetime.date | None
) -> Changes:
    """Say of letters on which day they went out, came, or were answered.

    Args:
        session: The transaction.
        uids: The letters.
        field: One of `DAYS`.
        day: None to say it no longer.

    Raises:
        ValueError: If the field is another.
    """
    if field not in DAYS:
        raise ValueError(field)
    changes = NOTHING
    for uid in uids:
        changes |= records.amend(session, Kind.DISPATCH, uid, None, **{field: day})
    return changes


def remove_letters(session: Session, uids: Sequence[str]) -> Changes:
    """Take letters away; `restore_letters` puts them back."""
    changes = NOTHING
    for uid in uids:
        changes |= records.remove(session, Kind.DISPATCH, uid)
    return changes


def restore_letters(session: Session, uids: Sequence[str]) -> Changes:
    """Put letters back that were taken away."""
    changes = NOTHING
    for uid in uids:
        changes |= records.restore(session, Kind.DISPATCH, uid)
    return changes
