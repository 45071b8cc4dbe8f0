"""People and the units they work in."""

from sqlalchemy.orm import Mapped

from bmahr_desktop.storage.base import Kept, Key, reference


class UnitRow(Kept):
    """An office."""

    __tablename__ = "unit"

    uid: Mapped[Key]
    name: Mapped[str]
    short_name: Mapped[str]
    code: Mapped[str]
    parent: Mapped[str | None] = reference("unit")
    position: Mapped[int]
    merged_into: Mapped[str | None] = reference("unit")
    """The unit that it turned out to be."""


class PersonRow(Kept):
    """Somebody."""

    __tablename__ = "person"

    uid: Mapped[Key]
    name: Mapped[str]
    honorific: Mapped[str]
    job: Mapped[str]
    unit: Mapped[str | None] = reference("unit")
    merged_into: Mapped[str | None] = reference("person")
    """The person whom they turned out to be."""
