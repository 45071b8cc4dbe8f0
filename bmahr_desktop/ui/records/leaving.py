"""Leaving a record, or closing, while something stands in the fields that could not be kept."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.notices import Choice, ask

_GO_BACK = Choice(msg("Go back and look"), safe=True)
_LEAVE = Choice(msg("Leave without it"), danger=True)
_CLOSE = Choice(msg("Close without it"), danger=True)
_CLOSE_ASIDE = Choice(msg("Close; it is kept aside"))


class Aside(Protocol):
    """Where that is kept which waits for the disk."""

    def reason(self) -> Message | None:
        """Return why something waits; None when nothing does."""

    def write(self) -> bool:
        """Keep it aside; return whether all of it is safe."""


def leaves_unkept(parent: QWidget) -> bool:
    """Ask whether what could not be kept may be thrown away; by default it may not.

    Args:
        parent: The widget whose window is held meanwhile.
    """
    return _LEAVE is ask(
        parent,
        msg("Something typed could not be kept."),
        msg("What is wrong stands at the field. Leaving now throws it away."),
        _GO_BACK,
        _LEAVE,
    )


def closes_without(parent: QWidget, aside: Aside, *, understood: bool) -> bool:
    """Ask whether to close with something not on file; what only waits for the disk is not lost.

    Args:
        parent: The widget whose window is held meanwhile.
        aside: Where that is kept which waits.
        understood: Whether nothing else is wrong in any field.
    """
    reason = aside.reason()
    if understood and reason is not None and aside.write():
        return _CLOSE_ASIDE is ask(
            parent,
            msg("Something typed is not on file yet."),
            msg(
                "{reason} What you typed is kept aside, and offered when the file is opened again.",
                reason=reason,
            ),
            _GO_BACK,
            _CLOSE_ASIDE,
        )
    return _CLOSE is ask(
        parent,
        msg("Something typed could not be kept."),
        msg("What is wrong stands at the field. Closing now throws it away."),
        _GO_BACK,
        _CLOSE,
    )
