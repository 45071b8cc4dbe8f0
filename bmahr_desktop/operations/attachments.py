"""Files that belong to a meeting: taken in, listed, given out again."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.domain.meeting import Attachment
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.records import checked_value
from bmahr_desktop.operations.upkeep import reason_of, write_whole
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.meeting import AttachmentRow, FileRow
from bmahr_desktop.storage.shapes import MEETING
from bmahr_desktop.thai.searchkey import tidied

LARGEST = 100 * 1024 * 1024
"""So many bytes an attachment may have."""

_SHAPE = MEETING.parts["attachments"]
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


@dataclass(frozen=True)
class AttachmentLine:
    """A file in the list of a meeting.

    Attributes:
        title: What it is called.
        file_name: What the file was called when it was taken in.
        size: In bytes.
    """

    uid: str
    title: str
    sha256: str
    file_name: str
    size: int
    media_type: str

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
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason_of(error))
        ) from error
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


def attach(session: Session, meeting: str, entry: FileEntry) -> Changes:
    """List a file that was taken in among the attachments of a meeting, behind the others.

    Raises:
        Refused: If the very same file is listed there already, or its name cannot stand.
    """
    for line in list_attachments(session, meeting):
        if line.sha256 == entry.sha256:
            raise Refused(
                msg(
                    "“{file}” is attached already, as “{title}”.", file=entry.name, title=line.title
                )
            )
    title = checked_value(Attachment, "title", PurePath(entry.name).stem)
    known = {name: getattr(entry, name) for name in entry.__struct_fields__}
    session.execute(insert(FileRow).values(**known).on_conflict_do_nothing())
    made = Attachment(uid=new_uid(), file=entry.sha256, title=title)
    return edits.add(session, _SHAPE, made, meeting)


# ---------------------------------------------------------------- there


def list_attachments(session: Session, meeting: str) -> tuple[AttachmentLine, ...]:
    """Return the files of a meeting, in their order."""
    asked = (
        select(AttachmentRow, FileRow)
        .join(FileRow, AttachmentRow.file == FileRow.sha256)
        .where(AttachmentRow.meeting == meeting, AttachmentRow.removed.is_(None))
        .order_by(AttachmentRow.position, AttachmentRow.uid)
    )
    return tuple(
        AttachmentLine(row.uid, row.title, file.sha256, file.name, file.size, file.media_type)
        for row, file in session.execute(asked)
    )


def move_attachment(session: Session, uid: str, by: int) -> Changes:
    """Move a file of a meeting up or down in its list."""
    row = session.get_one(AttachmentRow, uid)
    order = edits.siblings(session, _SHAPE, row.meeting or "")
    if uid not in order:
        return Changes()
    return edits.move(session, _SHAPE, uid, max(0, order.index(uid) + by))


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
        raise Refused(
            msg("The file “{file}” is missing from the attachments folder.", file=line.file_name)
        )
    write_whole(path, data)


def _kept(session: Session) -> KeptFiles:
    files: KeptFiles = session.info["files"]
    return files
