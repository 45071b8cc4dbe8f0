"""Sound and video records of a meeting: what is kept of them, and whether they are still the same.

The files themselves stay where they are: an hour of video does not belong among the records.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.online import Recording
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.upkeep import reason_of

_AT_ONCE = 1 << 20


def describe_recording(file: Path, went_on: Callable[[int, int], None] | None = None) -> Recording:
    """Return what is kept of a record: name, place, size and the SHA-256 of its content.

    Args:
        file: The record.
        went_on: Called with the bytes read and the size; it may raise to stop.

    Raises:
        Refused: If it cannot be read.
    """
    digest, done = hashlib.sha256(), 0
    try:
        size = file.stat().st_size
        with file.open("rb") as source:
            while some := source.read(_AT_ONCE):
                digest.update(some)
                done += len(some)
                if went_on is not None:
                    went_on(done, size)
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=file.name, reason=reason_of(error))
        ) from error
    return Recording(file.name, str(file.parent), digest.hexdigest(), done)


def compare_recording(kept: Recording, found: Recording) -> Message:
    """Return in words whether a file is the record that was made then."""
    if kept.sha256 is None:
        return msg("No mark of its content was kept, so nothing can be said about it.")
    if kept.sha256 == found.sha256:
        return msg("It is the very file that was noted: nothing in it was altered.")
    return msg("It is another file, or it was altered: its content is not the one that was noted.")
