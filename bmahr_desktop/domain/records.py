"""What every record of the program is made of.

Records are frozen: screens, papers and files receive values, never something that could change
under them. They are msgspec structs, so that the format of exchange files follows from the very
classes that the program works with.
"""

import datetime
import uuid
from collections.abc import Iterator
from typing import Annotated, Any

from msgspec import Meta, Struct

Place = tuple[str | int, ...]
"""Where a value stands inside another: names of fields and numbers in lists."""


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen value; fields at their default are left out of files."""


def parts_of(node: Any, path: Place = ()) -> Iterator[tuple[Place, Record]]:
    """Yield a record and every record in it, each with its place."""
    if isinstance(node, Record):
        yield path, node
        for name in node.__struct_fields__:
            yield from parts_of(getattr(node, name), (*path, name))
    elif isinstance(node, tuple):
        for number, one in enumerate(node):
            yield from parts_of(one, (*path, number))


def new_uid() -> str:
    """Return a uid for a new record."""
    return str(uuid.uuid4())


Uid = Annotated[
    str,
    Meta(
        pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        description="A UUID in small letters, made once and kept for ever.",
    ),
]
Sha256 = Annotated[
    str, Meta(pattern="^[0-9a-f]{64}$", description="The SHA-256 of a file, in hexadecimal.")
]
ClockTime = Annotated[
    str,
    Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$", description="Local time, hours and minutes."),
]
YearBE = Annotated[int, Meta(ge=2400, le=2999, description="A year of the Buddhist Era.")]
Month = Annotated[
    str,
    Meta(pattern="^[12][0-9]{3}-(0[1-9]|1[0-2])$", description="A month of the Common Era."),
]
Stamp = Annotated[
    datetime.datetime, Meta(tz=True, description="A moment with its time zone; UTC when written.")
]
Text = Annotated[str, Meta(max_length=100_000)]
"""Text as typed; a line feed ends a line."""
ShortText = Annotated[str, Meta(max_length=2_000)]
Name = Annotated[str, Meta(min_length=1, max_length=2_000)]
Order = Annotated[int, Meta(ge=0, le=100_000)]
