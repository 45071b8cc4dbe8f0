"""What is done with several letters after a meeting at once: made, dated, taken away, put back."""

import datetime
from collections.abc import Sequence

from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import NOTHING, Changes, Kind
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.operations import records

DAYS = ("sent", "received", "answered")
"""The fields that say when a letter went its way."""


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
