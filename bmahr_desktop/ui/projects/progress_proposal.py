"""A field with what is proposed for it beside it, taken over by one key."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role


class Proposed(QWidget):
    """A row of a form with what is computed under it; F6 in the field takes it."""

    taken = Signal(object)
    """Emitted with the value that was taken."""

    def __init__(
        self, row: Labelled[Any], field: TypedField[Any], name: str, parent: QWidget | None = None
    ) -> None:
        """Put a proposal under a row.

        Args:
            row: The row.
            field: Its field.
            name: What object names begin with.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self._field = field
        self._value: Any = None
        self._read_only = False
        self.label = QLabel(self)
        self.label.setObjectName(f"{name}_proposed")
        self.label.setWordWrap(True)
        self.button = QPushButton(worded(msg("Take it (F6)")), self)
        self.button.setObjectName(f"{name}_take")
        self.button.setProperty("narrow", True)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.take)
        key = QShortcut(QKeySequence(Qt.Key.Key_F6), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.take)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self.label, 1)
        below.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(row)
        column.addLayout(below)
        column.addStretch(1)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be taken, or let it again."""
        self._read_only = read_only
        self._show()

    def propose(self, value: Any, say: Callable[[Any], Message]) -> None:
        """Show what is computed.

        Args:
            value: What would be taken; None where nothing can be computed.
            say: Words for it.
        """
        self._value = value
        self.label.setText("" if value is None else said(say(value)))
        self._show()

    def take(self) -> None:
        """Take what is computed."""
        if self._value is not None and not self._read_only and self._differs():
            self._field.choose(self._value)
            self._show()
            self.taken.emit(self._value)

    def _differs(self) -> bool:
        return bool(self._value != self._field.value())

    def _show(self) -> None:
        known = self._value is not None
        differs = known and self._differs()
        told = differs and self._field.value() is not None
        self.label.setVisible(known)
        set_tone(self.label, Role.WAITING if told else Role.MUTED)
        self.button.setVisible(differs and not self._read_only)
        self.button.setAccessibleName(f"{self.button.text()} {self.label.text()}")
