"""The resolutions of a matter, one below the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Resolution
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.agenda.at_hand import AtHand
from bmahr_desktop.ui.meetings.agenda.resolution import ResolutionForm


class ResolutionsPane(QScrollArea):
    """All resolutions of a matter, one below the other."""

    removed = Signal(object, str)
    """Emitted with the kind and the uid of what was removed."""
    moved = Signal(object, str, int)
    """Emitted with the kind and the uid of what was moved, and its place before."""
    cite_wanted = Signal(object)
    """Emitted with the `ResolutionForm` in whose wording an earlier resolution is to be cited."""

    def __init__(self, desk: Desk, at_hand: AtHand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolutions_pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk = desk
        self._matter = ""
        self._at_hand = at_hand
        self._forms: list[ResolutionForm] = []
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(2 * GRID)
        self._add = QToolButton(inner)
        self._add.setObjectName("resolution_add")
        self._add.setText(worded(msg("Add a resolution")))
        self._add.setIcon(icon(IconName.PLUS))
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._add.clicked.connect(self.add)
        self._column.addWidget(self._add)
        self._column.addStretch(1)
        self.setWidget(inner)

    def show_matter(self, read: Read) -> None:
        """Show the resolutions of a matter."""
        self.flush()
        self._matter = read.record.uid
        wanted = read.record.resolutions
        while len(self._forms) > len(wanted):
            form = self._forms.pop()
            form.show_record(None)
            form.deleteLater()
        while len(self._forms) < len(wanted):
            self._forms.append(self._made())
            self._column.insertWidget(len(self._forms) - 1, self._forms[-1])
        for number, (form, one) in enumerate(zip(self._forms, wanted, strict=True), 1):
            form.show_resolution(Read(one, read.versions), number, read.record.adopts)
        self.setFocusProxy(self._forms[0].text if self._forms else self._add)

    def set_read_only(self, read_only: bool) -> None:
        """Let none be added, or some again; the forms know by themselves."""
        self._add.setEnabled(not read_only)

    def _made(self) -> ResolutionForm:
        form = ResolutionForm(self._desk, self._at_hand, self.widget())
        form.remove_wanted.connect(self._remove)
        form.move_wanted.connect(self._move)
        form.removed.connect(self.removed)
        form.cite_wanted.connect(self.cite_wanted)
        return form

    def read_again(self) -> None:
        """Read the matter again and show what it holds."""
        if self._matter:
            self.show_matter(self._desk.read(records.read, Kind.MATTER, self._matter))

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [form.flush() for form in self._forms]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for form in self._forms:
            form.drop_unkept()

    def add(self) -> None:
        """Add a resolution and go to its wording."""
        self.flush()
        made = Resolution(uid=new_uid())
        self._desk.write(self, records.add, Kind.RESOLUTION, made, self._matter)
        self.read_again()
        self._forms[-1].text.setFocus()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 2 * GRID)

    def _on_range(self) -> None:
        """Keep what the keyboard is in in sight, when something new took room."""
        self._on_focus(None, QApplication.focusWidget())

    def focus_on(self, uid: str, offset: int = 0) -> None:
        """Go to a letter of a resolution's wording."""
        for form in self._forms:
            if form.record and (form.record.uid == uid or form.has_assignment(uid)):
                form.text.go_to(offset)
                self.ensureWidgetVisible(form)

    def _remove(self, uid: str) -> None:
        self.flush()
        self._desk.write(self, records.remove, Kind.RESOLUTION, uid)
        self.read_again()
        self.removed.emit(Kind.RESOLUTION, uid)

    def _move(self, uid: str, by: int) -> None:
        self.flush()
        place = self._desk.read(records.place_of, Kind.RESOLUTION, uid)
        if self._desk.write(self, records.move, Kind.RESOLUTION, uid, place + by):
            self.read_again()
            self.moved.emit(Kind.RESOLUTION, uid, place)
        self.focus_on(uid)
