"""Where the money of a project comes from, with the words that a proposal makes of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.funding_words import funding_words
from bmahr_desktop.domain.projects.money import Funding
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.money_field import MoneyField
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import digits_in_use
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.project_form import ProjectForm, grid_of

_FEW, _MANY, _ROOMY = 2, 4, 84 * GRID
_FUNDED: tuple[tuple[object, Message], ...] = (
    (None, msg("not known whether funded")),
    (True, msg("funded")),
    (False, msg("not funded")),
)


class FundingForm(ProjectForm):
    """Year, office, programme, category, item, amount, source; the sentence is composed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("funding_form")
        year = self.typed("funding.year", msg("Budget of fiscal year"), NumberField(2400, 2700))
        amount = self.typed("funding.amount", msg("Amount in all (baht)"), MoneyField())
        source = self.word("funding.source", msg("Source of the budget"))
        source.field.setPlaceholderText(worded(msg("the city, the government, another")))
        funded = self.choice("funding.funded", msg("Whether it is given"), ChoiceField(_FUNDED))
        office = self.word("funding.office", msg("Budget of the office"))
        programme = self.word("funding.programme", msg("Programme of the budget"))
        category = self.word("funding.category", msg("Category of expenditure"))
        item = self.word("funding.item", msg("Item of the budget"))
        self._rows = (year, amount, source, funded, office, programme, category, item)
        self._columns = 0
        self._grid = grid_of(_MANY)
        self.added = QCheckBox(worded(msg("It is a project added later")), self)
        self.added.setObjectName("funding_added")
        self.added.setAccessibleName(self.added.text())
        self.bind_check("funding.added", None, self.added)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("funding_words")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_tone(self.sentence, Role.MUTED)
        below = QHBoxLayout()
        below.setSpacing(2 * GRID)
        below.addWidget(self.added, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._grid)
        column.addLayout(below)
        self._arrange(_FEW)
        self.amended.connect(lambda _: self._say())

    def _arrange(self, columns: int) -> None:
        """Put the fields into so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, row in enumerate(self._rows):
            self._grid.addWidget(row, *divmod(at, columns))
        for at in range(_MANY):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange(_MANY if self.width() >= _ROOMY else _FEW)

    def show_record(self, read: Read | None) -> None:
        """Show the funding of a project."""
        super().show_record(read)
        self._say()

    def show_field(self, name: str) -> None:
        """Show what the record holds, and say it anew."""
        super().show_field(name)
        self._say()

    def _say(self) -> None:
        funding: Funding = self.record.funding if self.record else Funding()
        self.sentence.setText(funding_words(funding, digits_in_use()))
