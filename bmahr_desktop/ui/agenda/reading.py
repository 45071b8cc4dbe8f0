"""Reads the register in the background: its first lines, its whole order, the pages seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.query import read_query
from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.domain.registers import UNSORTED, Offered, ResolutionLine, SortedBy, Sorting
from bmahr_desktop.operations.register_filters import offered_filters
from bmahr_desktop.operations.resolutions import (
    Register,
    first_lines,
    open_register,
    read_lines,
    search_places,
)
from bmahr_desktop.operations.search import Finding
from bmahr_desktop.ui.agenda.columns import Row, row_of
from bmahr_desktop.ui.background import Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today

_FIRST = 40
"""More than a window shows at once."""
_MOST_PLACES = 500


@dataclass(frozen=True)
class Asked:
    """What the register shows, and in which order."""

    query: RegisterQuery
    sorting: Sorting = UNSORTED

    @property
    def keys(self) -> tuple[str, ...]:
        """What is looked for, as search keys."""
        return read_query(self.query.words).wanted


class RegisterReading(QObject):
    """Two threads: one for orders, which may take a second, and one for the lines that are seen."""

    first_came = Signal(object)
    """Emitted with the first `Row`s, when there are some before the order has come."""
    order_came = Signal(object)
    """Emitted with the `Register`."""
    rows_came = Signal(object, object)
    """Emitted with `Row`s that were wanted, and with the uids of all that were."""
    places_came = Signal(object)
    """Emitted with the `Finding` of every place that holds the words."""
    offered_came = Signal(object)
    """Emitted with what there is to narrow the register to."""

    def __init__(self, desk: Desk, errands: Errands, today: Today, parent: QObject) -> None:
        """Make ready.

        Args:
            desk: The door to the records.
            errands: The thread in which orders are read.
            today: Tells what day it is.
            parent: Who shows the register.
        """
        super().__init__(parent)
        self._desk, self._errands, self._today = desk, errands, today
        self._lines = Errands("register lines", self)
        self._codes: Mapping[str, str] = {}
        self._pending: tuple[Asked, Sequence[str]] | None = None
        self.asked = Asked(RegisterQuery())

    def set_codes(self, codes: Mapping[str, str]) -> None:
        """Take the committees' codes by their uids."""
        self._codes = codes

    def ask(self, asked: Asked, *, anew: bool = True) -> None:
        """Read the register; what was asked for before is wanted no longer.

        Args:
            asked: What it is to show.
            anew: Whether its first lines are wanted before its order is known.
        """
        self.asked = asked
        if anew and asked.sorting.by is SortedBy.BEST:
            self._lines.run(
                partial(self._first, asked), self._on_first, channel="first", context=self
            )
        else:
            self._open(asked)

    def ask_places(self, asked: Asked) -> None:
        """Look for the words anywhere in the minutes, first a few places, then more."""
        self.asked = asked

        def look(most: int, progress: Progress) -> Finding:
            found: Finding = self._desk.read(search_places, asked.query, most, progress.stop_wanted)
            progress.check()
            return found

        def first(found: Finding) -> None:
            self.places_came.emit(found)
            if found.more and asked is self.asked:
                self._errands.run(
                    partial(look, _MOST_PLACES), self.places_came.emit, channel="register",
                    context=self,
                )  # fmt: skip

        self._lines.run(partial(look, _FIRST), first, channel="first", context=self)

    def offer(self) -> None:
        """Read what there is to narrow the register to."""
        today = self._today()

        def work(_: Progress) -> Offered:
            return self._desk.read(offered_filters, today)

        self._errands.run(work, self.offered_came.emit, channel="offered", context=self)

    def want(self, uids: Sequence[str]) -> None:
        """Read lines; those that were wanted before and not begun are wanted no longer."""
        asked = self.asked
        if self._pending and self._pending[0] is asked and self._pending[1] == uids:
            return
        self._pending = (asked, uids)

        def work(progress: Progress) -> list[Row]:
            progress.check()
            return self.rows_of(uids, asked)

        def came(rows: list[Row]) -> None:
            self._pending = None
            if asked is self.asked:
                self.rows_came.emit(rows, uids)

        self._lines.run(work, came, channel="lines", context=self)

    def rows_of(self, uids: Sequence[str], asked: Asked | None = None) -> list[Row]:
        """Return lines as they are shown, in the order of their uids, read at once."""
        lines = self._desk.read(read_lines, uids)
        keys, today = (asked or self.asked).keys, self._today()
        return [row_of(line, self._codes, keys, today) for line in lines]

    def stop(self) -> None:
        """End the thread of the lines."""
        self._lines.stop()

    # ------------------------------------------------------------ in its parts

    def _first(self, asked: Asked, _: Progress) -> tuple[Asked, list[Row]]:
        today = self._today()
        lines: list[ResolutionLine] = self._desk.read(first_lines, asked.query, _FIRST, today)
        return asked, [row_of(line, self._codes, asked.keys, today) for line in lines]

    def _on_first(self, found: tuple[Asked, list[Row]]) -> None:
        asked, rows = found
        if asked is not self.asked:
            return
        if rows:
            self.first_came.emit(rows)
        self._open(asked)

    def _open(self, asked: Asked) -> None:
        today = self._today()

        def work(progress: Progress) -> Register:
            register: Register = self._desk.read(
                open_register,
                asked.query,
                asked.sorting,
                today=today,
                stop_wanted=progress.stop_wanted,
            )
            progress.check()
            return register

        self._errands.run(work, self._on_order, channel="register", context=self)

    def _on_order(self, register: Register) -> None:
        self.order_came.emit(register)
