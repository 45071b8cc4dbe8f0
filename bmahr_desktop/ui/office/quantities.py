"""Fields for quantities that a committee's settings cannot be without."""

import re
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.committee import Share
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.reading import Unreadable
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import said, shown

V = TypeVar("V")

_WIDEST = 20.0
_STEP = 0.1
_LARGEST = 100
_DECIMAL = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_SHARE = re.compile(r"(\d{1,3})\s*(?:/|:|ใน|of)\s*(\d{1,3})")
_HALF = ("กึ่งหนึ่ง", "ครึ่ง", "ครึ่งหนึ่ง", "half")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class Needed(TypedField[V]):
    """A typed field that is never left empty."""

    def understand(self) -> bool:
        """Read what is typed; nothing is no value here."""
        if self.line.isModified() and not self.line.text().strip():
            self.note.show_text(worded(msg("Something must be written here.")))
            return False
        return super().understand()


class NeededNumber(Needed[int], NumberField):
    """A whole number that is never left empty."""


class CentimetreField(Needed[float]):
    """A length on paper; the arrow keys step by a millimetre."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centimetre_field")

    def read(self, text: str) -> float:
        """Return the length in centimetres that a typed text means.

        Raises:
            Unreadable: If it is none, or wider than any margin.
        """
        digits = to_arabic(text.strip())
        if not _DECIMAL.fullmatch(digits) or float(digits.replace(",", ".")) > _WIDEST:
            raise Unreadable(
                msg("Write centimetres from 0 to {most}, as {example}.", most=20, example=2.5)
            )
        return float(digits.replace(",", "."))

    def worded_value(self, value: float) -> str:
        """Return the length in the digits of the screen."""
        return shown(f"{value:.2f}".rstrip("0").rstrip("."))

    def on_key(self, event: QKeyEvent) -> bool:
        """Step by a millimetre."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.understand():
            return False
        value = (self.value() or 0.0) + step * _STEP
        self.step_to(round(max(0.0, min(_WIDEST, value)), 2))
        return True


class ShareField(Needed[Share]):
    """A part of the whole, as ๑ ใน ๒; กึ่งหนึ่ง and 1/2 are understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share_field")

    def read(self, text: str) -> Share:
        """Return the share that a typed text means.

        Raises:
            Unreadable: If it is none, or more than the whole.
        """
        if text.strip().casefold() in _HALF:
            return Share(1, 2)
        found = _SHARE.fullmatch(to_arabic(text.strip()).casefold())
        parts, whole = (int(found[1]), int(found[2])) if found else (0, 0)
        if not 1 <= parts <= whole <= _LARGEST:
            raise Unreadable(msg("Write a share, as {example}.", example=shown("1/2")))
        return Share(parts, whole)

    def worded_value(self, value: Share) -> str:
        """Return the share in words."""
        return said(msg("{parts} of {whole}", parts=value.parts, whole=value.of))

    def on_key(self, _event: QKeyEvent) -> bool:
        """Give no key a meaning of its own."""
        return False
