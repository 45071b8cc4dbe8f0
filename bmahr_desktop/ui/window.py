"""The window: four tabs, a foot, and the way to everything by one key.

It is light, so that it is on the screen before anything else is loaded; others fill its tabs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QStackedWidget, QTabWidget, QWidget

from bmahr_desktop.i18n import msg, worded

if TYPE_CHECKING:
    from collections.abc import Callable

    from bmahr_desktop.ui.foot import Foot

TABS = (
    msg("Meetings"),
    msg("Agenda and resolutions"),
    msg("Projects"),
    msg("Action plans"),
)
MEETINGS, RESOLUTIONS, PROJECTS, PLANS = range(4)
_SMALLEST = (880, 500)
_USUAL = (1280, 720)


class MainWindow(QMainWindow):
    """The frame: tabs; once furnished also the button to find anything, the menu, the foot."""

    foot: Foot
    find_button: QPushButton
    menu: QMenu

    painted = Signal()
    """Emitted once, when the window was first painted."""
    closing = Signal()
    """Emitted when the window is really closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(worded(msg("The committee secretary's desk")))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self.may_close: Callable[[], bool] = lambda: True
        self._was_painted = False
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("main_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(worded(msg("Parts of the program")))
        for name in TABS:
            place = QStackedWidget(self)
            self.tabs.addTab(place, worded(name))
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.tabs)
        self.setCentralWidget(self.pages)

    def furnish(self) -> None:
        """Add what the first painting does without: the foot, the corner, the keys of the tabs."""
        from bmahr_desktop.ui.corner import Corner  # noqa: PLC0415
        from bmahr_desktop.ui.foot import Foot  # noqa: PLC0415

        self.foot = Foot(self)
        self.setStatusBar(self.foot)
        corner = Corner(self.tabs)
        self.find_button, self.menu = corner.find_button, corner.menu
        self.tabs.setCornerWidget(corner)
        corner.show()
        for number in range(len(TABS)):
            key = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            key.activated.connect(lambda at=number: self.tabs.setCurrentIndex(at))

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the tabs, as at the first start; the tabs themselves go back."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.foot.setVisible(page is self.tabs)

    def fill(self, tab: int, pane: QWidget) -> None:
        """Put what belongs there into a tab."""
        place = self.tabs.widget(tab)
        if isinstance(place, QStackedWidget):
            place.addWidget(pane)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first painting is done."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything typed is kept, or the user says that it may go."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
