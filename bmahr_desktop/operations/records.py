"""What can be done to any record: amend it, write its body, take it away, put it elsewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.records import Record
from bmahr_desktop.i18n import msg
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.shapes import SHAPES
from bmahr_desktop.storage.trees import read_parts, read_records

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]|[\ud800-\udfff]")


@dataclass(frozen=True)
class Read:
    """A record as a screen works on it.

    Attributes:
        record: The record.
        versions: Its version and that of each of its parts, by uid.
    """

    record: Any
    versions: dict[str, int]


def read(session: Session, kind: Kind, uid: str, *, shallow: bool = False) -> Read:
    """Return a record to work on.

    Args:
        session: The records.
        kind: Of which kind the record is.
        uid: The record.
        shallow: Leave its parts out.

    Raises:
        Refused: If it is not on file.
    """
    row: Any = SHAPES[kind].row
    versions: dict[str, int] = {}
    found = read_records(session, SHAPES[kind], row.uid == uid, versions=versions, shallow=shallow)
    if not found:
        raise Refused(msg("This is no longer on file."))
    return Read(found[0], versions)


def read_parts_of(session: Session, kind: Kind, owner: str) -> list[Read]:
    """Return an owner's parts of one kind, in their order."""
    versions: dict[str, int] = {}
    found = read_parts(session, SHAPES[kind], [owner], versions).get(owner, [])
    return [Read(record, versions) for record in found]


def amend(session: Session, kind: Kind, uid: str, version: int | None, /, **fields: Any) -> Changes:
    """Change fields of a record.

    Args:
        session: The transaction.
        kind: Of which kind the record is.
        uid: The record.
        version: The version that the screen read; None to change whatever stands there.
        **fields: The new values, by field.

    Raises:
        StaleText: If the record was changed since that version was read.
        Refused: If a value cannot stand in its field.
    """
    shape = SHAPES[kind]
    checked = {name: checked_value(shape.record, name, value) for name, value in fields.items()}
    return edits.amend(session, shape, uid, version, **checked)


def add(
    session: Session, kind: Kind, record: Record, owner: str = "", at: int | None = None
) -> Changes:
    """Add a record with its parts.

    Args:
        session: The transaction.
        kind: Of which kind the record is.
        record: The record.
        owner: The uid of the record that it is a part of.
        at: Its place among its neighbours, from 0; None for the end.

    Raises:
        Refused: If a value cannot stand in its field.
    """
    shape = SHAPES[kind]
    for name in record.__struct_fields__:
        checked_value(shape.record, name, getattr(record, name))
    return edits.add(session, shape, record, owner, at)


def write_body(session: Session, kind: Kind, uid: str, version: int | None, body: Body) -> Changes:
    """Change the body of a section or an appendix.

    Raises:
        StaleText: If the record was changed since that version was read.
        Refused: If the body cannot stand.
    """
    shape = SHAPES[kind]
    return edits.write_body(session, shape, uid, version, checked_value(shape.record, "body", body))


def remove(session: Session, kind: Kind, uid: str) -> Changes:
    """Take a record away with its parts; `restore` puts it back."""
    return edits.remove(session, SHAPES[kind], uid)


def restore(session: Session, kind: Kind, uid: str) -> Changes:
    """Put a record back that was taken away."""
    return edits.restore(session, SHAPES[kind], uid)


def move(session: Session, kind: Kind, uid: str, to: int) -> Changes:
    """Put a record at another place among its neighbours, from 0."""
    return edits.move(session, SHAPES[kind], uid, to)


def place_of(session: Session, kind: Kind, uid: str) -> int:
    """Return the place of a record among its neighbours, from 0."""
    shape = SHAPES[kind]
    row: Any = session.get_one(shape.row, uid)
    return edits.siblings(session, shape, getattr(row, shape.owner)).index(uid)


def version_of(session: Session, kind: Kind, uid: str) -> int:
    """Return the version of a record, to be given back when it is amended."""
    row: Any = SHAPES[kind].row
    version: int = session.scalars(select(row.version).where(row.uid == uid)).one()
    return version


def checked_value(record: type[Record], name: str, value: Any) -> Any:
    """Return a value that may stand in a field of a record.

    Raises:
        Refused: If it may not; the words say why.
    """
    refuse_forbidden(value)
    try:
        # Taken apart first: a record inside the value would else be taken unseen.
        return msgspec.convert(msgspec.to_builtins(value), _fields(record)[name])
    except msgspec.ValidationError as error:
        raise Refused(_worded(str(error), value)) from error


def value_in(record: Any, name: str) -> Any:
    """Return a field of a record; "online.room" is one of a value in it, None without one."""
    for step in name.split("."):
        inside = isinstance(record, Mapping)
        record = record.get(step) if inside else getattr(record, step, None)
    return record


def replaced_in(holder: Any, name: str, value: Any) -> Any:
    """Return what holds a field with another value there; None takes it out of a mapping."""
    if not isinstance(holder, Mapping):
        return msgspec.structs.replace(holder, **{name: value})
    others = {key: one for key, one in holder.items() if key != name}
    return others if value is None else others | {name: value}


@cache
def _fields(record: type[Record]) -> Mapping[str, Any]:
    return get_type_hints(record, include_extras=True)


def refuse_forbidden(value: Any) -> None:
    """Refuse a text with characters that no text may hold: controls, half surrogate pairs.

    Raises:
        Refused: With the character's number.
    """
    if found := _FORBIDDEN.search("\n".join(_texts_in(value))):
        code = f"U+{ord(found[0]):04X}"
        raise Refused(msg("The text holds a character that no text may hold: {code}", code=code))


def _texts_in(value: Any) -> Iterator[str]:
    """Yield every text in a value, in no order. A long body is looked through at each saving."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if type(one) is str:
            yield one
        elif type(one) is tuple:
            waiting.extend(one)
        elif isinstance(one, Record):
            waiting.extend(msgspec.structs.astuple(one))


def _worded(words: str, value: Any) -> Any:
    if found := re.search(r"length <= (\d+)", words):
        return msg(
            "The text is too long: {length} characters; there is room for {most}.",
            length=len(value) if isinstance(value, str) else "?",
            most=int(found[1]),
        )
    if re.search(r"length >= 1\b", words):
        return msg("Something must be written here.")
    return msg("This cannot stand here: {words}", words=words)
