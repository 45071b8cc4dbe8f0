"""Where a record stands, in words: the meeting, the item, the matter, and the record itself."""

from typing import Any

from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.kinds import KIND_NAMES
from bmahr_desktop.i18n import Message, msg, verbatim
from bmahr_desktop.operations.whereabouts import WAY_UP, attached_to
from bmahr_desktop.storage.meeting import AttachmentRow
from bmahr_desktop.storage.shapes import SHAPES

_NAMING = ("title", "heading", "name", "text", "assigned_to", "old", "file")
_LONGEST = 80


def address_of(session: Session, kind: Kind, uid: str) -> tuple[Message, ...]:
    """Return what a record stands in, from the uppermost down, and what it is called itself.

    What was removed is found too.

    Args:
        session: The records.
        kind: Of which kind the record is.
        uid: The record; an unknown one has no address.
    """
    steps: list[Message] = []
    at: Kind | None = kind
    while at is not None:
        row: Any = session.get(SHAPES[at].row, uid)
        if row is None:
            return ()
        if named := _step(at, row, last=at is kind):
            steps.append(named)
        at, uid = _above(at, row)
    return tuple(reversed(steps))


def title_of(row: Any) -> str:
    """Return what a record is called by what is written in it, on one line; "" for nothing."""
    for column in _NAMING:
        if words := " ".join(str(getattr(row, column, None) or "").split()):
            return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return ""


def _step(kind: Kind, row: Any, *, last: bool) -> Message | None:
    if kind is Kind.MEETING:
        return msg("meeting {number}/{year}", number=row.number, year=row.year)
    title = title_of(row)
    if last:
        name = KIND_NAMES[kind]
        return msg("{kind} “{title}”", kind=name, title=title) if title else name
    return verbatim(title) if title else None


def _above(kind: Kind, row: Any) -> tuple[Kind | None, str]:
    if isinstance(row, AttachmentRow):
        return attached_to(row)
    above = WAY_UP.get(kind)
    return above, getattr(row, SHAPES[kind].owner) if above else ""
