"""Whole records from elsewhere, laid beside those on file: what would be new, what would change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Frozen, Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.i18n import msg
from bmahr_desktop.storage.base import Kept
from bmahr_desktop.storage.bodies import save_body
from bmahr_desktop.storage.edits import (
    LASTING,
    keep_wording,
    put_up,
    sitting_of,
)
from bmahr_desktop.storage.frozen import ALWAYS_OPEN, GOES_ON, frozen_meetings, words_of
from bmahr_desktop.storage.history import TrailRow
from bmahr_desktop.storage.meeting import FileRow
from bmahr_desktop.storage.shapes import COMMITTEE, PROJECT, SHAPES, Shape
from bmahr_desktop.storage.trees import FlatRow, batches, read_bodies
from bmahr_desktop.storage.wholes import kind_of, meeting_of, project_of

_MOST_TOLD = 20


@dataclass(frozen=True)
class Difference:
    """A field that differs."""

    field: str
    old: Any
    new: Any


@dataclass
class Merge:
    """What a set of records would do to those on file.

    Attributes:
        new: Records that are not on file.
        changed: Records on file, with what differs.
        back: Records that were removed here, and come back.
        gone: Parts on file that their owner no longer has; they would be removed.
        left: Meetings that would lose a part to another one.
        same: How many are on file just like that.
    """

    new: list[FlatRow] = field(default_factory=list)
    changed: list[tuple[FlatRow, list[Difference]]] = field(default_factory=list)
    back: list[FlatRow] = field(default_factory=list)
    gone: list[FlatRow] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    same: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be written."""
        return not (self.new or self.changed or self.back or self.gone)


def lay_beside(session: Session, rows: Iterable[FlatRow]) -> Merge:
    """Compare records with those on file; write nothing.

    Raises:
        Refused: If a uid stands for a record of another kind on file, or a meeting would change
            whose record is frozen.
    """
    by_table: dict[tuple[Kind, str], list[FlatRow]] = defaultdict(list)
    for row in rows:
        by_table[kind_of(row.shape), row.shape.owner].append(row)
    merge = Merge()
    incoming = {row.uid for some in by_table.values() for row in some}
    for some in by_table.values():
        shape = some[0].shape
        _compare(session, shape, some, merge)
        if shape.owner:
            merge.gone.extend(_gone(session, shape, incoming))
    for shape in _parts_of({row.shape.row: row.shape for s in by_table.values() for row in s}):
        if (kind_of(shape), shape.owner) not in by_table:
            merge.gone.extend(_gone(session, shape, incoming))
    _refuse_strangers(session, merge.new)
    _refuse_frozen(session, merge)
    return merge


def _refuse_frozen(session: Session, merge: Merge) -> None:
    """Refuse what would change a meeting whose record is frozen, all such meetings at once."""
    frozen = frozen_meetings(session)
    if not frozen:
        return
    rows = [row for row in (*merge.new, *merge.back, *merge.gone) if not _goes_on(row)]
    for row, differences in merge.changed:
        if _goes_on(row):
            continue
        goes_on = GOES_ON.get(kind_of(row.shape), frozenset()) | {"changed"}
        if not {one.field for one in differences} <= goes_on:
            rows.append(row)
    touched = {row.meeting for row in rows if row.meeting} | merge.left
    if closed := sorted(touched & frozen):
        raise Frozen(*(words_of(session, meeting) for meeting in closed))


def _goes_on(row: FlatRow) -> bool:
    """Tell whether a record is no part of the minutes, though of their meeting."""
    return kind_of(row.shape) in ALWAYS_OPEN or row.shape.owner == "report"


def _refuse_strangers(session: Session, new: Iterable[FlatRow]) -> None:
    """Refuse uids that are on file for something else: an index or a trail knows only uids."""
    uids = sorted(row.uid for row in new)
    known: set[str] = set()
    for table in {shape.row for shape in SHAPES.values()}:
        column = cast(Any, table).uid
        for some in batches(uids):
            known.update(session.scalars(select(column).where(column.in_(some))))
    if known:
        raise Refused(
            *(
                msg("The uid {uid} is on file already, for a record of another kind.", uid=uid)
                for uid in sorted(known)[:_MOST_TOLD]
            )
        )


def _compare(session: Session, shape: Shape, rows: Sequence[FlatRow], merge: Merge) -> None:
    table: Any = shape.row
    for uids in batches(row.uid for row in rows):
        found = {one.uid: one for one in session.scalars(select(table).where(table.uid.in_(uids)))}
        bodies = read_bodies(session, shape, uids) if shape.body else {}
        wanted = set(uids)
        for row in rows:
            if row.uid not in wanted:
                continue
            old = found.get(row.uid)
            if old is None:
                merge.new.append(row)
                continue
            differences = list(_differences(row, old, bodies.get(row.uid, ())))
            if any(one.field == shape.owner for one in differences):
                merge.left.update({meeting_of(session, shape, row.uid) or ""} - {row.meeting, ""})
            if old.removed is not None:
                merge.back.append(row)
            if differences:
                merge.changed.append((row, differences))
            elif old.removed is None:
                merge.same += 1


def _differences(row: FlatRow, old: Any, body: Body) -> Iterator[Difference]:
    for name, value in row.values.items():
        if getattr(old, name) != value:
            yield Difference(name, getattr(old, name), value)
    if row.body is not None and row.body != body:
        yield Difference("body", body, row.body)


