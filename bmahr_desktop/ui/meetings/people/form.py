"""One name of the lists, or under the minutes: who it is and how it is printed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.people.names import NameField, PersonNote, Register
from bmahr_desktop.ui.meetings.people.offers import SuggestedField
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.text_field import TextField

_FEW_LETTERS = 8
_PLACES: tuple[Mode | None, ...] = (None, Mode.ON_SITE, Mode.ONLINE)


class NamedForm(RecordForm):
    """A printed name with its lines, and the person that it stands for.

    A name that is changed into another one's loses its link; a mended spelling keeps it.
    """

    def __init__(
        self, desk: Desk, kind: Kind, register: Register, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, kind, parent)
        self._register = register
        self._meeting = ""
        self.name = NameField(register)
        self.name.setObjectName("printed_name")
        self.note = PersonNote(self)
        row = Labelled(msg("Na&me, as printed"), self.name, parent=self)
        self.bind_text("name", row, self.name)
        self.name_row = row
        _put_beside_label(row, self.note)
        self.lines = TextField(lines=3)
        self.lines.setObjectName("printed_lines")
        expanding = QSizePolicy.Policy.Expanding
        self.lines.setSizePolicy(expanding, expanding)
        self.lines_row = Labelled(msg("&Position and office"), self.lines, parent=self)
        self.bind_lines("lines", self.lines_row, self.lines)
        self.name.offer.person_taken.connect(self._on_person)
        self.name.offer.new_taken.connect(self._on_new)
        self.note.link_wanted.connect(lambda one: super(NamedForm, self).keep("person", one.uid))
        self.note.new_wanted.connect(lambda: self._on_new(self.name.text()))
        self.bind_act(self.note)
        self.amended.connect(self._on_amended)

    def show_named(self, read: Read | None, meeting: str) -> None:
        """Show a record of a meeting."""
        self.show_record(read)
        self._meeting = meeting

    def edit(self) -> None:
        """Go to the name."""
        self.name.setFocus()
        self.name.selectAll()

    def keep(self, name: str, value: Any) -> None:
        """Keep a field; a name that becomes another's takes the link along, or drops it."""
        before = self.record.name if self.record is not None else ""
        super().keep(name, value)
        if name == "name" and self.record is not None and self.record.name != before:
            self._link_again(before)

    def _link_again(self, before: str) -> None:
        namesakes = [one.uid for one in self._register.namesakes(self.record.name)]
        now = self.record.person
        if now in namesakes:
            return
        if len(namesakes) == 1:
            super().keep("person", namesakes[0])
        elif now and not attendance.shares_a_name(before, self.record.name):
            super().keep("person", None)

    def _on_person(self, person: PersonLine) -> None:
        if self.record is not None:
            self.name.take(person.printed)
            kind, uid = self._kind, self.record.uid
            self._change(attendance.name_person, kind, uid, self._meeting, person.uid)

    def _on_new(self, name: str) -> None:
        if self.record is not None and name.strip():
            self.name.take(name)
            self.keep("name", name.strip())
            if self.record.name == name.strip():
                self._change(attendance.put_on_file, self._kind, self.record.uid)

    def _change(self, operation: Any, *args: Any) -> None:
        """Have several fields changed together, and show what became of them."""
        self.flush()
        try:
            self._desk.write(self, operation, *args)
            read = self._desk.read(records.read, self._kind, self.record.uid)
        except Refused as refused:
            self.name_row.show_error(refused.messages[0])
            return
        except StaleText:
            self.name_row.show_error(msg("This is no longer on file."))
            return
        self.show_record(read)
        self.amended.emit("person")

    def show_field(self, name: str) -> None:
        """Show a field again, with what it says about others."""
        super().show_field(name)
        if name == "name":
            self._show_note()

    def _on_amended(self, name: str) -> None:
        if name in ("name", "person"):
            self._show_note()

    def _show_note(self) -> None:
        if self.record is None:
            return
        person = self._register.find(self.record.person)
        namesakes = self._register.namesakes(self.record.name)
        self.note.show_person(self.record.name, person, namesakes)


