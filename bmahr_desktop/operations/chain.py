"""Where a meeting stands among those of its committee, and what the checks find in it."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.attending import matters_of
from bmahr_desktop.domain.chain import CALLED_OFF, Link
from bmahr_desktop.domain.cited_meetings import Days, Held, Number
from bmahr_desktop.domain.closing import check_meeting
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.findings import Earlier, Finding, Look
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.operations.adoptions import left_out
from bmahr_desktop.operations.originals import read_original
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import COMMITTEE
from bmahr_desktop.storage.trees import read_records


def read_chain(session: Session, committee: str) -> tuple[Link, ...]:
    """Return a committee's meetings that were, or will be, held, by date."""
    row = MeetingRow
    query = (
        select(row.number, row.year, row.date)
        .where(row.committee == committee, row.removed.is_(None), row.state.not_in(CALLED_OFF))
        .order_by(row.date, row.year, row.number)
    )
    return tuple(Link(*found) for found in session.execute(query).tuples())


def earlier_of(session: Session, meeting: Meeting) -> Earlier | None:
    """Return the meeting before another one, by number; None for the committee's first."""
    links = read_chain(session, meeting.committee)
    own = (meeting.year, meeting.number)
    before = [link for link in links if (link.year, link.number) < own]
    if not before:
        return None
    last = max(before, key=lambda link: (link.year, link.number))
    return Earlier(last.number, last.year, last.date)


def look_at(session: Session, meeting: str) -> Look:
    """Return a meeting with all that the checks need to know.

    Raises:
        Refused: If it is not on file.
    """
    record = read_meeting(session, meeting)
    (committee,) = read_records(session, COMMITTEE, CommitteeRow.uid == record.committee)
    repeated = None
    if record.again is not None:
        repeated = session.scalar(select(MeetingRow.date).where(MeetingRow.uid == record.again))
    return Look(
        record, committee, earlier_of(session, record), repeated, read_held(session, committee),
        _originals(session, record),
        tuple(Earlier(one.number, one.year, one.date) for one in left_out(session, record)),
    )  # fmt: skip


def _originals(session: Session, record: Meeting) -> dict[str, Meeting]:
    """Return the frozen records of the minutes that a meeting corrects; of its own, the record."""
    found = {}
    for matter in matters_of(record):
        earlier = matter.adopts.meeting if matter.adopts and matter.adopts.corrections else None
        if earlier == record.uid:
            found[earlier] = record
        elif earlier and (original := read_original(session, earlier)) is not None:
            found[earlier] = original.meeting
    return found


def read_held(session: Session, own: Committee) -> Held:
    """Return the meetings on file, as the minutes of a committee may cite them."""
    row, committee = MeetingRow, CommitteeRow
    living = select(committee.uid, committee.name, committee.short_name).where(
        committee.removed.is_(None)
    )
    names: dict[str, frozenset[str]] = defaultdict(frozenset)
    for uid, *called in session.execute(living):
        for name in filter(None, (" ".join(one.split()) for one in called)):
            names[name] |= {uid}
    for name in (own.labels.member, own.labels.resolution):
        names[name] |= {own.uid}
    asked = select(row.committee, row.year, row.number, row.date).where(
        row.removed.is_(None), row.state.not_in(CALLED_OFF)
    )
    meetings: dict[str, dict[Number, Days]] = defaultdict(dict)
    for uid, year, number, date in session.execute(asked):
        days = meetings[uid].get((year, number), frozenset())
        meetings[uid][year, number] = days | {date}
    return Held(names, meetings)


def check(session: Session, meeting: str) -> tuple[Finding, ...]:
    """Return all that the checks before closing find in a meeting.

    Raises:
        Refused: If it is not on file.
    """
    return check_meeting(look_at(session, meeting))
