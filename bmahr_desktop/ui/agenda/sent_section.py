"""Which letters told a resolution, whom they reached, and new ones."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Assignment
from bmahr_desktop.domain.telling import is_for
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.dispatches import dispatches_of, proposed_notice, proposed_notices
from bmahr_desktop.operations.sending import add_letters
from bmahr_desktop.operations.whereabouts import find_record
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.agenda.register_papers import RegisterPapers
from bmahr_desktop.ui.agenda.section import ResolutionSection
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import State, StateChip, icon_of, set_tone, text_role
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.look.shrinking import Shrinking, ShrinkingButton
from bmahr_desktop.ui.notices import ErrorNote

_NO_BREAK = "\u00a0"
_UID = Qt.ItemDataRole.UserRole
_SHOWN = {Kind.DISPATCH, Kind.ASSIGNMENT, Kind.RESOLUTION}


class LettersList(QListWidget):
    """Letters, each in as many lines as it needs; the list is as high as they are."""

    opened = Signal(str)
    """Emitted with the uid of the letter that is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sent_letters")
        self.setAccessibleName(worded(msg("Letters that tell the resolution")))
        self.setWordWrap(True)
        self.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemDoubleClicked.connect(lambda _: self._open())

    def show_letters(self, letters: Sequence[Dispatch]) -> None:
        """Show letters in their order."""
        at = self.currentRow()
        self.clear()
        for one in letters:
            state = _state_of(one)
            row = QListWidgetItem(icon(icon_of(state), text_role(state)), _words_of(one))
            row.setData(_UID, one.uid)
            row.setToolTip(worded(msg("Open the letter (Enter)")))
            self.addItem(row)
        self.setCurrentRow(min(max(at, 0), len(letters) - 1))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the letter on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the letters are at this width."""
        super().resizeEvent(event)
        self._fit()

    def _open(self) -> None:
        if (row := self.currentItem()) is not None:
            self.opened.emit(str(row.data(_UID)))

    def _fit(self) -> None:
        self.doItemsLayout()
        rows = (self.visualItemRect(self.item(number)) for number in range(self.count()))
        self.setFixedHeight(sum(row.height() for row in rows) + GRID // 2)


class SentSection(ResolutionSection):
    """The letters of a resolution: "reached 2 of 3", a new notice, the certified extract."""

    letter_wanted = Signal(str)
    """Emitted with the uid of a letter that is to be opened at its place."""

    def __init__(self, desk: Desk, papers: RegisterPapers, parent: QWidget | None = None) -> None:
        """Stand ready.

        Args:
            desk: The door to the records.
            papers: Shows the extract.
            parent: The widget that it stands in.
        """
        super().__init__(msg("Letters"), parent)
        self.setObjectName("sent_section")
        self._desk, self._papers = desk, papers
        self._uid = ""
        self._stale = False
        self.letters: tuple[Dispatch, ...] = ()
        self.reached = StateChip(State.NEUTRAL, "", parent=self)
        self.reached.setObjectName("sent_reached")
        self.untold = QLabel(self)
        self.untold.setObjectName("sent_untold")
        self.untold.setWordWrap(True)
        self.untold.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.untold, Role.MUTED)
        self.list = LettersList(self)
        self.note = ErrorNote(self)
        self.tell = self._button("sent_tell", msg("Tell this resolution"), IconName.SEND)
        self.extract = self._button("sent_extract", msg("Extract…"), IconName.STAMP)
        self.extract.tell(worded(msg("Certified extract: look at it, print, PDF, Word")))
        self.tell.tell(worded(msg("Make a letter to each who is to act, and open it")))
        row = QWidget(self)
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.tell)
        buttons.addWidget(self.extract)
        buttons.addStretch(1)
        self.column.addWidget(self.reached)
        self.column.addWidget(self.list)
        self.column.addWidget(self.untold)
        self.column.addWidget(row)
        self._shrinking = Shrinking(row, (self.extract, self.tell))
        self.column.addWidget(self.note)
        self.tell.clicked.connect(self.tell_it)
        self.extract.clicked.connect(self.show_extract)
        self.list.opened.connect(self.letter_wanted)
        desk.changed.connect(self._on_changed)

    def _button(self, name: str, words: Message, image: IconName) -> ShrinkingButton:
        button = ShrinkingButton(icon(image), worded(words), self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    # ------------------------------------------------------------ what it shows

    def show_resolution(self, uid: str) -> None:
        """Show the letters that tell a resolution."""
        self._uid = uid
        self.note.show_text("")
        self._read()

    def _read(self) -> None:
        self._stale = False
        if not self._uid:
            return
        try:
            resolution = self._desk.read(records.read, Kind.RESOLUTION, self._uid).record
        except Refused:
            return  # it was removed; whoever shows this section will show another
        self.letters = self._desk.read(dispatches_of, self._uid)
        untold = [one.assigned_to for one in resolution.assignments if self._is_untold(one)]
        self.list.setVisible(bool(self.letters))
        self.list.show_letters(self.letters)
        self._tell_reached(untold)

    def _is_untold(self, one: Assignment) -> bool:
        """Tell whether no letter goes to somebody who is to act."""
        return bool(one.assigned_to) and not any(is_for(letter, one) for letter in self.letters)

    def _tell_reached(self, untold: Sequence[str]) -> None:
        come = sum(one.received is not None for one in self.letters)
        whole = len(self.letters) + len(untold)
        if self.letters:
            state = State.DONE if come == whole else State.WAITING
            words = msg("Reached {come} of {whole}", come=come, whole=whole)
        else:
            state, words = State.NEUTRAL, msg("Nobody has been told yet")
        self.reached.show_state(state, said(words))
        names = ", ".join(untold)
        self.untold.setText(said(msg("No letter yet to: {names}", names=names)) if names else "")
        self.untold.setVisible(bool(names))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if not self._uid or not changes.kinds & _SHOWN:
            return
        self._stale = True
        if self.isVisible():
            self._read()

    # ------------------------------------------------------------ what is made

    def tell_it(self) -> None:
        """Make a notice to each who is to act and was not told, and open the first of them.

        Where all were told, their first letter is opened; where nobody is to act, a letter to
        whomever one names.
        """
        place = self._desk.read(find_record, self._uid) if self._uid else None
        if place is None:
            return
        try:
            made = self._proposed(place.meeting)
            if made:
                self._desk.write(self, add_letters, place.meeting, made)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self._read()
        opened = (*made, *self.letters)
        if opened:
            self.letter_wanted.emit(opened[0].uid)

    def _proposed(self, meeting: str) -> tuple[Dispatch, ...]:
        only = (self._uid,)
        made = tuple(
            msgspec.structs.replace(one, resolutions=only)
            for one in self._desk.read(proposed_notices, meeting)
            if self._uid in one.resolutions
        )
        if made or self.letters:
            return made
        return (self._desk.read(proposed_notice, only),)

    def show_extract(self) -> None:
        """Show the certified extract of the resolution, to be printed and taken along."""
        if self._uid:
            self._papers.show_extract(self._uid)


def _state_of(one: Dispatch) -> State:
    if one.received is not None:
        return State.DONE
    return State.PROGRESS if one.sent is not None else State.NEUTRAL


def _words_of(one: Dispatch) -> str:
    """Return whom a letter goes to, its number, and when it went and came."""
    kind = worded(wording.DISPATCH_KINDS[one.kind])
    parts = [f"{kind}: {one.to}" if one.to else kind, one.number]
    for day, words in (
        (one.sent, msg("sent {date}")),
        (one.received, msg("received {date}")),
    ):
        if day is not None:
            date = format_date(day, DateStyle.SHORT, digits_in_use())
            told = said(Message(words.text, {"date": date}))
            parts.append(told.replace(" ", _NO_BREAK))
    if one.sent is None:
        parts.append(worded(msg("not sent yet")))
    return "  ·  ".join(filter(None, parts))
