"""Whether everything in a definition can be computed: nothing may rest on itself."""

from collections.abc import Iterator, Mapping, Sequence

from bmahr_desktop.domain.forms.definition import Definition, Field, Shown
from bmahr_desktop.domain.forms.expressions import (
    PER_ROW,
    Call,
    Expression,
    Name,
    Number,
    Operation,
    names_in,
)
from bmahr_desktop.forms.entries import Faults
from bmahr_desktop.forms.toml_lines import Path
from bmahr_desktop.i18n import msg

_LONGEST_CHAIN = 20

Needs = Mapping[str, tuple[Path, Sequence[str]]]
"""What each name rests on, and where that is written."""


def look_at_computing(definition: Definition, faults: Faults) -> None:
    """Tell of what rests on itself, on too many others, or on the row where there is none."""
    needs = dict(_needs(definition))
    done: set[str] = set()
    for name, (path, _) in needs.items():
        chain = _loop(name, needs, done)
        if chain:
            said = msg("“{name}” rests on itself: {chain}.", name=name, chain=" → ".join(chain))
            faults.add(path, said)
            return
    lengths: dict[str, int] = {}
    for name, (path, _) in needs.items():
        if _length(name, needs, lengths) > _LONGEST_CHAIN:
            said = msg("“{name}” rests on more than {most} others in a row.",
                       name=name, most=_LONGEST_CHAIN)  # fmt: skip
            faults.add(path, said)
            return
    _look_at_rows(definition, faults)


def _needs(definition: Definition) -> Iterator[tuple[str, tuple[Path, Sequence[str]]]]:
    for path, field in _fields(definition):
        if field.name:
            yield field.name, (path, tuple(_of(field)))
        if field.table is None:
            continue
        table = field.name or f"#{path}"
        own = {one.name for one in field.table.columns}
        for number, column in enumerate(field.table.columns):
            if column.name:
                names = (f"{table}.{one}" if one in own else one for one in _of(column))
                yield f"{table}.{column.name}", ((*path, "column", number), tuple(names))


def _fields(definition: Definition) -> Iterator[tuple[Path, Field]]:
    for s, section in enumerate(definition.sections):
        for f, field in enumerate(section.fields):
            yield ("section", s, "field", f), field


def _of(shown: Shown) -> Iterator[str]:
    if shown.compute is not None:
        yield from names_in(shown.compute)
    if shown.text is not None:
        yield from (one.name for one in shown.text.places())


def _loop(first: str, needs: Needs, done: set[str]) -> list[str]:
    """Return a chain of names that comes back to where it began; nothing if there is none."""
    chain, following = [first], [iter(needs[first][1])]
    while chain:
        for name in following[-1]:
            if name in chain:
                return [*chain[chain.index(name) :], name]
            if name in needs and name not in done:
                chain.append(name)
                following.append(iter(needs[name][1]))
                break
        else:
            done.add(chain.pop())
            following.pop()
    return []


def _length(name: str, needs: Needs, lengths: dict[str, int]) -> int:
    """Return how many names stand behind each other; more than may be are not counted."""
    order, waiting = [], [name]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one in seen or one in lengths or one not in needs:
            continue
        seen.add(one)
        order.append(one)
        waiting += needs[one][1]
    for _ in range(_LONGEST_CHAIN + 2):
        for one in reversed(order):
            behind = (lengths.get(other, 0) for other in needs[one][1])
            lengths[one] = 1 + max(behind, default=0)
    return lengths.get(name, 0)


def _look_at_rows(definition: Definition, faults: Faults) -> None:
    """Tell of sums so far outside a column, where there is no row."""
    for path, field in _fields(definition):
        if field.compute is not None and _has_per_row(field.compute):
            said = msg("“cumulative” can stand only in a column of a table.")
            faults.add((*path, "compute"), said)


def _has_per_row(expression: Expression) -> bool:
    match expression:
        case Call(function, parts):
            return function in PER_ROW or any(map(_has_per_row, parts))
        case Operation(_, left, right):
            return _has_per_row(left) or _has_per_row(right)
        case _:
            return False


def per_row_in(expression: Expression) -> Iterator[tuple[str, bool]]:
    """Yield the names in an expression, and whether all values of each are added up."""
    match expression:
        case Name(name):
            yield name, False
        case Call(function, (Name(name),)) if function in ("sum", "sum_known", "count"):
            yield name, True
        case Call(_, parts):
            for part in parts:
                yield from per_row_in(part)
        case Operation(_, left, right):
            yield from per_row_in(left)
            yield from per_row_in(right)
        case Number():
            return
