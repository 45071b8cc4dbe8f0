"""How the command line answers."""

import sys
from typing import TextIO

from bmahr_desktop.i18n import Message, worded

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
"""Exit codes: done, refused with words, wrong usage."""


def say(message: Message, stream: TextIO | None = None) -> None:
    """Say something to the one who typed the command."""
    print(worded(message), file=stream or sys.stdout)
