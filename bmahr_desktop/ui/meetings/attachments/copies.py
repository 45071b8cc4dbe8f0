"""Giving copies of attached files out: to be looked at, or to be kept elsewhere."""

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import attachments
from bmahr_desktop.operations.attachments import AttachmentLine, KeptState
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_where
from bmahr_desktop.ui.look.digits import said

_READ_ONLY = 0o444


class Copies(QObject):
    """Writes copies; what is kept in the attachments folder is never touched."""

    told = Signal(str)
    """Emitted with words when a copy was written where it was wanted."""
    failed = Signal(str)
    """Emitted with the reason why it was not; empty at a start."""
    unsound = Signal(str, object)
    """Emitted with a file's uid and its `KeptState` when it turned out not to be kept whole."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._pane = desk, parent
        self._shown: QTemporaryDir | None = None
        self._count = 0

    def open(self, line: AttachmentLine) -> None:
        """Have a copy shown by the PC's own program; it can only be read, and goes with the window.

        What could be a program is not opened.
        """
        self.failed.emit("")
        if not line.may_open:
            self._fail(
                msg(
                    "A file of this kind might be a program and is not opened from here."
                    " Export a copy, and open it if you trust it."
                )
            )
            return
        path = self._place_of_copy() / line.out_name
        if self._written(line, path):
            path.chmod(_READ_ONLY)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._fail(msg("The PC has no program for such files. Export a copy instead."))

    def ask(self, line: AttachmentLine) -> None:
        """Let a place be chosen, and write a copy there."""
        path = ask_where(self._pane, msg("Where to put the copy"), line.out_name)
        if path is not None:
            self.export(line, path)

    def export(self, line: AttachmentLine, path: Path) -> None:
        """Write a copy to a place."""
        self.failed.emit("")
        if self._written(line, path):
            self.told.emit(said(msg("The copy was written: {file}", file=path)))

    def _place_of_copy(self) -> Path:
        """Return a folder for one copy; another program may still hold the one before."""
        if self._shown is None:
            self._shown = QTemporaryDir()
        self._count += 1
        return Path(self._shown.path()) / str(self._count)

    def _written(self, line: AttachmentLine, path: Path) -> bool:
        try:
            self._desk.read(attachments.write_copy, line, path)
        except Refused as refused:
            self._fail(refused.messages[0])
            state = self._desk.read(attachments.state_of, line)
            if state is not KeptState.WHOLE:
                self.unsound.emit(line.uid, state)
            return False
        return True

    def _fail(self, message: Message) -> None:
        self.failed.emit(said(message))
