"""The plan of a project: steps whose months are painted by the mouse or by keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.projects.gantt import extended
from bmahr_desktop.domain.projects.schedule import MONTHS
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.dates import BE_OFFSET, fiscal_months
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.projects.gantt_cells import GanttCells
from bmahr_desktop.ui.projects.parts_header import Group, WordedHeader
from bmahr_desktop.ui.projects.parts_table import PartsTable
from bmahr_desktop.ui.projects.steps_model import FINISHED, FIRST_MONTH, TEXT, WEIGHT, StepsModel

_NARROWEST, _WIDEST = 29, 36
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class GanttTable(PartsTable):
    """Steps over the twelve months of the fiscal year.

    Keys: the arrows move; in a month, Space plans it or not, Shift with ← → draws the bar on.
    Mouse: press and draw over months.
    """

    _drawn: tuple[int, int, bool] | None = None
    _begun: tuple[int, int, tuple[int, ...]] | None = None
    _own_step = False

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent, wide=TEXT)
        self.setObjectName("steps_table")
        self.setAccessibleName(worded(msg("Steps and their months")))
        self.steps = model
        self.set_header(WordedHeader(self, self._groups))
        self.gantt = GanttCells(model, self)
        self.set_cells(self.gantt)
        self.set_widths()

    def set_widths(self) -> None:
        """Share the room out: months are narrower where there is little of it."""
        widths = [column.width for column in self.parts.columns]
        months = range(FIRST_MONTH, FIRST_MONTH + MONTHS)
        others = sum(width for at, width in enumerate(widths) if at not in months)
        room = (self.viewport().width() - others) // MONTHS
        month = max(_NARROWEST, min(room, _WIDEST))
        for at in months:
            widths[at] = month
        rest = self.viewport().width() - sum(widths)
        widths[TEXT] += max(0, rest)
        for at, width in enumerate(widths):
            if self.columnWidth(at) != width:
                self.setColumnWidth(at, width)

    def _groups(self) -> Sequence[Group]:
        years = [year + BE_OFFSET for year, _ in fiscal_months(self.steps.year)]
        groups = []
        for year in dict.fromkeys(years):
            first = FIRST_MONTH + years.index(year)
            words = said(msg("B.E. {year}", year=shown(str(year))))
            groups.append((first, first + years.count(year) - 1, words))
        return groups

    # ------------------------------------------------------------ keys

    def month_at(self, column: int) -> int | None:
        """Return the month of a column; None for another column."""
        month = column - FIRST_MONTH
        return month if 0 <= month < MONTHS else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plan a month by Space, draw the bar on by Shift with an arrow; Esc ends drawing."""
        at = self.currentIndex()
        month = self.month_at(at.column())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._drawn:
            self._drawn = None
            self.steps.drop_painted()
        elif month is not None and self.steps.part(at.row()) is not None:
            if key == Qt.Key.Key_Space and not held:
                self._toggle(at.row(), month)
            elif key in _SIDES and held == Qt.KeyboardModifier.ShiftModifier:
                self._draw_on(at.row(), month, _SIDES[key])
            else:
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _toggle(self, row: int, month: int) -> None:
        months = self.steps.months(row)
        self.steps.set_months(row, extended(months, month, month, planned=month not in months))

    def _draw_on(self, row: int, month: int, step: int) -> None:
        """Plan from where drawing began to the next month; going back takes it back."""
        to = month + step
        if not 0 <= to < MONTHS:
            return
        if self._begun is None or self._begun[0] != row:
            self._begun = row, month, self.steps.months(row)
        _, start, before = self._begun
        self.steps.set_months(row, extended(before, start, to, planned=True))
        self._own_step = True
        self.setCurrentIndex(self.steps.index(row, FIRST_MONTH + to))
        self._own_step = False

    def currentChanged(self, current: object, previous: object) -> None:
        """Let drawing by keys begin anew when the keyboard goes elsewhere."""
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        if not self._own_step:
            self._begun = None

    def opens(self, column: int) -> bool:
        """Tell whether a column's field is opened when it is come to by Tab."""
        return self.month_at(column) is None

    def next_cell(self, row: int, column: int, step: int) -> tuple[int, int] | None:
        """Go on from the weight to the months, from before them to the weight."""
        if step > 0 and column == WEIGHT:
            months = self.steps.months(row)
            return row, FIRST_MONTH + (min(months) if months else 0)
        if step < 0 and column == FINISHED:
            return row, WEIGHT
        return super().next_cell(row, column, step)

    # ------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw over months: what is pressed first tells whether they are planned."""
        index = self.indexAt(event.position().toPoint())
        month = self.month_at(index.column())
        left = event.button() is Qt.MouseButton.LeftButton
        if not left or month is None or self.steps.part(index.row()) is None:
            super().mousePressEvent(event)
            return
        self.cells.commit_open()
        self.setCurrentIndex(index)
        if not self.steps.is_read_only():
            planned = month not in self.steps.months(index.row())
            self._drawn = index.row(), month, planned
            self.steps.paint(index.row(), month, month, planned=planned)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on to the month under the mouse."""
        if self._drawn is None:
            super().mouseMoveEvent(event)
            return
        row, start, planned = self._drawn
        at = self.columnAt(round(event.position().x()))
        last = FIRST_MONTH + MONTHS - 1
        before = event.position().x() < self.columnViewportPosition(FIRST_MONTH)
        column = FIRST_MONTH if before else last if at < 0 or at > last else at
        self.steps.paint(row, start, column - FIRST_MONTH, planned=planned)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was drawn."""
        if self._drawn is None:
            super().mouseReleaseEvent(event)
            return
        self._drawn = None
        self.steps.keep_painted()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second press on a month for one more stroke."""
        if self.month_at(self.indexAt(event.position().toPoint()).column()) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)
