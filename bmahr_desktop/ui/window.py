"""The window: four tabs, a foot, and the way to everything by one key.

It is light, so that it is on the screen before anything else is loaded; others fill its tabs.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

TABS = (
    msg("Meetings"),
    msg("Agenda and resolutions"),
    msg("Projects"),
    msg("Action plans"),
)
MEETINGS, RESOLUTIONS, PROJECTS, PLANS = range(4)
_SMALLEST = (960, 600)
_USUAL = (1280, 720)


class MainWindow(QMainWindow):
    """The frame: tabs, the button to find anything, the menu, the foot."""

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
        self.find_button = QPushButton(
            icon(IconName.SEARCH), worded(msg("Find anything (Ctrl+K)")), self
        )
        self.find_button.setObjectName("find_anything_button")
        self.menu = QMenu(self)
        self.menu.setObjectName("main_menu")
        self.tabs.setCornerWidget(self._corner(), Qt.Corner.TopRightCorner)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.tabs)
        self.setCentralWidget(self.pages)
        self.foot = Foot(self)
        self.setStatusBar(self.foot)
        for number in range(len(TABS)):
            key = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            key.activated.connect(lambda at=number: self.tabs.setCurrentIndex(at))

    def _corner(self) -> QWidget:
        corner = QWidget(self.tabs)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 2, GRID, 2)
        row.setSpacing(GRID)
        button = QToolButton(corner)
        button.setObjectName("main_menu_button")
        button.setIcon(icon(IconName.MORE_HORIZONTAL))
        words = worded(msg("Menu (Alt+M)"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setShortcut(QKeySequence("Alt+M"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        row.addWidget(self.find_button)
        row.addWidget(button)
        return corner

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
