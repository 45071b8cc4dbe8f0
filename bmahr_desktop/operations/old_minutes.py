"""Takes minutes of old in from Word files: read, shown, put right, and kept as meetings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from bmahr_desktop.documents.reading.flow import read_docx
from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.habits.walk import recognise
from bmahr_desktop.domain.old_minutes import PartKind, Reading
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.proposals.meeting import Proposal, propose
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.old_minutes_intake import Intake, Source, keep_meetings
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.shapes import PERSON, UNIT
from bmahr_desktop.storage.trees import read_records

ENDINGS = (".docx", ".docm", ".doc")
"""What minutes in a folder may end in; the last two are refused with words, not passed over."""
SCANS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""What is no text that can be read: it is kept as it is, and its resolutions are typed."""
MOST_FILES = 2_000


@dataclass(frozen=True)
class KnownRecords:
    """Those on file that minutes are laid beside."""

    people: tuple[Person, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class OldMinutes:
    """Minutes of old, ready to be kept.

    Attributes:
        reading: What their file holds.
        proposal: The records made of it.
        source: The file itself, to be attached to the meeting; None for nothing attached.
    """

    reading: Reading
    proposal: Proposal
    source: Source | None = None


def files_in(
    path: Path, endings: Sequence[str] = ENDINGS, most: int = MOST_FILES
) -> tuple[Path, ...]:
    """Return the files of minutes that a path names: itself, or those in the folder, by name.

    Args:
        path: A file or a folder.
        endings: What files in the folder end in.
        most: So many files at most.

    Raises:
        Refused: If there is no such file or folder, or nothing to take in.
    """
    try:
        if not path.is_dir():
            return (path,)
        found = sorted(
            one
            for one in path.iterdir()
            if one.suffix.lower() in endings and not one.name.startswith(("~$", "."))
        )
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason_of(error))
        ) from error
    if not found:
        words = msg("There are no Word files in “{folder}”.", folder=path.name)
        if set(SCANS) <= set(endings):
            words = msg(
                "There are no Word files, PDFs or pictures in “{folder}”.", folder=path.name
            )
        raise Refused(words)
    if len(found) > most:
        raise Refused(
            msg("There are more than {most} files. Take them in year by year.", most=most)
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


def recognised_as(reading: Reading, committee: Committee, said: Mapping[int, PartKind]) -> Reading:
    """Return a file recognised again with just what somebody says now, nothing said before."""
    return recognise(reading.file, committee.labels, said)


def read_known(session: Session) -> KnownRecords:
    """Return the people and units on file."""
    return KnownRecords(
        tuple(read_records(session, PERSON, PersonRow.removed.is_(None))),
        tuple(read_records(session, UNIT, UnitRow.removed.is_(None))),
    )


def propose_meeting(
    reading: Reading, committee: Committee, known: KnownRecords, source: Source | None = None
) -> OldMinutes:
    """Make the records of a meeting from what was recognised; nothing is written."""
    proposal = propose(reading, committee, known.people, known.units)
    return OldMinutes(reading, proposal, source)


# ---------------------------------------------------------------- keeping


def keep_old_minutes(session: Session, some: Sequence[OldMinutes]) -> Changes:
    """Put meetings on file: closed, their minutes adopted. All of them, or none.

    Args:
        session: The transaction.
        some: The minutes, each maybe with a meeting that somebody changed.

    Raises:
        Refused: If something that is needed is still open, or a meeting of that number is on file.
    """
    return keep_meetings(session, [intake_of(one) for one in some])


def intake_of(one: OldMinutes) -> Intake:
    """Return what is to go on file of minutes as they were proposed."""
    file = one.reading.file
    return Intake(
        file.name, one.proposal.meeting, tuple(_open_questions(one)), one.source, file.pictures
    )


def _open_questions(one: OldMinutes) -> Iterator[Message]:
    for question in one.proposal.questions:
        if question.needed:
            yield msg("“{file}”: {question}", file=one.reading.file.name, question=question.message)
