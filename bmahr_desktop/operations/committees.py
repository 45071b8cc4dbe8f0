"""Committees: founded, settled, and who sits in them."""

import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.agenda import AgendaTemplate
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Committee, Membership
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.storage.committee import CommitteeRow, MembershipRow, TemplateRow
from bmahr_desktop.storage.shapes import COMMITTEE, MEMBERSHIP, TEMPLATE
from bmahr_desktop.storage.trees import read_records


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
        Refused: If its code is taken.
    """
    _refuse_taken(session, committee.uid, committee.code)
    return records.add(session, Kind.COMMITTEE, committee)


def amend_committee(session: Session, uid: str, version: int | None, **fields: object) -> Changes:
    """Change a committee's names and settings.

    Raises:
        Refused: If its code is taken, or a value cannot stand.
        StaleText: If it was changed since that version was read.
    """
    if "code" in fields:
        _refuse_taken(session, uid, str(fields["code"]))
    return records.amend(session, Kind.COMMITTEE, uid, version, **fields)


def _refuse_taken(session: Session, uid: str, code: str) -> None:
    others = select(CommitteeRow.code).where(
        CommitteeRow.uid != uid, CommitteeRow.removed.is_(None)
    )
    if code.casefold() in {other.casefold() for other in session.scalars(others)}:
        raise Refused(msg("The code “{code}” belongs to another committee.", code=code))


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
