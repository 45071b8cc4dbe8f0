"""The papers before and after a meeting: the invitation's fields, and all papers to look at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.letters import PaperKind
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.letters.invitation import InvitationForm
from bmahr_desktop.ui.meetings.paper_choice import PAPERS

_ICONS = {
    PaperKind.INVITATION: IconName.MAIL,
    PaperKind.REPLY_SLIP: IconName.FILE_PEN,
    PaperKind.AGENDA: IconName.LIST_ORDERED,
    PaperKind.SIGN_IN: IconName.SIGNATURE,
    PaperKind.PAYMENT: IconName.COINS,
}
_NARROW = 70 * GRID


class LettersPane(QWidget):
    """Edits the invitation of one meeting, and shows its papers beside."""

    paper_wanted = Signal(str)
    """Emitted with the value of the `PaperKind` that is to be shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letters_pane")
        self._desk = desk
        self.form = InvitationForm(desk, self)
        self.shows: dict[PaperKind, QPushButton] = {}
        self._make_buttons()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, GRID, 0)
        self._grid.setSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self._narrow: bool | None = None
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._grid)
        column.addWidget(self.form, 1)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._arrange(narrow=False)

    def _make_buttons(self) -> None:
        for kind, image in _ICONS.items():
            button = QPushButton(icon(image), worded(PAPERS[kind]), self)
            button.setObjectName(f"show_{kind.value}")
            button.setCheckable(True)
            button.setAccessibleName(worded(PAPERS[kind]))
            button.clicked.connect(lambda _=False, one=kind: self.paper_wanted.emit(one.value))
            self.shows[kind] = button

    def _arrange(self, *, narrow: bool) -> None:
        """Stand in two columns, or in one where there is little room."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        columns = 1 if narrow else 2
        for button in self.shows.values():
            self._grid.removeWidget(button)
        for at, button in enumerate(self.shows.values()):
            self._grid.addWidget(button, at // columns, at % columns)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        self.form.arrange(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < _NARROW)

    def show_meeting(self, meeting: str) -> None:
        """Show the invitation of a meeting."""
        self.form.show_record(self._desk.read(records.read, Kind.MEETING, meeting, shallow=True))

    def mark_shown(self, kind: PaperKind) -> None:
        """Mark the button of the paper that is shown beside."""
        for one, button in self.shows.items():
            button.setChecked(one is kind)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.form.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.form.drop_unkept()

    def go_to(self, name: str) -> bool:
        """Put the keyboard into a field of the invitation; return whether there is one."""
        return self.form.go_to(name)
