"""A field for an amount of money, typed in figures; its value is in satang."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.baht import SATANG, BadMoney, baht_words, format_baht, parse_baht
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import digits_in_use

_MOST = 10**17


class MoneyField(TypedField[int]):
    """An amount in satang, shown as ๑,๙๑๘,๐๐๐; its words are its tip. Empty is unknown, not 0.

    It reads 1,918,000.- บาท, ๓๔,๘๐๐ and 1918000.50 alike.
    """

    def __init__(self, parent: QWidget | None = None, *, signed: bool = False) -> None:
        """Make a field.

        Args:
            parent: The widget that it stands in.
            signed: Whether an amount may be negative.
        """
        super().__init__(parent)
        self.setObjectName("money_field")
        self._signed = signed
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> int:
        """Return the amount that a typed text means, in satang.

        Raises:
            BadMoney: If it is none, negative where that makes no sense, or too large.
        """
        satang = parse_baht(text)
        if satang < 0 and not self._signed:
            raise BadMoney(msg("Write an amount of 0 or more."))
        if abs(satang) > _MOST:
            raise BadMoney(
                msg("The amount is too large; it may be {most:,} baht.", most=_MOST // SATANG)
            )
        return satang

    def worded_value(self, value: int) -> str:
        """Return the amount in figures, in the digits of the screen."""
        return format_baht(value, digits_in_use())

    def described(self, value: int) -> str:
        """Return the amount in words."""
        return baht_words(value)

    def on_key(self, _event: QKeyEvent) -> bool:
        """Leave all keys to the line: an amount is not stepped."""
        return False
