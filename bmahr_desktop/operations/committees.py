"""Committees: founded, settled, and who sits in them."""

import datetime
import re
from dataclasses import dataclass

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bmahr_desktop.documents.fonts import fonts_here
from bmahr_desktop.domain.agenda import AgendaTemplate
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Committee, Membership
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.committee import CommitteeRow, MembershipRow, ModuleRow, TemplateRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import COMMITTEE, MEMBERSHIP, TEMPLATE
from bmahr_desktop.storage.trees import read_records

_CODE = re.compile("[A-Za-z0-9ก-๙._-]{1,20}")


def read_committee(session: Session, uid: str) -> Committee:
    """Return a committee with its settings.

    Raises:
        Refused: If it is not on file.
    """
    found = read_records(session, COMMITTEE, CommitteeRow.uid == uid)
    if not found:
        raise Refused(msg("The committee is no longer on file."))
    committee: Committee = found[0]
    return committee


def found_committee(session: Session, committee: Committee) -> Changes:
    """Put a new committee on file.

    Raises:
        Refused: If its code is taken, or is none.
    """
    check_code(session, committee.uid, committee.code)
    return records.add(session, Kind.COMMITTEE, committee)


def amend_committee(session: Session, uid: str, version: int | None, **fields: object) -> Changes:
    """Change a committee's names and settings.

    Raises:
        Refused: If its code is taken, or a value cannot stand.
        StaleText: If it was changed since that version was read.
    """
    if "code" in fields:
        check_code(session, uid, str(fields["code"]))
    return records.amend(session, Kind.COMMITTEE, uid, version, **fields)


def check_code(session: Session, uid: str, code: str) -> None:
    """Check that a committee may have a code.

    Raises:
        Refused: If it is taken, or is none.
    """
    if not _CODE.fullmatch(code):
        raise Refused(
            msg("A code is 1 to 20 letters, digits, dots or hyphens, without spaces, as “SHR”.")
        )
    others = select(CommitteeRow.code).where(
        CommitteeRow.uid != uid, CommitteeRow.removed.is_(None)
    )
    if code.casefold() in {other.casefold() for other in session.scalars(others)}:
        raise Refused(msg("The code “{code}” belongs to another committee.", code=code))


def remove_committee(session: Session, uid: str) -> Changes:
    """Take a committee off file with all that is its own; `restore_committee` undoes it.

    Raises:
        Refused: If it has meetings.
    """
    meetings = select(func.count()).where(MeetingRow.committee == uid, MeetingRow.removed.is_(None))
    if count := session.scalar(meetings):
        raise Refused(msg("The committee has {count} meetings on file.", count=count))
    changes = records.remove(session, Kind.COMMITTEE, uid)
    for kind, row in _PARTS:
        living = select(row.uid).where(row.committee == uid, row.removed.is_(None))
        for part in list(session.scalars(living)):
            changes |= records.remove(session, kind, part)
    return changes


def restore_committee(session: Session, uid: str) -> Changes:
    """Put a committee back, with what was removed with it.

    Raises:
        Refused: If its code was taken meanwhile.
    """
    removed = session.get_one(CommitteeRow, uid)
    check_code(session, uid, removed.code)
    since = removed.removed
    changes = records.restore(session, Kind.COMMITTEE, uid)
    for kind, row in _PARTS:
        # Its parts were removed right after it; what went before that stays away.
        with_it = select(row.uid).where(row.committee == uid, row.removed >= since)
        for part in list(session.scalars(with_it)):
            changes |= records.restore(session, kind, part)
    return changes


_PARTS: tuple[tuple[Kind, type[MembershipRow | TemplateRow | ModuleRow]], ...] = (
    (Kind.MEMBERSHIP, MembershipRow),
    (Kind.TEMPLATE, TemplateRow),
    (Kind.MODULE, ModuleRow),
)


# ---------------------------------------------------------------- seats and templates


def memberships_of(session: Session, committee: str) -> list[Membership]:
    """Return who sits, sat or will sit in a committee, in the order set by hand."""
    found = read_records(session, MEMBERSHIP, MembershipRow.committee == committee)
    return sorted(found, key=lambda one: (one.position, one.since or datetime.date.min))


def next_position(session: Session, committee: str) -> int:
    """Return the position behind the last seat."""
    last = select(func.max(MembershipRow.position)).where(
        MembershipRow.committee == committee, MembershipRow.removed.is_(None)
    )
    return (session.scalar(last) or 0) + 1


def templates_of(session: Session, committee: str) -> list[AgendaTemplate]:
    """Return a committee's usual agendas, in their order."""
    found = read_records(session, TEMPLATE, TemplateRow.committee == committee)
    return sorted(found, key=lambda one: one.position)


def add_seat(session: Session, seat: Membership) -> Changes:
    """Give somebody a seat, behind the last one of the committee.

    Raises:
        Refused: If a value cannot stand in its field.
    """
    placed = msgspec.structs.replace(seat, position=next_position(session, seat.committee))
    return records.add(session, Kind.MEMBERSHIP, placed)


def move_seat(session: Session, uid: str, by: int) -> Changes:
    """Move a seat up or down in the order of its committee."""
    committee = session.get_one(MembershipRow, uid).committee
    order = [one.uid for one in memberships_of(session, committee)]
    if uid not in order:
        return Changes()
    return edits.put_at(session, MEMBERSHIP, order, uid, max(0, order.index(uid) + by))


@dataclass(frozen=True)
class Seated:
    """A seat of somebody's, and the committee it is in."""

    seat: Membership
    committee: Committee


def seats_of(session: Session, person: str) -> list[Seated]:
    """Return where somebody sits, sat or will sit, the newest first."""
    found = read_records(session, MEMBERSHIP, MembershipRow.person == person)
    known = {one.uid: one for one in read_records(session, COMMITTEE)}
    found.sort(key=lambda one: one.since or datetime.date.min, reverse=True)
    return [Seated(one, known[one.committee]) for one in found if one.committee in known]


def add_template(session: Session, template: AgendaTemplate) -> Changes:
    """Put a usual agenda on file, behind the others of its committee.

    Raises:
        Refused: If a value cannot stand in its field.
    """
    last = max((one.position for one in templates_of(session, template.committee)), default=-1)
    return records.add(session, Kind.TEMPLATE, msgspec.structs.replace(template, position=last + 1))


def move_template(session: Session, uid: str, by: int) -> Changes:
    """Move a usual agenda up or down among those of its committee."""
    committee = session.get_one(TemplateRow, uid).committee
    order = [one.uid for one in templates_of(session, committee)]
    if uid not in order:
        return Changes()
    return edits.put_at(session, TEMPLATE, order, uid, max(0, order.index(uid) + by))


def list_templates(session: Session) -> list[AgendaTemplate]:
    """Return the usual agendas of all committees, in their order."""
    return sorted(read_records(session, TEMPLATE), key=lambda one: one.position)


def paper_fonts() -> list[str]:
    """Return the fonts that this PC can set papers in, the bundled one first."""
    return fonts_here()
