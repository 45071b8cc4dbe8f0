"""The agenda while the meeting goes on: what is done, what is spoken about, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from bmahr_desktop.domain.meeting import MatterState
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.live.steps import Step

_UID = Qt.ItemDataRole.UserRole
_MARKS: dict[MatterState, tuple[IconName, Role]] = {
    MatterState.PENDING: (IconName.CIRCLE, Role.NEUTRAL),
    MatterState.DISCUSSED: (IconName.CHECK_CIRCLE, Role.DONE),
    MatterState.UNDISCUSSED: (IconName.CIRCLE_X, Role.WAITING),
}
_TITLE, _TIME = range(2)


def duration(seconds: int) -> Message:
    """Return how long something took, in words: whole minutes."""
    return msg("{minutes} min", minutes=round(seconds / 60)) if seconds >= 30 else msg("–")


class AgendaStrip(QTreeWidget):
    """Every step of the meeting with its mark and its time; Enter goes to the chosen one."""

    wanted = Signal(str)
    """Emitted with the uid of the matter that is to be spoken about now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_strip")
        self.setAccessibleName(worded(msg("Agenda of the meeting")))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_TIME, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(5 * GRID)
        self.itemActivated.connect(lambda row, _: self.wanted.emit(row.data(0, _UID)))
        self.itemClicked.connect(lambda row, _: self.wanted.emit(row.data(0, _UID)))

    def show_steps(self, steps: Sequence[Step], current: str) -> None:
        """Show the agenda.

        Args:
            steps: The matters in their order.
            current: The uid of the one that is spoken about now; empty for none.
        """
        self.clear()
        for step in steps:
            self.addTopLevelItem(self._row(step, step.uid == current))
        self.choose(current)

    def choose(self, uid: str) -> None:
        """Mark a step as the chosen one."""
        for number in range(self.topLevelItemCount()):
            row = self.topLevelItem(number)
            if row is not None and row.data(0, _UID) == uid:
                self.setCurrentItem(row)
                self.scrollToItem(row)

    def _row(self, step: Step, current: bool) -> QTreeWidgetItem:
        label = shown(step.label)
        row = QTreeWidgetItem([f"{label}  {' '.join(step.title.split())}", ""])
        row.setData(0, _UID, step.uid)
        name, role = _MARKS[step.matter.state]
        words = worded(wording.MATTER_STATES[step.matter.state])
        if current:
            name, role, words = IconName.PLAY, Role.ACCENT, worded(msg("Spoken about now"))
            font = self.font()
            font.setWeight(font.Weight.DemiBold)
            row.setFont(0, font)
        row.setIcon(0, icon(name, role))
        row.setText(_TIME, said(duration(step.matter.seconds)))
        row.setTextAlignment(_TIME, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        late = worded(msg("came in late")) if step.matter.late else ""
        row.setToolTip(0, "\n".join(filter(None, (f"{label}  {step.title}", words, late))))
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{label} {step.title}: {words}")
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the chosen step by Enter."""
        row = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and row:
            self.wanted.emit(row.data(0, _UID))
            return
        super().keyPressEvent(event)
