"""The letters that went out after a meeting, as a list in which several can be chosen at once."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QWidget

from bmahr_desktop.domain.dispatches import Answer, Dispatch, DispatchKind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.record_list import UID, RecordList

_HEADINGS = (
    msg("Letter"), msg("Addressee"), msg("Letter no."), msg("Dated"), msg("Sent"), msg("Received"),
    msg("Answered"),
)  # fmt: skip
_WIDTHS = (0.24, 0, 0.18, 0.16, 0.18, 0.18, 0.2)
_KIND, _TO, _NUMBER, _DATE, _SENT, _RECEIVED, _ANSWERED = range(7)
_ROWS = 3
_NARROW, _NARROWER = 100 * GRID, 60 * GRID
"""Below these widths the date and what is empty, and then the number, give up their room."""
ICONS = {
    DispatchKind.NOTICE: IconName.GAVEL,
    DispatchKind.EXTRACT: IconName.STAMP,
    DispatchKind.DRAFT: IconName.FILE_PEN,
    DispatchKind.CIRCULATION: IconName.REFRESH,
}
_ANSWER_LOOKS = {
    Answer.AGREES: (IconName.CHECK_CIRCLE, Role.DONE),
    Answer.CORRECTS: (IconName.PENCIL, Role.WAITING),
    Answer.DISAGREES: (IconName.X, Role.DANGER),
}
_STEPS = {
    Qt.KeyboardModifier.NoModifier: "sent",
    Qt.KeyboardModifier.ShiftModifier: "received",
    Qt.KeyboardModifier.ControlModifier: "answered",
}


class DispatchList(RecordList):
    """Letters in the order in which they were made.

    Keys: F5 sent, Shift+F5 received, Ctrl+F5 answered today, for all that are chosen.
    """

    today_wanted = Signal(str)
    """Emitted with the field that is to say today: "sent", "received" or "answered"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEADINGS, _WIDTHS, parent)
        self.setObjectName("dispatch_list")
        self.setAccessibleName(worded(msg("Letters after the meeting")))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Addressees begin alike ("ผู้อำนวยการ…"): their ends tell them apart.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def show_dispatches(self, dispatches: Sequence[Dispatch], today: datetime.date) -> None:
        """Fill the list; what was chosen stays so.

        Args:
            dispatches: The letters.
            today: Answers that were awaited before are overdue.
        """

        def fill() -> None:
            self.addTopLevelItems([_row(one, today) for one in dispatches])
            self._leave_out(self.viewport().width())

        self.refill(fill)

    def refill(self, fill: Callable[[], None]) -> None:
        """Make all rows anew; all that were chosen stay so."""
        chosen = set(self.selected())
        super().refill(fill)
        if chosen & {row.data(0, UID) for row in self.rows()}:
            self.choose_all(chosen)

    def wanted_height(self) -> int:
        """Return the height at which all rows are seen."""
        row = max(self.sizeHintForRow(0), row_height())
        rows = max(self.topLevelItemCount(), _ROWS) * row
        return max(self.header().height(), row) + rows + GRID

    def choose_all(self, uids: set[str]) -> None:
        """Choose several letters; the last of them is the one whose form is shown."""
        rows = [row for row in self.rows() if row.data(0, UID) in uids]
        if not rows:
            return
        if self.currentItem() not in rows:
            self.setCurrentItem(rows[-1])
        select = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.clearSelection()
        for row in rows:
            model.select(self.indexFromItem(row), select.Select | select.Rows)

    def _go_to(self, row: QTreeWidgetItem) -> None:
        """Make a row the current one; where it is so already, the others chosen stay chosen."""
        if row is self.currentItem():
            self.scrollToItem(row)
        else:
            super()._go_to(row)

    def selected(self) -> list[str]:
        """Return the uids of all that are chosen, from top to bottom."""
        return [str(row.data(0, UID)) for row in self.rows() if row.isSelected()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F5 say that the letters went out, came, were answered today."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_F5 and held in _STEPS:
            self.today_wanted.emit(_STEPS[held])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is least needed where there is little room."""
        self._leave_out(event.size().width())
        super().resizeEvent(event)

    def _leave_out(self, width: int) -> None:
        """Hide what is least needed, and where it is narrow what nothing stands in."""
        said_of = [column for column in (_NUMBER, _ANSWERED) if self._is_said(column)]
        self._laying = True  # no hand does it
        self.setColumnHidden(_DATE, width < _NARROW)
        for column in (_NUMBER, _ANSWERED):
            self.setColumnHidden(column, width < _NARROW and column not in said_of)
        if width < _NARROWER:
            self.setColumnHidden(_NUMBER, True)
        self._laying = False

    def _is_said(self, column: int) -> bool:
        return any(row.text(column) for row in self.rows())


def _row(one: Dispatch, today: datetime.date) -> QTreeWidgetItem:
    kind = worded(wording.DISPATCH_KINDS[one.kind])
    to = one.to or worded(msg("(nobody named yet)"))
    row = QTreeWidgetItem(
        [kind, to, one.number, _day(one.date), _day(one.sent), _day(one.received), _answer(one)]
    )
    row.setData(0, UID, one.uid)
    row.setIcon(_KIND, icon(ICONS[one.kind]))
    if one.sent is None:
        row.setText(_SENT, worded(msg("Not yet")))
        row.setIcon(_SENT, icon(IconName.CLOCK, Role.WAITING))
    if one.received is not None:
        row.setIcon(_RECEIVED, icon(IconName.CHECK_CIRCLE, Role.DONE))
    _show_answer(row, one, today)
    for column in range(row.columnCount()):
        row.setToolTip(column, "\n".join(filter(None, (kind, to, one.number, one.answer_text))))
    if _is_awaited(one):
        row.setToolTip(_ANSWERED, said(msg("Answer wanted by {date}", date=_day(one.reply_by))))
    return row


def _show_answer(row: QTreeWidgetItem, one: Dispatch, today: datetime.date) -> None:
    if one.answer is not None:
        row.setIcon(_ANSWERED, icon(*_ANSWER_LOOKS[one.answer]))
    elif one.reply_by is not None and _is_awaited(one):
        late = one.reply_by < today
        image = icon(IconName.ALERT_TRIANGLE, Role.DANGER) if late else icon(IconName.CLOCK)
        row.setIcon(_ANSWERED, image)


def _is_awaited(one: Dispatch) -> bool:
    return one.reply_by is not None and one.answered is None and one.answer is None


def _answer(one: Dispatch) -> str:
    if one.answered is not None:
        return _day(one.answered)
    if one.answer is not None:
        return worded(wording.ANSWERS[one.answer])
    if one.reply_by is not None:
        return _day(one.reply_by)
    return ""


def _day(date: datetime.date | None) -> str:
    return format_date(date, DateStyle.SHORT, digits_in_use()) if date else ""
