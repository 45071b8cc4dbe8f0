"""Puts meetings of old on file, each with the paper that it was taken from."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FORMAT, VERSION, Exchange, FileEntry
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.records import new_uid, parts_of
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attachments import LARGEST, attach, safe_name, take_file
from bmahr_desktop.operations.exchange import LoadedExchange
from bmahr_desktop.operations.exchange_in import preview_import, take_in
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.thai.digits import DigitStyle

_MB = 1024 * 1024


@dataclass(frozen=True)
class Source:
    """A file that minutes were taken from, as it was when it was read."""

    path: Path
    sha256: str


@dataclass(frozen=True)
class Intake:
    """A meeting of old that is to go on file.

    Attributes:
        file: What its file is called.
        meeting: As it goes on file.
        needed: What has to be answered before.
        source: The file, which is attached to the meeting; None for nothing attached.
        pictures: Those that may stand in its texts, by SHA-256.
        entry: The file, if `take_source` kept it already.
    """

    file: str
    meeting: Meeting
    needed: tuple[Message, ...] = ()
    source: Source | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    entry: FileEntry | None = None


def source_of(path: Path) -> Source:
    """Return a file with the mark of its content; it is read whole.

    Raises:
        Refused: If it cannot be read, or is too large to be attached.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused(
                msg("“{file}” is too large ({size} MB); an attachment may have {most} MB.",
                    file=path.name, size=-(-size // _MB), most=LARGEST // _MB)
            )  # fmt: skip
        with path.open("rb") as file:
            return Source(path, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason_of(error))
        ) from error


def take_source(session: Session, source: Source) -> FileEntry:
    """Keep a file's content in the attachments folder.

    It writes nothing into the records, so it may run in any thread, before the transaction.

    Raises:
        Refused: If it cannot be read or kept, or is another one than was read.
    """
    entry = take_file(session, source.path)
    if entry.sha256 != source.sha256:
        raise Refused(
            msg("“{file}” was changed after it was read. Read it again.", file=source.path.name)
        )
    return entry


# ---------------------------------------------------------------- keeping


def keep_meetings(session: Session, some: Sequence[Intake]) -> Changes:
    """Put meetings on file with the papers that they were taken from. All of them, or none.

    Raises:
        Refused: If something that is needed is still open, a meeting of that number is on file, or
            a paper cannot be kept.
    """
    faults = [*(message for one in some for message in one.needed), *_on_file(session, some)]
    if faults:
        raise Refused(*faults)
    entries: dict[str, FileEntry] = {}
    meetings = []
    for one in some:
        entry = one.entry or (take_source(session, one.source) if one.source else None)
        if entry is not None:
            entries.setdefault(entry.sha256, entry)
        meetings.append(_checked(one, entry))
    return _take_in(session, some, meetings, entries)


def keep_instead(session: Session, one: Intake, of: str) -> Changes:
    """Put a meeting on file in place of another one, which is removed and can be restored.

    Args:
        session: The transaction.
        one: The meeting.
        of: The uid of the other one.

    Raises:
        Refused: As `keep_meetings`; or if the record of the other one is closed for good.
    """
    return records.remove(session, Kind.MEETING, of) | keep_meetings(session, [one])


def attach_source(session: Session, source: Source, meeting: str) -> Changes:
    """Attach a file to a meeting that is on file; nothing else of it is changed.

    Raises:
        Refused: As `take_source`, or if it is attached there already.
    """
    return attach(session, meeting, take_source(session, source))


def _take_in(
    session: Session,
    some: Sequence[Intake],
    meetings: Iterable[Meeting],
    entries: Mapping[str, FileEntry],
) -> Changes:
    pictures = {key: data for one in some for key, data in one.pictures.items()}
    ordered = tuple(sorted(meetings, key=lambda one: one.uid))
    shown = {part.file for _, part in parts_of(ordered) if isinstance(part, Picture)}
    of_pictures = {
        sha256: FileEntry(sha256, sha256[:12] + _ending(data), len(data), _media_type(data))
        for sha256, data in pictures.items()
        if sha256 in shown
    }
    files = tuple(one for _, one in sorted({**of_pictures, **entries}.items()))
    exchange = Exchange(format=FORMAT, version=VERSION, meetings=ordered, files=files)
    kept = _kept(session)

    def read(sha256: str) -> bytes | None:
        return pictures[sha256] if sha256 in pictures else kept.read(sha256)

    loaded = LoadedExchange(exchange, pictures, read)
    return take_in(session, preview_import(session, loaded), loaded)


def _kept(session: Session) -> KeptFiles:
    files: KeptFiles = session.info["files"]
    return files


def _checked(one: Intake, entry: FileEntry | None) -> Meeting:
    """Return the meeting as it goes on file, its paper attached.

    Raises:
        Refused: If a text in it is longer than a record can be.
    """
    meeting = one.meeting
    if entry is not None:
        title = safe_name(PurePath(entry.name).stem)
        paper = Attachment(uid=new_uid(), file=entry.sha256, title=title)
        others = (other for other in meeting.attachments if other.file != entry.sha256)
        meeting = msgspec.structs.replace(meeting, attachments=(paper, *others))
    try:
        return msgspec.convert(msgspec.to_builtins(meeting), Meeting)
    except msgspec.ValidationError as error:
        raise Refused(
            msg("“{file}” does not fit the records: {words}", file=one.file, words=str(error))
        ) from error


def _on_file(session: Session, some: Iterable[Intake]) -> Iterator[Message]:
    seen: dict[tuple[str, int, int], str] = {}
    for one in some:
        meeting, file = one.meeting, one.file
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