def _gone(session: Session, shape: Shape, incoming: set[str]) -> Iterator[FlatRow]:
    """Yield parts on file that are not incoming, though their owner is."""
    table: Any = shape.row
    for some in batches(sorted(incoming)):
        living = select(table).where(table.removed.is_(None), getattr(table, shape.owner).in_(some))
        for row in session.scalars(living):
            if row.uid not in incoming:
                values = {name: getattr(row, name) for name in shape.columns}
                meeting = meeting_of(session, shape, row.uid)
                project = project_of(session, shape, row.uid)
                yield FlatRow(shape, row.uid, values, None, meeting, project)


def _parts_of(shapes: dict[Any, Shape]) -> Iterator[Shape]:
    for shape in shapes.values():
        yield from shape.parts.values()
        for inlined in shape.inlined.values():
            yield from inlined.parts.values()


# ---------------------------------------------------------------- writing it


def write_merge(session: Session, merge: Merge, files: Iterable[FileEntry]) -> Changes:
    """Write what a comparison found, all of it or nothing."""
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    for entry in files:
        known = {name: getattr(entry, name) for name in entry.__struct_fields__}
        session.execute(insert_or(FileRow).values(**known).on_conflict_do_nothing())
    _free_codes(session, merge)
    _insert(session, merge.new)
    held = _fetched(session, [*merge.back, *(row for row, _ in merge.changed), *merge.gone])
    for row in merge.back:
        _row(session, row.shape, row.uid).removed = None
    for row, differences in merge.changed:
        _change(session, row, differences)
    for row in merge.gone:
        _row(session, row.shape, row.uid).removed = sitting_of(session).now()
    session.flush()
    held.clear()
    return _noted(session, merge)


def _fetched(session: Session, rows: Iterable[FlatRow]) -> list[Kept]:
    """Read rows many at a time; while they are held, the session finds each without a query."""
    by_table: dict[type[Kept], list[str]] = defaultdict(list)
    for row in rows:
        by_table[row.shape.row].append(row.uid)
    return [
        one
        for table, uids in by_table.items()
        for some in batches(uids)
        for one in session.scalars(select(table).where(cast(Any, table).uid.in_(some)))
    ]


def _free_codes(session: Session, merge: Merge) -> None:
    """Let none hold the code that another one is about to get; codes are unique."""
    for row, differences in merge.changed:
        if row.shape in (COMMITTEE, PROJECT) and any(one.field == "code" for one in differences):
            _row(session, row.shape, row.uid).code = row.uid
    session.flush()


def _row(session: Session, shape: Shape, uid: str) -> Any:
    return session.get_one(shape.row, uid)


def _insert(session: Session, rows: Iterable[FlatRow]) -> None:
    tables: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    with_body = []
    for row in rows:
        values = {"uid": row.uid, "version": 1, "removed": None, **row.values}
        tables[row.shape.row, tuple(values)].append(values)
        if row.body:
            with_body.append(row)
    for (table, _), some in tables.items():
        session.execute(insert(table), some)
    for row in with_body:
        save_body(session, row.shape, row.uid, row.body or ())


def _change(session: Session, row: FlatRow, differences: Sequence[Difference]) -> None:
    old = _row(session, row.shape, row.uid)
    for one in differences:
        if one.field in LASTING or one.field == "body":
            keep_wording(session, row.uid, one.field, one.old)
        if one.field == "body":
            save_body(session, row.shape, row.uid, row.body or ())
            flag_modified(old, "position")  # a new body is a new version of its record
        else:
            setattr(old, one.field, one.new)


def _write_in_trail(session: Session, lines: Sequence[tuple[FlatRow, str]]) -> None:
    """Note many lines at once, what was changed again in this sitting not a second time."""
    sitting = sitting_of(session)
    noted: set[str] = set()
    for some in batches(row.uid for row, action in lines if action == "changed"):
        asked = select(TrailRow.record).where(
            TrailRow.sitting == sitting.key,
            TrailRow.action == "changed",
            TrailRow.record.in_(some),
        )
        noted.update(session.scalars(asked))
    now = sitting.now()
    values = [
        {
            "at": now,
            "sitting": sitting.key,
            "actor": sitting.actor,
            "action": action,
            "table": kind_of(row.shape).value,
            "record": row.uid,
        }
        for row, action in lines
        if action != "changed" or row.uid not in noted
    ]
    if values:
        session.execute(insert(TrailRow), values)


def _noted(session: Session, merge: Merge) -> Changes:
    """Note everything: of what is new only the uppermost, for its parts came with it."""
    new = {row.uid for row in merge.new}
    lines = [
        *((r, "imported") for r in merge.new if r.values.get(r.shape.owner) not in new),
        *((row, "restored") for row in merge.back),
        *((row, "changed") for row, _ in merge.changed),
        *((row, "removed") for row in merge.gone),
    ]
    _write_in_trail(session, lines)
    rows = [*merge.new, *merge.back, *(row for row, _ in merge.changed), *merge.gone]
    meetings = frozenset(row.meeting for row in rows if row.meeting) | merge.left
    put_up(session, {(meeting, Kind.MEETING) for meeting in meetings})
    put_up(session, {_entered_with(row) for row in rows if not row.meeting})
    return Changes(
        frozenset(kind_of(row.shape) for row in rows),
        frozenset(row.uid for row in rows),
        meetings,
    )


def _entered_with(row: FlatRow) -> tuple[str, Kind]:
    """Return what the index reads when a record that is no part of a meeting changed."""
    return (row.project, Kind.PROJECT) if row.project else (row.uid, kind_of(row.shape))
