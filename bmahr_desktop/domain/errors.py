"""Errors a secretary can understand and act on."""

from bmahr_desktop.i18n import Message


class Refused(Exception):  # noqa: N818 -- the field's word, shown to the user
    """What was asked cannot be done; the messages say why and what would be right.

    Attributes:
        messages: One for each fault, all of them at once.
    """

    def __init__(self, *messages: Message) -> None:
        super().__init__(*(message.text for message in messages))
        self.messages = messages


class OutOfReach(Refused):
    """The file of records cannot be read or written now; later it may be."""


class Frozen(Refused):
    """The record of a meeting is closed: nothing in it changes until it is opened again."""


class StaleText(Exception):  # noqa: N818
    """A record was changed elsewhere since the screen read it; nothing was written."""
