"""Agendas: what an item is for, and the templates that new meetings start from."""

from enum import StrEnum

from bmahr_desktop.domain.records import Name, Order, Record, Text, Uid


class ItemKind(StrEnum):
    """What an item of the agenda is for."""

    INFORM = "inform"
    ADOPT = "adopt"
    CONTINUE = "continue"
    ACKNOWLEDGE = "acknowledge"
    CONSIDER = "consider"
    OTHER = "other"
    NEXT_MEETING = "next_meeting"


class TemplateItem(Record, frozen=True):
    """An item that every agenda made from a template begins with."""

    title: Text
    kind: ItemKind = ItemKind.CONSIDER


class AgendaTemplate(Record, frozen=True):
    """A committee's usual agenda.

    It is copied into a meeting; what becomes of the template later leaves that meeting alone.
    """

    uid: Uid
    committee: Uid
    name: Name
    items: tuple[TemplateItem, ...] = ()
    position: Order = 0
