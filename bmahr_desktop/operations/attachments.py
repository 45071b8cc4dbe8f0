"""Files that belong to a meeting, a matter or a report: taken in, listed, given out again."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.meetings import read_outline
from bmahr_desktop.operations.records import checked_value
from bmahr_desktop.operations.upkeep import reason_of, write_whole
from bmahr_desktop.operations.whereabouts import attached_to
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.meeting import AttachmentRow, FileRow
from bmahr_desktop.storage.shapes import SHAPES, Shape
from bmahr_desktop.thai.searchkey import tidied

LARGEST = 100 * 1024 * 1024
"""So many bytes an attachment may have."""

_LONGEST_NAME = 180
"""In bytes; a file system takes 255, and a Thai letter is three."""
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
"""Among them the signs that turn the direction of text: "fdp.exe" would be shown as "exe.pdf"."""
_NOT_IN_NAMES = re.compile('[<>:"/\\\\|?*]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)

_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".bmp": "image/bmp",
    ".zip": "application/zip",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
}
"""The PC's own table differs from PC to PC."""

_HARMLESS = frozenset({*_MEDIA_TYPES, ".heic", ".md", ".ics", ".eml", ".msg"})
"""What the PC may be asked to open: it shows these and does not run them."""


class KeptState(Enum):
    """How it stands with the content of a file that was taken in."""

    WHOLE = "whole"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True)
class AttachmentLine:
    """A file in the list of a meeting.

    Attributes:
        title: What it is called.
        file_name: What the file was called when it was taken in.
        size: In bytes.
        matter, report: What it belongs to; both empty for the meeting itself.
        state: Whether its content is kept, as far as that can be told at a glance.
    """

    uid: str
    title: str
    sha256: str
    file_name: str
    size: int
    media_type: str
    matter: str = ""
    report: str = ""
    state: KeptState = KeptState.WHOLE

    @property
    def suffix(self) -> str:
        """The end of the file's name, ".pdf", in small letters."""
        return PurePath(self.file_name).suffix.lower()

    @property
    def out_name(self) -> str:
        """A name for a copy: the title, without what no system takes in a file's name."""
        return f"{safe_name(self.title, self.suffix)}{self.suffix}"

    @property
    def may_open(self) -> bool:
        """Whether the PC shows such a file; anything else might be a program."""
        return self.suffix in _HARMLESS


def safe_name(title: str, suffix: str = "") -> str:
    """Return a title as a file's name: no stroke, no control, not too long, never empty."""
    name = tidied(_NOT_IN_NAMES.sub(" ", _CONTROLS.sub(" ", title))).strip(". ")
    if suffix and name.lower().endswith(suffix):
        name = name[: -len(suffix)].rstrip(". ")
    name = name.encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip(". ")
    return f"_{name}" if not name or _DEVICES.match(name) else name


# ---------------------------------------------------------------- in


def take_file(session: Session, path: Path) -> FileEntry:
    """Keep a file's content in the attachments folder; `attach` then lists it.

    It writes nothing into the records, so it may run in any thread.

    Raises:
        Refused: If it cannot be read or kept, is a folder, empty or too large.
    """
    try:
        if path.is_dir():
            raise Refused(msg("“{file}” is a folder. Attach the files in it.", file=path.name))
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused(_too_large(path.name, size))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(_unreadable(path, error)) from error
    if len(data) > LARGEST:
        raise Refused(_too_large(path.name, len(data)))
    if not data:
        raise Refused(msg("“{file}” is empty.", file=path.name))
    try:
        sha256 = _kept(session).keep(data)
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be kept: {reason}.", file=path.name, reason=reason_of(error))
        ) from error
    media_type = _MEDIA_TYPES.get(path.suffix.lower(), "")
    return FileEntry(sha256, _readable(path.name), len(data), media_type)


def _unreadable(path: Path, error: OSError) -> Message:
    return msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason_of(error))


def _readable(name: str) -> str:
    """Return a file's name with what is no text in it, as names of another system, replaced."""
    return _CONTROLS.sub("_", name.encode(errors="replace").decode())


