"""What the success of a project is measured by."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.goals import read_goal
from bmahr_desktop.domain.projects.project import Indicator, Project
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.goal_words import goal_words
from bmahr_desktop.ui.projects.row_form import RowForm
from bmahr_desktop.ui.projects.rows import RowsWords
from bmahr_desktop.ui.projects.rows_section import RowsSection
from bmahr_desktop.ui.projects.standing_label import StandingLabel
from bmahr_desktop.ui.projects.wording import INDICATOR_KINDS
from bmahr_desktop.ui.wording import choices

_TOP = Qt.AlignmentFlag.AlignTop


class IndicatorRow(RowForm):
    """An indicator; how its target is understood is told while it is typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.INDICATOR, parent)
        self.target = WordField()
        self.goal = StandingLabel(self)
        self.goal.setObjectName("indicator_goal")
        lines = [QHBoxLayout(), QHBoxLayout(), QHBoxLayout()]
        for line in lines:
            line.setSpacing(GRID)
            self.column.addLayout(line)
        lines[0].addWidget(self.put_text("text", msg("Indicator")), 1, _TOP)
        kind = ChoiceField(choices(INDICATOR_KINDS))
        lines[0].addWidget(self.put_choice("kind", msg("Kind of indicator"), kind), 0, _TOP)
        target = QVBoxLayout()
        target.setSpacing(0)
        target.addWidget(self.put_word("target", msg("Target value"), self.target))
        target.addWidget(self.goal)
        lines[1].addLayout(target, 2)
        lines[1].addWidget(self.put_word("period", msg("When it is measured")), 1, _TOP)
        lines[1].addWidget(self.put_word("code", msg("Code of the indicator")), 1, _TOP)
        lines[2].addWidget(self.put_text("method", msg("How it is calculated")), 1, _TOP)
        lines[2].addWidget(self.put_text("instrument", msg("What it is measured with")), 1, _TOP)
        self.target.textChanged.connect(lambda _: self.compute())

    def compute(self) -> None:
        """Show how the target that is typed is understood."""
        state, words = goal_words(read_goal(self.target.text()))
        self.goal.show_standing(state, said(words))


class IndicatorsSection(RowsSection):
    """ตัวชี้วัดความสำเร็จ."""

    title = msg("Indicators of success")
    kind = Kind.INDICATOR
    kinds = frozenset({Kind.INDICATOR})
    words = RowsWords(
        msg("Add an indicator (Insert)"),
        msg("No indicator yet: by what is the success of the project seen?"),
        msg("The indicator was removed"),
    )

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether there are indicators, each with a kind and a target."""
        return bool(project.indicators) and all(
            one.text and one.kind and one.target for one in project.indicators
        )

    def made_row(self, parent: QWidget) -> RowForm:
        """Return a new row."""
        return IndicatorRow(self.desk, parent)

    def made_record(self) -> Record:
        """Return a new indicator."""
        return Indicator(new_uid())
