"""A matter: its title, its parts one at a time, what it adopts, what was resolved."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Matter, Section, SectionKind
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.adoptions import propose
from bmahr_desktop.operations.meetings import set_adoption
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.closed import Locking
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.agenda.adoption import AdoptionPane
from bmahr_desktop.ui.meetings.agenda.at_hand import AtHand
from bmahr_desktop.ui.meetings.agenda.parts import PartsButton
from bmahr_desktop.ui.meetings.agenda.resolutions import ResolutionsPane
from bmahr_desktop.ui.records.body_field import BodyField
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.leaving import leaves_unkept
from bmahr_desktop.ui.records.text_field import TextField

_ADOPTION, _RESOLUTIONS = "adoption", "resolutions"
Spot = tuple[TextKey, int]
"""A letter: of which text, and how many stand before it."""


class TitleForm(RecordForm):
    """The title of a matter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.MATTER, parent)
        self.title = TextField(lines=1, most=3)
        self.title.setObjectName("matter_title")
        row = Labelled(msg("Title of the matter"), self.title, parent=self)
        self.bind_text("title", row, self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)


class MatterPane(QWidget):
    """Edits one matter; its parts are tabs, so that each has the whole height."""

    retitled = Signal(str, str)
    """Emitted with the uid and the new title of the matter."""
    removed = Signal(object, str)
    """Emitted with the kind and the uid of a part that was removed."""
    shown_on_paper = Signal(object)
    """Emitted with the `TextKey` of the part that is looked at."""
    moved = Signal(object, str, int)
    """Emitted with the kind and the uid of a part that was moved, and its place before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matter_pane")
        self._desk = desk
        self._meeting = ""
        self._read: Read | None = None
        self._shown = ""
        self.title = TitleForm(desk, self)
        self.title.amended.connect(
            lambda _: self.retitled.emit(self.title.record.uid, self.title.record.title)
        )
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("matter_tabs")
        self.tabs.setAccessibleName(worded(msg("Parts of the matter")))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._on_tab)
        self.at_hand = AtHand(desk, self)
        self.body = BodyField(desk, self)
        self.body.editor.set_offers(self.at_hand)
        self.adoption = AdoptionPane(desk, self)
        self.resolutions = ResolutionsPane(desk, self.at_hand, self)
        for pane in (self.adoption, self.resolutions):
            pane.removed.connect(self.removed)
        for part in (self.adoption, self.resolutions):
            part.moved.connect(self.moved)
        self.parts = PartsButton(self)
        self.parts.add_wanted.connect(self.add_section)
        self.parts.adoption_wanted.connect(self._set_adoption)
        self.parts.move_wanted.connect(self._move)
        self.parts.remove_wanted.connect(self._remove_section)
        self._locking = Locking(desk.closed, partial(_lock, self), self)
        self._stack = QStackedWidget(self)
        for widget in (self.body, self.adoption, self.resolutions):
            self._stack.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    @property
    def matter(self) -> Matter | None:
        """The matter as it was last read."""
        return self._read.record if self._read else None

    def show_matter(self, read: Read, meeting: str, *, titled: bool = True) -> None:
        """Show a matter; what is typed for the one before is kept first.

        Args:
            read: The matter.
            meeting: The uid of its meeting.
            titled: Whether its title is shown.
        """
        self.flush()
        before = self._tab_key() if self._read and self._read.record.uid == read.record.uid else ""
        if not before:  # another matter; it may have no body to turn to
            self.body.leave()
        self._read, self._meeting = read, meeting
        self.at_hand.turn_to(meeting)
        self.title.setVisible(titled)
        self.title.show_record(read)
        self.adoption.show_matter(read, meeting)
        self.resolutions.show_matter(read)
        self.parts.show_adoption(adopts=read.record.adopts is not None)
        self._locking.turn_to(meeting)
        self._fill_tabs(before)

    def _fill_tabs(self, before: str) -> None:
        matter: Matter = self._read.record if self._read else Matter(uid="")
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for key, name in _tabs_of(matter):
            self.tabs.setTabData(self.tabs.addTab(name), key)
        self._choose_tab(before)
        self.tabs.blockSignals(False)
        self._show_tab()

    def _choose_tab(self, key: str) -> None:
        for number in range(self.tabs.count()):
            if self.tabs.tabData(number) == key:
                self.tabs.setCurrentIndex(number)

    def _tab_key(self) -> str:
        return str(self.tabs.tabData(self.tabs.currentIndex()) or "")

    def _on_tab(self) -> None:
        """Go to another part, unless something typed in this one is to be put right first."""
        if self._read is None:
            return
        if not self.flush():
            if not leaves_unkept(self):
                self.tabs.blockSignals(True)
                self._choose_tab(self._shown)
                self.tabs.blockSignals(False)
                return
            self.drop_unkept()
        if self._tab_key() == _RESOLUTIONS and self._read.record.adopts is not None:
            self.resolutions.read_again()  # what was corrected composes them
        self._show_tab()

    def _show_tab(self) -> None:
        if self._read is None:
            return
        self._shown = key = self._tab_key()
        if key == _RESOLUTIONS:
            self._turn_to(self.resolutions)
            for one in self._read.record.resolutions[:1]:
                self.shown_on_paper.emit(TextKey(one.uid, "text"))
        elif key == _ADOPTION:
            self._turn_to(self.adoption)
        else:
            self.body.show_body(
                Kind.SECTION, self._desk.read(records.read, Kind.SECTION, key), self._meeting
            )
            self._turn_to(self.body)
            self.shown_on_paper.emit(TextKey(key, "body"))

    def _turn_to(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [self.title.flush(), self.body.flush()]
        kept += [self.adoption.flush(), self.resolutions.flush()]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for part in (self.title, self.body, self.adoption, self.resolutions):
            part.drop_unkept()

    def go_to(self, kind: Kind, uid: str, spot: Spot | None = None) -> None:
        """Go to a part of the matter, or to its title; to a letter of it where one is meant."""
        key, offset = spot or (None, 0)
        match kind:
            case Kind.SECTION:
                self._choose_tab(uid)
                self.body.editor.setFocus()
                if key is not None:
                    self.body.go_to(key.block, key.cell, offset)
            case Kind.RESOLUTION | Kind.ASSIGNMENT:
                self._choose_tab(_RESOLUTIONS)
                self.resolutions.focus_on(uid, offset)
            case Kind.CORRECTION:
                self._choose_tab(_ADOPTION)
                self.adoption.list.focus_on(uid)
            case _:
                self.title.title.go_to(offset)

    # ------------------------------------------------------------ its parts

    def add_point(self, speaker: str = "") -> None:
        """Begin a new point of the discussion, in the part for it.

        Args:
            speaker: Who speaks; may be empty.
        """
        if self._read is None:
            return
        matter: Matter = self._read.record
        # An item's only matter, without a title, has one text, and what is said stands in it.
        kind = SectionKind.DISCUSSION if matter.title else SectionKind.TEXT
        found = [one.uid for one in matter.sections if one.kind is kind]
        if found:
            self._choose_tab(found[0])
        else:
            self.add_section(kind)
        self.body.editor.add_point(speaker)

    def add_resolution(self) -> None:
        """Add a resolution, and go to its wording."""
        if self._read is not None:
            self._choose_tab(_RESOLUTIONS)
            self.resolutions.add()

    def add_section(self, kind: SectionKind) -> None:
        """Add a part, and go to it."""
        if self._read is None:
            return
        made = Section(uid=new_uid(), kind=kind)
        self._desk.write(self, records.add, Kind.SECTION, made, self._read.record.uid)
        self._read_again()
        self._choose_tab(made.uid)
        self.body.editor.setFocus()

    def _remove_section(self) -> None:
        key = self._tab_key()
        if key in (_RESOLUTIONS, _ADOPTION):
            return
        self.flush()
        self._desk.write(self, records.remove, Kind.SECTION, key)
        self._read_again()
        self.removed.emit(Kind.SECTION, key)

    def _move(self, by: int) -> None:
        key = self._tab_key()
        if key in (_RESOLUTIONS, _ADOPTION):
            return
        self.flush()
        place = self._desk.read(records.place_of, Kind.SECTION, key)
        if self._desk.write(self, records.move, Kind.SECTION, key, place + by):
            self._read_again()
            self.moved.emit(Kind.SECTION, key, place)

    def _set_adoption(self, adopts: bool) -> None:
        if self._read is None:
            return
        self.flush()
        adoption = None
        if adopts:
            adoption = self._desk.read(propose, self._meeting)
        self._desk.write(self, set_adoption, self._read.record.uid, None, adoption)
        self._read_again()
        if adoption:
            self._choose_tab(_ADOPTION)

    def _read_again(self) -> None:
        if self._read is not None:
            read = self._desk.read(records.read, Kind.MATTER, self._read.record.uid)
            self.show_matter(read, self._meeting, titled=not self.title.isHidden())

    def _on_changed(self, changes: object, initiator: object) -> None:
        mine = initiator in (self.resolutions, self.adoption)
        if mine and self._read is not None:
            self._read = self._desk.read(records.read, Kind.MATTER, self._read.record.uid)
            self._fill_tabs(self._tab_key())


def _lock(pane: MatterPane, locked: bool) -> None:
    """Let a matter only be read, or changed again; its forms and bodies know by themselves."""
    pane.parts.setDisabled(locked)
    pane.adoption.set_read_only(locked)
    pane.resolutions.set_read_only(locked)


def _tabs_of(matter: Matter) -> Iterator[tuple[str, str]]:
    """Yield the key and the name of each part of a matter."""
    for section in matter.sections:
        yield section.uid, section.heading or worded(wording.SECTION_KINDS[section.kind])
    if matter.adopts is not None:
        count = len(matter.adopts.corrections)
        yield _ADOPTION, said(msg("Corrections ({count})", count=count))
    yield _RESOLUTIONS, said(msg("Resolutions ({count})", count=len(matter.resolutions)))
