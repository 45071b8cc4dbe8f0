"""The tab of the meetings: the list at left is there at once, the rest when the file is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.list_pane import MeetingListPane
from bmahr_desktop.ui.notices import UndoBar

_LIST, _TEXT = 37 * GRID, 92 * GRID


class MeetingsTab(QWidget):
    """The list, what is chosen in it, and the paper beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetings_tab")
        self.list = MeetingListPane(self)
        self.middle = QStackedWidget(self)
        self.undo = UndoBar(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("meetings_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.middle)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.undo)

    def add_beside(self, pane: QWidget) -> None:
        """Put the paper at right."""
        self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(2, 2)

    def share_room(self) -> None:
        """Give list, text and paper their usual shares of the room there is.

        Where it is scarce, the text comes first: its heading and tabs are to be read whole.
        """
        whole = self.splitter.width()
        beside = max(52 * GRID, whole * 3 // 10)
        beside = min(beside, max(32 * GRID, whole - _LIST - _TEXT))
        self.splitter.setSizes([_LIST, whole - _LIST - beside, beside])
