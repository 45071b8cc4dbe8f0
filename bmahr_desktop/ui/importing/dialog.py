"""Brings a file of records in, after showing what that would do."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.background import Errand, Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.importing.pages import (
    BusyPage,
    FaultsPage,
    Page,
    PreviewPage,
    QuestionsPage,
)
from bmahr_desktop.ui.importing.work import Altered, Look, Taking, look_again, look_at, refusal_of
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID

_WIDTH, _HEIGHT = 120 * GRID, 75 * GRID
_ROOM = 6 * GRID
"""What the frame of the window needs of the screen."""


class ImportDialog(QDialog):
    """Reads a file, asks what must be asked, shows what would happen, and has it happen.

    What is ticked is taken in, all of it or nothing. It begins to read when it is made.

    Signals:
        taken_in: With the `Changes`, after they are on file and before the dialog is gone; to be
            announced by `Desk.changed`.

    Attributes:
        changes: The same; None until something was taken in.
    """

    taken_in = Signal(object)

    def __init__(
        self, desk: Desk, errands: Errands, path: Path, parent: QWidget | None = None
    ) -> None:
        """Begin to read a file.

        Args:
            desk: Of the records that it is laid beside.
            errands: The thread for long reads and imports.
            path: The file, JSON or zip.
            parent: The window that is held meanwhile.
        """
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = said(msg("Take in {file}", file=path.name))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.changes: Changes | None = None
        self._desk, self._errands, self._path = desk, errands, path
        self._look: Look | None = None
        self._errand: Errand | None = None
        self._taking: Taking | None = None
        self._asked = False
        self._build()
        self._begin_reading()

    def _build(self) -> None:
        self._busy = BusyPage(self)
        self._busy.refused.connect(self.reject)
        self._faults = FaultsPage(self)
        self._faults.refused.connect(self.reject)
        self._questions = QuestionsPage(self)
        self._questions.refused.connect(self.reject)
        self._questions.answered.connect(self._compare_again)
        self._preview = PreviewPage(self)
        self._preview.refused.connect(self.reject)
        self._preview.wanted.connect(self._take_in)
        self._preview.back.connect(lambda: self._turn_to(self._questions))
        self._pages = QStackedWidget(self)
        for page in (self._busy, self._faults, self._questions, self._preview):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self._pages)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - _ROOM), min(_HEIGHT, room.height() - _ROOM))

    def _turn_to(self, page: Page) -> None:
        self._pages.setCurrentWidget(page)
        page.arrive()

    def page(self) -> str:
        """Return the name of what is shown, as ``import_preview``."""
        shown = self._pages.currentWidget()
        return shown.objectName() if shown is not None else ""

    # ------------------------------------------------------------ reading and comparing

    def _begin_reading(self) -> None:
        desk, path = self._desk, self._path
        self._be_busy(msg("Reading {file}…", file=path.name))
        self._follow(
            self._errands.run(
                lambda progress: look_at(desk, path, progress),
                self._show_first,
                self._show_faults,
                context=self,
            )
        )

    def _compare_again(self) -> None:
        if self._look is None:
            return
        desk, loaded, same = self._desk, self._look.loaded, self._questions.same()
        self._be_busy(msg("Comparing with the records…"))
        self._follow(
            self._errands.run(
                lambda progress: look_again(desk, loaded, same, progress),
                self._show_preview,
                self._show_faults,
                context=self,
            )
        )

    def _be_busy(self, what: Message) -> None:
        self._busy.begin(what)
        self._turn_to(self._busy)

    def _follow(self, errand: Errand) -> None:
        self._errand = errand
        errand.went_on.connect(self._busy.go_on)

    def _show_first(self, look: Look) -> None:
        if look.questions:
            self._look = look
            self._asked = True
            self._questions.show_questions(look)
            self._turn_to(self._questions)
        else:
            self._show_preview(look)

    def _show_preview(self, look: Look, note: Message | None = None) -> None:
        self._look = look
        self._preview.show_look(look, asked=self._asked)
        self._preview.show_note(note)
        self._turn_to(self._preview)

    def _show_faults(self, error: Exception) -> None:
        self._faults.show_faults(refusal_of(error).messages)
        self._turn_to(self._faults)

    # ------------------------------------------------------------ taking in

    def _take_in(self) -> None:
        if self._look is None:
            return
        self._taking = Taking(self._desk, replace(self._look, left=self._preview.left()))
        self._be_busy(msg("Taking in…"))
        self._follow(
            self._errands.run(self._taking, self._end_taking, self._not_taken, context=self)
        )

    def _end_taking(self, changes: Changes | None) -> None:
        self._taking = None
        if changes is None:
            self._preview.show_note(msg("Stopped. Nothing was changed."))
            self._turn_to(self._preview)
            return
        self.changes = changes
        self.taken_in.emit(changes)
        self.accept()

    def _not_taken(self, error: Exception) -> None:
        self._taking = None
        if isinstance(error, Refused):
            self._preview.show_note(error.messages[0])
            self._turn_to(self._preview)
        elif isinstance(error, Altered) and self._look is not None:
            self._compare_anew(self._look)
        else:
            self._turn_to(self._preview)
            raise error

    def _compare_anew(self, look: Look) -> None:
        """Show again what would happen: the records are others than when it was shown."""
        desk = self._desk
        note = msg("The records were changed meanwhile. See again what would happen.")
        self._be_busy(msg("Comparing with the records…"))
        self._follow(
            self._errands.run(
                lambda progress: look_again(desk, look.loaded, look.same, progress),
                lambda anew: self._show_preview(anew, note),
                self._show_faults,
                context=self,
            )
        )

    def reject(self) -> None:
        """Leave with nothing taken in; what is being written is stopped first."""
        if self._taking is not None:
            self._taking.stop()
            self._busy.stopping()
            return
        if self._errand is not None:
            self._errand.stop()
        super().reject()
