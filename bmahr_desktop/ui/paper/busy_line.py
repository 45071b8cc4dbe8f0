"""A thin line that moves while something is being made."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.ui.look.palette import Role, colour

BUSY_AFTER_MS = 300
"""What is made faster than this shows no line: it would only flicker."""

_HEIGHT = 3
_STEP_MS = 60
_STEPS = 24
_PART = 0.3


class BusyLine(QWidget):
    """Takes its room always, and moves only while it is busy and seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy_line")
        self.setFixedHeight(_HEIGHT)
        self._step = 0
        self._soon = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._soon.timeout.connect(self.show)
        self._ticks = QTimer(self, interval=_STEP_MS)
        self._ticks.timeout.connect(self._go_on)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        """Begin before long, or end at once."""
        if not busy:
            self._soon.stop()
            self.hide()
        elif self.isHidden() and not self._soon.isActive():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still."""
        super().hideEvent(event)
        self._ticks.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a stretch of the line in the accent."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Role.LINE))
        left = (self._step / _STEPS * (1 + _PART) - _PART) * self.width()
        stretch = QRectF(left, 0, _PART * self.width(), self.height())
        painter.fillRect(stretch, colour(Role.ACCENT))
        painter.end()

    def _go_on(self) -> None:
        self._step = (self._step + 1) % (_STEPS + 1)
        self.update()
