"""Looks over what is kept of closed meetings: records, papers, adopted versions."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Correction
from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.adoptions import read_standing
from bmahr_desktop.operations.originals import adopted_record
from bmahr_desktop.operations.versions import Version, papers_of
from bmahr_desktop.storage.history import EditionRow
from bmahr_desktop.storage.meeting import MeetingRow


def lost_papers(session: Session, *, deep: bool) -> Iterator[Message]:
    """Yield the editions whose record or paper is missing.

    Args:
        session: The records.
        deep: Read every file, and tell those that were altered too.
    """
    papers = papers_of(session)
    rows = session.execute(
        select(EditionRow, MeetingRow.number, MeetingRow.year)
        .join(MeetingRow, EditionRow.meeting == MeetingRow.uid)
        .order_by(MeetingRow.year, MeetingRow.number, EditionRow.number)
    )
    for edition, number, year in rows.tuples():
        cited = {"meeting": name_of(number, year), "edition": edition.number}
        for sha256 in (edition.record, edition.paper):
            if not papers.place(sha256).is_file():
                yield msg("A file of edition {edition} of meeting {meeting} is missing from the"
                          " folder of papers.", **cited)  # fmt: skip
            elif deep and papers.read(sha256) is None:
                yield msg("A file of edition {edition} of meeting {meeting} in the folder of papers"
                          " was altered.", **cited)  # fmt: skip


def unlike_versions(session: Session) -> Iterator[Message]:
    """Yield the adopted versions that are not what their original and corrections make."""
    rows = select(EditionRow.meeting).where(
        EditionRow.corrects.is_not(None), EditionRow.reopened.is_(None)
    )
    for meeting in sorted(set(session.scalars(rows))):
        standing = read_standing(session, meeting)
        version = standing.version
        if version is not None and not _is_right(session, meeting, version, standing.corrections):
            yield msg("The adopted version of the minutes of meeting {meeting} is not what the"
                      " original and the corrections make.",
                      meeting=name_of(standing.own.number, standing.own.year))  # fmt: skip


def _is_right(
    session: Session, meeting: str, version: Version, corrections: tuple[Correction, ...]
) -> bool:
    query = select(EditionRow.record).where(
        EditionRow.meeting == meeting, EditionRow.number == version.corrects
    )
    papers, sha256 = papers_of(session), session.scalar(query)
    original = papers.read(sha256) if sha256 else None
    adopted = papers.read(version.record)
    if original is None or adopted is None:
        return True  # what is missing is told already
    try:
        return adopted_record(original, corrections) == adopted
    except Refused:
        return False
