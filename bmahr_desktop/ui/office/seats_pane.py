"""Who sits in a committee, in the order of its papers, and since when by whose appointment."""

import datetime
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Membership
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Person
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import committees, records, registers
from bmahr_desktop.thai.names import split_name
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.lists import Line, Register
from bmahr_desktop.ui.office.names import date_words, role_words
from bmahr_desktop.ui.office.people_field import PeopleField
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.office.roster_opening import RosterOpening
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.list_tools import moving, removing
from bmahr_desktop.ui.records.person_field import PersonField

_TOP = Qt.AlignmentFlag.AlignTop


class SeatForm(DraftForm):
    """One seat: who, as what, why, from when to when."""

    needed: ClassVar[tuple[str, ...]] = ("person",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.MEMBERSHIP, parent)
        self.setObjectName("seat_form")
        self.person = PersonField(may_add=True)
        self.person.new_wanted.connect(self._add_person)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        who = self.typed("person", msg("&Who"), self.person)
        grid.addWidget(who, 0, 0, 1, 2, _TOP)
        roles = ChoiceField(wording.choices(wording.ROLES))
        roles.setMinimumContentsLength(10)
        grid.addWidget(self.choice("role", msg("&Role"), roles), 0, 2, _TOP)
        grid.addWidget(self.word("title", msg("Role as &printed")), 0, 3, _TOP)
        grid.addWidget(self.word("seat", msg("Sits there as")), 1, 0, 1, 2, _TOP)
        grid.addWidget(self.typed("since", msg("&Since"), DateField()), 1, 2, _TOP)
        grid.addWidget(self.typed("until", msg("&Until"), DateField()), 1, 3, _TOP)
        grid.addWidget(self.word("instrument", msg("&Appointed by")), 2, 0, 1, 4, _TOP)
        self.substitutes = PeopleField()
        self.substitutes.setObjectName("seat_substitutes")
        self.substitutes.edited.connect(lambda uids: self.keep("substitutes", uids))
        instead = Labelled(
            msg("Who may stand &in"),
            self.substitutes,
            hint=msg("For an ex-officio seat, whoever was named to come in their place."),
            parent=self,
        )
        self.bind(
            Entry(
                "substitutes",
                self.substitutes.set_uids,
                self.substitutes.commit,
                instead,
                self.substitutes.forget_typing,
            )
        )
        grid.addWidget(instead, 3, 0, 1, 2, _TOP)
        post = QCheckBox(worded(msg("The seat goes with the post (ex o&fficio)")), self)
        post.setObjectName("seat_ex_officio")
        post.setAccessibleName(worded(msg("The seat goes with the post")))
        self.bind_check("ex_officio", None, post)
        grid.addWidget(post, 3, 2, 1, 2, _TOP)
        for column, stretch in enumerate((2, 2, 3, 3)):
            grid.setColumnStretch(column, stretch)

    def lacking(self, _name: str) -> Message:
        """Return what is told while nobody is picked."""
        return msg("Choose who has this seat.")

    def put_on_file(self, record: Any) -> None:
        """Put a new seat behind the others."""
        self._desk.write(self, committees.add_seat, record)

    def keep(self, name: str, value: Any) -> None:
        """Keep a field; a seat is never without somebody, and ends after it begins."""
        record: Membership | None = self.record
        if record is None:
            return
        if name == "person" and value is None:
            if record.person:
                self._tell(name, self.lacking(name))
            return
        super().keep(name, value)
        self._compare_dates()

    def _compare_dates(self) -> None:
        record: Membership | None = self.record
        if record is None or "until" in self._unsaved:
            return
        wrong = record.since and record.until and record.until < record.since
        self._tell("until", msg("This is before the first day.") if wrong else None)

    def _add_person(self, text: str) -> None:
        """Put somebody into the register who is not in it yet, and give them the seat."""
        name = split_name(text)
        person = Person(
            uid=new_uid(), honorific=name.honorific, name=f"{name.given} {name.family}".strip()
        )
        try:
            self._desk.write(self, records.add, Kind.PERSON, person)
        except Refused as refused:
            self._tell("person", refused.messages[0])
            return
        self.person.choose(person.uid)


class SeatsPane(RegisterPane[Register, SeatForm]):
    """The seats of one committee."""

    kind = Kind.MEMBERSHIP
    removed_words = msg("The seat was removed")
    watched = frozenset({Kind.PERSON, Kind.UNIT})

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, today: Today = today_here
    ) -> None:
        heads = (
            msg("No."),
            msg("Name"),
            msg("Role"),
            msg("Sits there as"),
            msg("Since"),
            msg("Until"),
        )
        super().__init__(desk, Register(heads, wide=1), SeatForm(desk), parent)
        self.setObjectName("seats_pane")
        self._today = today
        self._committee = ""
        self._names: dict[str, str] = {}
        self.list.setObjectName("seats_list")
        self.list.setAccessibleName(worded(msg("Members and secretaries")))
        empty = EmptyState(
            IconName.USER_PLUS,
            msg("Nobody sits in this committee yet."),
            msg("Add a seat"),
        )
        self.roster = RosterOpening(self, desk, today)
        tools = [
            (IconName.USER_PLUS, msg("Add a seat (Insert)"), "seat_add", self.add),
            self.roster.tool(),
            *moving("seat", self.move_chosen),
            removing("seat", self.remove),
        ]
        self.lay_out(tools, empty, self.padded(self.form), beside=False, in_words=2)
        self.splitter.setSizes([300, 260])
        for column, width in ((0, 40), (2, 140), (3, 150), (4, 104), (5, 104)):
            self.list.setColumnWidth(column, width)

    def show_committee(self, uid: str) -> None:
        """Show the seats of a committee."""
        self.form.flush()
        if uid != self._committee:
            self.undo.dismiss()
            self.note.show_text("")
            self.form.show_record(None)
        self._committee = self.roster.committee = uid
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def refill(self) -> None:
        """Read the seats and the people again."""
        on = self._today()
        if not self._names:
            people = self._desk.read(registers.list_people, on)
            self._names = {one.uid: one.printed for one in people}
            self.form.person.set_people(people)
            self.form.substitutes.set_people(people)
        seats = self._desk.read(committees.memberships_of, self._committee)
        self.list.fill([self._line(number, one, on) for number, one in enumerate(seats, 1)])

    def _line(self, number: int, seat: Membership, on: datetime.date) -> Line:
        name = self._names.get(seat.person, "")
        since, until = date_words(seat.since), date_words(seat.until)
        cells = (shown(str(number)), name, role_words(seat), seat.seat, since, until)
        past = seat.until is not None and seat.until < on
        told = " · ".join(filter(None, (*cells[1:4], seat.instrument)))
        if past:
            ended = said(msg("until {date}", date=until))
            told = f"{told} · {ended}"
        return Line(seat.uid, cells, told, past)

    def add(self) -> None:
        """Begin a new seat."""
        if self._committee and self.leave_draft():
            self.begin(Membership(uid=new_uid(), committee=self._committee, person=""))

    def put_elsewhere(self, uid: str, by: int) -> None:
        """Move a record up or down among its neighbours."""
        self._desk.write(self, committees.move_seat, uid, by)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.kinds & self.watched:
            self._names = {}
        super()._on_changed(changes, initiator)

    def take_away(self, uid: str) -> Changes:
        """Remove a seat."""
        return self._desk.write(self, records.remove, Kind.MEMBERSHIP, uid)
