"""Two people, or two units, that are one: merged without losing what was, and taken apart again.

What was printed stays as printed: only the links of other records are turned to the one that stays.
The one merged away is kept, marked as removed, and points to the one that it became.
"""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.people import list_units, units_below
from bmahr_desktop.operations.references import listing_rows, naming_rows
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.history import JoinRow
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.shapes import SHAPES, Shape
from bmahr_desktop.storage.wholes import kind_of

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("honorific", "name", "job", "unit"),
    Kind.UNIT: ("name", "short_name", "code", "parent"),
}
"""What may differ between two records, and is chosen."""


@dataclass(frozen=True)
class Joined:
    """A merging that is still in force.

    Attributes:
        number: Names it.
        at: When it was done.
        kind: Person or unit.
        away: What the one merged away was called.
        into: What the one that stays is called now.
        into_uid: That record.
    """

    number: int
    at: datetime.datetime
    kind: Kind
    away: str
    into: str
    into_uid: str


def differing_fields(one: Any, other: Any, kind: Kind) -> tuple[str, ...]:
    """Return the fields in which two records differ and between which one may choose.

    Of units that belong to each other, the place of neither is to be chosen.
    """
    related = kind is Kind.UNIT and (one.parent == other.uid or other.parent == one.uid)
    return tuple(
        name
        for name in FIELDS[kind]
        if getattr(one, name) != getattr(other, name) and not (related and name == "parent")
    )


def merge(session: Session, kind: Kind, away: str, into: str, values: Mapping[str, Any]) -> Changes:
    """Let one record stand for two.

    Args:
        session: The transaction.
        kind: Person or unit.
        away: The uid that goes; everything that names it will name the other.
        into: The uid that stays.
        values: Fields of the one that stays which are to be as given.

    Raises:
        Refused: If either is no longer on file, a value cannot stand, or a unit would come to
            belong to itself.
    """
    shape = SHAPES[kind]
    gone, stays = _living(session, shape, away), _living(session, shape, into)
    if gone is stays:
        raise Refused(msg("These are one record already."))
    values = {name: value for name, value in values.items() if getattr(stays, name) != value}
    if kind is Kind.UNIT:
        _refuse_circle(session, away, into, values)
    before = {name: getattr(stays, name) for name in values}
    changes = records.amend(session, kind, into, None, **values)
    pointed, turned = _turn(session, kind, away, into)
    gone.merged_into = into
    session.flush()
    changes |= turned | edits.remove(session, shape, away)
    edits.write_in_trail(session, shape, away, f"merged into {into}")
    session.add(
        JoinRow(
            at=edits.sitting_of(session).now(),
            table=kind.value,
            record=away,
            into=into,
            before=json.dumps(before, ensure_ascii=False),
            after=json.dumps(dict(values), ensure_ascii=False),
            pointed=json.dumps(pointed),
            undone=None,
        )
    )
    session.flush()
    return changes


def _living(session: Session, shape: Shape, uid: str) -> Any:
    row: Any = session.get(shape.row, uid)
    if row is None or row.removed is not None:
        raise Refused(msg("This is no longer on file."))
    return row


def _refuse_circle(session: Session, away: str, into: str, values: Mapping[str, Any]) -> None:
    units = list_units(session)
    above = {one.uid: one.parent for one in units}
    if above.get(into) == away or into in units_below(units, away):
        raise Refused(
            msg("The unit that goes stands above the one that stays. Let the upper one stay.")
        )
    parent = values.get("parent")
    if parent is not None and parent in {into, away, *units_below(units, into)}:
        raise Refused(msg("A unit cannot belong to itself or to one of its own units."))


def _turn(session: Session, kind: Kind, away: str, into: str) -> tuple[list[Any], Changes]:
    """Let all that names one record name another, and return what was turned."""
    pointed: list[Any] = []
    rows: list[tuple[Shape, str]] = []
    for shape, column, row in naming_rows(session, kind, away):
        setattr(row, column, into)
        pointed.append([kind_of(shape).value, row.uid, column])
        rows.append((shape, row.uid))
    for shape, column, row in listing_rows(session, kind, away):
        before = list(getattr(row, column))
        after = _listed_once([into if one == away else one for one in before])
        setattr(row, column, tuple(after))
        pointed.append([kind_of(shape).value, row.uid, column, before, after])
        rows.append((shape, row.uid))
    session.flush()
    return pointed, _noted(session, rows)


def _listed_once(uids: list[str]) -> list[str]:
    return list(dict.fromkeys(uids))


def _noted(session: Session, rows: list[tuple[Shape, str]]) -> Changes:
    """Note in the trail what was turned; no meeting is dated by it, for no paper changes."""
    changes = Changes()
    for shape, uid in dict.fromkeys((shape.row, uid) for shape, uid in rows):
        found = next(one for one, _ in rows if one.row is shape)
        edits.write_in_trail(session, found, uid, "turned")
        changes |= edits.put_up_for_index(session, found, uid)
    return changes


# ---------------------------------------------------------------- taken apart


def list_joined(session: Session, kind: Kind) -> list[Joined]:
    """Return the mergings of people or of units that can be taken back, the newest first."""
    table: Any = SHAPES[kind].row
    asked = select(JoinRow).where(JoinRow.table == kind.value, JoinRow.undone.is_(None))
    found = []
    for join in session.scalars(asked.order_by(JoinRow.id.desc())):
        away, into = session.get(table, join.record), session.get(table, join.into)
        if away is None or into is None or away.merged_into != join.into:
            continue
        names = [_called(one, kind) for one in (away, into)]
        found.append(Joined(join.id, join.at, kind, names[0], names[1], join.into))
    return found


