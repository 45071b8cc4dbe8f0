"""What was before: wordings, and the trail of who changed what."""

import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bmahr_desktop.storage.base import Base


class WordingRow(Base):
    """A text as it stood before it was changed."""

    __tablename__ = "wording"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime.datetime]
    sitting: Mapped[str]
    record: Mapped[str]
    """The uid of the record."""
    field: Mapped[str]
    content: Mapped[str]

    __table_args__ = (Index("uq_wording_record", "record", "field", "sitting", unique=True),)


class TrailRow(Base):
    """One line of the trail; triggers refuse to change or to delete it.

    Attributes:
        sitting: One stay at the desk; what is saved again and again in it is one line.
        actor: The account of the PC and the name that was given.
        table: Of which kind the record is.
    """

    __tablename__ = "trail"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime.datetime]
    sitting: Mapped[str]
    actor: Mapped[str]
    action: Mapped[str]
    table: Mapped[str]
    record: Mapped[str]

    __table_args__ = (Index("ix_trail_record", "record", "sitting"),)
