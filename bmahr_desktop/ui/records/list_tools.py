"""The small buttons of a list of records."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QToolButton, QWidget

from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.look.icons import IconName, icon

Tool: TypeAlias = tuple[IconName, Message, str, Callable[[], object]]
"""Icon, words, object name, and what it does."""


def tool(name: IconName, said: str, object_name: str, parent: QWidget) -> QToolButton:
    """Return a small button with an icon, named for screen readers."""
    button = QToolButton(parent)
    button.setObjectName(object_name)
    button.setIcon(icon(name))
    button.setAutoRaise(True)
    button.setToolTip(said)
    button.setAccessibleName(said)
    return button


def moving(prefix: str, move: Callable[[int], object]) -> tuple[Tool, Tool]:
    """Return the tools that move what is chosen.

    Args:
        prefix: What their object names begin with.
        move: Called with -1 for up, 1 for down.
    """
    return (
        (IconName.ARROW_UP, msg("Move up (Alt+↑)"), f"{prefix}_up", lambda: move(-1)),
        (IconName.ARROW_DOWN, msg("Move down (Alt+↓)"), f"{prefix}_down", lambda: move(1)),
    )


def removing(prefix: str, remove: Callable[[], object]) -> Tool:
    """Return the tool that removes what is chosen."""
    return IconName.TRASH, msg("Remove (Delete)"), f"{prefix}_remove", remove
