"""What the keys mean in a list of records."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEVELS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ListKeys(QObject):
    """Hears the keys of a list: Insert, Delete, F2 or Enter, and Alt with the arrows."""

    add_wanted = Signal()
    remove_wanted = Signal()
    edit_wanted = Signal()
    move_wanted = Signal(int)
    """Emitted with -1 for up, 1 for down."""
    shift_wanted = Signal(int)
    """Emitted with -1 for a level up, 1 for a level down."""

    def __init__(self, parent: QObject, *, levels: bool = False, alone: bool = False) -> None:
        """Make it ready to be asked by `hear`.

        Args:
            parent: The list.
            levels: Whether Alt with ← and → has a meaning too.
            alone: Whether Insert, Delete, F2 and Enter mean nothing with another key held.
        """
        super().__init__(parent)
        self._levels, self._alone = levels, alone

    def watch(self, view: QAbstractItemView) -> None:
        """Hear every key before the list does; a double click edits."""
        view.installEventFilter(self)
        view.doubleClicked.connect(lambda _: self.edit_wanted.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a key its meaning."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self.hear(event)
        return super().eventFilter(watched, event)

    def hear(self, event: QKeyEvent) -> bool:
        """Give a pressed key its meaning; return whether it has one."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier:
            if key in _ROWS:
                self.move_wanted.emit(_ROWS[key])
                return True
            if self._levels and key in _LEVELS:
                self.shift_wanted.emit(_LEVELS[key])
                return True
        if self._alone and held != Qt.KeyboardModifier.NoModifier:
            return False
        match key:
            case Qt.Key.Key_Insert:
                self.add_wanted.emit()
            case Qt.Key.Key_Delete:
                self.remove_wanted.emit()
            case Qt.Key.Key_F2 | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_wanted.emit()
            case _:
                return False
        return True
