"""What was before: wordings, and the trail of who changed what."""

import datetime

from sqlalchemy import ForeignKey, Index
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


class EditionRow(Base):
    """A meeting's record as it was frozen, with the paper that was made of it.

    Attributes:
        number: From 1, in each meeting.
        record: The SHA-256 of the record, an exchange file among the papers.
        paper: The SHA-256 of the PDF.
        actor: Who froze it.
        reopened: When it was opened again, if it was.
        reason: Why it was opened again.
        corrects: The number of the edition that this is the adopted version of, with the
            committee's corrections; None for the record as it was frozen.
        adopted_in: The uid of the matter that adopted it, or of its own meeting when its minutes
            went round by letter.
    """

    __tablename__ = "edition"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(ForeignKey("meeting.uid", ondelete="CASCADE"))
    number: Mapped[int]
    at: Mapped[datetime.datetime]
    actor: Mapped[str]
    record: Mapped[str]
    paper: Mapped[str]
    reopened: Mapped[datetime.datetime | None]
    reason: Mapped[str]
    corrects: Mapped[int | None]
    adopted_in: Mapped[str | None]

    __table_args__ = (Index("uq_edition_meeting", "meeting", "number", unique=True),)


class JoinRow(Base):
    """Two records that were found to be one, and what was done, so that it can be taken back.

    Attributes:
        table: Of which kind both are.
        record: The uid of the one that was merged away.
        into: The uid of the one that stays.
        before, after: The fields of the one that stays which were changed, as JSON.
        pointed: What named the one merged away: ``[[table, uid, column], …]`` as JSON.
    """

    __tablename__ = "joining"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime.datetime]
    table: Mapped[str]
    record: Mapped[str] = mapped_column(index=True)
    into: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    pointed: Mapped[str]
    undone: Mapped[datetime.datetime | None]
