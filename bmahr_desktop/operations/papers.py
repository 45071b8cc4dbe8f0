"""Papers made from the records, and the pictures that they show."""

from sqlalchemy.orm import Session

from bmahr_desktop.documents.typesetting.picture import MOST_PIXELS, picture_size
from bmahr_desktop.domain.body import Body, ComposedKind, Picture
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.composition import compose_minutes, compose_statement
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.minutes import MinutesPaper
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.course import read_course
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.shapes import COMMITTEE, MEETING
from bmahr_desktop.storage.trees import read_records

LARGEST_PICTURE = 20_000_000
"""Bytes that the file of a picture may have."""

_KINDS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def read_minutes(session: Session, meeting: str, *, draft: bool = False) -> MinutesPaper:
    """Return the minutes of a meeting as they stand.

    Args:
        session: The records.
        meeting: The meeting's uid.
        draft: Whether to mark every page as a draft.

    Raises:
        Refused: If the meeting is not on file.
    """
    record = read_meeting(session, meeting)
    (committee,) = read_records(session, COMMITTEE, CommitteeRow.uid == record.committee)
    return compose(record, committee, session.info["files"], draft=draft)


def read_meeting(session: Session, meeting: str) -> Meeting:
    """Return a meeting with all that is recorded of it.

    Raises:
        Refused: If it is not on file.
    """
    found = read_records(session, MEETING, MeetingRow.uid == meeting)
    if not found:
        raise Refused(msg("The meeting is no longer on file."))
    record: Meeting = found[0]
    return record


def compose(
    meeting: Meeting, committee: Committee, files: KeptFiles, *, draft: bool = False
) -> MinutesPaper:
    """Compose the minutes, with the pictures that they show."""
    shown = {part.file for _, part in parts_of(meeting) if isinstance(part, Picture)}
    pictures = {sha256: data for sha256 in shown if (data := files.read(sha256)) is not None}
    return compose_minutes(meeting, committee, pictures, draft=draft)


def read_statement(session: Session, meeting: str, kind: ComposedKind) -> Body:
    """Return a statement that the program words from a meeting's records, as paragraphs."""
    course = read_course(session, meeting)
    record = course.meeting
    if kind is ComposedKind.CORRECTIONS:  # which the course of a meeting does not hold
        record = read_meeting(session, meeting)
    return compose_statement(record, course.committee, kind)


def read_picture(session: Session, sha256: str) -> bytes | None:
    """Return a picture that was taken in; None if it is missing or altered."""
    files: KeptFiles = session.info["files"]
    return files.read(sha256)


def keep_picture(session: Session, data: bytes) -> str:
    """Take in a picture for bodies to show, and return its SHA-256.

    Args:
        session: The transaction.
        data: The file of the picture.

    Raises:
        Refused: If it is no PNG or JPEG picture, is too large, or cannot be kept.
    """
    check_picture(data)
    files: KeptFiles = session.info["files"]
    try:
        return files.keep(data)
    except OSError as error:
        raise Refused(
            msg("The picture could not be kept: {reason}.", reason=reason_of(error))
        ) from error


def check_picture(data: bytes) -> None:
    """Check that the file of a picture can be taken in.

    Raises:
        Refused: If it is no PNG or JPEG picture, or is too large.
    """
    if len(data) > LARGEST_PICTURE:
        most = LARGEST_PICTURE // 1_000_000
        raise Refused(msg("The picture is larger than {most} MB. Make it smaller.", most=most))
    if not data.startswith(_KINDS):
        raise Refused(msg("Only PNG and JPEG pictures can be taken in."))
    try:
        picture_size(data)
    except ValueError as error:
        most = MOST_PIXELS // 1_000_000
        raise Refused(
            msg(
                "The picture is damaged, or has more than {most} million points.",
                most=most,
            )
        ) from error
