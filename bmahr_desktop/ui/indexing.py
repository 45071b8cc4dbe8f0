"""Keeps the index of words behind what is typed, by a few seconds."""

from PySide6.QtCore import QObject, QTimer

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations.search import keep_index
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk

SOON_MS = 2_000
"""How long after a change the index reads it; within five seconds it has."""
_STEP = 10
_AGAIN_MS = 30


class IndexKeeper(QObject):
    """Reads changed records into the index, a few at a time and in the background."""

    def __init__(self, desk: Desk, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._errands = desk, errands
        self._timer = QTimer(self, singleShot=True, interval=SOON_MS)
        self._timer.timeout.connect(self._work)

    def start(self) -> None:
        """Begin: what was left from the last time is read too."""
        self._desk.saved.connect(self._soon)
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest for the next time."""
        self._timer.stop()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(SOON_MS)

    def _work(self) -> None:
        def work(_: object) -> int:
            return self._desk.write_aside(keep_index, _STEP)

        self._errands.run(work, self._on_done, self._on_failed, channel="index", context=self)

    def _on_done(self, left: int) -> None:
        if left:
            self._timer.start(_AGAIN_MS)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self._timer.start(SOON_MS)  # somebody else is writing
