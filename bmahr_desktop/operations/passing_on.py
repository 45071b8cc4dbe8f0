"""Matters and whole meetings that go on to a later day: moved, copied, or called again."""

import datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Appendix,
    Matter,
    Meeting,
    MeetingState,
    Resolution,
)
from bmahr_desktop.domain.quorum import is_short
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import MeetingLine
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.carrying import copy_of
from bmahr_desktop.operations.convening import propose_meeting, put_on_file
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.registers import list_meetings
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.agenda import ItemRow, MatterRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import ITEM, MATTER, MEETING


def next_on_file(session: Session, meeting: str) -> MeetingLine | None:
    """Return the committee's next meeting that is being prepared; None where there is none yet."""
    own = session.get_one(MeetingRow, meeting)
    waiting = [
        line
        for line in list_meetings(session, own.committee)
        if line.state is MeetingState.PREPARING
        and line.uid != meeting
        and (line.date, line.number) > (own.date, own.number)
    ]
    return min(waiting, key=lambda line: (line.date, line.number), default=None)


def move_into(session: Session, matter: str, meeting: str) -> Changes:
    """Move a matter into another meeting, with all that is recorded of it and was resolved.

    The trail says where it was; `put_back` takes it there again.

    Raises:
        Refused: If one of the meetings is closed, or the matter is no longer on file.
    """
    row = _matter(session, matter)
    left = session.get_one(ItemRow, row.item)
    item, changes = _item_for(session, left, meeting)
    changes |= edits.put_under(session, MATTER, matter, item, None)
    own = session.get_one(MeetingRow, left.meeting)
    if own.current == matter:
        changes |= edits.amend(session, MEETING, own.uid, None, current=None)
    return changes


def put_back(session: Session, matter: str, item: str, at: int) -> Changes:
    """Put a moved matter under the item that it came from, at its place from 0."""
    return edits.put_under(session, MATTER, matter, item, at)


def duplicate_into(session: Session, matter: str, meeting: str, made: str) -> Changes:
    """Copy a matter into another meeting: its texts and files, but nothing that was resolved.

    Args:
        session: The transaction.
        matter: The matter.
        meeting: The meeting that gets the copy.
        made: The uid that the copy gets.

    Raises:
        Refused: If that meeting is closed, or the matter is no longer on file.
    """
    left = session.get_one(ItemRow, _matter(session, matter).item)
    record: Matter = records.read(session, Kind.MATTER, matter).record
    title = record.title or left.title
    copied = msgspec.structs.replace(copy_of(record), uid=made, title=title)
    item, changes = _item_for(session, left, meeting)
    return changes | edits.add(session, MATTER, copied, item)


def _matter(session: Session, matter: str) -> MatterRow:
    row = session.get(MatterRow, matter)
    if row is None or row.removed is not None:
        raise Refused(msg("This is no longer on file."))
    return row


def _item_for(session: Session, like: ItemRow, meeting: str) -> tuple[str, Changes]:
    """Return the item of a meeting that a matter belongs under; a new one where it has none."""
    if like.meeting == meeting:
        raise Refused(msg("The matter is in this meeting already."))
    same = select(ItemRow.uid).where(
        ItemRow.meeting == meeting, ItemRow.kind == like.kind, ItemRow.removed.is_(None)
    )
    found = session.scalar(same.order_by(ItemRow.position).limit(1))
    if found is not None:
        return found, Changes()
    made = AgendaItem(uid=new_uid(), title=like.title, kind=like.kind)
    last = _last_kind(session, meeting)
    order = edits.siblings(session, ITEM, meeting)
    at = len(order) - 1 if last is ItemKind.NEXT_MEETING else None
    return made.uid, edits.add(session, ITEM, made, meeting, at)


def _last_kind(session: Session, meeting: str) -> ItemKind | None:
    living = select(ItemRow.kind).where(ItemRow.meeting == meeting, ItemRow.removed.is_(None))
    return session.scalar(living.order_by(ItemRow.position.desc()).limit(1))


# ---------------------------------------------------------------- called again


def propose_again(session: Session, meeting: str, date: datetime.date) -> Meeting:
    """Return the meeting that repeats one which was not held, or found no quorum.

    A meeting without a quorum keeps its number, and the repeat gets the next; one that was put off
    or called off had none, and the repeat gets it.

    Args:
        session: The records.
        meeting: The meeting that was not held.
        date: The day of the repeat.
    """
    record = read_meeting(session, meeting)
    proposal = propose_meeting(session, record.committee, date)
    made = Meeting(
        uid=new_uid(),
        committee=record.committee,
        number=proposal.number,
        year=proposal.year,
        date=date,
        start=record.start,
        mode=record.mode,
        venue=record.venue,
        venue_line=record.venue_line,
        online=msgspec.structs.replace(record.online, recordings=(), faults=""),
        secrecy=record.secrecy,
        again=meeting,
    )
    return msgspec.structs.replace(made, short_quorum=may_be_short(session, meeting, date))


def may_be_short(session: Session, meeting: str, date: datetime.date) -> bool:
    """Tell whether the smaller quorum may hold on a day: soon enough after one without a quorum."""
    record: Meeting = records.read(session, Kind.MEETING, meeting, shallow=True).record
    rules = records.read(session, Kind.COMMITTEE, record.committee, shallow=True).record.rules
    asked = msgspec.structs.replace(record, date=date, again=meeting, short_quorum=True)
    found_none = record.state is MeetingState.NO_QUORUM
    return found_none and is_short(asked, rules, record.date)


def call_again(session: Session, made: Meeting) -> Changes:
    """Call a meeting again that was not held, or found no quorum: the same agenda, the same files.

    Args:
        session: The transaction.
        made: The new meeting; its `again` names the one that it repeats.

    Raises:
        Refused: If that one was held, the day is not later, or the number is taken.
    """
    if made.again is None:
        raise Refused(msg("It is not said which meeting is called again."))
    record = read_meeting(session, made.again)
    if record.state not in (
        MeetingState.NO_QUORUM, MeetingState.POSTPONED, MeetingState.CANCELLED,
    ):  # fmt: skip
        raise Refused(msg("Only a meeting that was not held can be called again."))
    if made.date <= record.date:
        raise Refused(msg("The new day must be later than that of the meeting."))
    whole = msgspec.structs.replace(
        made,
        attachments=tuple(_copied(one) for one in record.attachments),
        appendices=tuple(
            Appendix(uid=new_uid(), title=one.title, body=one.body) for one in record.appendices
        ),
    )
    agenda = [
        AgendaItem(
            uid=new_uid(), title=item.title, kind=item.kind,
            matters=tuple(_repeated(matter) for matter in item.matters),
        )
        for item in record.agenda
    ]  # fmt: skip
    return put_on_file(session, whole, agenda)


def _copied(one: Attachment) -> Attachment:
    return Attachment(uid=new_uid(), file=one.file, title=one.title)


def _repeated(matter: Matter) -> Matter:
    """Return a matter as it was laid before the meeting that was not held."""
    fields: dict[str, Any] = {
        "late": matter.late,
        "resolutions": tuple(
            Resolution(uid=new_uid(), text=one.text, kinds=one.kinds, composed=one.composed,
                       before_adoption=one.before_adoption)
            for one in matter.resolutions
        ),
    }  # fmt: skip
    if matter.adopts is not None:
        corrections = (
            msgspec.structs.replace(one, uid=new_uid()) for one in matter.adopts.corrections
        )
        fields["adopts"] = msgspec.structs.replace(matter.adopts, corrections=tuple(corrections))
    return msgspec.structs.replace(copy_of(matter), **fields)
