"""What can be done while a meeting goes on, each by one key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.look.icons import IconName, icon

Act = tuple[str, Message, IconName, str, Callable[[], object]]
"""Object name, words, icon, keys, and what is done."""


def actions_of(widget: QWidget, acts: Sequence[Act]) -> list[QAction]:
    """Return actions whose keys work wherever the keyboard is inside a widget."""
    made = []
    for name, words, image, keys, act in acts:
        action = QAction(icon(image), worded(words), widget)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{worded(words)} ({shown})" if shown else worded(words))
        action.triggered.connect(lambda _=False, act=act: act())
        widget.addAction(action)
        made.append(action)
    return made
