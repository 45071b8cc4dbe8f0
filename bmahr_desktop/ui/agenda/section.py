"""A part of what is shown of a resolution, under its wording."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.look.measures import GRID


class ResolutionSection(QWidget):
    """A heading with fields, lists or buttons below it, for one resolution at a time.

    It reads and writes by the desk and listens to `Desk.changed` by itself. It may hide itself
    where it has nothing to say.

    Attributes:
        column: What its widgets are added to.
    """

    def __init__(self, heading: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel(worded(heading), self)
        font = self.heading.font()
        font.setWeight(font.Weight.DemiBold)
        self.heading.setFont(font)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, GRID, 0, 0)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.heading)

    def show_resolution(self, uid: str) -> None:
        """Show what belongs to a resolution, in place of the one before.

        What was typed for the one before has been flushed by then. It is called in the main
        thread while somebody walks through the register: it takes a few milliseconds.

        Args:
            uid: The resolution's uid; empty where none is chosen.
        """
        raise NotImplementedError

    def is_writing(self) -> bool:
        """Tell whether something is being written, so that the register should wait with changes.

        Else a resolution that no longer belongs there would be taken away under the pen.
        """
        return False

    def flush(self) -> bool:
        """Keep what is typed; return whether it is on file or safely held."""
        return True
