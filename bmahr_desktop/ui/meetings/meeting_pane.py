"""One meeting: its heading, and its parts as tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.invitation import PART as INVITATION
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import editions, records
from bmahr_desktop.operations.meetings import count_parts
from bmahr_desktop.operations.whereabouts import Whereabouts, find_record
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.agenda.pane import AgendaPane
from bmahr_desktop.ui.meetings.attachments.pane import AttachmentsPane
from bmahr_desktop.ui.meetings.closed_bar import ClosedBar
from bmahr_desktop.ui.meetings.header_pane import HeaderPane
from bmahr_desktop.ui.meetings.heading import MeetingHeading
from bmahr_desktop.ui.meetings.letters.pane import LettersPane
from bmahr_desktop.ui.meetings.past_pane import PastPane
from bmahr_desktop.ui.meetings.people.pane import AttendancePane
from bmahr_desktop.ui.meetings.people.signatures import SignaturesPane

if TYPE_CHECKING:
    from bmahr_desktop.ui.desk import Desk
    from bmahr_desktop.ui.meetings.agenda.matter import Spot
    from bmahr_desktop.ui.meetings.live_part import LivePart

_HEADER, _ATTENDANCE, _AGENDA, _SIGNATURES, _ATTACHMENTS, _LETTERS, _HISTORY = range(7)
_TABS: tuple[tuple[Message, Kind | None], ...] = (
    (msg("&Facts"), None),
    (msg("A&ttendance"), Kind.ATTENDANCE),
    (msg("&Agenda"), Kind.ITEM),
    (msg("&Signatures"), None),
    (msg("Attac&hments"), Kind.ATTACHMENT),
    (msg("&Letters"), None),
    (msg("Histor&y"), None),
)
"""The parts, and of which kind those are that stand behind the name in numbers."""
_TAB_OF = {
    Kind.MEETING: _HEADER,
    Kind.ATTENDANCE: _ATTENDANCE,
    Kind.SIGNATURE: _SIGNATURES,
    Kind.ATTACHMENT: _ATTACHMENTS,
    Kind.DISPATCH: _LETTERS,
}


class Part(Protocol):
    """A pane on a part of a meeting."""

    def show_meeting(self, meeting: str) -> None:
        """Show this part of a meeting."""

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""


class MeetingPane(QWidget):
    """Edits one meeting. A part is read when it is first looked at."""

    shown_on_paper = Signal(object)
    """Emitted with the `TextKey` of what was chosen, so that the paper can turn to it."""
    tab_changed = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting_pane")
        self._desk = desk
        self._meeting = ""
        self._unread: set[int] = set()
        self.live: LivePart | None = None
        self.heading = MeetingHeading(self)
        self.closed = ClosedBar(self)
        self.header = HeaderPane(desk, self)
        self.attendance = AttendancePane(desk, self)
        self.agenda = AgendaPane(desk, self)
        self.signatures = SignaturesPane(desk, self)
        self.attachments = AttachmentsPane(desk, self)
        self.letters = LettersPane(desk, self)
        self.letters.after.making.at_hand = self._matter_at_hand
        self.past = PastPane(desk, self)
        self.history, self.adoption = self.past.history, self.past.adoption
        self._parts: dict[int, Part] = {
            _ATTENDANCE: self.attendance,
            _AGENDA: self.agenda,
            _SIGNATURES: self.signatures,
            _ATTACHMENTS: self.attachments,
            _LETTERS: self.letters,
            _HISTORY: self.past,
        }
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("meeting_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(worded(msg("Parts of the meeting")))
        panes: tuple[QWidget, ...] = (
            _scrolled(self.header), self.attendance, self.agenda, self.signatures,
            self.attachments, self.letters, self.past,
        )  # fmt: skip
        for pane, (name, _) in zip(panes, _TABS, strict=True):
            self.tabs.addTab(pane, worded(name))
        self.tabs.setCurrentIndex(_AGENDA)
        self.tabs.currentChanged.connect(self._on_tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.tabs)
        column.addWidget(self.heading)
        column.addWidget(self.closed)
        column.addWidget(self._pages, 1)
        for part in (self.attendance, self.agenda):
            part.shown_on_paper.connect(self.shown_on_paper)
        self.adoption.letters_wanted.connect(self._show_letters)
        desk.changed.connect(self._on_changed)
        desk.closed.changed.connect(self._show_closed)

    @property
    def meeting(self) -> str:
        """The uid of the meeting that is shown; empty for none."""
        return self._meeting

    def in_letters(self) -> bool:
        """Tell whether the letters of the meeting are in view."""
        return not self.is_live() and self.tabs.currentIndex() == _LETTERS

    def _show_letters(self, letter: str) -> None:
        """Go to the letters, to one of them where one is meant."""
        self.tabs.setCurrentIndex(_LETTERS)
        if letter:
            self.letters.go_to_letter(letter, "")

    def _matter_at_hand(self) -> str:
        """Return the uid of the matter that was looked at last; empty for none."""
        matter = self.agenda.matter.matter
        return matter.uid if matter is not None else ""

    def show_meeting(self, meeting: str) -> None:
        """Show a meeting; what is typed for the one before is kept first."""
        self.flush()
        self._meeting = meeting
        self.letters.leave()
        self._unread = set(range(len(_TABS)))
        self._show_heading()
        self._show_closed()
        if self.live is not None and self.is_live():
            self.live.show_meeting(meeting)
        else:
            self._on_tab(self.tabs.currentIndex())

    def put_below(self, panel: QWidget) -> None:
        """Put a panel below the parts of the meeting."""
        column = self.layout()
        assert column is not None
        column.addWidget(panel)

    def is_live(self) -> bool:
        """Tell whether the meeting is shown as it is recorded live."""
        return self.live is not None and self._pages.currentWidget() is self.live

    def show_live(self, live: LivePart | None) -> None:
        """Show the meeting as it is recorded live; None, its parts as tabs again."""
        self.flush()
        if live is None:
            self._pages.setCurrentWidget(self.tabs)
            self.show_meeting(self._meeting)
            return
        if self.live is None:
            self.live = live
            self._pages.addWidget(live)
        self._pages.setCurrentWidget(live)
        live.show_meeting(self._meeting)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [self.header.flush()]
        kept += [part.flush() for part in self._parts.values()]
        if self.live is not None:
            kept.append(self.live.flush())
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for part in (
            self.header,
            self.attendance.form,
            self.agenda,
            self.signatures.form,
            self.letters,
            self.past,
        ):
            part.drop_unkept()
        if self.live is not None:
            self.live.drop_unkept()

    def go_to(self, place: Whereabouts, spot: Spot | None = None) -> bool:
        """Go to a part of the meeting that is shown, or to a letter; return whether it is there."""
        if self.live is not None and self.is_live() and self.live.go_to(place, spot):
            return True
        part = spot[0].part.partition(".") if spot else ("", "", "")
        if part[0] == INVITATION:
            self.tabs.setCurrentIndex(_LETTERS)
            return self.letters.go_to(part[2])
        tab = _TAB_OF.get(place.kind, _AGENDA)
        self.tabs.setCurrentIndex(tab)
        match place.kind:
            case Kind.ATTENDANCE:
                return self.attendance.go_to(TextKey(place.uid, "name"))
            case Kind.SIGNATURE:
                return self.signatures.go_to(TextKey(place.uid, "name"))
            case Kind.ATTACHMENT:
                self.attachments.view.setFocus()
                return self.attachments.view.choose(place.uid)
            case Kind.DISPATCH:
                return self.letters.go_to_letter(place.uid, part[2] or part[0])
            case Kind.MEETING:
                return True
            case _:
                return self.agenda.go_to(place, spot)

    def _show_heading(self) -> None:
        read = self._desk.read(records.read, Kind.MEETING, self._meeting, shallow=True)
        self.heading.show_meeting(read.record)
        counts = self._desk.read(count_parts, self._meeting)
        for number, (name, kind) in enumerate(_TABS):
            if kind is not None:
                several = msg("{name} ({count})", name=name, count=counts[kind])
                self.tabs.setTabText(number, said(several if counts[kind] else name))

    def _show_closed(self) -> None:
        """Say over the parts when the record is closed; each of them knows by itself."""
        made = self._desk.read(editions.list_editions, self._meeting) if self._meeting else ()
        self.closed.show_edition(next((one for one in made if one.reopened is None), None))

    def _on_tab(self, tab: int) -> None:
        self.tab_changed.emit(tab)
        if not self._meeting or tab not in self._unread:
            return
        self._unread.discard(tab)
        if tab == _HEADER:
            read = self._desk.read(records.read, Kind.MEETING, self._meeting, shallow=True)
            self.header.show_record(read)
        else:
            self._parts[tab].show_meeting(self._meeting)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        counted = {Kind.MEETING, Kind.MATTER, *(kind for _, kind in _TABS if kind)}
        if self._meeting not in changes.meetings or not changes.kinds & counted:
            return
        if self._desk.read(find_record, self._meeting) is None:
            self._meeting = ""  # it was removed; whoever shows this pane will show another
        else:
            self._show_heading()


def _scrolled(pane: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(pane)
    return area
