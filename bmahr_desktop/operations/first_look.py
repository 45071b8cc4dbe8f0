"""A first look into the file: light, so that it needs nothing of the database's library."""

from bmahr_desktop.places import DataPlace
from bmahr_desktop.storage.glance import Glance, glance_at
from bmahr_desktop.storage.mark import REVISIONS


def first_look(place: DataPlace, committee: str = "") -> Glance | None:
    """Return what the list of meetings will show; None where the file is to be opened first.

    Args:
        place: The file.
        committee: The uid of the committee that was shown last.
    """
    return glance_at(place.file, REVISIONS[-1], committee)
