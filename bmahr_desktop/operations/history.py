"""What was before: wordings to compare and to put back, and the trail of a meeting."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.addresses import title_of
from bmahr_desktop.storage.edits import sitting_of
from bmahr_desktop.storage.history import TrailRow, WordingRow
from bmahr_desktop.storage.shapes import SHAPES, Shape
from bmahr_desktop.storage.trees import batches, read_bodies

BODY = "body"
_STAY = "#"
"""Parts the key of a sitting from the number of a stay that has ended."""


class Action(StrEnum):
    """What was done to a record."""

    ADDED = "added"
    IMPORTED = "imported"
    CHANGED = "changed"
    WORDED = "worded"
    """A text of it was changed; the wording before is kept."""
    MOVED = "moved"
    REMOVED = "removed"
    RESTORED = "restored"
    OTHER = "other"


@dataclass(frozen=True)
class Wording:
    """A text as it stood before somebody changed it.

    Attributes:
        at: When it was changed, in UTC.
        who: Who changed it: the account of the PC and the name that was given.
        field: Which text of the record.
        content: The text, or the body.
    """

    at: datetime.datetime
    who: str
    field: str
    content: str | Body


@dataclass(frozen=True)
class Line:
    """One thing that was done in a meeting.

    Attributes:
        at: When, in UTC.
        who: The account of the PC and the name that was given.
        action: What was done.
        kind: Of which kind the record is.
        uid: The record.
        title: What the record is called; "" for nothing.
        within: What the records around it are called, from the item down.
        removed: Whether the record is removed now, itself or with what it is a part of.
        can_return: Whether it was removed by itself, so that it can be put back.
        wording: The text before, where one was changed.
    """

    at: datetime.datetime
    who: str
    action: Action
    kind: Kind
    uid: str
    title: str = ""
    within: tuple[str, ...] = ()
    removed: bool = False
    can_return: bool = False
    wording: Wording | None = None


# ---------------------------------------------------------------- wordings


def end_stay(session: Session, kind: Kind, uid: str) -> Changes:
    """Take note that a record is left: its next change keeps the wording of now again.

    A wording that is the same as what stands there is not worth keeping and goes.

    Args:
        session: The transaction.
        kind: Of which kind the record is.
        uid: The record.
    """
    key = sitting_of(session).key
    mine = (WordingRow.record == uid, WordingRow.sitting == key)
    for number, name, content in session.execute(
        select(WordingRow.id, WordingRow.field, WordingRow.content).where(*mine)
    ).all():
        here = WordingRow.id == number
        if _packed(text_of(session, kind, uid, name)) == content:
            session.execute(delete(WordingRow).where(here))
        else:
            stay = f"{key}{_STAY}{number}"
            session.execute(update(WordingRow).where(here).values(sitting=stay))
    return Changes()


def text_of(session: Session, kind: Kind, uid: str, name: str) -> str | Body:
    """Return a text of a record as it stands now, of a removed one too."""
    shape = SHAPES[kind]
    if name == BODY:
        return read_bodies(session, shape, [uid]).get(uid, ())
    row: Any = shape.row
    return session.scalar(select(getattr(row, name)).where(row.uid == uid)) or ""


def put_back(session: Session, kind: Kind, uid: str, name: str, content: str | Body) -> Changes:
    """Make a wording of before the wording of now; that of now is kept in turn.

    Args:
        session: The transaction.
        kind: Of which kind the record is.
        uid: The record.
        name: Which text of it.
        content: What is to stand there.

    Raises:
        StaleText: If the record is removed.
        Refused: If the text cannot stand there.
    """
    end_stay(session, kind, uid)
    if name == BODY and not isinstance(content, str):
        changes = records.write_body(session, kind, uid, None, content)
    else:
        changes = records.amend(session, kind, uid, None, **{name: content})
    end_stay(session, kind, uid)
    return changes


def _wording(row: WordingRow, actors: dict[tuple[str, str], str]) -> Wording:
    kind: Any = Body if row.field == BODY else str
    sitting = row.sitting.partition(_STAY)[0]
    content = msgspec.json.decode(row.content, type=kind)
    return Wording(row.at, actors.get((row.record, sitting), ""), row.field, content)


def _packed(content: str | Body) -> str:
    return msgspec.json.encode(content).decode()


# ---------------------------------------------------------------- the trail


@dataclass
class _Known:
    """A record of the meeting, as far as the trail speaks of it."""

    kind: Kind
    row: Any
    owner: str = ""


def trail_of(session: Session, meeting: str) -> list[Line]:
    """Return everything that was done in a meeting, the newest first."""
    known = dict(_records_of(session, meeting))
    trail = list(_trail(session, list(known)))
    actors = {(row.record, row.sitting): row.actor for row in trail}
    lines: list[tuple[datetime.datetime, int, Line]] = []
    worded: set[tuple[str, str]] = set()
    for some in batches(known):
        for row in session.scalars(select(WordingRow).where(WordingRow.record.in_(some))):
            wording = _wording(row, actors)
            worded.add((row.record, row.sitting.partition(_STAY)[0]))
            line = _line(known, row.record, row.at, wording.who, Action.WORDED, wording)
            lines.append((row.at, row.id, line))
    for one in trail:
        action = Action(one.action) if one.action in list(Action) else Action.OTHER
        if action is not Action.CHANGED or (one.record, one.sitting) not in worded:
            lines.append((one.at, one.id, _line(known, one.record, one.at, one.actor, action)))
    return [line for *_, line in sorted(lines, key=lambda one: one[:2], reverse=True)]


def _line(
    known: dict[str, _Known],
    uid: str,
    at: datetime.datetime,
    who: str,
    action: Action,
    wording: Wording | None = None,
) -> Line:
    one = known[uid]
    above = list(_above(known, one))
    return Line(
        at=at,
        who=who,
        action=action,
        kind=one.kind,
        uid=uid,
        title=title_of(one.row),
        within=tuple(title for two in reversed(above) if (title := title_of(two.row))),
        removed=any(two.row.removed is not None for two in (one, *above)),
        can_return=one.row.removed is not None,
        wording=wording,
    )


def _above(known: dict[str, _Known], one: _Known) -> Iterator[_Known]:
    """Yield what a record is a part of, from the nearest up, but for the meeting."""
    while one.owner in known and known[one.owner].owner:
        one = known[one.owner]
        yield one


def _records_of(session: Session, meeting: str) -> Iterator[tuple[str, _Known]]:
    """Yield the meeting and every record in it, removed or not, by its uid."""
    waiting: list[tuple[Shape, str, Sequence[str]]] = [(SHAPES[Kind.MEETING], "", [meeting])]
    while waiting:
        shape, column, owners = waiting.pop()
        found: list[str] = []
        table: Any = shape.row
        for some in batches(owners):
            by = getattr(table, column) if column else table.uid
            for row in session.scalars(select(table).where(by.in_(some))):
                found.append(row.uid)
                owner = getattr(row, column) if column else ""
                yield row.uid, _Known(Kind(table.__tablename__), row, owner)
        if found:
            parts = [*shape.parts.values()]
            for inlined in shape.inlined.values():
                parts += inlined.parts.values()
            waiting += [(part, part.owner, found) for part in parts]


def _trail(session: Session, uids: Sequence[str]) -> Iterator[TrailRow]:
    for some in batches(uids):
        yield from session.scalars(select(TrailRow).where(TrailRow.record.in_(some)))
