"""Filled forms on their way out: printed, as PDF, for Word, blank."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.ui.background import Errands, Progress
from bmahr_desktop.ui.file_dialogs import ask_where
from bmahr_desktop.ui.paper.printing import print_paper
from bmahr_desktop.ui.paper.window import ReadyPaper


class FormIssuing(QObject):
    """Makes papers in the paper thread, and takes them out of the program."""

    written = Signal(object)
    """Emitted with the file that was written."""
    refused = Signal(object)
    """Emitted with the `Message` that says why a paper could not be made or written."""
    busy = Signal(bool)

    def __init__(self, errands: Errands, parent: QWidget) -> None:
        """Serve a window.

        Args:
            errands: The paper thread.
            parent: The window.
        """
        super().__init__(parent)
        self._errands, self._window = errands, parent

    def print_it(self, ready: ReadyPaper) -> None:
        """Print a paper with the system's dialog."""
        self._make(
            ready, lambda made: print_paper(self._window, made.pdf, self._errands, ready.title)
        )

    def export_pdf(self, ready: ReadyPaper) -> None:
        """Write a paper as a PDF file."""
        out = self._where(ready, msg("PDF files"), "*.pdf")
        if out is None:
            return

        def write(made: Any) -> None:
            write_whole(out, made.pdf)
            self.written.emit(out)

        self._make(ready, write)

    def export_word(self, ready: ReadyPaper) -> None:
        """Write a paper as a Word file, to be edited there."""
        out = self._where(ready, msg("Word files"), "*.docx")
        if out is not None:
            self._run(
                lambda _: ready.write_word(ready.read(), out), lambda _: self.written.emit(out)
            )

    def _where(self, ready: ReadyPaper, files: Message, pattern: str) -> Path | None:
        return ask_where(self._window, msg("Export"), f"{ready.file}{pattern[1:]}", files, pattern)

    def _make(self, ready: ReadyPaper, then: Callable[[Any], None]) -> None:
        def work(progress: Progress) -> Any:
            return ready.set_in_type(ready.read(), progress)

        self._run(work, then)

    def _run(self, work: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        self.busy.emit(True)

        def done(result: Any) -> None:
            self.busy.emit(False)
            try:
                then(result)
            except Refused as refused:
                self.refused.emit(refused.messages[0])

        self._errands.run(work, done, self._on_failed, context=self)

    def _on_failed(self, error: Exception) -> None:
        self.busy.emit(False)
        if not isinstance(error, Refused):
            raise error
        self.refused.emit(error.messages[0])


def open_file(file: Path) -> None:
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
