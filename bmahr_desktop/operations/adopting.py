"""Closing a meeting with all that it adopts, and adopting minutes by letter.

As freezing, it has three steps: read, set in type where nobody waits for it, and keep.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Circulation, Correction
from bmahr_desktop.domain.attending import matters_of
from bmahr_desktop.domain.changes import NOTHING, Changes, Kind
from bmahr_desktop.domain.closing_agenda import is_decided
from bmahr_desktop.domain.corrected import faults_in
from bmahr_desktop.domain.dispatches import Answer, Dispatch, DispatchKind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import Matter, MatterState, Meeting, MeetingState, MinutesState
from bmahr_desktop.domain.minutes import MinutesPaper
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import editions, records
from bmahr_desktop.operations.editions import Prepared
from bmahr_desktop.operations.minutes import set_paper
from bmahr_desktop.operations.originals import Original, adopted_record, original_in
from bmahr_desktop.operations.papers import compose, read_meeting
from bmahr_desktop.operations.versions import (
    add_edition,
    await_again,
    mark_taken_back,
    papers_of,
    standing_version,
    undo_decision,
)
from bmahr_desktop.storage.frozen import standing_edition
from bmahr_desktop.storage.meeting import MeetingRow

WentOn = Callable[[int], None] | None
"""Called with the number of each finished page; it may raise to stop."""


@dataclass(frozen=True)
class PreparedVersion:
    """An adopted version about to be kept.

    Attributes:
        meeting: Whose minutes they are.
        corrects: The number of the edition that it is made of; 0 for the one about to be kept.
        adopted_in: The uid of what adopts it.
        record: Its exchange file.
        minutes: Its minutes, to be set in type.
    """

    meeting: str
    corrects: int
    adopted_in: str
    record: bytes
    minutes: MinutesPaper


@dataclass(frozen=True)
class PreparedClosing:
    """A meeting about to be closed, with the adopted versions of the minutes that it adopts."""

    edition: Prepared
    versions: tuple[PreparedVersion, ...]


@dataclass(frozen=True)
class SetClosing:
    """The papers of a closing: the minutes, and those of each adopted version."""

    pdf: bytes
    versions: tuple[bytes, ...]


def adopts(matter: Matter) -> bool:
    """Tell whether a matter has adopted earlier minutes, as far as it is recorded."""
    decided = matter.state is not MatterState.UNDISCUSSED and is_decided(matter)
    return matter.adopts is not None and decided


def prepare_closing(session: Session, meeting: str) -> PreparedClosing:
    """Read all that closing a meeting keeps.

    Where corrections cannot be made in the minutes, no version is made of them; the checks before
    closing tell why.

    Raises:
        Refused: If it is not over, or is closed already.
    """
    edition = editions.prepare_edition(session, meeting)
    record = read_meeting(session, meeting)
    made = []
    for earlier, matters in _by_minutes(record).items():
        corrections = tuple(one for m in matters if m.adopts for one in m.adopts.corrections)
        if not corrections or _adopted_elsewhere(session, earlier, record):
            continue
        found = _frozen(session, earlier)
        if earlier == meeting:
            found = _read_as(edition.record, 0)
        if found is not None and not faults_in(found[0].meeting, corrections):
            made.append(_version(session, *found, corrections, matters[0].uid))
    return PreparedClosing(edition, tuple(made))


def set_closing(prepared: PreparedClosing, went_on: WentOn = None) -> SetClosing:
    """Set all papers of a closing in type; safe outside the main thread.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    pdf = set_paper(prepared.edition.minutes, went_on).pdf
    return SetClosing(pdf, tuple(set_paper(one.minutes, went_on).pdf for one in prepared.versions))


