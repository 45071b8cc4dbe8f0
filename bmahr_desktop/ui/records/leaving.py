"""Leaving a record in whose fields something stands that could not be kept."""

from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.notices import Choice, ask

_GO_BACK = Choice(msg("Go back and look"), safe=True)
_LEAVE = Choice(msg("Leave without it"), danger=True)


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
