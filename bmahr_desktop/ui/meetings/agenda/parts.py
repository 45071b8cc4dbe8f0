"""The menu with which a matter gets, loses and orders its parts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon


class PartsButton(QToolButton):
    """A button whose menu adds, moves and removes parts of a matter."""

    add_wanted = Signal(object)
    """Emitted with the `SectionKind` of the part that is to be added."""
    adoption_wanted = Signal(bool)
    """Emitted with whether the matter is to adopt earlier minutes."""
    move_wanted = Signal(int)
    """Emitted with -1 for left, 1 for right."""
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matter_parts")
        self.setText(worded(msg("Parts")))
        self.setIcon(icon(IconName.LIST))
        self.setAccessibleName(worded(msg("Add or remove parts of the matter")))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for kind, name in wording.SECTION_KINDS.items():
            add = _action(menu, f"add_{kind.value}", said(msg("Add: {part}", part=name)))
            add.triggered.connect(lambda _=False, kind=kind: self.add_wanted.emit(kind))
        menu.addSeparator()
        self._adopts = _action(menu, "add_adoption", worded(msg("Adopts earlier minutes")))
        self._adopts.setCheckable(True)
        self._adopts.triggered.connect(self.adoption_wanted)
        menu.addSeparator()
        left = _action(menu, "part_left", worded(msg("Move this part left")))
        left.triggered.connect(lambda: self.move_wanted.emit(-1))
        right = _action(menu, "part_right", worded(msg("Move this part right")))
        right.triggered.connect(lambda: self.move_wanted.emit(1))
        away = _action(menu, "part_remove", worded(msg("Remove this part")))
        away.triggered.connect(lambda: self.remove_wanted.emit())
        self.setMenu(menu)

    def show_adoption(self, *, adopts: bool) -> None:
        """Show whether the matter adopts earlier minutes."""
        self._adopts.setChecked(adopts)


def _action(menu: QMenu, name: str, text: str) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    return action
