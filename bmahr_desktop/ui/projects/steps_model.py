"""The steps of a project as a table: text, weight, the sum so far, twelve months, when finished."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.gantt import extended
from bmahr_desktop.domain.projects.project import Step
from bmahr_desktop.domain.projects.schedule import (
    MONTHS,
    WHOLE,
    cumulative,
    planned_months,
    total_weight,
)
from bmahr_desktop.i18n import msg, verbatim, worded
from bmahr_desktop.thai.dates import (
    BE_OFFSET,
    MONTHS_SHORT,
    DateStyle,
    fiscal_months,
    format_date,
    parse_date,
)
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.percent_field import read_share
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.projects.parts_cells import Column, plain, value_of
from bmahr_desktop.ui.projects.parts_model import PartsModel

TEXT, WEIGHT, SUM = range(3)
FIRST_MONTH = 3
FINISHED = FIRST_MONTH + MONTHS
_MONTH_WIDTH = 32


def exact_share(hundredths: int | None) -> str:
    """Return a share with its two decimals, as plans print it; "" for an unknown one."""
    return "" if hundredths is None else shown(f"{hundredths // 100}.{hundredths % 100:02}")


def month_names(year: int) -> tuple[str, ...]:
    """Return the months of a fiscal year with their years, ต.ค. ๖๒ first."""
    return tuple(
        shown(f"{MONTHS_SHORT[month - 1]} {(at + BE_OFFSET) % 100:02}")
        for at, month in fiscal_months(year)
    )


def _columns() -> tuple[Column, ...]:
    months = (MONTHS_SHORT[month - 1] for _, month in fiscal_months(2500))
    return (
        Column("text", msg("Step"), lambda one: one.text, plain("text"), width=128),
        Column(
            "weight", msg("Weight (%)"), lambda one: exact_share(one.weight),
            value_of("weight", read_share), right=True, width=60,
        ),
        Column("sum", msg("So far (%)"), lambda _: "", right=True, width=60),
        *(
            Column(f"months.{at}", verbatim(name), lambda _: "", width=_MONTH_WIDTH)
            for at, name in enumerate(months)
        ),
        Column(
            "finished", msg("Finished"), _finished, value_of("finished", parse_date), day=True,
            width=98,
        ),
    )  # fmt: skip


def _finished(step: Step) -> str:
    day = step.finished
    return format_date(day, DateStyle.SHORT, digits_in_use()) if day else ""


class StepsModel(PartsModel):
    """Steps, below them their sum, and what is planned to be done by the end of each month.

    Attributes:
        year: The fiscal year (พ.ศ.) whose months are shown.
    """

    foot_rows = 2

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, Kind.STEP, _columns(), parent)
        self.year = 2500
        self._foot_of: object = None
        self._foot: Sequence[Mapping[str, str]] = ()
        self._painted: tuple[int, tuple[int, ...]] | None = None

    def set_year(self, year: int) -> None:
        """Show the months of another fiscal year."""
        if year != self.year:
            self.year = year
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
            self.refresh()

    # ------------------------------------------------------------ months

    def months(self, row: int) -> tuple[int, ...]:
        """Return the months of a step as they are painted now."""
        if self._painted and self._painted[0] == row:
            return self._painted[1]
        step = self.part(row)
        return step.months if step else ()

    def paint(self, row: int, start: int, stop: int, *, planned: bool) -> None:
        """Show a stretch of months as planned or not, without keeping it."""
        step = self.part(row)
        if step is not None:
            self._painted = row, extended(step.months, start, stop, planned=planned)
            self._show_months(row)

    def keep_painted(self) -> None:
        """Keep what is painted: one write."""
        painted, self._painted = self._painted, None
        if painted:
            self.choose(painted[0], "months", painted[1])
            self._show_months(painted[0])

    def drop_painted(self) -> None:
        """Show the months as they are on file."""
        painted, self._painted = self._painted, None
        if painted:
            self._show_months(painted[0])

    def set_months(self, row: int, months: Sequence[int]) -> None:
        """Keep other months of a step."""
        if self.part(row) is not None and not self.is_read_only():
            self.choose(row, "months", tuple(months))

    def _show_months(self, row: int) -> None:
        first, last = FIRST_MONTH, FIRST_MONTH + MONTHS - 1
        self.dataChanged.emit(self.index(row, first), self.index(row, last))

    # ------------------------------------------------------------ what is computed

    def foot(self) -> Sequence[Mapping[str, str]]:
        """Return the sum of the weights with what lacks, and the plan by months."""
        if self._foot_of is not self.parts:  # asked for with every cell
            self._foot_of, self._foot = self.parts, self._made_foot()
        return self._foot

    def _made_foot(self) -> Sequence[Mapping[str, str]]:
        found = total_weight(self.parts)
        lacks = WHOLE - found
        words = said(msg("{count} steps in all", count=len(self.parts)))
        if lacks > 0:
            words = said(msg("{sum}, {lacks} % lack", sum=words, lacks=exact_share(lacks)))
        elif lacks < 0:
            over = exact_share(-lacks)
            words = said(msg("{sum}, {over} % too much", sum=words, over=over))
        ends = planned_months(self.parts)
        plan = {f"months.{at}": _rounded(end) for at, end in enumerate(ends)}
        return (
            {"text": words, "weight": exact_share(found)},
            {"text": worded(msg("Planned so far, by month (%)")), **plan},
        )

    def is_whole(self) -> bool:
        """Tell whether the weights make a hundred."""
        return total_weight(self.parts) == WHOLE

    def shown(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        if column == SUM and self.part(row) is not None:
            return exact_share(cumulative(self.parts)[row])
        return super().shown(row, column)

    def read_aloud(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell; a month tells whether it is planned."""
        month = column - FIRST_MONTH
        if not 0 <= month < MONTHS:
            return super().read_aloud(row, column)
        name = month_names(self.year)[month]
        if self.part(row) is None:
            planned = row == self.rowCount() - 1
            return f"{name} {exact_share(planned_months(self.parts)[month])}" if planned else ""
        planned = month in self.months(row)
        return worded(
            msg("{month}: planned", month=name)
            if planned
            else msg("{month}: not planned", month=name)
        )


def _rounded(hundredths: int) -> str:
    """Return a share without decimals where there is room for nothing else."""
    return shown(str((hundredths + 50) // 100))
