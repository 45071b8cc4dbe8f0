"""Whether the kept files are what they were, and putting them back from a copy."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.attachments import AttachmentLine, KeptState
from bmahr_desktop.ui.file_dialogs import ask_for_one
from bmahr_desktop.ui.meetings.attachments.intake import Intake


class Soundness(QObject):
    """Remembers what turned out not to be whole when it was read from end to end."""

    turned = Signal()
    """Emitted when another file is known to be whole, or not to be."""
    mended = Signal()
    """Emitted when a file is whole again."""

    def __init__(self, intake: Intake, parent: QWidget) -> None:
        super().__init__(parent)
        self._intake, self._pane = intake, parent
        self._known: dict[str, KeptState] = {}
        intake.put_back.connect(self._on_put_back)

    def forget(self) -> None:
        """Believe again what the folder tells at a glance."""
        self._known.clear()

    def told(self, lines: Sequence[AttachmentLine]) -> list[AttachmentLine]:
        """Return files with what is known of them besides."""
        return [replace(line, state=self._known.get(line.uid, line.state)) for line in lines]

    def note(self, uid: str, state: KeptState) -> None:
        """Remember that a file is not whole."""
        self._known[uid] = state
        self.turned.emit()

    def ask(self, line: AttachmentLine) -> None:
        """Let a copy of a file be chosen, and keep its content again."""
        if path := ask_for_one(self._pane, msg("The same file, to be kept again")):
            self._intake.put_again(line, path)

    def _on_put_back(self, uid: str) -> None:
        self._known.pop(uid, None)
        self.turned.emit()
        self.mended.emit()
