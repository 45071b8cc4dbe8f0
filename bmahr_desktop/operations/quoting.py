"""The minutes as other papers quote them: adopted, else as closed, else as they stand."""

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.chain import CALLED_OFF
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.extract import Adopted
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Meeting, MinutesState, Resolution
from bmahr_desktop.domain.telling import resolutions_of
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.originals import Original, original_in, read_original
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.versions import papers_of, standing_version
from bmahr_desktop.storage.agenda import ItemRow, MatterRow
from bmahr_desktop.storage.meeting import MeetingRow

_replaced = msgspec.structs.replace


def read_quoted(
    session: Session, meeting: str, *, as_printed: bool = False
) -> tuple[Meeting, Committee]:
    """Return a meeting as it is quoted, and whose it is.

    The words are those of the minutes that hold: the adopted version, else the closed record. What
    goes on after that is as it stands: the tasks, the letters, how far the minutes have come, and
    the letterhead.

    Args:
        session: The records.
        meeting: The meeting's uid.
        as_printed: Whether the form of the paper is that of the minutes, not that of today.

    Raises:
        Refused: If it is not on file.
    """
    record = read_meeting(session, meeting)
    committee = read_committee(session, record.committee)
    kept = _kept(session, meeting)
    if kept is None:
        return record, committee
    quoted = _replaced(
        kept.meeting,
        agenda=_with_tasks_of(record, kept.meeting.agenda),
        dispatches=record.dispatches,
        minutes_state=record.minutes_state,
        circulated=record.circulated,
        changed=record.changed,
    )
    form = kept.committee.form if as_printed else committee.form
    return quoted, _replaced(kept.committee, letterhead=committee.letterhead, form=form)


def read_adopted(session: Session, meeting: Meeting) -> Adopted | None:
    """Return where the minutes of a meeting were adopted; None if they were not.

    A date that is not known is None: the minutes of old meetings are adopted, nobody wrote where.
    """
    if meeting.minutes_state is not MinutesState.ADOPTED:
        return None
    if meeting.circulated and meeting.circulated.decided:
        return Adopted(date=meeting.circulated.decided)
    row = MeetingRow
    adopting = (
        select(row.number, row.year, row.date)
        .join(ItemRow, ItemRow.meeting == row.uid)
        .join(MatterRow, MatterRow.item == ItemRow.uid)
        .where(
            MatterRow.adopts_meeting == meeting.uid,
            row.state.not_in(CALLED_OFF),
            *(one.removed.is_(None) for one in (row, ItemRow, MatterRow)),
        )
        .order_by(row.date.desc())
    )
    found = session.execute(adopting).first()
    return Adopted(*found) if found else Adopted()


def _kept(session: Session, meeting: str) -> Original | None:
    version = standing_version(session, meeting)
    data = papers_of(session).read(version.record) if version else None
    adopted = original_in(data, version.number, version.paper) if version and data else None
    return adopted or read_original(session, meeting)


def _with_tasks_of(record: Meeting, agenda: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """Return an agenda with the tasks as they stand in a record."""
    tasks = {one.uid: one.assignments for _, one in resolutions_of(record)}

    def resolved(one: Resolution) -> Resolution:
        return _replaced(one, assignments=tasks.get(one.uid, one.assignments))

    def matter(one: Matter) -> Matter:
        return _replaced(one, resolutions=tuple(resolved(each) for each in one.resolutions))

    return tuple(
        _replaced(item, matters=tuple(matter(one) for one in item.matters)) for item in agenda
    )
