"""The papers made from the register: an extract, the follow-up table, the index of a year."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.registers import CommitteeLine
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.dispatches import (
    IndexPart,
    read_extract,
    read_follow_up_table,
    read_index,
)
from bmahr_desktop.operations.registers import list_committees
from bmahr_desktop.operations.sent_papers import set_sent_paper, write_sent_docx
from bmahr_desktop.ui.background import Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.file_dialogs import file_name
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.paper.window import PaperWindow, ReadyPaper

_MOST = 3_000
"""So many resolutions make a table of some three hundred pages."""
_PARTS: tuple[tuple[object, Message], ...] = (
    ("", msg("By subject and by unit")),
    (IndexPart.SUBJECT, msg("By subject")),
    (IndexPart.UNIT, msg("By unit")),
)


class IndexBar(QWidget):
    """Which committee's index of which year is wanted, and by what."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._committees: dict[str, CommitteeLine] = {}
        self.committee, self.year = ChoiceField(), ChoiceField()
        self.part = ChoiceField(_PARTS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for field, name, words in (
            (self.committee, "index_committee", msg("Committee")),
            (self.year, "index_year", msg("Year")),
            (self.part, "index_part", msg("What the index is ordered by")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(worded(words))
            field.setToolTip(worded(words))
            field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(field)
        self.committee.chosen.connect(lambda _: self._on_committee())
        self.year.chosen.connect(lambda _: self.chosen.emit())
        self.part.chosen.connect(lambda _: self.chosen.emit())

    def offer(self, committees: Sequence[CommitteeLine], committee: str, year: int | None) -> None:
        """Offer committees and their years, with one of each chosen as far as they are there."""
        self._committees = {one.uid: one for one in committees}
        self.committee.set_choices([(one.uid, verbatim(one.code)) for one in committees])
        if committee in self._committees:
            self.committee.set_value(committee)
        self._offer_years(year)

    def wanted(self) -> tuple[str, int] | None:
        """Return committee and year; None where there is nothing to choose."""
        committee, year = self.committee.value(), self.year.value()
        if isinstance(committee, str) and isinstance(year, int):
            return committee, year
        return None

    def parts(self) -> tuple[IndexPart, ...]:
        """Return by what the index is ordered."""
        part = self.part.value()
        return (IndexPart(str(part)),) if part else tuple(IndexPart)

    def _on_committee(self) -> None:
        year = self.year.value()
        self._offer_years(year if isinstance(year, int) else None)
        self.chosen.emit()

    def _offer_years(self, year: int | None) -> None:
        one = self._committees.get(str(self.committee.value()))
        years = sorted(one.years if one else (), reverse=True)
        self.year.set_choices([(each, msg("B.E. {year}", year=shown(str(each)))) for each in years])
        if year in years:
            self.year.set_value(year)


class RegisterPapers(QObject):
    """Opens the papers of the register in a window, where they are printed and taken along."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        parent: QWidget,
        *,
        today: Callable[[], datetime.date] = today_here,
    ) -> None:
        """Stand ready.

        Args:
            desk: The door to the records.
            errands: The paper thread.
            parent: The window that the papers stand over.
            today: Tells the day of issue.
        """
        super().__init__(parent)
        self._desk, self._errands, self._parent = desk, errands, parent
        self._today = today
        self._window: PaperWindow | None = None
        self._index: IndexBar | None = None

    def window(self) -> PaperWindow:
        """Return the window of the papers, made when it is first wanted."""
        if self._window is None:
            self._window = PaperWindow(self._errands, self._parent)
        return self._window

    def index_bar(self) -> IndexBar:
        """Return what says which index is wanted."""
        if self._index is None:
            self._index = IndexBar(self.window())
            self._index.chosen.connect(self._set_index)
            self.window().above.addWidget(self._index)
        return self._index

    def end(self) -> None:
        """Close the window: what it shows is of a file that is left."""
        if self._window is not None:
            self._window.close()

    def show_extract(self, uid: str, name: str = "") -> None:
        """Show the certified extract of a resolution.

        Args:
            uid: The resolution.
            name: Where it was resolved, for the name of the file.
        """
        title = worded(msg("Extract of the minutes"))
        self._show(title, f"{title} {name}", lambda: self._desk.read(read_extract, uid))

    def show_table(self, uids: Sequence[str], words: str = "") -> None:
        """Show the table that follows resolutions up.

        Args:
            uids: The resolutions, in their order.
            words: What was looked for, printed under the title.
        """
        title, today = worded(msg("Follow-up of resolutions")), self._today()
        wanted, count = tuple(uids[:_MOST]), len(uids)

        def read() -> Any:
            if count > _MOST:
                raise Refused(_too_many(count))
            return self._desk.read(read_follow_up_table, wanted, words, on=today)

        self._show(title, title, read)

    def show_index(self, committee: str | None = None, year: int | None = None) -> None:
        """Show the index of a year; committee and year can be chosen there.

        Args:
            committee: The one chosen at first; None for the first of all.
            year: The same of the years (พ.ศ.); None for the latest.
        """
        committees = [one for one in self._desk.read(list_committees) if one.years]
        self.index_bar().offer(committees, committee or "", year)
        self._set_index()

    def _set_index(self) -> None:
        bar = self.index_bar()
        wanted, parts = bar.wanted(), bar.parts()
        title = worded(msg("Index of the year's resolutions"))

        def read() -> Any:
            committee, year = wanted or ("", 0)
            return self._desk.read(read_index, committee, year, parts)

        name = f"{bar.committee.currentText()} {bar.year.currentText()}" if wanted else ""
        self._show(title, f"{title} {name}", read, indexed=True)

    def _show(
        self, title: str, file: str, read: Callable[[], Any], *, indexed: bool = False
    ) -> None:
        if self._index is not None:
            self._index.setVisible(indexed)
        self.window().show_ready(
            ReadyPaper(title, file_name(file), read, _set_in_type, _write_word)
        )


def _too_many(count: int) -> Message:
    return msg(
        "{count:,} resolutions are too many for one table. Narrow the register to {most:,} at"
        " most.",
        count=count,
        most=_MOST,
    )


def _set_in_type(paper: Any, progress: Progress) -> Any:
    return set_sent_paper(paper, lambda _: progress.check())


def _write_word(paper: Any, out: Path) -> None:
    write_sent_docx(paper, out)
