"""What the pane of a meeting asks of the view in which the meeting is recorded live."""

from PySide6.QtWidgets import QWidget

from bmahr_desktop.operations.whereabouts import Whereabouts
from bmahr_desktop.ui.meetings.agenda.matter import Spot


class LivePart(QWidget):
    """A view of the whole meeting, in the place of its parts."""

    def show_meeting(self, meeting: str) -> None:
        """Show a meeting where it is."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        raise NotImplementedError

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        raise NotImplementedError

    def go_to(self, place: Whereabouts, spot: Spot | None = None) -> bool:
        """Go to a part of the agenda, or a letter of it; return whether it is there."""
        raise NotImplementedError
