"""A filled form as it will be printed, set again whenever it or its project changes."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.crest import crest_of
from bmahr_desktop.operations.form_papers import read_blank_paper, read_form_paper
from bmahr_desktop.operations.forms import set_form_paper, write_form_paper
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.paper.pane import PaperPane
from bmahr_desktop.ui.paper.window import ReadyPaper
from bmahr_desktop.ui.projects.sections import PROJECT_KINDS

PAUSE_MS = 120


def ready_form(desk: Desk, uid: str, title: str, file: str) -> ReadyPaper:
    """Return a filled form as a paper that can be made.

    Args:
        desk: The door to the records.
        uid: The form.
        title: What its window is called.
        file: What its file is called, without its ending.
    """
    return ReadyPaper(
        title,
        file,
        lambda: (desk.read(read_form_paper, uid), desk.read(crest_of)),
        lambda read, progress: set_form_paper(read[0], lambda _: progress.check(), read[1]),
        lambda read, out: _write_word(read, out),
    )


def ready_blank(desk: Desk, form: str, edition: str, title: str, file: str) -> ReadyPaper:
    """Return a form to be filled in by hand as a paper that can be made."""
    return ReadyPaper(
        title,
        file,
        lambda: (desk.read(read_blank_paper, form, edition), desk.read(crest_of)),
        lambda read, progress: set_form_paper(read[0], lambda _: progress.check(), read[1]),
        lambda read, out: _write_word(read, out),
    )


def _write_word(read: Any, out: Path) -> None:
    paper, crest = read
    write_form_paper(paper, out, crest)


class FormPreview(QObject):
    """Keeps a pane at the paper of one filled form, as long as the pane is to be seen."""

    set_in_type = Signal(object)
    """Emitted with the `SetPaper` that is shown now."""

    def __init__(
        self, desk: Desk, errands: Errands, pane: PaperPane, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._errands, self._pane = desk, errands, pane
        self._uid = ""
        self._stale = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._set)
        self._errand: Errand | None = None
        desk.changed.connect(self._on_changed)
        self._say_empty()

    def show_form(self, uid: str) -> None:
        """Show the paper of another form; of none for an empty uid."""
        if uid == self._uid:
            return
        self._uid = uid
        self._stop()
        if uid:
            self._pane.begin_anew()
            self._soon()
        else:
            self._say_empty()

    def _say_empty(self) -> None:
        self._pane.show_nothing(msg("The paper of the form is shown here."))

    def set_again(self) -> None:
        """Set the paper again, as when it is shown once more."""
        if self._uid:
            self._soon()

    def _soon(self) -> None:
        self._stale = True
        if not self._pane.isHidden():
            self._pause.start()

    def _stop(self) -> None:
        self._pause.stop()
        if self._errand is not None:
            self._errand.stop()
            self._errand = None
        self._pane.set_busy(False)

    def _set(self) -> None:
        if not self._uid:
            return
        self._stop()
        self._stale = False
        self._pane.set_busy(True)
        ready = ready_form(self._desk, self._uid, "", "")

        def work(progress: Progress) -> Any:
            return ready.set_in_type(ready.read(), progress)

        self._errand = self._errands.run(
            work, self._show, self._on_failed, "form_paper", context=self
        )

    def _show(self, paper: Any) -> None:
        self._errand = None
        self._pane.set_busy(False)
        self._pane.show_paper(paper.pdf, paper.text_map)
        self.set_in_type.emit(paper)

    def _on_failed(self, error: Exception) -> None:
        self._errand = None
        self._pane.set_busy(False)
        if not isinstance(error, Refused):
            raise error
        self._pane.show_nothing(error.messages[0])

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if not self._uid:
            return
        if changes.wrote(Kind.FORM, self._uid) or changes.kinds & PROJECT_KINDS:
            self._soon()
