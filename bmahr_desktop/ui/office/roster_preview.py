"""The preview of a pasted list: what its columns hold, and what would come of each row."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.roster import Roster
from bmahr_desktop.operations.roster_columns import Sheet
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.office.lists import WholeRow
from bmahr_desktop.ui.office.roster_columns_bar import ColumnsBar
from bmahr_desktop.ui.office.roster_model import (
    JOB,
    NAME,
    ROLE,
    ROW,
    STATE,
    TITLE,
    UNIT,
    RosterModel,
)

_WIDTHS = {ROW: 72, TITLE: 104, NAME: 200, JOB: 168, UNIT: 168, ROLE: 152}
_MOST_SHARE = 0.7
"""Of the width, for what is known of somebody; the rest for what would happen."""


class RosterPreview(QWidget):
    """Columns, options and rows of a list. Space ticks the chosen rows."""

    columns_changed = Signal(object)
    options_changed = Signal()
    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roster_preview")
        self.columns = ColumnsBar(self)
        self.columns.changed.connect(self.columns_changed)
        self.told = self._label("roster_told")
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._fill = self._check("roster_fill_down", msg("Empty cells mean the one above (merged)"))
        self._fill.toggled.connect(lambda _: self.options_changed.emit())
        self._units = self._check("roster_add_units", msg("Put new units on file too"))
        self._units.setChecked(True)
        self._model = RosterModel(self)
        self._model.ticks_changed.connect(self.ticks_changed)
        self.table = self._made_table()
        self._lay_out()

    def _lay_out(self) -> None:
        every = self._button("roster_tick_all", msg("Tick all"))
        every.clicked.connect(lambda: self._model.tick(range(self._model.rowCount()), on=True))
        none = self._button("roster_tick_none", msg("Tick none"))
        none.clicked.connect(lambda: self._model.tick(range(self._model.rowCount()), on=False))
        proposed = self._button("roster_tick_proposed", msg("As proposed"))
        proposed.clicked.connect(self._model.tick_proposed)
        options = QHBoxLayout()
        options.setSpacing(2 * GRID)
        options.addWidget(self._fill)
        options.addWidget(self._units)
        options.addStretch(1)
        for button in (every, none, proposed):
            options.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.columns)
        column.addLayout(options)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(label, Role.MUTED)
        return label

    def _check(self, name: str, words: Message) -> QCheckBox:
        box = QCheckBox(worded(words), self)
        box.setObjectName(name)
        box.setAccessibleName(box.text())
        return box

    def _button(self, name: str, words: Message) -> QPushButton:
        button = QPushButton(worded(words), self)
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        return button

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("roster_table")
        table.setAccessibleName(worded(msg("Rows of the list")))
        table.setModel(self._model)
        table.setItemDelegate(WholeRow(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        across = table.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(6 * GRID)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.selectionModel().currentRowChanged.connect(self._on_current)
        table.installEventFilter(self)
        return table

    # ------------------------------------------------------------ what it shows

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the columns of a list."""
        self.columns.show_sheet(sheet)
        self._fill.blockSignals(True)
        self._fill.setChecked(False)
        self._fill.blockSignals(False)

    def show_roster(self, roster: Roster) -> None:
        """Show what would come of a list; the row that was chosen stays so."""
        row = max(0, self.table.currentIndex().row())
        self.table.setColumnHidden(ROLE, roster.committee is None)
        self._units.setVisible(bool(roster.units))
        words = msg("Put new units on file too ({count})", count=len(roster.units))
        self._units.setText(said(words))
        self._units.setAccessibleName(said(words))
        self._model.show_roster(roster)
        if roster.lines:
            self.table.setCurrentIndex(self._model.index(min(row, len(roster.lines) - 1), ROW))

    def ticked(self) -> frozenset[int]:
        """Return the numbers of the ticked rows."""
        return self._model.ticked()

    def fills_down(self) -> bool:
        """Tell whether an empty cell stands for the one above it."""
        return self._fill.isChecked()

    def adds_units(self) -> bool:
        """Tell whether units that are not on file go on file too."""
        return self._units.isChecked()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.told.setText(self._model.told(current.row()) if current.isValid() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what would happen, however narrow."""
        super().resizeEvent(event)
        share = min(1.0, _MOST_SHARE * self.width() / sum(_WIDTHS.values()))
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, int(width * share))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick the chosen rows with the space bar."""
        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            rows = {index.row() for index in self.table.selectionModel().selectedRows(ROW)}
            self._model.toggle(rows)
            return True
        return super().eventFilter(watched, event)
