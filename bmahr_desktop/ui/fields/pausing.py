"""When what is typed is committed."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal


@dataclass(frozen=True)
class Pace:
    """How soon what is typed is on file, in milliseconds.

    Attributes:
        pause: After the last letter.
        longest: After the first letter that is not on file, while typing goes on without a pause.
        again: After a failure, until it is tried again.
        aside: After the first failure, until what is typed is kept beside the file.
    """

    pause: int = 800
    longest: int = 5_000
    again: int = 5_000
    aside: int = 1_000


USUAL = Pace()
_in_use = USUAL


def use_pace(pace: Pace) -> None:
    """Let every field that is made from now on keep this pace."""
    global _in_use
    _in_use = pace


def pace() -> Pace:
    """Return the pace that fields keep."""
    return _in_use


class Pausing(QObject):
    """Tells when to commit what is typed: after a pause, and now and then without one."""

    due = Signal()
    """Emitted when it is time; whoever commits calls `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pause = QTimer(self, singleShot=True, interval=pace().pause)
        self.longest = QTimer(self, singleShot=True, interval=pace().longest)
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
