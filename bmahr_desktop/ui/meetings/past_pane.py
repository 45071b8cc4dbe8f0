"""What became of a meeting: what was done in it, and the adoption of its minutes."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.adoption.pane import AdoptedPane
from bmahr_desktop.ui.meetings.history_pane import HistoryPane

_HISTORY, _ADOPTION = range(2)


class PastPane(QWidget):
    """The tab ประวัติ of a meeting: two parts, of which one is seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past_pane")
        self._meeting = ""
        self._unread: set[int] = set()
        self.history = HistoryPane(desk, self)
        self.adoption = AdoptedPane(desk, self)
        self.parts = QTabBar(self)
        self.parts.setObjectName("past_parts")
        self.parts.setAccessibleName(worded(msg("Parts of the history")))
        self.parts.setExpanding(False)
        self.parts.setDrawBase(False)
        self.parts.addTab(worded(msg("What was done")))
        self.parts.addTab(worded(msg("Adoption of the minutes")))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.history)
        self._stack.addWidget(self.adoption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.parts)
        column.addWidget(self._stack, 1)
        self.parts.currentChanged.connect(self._on_part)
        self.setFocusProxy(self.history)

    def show_meeting(self, meeting: str) -> None:
        """Show what became of a meeting; the other part is read when it is looked at."""
        self._meeting = meeting
        self._unread = {_HISTORY, _ADOPTION}
        self._on_part(self.parts.currentIndex())

    def show_adoption(self) -> None:
        """Turn to the adoption of the minutes."""
        self.parts.setCurrentIndex(_ADOPTION)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.adoption.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.adoption.drop_unkept()

    def _on_part(self, part: int) -> None:
        panes = (self.history, self.adoption)
        self._stack.setCurrentWidget(panes[part])
        self.setFocusProxy(self.history if part == _HISTORY else self.parts)
        if self._meeting and part in self._unread:
            self._unread.discard(part)
            panes[part].show_meeting(self._meeting)
