"""The digits that the screen shows, in dates and numbers that it makes itself."""

from decimal import Decimal

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.thai.digits import DigitStyle, made_in_style

_in_use = DigitStyle.THAI


def use_digits(style: DigitStyle) -> None:
    """Show dates and numbers in this style from now on."""
    global _in_use
    _in_use = style


def digits_in_use() -> DigitStyle:
    """Return the style that dates and numbers are shown in."""
    return _in_use


def shown(text: str) -> str:
    """Return a text that the program made itself as the screen shows it; never a typed one."""
    return made_in_style(text, _in_use)


def said(message: Message) -> str:
    """Return a message in the language in use, its numbers in the digits of the screen.

    Values that are texts stay as they are: somebody may have typed them.
    """
    return worded(Message(message.text, {k: _said(v) for k, v in message.values.items()}))


def _said(value: object) -> object:
    if isinstance(value, Message):
        return Message(value.text, {k: _said(v) for k, v in value.values.items()})
    return _Number(value) if isinstance(value, int | float | Decimal) else value


class _Number:
    """A number that is formatted as others are, then shown."""

    def __init__(self, value: float | Decimal) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        return shown(format(self._value, spec))
