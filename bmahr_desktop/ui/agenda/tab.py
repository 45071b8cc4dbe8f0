"""The register of resolutions: search, filters, the table, and the one chosen in full."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.domain.registers import UNSORTED, Sorting
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.registers import list_committees
from bmahr_desktop.operations.resolutions import Register
from bmahr_desktop.operations.search import Finding
from bmahr_desktop.ui.agenda.columns import Row
from bmahr_desktop.ui.agenda.filters import words_of
from bmahr_desktop.ui.agenda.found import FoundStack
from bmahr_desktop.ui.agenda.head import RegisterHead
from bmahr_desktop.ui.agenda.reading import Asked, RegisterReading
from bmahr_desktop.ui.agenda.resolution_view import ResolutionView
from bmahr_desktop.ui.agenda.vote_section import VoteSection
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import UndoBar

_SOON_MS = 150
_SHOWN = frozenset(
    {Kind.RESOLUTION, Kind.ASSIGNMENT, Kind.REPORT, Kind.MATTER, Kind.ITEM, Kind.MEETING,
     Kind.COMMITTEE, Kind.CORRECTION, Kind.UNIT}
)  # fmt: skip
"""What a line of the register is made of."""


@dataclass(frozen=True)
class Shown:
    """What the register shows now, as a paper would list it.

    Attributes:
        uids: All resolutions in their order, seen or not.
        words: Which ones, in words.
    """

    uids: Sequence[str]
    query: RegisterQuery
    sorting: Sorting
    words: Message


class ResolutionsTab(QWidget):
    """Every resolution, found by words and filters; or every place that holds the words."""

    open_wanted = Signal(str)
    """Emitted with the uid of the record that is to be opened at its place."""
    order_changed = Signal()
    """Emitted when other resolutions are shown, or in another order; see `shown`."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        parent: QWidget | None = None,
        today: Today = today_here,
    ) -> None:
        """Make the register; it is read when it is first looked at.

        Args:
            desk: The door to the records.
            errands: The thread for long reads.
            parent: The window.
            today: Tells what day it is.
        """
        super().__init__(parent)
        self.setObjectName("resolutions_tab")
        self._desk = desk
        self._codes: dict[str, str] = {}
        self._stale, self._offers_stale, self._again = True, True, False
        self._sorting = UNSORTED
        self.undo = UndoBar(self)
        self.head = RegisterHead(desk, self.undo, self)
        self.search = self.head.search
        self.reading = RegisterReading(desk, errands, today, self)
        self.found = FoundStack(self)
        self.model, self.table = self.found.model, self.found.table
        self.view = ResolutionView(self)
        self.view.add_section(VoteSection(desk, self.view))
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("resolutions_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.found)
        self.splitter.addWidget(self.view)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([126 * GRID, 43 * GRID])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.undo)

    def _connect(self) -> None:
        self.head.wanted.connect(self.read_again)
        self.head.entered.connect(self.found.enter)
        self.head.columns.clicked.connect(self._open_columns)
        self.table.lines_wanted.connect(self.reading.want)
        self.table.sorted_by.connect(self.sort)
        self.found.chosen.connect(self._show_chosen)
        self.found.opened.connect(self._open)
        self.view.open_wanted.connect(self._open)
        self.reading.first_came.connect(self.found.show_first)
        self.reading.order_came.connect(self._show_order)
        self.reading.rows_came.connect(self.found.take_rows)
        self.reading.places_came.connect(self._show_places)
        self.reading.offered_came.connect(self.head.filters.offer)
        self._soon.timeout.connect(self._follow_records)
        self._desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ reading

    def refresh(self) -> None:
        """Read the register again if anything in it changed; to be called when it is looked at."""
        if self._stale:
            self._offers_stale = True
            self._read(again=bool(self.model.uids))

    def read_again(self) -> None:
        """Read what is asked for now, in the background."""
        self._read(again=False)

    def sort(self, sorting: Sorting) -> None:
        """Show the register in another order; what is chosen stays so."""
        self._sorting = sorting
        self.table.show_sorting(sorting)
        self.read_again()

    def shown(self) -> Shown:
        """Return what is shown now, for who makes a paper of it."""
        query = self.reading.asked.query
        words = words_of(query, self.head.filters.offered)
        return Shown(self.model.uids, query, self.reading.asked.sorting, words)

    def flush(self) -> bool:
        """Keep what is typed beside the register; return whether all of it is kept."""
        return self.view.flush()

    def end(self) -> None:
        """End the work in the background."""
        self._soon.stop()
        self.reading.stop()

    def _read(self, *, again: bool) -> None:
        if self._stale:
            self._stale = False
            self._codes = {one.uid: one.code for one in self._desk.read(list_committees)}
            self.reading.set_codes(self._codes)
        self._again = again
        self.model.renew()
        asked = Asked(self.head.query(), self._sorting)
        if not self.head.is_everywhere():
            self.reading.ask(asked, anew=not again)
        elif asked.query.words:
            self.reading.ask_places(asked)
        else:
            self._show_places(Finding())

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _SHOWN:
            self._stale = True
            if self.isVisible():
                self._soon.start()

    def _follow_records(self) -> None:
        if self.isVisible() and self.view.is_writing():
            self._soon.start()
        elif self.isVisible():
            self.refresh()

    # ------------------------------------------------------------ showing

    def _show_order(self, register: Register) -> None:
        asked = self.reading.asked.query
        narrowed = bool(asked.words) or self.head.filters.is_narrowed()
        chosen = self.found.uid()
        focus = cast("QWidget | None", self.window().focusWidget())  # None, whatever its stub says
        beside = focus is not None and self.view.isAncestorOf(focus)
        self.found.show_order(register.uids, narrowed=narrowed, again=self._again)
        if beside and self.found.uid() != chosen:
            self.found.enter()  # what the keyboard was in has left the list
        self.head.count.setText(said(msg("{count:,} resolutions", count=len(register.uids))))
        if self._offers_stale:
            self._offers_stale = False
            self.reading.offer()
        self.order_changed.emit()

    def _show_places(self, finding: Finding) -> None:
        if not self.head.is_everywhere():
            return
        self.found.show_places(finding, wordless=not self.head.query().words)
        count = len(finding.hits)
        best = msg("the best {count:,} places", count=count)
        self.head.count.setText(
            said(best if finding.more else msg("{count:,} places", count=count))
        )

    def _show_chosen(self) -> None:
        """Show in full what is chosen; a line that was not read yet is waited for."""
        keys = self.reading.asked.keys
        if row := self.found.row():
            self._show_row(row, keys)
        elif hit := self.found.hit():
            rows = self.reading.rows_of([hit.record]) if hit.kind is Kind.RESOLUTION else ()
            if rows:
                self._show_row(rows[0], keys)
            else:
                self.view.show_hit(hit, keys)
        elif self.found.is_empty():
            self.view.show_nothing()

    def _show_row(self, row: Row, keys: Sequence[str]) -> None:
        self.view.show_row(row, self._codes.get(row.line.committee, ""), keys)

    # ------------------------------------------------------------ doing

    def _open(self) -> None:
        if uid := self.found.uid():
            self.open_wanted.emit(uid)

    def _open_columns(self) -> None:
        button = self.head.columns
        self.table.column_menu().popup(button.mapToGlobal(QPoint(0, button.height())))
