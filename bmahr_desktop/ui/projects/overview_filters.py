"""What the overview is narrowed by: year, unit, state, words; whether it is grouped."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.project import ProjectState
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.memory import Memory
from bmahr_desktop.ui.projects.overview_rows import Column, Wanted
from bmahr_desktop.ui.projects.wording import PROJECT_STATES


class _SearchLine(CleanLine):
    """A line of words from which ↓ goes into the list."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the list by ↓ and Enter; Esc empties the line."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)


class OverviewFilters(QWidget):
    """Choices over the list. It keeps the sorting too, so that all of it is remembered together."""

    year_chosen = Signal(object)
    """Emitted with the fiscal year; None for all."""
    changed = Signal()
    """Emitted when other projects of the year are wanted, or another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_filters")
        self._sorting = (Column.NAME, False)
        self.year = ChoiceField()
        self.unit = ChoiceField([(None, msg("All units"))])
        self.state = ChoiceField([(None, msg("All states")), *PROJECT_STATES.items()])
        self.search = _SearchLine(self)
        self.grouped = QToolButton(self)
        self._name()
        self._lay_out()
        self.year.chosen.connect(self.year_chosen)
        self.unit.chosen.connect(lambda _: self.changed.emit())
        self.state.chosen.connect(lambda _: self.changed.emit())
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self.grouped.toggled.connect(lambda _: self.changed.emit())

    def _name(self) -> None:
        named: tuple[tuple[QWidget, str, Message], ...] = (
            (self.year, "project_year_choice", msg("Fiscal year")),
            (self.unit, "project_unit_choice", msg("Unit")),
            (self.state, "project_state_choice", msg("State")),
            (self.search, "project_search", msg("Search the projects")),
            (self.grouped, "project_grouped", msg("Group by unit")),
        )
        for widget, name, words in named:
            widget.setObjectName(name)
            widget.setAccessibleName(worded(words))
            widget.setToolTip(worded(words))
        self.search.setPlaceholderText(worded(msg("Name, code, unit, person")))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        self.grouped.setIcon(icon(IconName.LIST_TREE))
        self.grouped.setCheckable(True)
        for choice in (self.unit, self.state):
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(8)
        self.year.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)

    def _lay_out(self) -> None:
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for row in (self._first, self._second):
            row.setSpacing(GRID)
            column.addLayout(row)
        self._first.addWidget(self.year)
        self._first.addWidget(self.search, 2)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Stand in two rows, or in one where there is room."""
        row, other = (self._second, self._first) if narrow else (self._first, self._second)
        for widget, stretch in ((self.unit, 1), (self.state, 1), (self.grouped, 0)):
            other.removeWidget(widget)
            row.addWidget(widget, stretch)

    # ------------------------------------------------------------ what it says

    def wanted(self) -> Wanted:
        """Return what is wanted now."""
        unit, state = self.unit.value(), self.state.value()
        return Wanted(
            self.search.text(),
            unit if isinstance(unit, str) else None,
            state if isinstance(state, ProjectState) else None,
            *self._sorting,
            self.grouped.isChecked(),
        )

    def sort(self, column: Column, descending: bool) -> None:
        """Want another order."""
        self._sorting = (column, descending)
        self.changed.emit()

    def show_everything(self) -> None:
        """Take all filters away, but for the year."""
        self.unit.set_value(None)
        self.state.set_value(None)
        self.search.clear()
        self.changed.emit()

    def offer_years(self, years: Sequence[int], chosen: int | None) -> None:
        """Offer fiscal years, and choose one without a signal; None for all."""
        offered: list[tuple[object, Message]] = [
            (year, msg("B.E. {year}", year=shown(str(year)))) for year in years
        ]
        self.year.set_choices([*offered, (None, msg("All years"))])
        self.year.set_value(chosen)

    def offer_units(self, units: Sequence[str]) -> None:
        """Offer units; the one that is chosen stays so where it is still there."""
        self.unit.set_choices([(None, msg("All units")), *((one, verbatim(one)) for one in units)])

    # ------------------------------------------------------------ remembered

    def remember(self, memory: Memory) -> None:
        """Remember what is wanted."""
        wanted = self.wanted()
        memory.keep("projects/unit", wanted.unit or "")
        memory.keep("projects/state", wanted.state.value if wanted.state else "")
        memory.keep("projects/sorted", int(wanted.column))
        memory.keep("projects/descending", wanted.descending)
        memory.keep("projects/grouped", wanted.grouped)

    def restore(self, memory: Memory) -> None:
        """Want again what was remembered; the units are offered before."""
        unit, state = memory.text("projects/unit"), memory.text("projects/state")
        if unit in [value for value in self._units() if value]:
            self.unit.set_value(unit)
        if state in tuple(ProjectState):
            self.state.set_value(ProjectState(state))
        column = memory.number("projects/sorted")
        column = column if column in tuple(Column) else Column.NAME
        self._sorting = (Column(column), memory.flag("projects/descending"))
        self.grouped.setChecked(memory.flag("projects/grouped"))
        self.changed.emit()

    def _units(self) -> list[str]:
        return [self.unit.itemText(at) for at in range(self.unit.count())]
