"""Committees with their settings, who sits in them, and their usual agendas."""

import datetime

from sqlalchemy import Index, func
from sqlalchemy.orm import Mapped, mapped_column

from bmahr_desktop.domain.agenda import TemplateItem
from bmahr_desktop.domain.committee import Labels, MinutesForm, Role, Rules
from bmahr_desktop.domain.letters import Letterhead
from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.storage.base import Kept, Key, Packed, Placed, owner, reference


class CommitteeRow(Kept):
    """A committee."""

    __tablename__ = "committee"

    uid: Mapped[Key]
    code: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    secretariat: Mapped[str | None] = reference("unit")
    labels: Mapped[Labels] = mapped_column(Packed(Labels))
    rules: Mapped[Rules] = mapped_column(Packed(Rules))
    form: Mapped[MinutesForm] = mapped_column(Packed(MinutesForm))
    letterhead: Mapped[Letterhead] = mapped_column(Packed(Letterhead), server_default="{}")


Index(
    "uq_committee_code",
    func.lower(CommitteeRow.code),
    unique=True,
    sqlite_where=CommitteeRow.removed.is_(None),
)


class MembershipRow(Placed):
    """Somebody's seat in a committee, for some time."""

    __tablename__ = "membership"

    uid: Mapped[Key]
    committee: Mapped[str] = owner("committee")
    person: Mapped[str] = reference("person")
    role: Mapped[Role]
    title: Mapped[str]
    seat: Mapped[str]
    since: Mapped[datetime.date | None]
    until: Mapped[datetime.date | None]
    instrument: Mapped[str]
    ex_officio: Mapped[bool] = mapped_column(server_default="0")
    substitutes: Mapped[tuple[str, ...]] = mapped_column(server_default="[]")


class TemplateRow(Placed):
    """A committee's usual agenda."""

    __tablename__ = "agenda_template"

    uid: Mapped[Key]
    committee: Mapped[str] = owner("committee")
    name: Mapped[str]
    items: Mapped[tuple[TemplateItem, ...]] = mapped_column(Packed(tuple[TemplateItem, ...]))


class ModuleRow(Placed):
    """A wording that is put in by a short code."""

    __tablename__ = "text_module"

    uid: Mapped[Key]
    code: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    resolution: Mapped[ResolutionKind | None]
    committee: Mapped[str | None] = owner("committee")


class SavedSearchRow(Placed):
    """A question to the register that is asked again and again."""

    __tablename__ = "saved_search"

    uid: Mapped[Key]
    name: Mapped[str]
    query: Mapped[RegisterQuery] = mapped_column(Packed(RegisterQuery))
