"""Sending the minutes out: to be looked through as a draft, or to be adopted by answering."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.dispatches import proposed_circulation, proposed_draft
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.days import days_away, today_here
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote

_DAYS = 7
"""So many days are proposed for the answers."""
_ROWS = 8
_WAYS: list[tuple[object, Message]] = [
    (False, msg("One letter for all members")),
    (True, msg("A letter for each member")),
]


class SendingOutDialog(QDialog):
    """Asks until when answers are awaited, and whether everybody gets a letter of their own.

    Attributes:
        letters: What is to be put on file, once the dialog was accepted.
    """

    def __init__(
        self,
        desk: Desk,
        meeting: str,
        kind: DispatchKind,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date] = today_here,
    ) -> None:
        """Propose letters.

        Args:
            desk: The door to the records.
            meeting: The uid of the meeting.
            kind: A draft, or the adoption by circulation.
            parent: The widget whose window is held meanwhile.
            today: Tells which day it is.
        """
        super().__init__(parent)
        self.setObjectName("sending_out")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._meeting = desk, meeting
        draft = kind is DispatchKind.DRAFT
        self._propose = proposed_draft if draft else proposed_circulation
        title = msg("Send the draft minutes") if draft else msg("Adopt the minutes by circulation")
        self.setWindowTitle(worded(title))
        self.letters: tuple[Dispatch, ...] = ()
        self.reply_by, self.way = DateField(today=today), ChoiceField(_WAYS)
        self.reply_by.setObjectName("sending_reply_by")
        self.way.setObjectName("sending_way")
        self.reply_by.set_value(days_away(today(), _DAYS))
        self.way.set_value(not draft)
        self._told = QLabel(self)
        self._told.setObjectName("sending_told")
        self._told.setWordWrap(True)
        set_tone(self._told, Role.MUTED)
        self.names = QListWidget(self)
        self.names.setObjectName("sending_names")
        self.names.setAccessibleName(worded(msg("To whom the letters go")))
        self.names.setFixedHeight(_ROWS * row_height() + GRID)
        self.note = ErrorNote(self)
        self.make = QPushButton(self)
        self.make.setObjectName("sending_make")
        self._lay_out()
        self.way.chosen.connect(lambda _: self._show())
        self.reply_by.edited.connect(lambda _: self._show())
        self._show()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(2 * GRID)
        until = Labelled(msg("&Answer wanted by"), self.reply_by, parent=self)
        fields.addWidget(until, 1, Qt.AlignmentFlag.AlignTop)
        way = Labelled(msg("&How many letters"), self.way, parent=self)
        fields.addWidget(way, 1, Qt.AlignmentFlag.AlignTop)
        self.make.setDefault(True)
        emphasise(self.make, Emphasis.MAIN)
        self.make.clicked.connect(self._make)
        leave = QPushButton(worded(msg("Make none")), self)
        leave.setObjectName("sending_leave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(fields)
        column.addWidget(self._told)
        column.addWidget(self.names)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(72 * GRID)
        self.reply_by.setFocus()

    def _show(self) -> None:
        """Propose anew, and say to whom the letters go."""
        try:
            self.letters = self._desk.read(
                self._propose, self._meeting, self.reply_by.value(), each=bool(self.way.value())
            )
        except Refused as refused:
            self.letters = ()
            self.note.show_text(said(refused.messages[0]))
        else:
            self.note.show_text("")
        count = len(self.letters)
        several = msg("Make {count} letters", count=count)
        self.make.setText(said(msg("Make the letter") if count == 1 else several))
        self.make.setEnabled(count > 0)
        self._told.setText(said(_told(self.letters)))
        self.names.clear()
        self.names.addItems([one.to for one in self.letters if one.to])
        self.names.setVisible(self.names.count() > 1)

    def _make(self) -> None:
        if self.reply_by.commit():
            self._show()
            if self.letters:
                self.accept()


def _told(letters: tuple[Dispatch, ...]) -> Message:
    """Return in words to whom letters go."""
    if not letters:
        return msg("Every member has got one already.")
    if len(letters) > 1:
        return msg("To {count} members, a letter each:", count=len(letters))
    to = letters[0].to
    return msg("To {names}", names=to) if to else msg("To all members")
