"""Bodies in the blocks' table: only what differs is written."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Text, delete, insert, select, type_coerce
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Body
from bmahr_desktop.storage.agenda import BlockRow
from bmahr_desktop.storage.shapes import Shape, block_owner

_GAP = 1 << 20
"""Between two new blocks, so that many more fit between them."""


def save_body(session: Session, shape: Shape, uid: str, body: Body) -> bool:
    """Make a record's blocks those of a body; tell whether anything differed.

    Blocks that stay the same at the beginning and at the end are left alone.
    """
    column = block_owner(shape)
    content = type_coerce(BlockRow.content, Text).label("content")  # compared as it is kept
    query = select(BlockRow.position, content).where(column == uid)
    kept = session.execute(query.order_by(BlockRow.position)).all()
    old = [row.content for row in kept]
    packed = [msgspec.json.encode(block).decode() for block in body]
    head = _common(old, packed)
    tail = _common(old[head:][::-1], packed[head:][::-1])
    gone = kept[head : len(kept) - tail]
    new = body[head : len(body) - tail]
    if not gone and not new:
        return False
    if gone:
        between = BlockRow.position.between(gone[0].position, gone[-1].position)
        session.execute(delete(BlockRow).where(column == uid, between))
    low = kept[head - 1].position if head else 0
    high = kept[-tail].position if tail else low + _GAP * (len(new) + 1)
    if new and (high - low - 1) < len(new):
        session.execute(delete(BlockRow).where(column == uid))
        low, high, new = 0, _GAP * (len(body) + 1), body
    step = (high - low) // (len(new) + 1)
    rows = [
        {shape.body: uid, "position": low + step * number, "content": block}
        for number, block in enumerate(new, 1)
    ]
    if rows:
        session.execute(insert(BlockRow), rows)
    return True


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many blocks two bodies, as kept, have in common at their beginning."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
