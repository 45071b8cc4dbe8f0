"""The reports on a project as rows: number, day, stage, percent, money, how it stands."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from bmahr_desktop.domain.projects.accounts import standing_reports
from bmahr_desktop.domain.projects.progress import Progress, Stage, Standing
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.projects.ledger_model import UNKNOWN, day_shown, money_shown
from bmahr_desktop.ui.projects.progress_wording import ON_PLAN, ON_TARGET, STAGES
from bmahr_desktop.ui.projects.steps_model import exact_share
from bmahr_desktop.ui.records.headed import Headed, Index

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NUMBER, DATE, STAGE, PERCENT, SPENT, PLAN, TARGET = range(7)


def versions_of(report: Progress, reports: Sequence[Progress]) -> tuple[Progress, ...]:
    """Return the versions of a report before it, the latest of them first."""
    by_uid = {one.uid: one for one in reports}
    found: list[Progress] = []
    before = by_uid.get(report.corrects or "")
    while before is not None and before not in found:
        found.append(before)
        before = by_uid.get(before.corrects or "")
    return tuple(found)


class ProgressModel(Headed, QAbstractTableModel):
    """The reports that hold; of a corrected one its last version."""

    headings: ClassVar[Sequence[Message]] = (
        msg("No."),
        msg("Date"),
        msg("Stage of the work"),
        msg("Progress (%)"),
        msg("Spent (baht)"),
        msg("Against the plan"),
        msg("Against the target"),
    )

    reports: tuple[Progress, ...] = ()

    def show_reports(self, reports: Sequence[Progress]) -> None:
        """Show the reports that hold among some."""
        standing = tuple(standing_reports(reports))
        if standing != self.reports:
            self.beginResetModel()
            self.reports = standing
            self.endResetModel()

    def row_of(self, uid: str) -> int:
        """Return the row of a report; -1 if it is not here."""
        return next((row for row, one in enumerate(self.reports) if one.uid == uid), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of reports."""
        return 0 if parent.isValid() else len(self.reports)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and tells; what is unknown is called so."""
        column = index.column()
        words = cell_words(self.reports[index.row()], column)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words or worded(UNKNOWN)
            case Qt.ItemDataRole.TextAlignmentRole if column in (NUMBER, PERCENT, SPENT):
                return _RIGHT
            case Qt.ItemDataRole.ForegroundRole if not words:
                return colour(Role.MUTED)
        return None


def cell_words(report: Progress, column: int) -> str:
    """Return what a column shows of a report; "" for what nobody knows."""
    match column:
        case 0:
            corrected = said(msg("{number} (corrected)", number=report.number))
            return corrected if report.corrects else shown(str(report.number))
        case 1:
            return day_shown(report.date)
        case 2:
            return said(STAGES[Stage(report.stage)]) if report.stage else ""
        case 3:
            return exact_share(report.percent)
        case 4:
            return money_shown(report.spent)
        case 5:
            return said(ON_PLAN[Standing(report.on_plan)]) if report.on_plan else ""
        case _:
            return said(ON_TARGET[Standing(report.on_target)]) if report.on_target else ""
