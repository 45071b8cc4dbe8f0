"""When what is typed is committed."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 800
"""How long after the last letter what was typed is committed."""

LONGEST_MS = 5_000
"""How long typing without a pause stays uncommitted at most."""


class Pausing(QObject):
    """Tells when to commit what is typed: after a pause, and now and then without one."""

    due = Signal()
    """Emitted when it is time; whoever commits calls `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        for timer in (self.pause, self.longest):
            timer.timeout.connect(self.due)

    def waiting(self) -> bool:
        """Tell whether something was typed since it was last committed."""
        return self.pause.isActive()

    def on_typed(self) -> None:
        """Take note that something was typed just now."""
        self.pause.start()
        if not self.longest.isActive():
            self.longest.start()

    def stop(self) -> None:
        """Take note that nothing waits any more."""
        self.pause.stop()
        self.longest.stop()
