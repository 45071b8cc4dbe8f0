"""Which earlier decisions a decision only tells again, chosen from a list that drops down."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.money import LedgerEvent
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.ledger_model import event_words

_WIDTH = 54 * GRID
_SEEN = 6
_CLOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConfirmsPopup(QFrame):
    """A list to tick. Space ticks, Enter takes it, Esc leaves all as it was."""

    chosen = Signal(object)
    """Emitted with the uids that are ticked, when they are others than before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("ledger_confirms")
        self.setProperty("look", "popup")
        self._before: tuple[str, ...] = ()
        self._uids: list[str] = []
        self._given_up = False
        words = worded(msg("It only tells these again, and is not summed:"))
        self._label = QLabel(words, self)
        self.list = QListWidget(self)
        self.list.setObjectName("ledger_confirms_list")
        self.list.setAccessibleName(words)
        self._none = QLabel(worded(msg("There is no other decision of this kind.")), self)
        set_tone(self._none, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        for widget in (self._label, self.list, self._none):
            column.addWidget(widget)
        self.setFixedWidth(_WIDTH)

    def open_at(
        self, place: QPoint, events: Sequence[LedgerEvent], confirmed: Sequence[str]
    ) -> None:
        """Drop down.

        Args:
            place: The upper left corner on the screen.
            events: What can be ticked.
            confirmed: What is.
        """
        self._given_up = False
        self._before = tuple(confirmed)
        self._uids = [one.uid for one in events]
        self.list.clear()
        for one in events:
            item = QListWidgetItem(event_words(one))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = one.uid in self._before
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(events))
        self._label.setVisible(bool(events))
        self._none.setVisible(not events)
        height = max(self.list.sizeHintForRow(0), row_height())
        self.list.setFixedHeight(max(1, min(len(events), _SEEN)) * height + GRID)
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = min(place.y(), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def ticked(self) -> tuple[str, ...]:
        """Return the uids that are ticked."""
        rows = range(self.list.count())
        checked = Qt.CheckState.Checked
        return tuple(self._uids[at] for at in rows if self.list.item(at).checkState() is checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is ticked, or leave it."""
        if event.key() == Qt.Key.Key_Escape:
            self._given_up = True
            self.close()
        elif event.key() in _CLOSES:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is ticked when the list goes, however it goes."""
        super().hideEvent(event)
        ticked = self.ticked()
        if not self._given_up and set(ticked) != set(self._before):
            self.chosen.emit(ticked)
