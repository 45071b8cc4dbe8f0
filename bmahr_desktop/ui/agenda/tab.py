"""The register of resolutions: search, filters, the table, and the one chosen in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.registers import CommitteeLine, ResolutionLine
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.registers import list_committees
from bmahr_desktop.operations.resolutions import search_resolutions
from bmahr_desktop.ui.agenda.register_model import (
    ASSIGNED,
    DATE,
    DUE,
    ITEM,
    KIND,
    MATTER,
    MEETING,
    TEXT,
    Index,
    RegisterModel,
)
from bmahr_desktop.ui.agenda.resolution_view import ResolutionView
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState

_PAUSE_MS = 120
_SHOWN = frozenset(
    {Kind.RESOLUTION, Kind.ASSIGNMENT, Kind.MATTER, Kind.ITEM, Kind.MEETING, Kind.COMMITTEE,
     Kind.CORRECTION}
)  # fmt: skip
"""What a line of the register is made of."""


class RegisterTable(QTableView):
    """The register itself."""

    chosen = Signal(int)
    opened = Signal()

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolution_register")
        self.setAccessibleName(worded(msg("Register of resolutions")))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        header = self.horizontalHeader()
        header.setObjectName("resolution_columns")
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in (
            (MEETING, 14), (DATE, 12), (ITEM, 7), (MATTER, 26), (TEXT, 40), (KIND, 14),
            (ASSIGNED, 18), (DUE, 12),
        ):  # fmt: skip
            self.setColumnWidth(column, width * GRID)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the resolution at its place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ResolutionsTab(QWidget):
    """Every resolution, found by words, committee and year."""

    open_wanted = Signal(str)
    """Emitted with the uid of the resolution that is to be opened at its place."""

    def __init__(self, desk: Desk, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolutions_tab")
        self._desk, self._errands = desk, errands
        self._codes: dict[str, str] = {}
        self._stale = True
        self.search = CleanLine()
        self.search.setObjectName("resolution_search")
        self.search.setAccessibleName(worded(msg("Search the resolutions")))
        self.search.setPlaceholderText(worded(msg("Words of the resolution or of its matter")))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        self.committee, self.year = ChoiceField(), ChoiceField()
        self.committee.setObjectName("resolution_committee")
        self.committee.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.committee.setAccessibleName(worded(msg("Committee")))
        self.year.setObjectName("resolution_year")
        self.year.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.year.setAccessibleName(worded(msg("Year")))
        self._count = QLabel(self)
        self._count.setObjectName("resolution_count")
        set_tone(self._count, Role.MUTED)
        self.model = RegisterModel(self)
        self.table = RegisterTable(self.model, self)
        self.view = ResolutionView(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID, GRID, 0)
        head.setSpacing(GRID)
        head.addWidget(self.search, 1)
        head.addWidget(self.committee)
        head.addWidget(self.year)
        head.addWidget(self._count)
        self._none = EmptyState(IconName.GAVEL, msg("No resolution matches."))
        self._empty = EmptyState(
            IconName.GAVEL, msg("The resolutions of all meetings will stand here.")
        )
        self._stack = QStackedWidget(self)
        for widget in (self.table, self._none, self._empty):
            self._stack.addWidget(widget)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("resolutions_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.view)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([115 * GRID, 50 * GRID])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._into_table)
        self.committee.chosen.connect(lambda _: self.read_again())
        self.year.chosen.connect(lambda _: self.read_again())
        self._pause.timeout.connect(self.read_again)
        self.table.chosen.connect(self._show_row)
        self.table.opened.connect(self._open)
        self.view.open_wanted.connect(self._open)
        self._desk.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the register again if anything in it changed; to be called when it is looked at."""
        if self._stale:
            self._show_filters(self._desk.read(list_committees))
            self.read_again()

    def read_again(self) -> None:
        """Read the register again, in the background."""
        self._stale = False
        query, committee, year = self.search.text(), self.committee.value(), self.year.value()

        def work(_: object) -> list[ResolutionLine]:
            return self._desk.read(
                search_resolutions,
                query,
                committee if isinstance(committee, str) else None,
                year if isinstance(year, int) else None,
            )

        self._errands.run(work, self._show, channel="register", context=self)

    def _show_filters(self, committees: Sequence[CommitteeLine]) -> None:
        self._codes = {one.uid: one.code for one in committees}
        named: list[tuple[object, Message]] = [(None, msg("All committees"))]
        named += [(one.uid, verbatim(one.code)) for one in committees]
        self.committee.set_choices(named)
        years = sorted({year for one in committees for year in one.years}, reverse=True)
        offered: list[tuple[object, Message]] = [(None, msg("All years"))]
        offered += [(year, msg("B.E. {year}", year=shown(str(year)))) for year in years]
        self.year.set_choices(offered)

    def _show(self, lines: Sequence[ResolutionLine]) -> None:
        line = self.model.line(self.table.currentIndex().row())
        self.model.show_lines(lines, self._codes)
        self._count.setText(said(msg("{count} resolutions", count=len(lines))))
        filtered = self.search.text() or self.committee.value() or self.year.value()
        nothing = self._none if filtered else self._empty
        self._stack.setCurrentWidget(self.table if lines else nothing)
        row = self.model.row_of(line.uid) if line else -1
        if lines:
            self.table.selectRow(max(row, 0))
        self._show_row(max(row, 0) if lines else -1)

    def _show_row(self, row: int) -> None:
        line = self.model.line(row)
        self.view.show_line(line, self.model.code_of(line) if line else "")

    def _into_table(self) -> None:
        self._pause.stop()
        self.read_again()
        self.table.setFocus()

    def _open(self) -> None:
        if line := self.model.line(self.table.currentIndex().row()):
            self.open_wanted.emit(line.uid)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _SHOWN:
            self._stale = True
            if self.isVisible():
                self.refresh()
