"""The corner beside the tabs: find anything, and the menu of everything else."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID


class Corner(QWidget):
    """Two buttons; what they do is up to whoever fills the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_button = QPushButton(
            icon(IconName.SEARCH), worded(msg("Find anything (Ctrl+K)")), self
        )
        self.find_button.setObjectName("find_anything_button")
        self.menu = QMenu(self)
        self.menu.setObjectName("main_menu")
        button = QToolButton(self)
        button.setObjectName("main_menu_button")
        button.setIcon(icon(IconName.MORE_HORIZONTAL))
        words = worded(msg("Menu (Alt+M)"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setShortcut(QKeySequence("Alt+M"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, GRID, 2)
        row.setSpacing(GRID)
        row.addWidget(self.find_button)
        row.addWidget(button)
