"""What may go wrong in a project, how great that is, and what is done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.project import Project, Risk
from bmahr_desktop.domain.projects.risk import band, band_words, score
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.row_form import RowForm
from bmahr_desktop.ui.projects.rows import RowsWords
from bmahr_desktop.ui.projects.rows_section import RowsSection
from bmahr_desktop.ui.projects.standing_label import StandingLabel
from bmahr_desktop.ui.projects.wording import RISK_LOOKS

_TOP = Qt.AlignmentFlag.AlignTop
_GREATEST = 5
"""The scale of the city is five by five (standards E)."""


class RiskRow(RowForm):
    """A risk; likelihood times impact stands beside, with its band in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.RISK, parent)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(GRID)
            self.column.addLayout(line)
        first.addWidget(self.put_text("text", msg("What may go wrong")), 1, _TOP)
        first.addWidget(self.put_text("response", msg("What is done about it")), 1, _TOP)
        likelihood, impact = NumberField(1, _GREATEST), NumberField(1, _GREATEST)
        row = self.put_typed("likelihood", msg("Likelihood (1 to 5)"), likelihood)
        row.setFixedWidth(20 * GRID)
        second.addWidget(row, 0, _TOP)
        times = QLabel("×", self)
        second.addWidget(times, 0, Qt.AlignmentFlag.AlignVCenter)
        row = self.put_typed("impact", msg("Impact (1 to 5)"), impact)
        row.setFixedWidth(20 * GRID)
        second.addWidget(row, 0, _TOP)
        self.band = StandingLabel(self)
        self.band.setObjectName("risk_band")
        second.addWidget(self.band, 1)

    def compute(self) -> None:
        """Show how great the risk is."""
        risk: Risk = self.record
        size, word = score(risk), band(risk)
        if size is None or word is None:
            self.band.clear_words()
            return
        words = msg("= {size}: {band}", size=size, band=band_words(word))
        self.band.show_standing(RISK_LOOKS[word], said(words))


class RisksSection(RowsSection):
    """ความเสี่ยงของโครงการและแนวทางการบริหารความเสี่ยง."""

    title = msg("Risks of the project")
    kind = Kind.RISK
    kinds = frozenset({Kind.RISK})
    words = RowsWords(
        msg("Add a risk (Insert)"),
        msg("No risk yet: what may go wrong, and what is done about it?"),
        msg("The risk was removed"),
    )

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether there are risks, each of a known size and with an answer."""
        return bool(project.risks) and all(
            one.text and one.response and score(one) is not None for one in project.risks
        )

    def made_row(self, parent: QWidget) -> RowForm:
        """Return a new row."""
        return RiskRow(self.desk, parent)

    def made_record(self) -> Record:
        """Return a new risk."""
        return Risk(new_uid())
