"""Months of a fiscal year, each a button that is pressed or not."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bmahr_desktop.domain.forms.values import month_name
from bmahr_desktop.ui.look.measures import GRID

_MONTHS = 12
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MonthsField(QWidget):
    """The twelve months from October; Space presses one, the arrow keys go from one to the next."""

    edited = Signal(object)
    """Emitted with the list of months, 0 for October, when the user changed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("months_field")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 4)
        self.buttons = [_MonthButton(month, self) for month in range(_MONTHS)]
        for button in self.buttons:
            button.clicked.connect(self._on_pressed)
            row.addWidget(button)
        row.addStretch(1)
        for one, other in pairwise(self.buttons):
            QWidget.setTabOrder(one, other)
        self.setFocusProxy(self.buttons[0])

    def value(self) -> list[int]:
        """Return the months that are pressed."""
        return [month for month, button in enumerate(self.buttons) if button.isChecked()]

    def set_value(self, months: Sequence[int] | None) -> None:
        """Show months, without a signal."""
        for month, button in enumerate(self.buttons):
            button.setChecked(month in (months or ()))

    def setReadOnly(self, read_only: bool) -> None:
        """Let the months only be read, or changed again."""
        self.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from month to month by the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        at = next((n for n, one in enumerate(self.buttons) if one.hasFocus()), -1)
        if step is None or not 0 <= at + step < _MONTHS:
            super().keyPressEvent(event)
        else:
            self.buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_pressed(self) -> None:
        self.edited.emit(self.value() or None)


class _MonthButton(QToolButton):
    """A month; it leaves the arrow keys to the field."""

    def __init__(self, month: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"month_{month}")
        self.setText(month_name(month))
        self.setAccessibleName(month_name(month, short=False))
        self.setToolTip(month_name(month, short=False))
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the field."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
