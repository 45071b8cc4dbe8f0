"""Rows of small buttons, places that scroll, and the words that panes share."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.records.list_tools import Tool, tool

_BACK = Choice(msg("Go on filling it in"), safe=True)
_GIVE_UP = Choice(msg("Give it up"), danger=True)


def tool_row(tools: Sequence[Tool], parent: QWidget, in_words: int = 1) -> QHBoxLayout:
    """Return small buttons in a row; the first of them say in words what they do."""
    row = QHBoxLayout()
    row.setSpacing(0)
    for number, (name, words, object_name, act) in enumerate(tools):
        button = tool(name, worded(words), object_name, parent)
        button.clicked.connect(act)
        if number < in_words:
            button.setText(worded(words).partition(" (")[0])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(button)
        if number == in_words - 1:
            row.addStretch(1)
    return row


def scrolled(inner: QWidget, object_name: str) -> QScrollArea:
    """Return a widget in a place that scrolls when it has too little room."""
    area = QScrollArea()
    area.setObjectName(object_name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def gives_up(parent: QWidget) -> bool:
    """Ask whether a record that lacks something is given up; return whether it is."""
    return (
        ask(
            parent,
            msg("The new entry still lacks something. Give it up?"),
            msg("It is not on file yet. What is typed in it would be lost."),
            _GIVE_UP,
            _BACK,
        )
        is _GIVE_UP
    )
