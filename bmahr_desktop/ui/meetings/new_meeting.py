"""Calling the next meeting: everything is proposed, one press makes it."""

import datetime
from itertools import pairwise

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
from bmahr_desktop.domain.chain import chain_faults
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting, Mode
from bmahr_desktop.domain.online import Online
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.carrying import preview_of_carrying
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
from bmahr_desktop.ui.meetings.carry_list import CarryList
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
        self.platform, self.room, self.link = WordField(), WordField(), WordField()
        self.adopt = QCheckBox(self)
        self.carried = CarryList(self)
        self.note = ErrorNote(self)
        self._chain = QLabel(self)
        self._lay_out()
        self.date.set_value(date)
        self.start.set_value((planned and planned.start) or self._proposal.start)
        self.mode.set_value((planned and planned.mode) or self._proposal.mode)
        self.venue.set_text_quietly((planned and planned.venue) or self._proposal.venue)
        if previous is not None:
            self.platform.set_text_quietly(previous.online.platform)
        self._show_number()
        self._show_adoption()
        self._show_online()
        self._show_carried(date)
        self.date.edited.connect(self._on_date)
        for field in (self.number, self.year):
            field.edited.connect(lambda _: self._tell_chain())
        self.mode.chosen.connect(lambda _: self._show_online())
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
        self._of_online: list[QWidget] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for name, label, field, row, column, width in (
            ("new_date", msg("&Date"), self.date, 0, 0, 2),
            ("new_start", msg("&Begins at"), self.start, 0, 2, 1),
            ("new_number", msg("Meeting &number"), self.number, 0, 3, 1),
            ("new_year", msg("Year (B.E.)"), self.year, 0, 4, 1),
            ("new_mode", msg("&Mode"), self.mode, 2, 0, 2),
            ("new_venue", msg("&Venue"), self.venue, 2, 2, 3),
            ("new_platform", msg("Meeting system"), self.platform, 3, 0, 1),
            ("new_room", msg("Room number in the system"), self.room, 3, 1, 2),
            ("new_link", msg("Address to join"), self.link, 3, 3, 2),
            ("new_template", msg("&Agenda from"), self.template, 4, 0, 2),
        ):
            field.setObjectName(name)
            labelled: Labelled[QWidget] = Labelled(label, field, parent=self)
            grid.addWidget(labelled, row, column, 1, width)
            if field in (self.platform, self.room, self.link):
                self._of_online.append(labelled)
        set_tone(self._chain, Role.WAITING)
        self._chain.setWordWrap(True)
        self._chain.setObjectName("new_chain")
        grid.addWidget(self._chain, 1, 0, 1, 5)
        self.adopt.setObjectName("new_adopts")
        grid.addWidget(self.adopt, 4, 2, 1, 3, Qt.AlignmentFlag.AlignBottom)
        for column, stretch in enumerate((3, 2, 3, 2, 2)):
            grid.setColumnStretch(column, stretch)
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
        self._carried_title = QLabel(worded(msg("From earlier meetings")), self)
        self._carried_title.setBuddy(self.carried)
        column_.addWidget(self._carried_title)
        column_.addWidget(self.carried, 1)
        column_.addWidget(self.note)
        column_.addLayout(buttons)
        self._order_tabs(make, leave)
        self.resize(108 * GRID, self.sizeHint().height())

    def _order_tabs(self, *buttons: QWidget) -> None:
        """Let the keyboard go as one reads, from the date on."""
        reading: tuple[QWidget, ...] = (
            self.date, self.start, self.number, self.year, self.mode, self.venue, self.platform,
            self.room, self.link, self.template, self.adopt, self.carried, *buttons,
        )  # fmt: skip
        for before, after in pairwise(one.focusProxy() or one for one in reading):
            self.setTabOrder(before, after)
        self.date.setFocus()

    # ------------------------------------------------------------ what is proposed

    def _on_date(self, date: datetime.date | None) -> None:
        if date is not None:
            self._proposal = self._desk.read(propose_meeting, self._committee, date)
            self._show_number()
            self._show_adoption()
            self._show_carried(date)

    def _show_number(self) -> None:
        for field, value in (
            (self.number, self._proposal.number),
            (self.year, self._proposal.year),
        ):
            field.forget_typing()
            field.set_value(value)
        self._tell_chain()

    def _tell_chain(self) -> None:
        """Warn where the number, the year or the date break the chain of the meetings."""
        number, year, date = self.number.value(), self.year.value(), self.date.value()
        faults: list[Message] = []
        if number is not None and year is not None and date is not None:
            faults = list(chain_faults(self._proposal.links, number, year, date))
        self._chain.setText("\n".join(said(fault) for fault in faults))
        self._chain.setVisible(bool(faults))

    def _show_online(self) -> None:
        """Ask for the meeting system only where there is one."""
        for labelled in self._of_online:
            labelled.setVisible(self.mode.value() != Mode.ON_SITE)

    def _show_carried(self, date: datetime.date) -> None:
        """Show what comes from earlier meetings, and what does not."""
        self.carried.show_carrying(self._desk.read(preview_of_carrying, self._committee, date))
        for widget in (self.carried, self._carried_title):
            widget.setVisible(not self.carried.is_empty())

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
            mode=mode if isinstance(mode, Mode) else self._proposal.mode,
            venue=self.venue.text().strip(),
            online=self._online(),
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
                self.carried.chosen(),
            )
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.made = meeting.uid
        self.accept()

    def _online(self) -> Online:
        if self.mode.value() == Mode.ON_SITE:
            return Online()
        fields = (self.platform, self.room, self.link)
        platform, room, link = (field.text().strip() for field in fields)
        return Online(platform=platform, room=room, link=link)
