"""What the lists of a meeting have in common: one row chosen, the keys, no folding."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QWidget

from bmahr_desktop.ui.records.list_keys import ListKeys


class KeyedTree(QTreeWidget):
    """Rows of which one is chosen, always unfolded.

    Keys: Insert adds, Delete removes, Alt+arrows move, F2 and Enter edit.
    """

    add_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """Emitted with -1 for up, 1 for down."""
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._keys = ListKeys(self)
        self._keys.add_wanted.connect(self.add_wanted)
        self._keys.remove_wanted.connect(self.remove_wanted)
        self._keys.move_wanted.connect(self.move_wanted)
        self._keys.edit_wanted.connect(self.edit_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove, move and edit by the keyboard."""
        if not self._keys.hear(event):
            super().keyPressEvent(event)
