"""People: the register with its search, and the form on one of them."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.people import Person
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import committees, people, registers
from bmahr_desktop.operations.committees import Seated
from bmahr_desktop.operations.records import Read
from bmahr_desktop.thai.names import same_person_key, split_name
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.lists import Line, Register
from bmahr_desktop.ui.office.merge_opening import MergeOpening
from bmahr_desktop.ui.office.names import seat_words, unit_picks
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.office.roster_opening import RosterOpening
from bmahr_desktop.ui.records.pick_field import PickField


class PersonForm(DraftForm):
    """Title, name, position and unit of somebody, and where they sit."""

    seat_wanted = Signal(str)
    """Emitted with the uid of a seat that the user wants to see."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.PERSON, parent)
        self.setObjectName("person_form")
        self._parted = ""
        self.unit = PickField()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        title = self.word("honorific", msg("&Title"))
        name = self.word("name", msg("&Name and family name"))
        self._name = name.field
        self._name.editingFinished.connect(self._part_title)
        grid.addWidget(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.word("job", msg("&Position held")), 1, 0, 1, 2)
        grid.addWidget(self.typed("unit", msg("&Unit"), self.unit), 2, 0, 1, 2)
        grid.setColumnMinimumWidth(0, 22 * GRID)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        self._printed = QLabel(self)
        self._printed.setObjectName("person_printed")
        self._printed.setWordWrap(True)
        self._printed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_tone(self._printed, Role.MUTED)
        self.namesake = QLabel(self)
        self.namesake.setObjectName("person_namesake")
        self.namesake.setWordWrap(True)
        set_tone(self.namesake, Role.WAITING)
        self._head = QLabel(worded(msg("Seats in committees")), self)
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        self._seats = QVBoxLayout()
        self._seats.setSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(grid)
        column.addWidget(self._printed)
        column.addWidget(self.namesake)
        column.addSpacing(GRID)
        column.addWidget(self._head)
        column.addLayout(self._seats)
        self.amended.connect(lambda _: self._tell_printed())

    def show_record(self, read: Read | None) -> None:
        """Show somebody."""
        super().show_record(read)
        self._parted = ""
        self._tell_printed()

    def show_seats(self, seats: list[Seated]) -> None:
        """Show where they sit; each seat leads to it."""
        while (item := self._seats.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._head.setVisible(not self.drafting())
        for one in seats:
            words = seat_words(one)
            button = QToolButton(self)
            button.setObjectName("person_seat")
            button.setIcon(icon(IconName.USERS))
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(True)
            button.setToolTip(worded(msg("Go to this seat")))
            uid = one.seat.uid
            button.clicked.connect(lambda _=False, uid=uid: self.seat_wanted.emit(uid))
            self._seats.addWidget(button)
        if not seats and not self.drafting():
            none = QLabel(worded(msg("They have no seat in a committee.")), self)
            set_tone(none, Role.MUTED)
            self._seats.addWidget(none)

    def _part_title(self) -> None:
        """Take the title off a name that was typed as one piece, once."""
        self._name.commit()
        record: Person | None = self.record
        if record is None or record.honorific or record.name == self._parted:
            return
        parts = split_name(record.name)
        if parts.honorific and parts.given and parts.family:
            self._parted = record.name
            self.keep("honorific", parts.honorific)
            self.keep("name", f"{parts.given} {parts.family}")
            self.show_field("honorific")
            self.show_field("name")

    def _tell_printed(self) -> None:
        person: Person | None = self.record
        printed = person.printed if person and person.name else ""
        words = said(msg("On papers: {name}", name=printed)) if printed else ""
        self._printed.setText(words)


class PeoplePane(RegisterPane[Register, PersonForm]):
    """Everybody, found by any part of what is known of them."""

    kind = Kind.PERSON
    removed_words = msg("The person was taken off the register")
    watched = frozenset({Kind.UNIT, Kind.MEMBERSHIP, Kind.COMMITTEE})
    seat_wanted = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, today: Today = today_here
    ) -> None:
        register = Register((msg("Name"), msg("Position"), msg("Committees")))
        super().__init__(desk, register, PersonForm(desk), parent)
        self.setObjectName("people_pane")
        self._today = today
        self._people: list[PersonLine] = []
        self._keys: list[str] = []
        self.list.setObjectName("people_list")
        self.list.setAccessibleName(worded(msg("People")))
        self.search = CleanLine(self)
        self.search.setObjectName("people_search")
        self.search.setAccessibleName(worded(msg("Search the people")))
        self.search.setPlaceholderText(worded(msg("Any part of name, position, unit or committee")))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName(button.accessibleName() or self.search.accessibleName())
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self._into_list)
        empty = EmptyState(
            IconName.USERS,
            msg("Nobody is in the register yet. Members of committees are picked from it."),
            msg("Add a person"),
        )
        self.roster = RosterOpening(self, desk, today)
        self.merging = MergeOpening(self, desk, today)
        tools = [
            (IconName.USER_PLUS, msg("Add a person (Insert)"), "person_add", self.add),
            self.roster.tool(),
            self.merging.tool(),
            (IconName.TRASH, msg("Take off the register (Delete)"), "person_remove", self.remove),
        ]
        self.lay_out(tools, empty, self.padded(self.form), [self.search], in_words=3)
        self.splitter.setSizes([600, 460])
        for column, width in ((1, 190), (2, 116)):
            self.list.setColumnWidth(column, width)
        self.form.seat_wanted.connect(self.seat_wanted)
        self.form.amended.connect(self._look_for_namesake)

    # ------------------------------------------------------------ the register

    def refill(self) -> None:
        """Read the register and the units again."""
        self._people = self._desk.read(registers.list_people, self._today())
        self._keys = [
            search_key(" ".join((one.printed, one.job, one.unit, *one.seats)))
            for one in self._people
        ]
        self.form.unit.set_picks(unit_picks(self._desk.read(people.list_units)))
        self._filter()

    def is_empty(self) -> bool:
        """Tell whether nobody is on file."""
        return not self._people

    def is_known(self, uid: str) -> bool:
        """Tell whether somebody is on file, whatever is searched for."""
        return any(one.uid == uid for one in self._people)

    def _filter(self) -> None:
        words = search_key(self.search.text()).split()
        self.list.fill(
            [
                Line(one.uid, (one.printed, one.job, ", ".join(one.seats)), _told(one))
                for one, key in zip(self._people, self._keys, strict=True)
                if all(word in key for word in words)
            ]
        )

    def _into_list(self) -> None:
        if not self.list.current():
            self.shown("")
        self.list.setFocus()

    def go_to(self, uid: str) -> bool:
        """Choose somebody, whatever is searched for."""
        self.catch_up()
        if self.is_known(uid) and uid not in self.list.uids():
            self.search.clear()
        return super().go_to(uid)

    # ------------------------------------------------------------ one of them

    def show_chosen(self, uid: str) -> None:
        """Show somebody with their seats."""
        self.form.namesake.hide()
        super().show_chosen(uid)
        self.form.show_seats(self._desk.read(committees.seats_of, uid))

    def now_on_file(self, uid: str) -> None:
        """Tell that somebody new has no seat yet."""
        self.form.show_seats([])

    def add(self) -> None:
        """Begin somebody new."""
        self.add_named("")

    def add_named(self, name: str) -> None:
        """Begin somebody new, of whom the name is known."""
        if not self.leave_draft():
            return
        self.form.namesake.hide()
        self.begin(Person(uid=new_uid(), name=""))
        self.form.show_seats([])
        if name:
            self.form.keep("name", name)
            self.form.show_field("name")

    def take_away(self, uid: str) -> Changes:
        """Take somebody off the register."""
        return self._desk.write(self, people.remove_person, uid)

    def _look_for_namesake(self, name: str) -> None:
        """Tell when somebody else is called so; they may be one person typed twice."""
        person: Any = self.form.record
        if name != "name" or person is None:
            return
        key = same_person_key(person.name)
        same = [
            one
            for one in self._people
            if one.uid != person.uid and same_person_key(one.printed) == key
        ]
        label = self.form.namesake
        label.setVisible(bool(same))
        if same:
            other = _told(same[0])
            label.setText(said(msg("Somebody is called so already: {other}", other=other)))


def _told(one: PersonLine) -> str:
    return " · ".join(filter(None, (one.printed, one.job, one.unit, ", ".join(one.seats))))
