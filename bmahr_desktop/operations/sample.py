"""The invented year, to try the program with."""

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.operations.exchange_in import preview_import, take_in
from bmahr_desktop.operations.health import is_empty
from bmahr_desktop.operations.search import keep_index
from bmahr_desktop.places import resource
from bmahr_desktop.storage.store import Store


def fill_with_sample(store: Store) -> int:
    """Fill an empty file with the invented year; return how many records it has.

    Raises:
        Refused: If the file is not empty.
    """
    with store.reading() as session:
        if not is_empty(session):
            raise Refused(msg("The file is not empty; the sample goes into an empty one only."))
    loaded = read_exchange(resource("sample", "data.json"))
    with store.writing() as session:
        preview = preview_import(session, loaded)
        take_in(session, preview, loaded)
    fill_index(store)
    return preview.counts()[0]


def fill_index(store: Store) -> None:
    """Bring the index up to date, to the end."""
    left = 1
    while left:
        with store.writing() as session:
            left = keep_index(session)
