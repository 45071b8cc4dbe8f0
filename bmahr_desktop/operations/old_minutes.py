"""Takes minutes of old in from Word files: read, shown, put right, and kept as meetings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.documents.reading.flow import read_docx
from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FORMAT, VERSION, Exchange, FileEntry
from bmahr_desktop.domain.habits.walk import recognise
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.old_minutes import PartKind, Reading
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.proposals.meeting import Proposal, propose
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.exchange import LoadedExchange
from bmahr_desktop.operations.exchange_in import preview_import, take_in
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.shapes import PERSON, UNIT
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.digits import DigitStyle

ENDINGS = (".docx", ".docm", ".doc")
"""What minutes in a folder may end in; the last two are refused with words, not passed over."""
MOST_FILES = 2_000


@dataclass(frozen=True)
class KnownRecords:
    """Those on file that minutes are laid beside."""

    people: tuple[Person, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class OldMinutes:
    """Minutes of old, ready to be kept: what their file holds, and the records made of it."""

    reading: Reading
    proposal: Proposal


def files_in(path: Path) -> tuple[Path, ...]:
    """Return the files of minutes that a path names: itself, or those in the folder, by name.

    Raises:
        Refused: If there is no such file or folder, or nothing to take in.
    """
    try:
        if not path.is_dir():
            return (path,)
        found = sorted(
            one
            for one in path.iterdir()
            if one.suffix.lower() in ENDINGS and not one.name.startswith(("~$", "."))
        )
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason_of(error))
        ) from error
    if not found:
        raise Refused(msg("There are no Word files in “{folder}”.", folder=path.name))
    if len(found) > MOST_FILES:
        raise Refused(
            msg("There are more than {most} files. Take them in year by year.", most=MOST_FILES)
        )
    return tuple(found)


def read_old_minutes(
    path: Path, committee: Committee, put_right: Mapping[int, PartKind] | None = None
) -> Reading:
    """Read a Word file and say what each part of it is; safe outside the main thread.

    Args:
        path: The file.
        committee: Whose minutes they are, for the words that they use.
        put_right: What pieces or rows are, by their numbers, where somebody said so.

    Raises:
        Refused: If it is no Word file, is damaged, or one to keep away from.
    """
    return recognise(read_docx(path), committee.labels, put_right)


def put_right(reading: Reading, committee: Committee, said: Mapping[int, PartKind]) -> Reading:
    """Return a file recognised again with what somebody said, beside what they said before."""
    return recognise(reading.file, committee.labels, {**reading.put_right, **said})


def read_known(session: Session) -> KnownRecords:
    """Return the people and units on file."""
    return KnownRecords(
        tuple(read_records(session, PERSON, PersonRow.removed.is_(None))),
        tuple(read_records(session, UNIT, UnitRow.removed.is_(None))),
    )


def propose_meeting(reading: Reading, committee: Committee, known: KnownRecords) -> OldMinutes:
    """Make the records of a meeting from what was recognised; nothing is written."""
    return OldMinutes(reading, propose(reading, committee, known.people, known.units))


# ---------------------------------------------------------------- keeping


def keep_old_minutes(session: Session, some: Sequence[OldMinutes]) -> Changes:
    """Put meetings on file: closed, their minutes adopted. All of them, or none.

    Args:
        session: The transaction.
        some: The minutes, each maybe with a meeting that somebody changed.

    Raises:
        Refused: If something that is needed is still open, or a meeting of that number is on file.
    """
    faults = [*_open_questions(some), *_on_file(session, some)]
    if faults:
        raise Refused(*faults)
    meetings = tuple(_checked(one) for one in some)
    pictures = {key: data for one in some for key, data in one.reading.file.pictures.items()}
    shown = {part.file for _, part in parts_of(meetings) if isinstance(part, Picture)}
    files = tuple(
        FileEntry(sha256, sha256[:12] + _ending(data), len(data), _media_type(data))
        for sha256, data in sorted(pictures.items())
        if sha256 in shown
    )
    ordered = tuple(sorted(meetings, key=lambda one: one.uid))
    exchange = Exchange(format=FORMAT, version=VERSION, meetings=ordered, files=files)
    loaded = LoadedExchange(exchange, pictures, pictures.get)
    return take_in(session, preview_import(session, loaded), loaded)


def _checked(one: OldMinutes) -> Meeting:
    """Return the meeting as it goes on file.

    Raises:
        Refused: If a text in it is longer than a record can be.
    """
    try:
        return msgspec.convert(msgspec.to_builtins(one.proposal.meeting), Meeting)
    except msgspec.ValidationError as error:
        raise Refused(
            msg("“{file}” does not fit the records: {words}", file=one.reading.file.name,
                words=str(error))
        ) from error  # fmt: skip


def _open_questions(some: Iterable[OldMinutes]) -> Iterator[Message]:
    for one in some:
        for question in one.proposal.questions:
            if question.needed:
                yield msg(
                    "“{file}”: {question}", file=one.reading.file.name, question=question.message
                )


def _on_file(session: Session, some: Iterable[OldMinutes]) -> Iterator[Message]:
    seen: dict[tuple[str, int, int], str] = {}
    for one in some:
        meeting, file = one.proposal.meeting, one.reading.file.name
        key = (meeting.committee, meeting.number, meeting.year)
        name = meeting_name(meeting.number, meeting.year, DigitStyle.ARABIC)
        if key in seen:
            yield msg(
                "“{file}” and “{other}” are both of meeting {name}.", file=file, other=seen[key],
                name=name,
            )  # fmt: skip
        seen[key] = file
        asked = select(MeetingRow.uid).where(
            MeetingRow.committee == meeting.committee,
            MeetingRow.number == meeting.number,
            MeetingRow.year == meeting.year,
            MeetingRow.removed.is_(None),
        )
        if session.scalar(asked.limit(1)):
            yield msg("“{file}”: meeting {name} is on file already.", file=file, name=name)


def _ending(data: bytes) -> str:
    return ".png" if data.startswith(b"\x89PNG") else ".jpg"


def _media_type(data: bytes) -> str:
    return "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
