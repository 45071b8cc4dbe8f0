"""The places in plans that a project serves."""

from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.domain.projects.project import Project, StrategyLink
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.strategies import UsedStrategy, list_labels, list_used
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.projects.levels_field import LevelsField
from bmahr_desktop.ui.projects.row_form import RowForm
from bmahr_desktop.ui.projects.rows import RowsWords
from bmahr_desktop.ui.projects.rows_section import RowsSection
from bmahr_desktop.ui.projects.sections import Around
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.pick_field import Pick, PickField


class StrategyRow(RowForm):
    """A plan, and the levels that lead to a place in it."""

    def __init__(self, desk: Desk, labels: list[str], parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.STRATEGY, parent)
        self.column.addWidget(self.put_word("plan", msg("Plan")))
        self.levels = LevelsField()
        self.levels.labels.setStringList(labels)
        row = Labelled(msg("Levels, from the uppermost down"), self.levels, parent=self)
        self.column.addWidget(row)
        self.levels.edited.connect(lambda levels: self.keep("levels", levels))
        self.bind(
            Entry(
                "levels", self.levels.set_levels, self.levels.commit, row,
                lock=self.levels.set_read_only,
            )
        )  # fmt: skip


class StrategiesSection(RowsSection):
    """สอดคล้องหรือเชื่อมโยงกับยุทธศาสตร์/แผน."""

    title = msg("Strategies and plans served")
    kind = Kind.STRATEGY
    kinds = frozenset({Kind.STRATEGY})
    words = RowsWords(
        msg("Add a plan (Insert)"),
        msg("No plan yet: which place in which plan does the project serve?"),
        msg("The plan was removed"),
    )

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        self._labels: list[str] = []
        self._used: dict[str, UsedStrategy] = {}
        super().__init__(around, parent)
        self.used = PickField()
        self.used.setObjectName("strategy_used")
        self.used.edited.connect(self._take)
        row = Labelled(
            msg("Take one that other projects serve"), self.used,
            hint=msg("Type any part of it; ↓ shows all"), parent=self,
        )  # fmt: skip
        self.column.insertWidget(self.column.indexOf(self.rows) + 1, row)
        self._row = row

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether a plan is named with at least one level."""
        return any(one.levels for one in project.strategies)

    def show_project(self, uid: str | None) -> None:
        """Show what a project serves, and offer what others serve."""
        try:
            used = self.desk.read(list_used, uid or "")
            self._labels = self.desk.read(list_labels)
        except OutOfReach:
            used = []
        self._used = {str(number): one for number, one in enumerate(used)}
        self.used.set_picks(
            [Pick(number, one.words, one.plan) for number, one in self._used.items()]
        )
        self._row.setVisible(bool(used))
        super().show_project(uid)

    def made_row(self, parent: QWidget) -> RowForm:
        """Return a new row."""
        return StrategyRow(self.desk, self._labels, parent)

    def made_record(self) -> Record:
        """Return a new place in a plan, its levels labelled as the last one's."""
        return StrategyLink(new_uid())

    def _take(self, number: str | None) -> None:
        one = self._used.get(number or "")
        if one is not None:
            self.rows.add(StrategyLink(new_uid(), one.plan, one.levels))
            self.used.set_value(None)
