"""The frozen minutes of a meeting, as corrections are made in them."""

from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Correction
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.corrected import corrected
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.minutes import MinutesPaper
from bmahr_desktop.domain.passages import Passage, passages_of
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.papers import compose, read_meeting
from bmahr_desktop.operations.versions import papers_of, standing_version
from bmahr_desktop.storage.frozen import standing_edition


class _Frozen(Struct):
    """What of a frozen record is needed here; the people and units in it are passed over."""

    meetings: tuple[Meeting, ...] = ()
    committees: tuple[Committee, ...] = ()


@dataclass(frozen=True)
class Original:
    """The minutes that corrections are made in.

    Attributes:
        edition: The number of the edition; 0 for a record that is not closed yet.
        paper: The SHA-256 of the PDF that was kept with it; empty for 0.
    """

    meeting: Meeting
    committee: Committee
    edition: int
    paper: str


@dataclass(frozen=True)
class Text:
    """The text of frozen minutes.

    Attributes:
        minutes: To be set in type again, so that pages are known.
        paper: The SHA-256 of the PDF that was kept of them.
    """

    meeting: Meeting
    minutes: MinutesPaper
    passages: tuple[Passage, ...]
    paper: str


def read_original(session: Session, meeting: str | None, *, live: bool = False) -> Original | None:
    """Return the frozen record of a meeting.

    Args:
        session: The records.
        meeting: The meeting; None where it is not on file.
        live: Whether a record that is not closed yet will do, for minutes adopted in the very
            meeting that they tell of.

    Returns:
        None where no record is frozen, or its file is missing or was altered: then corrections are
        typed freely.
    """
    if meeting is None:
        return None
    row = standing_edition(session, meeting)
    if row is not None:
        data = papers_of(session).read(row.record)
        return None if data is None else original_in(data, row.number, row.paper)
    if not live:
        return None
    try:
        record = read_meeting(session, meeting)
    except Refused:
        return None
    return Original(record, read_committee(session, record.committee), 0, "")


def original_in(data: bytes, edition: int, paper: str = "") -> Original | None:
    """Return the record in an exchange file of one meeting; None if it is none."""
    try:
        found = msgspec.json.decode(data, type=_Frozen)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if len(found.meetings) != 1 or len(found.committees) != 1:
        return None
    return Original(found.meetings[0], found.committees[0], edition, paper)


def read_text(session: Session, meeting: str | None, *, live: bool = False) -> Text | None:
    """Return the text of a meeting's frozen minutes, to find words in; as `read_original`."""
    original = read_original(session, meeting, live=live)
    return None if original is None else _text_of(session, original)


def read_adopted_text(session: Session, meeting: str) -> Text | None:
    """Return the text of the adopted version of a meeting's minutes; None where there is none."""
    version = standing_version(session, meeting)
    data = papers_of(session).read(version.record) if version else None
    adopted = original_in(data, version.number, version.paper) if version and data else None
    return None if adopted is None else _text_of(session, adopted)


def _text_of(session: Session, original: Original) -> Text:
    minutes = compose(original.meeting, original.committee, session.info["files"])
    return Text(original.meeting, minutes, passages_of(original.meeting, minutes), original.paper)


def adopted_record(data: bytes, corrections: tuple[Correction, ...]) -> bytes:
    """Return a frozen exchange file with corrections made in its meeting; all else stays.

    Raises:
        Refused: If they cannot be made, each with its reason; or the file is none.
    """
    original = original_in(data, 0)
    if original is None:
        raise Refused(msg("The closed record of the minutes cannot be read."))
    document: dict[str, Any] = msgspec.json.decode(data)
    adopted = corrected(original.meeting, corrections)
    document["meetings"] = [msgspec.to_builtins(adopted)]
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"
