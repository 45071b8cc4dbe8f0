"""What was found: the register as a table, the places in the minutes, or why there is nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.search import Finding, Hit
from bmahr_desktop.ui.agenda.columns import Row
from bmahr_desktop.ui.agenda.places_list import PlacesList, PlacesModel
from bmahr_desktop.ui.agenda.register_model import RegisterModel
from bmahr_desktop.ui.agenda.table import RegisterTable
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.notices import EmptyState


class FoundStack(QStackedWidget):
    """One of them at a time; what is chosen, and the place scrolled to, outlast a new reading.

    Attributes:
        table: The register.
        list: The places.
    """

    chosen = Signal()
    """Emitted when something else is chosen, or is shown otherwise."""
    opened = Signal()
    """Emitted when what is chosen is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.places = RegisterModel(self), PlacesModel(self)
        self.table = RegisterTable(self.model, self)
        self.list = PlacesList(self.places, self)
        self.none = EmptyState(IconName.GAVEL, msg("No resolution matches."))
        self.empty = EmptyState(
            IconName.GAVEL, msg("The resolutions of all meetings will stand here.")
        )
        self.nowhere = EmptyState(IconName.SEARCH, msg("These words stand nowhere."))
        self.wordless = EmptyState(
            IconName.SEARCH, msg("Type what to look for in wordings, discussions and names.")
        )
        for widget in (
            self.table, self.list, self.none, self.empty, self.nowhere, self.wordless,
        ):  # fmt: skip
            self.addWidget(widget)
        for view in (self.table, self.list):
            view.chosen.connect(lambda _: self.chosen.emit())
            view.opened.connect(self.opened)

    # ------------------------------------------------------------ what is chosen

    def row(self) -> Row | None:
        """Return the resolution that is chosen; None while its line was not read yet."""
        if self.currentWidget() is not self.table:
            return None
        return self.model.row_at(self.table.currentIndex().row())

    def hit(self) -> Hit | None:
        """Return the place that is chosen."""
        if self.currentWidget() is not self.list:
            return None
        return self.places.hit(self.list.currentIndex().row())

    def uid(self) -> str:
        """Return the record that is chosen; empty for none."""
        if hit := self.hit():
            return hit.record
        shown = self.currentWidget() is self.table
        return self.model.uid_at(self.table.currentIndex().row()) if shown else ""

    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        return self.currentWidget() not in (self.table, self.list)

    def enter(self) -> None:
        """Put the keyboard into what was found."""
        for view in (self.table, self.list):
            if self.currentWidget() is view:
                view.setFocus()

    # ------------------------------------------------------------ showing

    def show_first(self, rows: Sequence[Row]) -> None:
        """Show the first lines of a register that is new to the eye."""
        self.model.take_rows(rows)
        self.model.show_order(tuple(row.line.uid for row in rows))
        self.setCurrentWidget(self.table)
        self.table.go_to(0, 0)

    def show_order(self, uids: Sequence[str], *, narrowed: bool, again: bool) -> None:
        """Show all of a register.

        Args:
            uids: Its resolutions.
            narrowed: Whether there may be others.
            again: Whether it is what was shown before, read again.
        """
        row, top = self.table.currentIndex().row(), self.table.top_row()
        chosen, uppermost = self.model.uid_at(row), self.model.uid_at(top)
        nothing = self.none if narrowed else self.empty
        self.setCurrentWidget(self.table if uids else nothing)
        if self.model.show_order(uids) and uids:
            at, first = self.model.row_of(chosen), self.model.row_of(uppermost)
            if again:
                at = at if at >= 0 else min(max(row, 0), len(uids) - 1)
                self.table.go_to(at, first if first >= 0 else top)
            else:
                self.table.go_to(max(at, 0))
        self.table.look()
        self.chosen.emit()

    def take_rows(self, rows: Sequence[Row], wanted: Sequence[str]) -> None:
        """Show lines that were read."""
        self.model.take_rows(rows, wanted)
        self.chosen.emit()

    def show_places(self, finding: Finding, *, wordless: bool) -> None:
        """Show places; where they only go on, what is chosen stays so.

        Args:
            finding: The places.
            wordless: Whether nothing was looked for.
        """
        before = self.places.hit(self.list.currentIndex().row())
        moved = self.places.show_hits(finding.hits)
        nothing = self.wordless if wordless else self.nowhere
        self.setCurrentWidget(self.list if finding.hits else nothing)
        if finding.hits and moved:
            records = [hit.record for hit in finding.hits]
            at = records.index(before.record) if before and before.record in records else 0
            self.list.setCurrentIndex(self.places.index(at))
        self.chosen.emit()
