"""A paper of the meeting as it will be printed, set again whenever the record changes."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.background import Errand, Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.meetings.paper_choice import (
    LetterPaper,
    PaperChoice,
    ShownPaper,
    paper_named,
)
from bmahr_desktop.ui.meetings.papers.reading import setting_of
from bmahr_desktop.ui.paper.pane import PaperPane

PAUSE_MS = 120
"""How long after a change on file the paper is set again; typing pauses before that already."""
_STANDING = {Kind.COMMITTEE, Kind.PERSON, Kind.UNIT}
"""What every paper of the committee may show."""


class Preview(QObject):
    """Keeps a pane at a paper of one meeting, as long as the pane is to be seen.

    Attributes:
        choice: Which paper it is, at the head of the pane.
    """

    set_in_type = Signal(object)
    """Emitted with the `SetPaper` that is shown now."""
    kind_changed = Signal(str)
    """Emitted with the value of the `ShownPaper` when another paper is to be shown."""

    def __init__(
        self, desk: Desk, errands: Errands, pane: PaperPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._errands, self._pane = desk, errands, pane
        self._meeting = self._letter = ""
        self._stale = False
        self.choice = PaperChoice(pane)
        self.choice.chosen.connect(self._turn_to)
        pane.put_above(self.choice)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._set)
        self._errand: Errand | None = None
        desk.changed.connect(self._on_changed)

    @property
    def kind(self) -> ShownPaper:
        """Which paper is shown."""
        return paper_named(self.choice.value())

    def show_kind(self, kind: ShownPaper) -> None:
        """Show another paper of the meeting."""
        if kind is not self.kind:
            self.choice.set_value(kind)
            self._turn_to(kind)

    def show_letter(self, letter: str) -> None:
        """Show the papers of another letter after the meeting, where they are shown."""
        if letter == self._letter:
            return
        self._letter = letter
        if self._meeting and isinstance(self.kind, LetterPaper):
            self._stop()
            self._pane.begin_anew()
            self._soon()

    def _turn_to(self, kind: object) -> None:
        self.kind_changed.emit(str(kind))
        if self._meeting:
            self._stop()
            self._pane.begin_anew()
            self._soon()

    def show_meeting(self, meeting: str) -> None:
        """Show the paper of another meeting; of none for an empty uid."""
        if meeting == self._meeting:
            return
        self._meeting = meeting
        self._stop()
        if meeting:
            self._pane.begin_anew()
            self._soon()
        else:
            self._pane.show_nothing(msg("The paper of the meeting is shown here."))

    def set_again(self) -> None:
        """Set the paper again: what it looks like was changed, not the records."""
        if self._meeting:
            self._soon()

    def resume(self) -> None:
        """Set what changed while the pane was hidden."""
        if self._stale:
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
        meeting = self._meeting
        if not meeting:
            return
        self._stop()
        self._stale = False
        self._pane.set_busy(True)

        self._errand = self._errands.run(
            setting_of(self._desk, meeting, self.kind, self._letter),
            context=self,
            done=self._show,
            failed=self._on_failed,
            channel="paper",
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
        if self._meeting and (self._meeting in changes.meetings or changes.kinds & _STANDING):
            self._soon()
