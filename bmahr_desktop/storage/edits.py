"""Every change of a record: checked for staleness, noted in the trail, put up for the index.

All writing goes through these functions, so that no change forgets to leave its trace.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import StaleText
from bmahr_desktop.domain.records import Record
from bmahr_desktop.storage.bodies import save_body
from bmahr_desktop.storage.frozen import EVERY_FIELD, refuse_frozen
from bmahr_desktop.storage.history import TrailRow, WordingRow
from bmahr_desktop.storage.meeting import AttachmentRow, MeetingRow
from bmahr_desktop.storage.projects import ProjectRow
from bmahr_desktop.storage.search import SearchQueueRow
from bmahr_desktop.storage.shapes import Shape
from bmahr_desktop.storage.trees import batches, flatten, read_bodies
from bmahr_desktop.storage.wholes import kind_of, meeting_above, meeting_of, project_of

LASTING = frozenset({"text", "title", "heading", "name", "old", "new"})
"""Columns whose wording before a change is kept."""
_NOTED_ONCE = frozenset({"changed", "moved"})
"""What is one line of the trail in a sitting, however often it is done."""


@dataclass(frozen=True)
class Sitting:
    """Who is at the desk, since when.

    Attributes:
        key: Names this stay at the desk; what is saved again and again in it is noted once.
        actor: The account of the PC and the name that was given.
        now: The clock, in UTC.
    """

    key: str
    actor: str
    now: Callable[[], datetime.datetime]


def sitting_of(session: Session) -> Sitting:
    """Return who writes in this session."""
    sitting: Sitting = session.info["sitting"]
    return sitting


# ---------------------------------------------------------------- changes


def add(
    session: Session, shape: Shape, record: Record, owner: str = "", at: int | None = None
) -> Changes:
    """Add a record with all its parts.

    Args:
        session: The transaction.
        shape: Its kind.
        record: The record.
        owner: The uid of the record that it is a part of.
        at: Its place among the parts of the owner, from 0; None for the end.

    Raises:
        Refused: If it would be a part of a meeting whose record is frozen.
    """
    _guard_owner(session, shape, owner)
    place = _make_room(session, shape, owner, at) if shape.owner else 0
    for flat in flatten(record, shape, owner, place):
        session.add(flat.shape.row(**flat.values))
        session.flush()
        if flat.body:
            save_body(session, flat.shape, flat.uid, flat.body)
    return noted(session, shape, uid_of(record), "added")


def amend(session: Session, shape: Shape, uid: str, version: int | None, **values: Any) -> Changes:
    """Change columns of a record.

    Args:
        session: The transaction.
        shape: Its kind.
        uid: The record.
        version: The version that was read; None to change whatever stands there.
        **values: The new values, by column.

    Raises:
        StaleText: If the record was changed since that version was read.
        Refused: If it is a part of a meeting whose record is frozen.
    """
    row = fetch(session, shape, uid, version)
    different = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not different:
        return Changes()
    _guard(session, shape, uid, different)
    for name, value in different.items():
        if name in LASTING:
            keep_wording(session, uid, name, getattr(row, name))
        setattr(row, name, value)
    session.flush()
    return noted(session, shape, uid, "changed")


def write_body(
    session: Session, shape: Shape, uid: str, version: int | None, body: Body
) -> Changes:
    """Change the body of a record.

    Raises:
        StaleText: If the record was changed since that version was read.
        Refused: If it is a part of a meeting whose record is frozen.
    """
    row = fetch(session, shape, uid, version)
    _guard(session, shape, uid)
    if not _is_kept(session, uid, "body"):
        before = read_bodies(session, shape, [uid]).get(uid, ())
        if not save_body(session, shape, uid, body):
            return Changes()
        keep_wording(session, uid, "body", before)
    elif not save_body(session, shape, uid, body):
        return Changes()
    flag_modified(row, "position")  # a new body is a new version of its record
    session.flush()
    return noted(session, shape, uid, "changed")


def remove(session: Session, shape: Shape, uid: str) -> Changes:
    """Take a record away; it can be put back as it was.

    Raises:
        Refused: If it is a part of a meeting whose record is frozen, or such a meeting.
    """
    _guard(session, shape, uid)
    row = session.get_one(shape.row, uid)
    row.removed = sitting_of(session).now()
    session.flush()
    return noted(session, shape, uid, "removed")


def restore(session: Session, shape: Shape, uid: str) -> Changes:
    """Put a removed record back in its place.

    Raises:
        Refused: If it is a part of a meeting whose record is frozen.
    """
    _guard(session, shape, uid)
    row = session.get_one(shape.row, uid)
    row.removed = None
    session.flush()
    return noted(session, shape, uid, "restored")


def move(session: Session, shape: Shape, uid: str, to: int) -> Changes:
    """Put a record at another place among its owner's parts, from 0.

    Raises:
        Refused: If it is a part of a meeting whose record is frozen.
    """
    _guard(session, shape, uid)
    row: Any = session.get_one(shape.row, uid)
    owner = getattr(row, shape.owner)
    living = siblings(session, shape, owner)
    if uid not in living:
        return Changes()
    living.remove(uid)
    to = max(0, min(to, len(living)))
    order = siblings(session, shape, owner, removed=True)
    order.remove(uid)
    # What was removed keeps its place behind its neighbour, for the day when it comes back.
    order.insert(order.index(living[to - 1]) + 1 if to else 0, uid)
    return _moved(session, shape, order, uid)


def put_under(session: Session, shape: Shape, uid: str, owner: str, at: int | None) -> Changes:
    """Make a record a part of another owner, at a place from 0; None for the end.

    Raises:
        Refused: If it leaves, or comes to, a meeting whose record is frozen.
    """
    _guard(session, shape, uid)
    _guard_owner(session, shape, owner)
    left = noted(session, shape, uid, "moved away")
    row: Any = session.get_one(shape.row, uid)
    row.position = _make_room(session, shape, owner, at)
    setattr(row, shape.owner, owner)
    for other in shape.no_owners:
        setattr(row, other, None)
    session.flush()
    return left | noted(session, shape, uid, "moved here")


def put_at(session: Session, shape: Shape, order: list[str], uid: str, to: int) -> Changes:
    """Put a record at another place, from 0, among others given in their order."""
    if uid not in order:
        return Changes()
    others = [one for one in order if one != uid]
    others.insert(max(0, min(to, len(others))), uid)
    return _moved(session, shape, others, uid)


def _moved(session: Session, shape: Shape, order: list[str], uid: str) -> Changes:
    others = _number(session, shape, order)
    if not others:
        return Changes()
    moved = Changes(frozenset({kind_of(shape)}), frozenset(others))
    return moved | noted(session, shape, uid, "moved")


# ---------------------------------------------------------------- what they need


def _guard(session: Session, shape: Shape, uid: str, fields: Collection[str] = EVERY_FIELD) -> None:
    """Refuse a change of a record in a meeting that is frozen."""
    kind = kind_of(shape)
    if kind is Kind.ATTACHMENT and session.get_one(AttachmentRow, uid).report:
        kind = Kind.REPORT
    refuse_frozen(session, meeting_of(session, shape, uid), kind, fields)


def _guard_owner(session: Session, shape: Shape, owner: str) -> None:
    """Refuse a record that would come under an owner in a meeting that is frozen."""
    kind = Kind.REPORT if shape.owner == "report" else kind_of(shape)
    refuse_frozen(session, meeting_above(session, shape, owner), kind)


def fetch(session: Session, shape: Shape, uid: str, version: int | None) -> Any:
    """Return a row, if it still is of the version that was read.

    Raises:
        StaleText: If it is not, or is gone.
    """
    row: Any = session.get(shape.row, uid)
    if row is None or row.removed is not None:
        raise StaleText(uid)
    if version is not None and row.version != version:
        raise StaleText(uid)
    return row


def siblings(session: Session, shape: Shape, owner: str, *, removed: bool = False) -> list[str]:
    """Return the uids of an owner's parts in their order, removed ones only where asked for."""
    row: Any = shape.row
    query = select(row.uid).where(getattr(row, shape.owner) == owner)
    if not removed:
        query = query.where(row.removed.is_(None))
    return list(session.scalars(query.order_by(row.position, row.uid)))


