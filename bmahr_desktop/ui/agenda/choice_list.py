"""A list of values that drops down from a chip, narrowed by typing where it is long."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID, row_height

_LONG = 12
_SEEN = 12
_LEAST, _MOST = 22 * GRID, 56 * GRID
_PADDING = 4 * GRID
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChoiceList(QFrame):
    """The values that can be chosen; Enter takes one, Esc leaves."""

    chosen = Signal(object)
    """Emitted with the value; None for all."""

    def __init__(self, name: str, said_name: str, parent: QWidget) -> None:
        """Make a list.

        Args:
            name: What its object name begins with.
            said_name: What the values are, already worded.
            parent: What it drops down from.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.setObjectName(f"{name}_popup")
        self.line = CleanLine(self)
        self.line.setObjectName(f"{name}_line")
        self.line.setAccessibleName(worded(msg("Part of the name")))
        self.line.setPlaceholderText(worded(msg("Part of the name")))
        self.line.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        self.list = QListWidget(self)
        self.list.setObjectName(f"{name}_list")
        self.list.setAccessibleName(said_name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._values: list[Any] = []
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._take())

    def open_below(self, chip: QWidget, values: Sequence[tuple[Any, Message]], now: Any) -> None:
        """Drop down from a chip, with the value of now chosen."""
        self._values = [value for value, _ in values]
        self.line.clear()
        self.list.clear()
        for _, words in values:
            self.list.addItem(QListWidgetItem(said(words)))
        self.line.setVisible(len(values) > _LONG)
        at = self._values.index(now) if now in self._values else 0
        self._fit(chip)
        self.show()
        (self.line if self.line.isVisible() else self.list).setFocus(
            Qt.FocusReason.PopupFocusReason
        )
        self.list.setCurrentRow(at)

    def _fit(self, chip: QWidget) -> None:
        widest = max(self.list.sizeHintForColumn(0), 0) + _PADDING
        width = min(max(widest, _LEAST), _MOST)
        rows = min(self.list.count(), _SEEN)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), row_height()) + GRID // 2)
        self.setFixedWidth(width)
        self.adjustSize()
        under = chip.mapToGlobal(QPoint(0, chip.height() + GRID // 4))
        room = chip.screen().availableGeometry()
        under.setX(max(min(under.x(), room.right() - width), room.left()))
        under.setY(max(min(under.y(), room.bottom() - self.height()), room.top()))
        self.move(under)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and take by the keyboard, whether it is in the line or in the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _TAKES:
                self._take()
                return True
            if watched is self.line and key in _WALKS:
                self._walk(key)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, key: Qt.Key) -> None:
        seen = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if not seen:
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_SEEN}
        now = self.list.currentRow()
        at = (seen.index(now) if now in seen else 0) + steps.get(key, _SEEN)
        self.list.setCurrentRow(seen[max(0, min(at, len(seen) - 1))])

    def _narrow(self, text: str) -> None:
        words = search_key(text).split()
        first = -1
        for row in range(self.list.count()):
            key = search_key(self.list.item(row).text())
            held = all(word in key for word in words)
            self.list.item(row).setHidden(not held)
            if held and first < 0:
                first = row
        self.list.setCurrentRow(first)

    def _take(self) -> None:
        row = self.list.currentRow()
        self.close()
        if 0 <= row < len(self._values):
            self.chosen.emit(self._values[row])
