"""A small button with an icon."""

from PySide6.QtWidgets import QToolButton, QWidget

from bmahr_desktop.ui.look.icons import IconName, icon


def tool(name: IconName, said: str, object_name: str, parent: QWidget) -> QToolButton:
    """Return a small button with an icon, named for screen readers."""
    button = QToolButton(parent)
    button.setObjectName(object_name)
    button.setIcon(icon(name))
    button.setAutoRaise(True)
    button.setToolTip(said)
    button.setAccessibleName(said)
    return button
