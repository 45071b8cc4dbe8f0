"""Taking files in: chosen or dropped, read in a thread, one after the other."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import attachments
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_for_all
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_BAR_WIDTH = 16 * GRID


class Intake(QWidget):
    """A line that says which file is being taken in; hidden while none is.

    It also takes what is dropped on the pane that it stands in.

    Attributes:
        meeting: The uid of the meeting that files are attached to.
    """

    attached = Signal(str)
    """Emitted with the uid of the meeting that a file was attached to."""
    refused = Signal(str)
    """Emitted with the words, a line for each file that could not be attached; empty at a start."""

    def __init__(self, desk: Desk, errands: Errands | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attachment_intake")
        self._desk = desk
        self._errands = errands or Errands("attachments", self)
        self._own = errands is None
        self.meeting = ""
        self._waiting: dict[int, tuple[Errand, str]] = {}
        self._count = 0
        self._faults: list[str] = []
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        stop = QPushButton(worded(msg("Stop")), self)
        stop.setObjectName("attachment_stop")
        stop.clicked.connect(self.give_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(stop)
        self.setVisible(False)
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)

    def ask(self) -> None:
        """Let files be chosen, and attach them to the meeting."""
        if files := ask_for_all(self, msg("Files to attach")):
            self.take(files)

    def take(self, paths: Iterable[Path]) -> None:
        """Attach files to the meeting, in this order."""
        if not self._waiting:
            self._faults.clear()
            self.refused.emit("")
        for path in paths:
            errand = self._errands.run(
                self._reading(path),
                partial(self._attach, self.meeting),
                self._on_failed,
                context=self,
            )
            self._count += 1
            self._waiting[self._count] = (errand, path.name)
            errand.ended.connect(partial(self._on_ended, self._count))
        self._tell()

    def _reading(self, path: Path) -> Callable[[Progress], FileEntry]:
        desk = self._desk  # the thread must hold no widget

        def read(_progress: Progress) -> FileEntry:
            return desk.read(attachments.take_file, path)

        return read

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the pane."""
        if isinstance(event, QDropEvent) and event.type() in _DROPS:
            urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
            if urls and self.meeting:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() is QEvent.Type.Drop:
                    self.take([Path(url.toLocalFile()) for url in urls])
                return True
        return super().eventFilter(watched, event)

    def busy(self) -> bool:
        """Tell whether files are being taken in."""
        return bool(self._waiting)

    def give_up(self) -> None:
        """Take in none of the files that wait."""
        for errand, _ in self._waiting.values():
            errand.stop()
        self._waiting.clear()
        self._tell()

    def stop(self) -> None:
        """Give up, and end the thread if it is the line's own."""
        self.give_up()
        if self._own:
            self._errands.stop()

    def _attach(self, meeting: str, entry: FileEntry) -> None:
        try:
            self._desk.write(self, attachments.attach, meeting, entry)
        except Refused as refused:
            self._on_failed(refused)
        else:
            self.attached.emit(meeting)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self._faults += [said(message) for message in error.messages]
        self.refused.emit("\n".join(self._faults))

    def _on_ended(self, number: int) -> None:
        self._waiting.pop(number, None)
        self._tell()

    def _tell(self) -> None:
        self.setVisible(bool(self._waiting))
        for _, name in self._waiting.values():
            self._words.setText(said(msg("Taking in “{file}”…", file=name)))
            break