def _make_room(session: Session, shape: Shape, owner: str, at: int | None) -> int:
    """Leave a place free among an owner's parts, and return its position."""
    order = siblings(session, shape, owner, removed=True)
    living = siblings(session, shape, owner)
    place = len(order)
    if at is not None and at < len(living):
        place = order.index(living[max(0, at)])
    _number(session, shape, [*order[:place], "", *order[place:]])
    return place


def _number(session: Session, shape: Shape, order: Sequence[str]) -> list[str]:
    """Give records the numbers of an order, and return those that had others.

    A place is no text: it makes no new version, so that who is writing there is not disturbed.
    """
    row: Any = shape.row
    had: dict[str, int] = {}
    for some in batches(order):
        asked = select(row.uid, row.position).where(row.uid.in_(some))
        had.update(session.execute(asked).tuples().all())
    wrong = {uid: at for at, uid in enumerate(order) if uid in had and had[uid] != at}
    for uid, place in wrong.items():
        session.execute(update(row).where(row.uid == uid).values(position=place))
    return list(wrong)


def _is_kept(session: Session, uid: str, field: str) -> bool:
    """Tell whether a text is kept as it stood before this sitting."""
    kept = select(WordingRow.id).where(
        WordingRow.record == uid,
        WordingRow.field == field,
        WordingRow.sitting == sitting_of(session).key,
    )
    return session.scalar(kept) is not None


