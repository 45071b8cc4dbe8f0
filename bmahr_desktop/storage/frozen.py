"""Meetings whose record is frozen: nothing in them changes until they are opened again."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Frozen
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.storage.history import EditionRow
from bmahr_desktop.storage.meeting import MeetingRow

GOES_ON = {
    Kind.ASSIGNMENT: frozenset({"state", "needed", "next_due"}),
    Kind.MEETING: frozenset({"minutes_state", "circulated"}),
}
"""What goes on after the record is frozen: how a task is done, and how the minutes fare."""
ALWAYS_OPEN = frozenset({Kind.REPORT, Kind.LINK, Kind.DISPATCH})
"""What is no part of the minutes: reports on tasks, links, letters sent."""
EVERY_FIELD = frozenset({""})
"""Stands for a change of the whole record."""


def standing_edition(session: Session, meeting: str) -> EditionRow | None:
    """Return the edition that a meeting's record is frozen in; None while it is open.

    An adopted version, with corrections, is none: it is made of an edition and freezes nothing.
    """
    newest = select(EditionRow).where(
        EditionRow.meeting == meeting,
        EditionRow.reopened.is_(None),
        EditionRow.corrects.is_(None),
    )
    return session.scalars(newest.order_by(EditionRow.number.desc()).limit(1)).first()


def frozen_meetings(session: Session) -> frozenset[str]:
    """Return the uids of all meetings whose record is frozen."""
    frozen = select(EditionRow.meeting).where(
        EditionRow.reopened.is_(None), EditionRow.corrects.is_(None)
    )
    return frozenset(session.scalars(frozen))


def refuse_frozen(
    session: Session, meeting: str | None, kind: Kind, fields: Collection[str] = EVERY_FIELD
) -> None:
    """Refuse a change in a meeting whose record is frozen.

    Args:
        session: The transaction.
        meeting: The meeting; None for what is no part of one.
        kind: What is to be changed.
        fields: The columns that would change; by default, the whole record.

    Raises:
        Frozen: If it is, and the columns are not those that go on.
    """
    if meeting is None or kind in ALWAYS_OPEN or GOES_ON.get(kind, frozenset()) >= set(fields):
        return
    if standing_edition(session, meeting) is None:
        return
    raise Frozen(words_of(session, meeting))


def words_of(session: Session, meeting: str) -> Message:
    """Return in words that the record of a meeting is frozen."""
    row = session.get_one(MeetingRow, meeting)
    return msg(
        "The record of meeting {number} is closed. Open it again before changing it.",
        number=name_of(row.number, row.year),
    )