def _too_large(name: str, size: int) -> Message:
    return msg(
        "“{file}” is too large ({size} MB); an attachment may have {most} MB.",
        file=name,
        size=-(-size // 1_048_576),
        most=LARGEST // 1_048_576,
    )


def attach(session: Session, meeting: str, entry: FileEntry, matter: str = "") -> Changes:
    """List a file that was taken in among the attachments of its owner, behind the others.

    Args:
        session: The transaction.
        meeting: The meeting.
        entry: The file.
        matter: The matter that it belongs to; empty for the meeting itself.

    Raises:
        Refused: If the very same file is listed there already, or its name cannot stand.
    """
    refuse_twice(list_attachments(session, meeting), matter, entry.sha256, entry.name)
    kind = Kind.MATTER if matter else Kind.MEETING
    return edits.add(session, _shape(kind), listed(session, entry), matter or meeting)


def attach_to_report(session: Session, report: str, entry: FileEntry) -> Changes:
    """List a file that was taken in among those that came with a report, behind the others.

    Raises:
        Refused: If the very same file is listed there already, or its name cannot stand.
    """
    refuse_twice(list_of_reports(session, [report]), report, entry.sha256, entry.name)
    return edits.add(session, _shape(Kind.REPORT), listed(session, entry), report)


def listed(session: Session, entry: FileEntry) -> Attachment:
    """Return an attachment for a file that was taken in, and note what the file is."""
    title = checked_value(Attachment, "title", PurePath(entry.name).stem)
    known = {name: getattr(entry, name) for name in entry.__struct_fields__}
    session.execute(insert(FileRow).values(**known).on_conflict_do_nothing())
    return Attachment(uid=new_uid(), file=entry.sha256, title=title)


def put_again(session: Session, line: AttachmentLine, path: Path) -> None:
    """Put a kept file that is missing or was altered back, from a copy of it.

    It writes nothing into the records, so it may run in any thread.

    Raises:
        Refused: If the copy cannot be read, or is not what was attached then.
    """
    try:
        with path.open("rb") as file:
            same = path.stat().st_size == line.size and (
                hashlib.file_digest(file, "sha256").hexdigest() == line.sha256
            )
    except OSError as error:
        raise Refused(_unreadable(path, error)) from error
    if not same:
        raise Refused(
            msg(
                "“{file}” is not the file that was attached as “{title}”. Attach it as a new one.",
                file=path.name,
                title=line.title,
            )
        )
    take_file(session, path)


# ---------------------------------------------------------------- there


@dataclass(frozen=True)
class AttachmentPlace:
    """What files can belong to.

    Attributes:
        matter: The uid of a matter; empty for the meeting itself.
        number: As the agenda prints it, "3.1"; empty for the meeting itself.
        title: Of the matter, or of its item.
    """

    matter: str = ""
    number: str = ""
    title: str = ""


def list_places(session: Session, meeting: str) -> tuple[AttachmentPlace, ...]:
    """Return what files of a meeting can belong to: itself, and each of its matters."""
    places = [AttachmentPlace()]
    for number, item in enumerate(read_outline(session, meeting), 1):
        titled = [matter for matter in item.matters if matter.title]
        count = 0
        for matter in item.matters:
            count += bool(matter.title)
            own = f"{number}.{count}" if matter.title and len(titled) > 1 else str(number)
            places.append(AttachmentPlace(matter.uid, own, matter.title or item.title))
    return tuple(places)


def list_attachments(session: Session, meeting: str) -> tuple[AttachmentLine, ...]:
    """Return the files of a meeting, then those of its matters in the agenda's order."""
    matters = [place.matter for place in list_places(session, meeting) if place.matter]
    row = AttachmentRow
    lines = lines_where(session, or_(row.meeting == meeting, row.matter.in_(matters)))
    order = {matter: at for at, matter in enumerate(["", *matters])}
    return tuple(sorted(lines, key=lambda line: order[line.matter]))


def list_of_reports(session: Session, reports: Sequence[str]) -> tuple[AttachmentLine, ...]:
    """Return the files that came with reports, those of each in their order."""
    return tuple(lines_where(session, AttachmentRow.report.in_(reports)))


def lines_where(session: Session, which: ColumnElement[bool]) -> list[AttachmentLine]:
    """Return the files whose rows fit, in their order."""
    asked = (
        select(AttachmentRow, FileRow)
        .join(FileRow, AttachmentRow.file == FileRow.sha256)
        .where(which, AttachmentRow.removed.is_(None))
        .order_by(AttachmentRow.position, AttachmentRow.uid)
    )
    files = _kept(session)
    return [
        AttachmentLine(
            row.uid, row.title, file.sha256, file.name, file.size, file.media_type,
            matter=row.matter or "", report=row.report or "",
            state=_seen_state(files, file.sha256, file.size),
        )
        for row, file in session.execute(asked)
    ]  # fmt: skip


def state_of(session: Session, line: AttachmentLine) -> KeptState:
    """Return whether the kept file is what was attached; it is read from end to end."""
    files = _kept(session)
    seen = _seen_state(files, line.sha256, line.size)
    if seen is not KeptState.WHOLE:
        return seen
    try:
        return KeptState.WHOLE if files.find(line.sha256) else KeptState.ALTERED
    except OSError:
        return KeptState.MISSING


def _seen_state(files: KeptFiles, sha256: str, size: int) -> KeptState:
    """Return what the folder tells at a glance."""
    try:
        found = files.place(sha256).stat().st_size
    except OSError:
        return KeptState.MISSING
    return KeptState.WHOLE if found == size else KeptState.ALTERED


def move_attachment(session: Session, uid: str, by: int) -> Changes:
    """Move a file up or down among those of the same meeting, matter or report."""
    kind, owner = attached_to(session.get_one(AttachmentRow, uid))
    shape = _shape(kind)
    order = edits.siblings(session, shape, owner)
    if uid not in order:
        return Changes()
    return edits.move(session, shape, uid, max(0, order.index(uid) + by))


def give_attachment(session: Session, uid: str, meeting: str, matter: str = "") -> Changes:
    """Let a file belong to a matter of its meeting, or to the meeting itself, behind the others.

    Raises:
        Refused: If the very same file is listed there already.
    """
    row = session.get_one(AttachmentRow, uid)
    if (row.matter or "") == matter:
        return Changes()
    refuse_twice(list_attachments(session, meeting), matter, row.file, row.title)
    kind = Kind.MATTER if matter else Kind.MEETING
    return edits.put_under(session, _shape(kind), uid, matter or meeting, None)


def _shape(owner: Kind) -> Shape:
    """Return how files lie that belong to a record of a kind."""
    return SHAPES[owner].parts["attachments"]


def refuse_twice(lines: Iterable[AttachmentLine], owner: str, sha256: str, name: str) -> None:
    """Refuse a file that its owner has already."""
    for line in lines:
        if (line.matter or line.report, line.sha256) == (owner, sha256):
            raise Refused(
                msg("“{file}” is attached already, as “{title}”.", file=name, title=line.title)
            )


# ---------------------------------------------------------------- out


def write_copy(session: Session, line: AttachmentLine, path: Path) -> None:
    """Write a copy of a file.

    Raises:
        Refused: If it is missing from the attachments folder or altered, or cannot be written.
    """
    try:
        data = _kept(session).read(line.sha256)
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=line.title, reason=reason_of(error))
        ) from error
    if data is None:
        raise Refused(words_of(state_of(session, line), line))
    write_whole(path, data)


def words_of(state: KeptState, line: AttachmentLine) -> Message:
    """Return in words that the content of a file is not as it was."""
    if state is KeptState.ALTERED:
        return msg(
            "The kept file “{file}” was altered by something else. It is not given out.",
            file=line.file_name,
        )
    return msg("The file “{file}” is missing from the attachments folder.", file=line.file_name)


def _kept(session: Session) -> KeptFiles:
    files: KeptFiles = session.info["files"]
    return files
