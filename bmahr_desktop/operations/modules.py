"""Text modules of the office: written, ordered, and kept apart by their codes."""

import re
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.modules import TextModule, shipped_modules
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.committee import ModuleRow
from bmahr_desktop.storage.shapes import MODULE
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.searchkey import search_key

_CODE = re.compile(r"[^\s;{}\[\]]{1,40}")
"""What can be typed behind ";" in one go, and is no place or gap."""


def list_modules(session: Session) -> list[TextModule]:
    """Return the modules that the office wrote: those of one owner in the order set by hand."""
    found = read_records(session, MODULE)
    return sorted(found, key=lambda one: (one.committee or "", one.position, one.code))


def unused_shipped(modules: list[TextModule]) -> list[TextModule]:
    """Return the shipped modules that still serve somebody: no shared one has their code.

    Args:
        modules: All that the office wrote.
    """
    taken = {_key(one.code) for one in modules if one.committee is None}
    return [one for one in shipped_modules() if _key(one.code) not in taken]


def add_module(session: Session, module: TextModule) -> Changes:
    """Put a module on file, behind the others of its owner.

    Raises:
        Refused: If its code is taken or is none, or a value cannot stand in its field.
    """
    check_code(session, module.uid, module.committee, module.code)
    return records.add(session, Kind.MODULE, _placed_last(session, module))


def copy_shipped(session: Session, shipped: TextModule, uid: str) -> Changes:
    """Put an own module in the place of a shipped one, for all committees, to be reworded.

    Args:
        session: The transaction.
        shipped: The one that it begins as.
        uid: Its own uid.

    Raises:
        Refused: If there is one of its code already.
    """
    return add_module(session, msgspec.structs.replace(shipped, uid=uid))


def amend_module(
    session: Session, _kind: Kind, uid: str, version: int | None, **fields: Any
) -> Changes:
    """Change a module; one that goes to another owner goes behind the others there.

    Raises:
        Refused: If its code is taken or is none, or a value cannot stand in its field.
        StaleText: If it was changed since that version was read.
    """
    if {"code", "committee"} & fields.keys():
        row = session.get_one(ModuleRow, uid)
        committee = fields.get("committee", row.committee)
        check_code(session, uid, committee, str(fields.get("code", row.code)))
        if committee != row.committee:
            fields["position"] = _last(session, committee) + 1
    return records.amend(session, Kind.MODULE, uid, version, **fields)


def restore_module(session: Session, uid: str) -> Changes:
    """Put a module back that was removed.

    Raises:
        Refused: If its code was taken meanwhile.
    """
    row = session.get_one(ModuleRow, uid)
    check_code(session, uid, row.committee, row.code)
    return records.restore(session, Kind.MODULE, uid)


def move_module(session: Session, uid: str, by: int) -> Changes:
    """Move a module up or down among those of its owner."""
    committee = session.get_one(ModuleRow, uid).committee
    order = [one.uid for one in list_modules(session) if one.committee == committee]
    if uid not in order:
        return Changes()
    return edits.put_at(session, MODULE, order, uid, max(0, order.index(uid) + by))


def check_code(session: Session, uid: str, committee: str | None, code: str) -> None:
    """Check that a module may have a code.

    Args:
        session: The records.
        uid: The module.
        committee: Whose it is; None for every committee's.
        code: The code.

    Raises:
        Refused: If it is none, or another module of the same owner has it.
    """
    if not _CODE.fullmatch(code):
        raise Refused(
            msg("A code is 1 to 40 letters or digits without spaces, “;” or brackets, as “ชอบ”.")
        )
    for other in list_modules(session):
        if other.uid == uid or other.committee != committee or _key(other.code) != _key(code):
            continue
        words = " ".join((other.title or other.text).split())
        raise Refused(
            msg("The code “{code}” is taken already: {words}", code=other.code, words=words[:80])
        )


def _placed_last(session: Session, module: TextModule) -> TextModule:
    return msgspec.structs.replace(module, position=_last(session, module.committee) + 1)


def _last(session: Session, committee: str | None) -> int:
    found = (one.position for one in list_modules(session) if one.committee == committee)
    return max(found, default=-1)


def _key(code: str) -> str:
    return search_key(code).strip()
