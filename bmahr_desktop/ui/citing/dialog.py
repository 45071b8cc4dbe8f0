"""The search for a resolution to cite, in a window of its own beside the text."""

import datetime
from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.citing.search import ResolutionSearch
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.measures import GRID

Taken = Callable[[ResolutionLine], object]


class CitingDialog(QDialog):
    """Asks which earlier resolution is meant; Esc means none."""

    def __init__(self, desk: Desk, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("citing_dialog")
        self.setWindowTitle(worded(msg("Cite an earlier resolution")))
        self.search = ResolutionSearch(desk, errands, self)
        self.search.taken.connect(self._on_taken)
        self.search.given_up.connect(self.reject)
        self._act: Taken | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.addWidget(self.search)
        self.resize(96 * GRID, 52 * GRID)

    def ask(
        self,
        committee: str | None,
        act: Taken,
        but: str = "",
        before: datetime.date | None = None,
    ) -> None:
        """Let one be found.

        Args:
            committee: The committee whose newest resolutions are offered first.
            act: Is called with the one that is taken.
            but: The uid of the resolution that is not offered.
            before: Only resolutions of meetings before this day are offered; None for all.
        """
        self._act = act
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.open_fresh(committee, but, before)

    def _on_taken(self, line: ResolutionLine) -> None:
        act = self._act
        self.accept()
        if act is not None:
            act(line)
