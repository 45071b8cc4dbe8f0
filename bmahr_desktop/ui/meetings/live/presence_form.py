"""How one of the roll takes part: what must be known of them, and nothing else."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.domain.presence import Away
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations import presence, records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.time_field import TimeField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.live.roll import REASONS
from bmahr_desktop.ui.meetings.live.steps import Step
from bmahr_desktop.ui.meetings.people.names import NameField, Register
from bmahr_desktop.ui.meetings.people.offers import SuggestedField
from bmahr_desktop.ui.records.form import RecordForm

_FEW_LETTERS = 5
IDENTIFIED = (
    msg("seen on the screen"),
    msg("seen on the screen, with an identity card"),
    msg("known by voice and picture to the secretary"),
    msg("signed in with an account of their own"),
)


class PresenceForm(RecordForm):
    """One of the roll: how identified, why absent, who stands in, when not there."""

    left = Signal()
    """Emitted when the keyboard is to go back to the roll."""

    def __init__(self, desk: Desk, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.ATTENDANCE, parent)
        self.setObjectName("presence_form")
        self._meeting = ""
        self._steps: tuple[str, ...] = ()
        self.identified, self.reason = SuggestedField(), SuggestedField()
        self.reason.suggest([one for one in REASONS if one])
        self._identified = self._word("identified", msg("How identified"), self.identified)
        self._by = self._word("identified_by", msg("Identified by"), WordField())
        self._reason = self._word("reason", msg("Reason of absence"), self.reason)
        self._joined = self._time("joined", msg("Came at"))
        self._left = self._time("left", msg("Left at"))
        self.first, self.last = ChoiceField(), ChoiceField()
        self._away = self._away_row()
        self.substitute = NameField(register, self)
        self.substitute.setObjectName("substitute_name")
        self._substitute = Labelled(msg("Who stands in"), self.substitute, parent=self)
        self.substitute.offer.person_taken.connect(self._on_person)
        self.substitute.returnPressed.connect(self._on_named)
        for field in (self.first, self.last, self.substitute):
            self.bind_act(field)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for row in (self._substitute, self._reason, self._identified, self._by, self._away):
            column.addWidget(row)
        self._times = QWidget(self)
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(GRID)
        for row in (self._joined, self._left):
            times.addWidget(row, 1)
        column.addWidget(self._times)

    def _away_row(self) -> Labelled[Any]:
        """Return the line "not there from … to …" on one row: the roll above needs the room."""
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        for name, label, field in (
            ("first", msg("from item"), self.first),
            ("last", msg("to item"), self.last),
        ):
            field.setObjectName(f"presence_{name}")
            field.setSizeAdjustPolicy(field.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(_FEW_LETTERS)
            field.chosen.connect(lambda value, name=name: self._keep_bound(name, value))
            words = QLabel(worded(label), both)
            words.setBuddy(field)
            line.addWidget(words)
            line.addWidget(field, 1)
        row = Labelled(msg("Not there"), both, parent=self)
        for field, label in ((self.first, msg("Not there from item")), (self.last, msg("to item"))):
            field.setAccessibleName(worded(label))
        return row

    def _word(self, name: str, label: Message, field: WordField) -> Labelled[Any]:
        field.setObjectName(f"presence_{name}")
        field.returnPressed.connect(self.left)
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row

    def _time(self, name: str, label: Message) -> Labelled[Any]:
        field = TimeField()
        field.setObjectName(f"presence_{name}")
        row = Labelled(label, field, parent=self)
        self.bind_typed(name, row, field)
        return row

    # ------------------------------------------------------------ what it shows

    def show_steps(self, meeting: str, steps: Sequence[Step]) -> None:
        """Offer the steps of a meeting as bounds of what somebody misses."""
        self._meeting = meeting
        self._steps = tuple(step.uid for step in steps)
        named: list[tuple[object, Message]] = [
            (step.uid, verbatim(shown(step.label))) for step in steps
        ]
        self.first.set_choices([(None, msg("–")), *named])
        self.last.set_choices([(None, msg("the end")), *named])
        self.identified.suggest([worded(one) for one in IDENTIFIED])

    def show_record(self, read: Read | None) -> None:
        """Show somebody."""
        super().show_record(read)
        self.substitute.set_text_quietly("")
        self._arrange(asking=False)

    def _show_all(self) -> None:
        super()._show_all()
        self._arrange(asking=False)

    def _arrange(self, *, asking: bool) -> None:
        """Show the fields that mean something for whoever is shown."""
        one: Attendance | None = self.record
        absent = one is not None and one.list is AttendanceList.ABSENT
        there = one is not None and not absent and one.mode is not None
        online = there and one is not None and one.mode is Mode.ONLINE
        self._substitute.setVisible(asking)
        self._reason.setVisible(absent and not asking)
        for row in (self._identified, self._by):
            row.setVisible(online and not asking)
        self._away.setVisible(there and not asking)
        timed = there and one is not None and (online or bool(one.away or one.joined or one.left))
        self._times.setVisible(timed and not asking)
        away = one.away[-1] if one is not None and one.away else None
        self.first.set_value(self._first_of(away))
        self.last.set_value(away.last if away else None)
        self.last.setEnabled(away is not None and not self.is_read_only())

    def _first_of(self, away: Away | None) -> object:
        if away is None:
            return None
        return away.first or (self._steps[0] if self._steps else None)

    def edit(self) -> None:
        """Go to the first field."""
        for row, field in (
            (self._substitute, self.substitute),
            (self._reason, self.reason),
            (self._identified, self.identified),
            (self._away, self.first),
        ):
            if row.isVisibleTo(self):
                field.setFocus()
                return

    # ------------------------------------------------------------ what they miss

    def _keep_bound(self, name: str, value: object) -> None:
        one: Attendance | None = self.record
        if one is None:
            return
        uid = str(value) if value else None
        away = one.away[-1] if one.away else None
        if name == "first" and uid is None:
            kept = one.away[:-1]
        elif away is None:
            kept = (Away(first=uid),)
        else:
            changed = msgspec.structs.replace(away, **{name: uid})
            kept = (*one.away[:-1], changed)
        try:
            self._desk.write(self, presence.set_away, one.uid, self._meeting, kept)
        except Refused as refused:
            self._away.show_error(refused.messages[0])
        else:
            self._away.show_error(None)
            self._record = msgspec.structs.replace(one, away=kept)
            self._version = self._desk.read(records.version_of, Kind.ATTENDANCE, one.uid)
        self._arrange(asking=False)

    # ------------------------------------------------------------ who stands in

    def ask_for_substitute(self) -> None:
        """Ask who stands in for whoever is shown."""
        if self.record is None:
            return
        self._arrange(asking=True)
        self._substitute.show_error(None)
        self.substitute.setFocus()

    def _on_person(self, person: PersonLine) -> None:
        self._put(person.printed, person.uid)

    def _on_named(self) -> None:
        if self.substitute.offer.marked():
            return  # Enter takes what is marked in the list
        self._put(self.substitute.text(), None)

    def _put(self, name: str, person: str | None) -> None:
        if self.record is None:
            return
        if not name.strip():
            self._arrange(asking=False)
            self.left.emit()
            return
        put = presence.put_substitute
        try:
            self._desk.write(self, put, self.record.uid, self._meeting, name, person)
        except Refused as refused:
            self._substitute.show_error(refused.messages[0])
            return
        except StaleText:
            self._substitute.show_error(msg("This is no longer on file."))
            return
        self.left.emit()
