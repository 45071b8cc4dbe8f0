"""What is left out of an import: records, or single fields, that stay as they are here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from bmahr_desktop.domain.records import Record
from bmahr_desktop.operations.exchange_in import Preview
from bmahr_desktop.storage.merging import Difference, Merge
from bmahr_desktop.storage.trees import FlatRow

Left = frozenset[tuple[str, str]]
"""Uids of records with a field, "funding.amount"; "" for the record as a whole."""

_ALL = ""


def left_with(preview: Preview, left: Iterable[tuple[str, str]]) -> Left:
    """Return what stays out when some is left out: what could not stand without it, too.

    A new record that is left out takes along what is new in it and what names it.
    """
    chosen = set(left)
    gone = {uid for uid, field in chosen if field == _ALL}
    new = {row.uid: row for row in preview.merge.new}
    waiting = set(new) & gone
    while waiting:
        found = {
            uid
            for uid, row in new.items()
            if uid not in gone and any(_names(value, waiting) for value in row.values.values())
        }
        gone |= found
        waiting = found
    absent = gone & set(new)
    chosen |= {(uid, _ALL) for uid in gone}
    for row, differences in preview.merge.changed:
        chosen |= {(row.uid, one.field) for one in differences if _names(one.new, absent)}
    return frozenset(chosen)


def _names(value: Any, uids: set[str]) -> bool:
    return isinstance(value, str) and value in uids


def chosen_of(preview: Preview, left: Left) -> Preview:
    """Return a preview without what is left out.

    Args:
        preview: What the whole file would do.
        left: What stays as it is, as `left_with` returns it.
    """
    if not left:
        return preview
    out = {uid for uid, field in left if field == _ALL}
    merge = preview.merge
    changed = [(row, _kept(row, differences, left)) for row, differences in merge.changed
               if row.uid not in out]  # fmt: skip
    return replace(
        preview,
        merge=Merge(
            new=[row for row in merge.new if row.uid not in out],
            changed=[(row, some) for row, some in changed if some],
            back=[row for row in merge.back if row.uid not in out],
            gone=[row for row in merge.gone if row.uid not in out],
            left=merge.left,
            same=merge.same,
        ),
    )


def _kept(row: FlatRow, differences: Iterable[Difference], left: Left) -> list[Difference]:
    return list(_kept_of(row, differences, left))


def _kept_of(row: FlatRow, differences: Iterable[Difference], left: Left) -> Iterator[Difference]:
    """Yield differences as far as they are taken."""
    for one in differences:
        if (row.uid, one.field) in left:
            continue
        new = one.new
        for uid, field in left:
            if uid == row.uid and field.startswith(f"{one.field}."):
                new = _as_before(one.old, new, field.split(".")[1:])
        if new != one.old:
            yield Difference(one.field, one.old, new)


def _as_before(old: Any, new: Any, steps: list[str]) -> Any:
    """Return a value with one field in it as it was before."""
    first, rest = steps[0], steps[1:]
    before, after = _inside(old, first), _inside(new, first)
    value = _as_before(before, after, rest) if rest else before
    if isinstance(new, Mapping):
        others = {name: one for name, one in new.items() if name != first}
        return others if value is None else others | {first: value}
    return msgspec.structs.replace(new, **{first: value}) if isinstance(new, Record) else new


def _inside(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
