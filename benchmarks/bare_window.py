"""The floor of starting: a bare QMainWindow that notes when it is painted, and ends."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """A window with nothing in it."""

    was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the time of the first painting."""
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            QTimer.singleShot(0, self, self.note)

    def note(self) -> None:
        """Write the time and end."""
        now = time.monotonic_ns()
        Path(os.environ["BMAHR_PROBE"]).write_text(
            f"made {now}\npainted {now}\nlisted {now}\nloaded {now}\n", encoding="ascii"
        )
        QApplication.quit()


def main() -> int:
    """Show the window until it is painted."""
    application = QApplication(sys.argv)
    window = Bare()
    window.resize(1280, 720)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
