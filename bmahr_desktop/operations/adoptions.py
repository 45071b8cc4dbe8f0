"""Which minutes await adoption, which were adopted where, and what a matter cites."""

import datetime
from dataclasses import dataclass, replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Adoption, Circulation, Correction
from bmahr_desktop.domain.chain import CALLED_OFF
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.corrected import faults_in
from bmahr_desktop.domain.corrections_paper import AdoptedBy, compose_corrections
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.listing_paper import ListingPaper
from bmahr_desktop.domain.meeting import Matter, Meeting, MeetingState, MinutesState
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.adopting import adopts, answers_of, read_sent
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.editions import Edition, list_editions
from bmahr_desktop.operations.meetings import set_adoption
from bmahr_desktop.operations.originals import read_original
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.versions import Version, list_versions
from bmahr_desktop.storage.agenda import ItemRow, MatterRow
from bmahr_desktop.storage.meeting import MeetingRow


@dataclass(frozen=True)
class Minutes:
    """The minutes of a meeting, as they are cited."""

    meeting: str
    number: int
    year: int
    date: datetime.date


@dataclass(frozen=True)
class AdoptedAt:
    """The matter that adopts minutes.

    Attributes:
        matter: Its uid.
        item: The number of its item on the agenda, from 1.
        minutes: The meeting that it is a matter of.
        over: Whether that meeting is over and has adopted them.
        closed: Whether its record is closed.
        corrections: What it corrects.
    """

    matter: str
    item: int
    minutes: Minutes
    over: bool
    closed: bool
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class Standing:
    """How the adoption of a meeting's minutes stands.

    Attributes:
        state: How far the minutes have come.
        own: The meeting itself.
        at: The matter that adopts them, or will; None for none.
        circulated: How they go round by letter; None where they do not.
        answers: The letters by which they went round.
        original: The edition that the record is frozen in; None while it is open.
        version: The adopted version; None where none was made.
        faults: Why none can be made of the corrections.
    """

    state: MinutesState
    own: Minutes
    at: AdoptedAt | None
    circulated: Circulation | None
    answers: tuple[Dispatch, ...]
    original: Edition | None
    version: Version | None
    faults: tuple[Message, ...]

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What is corrected in them, by whatever way they are adopted."""
        if self.at is not None and self.at.corrections:
            return self.at.corrections
        return self.circulated.corrections if self.circulated else ()

    @property
    def by_letter(self) -> bool:
        """Whether they were adopted by letter."""
        return self.circulated is not None and self.circulated.decided is not None

    @property
    def in_same_meeting(self) -> bool:
        """Whether the meeting adopts its own minutes."""
        return self.at is not None and self.at.minutes.meeting == self.own.meeting


# ---------------------------------------------------------------- what awaits


def awaiting(
    session: Session, committee: str, before: datetime.date | None = None
) -> tuple[Minutes, ...]:
    """Return the minutes of a committee that await adoption, the oldest first.

    Args:
        session: The records.
        committee: The committee's uid.
        before: Only of meetings before this day.
    """
    row = MeetingRow
    query = select(row.uid, row.number, row.year, row.date).where(
        row.committee == committee,
        row.removed.is_(None),
        row.state == MeetingState.CLOSED,
        row.minutes_state == MinutesState.AWAITING_ADOPTION,
    )
    if before is not None:
        query = query.where(row.date < before)
    found = session.execute(query.order_by(row.date, row.number)).tuples()
    return tuple(Minutes(*one) for one in found)


def left_out(session: Session, record: Meeting) -> tuple[Minutes, ...]:
    """Return the minutes that await adoption and that no matter of a later meeting adopts.

    Those that go round by letter are left to the answers.
    """
    cited = {
        (matter.adopts.year, matter.adopts.number)
        for item in record.agenda
        for matter in item.matters
        if matter.adopts
    }
    return tuple(
        one
        for one in awaiting(session, record.committee, record.date)
        if (one.year, one.number) not in cited and not _goes_round(session, one.meeting)
    )


def _goes_round(session: Session, meeting: str) -> bool:
    circulated = session.get_one(MeetingRow, meeting).circulated
    return circulated is not None and circulated.reply_by is not None


def propose(session: Session, meeting: str) -> Adoption:
    """Return what a meeting adopts as a rule: the oldest minutes that await it.

    Where none do, those of the meeting before by number.

    Raises:
        Refused: If the meeting is not on file.
    """
    record: Meeting = records.read(session, Kind.MEETING, meeting, shallow=True).record
    waiting = awaiting(session, record.committee, record.date)
    if waiting:
        one = waiting[0]
        return Adoption(one.number, one.year, one.date, one.meeting)
    return Adoption(max(1, record.number - 1), record.year, record.date)


def cite(
    session: Session,
    matter: str,
    meeting: str,
    number: int,
    year: int,
    date: datetime.date,
) -> Changes:
    """Say which minutes a matter adopts; those on file are found by their number.

    Args:
        session: The transaction.
        matter: The matter.
        meeting: The meeting that it is a matter of.
        number: The number of the meeting whose minutes they are.
        year: Its year (พ.ศ.).
        date: Its date.
    """
    committee = session.get_one(MeetingRow, meeting).committee
    row = MeetingRow
    asked = select(row.uid).where(
        row.committee == committee,
        row.year == year,
        row.number == number,
        row.removed.is_(None),
        row.state.not_in(CALLED_OFF),
    )
    found = session.scalar(asked.order_by(row.date.desc()).limit(1))
    return set_adoption(session, matter, None, Adoption(number, year, date, found))


# ---------------------------------------------------------------- how it stands


def read_standing(session: Session, meeting: str) -> Standing:
    """Return how the adoption of a meeting's minutes stands.

    Raises:
        Refused: If the meeting is not on file.
    """
    record = read_sent(session, meeting)
    editions = list_editions(session, meeting)
    versions = list_versions(session, meeting)
    standing = Standing(
        state=record.minutes_state,
        own=_named(record),
        at=_adopted_at(session, record),
        circulated=record.circulated,
        answers=tuple(answers_of(record)),
        original=next((one for one in reversed(editions) if one.reopened is None), None),
        version=next((one for one in reversed(versions) if one.reopened is None), None),
        faults=(),
    )
    if standing.version is not None or not standing.corrections or standing.original is None:
        return standing
    original = read_original(session, meeting)
    faults = faults_in(original.meeting, standing.corrections) if original else ()
    return replace(standing, faults=tuple(one.message for one in faults))


def _adopted_at(session: Session, record: Meeting) -> AdoptedAt | None:
    """Return the matter that adopts minutes: in the last meeting of those that mean to."""
    rows = (MatterRow, ItemRow, MeetingRow)
    cited = (MatterRow.adopts_number == record.number) & (MatterRow.adopts_year == record.year)
    asked = (
        select(MatterRow.uid, ItemRow.uid, MeetingRow)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(MeetingRow, ItemRow.meeting == MeetingRow.uid)
        .where(
            MeetingRow.committee == record.committee,
            or_(MatterRow.adopts_meeting == record.uid, cited & MatterRow.adopts_meeting.is_(None)),
            MeetingRow.state.not_in(CALLED_OFF),
            *(row.removed.is_(None) for row in rows),
        )
        .order_by(MeetingRow.date, MeetingRow.number)
    )
    found = [
        _at(session, matter, item, row) for matter, item, row in session.execute(asked).tuples()
    ]
    done = [one for one in found if one.over]
    if done:
        return done[0]
    return found[-1] if found else None


def _at(session: Session, uid: str, item: str, row: MeetingRow) -> AdoptedAt:
    matter: Matter = records.read(session, Kind.MATTER, uid).record
    record = Minutes(row.uid, row.number, row.year, row.date)
    over = row.state is MeetingState.CLOSED and adopts(matter)
    closed = any(one.reopened is None for one in list_editions(session, row.uid))
    place = records.place_of(session, Kind.ITEM, item) + 1
    made = matter.adopts.corrections if matter.adopts else ()
    return AdoptedAt(uid, place, record, over, closed, made)


def _named(record: Meeting) -> Minutes:
    return Minutes(record.uid, record.number, record.year, record.date)


def read_corrections_paper(session: Session, meeting: str) -> ListingPaper:
    """Return the list of corrections made in a meeting's minutes, as a paper.

    Raises:
        Refused: If the meeting is not on file, or nothing was corrected.
    """
    standing = read_standing(session, meeting)
    if not standing.corrections:
        raise Refused(msg("Nothing was corrected in these minutes."))
    original = read_original(session, meeting)
    record = original.meeting if original else read_meeting(session, meeting)
    committee = original.committee if original else read_committee(session, record.committee)
    adopted = AdoptedBy()
    if standing.at is not None and standing.at.corrections:
        at = standing.at
        adopted = AdoptedBy(at.minutes.number, at.minutes.year, at.minutes.date, at.item)
    elif standing.circulated is not None:
        adopted = AdoptedBy(date=standing.circulated.decided)
    return compose_corrections(record, committee, standing.corrections, adopted)
