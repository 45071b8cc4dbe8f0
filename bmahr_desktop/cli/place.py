"""Opens the records that a command names."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from bmahr_desktop.operations.office import make_office, new_sitting, open_office
from bmahr_desktop.places import data_place
from bmahr_desktop.storage.store import Store


@contextmanager
def office(chosen: argparse.Namespace, *, make: bool = False) -> Iterator[Store]:
    """Open the records that the command names; make them where that is its purpose."""
    place = data_place(chosen.data)
    sitting = new_sitting()
    new = make and not place.file.exists()
    store = make_office(place, sitting) if new else open_office(place, sitting)
    try:
        yield store
    finally:
        store.close()
