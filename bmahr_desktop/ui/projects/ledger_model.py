"""The decisions on a project's money as a table."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.money import EventKind, LedgerEvent
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.baht import BadMoney, format_baht, parse_baht
from bmahr_desktop.thai.dates import DateStyle, format_date, parse_date
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.projects.parts_cells import Column, plain, value_of
from bmahr_desktop.ui.projects.parts_model import PartsModel
from bmahr_desktop.ui.projects.progress_wording import EVENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

CONFIRMS = 6
UNKNOWN = msg("not known")


def money_shown(satang: int | None) -> str:
    """Return an amount in the digits of the screen; "" for an unknown one."""
    return "" if satang is None else format_baht(satang, digits_in_use())


def day_shown(day: Any) -> str:
    """Return a date as tables show it; "" for an unknown one."""
    return format_date(day, DateStyle.SHORT, digits_in_use()) if day else ""


def read_amount(text: str) -> int:
    """Return an amount of 0 or more.

    Raises:
        BadMoney: If the text is none.
    """
    satang = parse_baht(text)
    if satang < 0:
        raise BadMoney(msg("Write an amount of 0 or more."))
    return satang


def _kind(event: LedgerEvent) -> str:
    return said(EVENTS[EventKind(event.kind)])


def _confirms(event: LedgerEvent) -> str:
    count = len(event.confirms)
    return said(msg("tells {count} again", count=count)) if count else ""


def _columns() -> tuple[Column, ...]:
    choices: Sequence[tuple[Any, Message]] = tuple(EVENTS.items())
    return (
        Column("kind", msg("Decision"), _kind, choices=choices, width=148),
        Column("date", msg("Date"), lambda one: day_shown(one.date), value_of("date", parse_date),
               day=True, unknown=UNKNOWN, width=96),
        Column("amount", msg("Amount (baht)"), lambda one: money_shown(one.amount),
               value_of("amount", parse_baht), right=True, unknown=UNKNOWN, width=120),
        Column("number", msg("Letter number"), lambda one: one.number, plain("number"), width=120),
        Column("dated", msg("Letter dated"), lambda one: day_shown(one.dated),
               value_of("dated", parse_date), day=True, width=96),
        Column("note", msg("Note"), lambda one: one.note, plain("note"), width=96),
        Column("confirms", msg("Only tells again"), _confirms, width=116),
    )  # fmt: skip


class LedgerModel(PartsModel):
    """Decisions in the order in which they were put down."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, Kind.LEDGER_EVENT, _columns(), parent)

    def others(self, row: int) -> tuple[LedgerEvent, ...]:
        """Return what a decision may only tell again: those of its kind that tell none."""
        own: LedgerEvent = self.part(row)
        return tuple(
            one
            for one in self.parts
            if one.uid != own.uid and one.kind == own.kind and own.uid not in one.confirms
            and not one.confirms
        )  # fmt: skip


def event_words(event: LedgerEvent) -> str:
    """Return a decision in one line: day, amount, letter."""
    unknown = said(UNKNOWN)
    amount = money_shown(event.amount) or unknown
    words = [day_shown(event.date) or unknown, said(msg("{amount} baht", amount=amount))]
    if event.number:
        words.append(said(msg("letter {number}", number=event.number)))
    return " · ".join(words)
