"""A meeting as a screen works on it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.adoption import Adoption
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.operations.records import refuse_forbidden
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.agenda import ItemRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.meeting import AttachmentRow
from bmahr_desktop.storage.shapes import SHAPES


@dataclass(frozen=True)
class OutlineMatter:
    """A matter in the outline of an agenda."""

    uid: str
    title: str
    resolutions: int


@dataclass(frozen=True)
class OutlineItem:
    """An item in the outline of an agenda."""

    uid: str
    title: str
    kind: ItemKind
    matters: tuple[OutlineMatter, ...]


def read_outline(session: Session, meeting: str) -> tuple[OutlineItem, ...]:
    """Return the items and matters of a meeting's agenda, in their order, without their text."""
    counted = (
        select(ResolutionRow.matter, func.count())
        .where(ResolutionRow.removed.is_(None))
        .group_by(ResolutionRow.matter)
        .subquery()
    )
    asked = (
        select(ItemRow, MatterRow.uid, MatterRow.title, func.coalesce(counted.c[1], 0))
        .outerjoin(MatterRow, (MatterRow.item == ItemRow.uid) & MatterRow.removed.is_(None))
        .outerjoin(counted, counted.c.matter == MatterRow.uid)
        .where(ItemRow.meeting == meeting, ItemRow.removed.is_(None))
        .order_by(ItemRow.position, MatterRow.position)
    )
    items: dict[str, tuple[ItemRow, list[OutlineMatter]]] = {}
    for item, uid, title, count in session.execute(asked):
        _, matters = items.setdefault(item.uid, (item, []))
        if uid is not None:
            matters.append(OutlineMatter(uid, title, count))
    return tuple(
        OutlineItem(item.uid, item.title, item.kind, tuple(matters))
        for item, matters in items.values()
    )


def count_parts(session: Session, meeting: str) -> dict[Kind, int]:
    """Return how many names, items, signatures and files a meeting has."""
    counts = {}
    for kind in (Kind.ATTENDANCE, Kind.ITEM, Kind.SIGNATURE, Kind.ATTACHMENT):
        row: Any = SHAPES[kind].row
        asked = select(func.count()).where(row.meeting == meeting, row.removed.is_(None))
        counts[kind] = session.scalar(asked) or 0
    of_matters = (
        select(func.count())
        .select_from(AttachmentRow)
        .join(MatterRow, AttachmentRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .where(
            ItemRow.meeting == meeting,
            *(row.removed.is_(None) for row in (AttachmentRow, MatterRow, ItemRow)),
        )
    )
    counts[Kind.ATTACHMENT] += session.scalar(of_matters) or 0
    return counts


def set_adoption(
    session: Session, matter: str, version: int | None, adoption: Adoption | None
) -> Changes:
    """Say which earlier minutes a matter adopts, or that it adopts none.

    Corrections are records of their own and stay as they are.

    Raises:
        StaleText: If the matter was changed since that version was read.
    """
    refuse_forbidden(adoption)
    columns = {
        f"adopts_{name}": adoption and getattr(adoption, name)
        for name in ("number", "year", "date", "meeting")
    }
    return edits.amend(session, SHAPES[Kind.MATTER], matter, version, **columns)
