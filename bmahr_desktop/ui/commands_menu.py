"""The commands of the window: in its menu, and by their keys."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QKeySequence

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.window import MainWindow

Command = tuple[str, Message, IconName, str, Callable[[], object]]
"""Object name, words, icon, keys, and what it does."""


def fill_menu(window: MainWindow, commands: Iterable[Command | None]) -> list[QAction]:
    """Put commands into the menu in place of those before; None is a line between them."""
    made: list[QAction] = []
    window.menu.clear()
    for command in commands:
        if command is None:
            window.menu.addSeparator()
            continue
        name, words, image, keys, act = command
        action = QAction(icon(image), worded(words), window)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, act=act: act())
        window.menu.addAction(action)
        window.addAction(action)
        made.append(action)
    return made


def give_key(actions: Iterable[QAction], keys: str, name: str) -> None:
    """Let keys mean one of the commands, and no other one."""
    wanted = QKeySequence(keys)
    for action in actions:
        if action.objectName() == name:
            action.setShortcut(wanted)
        elif action.shortcut() == wanted:
            action.setShortcut(QKeySequence())