class AttendanceForm(NamedForm):
    """Somebody in one of the three lists."""

    def __init__(self, desk: Desk, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.ATTENDANCE, register, parent)
        self.setObjectName("attendance_form")
        self._titles = usual_titles(())
        roles = [(None, msg("Not of the committee")), *wording.choices(wording.ROLES)]
        self._role = self._choice("role", msg("Role in the &committee"), roles)
        self.places = _narrowed(ChoiceField())
        self.places.setObjectName("mode")
        self._mode = Labelled(msg("Takes part"), self.places, parent=self)
        self.bind_choice("mode", self._mode, self.places)
        self.title = SuggestedField()
        self._title = self._word("title", msg("Role, as printed"), self.title)
        self.reason = SuggestedField()
        self._reason = self._word("reason", msg("&Reason of absence"), self.reason)
        self._post = self._word("substitute_for", msg("&In place of (post)"), WordField())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, GRID, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self.arrange(below=True)

    def _choice(
        self, name: str, label: Message, offered: Sequence[tuple[object, Message]]
    ) -> Labelled[Any]:
        field = _narrowed(ChoiceField(offered))
        field.setObjectName(name)
        row = Labelled(label, field, parent=self)
        self.bind_choice(name, row, field)
        return row

    def _word(self, name: str, label: Message, field: WordField) -> Labelled[Any]:
        field.setObjectName(name)
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row

    def arrange(self, *, below: bool) -> None:
        """Stand below the lists in three columns, or beside them in two."""
        places: tuple[tuple[QWidget, tuple[int, int, int, int]], ...] = (
            (self.name_row, (0, 0, 1, 2)),
            (self.lines_row, (1, 0, 2, 1) if below else (1, 0, 1, 2)),
            (self._role, (0, 2, 1, 1) if below else (2, 0, 1, 1)),
            (self._title, (1, 1, 1, 1) if below else (2, 1, 1, 1)),
            (self._reason, (1, 1, 1, 1) if below else (2, 1, 1, 1)),
            (self._mode, (1, 2, 1, 1) if below else (3, 0, 1, 1)),
            (self._post, (2, 1, 1, 2) if below else (3, 1, 1, 1)),
        )
        for widget, _ in places:
            self._grid.removeWidget(widget)
        for widget, place in places:
            self._grid.addWidget(widget, *place)
        for column, stretch in enumerate((5, 4, 4) if below else (1, 1, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setRowStretch(4, 1)

    # ------------------------------------------------------------ what it shows

    def suggest(self, roll: Sequence[Attendance]) -> None:
        """Offer the words that are used in the lists already."""
        self._titles = usual_titles(roll)
        self.title.suggest([one.title for one in roll])
        usual = (paper("on official duty"), paper("otherwise engaged"))
        self.reason.suggest([*usual, *(one.reason for one in roll)])

    def show_record(self, read: Read | None) -> None:
        """Show somebody."""
        if read is not None:
            self._offer_places(read.record.mode)
        super().show_record(read)
        self._show_what_is_printed()

    def show_field(self, name: str) -> None:
        """Show a field again; which of the others are printed hangs on the list."""
        if name == "mode" and self.record is not None:
            self._offer_places(self.record.mode)
        super().show_field(name)
        if name == "name":
            self._show_what_is_printed()

    def _offer_places(self, mode: Mode | None) -> None:
        offered = [*_PLACES, *(() if mode in _PLACES else (mode,))]
        unknown = msg("Not noted")
        named = [(one, unknown if one is None else wording.MODES[one]) for one in offered]
        self.places.set_choices(named)

    def keep(self, name: str, value: Any) -> None:
        """Keep a field; a role brings its usual title along where none is written."""
        super().keep(name, value)
        if self.record is None:
            return
        if name == "role" and not self.record.title and self._titles.get(value):
            super().keep("title", self._titles[value])
            self.show_field("title")

    def _show_what_is_printed(self) -> None:
        """Show the fields that the list prints, and hide the others."""
        if self.record is None:
            return
        kind = self.record.list
        self._title.setVisible(kind is AttendanceList.PRESENT)
        self._reason.setVisible(kind is AttendanceList.ABSENT)
        self._mode.setVisible(kind is not AttendanceList.ABSENT)


def _narrowed(field: ChoiceField) -> ChoiceField:
    """Let a choice be narrower than the longest of its names."""
    field.setSizeAdjustPolicy(field.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(_FEW_LETTERS)
    return field


def _put_beside_label(row: Labelled[Any], widget: QWidget) -> None:
    """Put a widget on the line of a field's label, where there is room."""
    column = row.layout()
    if isinstance(column, QVBoxLayout):
        column.removeWidget(row.label)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(row.label)
        head.addWidget(widget, 1)
        column.insertLayout(0, head)


def usual_titles(roll: Sequence[Attendance]) -> dict[Role, str]:
    """Return how each role is printed, by whoever has it first."""
    return {one.role: one.title for one in reversed(roll) if one.role and one.title}