def _called(row: Any, kind: Kind) -> str:
    shape = SHAPES[kind]
    record: Any = shape.record(**{name: getattr(row, name) for name in shape.columns})
    return str(record.printed if kind is Kind.PERSON else record.name)


def latest_merge(session: Session, away: str) -> int:
    """Return the number of the merging in which a record last went.

    Raises:
        Refused: If it went in none.
    """
    asked = select(JoinRow.id).where(JoinRow.record == away, JoinRow.undone.is_(None))
    number = session.scalars(asked.order_by(JoinRow.id.desc()).limit(1)).first()
    if number is None:
        raise Refused(msg("This was taken back already."))
    return number


def take_apart(session: Session, number: int) -> Changes:
    """Take a merging back: both records are there again, and what was turned is turned back.

    What was changed by hand since then stays as it is now.

    Raises:
        Refused: If it was taken back already, or the one that stayed has itself gone since.
    """
    join = session.get(JoinRow, number)
    if join is None or join.undone is not None:
        raise Refused(msg("This was taken back already."))
    kind = Kind(join.table)
    shape = SHAPES[kind]
    away: Any = session.get_one(shape.row, join.record)
    into: Any = session.get_one(shape.row, join.into)
    if into.removed is not None:
        raise Refused(
            msg(
                "“{name}” was itself merged into another, or removed. Take that back first.",
                name=_called(into, kind),
            )
        )
    changes = _turn_back(session, join)
    away.merged_into = None
    join.undone = edits.sitting_of(session).now()
    session.flush()
    changes |= edits.restore(session, shape, join.record)
    return changes | _put_back_values(session, kind, join)


def _turn_back(session: Session, join: JoinRow) -> Changes:
    rows: list[tuple[Shape, str]] = []
    for table, uid, column, *lists in json.loads(join.pointed):
        shape = SHAPES[Kind(table)]
        row: Any = session.get(shape.row, uid)
        now = getattr(row, column, None)
        if lists and now == tuple(lists[1]):
            setattr(row, column, tuple(lists[0]))
        elif not lists and now == join.into:
            setattr(row, column, join.record)
        else:
            continue
        rows.append((shape, uid))
    session.flush()
    return _noted(session, rows)


def _put_back_values(session: Session, kind: Kind, join: JoinRow) -> Changes:
    row: Any = session.get_one(SHAPES[kind].row, join.into)
    after = json.loads(join.after)
    back = {
        name: value
        for name, value in json.loads(join.before).items()
        if getattr(row, name) == after[name]
    }
    return records.amend(session, kind, join.into, None, **back) if back else Changes()


# ---------------------------------------------------------------- what comes from elsewhere


def survivors(session: Session) -> dict[str, str]:
    """Return the uid that stands now for each uid that was merged away."""
    became: dict[str, str] = {}
    for row in (PersonRow, UnitRow):
        asked = select(row.uid, row.merged_into).where(
            row.removed.is_not(None), row.merged_into.is_not(None)
        )
        became.update(session.execute(asked).tuples().all())  # type: ignore[arg-type]
    return {uid: _last(became, uid) for uid in became}


def former_names(session: Session) -> list[tuple[str, str]]:
    """Return what people merged away were called, with the uid of whom they became."""
    became = survivors(session)
    asked = select(PersonRow.uid, PersonRow.name).where(
        PersonRow.merged_into.is_not(None), PersonRow.removed.is_not(None)
    )
    found = session.execute(asked.order_by(PersonRow.uid)).tuples()
    return [(name, became[uid]) for uid, name in found]


def _last(became: Mapping[str, str], uid: str) -> str:
    seen = {uid}
    while uid in became and became[uid] not in seen:
        uid = became[uid]
        seen.add(uid)
    return uid


def with_survivors(session: Session, exchange: Exchange) -> Exchange:
    """Return records from elsewhere that name those merged away by those they became.

    The merged-away records themselves are left out: what the one that stays is called was chosen
    by hand. A link to a survivor that is neither in the file nor on file cannot be, since
    survivors are on file.
    """
    became = survivors(session)
    if not became:
        return exchange
    raw = msgspec.to_builtins(exchange)
    if not _holds(raw, became):
        return exchange
    for name in ("units", "people"):
        if name in raw:
            raw[name] = [one for one in raw[name] if one["uid"] not in became]
    return msgspec.convert(with_uids(raw, became), Exchange, strict=False)


def _holds(node: Any, became: Mapping[str, str]) -> bool:
    if isinstance(node, str):
        return node in became
    if isinstance(node, dict):
        return any(_holds(one, became) for one in node.values())
    return isinstance(node, list | tuple) and any(_holds(one, became) for one in node)


def with_uids(node: Any, became: Mapping[str, str]) -> Any:
    """Return plain values in which some uids are replaced by those that they mean."""
    if isinstance(node, str):
        return became.get(node, node)
    if isinstance(node, dict):
        return {name: with_uids(one, became) for name, one in node.items()}
    if isinstance(node, list | tuple):
        return [with_uids(one, became) for one in node]
    return node
