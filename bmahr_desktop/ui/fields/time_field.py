"""A time of day, typed in any style."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.thai.times import format_time, parse_time
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import digits_in_use

_STEP = 5
_LAST = 24 * 60 - 1
_KEPT = "%H:%M"


def time_here() -> datetime.time:
    """Return the time of now where the program runs."""
    now = QTime.currentTime()
    return datetime.time(now.hour(), now.minute())


class TimeField(TypedField[str]):
    """A time of day, kept as ``HH:MM``, shown as ๐๙.๓๐ น.

    Keys: up and down five minutes, F5 the time of now.
    """

    def __init__(
        self, parent: QWidget | None = None, *, now: Callable[[], datetime.time] = time_here
    ) -> None:
        super().__init__(parent)
        self.setObjectName("time_field")
        self._now = now

    def read(self, text: str) -> str:
        """Return the time that a typed text means, as ``HH:MM``.

        Raises:
            BadTime: If it means none.
        """
        return parse_time(text).strftime(_KEPT)

    def worded_value(self, value: str) -> str:
        """Return a time as the field shows it."""
        return format_time(datetime.time.fromisoformat(value), digits_in_use())

    def on_key(self, event: QKeyEvent) -> bool:
        """Step by an arrow key, or take the time of now."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            return False
        if event.key() == Qt.Key.Key_F5:
            self.choose(self._now().strftime(_KEPT))
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(_STEP if event.key() == Qt.Key.Key_Up else -_STEP)
            return True
        return False

    def _step(self, minutes: int) -> None:
        if not self.understand():
            return
        if (value := self.value()) is None:
            self.step_to(self._now().strftime(_KEPT))
            return
        time = datetime.time.fromisoformat(value)
        at = min(max(time.hour * 60 + time.minute + minutes, 0), _LAST)
        self.step_to(datetime.time(*divmod(at, 60)).strftime(_KEPT))
