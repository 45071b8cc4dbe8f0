"""What could not be written to the file: kept beside it, found again, offered back, put in."""

import datetime
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.addresses import address_of
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.places import DataPlace
from bmahr_desktop.storage.shapes import SHAPES
from bmahr_desktop.storage.trees import read_bodies

BODY = "body"
_PATTERN = "unkept-*.json"
_PASSING = "bmahr-"
"""Before the name of a rescue among the PC's passing files."""
_LARGEST = 64 * 1024 * 1024


class RescuedText(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field of a record, as it was typed and could not be written.

    Attributes:
        kind: Of which kind the record is.
        uid: The record.
        field: The field; "online.room" for one of a value in it.
        value: What was typed, as exchange files write it.
        before: What stood on file when it was typed.
        at: When it was typed.
        place: Where it belongs, in words, for who opens this file in an editor.
        words: The same as `value`, in words.
    """

    kind: Kind
    uid: str
    field: str
    value: msgspec.Raw
    before: msgspec.Raw
    at: datetime.datetime
    place: str = ""
    words: str = ""


class Rescue(msgspec.Struct, frozen=True):
    """A file of what could not be written.

    Attributes:
        file: The file of records that it belongs to.
    """

    format: Literal["bmahr-desktop rescue"]
    version: Literal[1]
    file: str
    written: datetime.datetime
    texts: tuple[RescuedText, ...]


@dataclass(frozen=True)
class Offer:
    """A rescued text beside what stands on file.

    Attributes:
        path: The file that it was found in.
        text: The text.
        value: What was typed.
        now: What stands there now.
        gone: Whether its record is not on file any longer.
        address: Where it belongs, from the meeting down; empty when that is not known.
    """

    path: Path
    text: RescuedText
    value: Any
    now: Any
    gone: bool
    address: tuple[Message, ...]


def rescued(
    kind: Kind,
    uid: str,
    field: str,
    before: Any,
    value: Any,
    at: datetime.datetime,
    place: str = "",
) -> RescuedText:
    """Return a text to be kept beside the file."""
    typed, stood = (msgspec.Raw(msgspec.json.encode(one)) for one in (value, before))
    return RescuedText(kind, uid, field, typed, stood, at, place, in_words(value))


def in_words(value: Any) -> str:
    """Return a value of a field as a person reads it."""
    if isinstance(value, str) or value is None:
        return value or ""
    if isinstance(value, tuple):
        if all(isinstance(one, str) for one in value):
            return "\n".join(value)
        return words_of(value)
    return str(value)


# ---------------------------------------------------------------- kept beside the file


def keep_aside(
    place: DataPlace,
    passing: Path,
    name: str,
    texts: Sequence[RescuedText],
    now: datetime.datetime,
) -> Path:
    """Write what could not be written to the file, over what was kept under this name before.

    Args:
        place: Of the file.
        passing: The PC's folder of passing files, for when the file's own disk is full or away.
        name: Names the program that runs now.
        texts: All that is not on file.
        now: The time.

    Returns:
        The file that it is in.

    Raises:
        Refused: If it can be written nowhere.
    """
    file = str(place.file.absolute())
    rescue = Rescue("bmahr-desktop rescue", 1, file, now, tuple(texts))
    data = msgspec.json.format(msgspec.json.encode(rescue))
    near, far = _places(place, passing, name)
    try:
        if not place.file.exists():  # nor make folders where a disk belongs
            raise Refused
        write_whole(near, data, private=True)
    except (Refused, OSError):
        write_whole(far, data, private=True)
        return far
    _unlink(far)
    return near


def forget_aside(place: DataPlace, passing: Path, name: str) -> None:
    """Take away what was kept under a name: all of it is on file."""
    for path in _places(place, passing, name):
        _unlink(path)


def _unlink(path: Path) -> None:
    with suppress(OSError):  # what stays is offered once more, and found to be on file
        path.unlink(missing_ok=True)


def _places(place: DataPlace, passing: Path, name: str) -> tuple[Path, Path]:
    named = _PATTERN.replace("*", name)
    return place.rescue / named, passing / f"{_PASSING}{named}"


# ---------------------------------------------------------------- found again


def find_offers(session: Session, place: DataPlace, passing: Path) -> list[Offer]:
    """Return what was kept beside this file and is not on it, in the order of its places.

    Args:
        session: The records.
        place: Of the file.
        passing: The PC's folder of passing files.
    """
    found: list[Offer] = []
    for path, rescue in _rescues(place, passing):
        if path.parent == passing and not _belongs(session, rescue, place):
            continue
        offers = [_offer(session, path, text) for text in rescue.texts]
        found += [one for one in offers if one.gone or one.value != one.now]
        if not any(one.gone or one.value != one.now for one in offers):
            _put_away(place, path)
    return found


def _rescues(place: DataPlace, passing: Path) -> Iterator[tuple[Path, Rescue]]:
    near = sorted(place.rescue.glob(_PATTERN))
    for path in (*near, *sorted(passing.glob(f"{_PASSING}{_PATTERN}"))):
        rescue = _read(path)
        if rescue is not None:
            yield path, rescue


def _read(path: Path) -> Rescue | None:
    """Return what a file holds; None for one that is not whole, not ours, or another person's."""
    try:
        about = path.stat()
        if about.st_size > _LARGEST or about.st_uid != (
            os.getuid() if hasattr(os, "getuid") else 0
        ):
            return None
        return msgspec.json.decode(path.read_bytes(), type=Rescue)
    except (OSError, msgspec.MsgspecError):
        return None


def _belongs(session: Session, rescue: Rescue, place: DataPlace) -> bool:
    """Tell whether a rescue far from any file is of this one; its disk may have another name."""
    file = Path(rescue.file)
    if file == place.file.absolute():
        return True
    return not _is_there(file) and any(_is_on_file(session, text) for text in rescue.texts)


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return False


def _is_on_file(session: Session, text: RescuedText) -> bool:
    row: Any = SHAPES[text.kind].row
    return session.scalar(select(row.uid).where(row.uid == text.uid)) is not None


def _offer(session: Session, path: Path, text: RescuedText) -> Offer:
    address = address_of(session, text.kind, text.uid)
    try:
        value = _unpacked(text)
        now = value_of(session, text.kind, text.uid, text.field)
    except (Refused, msgspec.MsgspecError, KeyError):  # removed, or of an older program's shape
        return Offer(path, text, text.words, None, True, address)
    return Offer(path, text, value, now, False, address)


def _unpacked(text: RescuedText) -> Any:
    kind: Any = SHAPES[text.kind].record
    for step in text.field.split("."):
        if get_origin(kind) is dict:
            kind = get_args(kind)[1]
            continue
        inner = [kind, *get_args(kind)]
        holder = next(one for one in inner if hasattr(one, "__struct_fields__"))
        kind = get_type_hints(holder, include_extras=True)[step]
    return msgspec.json.decode(text.value, type=kind)


def value_of(session: Session, kind: Kind, uid: str, field: str) -> Any:
    """Return what stands in a field.

    Raises:
        Refused: If the record is not on file any longer.
    """
    record = records.read(session, kind, uid, shallow=True).record
    if field == BODY:
        return read_bodies(session, SHAPES[kind], [uid]).get(uid, ())
    return records.value_in(record, field)


# ---------------------------------------------------------------- put in


Operation = Callable[..., Changes]


def write_late(
    session: Session,
    kind: Kind,
    uid: str,
    field: str,
    before: Any,
    value: Any,
    operation: Operation = records.amend,
) -> Changes:
    """Write what could not be written when it was typed, if nothing else was written meanwhile.

    Args:
        session: The transaction.
        kind: Of which kind the record is.
        uid: The record.
        field: The field; "online.room" for one of a value in it.
        before: What stood there when it was typed.
        value: What was typed.
        operation: What writes a field of such a record.

    Raises:
        StaleText: If something else stands there by now.
        Refused: If the record is gone, or the value cannot stand there.
    """
    now = value_of(session, kind, uid, field)
    if now == value:
        return Changes()
    if now != before:
        raise StaleText(uid)
    return _write(session, kind, uid, field, value, operation)


def put_in(session: Session, offer: Offer) -> Changes:
    """Write a rescued text in place of what stands there; that wording is kept.

    Raises:
        StaleText: If what stands there is not what was shown.
        Refused: If the record is gone, or the value cannot stand there.
    """
    text = offer.text
    return write_late(session, text.kind, text.uid, text.field, offer.now, offer.value)


def _write(
    session: Session, kind: Kind, uid: str, field: str, value: Any, operation: Operation
) -> Changes:
    if field == BODY:
        return records.write_body(session, kind, uid, None, value)
    outer, _, inner = field.partition(".")
    if inner:
        holder = getattr(records.read(session, kind, uid, shallow=True).record, outer)
        if holder is None:
            raise StaleText(uid)
        value = records.replaced_in(holder, inner, value)
    return operation(session, kind, uid, None, **{outer: value})


def settle(place: DataPlace, decided: Sequence[Offer]) -> None:
    """Offer no more what was decided; the files stay as they are in ``rescue/done``.

    Args:
        place: Of the file of records.
        decided: What was put in, or is not wanted.
    """
    for path in {one.path for one in decided}:
        done = {_key(one.text) for one in decided if one.path == path}
        rescue = _read(path)
        if rescue is None:
            continue
        left = tuple(text for text in rescue.texts if _key(text) not in done)
        _put_away(place, path)
        if left:
            data = msgspec.json.encode(msgspec.structs.replace(rescue, texts=left))
            write_whole(path, msgspec.json.format(data), private=True)


def _put_away(place: DataPlace, path: Path) -> None:
    """Move a file to those that are done with; a copy that cannot be made is no reason to ask."""
    done = place.rescue / "done" / path.name
    number = 1
    while done.exists():
        number += 1
        done = done.with_name(f"{path.stem}-{number}.json")
    try:
        write_whole(done, path.read_bytes(), private=True)
        path.unlink()
    except (OSError, Refused):  # it is offered again next time
        return


def _key(text: RescuedText) -> tuple[Kind, str, str]:
    return text.kind, text.uid, text.field


def address_in_words(address: Sequence[Message]) -> str:
    """Return an address on one line."""
    return " › ".join(worded(step) for step in address)
