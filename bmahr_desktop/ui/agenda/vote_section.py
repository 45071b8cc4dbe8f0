"""How a resolution was voted on, and who does not agree with it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Resolution
from bmahr_desktop.domain.voting import Vote
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.agenda.marked_label import MarkedLabel
from bmahr_desktop.ui.agenda.section import ResolutionSection
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import shown


class VoteSection(ResolutionSection):
    """The vote, to be read; hidden where nobody objected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(msg("Vote"), parent)
        self.setObjectName("resolution_vote")
        self._desk, self._uid = desk, ""
        self.words: QLabel = MarkedLabel(self)
        self.column.addWidget(self.words)
        desk.changed.connect(self._on_changed)

    def show_resolution(self, uid: str) -> None:
        """Show the vote on a resolution."""
        self._uid = uid
        lines = list(_lines(self._read())) if uid else []
        self.words.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def _read(self) -> Resolution | None:
        try:
            found: Resolution = self._desk.read(
                records.read, Kind.RESOLUTION, self._uid, shallow=True
            ).record
        except Refused:  # it was removed just now; the register follows
            return None
        return found

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._uid in changes.uids:
            self.show_resolution(self._uid)


def _lines(resolution: Resolution | None) -> Iterator[str]:
    if resolution is None:
        return
    if resolution.vote is not None:
        yield " · ".join(_counts(resolution.vote))
    for one in resolution.dissents:
        reasons = " ".join(one.reasons.split())
        words = msg("{name} does not agree: {reasons}", name=one.name, reasons=reasons)
        bare = msg("{name} does not agree", name=one.name)
        yield worded(words if reasons else bare)


def _counts(vote: Vote) -> Iterator[str]:
    yield worded(wording.VOTE_METHODS[vote.method])
    for choice, name in wording.VOTES.items():
        yield f"{worded(name)} {shown(str(vote.count(choice)))}"
