"""A meeting held online: where, and what the law wants kept of it (standards D)."""

from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.records import Name, Record, Sha256, ShortText, Text


class Recording(Record, frozen=True):
    """A sound or video record of a meeting (standards D); the file itself is kept elsewhere.

    Attributes:
        name: What the file is called.
        place: Where it is kept.
        sha256: Of its content, so that it can be told whether it was altered.
        size: In bytes.
    """

    name: Name
    place: ShortText = ""
    sha256: Sha256 | None = None
    size: Annotated[int, Meta(ge=0)] = 0


class Online(Record, frozen=True):
    """The meeting's place on the network, and what must be kept of it (standards D).

    Attributes:
        link: The address with which one joins.
        recordings: Of the whole meeting, unless it is secret.
        faults: What went wrong with the connection, when and for how long.
    """

    platform: ShortText = ""
    room: ShortText = ""
    link: ShortText = ""
    recordings: tuple[Recording, ...] = ()
    faults: Text = ""
