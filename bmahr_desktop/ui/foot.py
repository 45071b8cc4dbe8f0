"""The foot of the window: which file, when it was saved, what is under way, what was just done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QToolButton,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import IconLabel, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import announce

TOLD_MS = 12_000
"""How long the foot says what was done."""


class Foot(QStatusBar):
    """Says quietly how things stand; long work shows here how far it has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.setSizeGripEnabled(False)
        self._file = QLabel(self)
        self._file.setObjectName("foot_file")
        set_tone(self._file, Role.MUTED)
        self._tick = IconLabel(IconName.CHECK, Role.DONE, 2 * GRID, self)
        self._wait = IconLabel(IconName.CLOCK, Role.WAITING, 2 * GRID, self)
        self._saved = QLabel(self)
        self._saved.setObjectName("foot_saved")
        set_tone(self._saved, Role.MUTED)
        self._told = QLabel(self)
        self._told.setObjectName("foot_told")
        self._act = QPushButton(self)
        self._act.setObjectName("foot_act")
        self._act.setFlat(True)
        self._act.clicked.connect(self._do)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("foot_progress")
        self._progress.setFixedWidth(20 * GRID)
        self._progress.setTextVisible(False)
        self._stop = QToolButton(self)
        self._stop.setObjectName("foot_stop")
        self._stop.setIcon(icon(IconName.X))
        said_ = worded(msg("Stop this"))
        self._stop.setToolTip(said_)
        self._stop.setAccessibleName(said_)
        self._stop.clicked.connect(self._on_stop)
        self._wants: Callable[[], object] | None = None
        self._stops: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._timer.timeout.connect(self._forget)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        row = QHBoxLayout(inner)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(self._file)
        row.addWidget(self._tick)
        row.addWidget(self._wait)
        row.addWidget(self._saved)
        row.addStretch(1)
        for widget in (self._told, self._act, self._progress, self._stop):
            row.addWidget(widget)
            widget.hide()
        self._tick.hide()
        self._wait.hide()
        self.addWidget(inner, 1)

    def show_file(self, file: Path) -> None:
        """Name the file of the records."""
        self._file.setText(file.name)
        self._file.setToolTip(str(file))

    def show_saved(self, hour: int, minute: int, second: int) -> None:
        """Say that everything is on file since then."""
        clock = shown(f"{hour:02}.{minute:02}.{second:02} น.")
        self._tick.show()
        self._wait.hide()
        set_tone(self._saved, Role.MUTED)
        self._saved.setText(worded(msg("Saved {time}", time=clock)))
        self._saved.setToolTip("")

    def show_unsaved(self, words: Message, more: Message | None = None) -> None:
        """Say that something typed is not on file yet, calmly, until it is.

        Args:
            words: Why, and what becomes of it.
            more: What is told of it where the mouse rests.
        """
        text = said(words)
        changed = text != self._saved.text()
        self._tick.hide()
        self._wait.show()
        set_tone(self._saved, Role.WAITING)
        self._saved.setText(text)
        self._saved.setToolTip(said(more) if more else "")
        if changed:
            announce(self, text)

    def tell(
        self, words: Message, label: Message | None = None, act: Callable[[], object] | None = None
    ) -> None:
        """Say for a while what was done, with one thing that can be done next."""
        self.end_work()
        text = said(words)
        self._told.setText(text)
        self._told.show()
        self._wants = act
        self._act.setVisible(act is not None)
        if label is not None:
            self._act.setText(worded(label))
        self._timer.start()
        announce(self, text)

    def begin_work(self, words: Message, stop: Callable[[], object] | None = None) -> None:
        """Say what is under way.

        Args:
            words: What it is.
            stop: Ends it early; without it, it cannot be ended.
        """
        self._forget()
        self._told.setText(said(words))
        self._stops = stop
        self._progress.setRange(0, 0)
        for widget in (self._told, self._progress):
            widget.show()
        self._stop.setVisible(stop is not None)

    def go_on(self, done: int, total: int, words: Message | None = None) -> None:
        """Show how far the work has come.

        Args:
            done: So much of it.
            total: Of so much; 0 when that is not known.
            words: What is under way now, instead of what was said before.
        """
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        if words is not None and not self._progress.isHidden():
            self._told.setText(said(words))

    def end_work(self) -> None:
        """Show no work any longer."""
        self._stops = None
        for widget in (self._told, self._progress, self._stop):
            widget.hide()

    def _on_stop(self) -> None:
        stop = self._stops
        self.end_work()
        if stop is not None:
            stop()

    def _do(self) -> None:
        act = self._wants
        self._forget()
        if act is not None:
            act()

    def _forget(self) -> None:
        self._timer.stop()
        self._wants = None
        self._told.hide()
        self._act.hide()
