"""What is wrong with a definition, and where."""

from dataclasses import dataclass

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg


@dataclass(frozen=True)
class FormFault:
    """Something wrong in a definition.

    Attributes:
        file: The file's name.
        line: The line in it; 0 for the file as a whole.
        message: What is wrong, and what would be right.
    """

    file: str
    line: int
    message: Message

    def told(self) -> Message:
        """Return where it is and what is wrong."""
        if not self.line:
            return msg("{file}: {reason}", file=self.file, reason=self.message)
        return msg("{file}:{line}: {reason}", file=self.file, line=self.line, reason=self.message)


class BadForm(Refused):
    """A definition that is not used, because of what is wrong in it.

    Attributes:
        faults: All that is wrong.
    """

    def __init__(self, *faults: FormFault) -> None:
        super().__init__(*(one.told() for one in faults))
        self.faults = faults
