"""The part of a resolution that tells how it was voted on and who dissents; closed when nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Resolution
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.voting import Voting, read_voting
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.agenda.dissents import DissentsForm
from bmahr_desktop.ui.meetings.agenda.vote import VoteForm


class VotingPart(QWidget):
    """Vote and dissents of one resolution."""

    changed = Signal(str, object)
    """Emitted with a field of the resolution and the value that is to be kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voting_part")
        self._desk = desk
        self._opened = ""
        self.vote = VoteForm(self)
        self.dissents = DissentsForm(self)
        self.row = Labelled(msg("Dissent"), self.dissents, parent=self)
        self.vote.changed.connect(lambda vote: self.changed.emit("vote", vote))
        self.dissents.changed.connect(lambda kept: self.changed.emit("dissents", kept))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.vote)
        column.addWidget(self.row)
        self.hide()

    def show_resolution(self, resolution: Resolution) -> None:
        """Show what there is; nothing stays closed unless it was opened."""
        there = resolution.vote is not None or bool(resolution.dissents)
        wanted = there or self._opened == resolution.uid
        self.setVisible(wanted)
        if wanted:
            self._fill(resolution)

    def open(self, resolution: Resolution) -> None:
        """Open the part for a resolution that has nothing of it yet."""
        self._opened = resolution.uid
        self.show_resolution(resolution)
        self.vote.method.setFocus()

    def commit(self) -> None:
        """Make the fields say what is typed."""
        if not self.isHidden():
            self.dissents.commit()

    def _fill(self, resolution: Resolution) -> None:
        try:
            voting: Voting = self._desk.read(read_voting, resolution.uid)
        except Refused as refused:
            self.row.show_error(refused.messages[0])
            return
        self.vote.show_vote(resolution, voting)
        self.dissents.show_dissents(resolution.dissents, voting.voters)
