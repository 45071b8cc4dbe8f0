"""Calling the next meeting: everything is proposed, one press makes it."""

import datetime

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

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.convening import Proposal, convene_meeting, propose_meeting
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.time_field import TimeField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote


class NewMeetingDialog(QDialog):
    """Proposes the next meeting of a committee and puts it on file."""

    def __init__(
        self, desk: Desk, committee: str, today: datetime.date, parent: QWidget | None = None
    ) -> None:
        """Propose a meeting.

        Args:
            desk: The door to the records.
            committee: The uid of the committee.
            today: A first meeting is proposed for this day.
            parent: The widget whose window is held meanwhile.
        """
        super().__init__(parent)
        self.setObjectName("new_meeting")
        self.setWindowTitle(worded(msg("New meeting")))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._committee = desk, committee
        self.made = ""
        proposal = desk.read(propose_meeting, committee, today)
        previous = proposal.previous
        planned = previous.next_meeting if previous else None
        date = planned.date if planned else today
        self._proposal = desk.read(propose_meeting, committee, date)
        self.date, self.number = DateField(), NumberField(1, 999)
        self.year = NumberField(2400, 2999)
        self.start, self.mode = TimeField(), ChoiceField(wording.choices(wording.MODES))
        self.venue, self.template = WordField(), ChoiceField(self._templates())
        self.adopt = QCheckBox(self)
        self.note = ErrorNote(self)
        self._chain = QLabel(self)
        self._lay_out()
        self.date.set_value(date)
        self.start.set_value((planned and planned.start) or self._proposal.start)
        self.mode.set_value((planned and planned.mode) or self._proposal.mode)
        self.venue.set_text_quietly((planned and planned.venue) or self._proposal.venue)
        self._show_number()
        self._show_adoption()
        self.date.edited.connect(self._on_date)
        self.number.edited.connect(lambda _: self._tell_chain())
        self.template.chosen.connect(lambda _: self._show_adoption())

    @property
    def proposal(self) -> Proposal:
        """What is proposed for the date that is shown."""
        return self._proposal

    def _templates(self) -> list[tuple[object, Message]]:
        named: list[tuple[object, Message]] = [
            (one.uid, verbatim(one.name)) for one in self._proposal.templates
        ]
        return [*named, (None, msg("An empty agenda"))]

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for name, label, field, row, column, width in (
            ("new_date", msg("&Date"), self.date, 0, 0, 2),
            ("new_start", msg("&Begins at"), self.start, 0, 2, 1),
            ("new_number", msg("Meeting &number"), self.number, 0, 3, 1),
            ("new_year", msg("Year (B.E.)"), self.year, 0, 4, 1),
            ("new_mode", msg("&Mode"), self.mode, 1, 0, 2),
            ("new_venue", msg("&Venue"), self.venue, 1, 2, 3),
            ("new_template", msg("&Agenda from"), self.template, 3, 0, 5),
        ):
            field.setObjectName(name)
            grid.addWidget(Labelled(label, field, parent=self), row, column, 1, width)
        set_tone(self._chain, Role.WAITING)
        self._chain.setWordWrap(True)
        grid.addWidget(self._chain, 2, 0, 1, 5)
        for column, stretch in enumerate((3, 2, 3, 2, 2)):
            grid.setColumnStretch(column, stretch)
        self.adopt.setObjectName("new_adopts")
        make = QPushButton(worded(msg("Make the meeting")), self)
        make.setObjectName("new_make")
        make.setDefault(True)
        emphasise(make, Emphasis.MAIN)
        make.clicked.connect(self._make)
        leave = QPushButton(worded(msg("Make none")), self)
        leave.setObjectName("new_leave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(make)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column_.setSpacing(2 * GRID)
        column_.addLayout(grid)
        column_.addWidget(self.adopt)
        column_.addWidget(self.note)
        column_.addStretch(1)
        column_.addLayout(buttons)
        self.resize(84 * GRID, self.sizeHint().height())

    # ------------------------------------------------------------ what is proposed

    def _on_date(self, date: datetime.date | None) -> None:
        if date is not None:
            self._proposal = self._desk.read(propose_meeting, self._committee, date)
            self._show_number()
            self._show_adoption()

    def _show_number(self) -> None:
        for field, value in (
            (self.number, self._proposal.number),
            (self.year, self._proposal.year),
        ):
            field.forget_typing()
            field.set_value(value)
        self._tell_chain()

    def _tell_chain(self) -> None:
        """Warn when a number is left out or the year is not that of the date."""
        number, proposed = self.number.value(), self._proposal.number
        broken = number is not None and number > proposed
        words = msg("The last number of this year is {last}: numbers are left out.",
                    last=proposed - 1)  # fmt: skip
        self._chain.setText(said(words) if broken else "")
        self._chain.setVisible(broken)

    def _show_adoption(self) -> None:
        previous, items = self._proposal.previous, self._items()
        possible = previous is not None and ItemKind.ADOPT in items
        self.adopt.setVisible(possible)
        self.adopt.setChecked(possible)
        if previous is not None:
            number = shown(f"{previous.number}/{previous.year}")
            date = format_date(previous.date, DateStyle.SHORT_FULL_YEAR, digits_in_use())
            words = msg(
                "Adopts the minutes of meeting {number} of {date}", number=number, date=date
            )
            self.adopt.setText(worded(words))

    def _items(self) -> set[ItemKind]:
        chosen = self.template.value()
        templates = [one for one in self._proposal.templates if one.uid == chosen]
        return {item.kind for one in templates for item in one.items}

    # ------------------------------------------------------------ making it

    def _make(self) -> None:
        fields = (self.date, self.start, self.number, self.year)
        for field in fields:
            field.commit()
        date, number, year = self.date.value(), self.number.value(), self.year.value()
        if date is None or number is None or year is None:
            self.note.show_text(worded(msg("A meeting needs a date, a number and a year.")))
            return
        mode = self.mode.value()
        meeting = Meeting(
            uid=new_uid(),
            committee=self._committee,
            number=number,
            year=year,
            date=date,
            start=self.start.value(),
            mode=mode if isinstance(mode, type(self._proposal.mode)) else self._proposal.mode,
            venue=self.venue.text().strip(),
        )
        previous = self._proposal.previous if self.adopt.isChecked() else None
        template = self.template.value()
        try:
            self._desk.write(
                self,
                convene_meeting,
                meeting,
                str(template) if template else None,
                previous.uid if previous else None,
            )
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.made = meeting.uid
        self.accept()
