"""What a resolution does: a button that shows it, a menu to choose from."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID

_OPENS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)


def words_of_kinds(kinds: Iterable[ResolutionKind]) -> str:
    """Return in words what a resolution does."""
    return ", ".join(worded(wording.RESOLUTION_KINDS[kind]) for kind in kinds)


class KindsButton(QToolButton):
    """Shows what a resolution does; one may do several things."""

    chosen = Signal(object)
    """Emitted with all that is chosen when the user changed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolution_kinds")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(12 * GRID)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIcon(icon(IconName.GAVEL))
        menu = QMenu(self)
        self._actions = {}
        for kind, name in wording.RESOLUTION_KINDS.items():
            action = menu.addAction(worded(name))
            action.setCheckable(True)
            action.triggered.connect(self._on_chosen)
            self._actions[kind] = action
        self.setMenu(menu)
        self._tell()

    def show_kinds(self, kinds: Iterable[ResolutionKind]) -> None:
        """Show what a resolution does."""
        shown = tuple(kinds)
        for kind, action in self._actions.items():
            action.setChecked(kind in shown)
        self._tell()

    def kinds(self) -> tuple[ResolutionKind, ...]:
        """Return what is chosen."""
        return tuple(kind for kind, action in self._actions.items() if action.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu by the keys that open a list."""
        if event.key() in _OPENS:
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self) -> None:
        self._tell()
        self.chosen.emit(self.kinds())

    def _tell(self) -> None:
        called = worded(msg("Kind of resolution"))
        self.setText(words_of_kinds(self.kinds()) or called)
        self.setToolTip(self.text())
        self.setAccessibleName(f"{called}: {self.text()}")