def keep_wording(session: Session, uid: str, field: str, content: Any) -> None:
    """Keep a text as it stood before the first change of this sitting."""
    sitting = sitting_of(session)
    values = {
        "at": sitting.now(),
        "sitting": sitting.key,
        "record": uid,
        "field": field,
        "content": msgspec.json.encode(content).decode(),
    }
    session.execute(insert_or(WordingRow).values(**values).on_conflict_do_nothing())


def noted(session: Session, shape: Shape, uid: str, action: str) -> Changes:
    """Note a change in the trail, date its meeting, and put it up for the index."""
    write_in_trail(session, shape, uid, action)
    changes = put_up_for_index(session, shape, uid)
    now = sitting_of(session).now()
    dated = update(MeetingRow).where(MeetingRow.uid.in_(changes.meetings))
    session.execute(dated.values(changed=now))
    if project := project_of(session, shape, uid):
        session.execute(update(ProjectRow).where(ProjectRow.uid == project).values(changed=now))
    return changes


def write_in_trail(session: Session, shape: Shape, uid: str, action: str) -> None:
    """Note who did what to a record; what is saved again and again, once in a sitting."""
    sitting = sitting_of(session)
    noted_already = select(TrailRow.id).where(
        TrailRow.record == uid, TrailRow.sitting == sitting.key, TrailRow.action == action
    )
    if action in _NOTED_ONCE and session.scalar(noted_already.limit(1)) is not None:
        return
    line = {
        "at": sitting.now(),
        "sitting": sitting.key,
        "actor": sitting.actor,
        "action": action,
        "table": kind_of(shape).value,
        "record": uid,
    }
    session.execute(insert(TrailRow).values(**line))


def put_up_for_index(session: Session, shape: Shape, uid: str) -> Changes:
    """Let the index read a record again, with the meeting that it is a part of."""
    kind = kind_of(shape)
    meeting = meeting_of(session, shape, uid)
    if meeting:
        put_up(session, [(meeting, Kind.MEETING)])
    elif project := project_of(session, shape, uid):
        put_up(session, [(project, Kind.PROJECT)])
    else:
        put_up(session, [(uid, kind)])
    meetings = frozenset({meeting} if meeting else ())
    return Changes(frozenset({kind}), frozenset({uid}), meetings)


def put_up(session: Session, waiting: Iterable[tuple[str, Kind]]) -> None:
    """Put records in the queue of the index."""
    rows = [{"record": uid, "table": kind} for uid, kind in sorted(waiting)]
    if rows:
        session.execute(insert_or(SearchQueueRow).on_conflict_do_nothing(), rows)


def uid_of(record: Any) -> str:
    """Return the uid of a record."""
    uid: str = record.uid
    return uid
