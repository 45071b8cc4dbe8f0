"""A small search among all resolutions: a line, and what was found below it."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bmahr_desktop.domain.registers import CommitteeLine, ResolutionLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.links import find_to_cite
from bmahr_desktop.operations.registers import list_committees
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_PAUSE_MS = 80
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResolutionSearch(QWidget):
    """Finds resolutions by words, or by the number of their meeting.

    Up and down choose while the line keeps the keyboard, Enter takes, Esc gives up.
    """

    taken = Signal(object)
    """Emitted with the `ResolutionLine` that was chosen."""
    given_up = Signal()

    def __init__(self, desk: Desk, errands: Errands, parent: QWidget | None = None) -> None:
        """Stand ready.

        Args:
            desk: The door to the records.
            errands: Where they are searched.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("resolution_search_small")
        self._desk, self._errands = desk, errands
        self._committee: str | None = None
        self._but = ""
        self._before: datetime.date | None = None
        self._codes: dict[str, str] = {}
        self.found: tuple[ResolutionLine, ...] = ()
        self._taking = False
        self.line = CleanLine(self)
        self.line.setObjectName("citing_line")
        words = worded(msg("Find an earlier resolution"))
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(
            shown(worded(msg("Words of the resolution, or a meeting: 9/2563")))
        )
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("citing_list")
        self.list.setAccessibleName(worded(msg("What was found")))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self._take())
        self._told = QLabel(self)
        self._told.setObjectName("citing_told")
        self._told.setWordWrap(True)
        set_tone(self._told, Role.MUTED)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.line.textChanged.connect(lambda _: self._pause.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        self.setFocusProxy(self.line)

    def open_fresh(
        self, committee: str | None, but: str = "", before: datetime.date | None = None
    ) -> None:
        """Begin anew, with the newest resolutions of a committee.

        Args:
            committee: The committee's uid; None for all.
            but: The uid of the resolution that is not to be found: it searches.
            before: Only resolutions of meetings before this day are found; None for all.
        """
        self._committee, self._but, self._before = committee, but, before
        committees: Sequence[CommitteeLine] = self._desk.read(list_committees)
        self._codes = {one.uid: one.code for one in committees}
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self.line.setFocus()
        self.search()

    def search(self) -> None:
        """Look for what is typed, in the background."""
        self._pause.stop()
        typed, committee, before = self.line.text(), self._committee, self._before

        def work(_: object) -> list[ResolutionLine]:
            return self._desk.read(find_to_cite, typed, committee, before=before)

        self._errands.run(work, self._show, channel="citing", context=self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the line keeps the keyboard."""
        if watched is self.line and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            own = key in _STEPS or key in _ENTER or key is Qt.Key.Key_Escape
            if own and event.type() is QEvent.Type.KeyPress:
                self._press(key)
            if own and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            if own:
                return True
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> None:
        if key is Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in _ENTER:
            self._take()
        else:
            row = self.list.currentRow() + _STEPS[key]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))

    def _show(self, lines: Sequence[ResolutionLine]) -> None:
        self.found = tuple(one for one in lines if one.uid != self._but)
        self.list.clear()
        for one in self.found:
            row = QListWidgetItem(icon(IconName.GAVEL), self.line_of(one))
            row.setToolTip(f"{one.matter_title or one.item_title}\n{one.text}")
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        told = msg("↑ ↓ choose, Enter takes, Esc closes")
        self._told.setText(worded(told if self.found else msg("Nothing was found.")))
        if self._taking:
            self._taking = False
            self._take()

    def line_of(self, one: ResolutionLine) -> str:
        """Return a resolution on two lines: where, when, about what; and its wording."""
        date = format_date(one.date, DateStyle.SHORT_FULL_YEAR, digits_in_use())
        where = f"{self._codes.get(one.committee, '')} {one.number}/{one.year}".strip()
        about, text = (
            " ".join(words.split()) for words in (one.matter_title or one.item_title, one.text)
        )
        return shown(f"{where} · {date} · {about}\n{text}")

    def _take(self) -> None:
        if self._pause.isActive():  # what is typed was not looked for yet
            self._taking = True
            self.search()
            return
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            self.taken.emit(self.found[row])
