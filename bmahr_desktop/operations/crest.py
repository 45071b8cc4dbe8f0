"""The office's own picture of the Garuda, for its letters. None is shipped with the program."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from bmahr_desktop.documents.typesetting.picture import BadPictureError, picture_size
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.upkeep import reason_of, write_whole

if TYPE_CHECKING:
    from bmahr_desktop.storage.files import KeptFiles

FORMS = "forms"
"""The folder of what the office's papers look like, beside that of attachments."""
_NAMES = {b"\x89PNG": "crest.png", b"\xff\xd8\xff": "crest.jpg"}


def crest_of(session: Session) -> bytes | None:
    """Return the office's picture of the Garuda; None where it has none.

    Raises:
        Refused: If it is there but cannot be read.
    """
    files: KeptFiles = session.info["files"]
    return office_crest(files.beside(FORMS).folder)


def office_crest(folder: Path) -> bytes | None:
    """Return the picture that is kept in a folder; None without one.

    Raises:
        Refused: If it is there but cannot be read.
    """
    found = crest_file(folder)
    return None if found is None else read_crest(found)


def read_crest(path: Path) -> bytes:
    """Return the file of the office's picture of the Garuda, for letters.

    Raises:
        Refused: If it cannot be read, or is no picture.
    """
    try:
        data = path.read_bytes()
        picture_size(data)
    except OSError as error:
        reason = reason_of(error)
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason)
        ) from error
    except BadPictureError as error:
        raise Refused(msg("“{file}” is no picture.", file=path.name)) from error
    return data


def crest_file(folder: Path) -> Path | None:
    """Return where the picture lies; None if there is none."""
    return next((folder / name for name in _NAMES.values() if (folder / name).is_file()), None)


def keep_crest(folder: Path, source: Path) -> None:
    """Take a picture in for all letters from now on, instead of the one before.

    Args:
        folder: Where it is kept.
        source: The file; it can be thrown away afterwards.

    Raises:
        Refused: If it cannot be read or kept, is no PNG or JPEG picture, or is too large.
    """
    try:
        data = source.read_bytes()
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=source.name, reason=reason_of(error))
        ) from error
    from bmahr_desktop.operations.papers import check_picture  # noqa: PLC0415 -- loads all papers

    check_picture(data)
    name = next(name for start, name in _NAMES.items() if data.startswith(start))
    write_whole(folder / name, data)
    _remove(folder, keep=name)


def remove_crest(folder: Path) -> None:
    """Have letters leave the room of the Garuda free again.

    Raises:
        Refused: If the picture cannot be removed.
    """
    _remove(folder, keep="")


def _remove(folder: Path, keep: str) -> None:
    try:
        for name in _NAMES.values():
            if name != keep:
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise Refused(
            msg("The picture could not be removed: {reason}.", reason=reason_of(error))
        ) from error
