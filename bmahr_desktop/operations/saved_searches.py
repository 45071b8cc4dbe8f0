"""Questions to the register that are asked again and again, kept under a name."""

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.register_query import SavedSearch
from bmahr_desktop.operations import records
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.shapes import SHAPES
from bmahr_desktop.storage.trees import read_records

_SEARCH = SHAPES[Kind.SEARCH]


def list_searches(session: Session) -> list[SavedSearch]:
    """Return what was kept, in the order set by hand."""
    return sorted(read_records(session, _SEARCH), key=lambda one: (one.position, one.name, one.uid))


def save_search(session: Session, search: SavedSearch) -> Changes:
    """Keep a question, behind the others.

    Raises:
        Refused: If a value cannot stand in its field.
    """
    last = max((one.position for one in list_searches(session)), default=-1)
    return records.add(session, Kind.SEARCH, msgspec.structs.replace(search, position=last + 1))


def move_search(session: Session, uid: str, by: int) -> Changes:
    """Move a kept question up or down."""
    order = [one.uid for one in list_searches(session)]
    if uid not in order:
        return Changes()
    return edits.put_at(session, _SEARCH, order, uid, max(0, order.index(uid) + by))
