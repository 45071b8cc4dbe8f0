"""The corrections that a committee makes in minutes: in a matter, or from answers by letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Circulation, Correction
from bmahr_desktop.domain.changes import NOTHING, Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.storage.agenda import CorrectionRow
from bmahr_desktop.storage.meeting import MeetingRow


@dataclass(frozen=True)
class Owner:
    """Where corrections are made.

    Attributes:
        kind: A matter of the meeting that adopts, or the meeting whose minutes went round.
        uid: Which.
    """

    kind: Kind
    uid: str


def read_corrections(session: Session, owner: Owner) -> list[Read]:
    """Return the corrections made somewhere, in their order."""
    if owner.kind is Kind.MATTER:
        return records.read_parts_of(session, Kind.CORRECTION, owner.uid)
    circulated = _circulated(session, owner.uid)
    return [Read(one, {one.uid: 0}) for one in circulated.corrections]


def read_correction(session: Session, uid: str) -> Read:
    """Return a correction, wherever it is made.

    Raises:
        Refused: If it is no longer on file.
    """
    meeting = _meeting_of(session, uid)
    if meeting is None:
        return records.read(session, Kind.CORRECTION, uid)
    one = next(one for one in _circulated(session, meeting).corrections if one.uid == uid)
    return Read(one, {uid: 0})


def add(session: Session, owner: Owner, made: Correction, at: int | None = None) -> Changes:
    """Add a correction, at a place from 0; None for the end.

    Raises:
        Refused: If a value cannot stand in its field, or the record is closed.
    """
    if owner.kind is Kind.MATTER:
        return records.add(session, Kind.CORRECTION, made, owner.uid, at)
    listed = list(_circulated(session, owner.uid).corrections)
    listed.insert(len(listed) if at is None else at, made)
    return _keep(session, owner.uid, listed)


def amend(
    session: Session, _kind: Kind, uid: str, version: int | None, /, **fields: Any
) -> Changes:
    """Change fields of a correction, wherever it is made.

    Other old words stand elsewhere: unless their place is given, it is not known any longer.

    Args:
        session: The transaction.
        uid: The correction.
        version: The version that was read; None to change whatever stands there.
        **fields: The new values, by field.

    Raises:
        StaleText: If it was changed since that version was read, or is gone.
        Refused: If a value cannot stand in its field, or the record is closed.
    """
    before: Correction = read_correction(session, uid).record
    if "old" in fields and fields["old"] != before.old:
        fields = {"place": None} | fields
    meeting = _meeting_of(session, uid)
    if meeting is None:
        return records.amend(session, Kind.CORRECTION, uid, version, **fields)
    checked = {
        name: records.checked_value(Correction, name, value) for name, value in fields.items()
    }
    after = msgspec.structs.replace(before, **checked)
    listed = _circulated(session, meeting).corrections
    return _keep(session, meeting, [after if one.uid == uid else one for one in listed])


def remove(session: Session, owner: Owner, uid: str) -> Changes:
    """Take a correction away; `put_back` puts it back."""
    if owner.kind is Kind.MATTER:
        return records.remove(session, Kind.CORRECTION, uid)
    listed = _circulated(session, owner.uid).corrections
    return _keep(session, owner.uid, [one for one in listed if one.uid != uid])


def put_back(session: Session, owner: Owner, gone: Correction, at: int) -> Changes:
    """Put a correction back that was taken away.

    Args:
        session: The transaction.
        owner: Where it was made.
        gone: The correction.
        at: Its place, from 0.
    """
    if owner.kind is Kind.MATTER:
        return records.restore(session, Kind.CORRECTION, gone.uid)
    return add(session, owner, gone, at)


def move(session: Session, owner: Owner, uid: str, to: int) -> Changes:
    """Put a correction at another place among its neighbours, from 0."""
    if owner.kind is Kind.MATTER:
        return records.move(session, Kind.CORRECTION, uid, to)
    listed = list(_circulated(session, owner.uid).corrections)
    one = next((one for one in listed if one.uid == uid), None)
    if one is None:
        return NOTHING
    listed.remove(one)
    listed.insert(max(0, min(to, len(listed))), one)
    return _keep(session, owner.uid, listed)


# ---------------------------------------------------------------- from answers


def _circulated(session: Session, meeting: str) -> Circulation:
    row = session.get(MeetingRow, meeting)
    if row is None or row.removed is not None:
        raise Refused(msg("The meeting is no longer on file."))
    return row.circulated or Circulation()


def _keep(session: Session, meeting: str, listed: Sequence[Correction]) -> Changes:
    before = _circulated(session, meeting)
    if before.decided is not None:
        raise Refused(msg("The minutes are adopted already."))
    circulated = msgspec.structs.replace(before, corrections=tuple(listed))
    return records.amend(session, Kind.MEETING, meeting, None, circulated=circulated)


def _meeting_of(session: Session, uid: str) -> str | None:
    """Return the meeting among whose answers a correction is; None for one in a matter."""
    if session.get(CorrectionRow, uid) is not None:
        return None
    packed = type_coerce(MeetingRow.circulated, String)
    found = session.scalar(select(MeetingRow.uid).where(packed.contains(uid)).limit(1))
    if found is None:
        raise StaleText(uid)
    return found
