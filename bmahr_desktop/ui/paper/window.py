"""A paper in a window of its own: to look at, to print, to take along as PDF or for Word."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.file_dialogs import ask_where
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import ErrorNote, announce
from bmahr_desktop.ui.paper.pane import PaperPane
from bmahr_desktop.ui.paper.printing import print_paper


@dataclass(frozen=True)
class ReadyPaper:
    """A paper that can be made.

    Attributes:
        title: What the window is called, already worded.
        file: What its file is called, without its ending.
        read: Reads it; as the two below in the paper thread, and may raise `Refused`.
        set_in_type: Sets what was read, and returns it with `pdf` and `text_map`.
        write_word: Writes what was read as a Word file.
    """

    title: str
    file: str
    read: Callable[[], Any]
    set_in_type: Callable[[Any, Progress], Any]
    write_word: Callable[[Any, Path], None]


class PaperWindow(QWidget):
    """Shows one paper after the other. Keys: Ctrl+P, Ctrl+E, Ctrl+Shift+W; Esc closes."""

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        """Make the window; `show_ready` opens it.

        Args:
            errands: The paper thread.
            parent: The window that it stands over.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("paper_window")
        self._errands = errands
        self._ready: ReadyPaper | None = None
        self._set: Any = None
        self._errand: Errand | None = None
        self._written: Path | None = None
        self.pane = PaperPane(errands, self)
        self.note = ErrorNote(self)
        self._told = QLabel(self)
        self._told.setObjectName("paper_window_told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._open = QPushButton(worded(msg("Open it")), self)
        self._open.setObjectName("paper_window_open")
        self._open.clicked.connect(self._open_written)
        self.above = QHBoxLayout()
        self.above.setSpacing(GRID)
        self._lay_out()
        self.pane.print_wanted.connect(self.print_it)
        self.pane.export_wanted.connect(self.export_pdf)
        self._tell(None)
        self.resize(100 * GRID, 84 * GRID)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        head.setSpacing(GRID)
        head.addLayout(self.above)
        head.addStretch(1)
        self.buttons: dict[str, QPushButton] = {}
        wanted: tuple[tuple[str, Message, IconName, str, Callable[[], None]], ...] = (
            ("print", msg("Print…"), IconName.PRINTER, "Ctrl+P", self.print_it),
            ("pdf", msg("PDF…"), IconName.DOWNLOAD, "Ctrl+E", self.export_pdf),
            ("word", msg("Word…"), IconName.FILE_PEN, "Ctrl+Shift+W", self.export_word),
        )
        for name, words, image, keys, act in wanted:
            button = QPushButton(icon(image), worded(words), self)
            button.setObjectName(f"paper_window_{name}")
            button.setToolTip(f"{worded(words)} ({keys})")
            button.clicked.connect(lambda _=False, do=act: do())
            action = QAction(worded(words), self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, do=act: do())
            self.addAction(action)
            head.addWidget(button)
            self.buttons[name] = button
        foot = QHBoxLayout()
        foot.setContentsMargins(GRID, 0, GRID, GRID // 2)
        foot.setSpacing(GRID)
        foot.addWidget(self.note, 1)
        foot.addWidget(self._told)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pane, 1)
        column.addLayout(foot)

    # ------------------------------------------------------------ what it shows

    def show_ready(self, ready: ReadyPaper) -> None:
        """Make a paper and show it, in place of the one before."""
        self._ready, self._set = ready, None
        self.setWindowTitle(ready.title)
        self.note.show_text("")
        self._tell(None)
        self.pane.begin_anew()
        self.pane.set_busy(True)
        self._enable()

        def work(progress: Progress) -> Any:
            return ready.set_in_type(ready.read(), progress)

        self._run(work, self._show)
        self.show()
        self.raise_()
        self.activateWindow()
        self.pane.view.setFocus()

    def is_ready(self) -> bool:
        """Tell whether the paper is made and can be taken along."""
        return self._set is not None

    def _show(self, made: Any) -> None:
        self._set = made
        self.pane.set_busy(False)
        self.pane.show_paper(made.pdf, made.text_map)
        self._enable()

    def _enable(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(self.is_ready())

    def _run(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self._errand = self._errands.run(work, done, self._on_failed, "paper_window", context=self)

    def _on_failed(self, error: Exception) -> None:
        self.pane.set_busy(False)
        if not isinstance(error, Refused):
            raise error
        if self._set is None:
            self.pane.show_nothing(error.messages[0])
        else:
            self.note.show_text(said(error.messages[0]))

    # ------------------------------------------------------------ out of the program

    def print_it(self) -> None:
        """Print the paper with the system's dialog."""
        if self._set is not None and self._ready is not None:
            print_paper(self, self._set.pdf, self._errands, self._ready.title)

    def export_pdf(self) -> None:
        """Write the paper as a PDF file."""
        out = self._where(msg("PDF files"), "*.pdf")
        if out is None:
            return
        try:
            write_whole(out, self._set.pdf)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self._tell(out)

    def export_word(self) -> None:
        """Write the paper as a Word file, to be edited there."""
        out, ready = self._where(msg("Word files"), "*.docx"), self._ready
        if out is not None and ready is not None:
            self._run(lambda _: ready.write_word(ready.read(), out), lambda _: self._tell(out))

    def _where(self, files: Message, pattern: str) -> Path | None:
        if self._set is None or self._ready is None:
            return None
        name = f"{self._ready.file}{pattern[1:]}"
        return ask_where(self, msg("Export"), name, files, pattern)

    def _tell(self, written: Path | None) -> None:
        self._written = written
        words = said(msg("Written: {file}", file=written.name)) if written else ""
        self._told.setText(words)
        for widget in (self._told, self._open):
            widget.setVisible(written is not None)
        if written is not None:
            self.note.show_text("")
            announce(self, words)

    def _open_written(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