def close_meeting(session: Session, prepared: PreparedClosing, papers: SetClosing) -> Changes:
    """Keep the record of a meeting, and the adopted versions of the minutes that it adopts.

    Raises:
        StaleText: If the record was changed since it was read, or minutes that it adopts were
            opened again.
        Refused: If it is closed already, or the disk refuses.
    """
    meeting = prepared.edition.meeting
    changes = editions.close_record(session, prepared.edition, papers.pdf)
    own = standing_edition(session, meeting)
    assert own is not None
    for version, pdf in zip(prepared.versions, papers.versions, strict=True):
        corrects = version.corrects or own.number
        if version.corrects:
            _check_standing(session, version.meeting, version.corrects)
        add_edition(session, version.meeting, version.record, pdf, corrects, version.adopted_in)
    for earlier in _by_minutes(read_meeting(session, meeting)):
        changes |= _mark_adopted(session, earlier)
    return changes


def close(session: Session, meeting: str) -> Changes:
    """Read, set and keep in one go; slow, for callers that nobody waits for.

    Raises:
        Refused: As the steps.
    """
    prepared = prepare_closing(session, meeting)
    return close_meeting(session, prepared, set_closing(prepared))


def _by_minutes(record: Meeting) -> Mapping[str, list[Matter]]:
    """Return the matters that adopt minutes on file, by the meeting of those."""
    found: dict[str, list[Matter]] = {}
    for matter in matters_of(record):
        if adopts(matter) and matter.adopts and matter.adopts.meeting:
            found.setdefault(matter.adopts.meeting, []).append(matter)
    return found


def _adopted_elsewhere(session: Session, earlier: str, record: Meeting) -> bool:
    version = standing_version(session, earlier)
    return version is not None and version.adopted_in not in {m.uid for m in matters_of(record)}


def _frozen(session: Session, meeting: str) -> tuple[Original, bytes] | None:
    row = standing_edition(session, meeting)
    data = papers_of(session).read(row.record) if row else None
    return _read_as(data, row.number) if row and data else None


def _read_as(data: bytes, number: int) -> tuple[Original, bytes] | None:
    original = original_in(data, number)
    return (original, data) if original else None


def _version(
    session: Session,
    original: Original,
    data: bytes,
    corrections: tuple[Correction, ...],
    adopted_in: str,
) -> PreparedVersion:
    record = adopted_record(data, corrections)
    adopted = original_in(record, 0)
    assert adopted is not None
    minutes = compose(adopted.meeting, adopted.committee, session.info["files"])
    return PreparedVersion(original.meeting.uid, original.edition, adopted_in, record, minutes)


def _check_standing(session: Session, meeting: str, number: int) -> None:
    row = standing_edition(session, meeting)
    if row is None or row.number != number:
        raise StaleText(meeting)


def _mark_adopted(session: Session, meeting: str) -> Changes:
    row = session.get(MeetingRow, meeting)
    if row is None or row.removed is not None or row.state is not MeetingState.CLOSED:
        return NOTHING
    return records.amend(session, Kind.MEETING, meeting, None, minutes_state=MinutesState.ADOPTED)


# ---------------------------------------------------------------- by letter


def set_circulation(session: Session, meeting: str, reply_by: datetime.date | None) -> Changes:
    """Say until when answers to the minutes are awaited; None where they do not go round.

    Raises:
        Refused: If they are adopted already, or corrections were taken over.
    """
    now = read_sent(session, meeting).circulated
    if now is not None and now.decided is not None:
        raise Refused(msg("The minutes are adopted already."))
    if reply_by is None and (now is None or not now.corrections):
        return records.amend(session, Kind.MEETING, meeting, None, circulated=None)
    circulated = msgspec.structs.replace(now or Circulation(), reply_by=reply_by)
    return records.amend(session, Kind.MEETING, meeting, None, circulated=circulated)


