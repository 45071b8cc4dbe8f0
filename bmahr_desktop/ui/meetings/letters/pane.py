"""The papers before and after a meeting: the invitation, and the letters that tell of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.letters import PaperKind
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.letters.after import AfterPane
from bmahr_desktop.ui.meetings.letters.invitation import InvitationForm
from bmahr_desktop.ui.meetings.paper_choice import PAPERS, ShownPaper

_ICONS = {
    PaperKind.INVITATION: IconName.MAIL,
    PaperKind.REPLY_SLIP: IconName.FILE_PEN,
    PaperKind.AGENDA: IconName.LIST_ORDERED,
    PaperKind.SIGN_IN: IconName.SIGNATURE,
    PaperKind.PAYMENT: IconName.COINS,
}
_NARROW = 70 * GRID
_BEFORE, _AFTER = range(2)


class LettersPane(QWidget):
    """Edits the letters of one meeting, and shows its papers beside."""

    paper_wanted = Signal(str)
    """Emitted with the value of the `ShownPaper` that is to be shown."""
    turned = Signal()
    """Emitted when the letters before the meeting, or those after it, came into view."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letters_pane")
        self._desk = desk
        self._meeting = ""
        self.form = InvitationForm(desk, self)
        self.after = AfterPane(desk, self)
        self.shows: dict[PaperKind, QPushButton] = {}
        self._make_buttons()
        self.parts = QTabBar(self)
        self.parts.setObjectName("letters_parts")
        self.parts.setAccessibleName(worded(msg("Letters before and after the meeting")))
        self.parts.setExpanding(False)
        self.parts.setDrawBase(False)
        self.parts.addTab(worded(msg("Before the meeting")))
        self.parts.addTab("")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._before())
        self._pages.addWidget(self.after)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID // 2, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.parts)
        whole.addWidget(self._pages, 1)
        self._arrange(narrow=False)
        self._count()
        self.parts.currentChanged.connect(self._on_part)
        desk.changed.connect(self._on_changed)

    def _before(self) -> QWidget:
        """Return the page of the papers before the meeting."""
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
        return area

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

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show the letters of a meeting."""
        self._meeting = meeting
        self.form.show_record(self._desk.read(records.read, Kind.MEETING, meeting, shallow=True))
        self.after.show_meeting(meeting)
        self._count()

    def leave(self) -> None:
        """Have no letter chosen: another meeting is open, whose letters are not read yet."""
        self.after.dispatch_chosen.emit("")

    def is_after(self) -> bool:
        """Tell whether the letters after the meeting are in view."""
        return self.parts.currentIndex() == _AFTER

    def show_after(self, *, wanted: bool = True) -> None:
        """Show the letters after the meeting, or those before it."""
        self.parts.setCurrentIndex(_AFTER if wanted else _BEFORE)

    def _on_part(self, part: int) -> None:
        self._pages.setCurrentIndex(part)
        self.turned.emit()

    def _count(self) -> None:
        """Say how many letters went out after the meeting."""
        name, count = msg("After the meeting"), self.after.count()
        several = msg("{name} ({count})", name=name, count=count)
        self.parts.setTabText(_AFTER, said(several if count else name))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if Kind.DISPATCH in changes.kinds and self._meeting in changes.meetings:
            self._count()

    def mark_shown(self, kind: ShownPaper) -> None:
        """Mark the button of the paper that is shown beside."""
        for one, button in self.shows.items():
            button.setChecked(one is kind)

    # ------------------------------------------------------------ keeping, going

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = self.form.flush()
        return self.after.flush() and kept

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.form.drop_unkept()
        self.after.form.drop_unkept()

    def go_to(self, name: str) -> bool:
        """Put the keyboard into a field of the invitation; return whether there is one."""
        self.show_after(wanted=False)
        return self.form.go_to(name)

    def go_to_letter(self, uid: str, field: str = "") -> bool:
        """Go to a letter after the meeting, or to a field of it; return whether it is there."""
        self.show_after()
        return self.after.go_to(uid, field)
