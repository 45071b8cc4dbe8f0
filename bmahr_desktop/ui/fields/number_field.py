"""A field for a whole number, in Thai or Arabic digits."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.reading import Unreadable
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import shown


class NumberField(TypedField[int]):
    """A whole number between two bounds; the arrow keys step by one."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        """Take numbers from `least` to `most`."""
        super().__init__(parent)
        self.setObjectName("number_field")
        self._least, self._most = least, most

    def read(self, text: str) -> int:
        """Return the number that a typed text means.

        Raises:
            Unreadable: If it is none, or out of bounds.
        """
        digits = to_arabic(text.strip())
        if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
            raise Unreadable(msg("Write a whole number, as {example}.", example=self._least))
        number = int(digits)
        if not self._least <= number <= self._most:
            raise Unreadable(
                msg("Write a number from {least} to {most}.", least=self._least, most=self._most)
            )
        return number

    def worded_value(self, value: int) -> str:
        """Return the number in the digits of the screen."""
        return shown(str(value))

    def on_key(self, event: QKeyEvent) -> bool:
        """Step by one."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.understand():
            return False
        value = self.value()
        start = self._least - step if value is None else value
        self.step_to(max(self._least, min(self._most, start + step)))
        return True
