"""The buttons over a filled form that take its paper out, and what they tell."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import file_name
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import CutLabel
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import ErrorNote, announce
from bmahr_desktop.ui.paper.busy_line import BusyLine
from bmahr_desktop.ui.paper.window import ReadyPaper
from bmahr_desktop.ui.projects.forms_issuing import FormIssuing, open_file
from bmahr_desktop.ui.projects.papers_preview import ready_blank

_Act = Callable[[ReadyPaper], None]


class FormsTools(QWidget):
    """Print, PDF, Word, blank, and the paper beside; what was written stands at right."""

    paper_wanted = Signal()
    """Emitted when the paper beside is to be shown or hidden."""

    def __init__(
        self,
        desk: Desk,
        papers: Errands,
        ready: Callable[[], ReadyPaper | None],
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons.

        Args:
            desk: The door to the records.
            papers: The paper thread.
            ready: Returns the paper of the form that is shown, all that is typed kept; None for
                none.
            parent: The window, which hears the keys.
        """
        super().__init__(parent)
        self.setObjectName("forms_tools")
        self._desk, self._ready = desk, ready
        self._written: Path | None = None
        self._edition = ("", "")
        self.issuing = FormIssuing(papers, self)
        self.note = ErrorNote(self)
        self._busy = BusyLine(self)
        self._told = CutLabel(self)
        self._told.setObjectName("forms_told")
        self._open = QPushButton(worded(msg("Open it")), self)
        self._open.setObjectName("forms_open")
        self._open.setAutoDefault(False)
        self._open.clicked.connect(self._open_written)
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out(parent or self)
        self.issuing.written.connect(self._tell)
        self.issuing.refused.connect(lambda why: self.note.show_text(said(why)))
        self.issuing.busy.connect(self._busy.set_busy)
        self._tell(None)

    def _lay_out(self, window: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        wanted: tuple[tuple[str, Message, IconName, str, Callable[[], None]], ...] = (
            ("print", msg("Print…"), IconName.PRINTER, "Ctrl+P", self.print_it),
            ("pdf", msg("PDF…"), IconName.DOWNLOAD, "Ctrl+E", self.export_pdf),
            ("word", msg("Word…"), IconName.FILE_PEN, "Ctrl+Shift+W", self.export_word),
            ("blank", msg("Blank form…"), IconName.FILE_PLUS, "",
             lambda: self.export_blank(*self._edition)),
            ("paper", msg("The paper beside"), IconName.PANEL_RIGHT, "Ctrl+Shift+P",
             self.paper_wanted.emit),
        )  # fmt: skip
        for name, words, image, keys, act in wanted:
            button = QPushButton(icon(image), worded(words), self)
            button.setObjectName(f"forms_{name}")
            button.setAccessibleName(worded(words))
            button.setToolTip(f"{worded(words)} ({keys})" if keys else worded(words))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, do=act: do())
            row.addWidget(button)
            self.buttons[name] = button
            if keys:
                action = QAction(worded(words), window)
                action.setShortcut(QKeySequence(keys))
                action.triggered.connect(lambda _=False, do=act: do())
                window.addAction(action)
        row.addWidget(self._told, 1)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self._busy)

    def show_form(self, form: str, edition: str) -> None:
        """Serve a form; "" for none."""
        self._edition = (form, edition)
        for name, button in self.buttons.items():
            button.setEnabled(bool(form) or name == "paper")
        self.note.show_text("")

    # ------------------------------------------------------------ out of the program

    def print_it(self) -> None:
        """Print the form with the system's dialog."""
        self._issue(self.issuing.print_it)

    def export_pdf(self) -> None:
        """Write the form as a PDF file."""
        self._issue(self.issuing.export_pdf)

    def export_word(self) -> None:
        """Write the form as a Word file, to be edited there."""
        self._issue(self.issuing.export_word)

    def export_blank(self, form: str, edition: str) -> None:
        """Write a form to be filled in by hand as a PDF file."""
        self.note.show_text("")
        if form:
            title = said(msg("{form} (blank)", form=f"{form}-{edition}"))
            paper = ready_blank(self._desk, form, edition, title, file_name(title))
            self.issuing.export_pdf(paper)

    def _issue(self, act: _Act) -> None:
        self.note.show_text("")
        ready = self._ready()
        if ready is not None:
            act(ready)

    def _tell(self, written: Path | None) -> None:
        self._written = written
        words = said(msg("Written: {file}", file=written.name)) if written else ""
        self._told.setText(words)
        self._told.setToolTip(str(written or ""))
        self._open.setVisible(written is not None)
        if written is not None:
            self.note.show_text("")
            announce(self, words)

    def _open_written(self) -> None:
        if self._written is not None:
            open_file(self._written)
