"""Keeping files whole, and saying what the PC refuses."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg

_REASONS = {
    errno.ENOENT: msg("there is no such file or folder"),
    errno.EACCES: msg("this account may not do that there"),
    errno.EPERM: msg("this account may not do that there"),
    errno.ENOSPC: msg("the disk is full"),
    errno.EDQUOT: msg("the disk is full"),
    errno.EROFS: msg("the disk can only be read"),
    errno.EISDIR: msg("it is a folder"),
    errno.ENOTDIR: msg("a part of the path is a file, not a folder"),
    errno.EEXIST: msg("a part of the path is a file, not a folder"),
    errno.ENAMETOOLONG: msg("the name is too long"),
}


def reason_of(error: OSError) -> Message:
    """Return in words why the system refused something."""
    known = _REASONS.get(error.errno or 0)
    return known or msg("the system says: {words}", words=error.strerror or str(error))


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file so that it is either the old one or the new one, never half of it.

    Folders that are missing are made.

    Args:
        path: The file.
        data: What it is to hold.
        private: Let nobody else at this PC read it.

    Raises:
        Refused: If it cannot be written; what stood there before is untouched.
    """
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.touch(0o600 if private else 0o666)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise Refused(
            msg("“{file}” cannot be written: {reason}.", file=path, reason=reason_of(error))
        ) from error
