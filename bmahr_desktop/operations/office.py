"""Opens the records of an office, or makes new ones."""

import datetime
import getpass
import uuid

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.places import DataPlace
from bmahr_desktop.storage.edits import Sitting
from bmahr_desktop.storage.schema import make_file, open_file
from bmahr_desktop.storage.store import Store


def utc_now() -> datetime.datetime:
    """Return the time of the PC's clock."""
    return datetime.datetime.now(datetime.UTC)  # noqa: TID251 -- the one place that reads it


def new_sitting(name: str = "") -> Sitting:
    """Return a stay at the desk that begins now.

    Args:
        name: What the one at the desk is called; the account of the PC is noted besides.
    """
    try:
        account = getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        account = "?"
    return Sitting(str(uuid.uuid4()), f"{account} {name}".strip(), utc_now)


def open_office(place: DataPlace, sitting: Sitting) -> Store:
    """Open the records of an office.

    Raises:
        Refused: If there are none, or they cannot be opened; the words say what to do.
    """
    try:
        return open_file(place, sitting)
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=place.file, reason=reason_of(error))
        ) from error


def make_office(place: DataPlace, sitting: Sitting) -> Store:
    """Make new, empty records.

    Raises:
        Refused: If there is a file already, or none can be made.
    """
    try:
        if place.file.exists():
            raise Refused(msg("“{file}” is there already.", file=place.file))
        make_file(place.file)
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be written: {reason}.", file=place.file, reason=reason_of(error))
        ) from error
    return open_office(place, sitting)
