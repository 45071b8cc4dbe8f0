"""A field for a share of a hundred; its value is in hundredths of a per cent."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.reading import Unreadable, quoted
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import shown

WHOLE = 10_000
"""A hundred per cent."""
_STEP = 100
_SHARE = re.compile(r"(?:ร้อยละ ?)?(?P<whole>[0-9]{1,9})(?:\.(?P<rest>[0-9]*))?(?: ?%)?")


def share_shown(hundredths: int) -> str:
    """Return a share in the digits of the screen: ๔๐, or ๔๐.๒๕ where it is no whole number."""
    whole, rest = divmod(hundredths, 100)
    return shown(f"{whole}.{rest:02}" if rest else str(whole))


def read_share(text: str, most: int = WHOLE) -> int:
    """Return the share that a text means, in hundredths of a per cent.

    Raises:
        Unreadable: If it is none, has more than two decimals, or is more than `most`.
    """
    found = _SHARE.fullmatch(search_key(text).strip())
    if found is None:
        raise Unreadable(msg("“{text}” is no share. Write it as 40 or 40.25.", text=quoted(text)))
    rest = found["rest"] or ""
    if len(rest.rstrip("0")) > 2:
        raise Unreadable(
            msg("“{text}” has more than two decimals. Write it as 40.25.", text=quoted(text))
        )
    value = int(found["whole"]) * 100 + int(rest[:2].ljust(2, "0"))
    if value > most:
        raise Unreadable(msg("A share is at most {most} per cent.", most=most // 100))
    return value


class PercentField(TypedField[int]):
    """A share from 0 to 100 per cent with two decimals at most; the arrow keys step by one.

    It reads 40, ๔๐.๕, 40.00 % and ร้อยละ 40 alike. Empty is unknown, not 0.
    """

    def __init__(self, parent: QWidget | None = None, *, most: int = WHOLE) -> None:
        """Make a field.

        Args:
            parent: The widget that it stands in.
            most: The greatest share: what was reached may be more than what was wanted.
        """
        super().__init__(parent)
        self.setObjectName("percent_field")
        self._most = most
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> int:
        """Return the share that a typed text means, in hundredths of a per cent.

        Raises:
            Unreadable: If it is none, has more than two decimals, or is more than a hundred.
        """
        return read_share(text, self._most)

    def worded_value(self, value: int) -> str:
        """Return the share in the digits of the screen."""
        return share_shown(value)

    def on_key(self, event: QKeyEvent) -> bool:
        """Step by one per cent."""
        steps = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}
        step = steps.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is None or plain != Qt.KeyboardModifier.NoModifier or not self.understand():
            return False
        value = self.value()
        start = -_STEP if value is None else value
        self.step_to(max(0, min(self._most, start + step)))
        return True
