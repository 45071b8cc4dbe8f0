"""Taking files in: chosen or dropped, read in a thread, one after the other."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import attachments
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_for_all
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID

T = TypeVar("T")

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_BAR_WIDTH = 16 * GRID


class Intake(QWidget):
    """A line that says which file is being taken in; hidden while none is.

    It also takes what is dropped on the pane that it stands in.

    Attributes:
        meeting: The uid of the meeting that files are attached to.
        matter: The matter of it that they belong to; empty for the meeting itself.
        matter_at: Tells what a place of the pane belongs to; None for nothing in particular.
    """

    attached = Signal(str, str)
    """Emitted with the uid of the meeting, and that of what was attached to it."""
    put_back = Signal(str)
    """Emitted with the uid of an attachment whose kept file is whole again."""
    refused = Signal(str)
    """Emitted with the words, a line for each file that could not be attached; empty at a start."""

    def __init__(self, desk: Desk, errands: Errands | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attachment_intake")
        self._desk = desk
        self._errands = errands or Errands("attachments", self)
        self._own = errands is None
        self.meeting, self.matter = "", ""
        self.matter_at: Callable[[QPoint], str | None] = lambda _: None
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

    def take(self, paths: Iterable[Path], matter: str | None = None) -> None:
        """Attach files, in this order.

        Args:
            paths: The files.
            matter: What they belong to; None for what is set.
        """
        matter = self.matter if matter is None else matter
        for path in paths:
            read = partial(self._desk.read, attachments.take_file, path)
            self._run(path, read, partial(self._attach, self.meeting, matter))

    def put_again(self, line: AttachmentLine, path: Path) -> None:
        """Put a kept file back that is missing or was altered, from a copy."""
        read = partial(self._desk.read, attachments.put_again, line, path)
        self._run(path, read, lambda _: self.put_back.emit(line.uid))

    def _run(self, path: Path, read: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read a file in the thread, which must hold no widget."""
        if not self._waiting:
            self._faults.clear()
            self.refused.emit("")

        def work(_progress: Progress) -> T:
            return read()

        errand = self._errands.run(work, done, self._on_failed, context=self)
        self._count += 1
        self._waiting[self._count] = (errand, path.name)
        errand.ended.connect(partial(self._on_ended, self._count))
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the pane."""
        if isinstance(event, QDropEvent) and event.type() in _DROPS:
            urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
            if urls and self.meeting:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() is QEvent.Type.Drop:
                    matter = self.matter_at(event.position().toPoint())
                    self.take([Path(url.toLocalFile()) for url in urls], matter)
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

    def _attach(self, meeting: str, matter: str, entry: FileEntry) -> None:
        try:
            made = self._desk.write(self, attachments.attach, meeting, entry, matter)
        except Refused as refused:
            self._on_failed(refused)
        else:
            self.attached.emit(meeting, next(iter(made.uids)))

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
