"""The earlier minutes that a matter adopts, and what is corrected in them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.adoption import Adoption, Correction
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.statements import adoption_words
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.adoptions import Minutes, awaiting, cite
from bmahr_desktop.operations.corrections import Owner
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.adoption.corrections_list import CorrectionsList
from bmahr_desktop.ui.meetings.adoption.standing_words import named_minutes
from bmahr_desktop.ui.notices import ErrorNote

_ON_FILE = msg("The closed minutes are on file: words can be picked in them.")
_OWN = msg("These are this meeting's own minutes, as they stand now.")
_NOT_ON_FILE = msg(
    "No closed minutes of that meeting are on file. Type page, clause and words; no adopted version"
    " is made."
)

_LEAST = (7 * GRID, 9 * GRID, 18 * GRID)
"""The least widths of number, year and date, in which they are read whole."""


class AdoptionPane(QScrollArea):
    """Which minutes are adopted, with the corrections that the committee makes in them."""

    removed = Signal(object, str)
    """Emitted with the kind and the uid of a correction that was removed."""
    moved = Signal(object, str, int)
    """Emitted with the kind and the uid of one that was moved, and its place before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adoption_pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk = desk
        self._read: Read | None = None
        self._meeting = ""
        inner = QWidget(self)
        self.which = self._chooser(inner)
        self.stands = QLabel(inner)
        self.stands.setObjectName("adopts_stands")
        self.stands.setWordWrap(True)
        set_tone(self.stands, Role.MUTED)
        self.note = ErrorNote(inner)
        self.list = CorrectionsList(desk, self, inner)
        self.list.changed.connect(self._show_wording)
        self.list.removed.connect(self._on_removed)
        self.list.moved.connect(lambda uid, at: self.moved.emit(Kind.CORRECTION, uid, at))
        self.list.frozen.forgotten.connect(self._show_stands)
        self.wording = QLabel(inner)
        self.wording.setObjectName("adoption_wording")
        self.wording.setAccessibleName(worded(msg("Wording of the resolution")))
        self.wording.setWordWrap(True)
        self.wording.setTextFormat(Qt.TextFormat.PlainText)
        self.wording.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addLayout(self._cited(inner))
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.stands)
        column.addWidget(self.note)
        column.addWidget(self.list)
        column.addWidget(self._composed(inner))
        column.addStretch(1)
        self.setWidget(inner)
        self.verticalScrollBar().rangeChanged.connect(
            lambda *_: self._on_focus(None, QApplication.focusWidget())
        )  # a new correction took room: the keyboard stays in sight
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _chooser(self, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName("adopts_which")
        button.setText(worded(msg("Minutes awaiting adoption")))
        button.setIcon(icon(IconName.CLOCK))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName("adopts_menu")
        menu.aboutToShow.connect(self._fill_menu)
        button.setMenu(menu)
        return button

    def _cited(self, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        self.number, self.year = NumberField(1, 999), NumberField(2400, 2999)
        self.date = DateField()
        for name, label, field, column in (
            ("adopts_number", msg("Meeting number"), self.number, 0),
            ("adopts_year", msg("Year (B.E.)"), self.year, 1),
            ("adopts_date", msg("Date of that meeting"), self.date, 2),
        ):
            field.setObjectName(name)
            field.setMinimumWidth(_LEAST[column])
            field.edited.connect(self._keep)
            grid.addWidget(Labelled(label, field, parent=parent), 0, column)
        grid.setColumnStretch(2, 1)
        return grid

    def _composed(self, parent: QWidget) -> QFrame:
        frame = QFrame(parent)
        frame.setProperty("look", "bar")
        heading = QLabel(worded(msg("Wording of the resolution")), frame)
        set_tone(heading, Role.MUTED)
        column = QVBoxLayout(frame)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(heading)
        column.addWidget(self.wording)
        return frame

    # ------------------------------------------------------------ what it shows

    def show_matter(self, read: Read, meeting: str) -> None:
        """Show what a matter adopts.

        Args:
            read: The matter.
            meeting: The uid of its meeting.
        """
        self.flush()
        self._read, self._meeting = read, meeting
        adoption: Adoption | None = read.record.adopts
        for field in (self.number, self.year, self.date):
            field.forget_typing()
        self.number.set_value(adoption.number if adoption else None)
        self.year.set_value(adoption.year if adoption else None)
        self.date.set_value(adoption.date if adoption else None)
        earlier = adoption.meeting if adoption else None
        self.list.frozen.turn_to(earlier, live=earlier == meeting)
        wanted = adoption.corrections if adoption else ()
        owner = Owner(Kind.MATTER, read.record.uid)
        self.list.show_corrections(owner, [Read(one, read.versions) for one in wanted])
        self._show_stands()
        self._show_wording()

    def _show_stands(self) -> None:
        """Say whether words can be picked in the minutes."""
        adoption: Adoption | None = self._read.record.adopts if self._read else None
        if adoption is None or not self.isVisibleTo(self.window()):
            return
        there = self.list.frozen.text() is not None
        own = adoption.meeting == self._meeting
        self.stands.setText(worded((_OWN if own else _ON_FILE) if there else _NOT_ON_FILE))
        self.list.can_pick(there)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the minutes only when somebody sees it."""
        super().showEvent(event)
        self._show_stands()

    def _show_wording(self) -> None:
        if self._read is None or self._read.record.adopts is None:
            self.wording.clear()
            return
        corrections = tuple(form.record for form in self.list.forms)
        before: Adoption = self._read.record.adopts
        adoption = Adoption(before.number, before.year, before.date, before.meeting, corrections)
        self.wording.setText(adoption_words(adoption, digits_in_use()))

    def set_read_only(self, read_only: bool) -> None:
        """Let all be read but not changed, or changed again; corrections know by themselves."""
        self.list.set_read_only(read_only)
        self.which.setDisabled(read_only)
        for field in (self.number, self.year, self.date):
            field.setReadOnly(read_only)

    def flush(self) -> bool:
        """Keep everything that is typed."""
        kept = [field.commit() for field in (self.number, self.year, self.date)]
        kept.append(self.list.flush())
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for field in (self.number, self.year, self.date):
            field.forget_typing()
        self.list.drop_unkept()

    # ------------------------------------------------------------ which minutes

    def _fill_menu(self) -> None:
        menu = self.which.menu()
        menu.clear()
        read = self._desk.read(records.read, Kind.MEETING, self._meeting, shallow=True)
        record = read.record
        for one in self._desk.read(awaiting, record.committee, record.date):
            self._offer(menu, said(named_minutes(one)), one)
        if not menu.isEmpty():
            menu.addSeparator()
        own = Minutes(record.uid, record.number, record.year, record.date)
        self._offer(menu, worded(msg("This meeting's own minutes")), own)

    def _offer(self, menu: QMenu, words: str, one: Minutes) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False, one=one: self._cite(one))

    def _keep(self, *_: object) -> None:
        if self._read is None:
            return
        number, year, date = self.number.value(), self.year.value(), self.date.value()
        if number is None or year is None or date is None:
            self.note.show_text(worded(msg("Give number, year and date of those minutes.")))
            return
        self._cite(Minutes("", number, year, date))

    def _cite(self, one: Minutes) -> None:
        if self._read is None:
            return
        self.note.show_text("")
        uid = self._read.record.uid
        try:
            self._desk.write(self, cite, uid, self._meeting, one.number, one.year, one.date)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.show_matter(self._desk.read(records.read, Kind.MATTER, uid), self._meeting)

    def _on_removed(self, gone: Correction, _at: int) -> None:
        self.removed.emit(Kind.CORRECTION, gone.uid)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 2 * GRID)
