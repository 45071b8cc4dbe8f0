"""What a project costs, line by line: a formula, what it makes, and the amount beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.costs import product, total
from bmahr_desktop.domain.projects.formulas import formula_text, read_formula
from bmahr_desktop.domain.projects.money import BudgetLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.projects.ledger_model import UNKNOWN, money_shown, read_amount
from bmahr_desktop.ui.projects.parts_cells import Column, Index, plain, value_of
from bmahr_desktop.ui.projects.parts_model import PartsModel

ACTIVITY, GROUP, ITEM, FORMULA, PRODUCT, AMOUNT, LAW = range(7)


def _formula(line: BudgetLine) -> str:
    return formula_text(line, digits_in_use())


def _columns() -> tuple[Column, ...]:
    return (
        Column("activity", msg("Activity"), lambda one: one.activity, plain("activity"), width=104),
        Column("group", msg("For whom"), lambda one: one.group, plain("group"), width=88),
        Column("item", msg("Item of expenditure"), lambda one: one.item, plain("item"), width=112),
        Column("rate", msg("Formula: rate × how many"), _formula, read_formula, width=148),
        Column("product", msg("It makes (baht)"), lambda one: money_shown(product(one)),
               right=True, width=96),
        Column("amount", msg("Amount (baht)"), lambda one: money_shown(one.amount),
               value_of("amount", read_amount), right=True, unknown=UNKNOWN, width=96),
        Column("law", msg("Rule that allows it"), lambda one: one.law, plain("law"), width=120),
    )  # fmt: skip


class BudgetModel(PartsModel):
    """Lines of the budget, and their sum below them."""

    foot_rows = 1

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, Kind.BUDGET_LINE, _columns(), parent)

    def foot(self) -> Sequence[Mapping[str, str]]:
        """Return the sum of the amounts."""
        return ({"activity": worded(msg("Sum")), "amount": money_shown(total(self.parts))},)

    def differs(self, row: int) -> bool:
        """Tell whether the formula of a line makes another amount than is written."""
        line = self.part(row)
        return line is not None and product(line) not in (None, line.amount)

    def take_product(self, row: int) -> int | None:
        """Write what the formula makes as the amount; return the amount before, if it differed."""
        line: BudgetLine | None = self.part(row)
        if line is None or not self.differs(row) or self.is_read_only():
            return None
        self.choose(row, "amount", product(line))
        return line.amount or 0

    def read_aloud(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell; a difference is told."""
        words = super().read_aloud(row, column)
        if column == PRODUCT and self.differs(row):
            return said(msg("{amount}, another amount than is written", amount=words))
        return words

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and tells; a difference is marked."""
        if index.column() == PRODUCT and self.differs(index.row()):
            if role == Qt.ItemDataRole.ForegroundRole:
                return colour(Role.WAITING)
            if role == Qt.ItemDataRole.DecorationRole:
                return icon(IconName.ALERT_TRIANGLE, Role.WAITING)
        return super().data(index, role)
