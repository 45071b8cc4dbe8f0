"""Keeps the paper beside, its buttons and what is printed at one and the same paper."""

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.operations.letters import PaperKind
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane
from bmahr_desktop.ui.meetings.paper_choice import LetterPaper, paper_named
from bmahr_desktop.ui.meetings.papers.issuing import Issuing
from bmahr_desktop.ui.meetings.papers.preview import Preview


class PaperFollowing(QObject):
    """Shows the letters while their fields are in view, and after that the minutes again.

    Whoever chooses a paper by hand keeps it, until a letter after the meeting is chosen.
    """

    paper_wanted = Signal()
    """Emitted when a paper was asked for, so that it must be in sight."""

    def __init__(self, pane: MeetingPane, preview: Preview, issuing: Issuing) -> None:
        super().__init__(pane)
        self._pane, self._preview, self._issuing = pane, preview, issuing
        self._came_along = False
        preview.kind_changed.connect(self._on_kind)
        preview.choice.chosen.connect(lambda _: self._keep())
        pane.letters.paper_wanted.connect(self._on_wanted)
        pane.letters.turned.connect(self._on_part)
        after = pane.letters.after
        after.dispatch_chosen.connect(self._on_letter)
        after.export_wanted.connect(
            lambda word: issuing.export_letters(after.exported(), word=word)
        )
        pane.tab_changed.connect(lambda _: self._on_part())

    def _keep(self) -> None:
        self._came_along = False

    def _on_kind(self, value: str) -> None:
        kind = paper_named(value)
        self._issuing.kind = kind
        self._pane.heading.show_kind(kind)
        self._pane.letters.mark_shown(kind)

    def _on_wanted(self, value: str) -> None:
        self._keep()
        self._preview.show_kind(paper_named(value))
        self._on_kind(value)
        self.paper_wanted.emit()

    def _on_letter(self, letter: str) -> None:
        self._issuing.letter = letter
        self._preview.show_letter(letter)
        if letter and self._in_letters() and not isinstance(self._preview.kind, LetterPaper):
            self._preview.show_kind(LetterPaper.LETTER)
            self._came_along = True

    def _in_letters(self) -> bool:
        """Tell whether the letters after the meeting are in view."""
        return self._pane.in_letters() and self._pane.letters.is_after()

    def _on_part(self) -> None:
        if self._pane.in_letters():
            if self._came_along or self._preview.kind is PaperKind.MINUTES:
                after = self._in_letters()
                self._preview.show_kind(LetterPaper.LETTER if after else PaperKind.INVITATION)
                self._came_along = True
        elif self._came_along:
            self._keep()
            self._preview.show_kind(PaperKind.MINUTES)
