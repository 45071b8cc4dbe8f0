"""The line over a meeting that goes on: where it is, since when, and whether there is a quorum."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bmahr_desktop.domain.quorum import Quorum
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import CutLabel, IconLabel, State, StateChip
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.meetings.live.steps import Step

_SECOND_MS = 1_000


class MatterClock(QWidget):
    """How long the meeting has spoken about a matter, minutes and seconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matter_clock")
        self._before = self._taken = 0
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=_SECOND_MS)
        self._tick.timeout.connect(self._tell)
        self._label = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(IconLabel(IconName.TIMER, None, ICON, self))
        row.addWidget(self._label)
        self.setToolTip(worded(msg("Spoken about this matter")))
        self._tell()

    def begin(self, before: int) -> None:
        """Count on from so many seconds."""
        self._before, self._taken = before, 0
        self._since.start()
        self._tick.start()
        self._tell()

    def rest(self, before: int) -> None:
        """Stand still at so many seconds."""
        self._before, self._taken = before, 0
        self._since.invalidate()
        self._tick.stop()
        self._tell()

    def take(self) -> int:
        """Return the whole seconds since this was last asked for; what is less counts next time."""
        seconds = self._running() - self._taken
        self._taken += seconds
        return seconds

    def _running(self) -> int:
        return self._since.elapsed() // 1_000 if self._since.isValid() else 0

    def _tell(self) -> None:
        minutes, seconds = divmod(self._before + self._running(), 60)
        self._label.setText(shown(f"{minutes:02}:{seconds:02}"))


class LiveHead(QWidget):
    """Number and title of the matter, its clock, and the quorum with its reason in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live_head")
        self.title = CutLabel(self)
        self.title.setObjectName("live_title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        font = self.title.font()
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.clock = MatterClock(self)
        self.quorum = StateChip(State.NEUTRAL, "", parent=self)
        self.quorum.setObjectName("quorum_badge")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.title, 1)
        row.addWidget(self.clock)
        row.addWidget(self.quorum)

    def show_step(self, step: Step | None) -> None:
        """Show where the meeting is; None, that its agenda is empty."""
        if step is None:
            self.title.setText(worded(msg("The agenda is empty.")))
            return
        words = [f"{shown(step.label)}  {step.item.title}"]
        if step.matter.title:
            words.append(step.matter.title)
        self.title.setText(" · ".join(words))
        self.title.setToolTip("\n".join(words))

    def show_quorum(self, quorum: Quorum) -> None:
        """Show whether enough members take part, and why."""
        if quorum.enough:
            state = State.DONE
            words = msg("Quorum {present}/{of} ✓ ({needed} needed)", **_figures(quorum))
        else:
            state = State.DANGER
            words = msg("No quorum {present}/{of} ({needed} needed)", **_figures(quorum))
        self.quorum.show_state(state, said(words))
        reasons = "\n".join(said(one) for one in quorum.reasons)
        self.quorum.setToolTip(reasons)
        self.quorum.setAccessibleDescription(reasons)


def _figures(quorum: Quorum) -> dict[str, int]:
    return {"present": quorum.present, "of": quorum.of, "needed": quorum.needed}
