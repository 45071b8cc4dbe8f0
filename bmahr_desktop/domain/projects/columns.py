"""Projects as tables of a workbook: which column holds which field, both ways."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.projects.money import EventKind
from bmahr_desktop.domain.projects.progress import Stage, Standing
from bmahr_desktop.domain.projects.project import Footing, ProjectKind, ProjectState
from bmahr_desktop.domain.workbook import CellKind, CellValue, Heading
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.thai.baht import SATANG, BadMoney, parse_baht
from bmahr_desktop.thai.dates import MONTHS_SHORT, BadDate, parse_date
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.searchkey import search_key


@dataclass(frozen=True)
class Column:
    """A column that holds one field.

    Attributes:
        name: The field; a step's month is "months.3", a part of a value "manager.phone".
        words: What its choices are called, by their value.
        typed: The enum of a choice.
    """

    name: str
    title: str
    kind: CellKind = CellKind.TEXT
    words: Mapping[str, str] = field(default_factory=dict)
    typed: type[StrEnum] | None = None
    width: int = 14
    hidden: bool = False

    @property
    def heading(self) -> Heading:
        """The head of the column."""
        choices = tuple(self.words.values())
        return Heading(self.title, self.kind, choices, self.width, self.hidden)


def shown(column: Column, record: Any) -> CellValue:
    """Return what a column shows of a record."""
    first, _, rest = column.name.partition(".")
    value = getattr(record, first)
    if column.kind is CellKind.MARK:
        return "●" if int(rest) in value else None
    if rest:
        value = getattr(value, rest)
    return _SHOWN.get(column.kind, _as_text)(column, value)


def _as_text(_column: Column, value: Any) -> CellValue:
    if isinstance(value, tuple):
        return "\n".join(str(one) for one in value)
    return None if value in (None, "") else str(value)


def _as_is(_column: Column, value: Any) -> CellValue:
    known: CellValue = value
    return known


def _of_hundred(_column: Column, value: int | None) -> CellValue:
    """Satang as baht, hundredths of a per cent as per cent."""
    return None if value is None else Decimal(value) / SATANG


def _as_choice(column: Column, value: Any) -> CellValue:
    return None if value is None else column.words[value]


_SHOWN: Mapping[CellKind, Callable[[Column, Any], CellValue]] = {
    CellKind.WHOLE: _as_is,
    CellKind.DATE: _as_is,
    CellKind.MONEY: _of_hundred,
    CellKind.PERCENT: _of_hundred,
    CellKind.CHOICE: _as_choice,
}


# ---------------------------------------------------------------- the way back


def read_cell(column: Column, value: CellValue) -> Any:
    """Return the value of a field from a cell; people type numbers and dates as text too.

    Raises:
        Refused: If it cannot stand there.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return _EMPTY.get(column.kind)
    match column.kind:
        case CellKind.MARK:
            return True
        case CellKind.MONEY | CellKind.PERCENT:
            return _hundredths(column, value)
        case CellKind.WHOLE:
            return _whole(value)
        case CellKind.DATE:
            return _day(value)
        case CellKind.CHOICE:
            return _chosen(column, value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


_EMPTY: Mapping[CellKind, Any] = {CellKind.TEXT: "", CellKind.MARK: False}


def _hundredths(column: Column, value: CellValue) -> int:
    if isinstance(value, str) and column.kind is CellKind.MONEY:
        try:
            return parse_baht(value)
        except BadMoney as error:
            raise Refused(error.message) from error
    exact = _number(value) * SATANG
    if exact != exact.to_integral_value():
        raise Refused(msg("“{value}” has more than two decimals.", value=_told(value)))
    return int(exact)


def _whole(value: CellValue) -> int:
    exact = _number(value)
    if exact != exact.to_integral_value():
        raise Refused(msg("“{value}” is no whole number.", value=_told(value)))
    return int(exact)


def _number(value: CellValue) -> Decimal:
    try:
        if isinstance(value, str):
            exact = Decimal(to_arabic(value).replace(",", "").rstrip("% ").strip())
        elif isinstance(value, int | Decimal):
            exact = Decimal(value)
        else:
            raise InvalidOperation
    except InvalidOperation as error:
        raise Refused(msg("“{value}” is no number.", value=_told(value))) from error
    if not exact.is_finite() or abs(exact) > 10**15:
        raise Refused(msg("“{value}” is no number.", value=_told(value)))
    return exact


def _day(value: CellValue) -> datetime.date:
    if isinstance(value, datetime.date):
        # A clerk types 2563 and Excel takes it for a year of the Christian Era.
        return value.replace(year=value.year - 543) if value.year > 2400 else value
    try:
        return parse_date(str(value))
    except BadDate as error:
        raise Refused(error.message) from error


def _chosen(column: Column, value: CellValue) -> Any:
    wanted = search_key(str(value)).strip()
    for name, words in column.words.items():
        if wanted == search_key(words).strip():
            return column.typed(name) if column.typed else name
    raise Refused(
        msg("“{value}” is none of: {choices}.", value=_told(value),
            choices=", ".join(column.words.values()))
    )  # fmt: skip


def _told(value: CellValue) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


# ---------------------------------------------------------------- the tables


def _uid() -> Column:
    return Column("uid", paper("Mark of the record (leave it alone)"), width=38, hidden=True)


def _choice(
    name: str, title: str, typed: type[StrEnum], words: Mapping[Any, str], width: int = 18
) -> Column:
    return Column(name, title, CellKind.CHOICE, {str(k): w for k, w in words.items()}, typed, width)


def project_columns() -> tuple[Column, ...]:
    """Return the columns of the sheet of projects."""
    return (
        Column("code", paper("Project code"), width=18),
        Column("name", paper("Name of the project or activity"), width=50),
        Column("year", paper("Fiscal year B.E."), CellKind.WHOLE, width=10),
        _choice("kind", paper("Sort"), ProjectKind, {
            ProjectKind.PROJECT: paper("Project"), ProjectKind.ACTIVITY: paper("Activity")}),
        _choice("footing", paper("Footing"), Footing, {
            Footing.STRATEGIC: paper("Strategic"), Footing.ROUTINE: paper("Everyday work")}),
        _choice("state", paper("State of the project"), ProjectState, {
            ProjectState.UNDER_WAY: paper("Being carried out"),
            ProjectState.DONE: paper("Finished"),
            ProjectState.NOT_DONE: paper("Not carried out")}),
        Column("offices", paper("Office responsible"), width=40),
        Column("manager.name", paper("Person responsible"), width=28),
        Column("manager.phone", paper("Telephone of the person responsible"), width=12),
        Column("start", paper("Project begins"), CellKind.DATE),
        Column("end", paper("Project ends"), CellKind.DATE),
        Column("funding.amount", paper("Budget received (baht)"), CellKind.MONEY, width=18),
        Column("people", paper("People in all"), CellKind.WHOLE, width=10),
        Column("meetings", paper("Meetings in all"), CellKind.WHOLE, width=10),
        _uid(),
    )  # fmt: skip


def step_columns() -> tuple[Column, ...]:
    """Return the columns of the sheet of steps, after that of their project."""
    months = [*MONTHS_SHORT[9:], *MONTHS_SHORT[:9]]
    return (
        Column("text", paper("Step of the work"), width=50),
        Column("weight", paper("Weight (per cent)"), CellKind.PERCENT, width=10),
        *(Column(f"months.{at}", name, CellKind.MARK, width=6) for at, name in enumerate(months)),
        Column("finished", paper("Finished on"), CellKind.DATE),
        _uid(),
    )


def ledger_columns() -> tuple[Column, ...]:
    """Return the columns of the sheet of money, after that of their project."""
    return (
        _choice("kind", paper("Entry"), EventKind, {
            EventKind.REQUESTED: paper("Requested"), EventKind.ALLOTTED: paper("Allotted"),
            EventKind.TRANSFERRED: paper("Transferred"), EventKind.COMMITTED: paper("Committed"),
            EventKind.SPENT: paper("Paid out"), EventKind.RETURNED: paper("Returned")}),
        Column("date", paper("On"), CellKind.DATE),
        Column("amount", paper("Amount (baht)"), CellKind.MONEY, width=18),
        Column("number", paper("Letter number"), width=18),
        Column("dated", paper("Letter dated"), CellKind.DATE),
        Column("note", paper("Remark"), width=30),
        _uid(),
    )  # fmt: skip


def progress_columns() -> tuple[Column, ...]:
    """Return the columns of the sheet of reports, after that of their project."""
    stands = {
        Standing.AS_PLANNED: paper("as planned"),
        Standing.BEHIND: paper("behind the plan"),
        Standing.AHEAD: paper("ahead of the plan"),
    }
    reached = {
        Standing.AS_PLANNED: paper("as targeted"),
        Standing.BEHIND: paper("below the target"),
        Standing.AHEAD: paper("above the target"),
    }
    return (
        Column("number", paper("Report number"), CellKind.WHOLE, width=8),
        Column("date", paper("Date of the report"), CellKind.DATE),
        _choice("stage", paper("Stage of the work"), Stage, {
            Stage.IN_PROGRESS: paper("In the midst of a step"),
            Stage.FINISHED: paper("Finished as the indicators ask")}, width=30),
        Column("body", paper("What was done"), width=60),
        Column("percent", paper("Progress (per cent)"), CellKind.PERCENT, width=12),
        Column("spent", paper("Spent since the last report (baht)"), CellKind.MONEY, width=18),
        _choice("on_plan", paper("Compared with the plan"), Standing, stands),
        _choice("on_target", paper("Compared with the target"), Standing, reached),
        _uid(),
    )  # fmt: skip


def where(sheet: str, row: int, column: str) -> Message:
    """Return the place of a cell in words."""
    return msg("sheet “{sheet}”, row {row}, “{column}”", sheet=sheet, row=row, column=column)
