"""Taking back what was removed from an agenda, or moved in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.notices import UndoBar

_REMOVED = {
    Kind.ITEM: msg("The agenda item was removed"),
    Kind.MATTER: msg("The matter was removed"),
    Kind.SECTION: msg("The part was removed"),
    Kind.RESOLUTION: msg("The resolution was removed"),
    Kind.ASSIGNMENT: msg("The assignment was removed"),
    Kind.CORRECTION: msg("The correction was removed"),
    Kind.APPENDIX: msg("The paper was removed"),
}


class AgendaUndo(UndoBar):
    """Says what was done in an agenda, and takes it back when asked to."""

    restored = Signal(str)
    """Emitted with the uid of what was put back."""
    moved_back = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def offer_restore(self, kind: Kind, uid: str) -> None:
        """Offer to put back what was removed."""

        def restore() -> None:
            self._desk.write(self, records.restore, kind, uid)
            self.restored.emit(uid)

        self.offer(_REMOVED[kind], restore)

    def offer_move_back(self, kind: Kind, uid: str, place: int) -> None:
        """Offer to move something back to its place, from 0."""

        def move_back() -> None:
            self._desk.write(self, records.move, kind, uid, place)
            self.moved_back.emit()

        self.offer(msg("It was moved"), move_back)
