"""What the readers of typed text have in common: how they refuse it, and how they quote it."""

from bmahr_desktop.i18n import Message
from bmahr_desktop.thai.searchkey import tidied

_QUOTED_LENGTH = 40


class Unreadable(ValueError):  # noqa: N818  # named for what it is about, as `Refused` is
    """A typed text that could not be read as what it should be.

    Attributes:
        message: What is wrong with it and what would be right, for the person who typed it.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.text.format_map(message.values))
        self.message = message


def quoted(text: str) -> str:
    """Return a typed text as a message quotes it: tidy, and cut when it is long."""
    tidy = tidied(text)
    return tidy if len(tidy) <= _QUOTED_LENGTH else tidy[: _QUOTED_LENGTH - 1] + "…"
