"""When and where a meeting is held, in which state it is, when the next one will be."""

import datetime
from typing import Any

import msgspec
from PySide6.QtWidgets import QGridLayout, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import NextMeeting
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.time_field import TimeField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.recordings_field import RecordingsField
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.text_field import TextField

_FIRST_YEAR, _LAST_YEAR = 2400, 2999


class HeaderPane(RecordForm):
    """The meeting itself: number, date, hours, place, states, and the next meeting."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.MEETING, parent)
        self.setObjectName("header_pane")
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addLayout(self._when())
        column.addLayout(self._where())
        column.addLayout(self._states())
        column.addWidget(self._online())
        column.addWidget(self._next_meeting())
        column.addStretch(1)

    def _when(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for name, label, field, stretch in (
            ("number", msg("Meeting &number"), NumberField(1, 999), 1),
            ("year", msg("Year (B.E.)"), NumberField(_FIRST_YEAR, _LAST_YEAR), 1),
            ("date", msg("&Date"), DateField(), 2),
        ):
            row.addWidget(self._typed(name, label, field), stretch)
        return row

    def _where(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.addWidget(self._typed("start", msg("Began at"), TimeField()), 0, 0)
        grid.addWidget(self._typed("end", msg("Ended at"), TimeField()), 0, 1)
        grid.addWidget(self._choice("mode", msg("&Mode"), wording.MODES), 0, 2, 1, 2)
        grid.addWidget(self._word("venue", msg("&Venue")), 1, 0, 1, 4)
        line = self._word(
            "venue_line",
            msg("Line of the place in the heading"),
            msg("Leave it empty, and it is made from mode and venue."),
        )
        grid.addWidget(line, 2, 0, 1, 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return grid

    def _states(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self._choice("state", msg("The meeting"), wording.MEETING_STATES), 1)
        row.addWidget(self._choice("minutes_state", msg("Its minutes"), wording.MINUTES_STATES), 1)
        row.addWidget(self._choice("secrecy", msg("Secrecy"), wording.SECRECY), 1)
        return row

    def _online(self) -> QGroupBox:
        """Return what is kept of a meeting that is held online, wholly or in part."""
        box = QGroupBox(worded(msg("By electronic means")), self)
        grid = QGridLayout(box)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.addWidget(self._word("online.platform", msg("Meeting system")), 0, 0)
        grid.addWidget(self._word("online.room", msg("Room number in the system")), 0, 1)
        grid.addWidget(self._word("online.link", msg("Address to join")), 1, 0, 1, 2)
        self.recordings = RecordingsField()
        recordings = Labelled(msg("Recordings"), self.recordings, parent=box)
        self.recordings.changed.connect(self._keep_recordings)
        show = self.recordings.show_recordings
        self.bind(Entry("online.recordings", show, lambda: None, recordings))
        grid.addWidget(recordings, 2, 0, 1, 2)
        faults = TextField(lines=2, most=6)
        faults.setObjectName("online_faults")
        hint = msg("What failed, when and for how long.")
        row = Labelled(msg("Faults of the connection"), faults, hint=hint, parent=box)
        self.bind_text("online.faults", row, faults)
        grid.addWidget(row, 3, 0, 1, 2)
        return box

    def _keep_recordings(self, recordings: object) -> None:
        self.keep("online.recordings", recordings)
        self.show_field("online.recordings")

    def _next_meeting(self) -> QGroupBox:
        box = QGroupBox(worded(msg("The next meeting")), self)
        grid = QGridLayout(box)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        self.next_date = DateField()
        self.next_date.setObjectName("next_meeting_date")
        date = Labelled(msg("Date of the next meeting"), self.next_date, parent=box)
        self.bind_typed("next_meeting.date", date, self.next_date)
        self._of_next = [
            self._typed("next_meeting.number", msg("Number"), NumberField(1, 999)),
            self._typed("next_meeting.year", msg("Year (B.E.)"), NumberField(2400, 2999)),
            self._typed("next_meeting.start", msg("Begins at"), TimeField()),
            self._choice("next_meeting.mode", msg("Mode"), wording.MODES),
            self._word("next_meeting.venue", msg("Venue")),
        ]
        grid.addWidget(date, 0, 0, 1, 2)
        for at, row in enumerate(self._of_next[:3]):
            grid.addWidget(row, 0, 2 + at)
        grid.addWidget(self._of_next[3], 1, 0, 1, 2)
        grid.addWidget(self._of_next[4], 1, 2, 1, 3)
        return box

    # ------------------------------------------------------------ fields

    def _typed(self, name: str, label: Message, field: Any) -> Labelled[Any]:
        field.setObjectName(name.replace(".", "_"))
        row = Labelled(label, field, parent=self)
        self.bind_typed(name, row, field)
        return row

    def _word(self, name: str, label: Message, hint: Message | None = None) -> Labelled[Any]:
        field = WordField()
        field.setObjectName(name.replace(".", "_"))
        row = Labelled(label, field, hint=hint, parent=self)
        self.bind_text(name, row, field)
        return row

    def _choice(self, name: str, label: Message, names: Any) -> Labelled[Any]:
        field = ChoiceField(wording.choices(names))
        field.setObjectName(name.replace(".", "_"))
        row = Labelled(label, field, parent=self)
        self.bind_choice(name, row, field)
        return row

    # ------------------------------------------------------------ the next meeting

    def keep(self, name: str, value: Any) -> None:
        """Keep a field; the next meeting begins and ends with its date."""
        if name == "next_meeting.date" and self.record is not None:
            self._keep_next(value)
        else:
            super().keep(name, value)
        self._show_next()

    def _keep_next(self, date: datetime.date | None) -> None:
        following = self.record.next_meeting
        if date is None:
            super().keep("next_meeting", None)
        elif following is None:
            year = date.year + 543
            number = self.record.number + 1 if year == self.record.year else 1
            made = NextMeeting(
                number=number,
                year=year,
                date=date,
                start=self.record.start,
                mode=self.record.mode,
                venue=self.record.venue,
            )
            super().keep("next_meeting", made)
        else:
            super().keep("next_meeting", msgspec.structs.replace(following, date=date))

    def show_record(self, read: Any) -> None:
        """Show a meeting."""
        super().show_record(read)
        self._show_next()

    def _show_next(self) -> None:
        there = self.record is not None and self.record.next_meeting is not None
        for row in self._of_next:
            row.setEnabled(there)
        for entry in ("number", "year", "start", "mode", "venue"):
            self.show_field(f"next_meeting.{entry}")