def why_not_yet(record: Meeting, today: datetime.date) -> Message | None:
    """Return why minutes cannot be adopted by letter today; None where they can.

    Who is silent agrees when the day of reply has passed; before it, all must have answered. If
    one of them does not agree, a meeting has to decide.

    Args:
        record: The meeting, with the letters that went out after it.
        today: The day of adopting.
    """
    if record.minutes_state is MinutesState.ADOPTED:
        return msg("The minutes are adopted already.")
    sent = tuple(answers_of(record))
    if not sent:
        return msg("The minutes have not gone round yet: there is no letter for it.")
    against = [one for one in sent if one.answer is Answer.DISAGREES]
    if against:
        return msg("{who} does not agree. The minutes must be laid before a meeting.",
                   who=against[0].to)  # fmt: skip
    silent = sum(one.answer is None for one in sent)
    if not silent:
        return None
    reply_by = reply_day(record)
    if reply_by is None:
        return msg("{count} have not answered, and no day is set by which to answer.",
                   count=silent)  # fmt: skip
    if today <= reply_by:
        return msg("{count} have not answered yet. Who is silent agrees only after the day of"
                   " reply.", count=silent)  # fmt: skip
    return None


def reply_day(record: Meeting) -> datetime.date | None:
    """Return until when answers to a meeting's minutes are awaited; by the letters, else."""
    if record.circulated is not None and record.circulated.reply_by is not None:
        return record.circulated.reply_by
    return max((one.reply_by for one in answers_of(record) if one.reply_by), default=None)


def answers_of(record: Meeting) -> Iterator[Dispatch]:
    """Yield the letters by which a meeting's minutes went round."""
    for one in record.dispatches:
        if one.kind is DispatchKind.CIRCULATION:
            yield one


def prepare_circulated(
    session: Session, meeting: str, today: datetime.date
) -> PreparedVersion | None:
    """Read the adopted version of minutes that went round; None where nothing was corrected.

    Raises:
        Refused: If they cannot be adopted today, were not frozen, or a correction cannot be made.
    """
    record = read_sent(session, meeting)
    if (reason := why_not_yet(record, today)) is not None:
        raise Refused(reason)
    row = standing_edition(session, meeting)
    if row is None:
        raise Refused(msg("Close the record of the meeting first; then its minutes can go round."))
    if record.circulated is None or not record.circulated.corrections:
        return None
    found = _frozen(session, meeting)
    if found is None:
        raise Refused(msg("The closed record of the minutes cannot be read."))
    return _version(session, *found, record.circulated.corrections, meeting)


def adopt_by_letter(
    session: Session,
    meeting: str,
    today: datetime.date,
    version: PreparedVersion | None,
    pdf: bytes = b"",
) -> Changes:
    """Hold minutes that went round to be adopted.

    Args:
        session: The transaction.
        meeting: The meeting.
        today: The day of adopting.
        version: What `prepare_circulated` read.
        pdf: Its minutes, set in type.

    Raises:
        StaleText: If the record, or what is corrected in it, was changed since that.
        Refused: If they cannot be adopted today, or the disk refuses.
    """
    now = prepare_circulated(session, meeting, today)
    if now != version:
        raise StaleText(meeting)
    if version is not None:
        add_edition(session, meeting, version.record, pdf, version.corrects, meeting)
    before = read_sent(session, meeting).circulated or Circulation()
    circulated = msgspec.structs.replace(before, decided=today)
    fields = {"circulated": circulated, "minutes_state": MinutesState.ADOPTED}
    return records.amend(session, Kind.MEETING, meeting, None, **fields)


def take_back_letters(session: Session, meeting: str, reason: str) -> Changes:
    """Let minutes that were adopted by letter await adoption again.

    Raises:
        Refused: If no reason is given, or they were not adopted in this way.
    """
    circulated = read_sent(session, meeting).circulated
    if circulated is None or circulated.decided is None:
        raise Refused(msg("These minutes were not adopted by letter."))
    if not reason.strip():
        raise Refused(msg("Write why the adoption is taken back."))
    mark_taken_back(session, meeting, reason.strip())
    return undo_decision(session, meeting) | await_again(session, meeting)


def read_sent(session: Session, meeting: str) -> Meeting:
    """Return a meeting with the letters that went out after it, without its other parts."""
    record: Meeting = records.read(session, Kind.MEETING, meeting, shallow=True).record
    sent = [one.record for one in records.read_parts_of(session, Kind.DISPATCH, meeting)]
    return msgspec.structs.replace(record, dispatches=tuple(sent))
