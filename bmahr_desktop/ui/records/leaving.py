"""Leaving a record in whose fields something stands that could not be kept."""

from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.notices import Choice, ask

_GO_BACK = Choice(msg("Go back and look"), safe=True)
_LEAVE = Choice(msg("Leave without it"), danger=True)


def may_leave(parent: QWidget, *, kept: bool) -> bool:
    """Tell whether other records may be shown in place of these.

    Args:
        parent: The widget whose window is held while one is asked.
        kept: Whether everything that was typed is on file; only else one is asked.
    """
    return kept or _LEAVE is ask(
        parent,
        msg("Something typed could not be kept."),
        msg("What is wrong stands at the field. Leaving now throws it away."),
        _GO_BACK,
        _LEAVE,
    )
