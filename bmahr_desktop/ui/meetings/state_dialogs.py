"""Small dialogs for what becomes of a meeting: put off, called off, called again, opened again."""

import datetime
from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.chain import chain_faults, name_of
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.convening import propose_meeting
from bmahr_desktop.operations.passing_on import call_again, may_be_short, propose_again
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.time_field import TimeField
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote

Doing = Callable[[str, datetime.date | None], None]
"""Does it with the reason and the day that were given; raises `Refused` where it cannot be done."""


class _StateDialog(QDialog):
    """What all of them have: fields, what is wrong, and two buttons named by what they do."""

    def __init__(self, title: Message, does: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(said(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.note = ErrorNote(self)
        self.does = QPushButton(worded(does), self)
        self.does.setObjectName("state_do")
        self.does.setDefault(True)
        self.does.clicked.connect(self._try)
        self.leave = QPushButton(worded(msg("Leave it as it is")), self)
        self.leave.setObjectName("state_leave")
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(2 * GRID)
        self.setMinimumWidth(64 * GRID)

    def _end(self) -> None:
        """Put what is wrong and the buttons below the fields."""
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.does)
        self.column.addWidget(self.note)
        self.column.addStretch(1)
        self.column.addLayout(buttons)

    def _try(self) -> None:
        try:
            self.do()
        except Refused as refused:
            self.note.show_text("\n".join(said(message) for message in refused.messages))
            return
        self.accept()

    def do(self) -> None:
        """Do it.

        Raises:
            Refused: If it cannot be done.
        """
        raise NotImplementedError


class ReasonDialog(_StateDialog):
    """Asks why, and where it matters until when."""

    def __init__(
        self,
        title: Message,
        explanation: Message,
        does: Message,
        doing: Doing,
        *,
        dated: bool = False,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Ask.

        Args:
            title: What is to be decided.
            explanation: What it means.
            does: The words of the button.
            doing: What is done.
            dated: Whether a new day may be given.
            danger: Whether something is lost by it.
            parent: The widget whose window is held meanwhile.
        """
        super().__init__(title, does, parent)
        self.setObjectName("reason_dialog")
        self._doing = doing
        words = QLabel(said(explanation), self)
        words.setWordWrap(True)
        self.column.addWidget(words)
        self.reason, self.date = WordField(self), DateField(self)
        self.reason.setObjectName("state_reason")
        self.date.setObjectName("state_date")
        self.column.addWidget(Labelled(msg("&Reason"), self.reason, parent=self))
        new_day = Labelled(
            msg("New &date"), self.date, parent=self, hint=msg("Empty while it is not known yet.")
        )
        new_day.setVisible(dated)
        self.column.addWidget(new_day)
        emphasise(self.does, Emphasis.DANGER if danger else Emphasis.MAIN)
        self._end()
        self.reason.setFocus()

    def do(self) -> None:
        """Do it with the reason and the day that are written."""
        if not self.date.commit():
            raise Refused(msg("Write a date, or leave it empty."))
        self._doing(self.reason.text().strip(), self.date.value())


class AgainDialog(_StateDialog):
    """Proposes the meeting that repeats one which was not held."""

    def __init__(
        self, desk: Desk, meeting: Meeting, initiator: QWidget, parent: QWidget | None = None
    ) -> None:
        """Propose it a week later, or on the day that it was put off to.

        Args:
            desk: The door to the records.
            meeting: The meeting that was not held.
            initiator: Who asks, for `Desk.write`.
            parent: The widget whose window is held meanwhile.
        """
        number = name_of(meeting.number, meeting.year)
        title = msg("Call meeting {number} again", number=number)
        super().__init__(title, msg("Call it again"), parent)
        self.setObjectName("again_dialog")
        self._desk, self._meeting, self._initiator = desk, meeting, initiator
        self.made = ""
        words = QLabel(worded(msg("The agenda and the files are copied.")), self)
        self.column.addWidget(words)
        self.date, self.start = DateField(self), TimeField(self)
        self.number, self.year = NumberField(1, 999, self), NumberField(2400, 2999, self)
        self.short = QCheckBox(worded(msg("The notice says that the smaller quorum is enough")))
        self.short.setObjectName("again_short")
        self._chain = QLabel(self)
        self._chain.setObjectName("again_chain")
        self._chain.setWordWrap(True)
        set_tone(self._chain, Role.WAITING)
        self._lay_out()
        emphasise(self.does, Emphasis.MAIN)
        self._end()
        self.date.set_value(meeting.put_off_to or meeting.date + datetime.timedelta(days=7))
        self.start.set_value(meeting.start)
        self._on_date()
        self.date.edited.connect(lambda _: self._on_date())
        for field in (self.number, self.year):
            field.edited.connect(lambda _: self._tell_chain())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        fields: tuple[tuple[str, Message, QWidget], ...] = (
            ("again_date", msg("&Date"), self.date),
            ("again_start", msg("&Begins at"), self.start),
            ("again_number", msg("Meeting &number"), self.number),
            ("again_year", msg("Year (B.E.)"), self.year),
        )
        for column, (name, label, field) in enumerate(fields):
            field.setObjectName(name)
            labelled: Labelled[QWidget] = Labelled(label, field, parent=self)
            grid.addWidget(labelled, 0, column)
            grid.setColumnStretch(column, 3 if column == 0 else 2)
        self.column.addLayout(grid)
        self.column.addWidget(self._chain)
        self.column.addWidget(self.short)

    def _on_date(self) -> None:
        date = self.date.value()
        if date is None:
            return
        proposed = self._desk.read(propose_again, self._meeting.uid, date)
        for field, value in ((self.number, proposed.number), (self.year, proposed.year)):
            field.forget_typing()
            field.set_value(value)
        possible = self._desk.read(may_be_short, self._meeting.uid, date)
        self.short.setEnabled(possible)
        self.short.setChecked(possible)
        self._tell_chain()

    def _tell_chain(self) -> None:
        number, year, date = self.number.value(), self.year.value(), self.date.value()
        faults: list[Message] = []
        if number is not None and year is not None and date is not None:
            links = self._desk.read(propose_meeting, self._meeting.committee, date).links
            faults = list(chain_faults(links, number, year, date))
        self._chain.setText("\n".join(said(fault) for fault in faults))
        self._chain.setVisible(bool(faults))

    def do(self) -> None:
        """Put the repeat on file."""
        for field in (self.date, self.start, self.number, self.year):
            field.commit()
        date, number, year = self.date.value(), self.number.value(), self.year.value()
        if date is None or number is None or year is None:
            raise Refused(msg("A meeting needs a date, a number and a year."))
        proposed = self._desk.read(propose_again, self._meeting.uid, date)
        made = msgspec.structs.replace(
            proposed,
            number=number,
            year=year,
            start=self.start.value(),
            short_quorum=self.short.isChecked(),
        )
        self._desk.write(self._initiator, call_again, made)
        self.made = made.uid
