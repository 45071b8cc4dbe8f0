"""The declarative base, and how values of the domain are kept in columns.

Rows have the uid of their record as their key: records name each other by uid in files, on screens
and here alike, so nothing is translated on the way.
"""

import datetime
import enum
from typing import Annotated, Any

import msgspec
from sqlalchemy import Dialect, Enum, ForeignKey, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

Key = Annotated[str, mapped_column(String(36), primary_key=True)]


class Packed(TypeDecorator[Any]):
    """A value of the domain in one column, as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        """Name the type of the value; msgspec packs and checks it."""
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Pack a value."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Unpack a value."""
        return None if value is None else msgspec.json.decode(value, type=self.kind)


class Moment(TypeDecorator[datetime.datetime]):
    """A moment in UTC, as text that sorts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> str | None:
        """Write the moment."""
        return None if value is None else written_moment(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.datetime | None:
        """Read the moment."""
        return None if value is None else datetime.datetime.fromisoformat(value)


def written_moment(moment: datetime.datetime) -> str:
    """Return a moment as columns hold it, ``2021-01-08T03:00:00.000000Z``."""
    utc = moment.astimezone(datetime.UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='microseconds')}Z"


class Base(DeclarativeBase):
    """All tables; constraints are named, so that Alembic can find them in SQLite."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        datetime.datetime: Moment(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            length=32,
            values_callable=lambda kind: [member.value for member in kind],
        ),
        tuple[str, ...]: Packed(tuple[str, ...]),
    }


def owner(table: str) -> Any:
    """Return the column that names the record a row is a part of."""
    return mapped_column(ForeignKey(f"{table}.uid", ondelete="CASCADE"), index=True)


def reference(table: str) -> Any:
    """Return a column that may name another record."""
    return mapped_column(ForeignKey(f"{table}.uid"), index=True)


class Kept(Base):
    """A record: it has a version, and is marked when removed rather than deleted."""

    __abstract__ = True

    version: Mapped[int] = mapped_column()
    removed: Mapped[datetime.datetime | None]

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every change raise the version, and refuse a change of an older one."""
        return {"version_id_col": cls.version}


class Placed(Kept):
    """A record that has its place among others of the same owner."""

    __abstract__ = True

    position: Mapped[int]
