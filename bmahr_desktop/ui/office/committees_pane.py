"""Committees: their names and rules, the form of their papers, who sits in them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import committees, people, records, registers
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.office.committee_forms import CommitteeForm, PaperForm
from bmahr_desktop.ui.office.letter_form import LetterForm
from bmahr_desktop.ui.office.lists import Line, Register
from bmahr_desktop.ui.office.names import unit_picks
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.office.seats_pane import SeatsPane
from bmahr_desktop.ui.records.list_tools import removing

_GENERAL, _SEATS, _PAPER, _LETTERS = range(4)


class CommitteesPane(RegisterPane[Register, CommitteeForm]):
    """The committees, each with its settings and seats in tabs."""

    kind = Kind.COMMITTEE
    removed_words = msg("The committee was removed, with its seats and templates")
    watched = frozenset({Kind.UNIT})

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, today: Today = today_here
    ) -> None:
        register = Register((msg("Code"), msg("Name")), wide=1)
        super().__init__(desk, register, CommitteeForm(desk), parent)
        self.setObjectName("committees_pane")
        self.list.setObjectName("committees_list")
        self.list.setAccessibleName(worded(msg("Committees")))
        self.paper = PaperForm(desk)
        self.letters = LetterForm(desk)
        self.seats = SeatsPane(desk, self, today)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("committee_tabs")
        self.tabs.setAccessibleName(worded(msg("The committee")))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.padded(self.form), worded(msg("Names and rules")))
        self.tabs.addTab(self.seats, worded(msg("Members and secretaries")))
        self.tabs.addTab(self.padded(self.paper), worded(msg("Form of the minutes")))
        self.tabs.addTab(self.padded(self.letters), worded(msg("Letters and allowances")))
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        empty = EmptyState(
            IconName.GAVEL,
            msg("No committee is on file yet. Begin with its name and a short code."),
            msg("Add a committee"),
        )
        tools = [
            (IconName.PLUS, msg("Add a committee (Insert)"), "committee_add", self.add),
            removing("committee", self.remove),
        ]
        self.lay_out(tools, empty, self.tabs)
        self.splitter.setSizes([290, 780])
        self.list.setColumnWidth(0, 72)

    def refill(self) -> None:
        """Read the committees and the units again."""
        found = self._desk.read(registers.list_committees)
        lines = [Line(one.uid, (one.code, one.name), f"{one.code} · {one.name}") for one in found]
        self.list.fill(lines)
        units = self._desk.read(people.list_units)
        self.form.secretariat.set_picks(unit_picks(units))

    def show_chosen(self, uid: str) -> None:
        """Show a committee in all tabs."""
        read = self._desk.read(records.read, Kind.COMMITTEE, uid)
        self.form.show_record(read)
        self._show_rest(read)

    def now_on_file(self, uid: str) -> None:
        """Open the other tabs of a new committee."""
        self._show_rest(self._desk.read(records.read, Kind.COMMITTEE, uid))

    def _show_rest(self, read: Read) -> None:
        self.paper.show_record(read)
        self.letters.show_record(read)
        self.seats.show_committee(read.record.uid)
        self._let_in(on_file=True)

    def add(self) -> None:
        """Begin a new committee."""
        if not self.leave_draft():
            return
        self.paper.show_record(None)
        self.letters.show_record(None)
        self._let_in(on_file=False)
        self.tabs.setCurrentIndex(_GENERAL)
        self.begin(Committee(uid=new_uid(), code="", name=""))

    def edit(self) -> None:
        """Go to the name of the committee."""
        self.tabs.setCurrentIndex(_GENERAL)
        super().edit()

    def flush(self) -> bool:
        """Keep everything that is typed in any tab."""
        parts = (self.form, self.paper, self.letters, self.seats)
        kept = [part.flush() for part in parts]
        return all(kept)

    def leave_draft(self) -> bool:
        """Finish or give up a new committee or seat."""
        return self.seats.leave_draft() and super().leave_draft()

    def go_to_seat(self, uid: str) -> bool:
        """Choose a seat in its committee; return whether it is there."""
        try:
            read = self._desk.read(records.read, Kind.MEMBERSHIP, uid)
        except Refused:
            return False
        if not self.go_to(read.record.committee):
            return False
        self.tabs.setCurrentIndex(_SEATS)
        return self.seats.go_to(uid)

    def take_away(self, uid: str) -> Changes:
        """Remove a committee."""
        return self._desk.write(self, committees.remove_committee, uid)

    def put_back(self, uid: str) -> Changes:
        """Put a removed committee back."""
        return self._desk.write(self, committees.restore_committee, uid)

    def _let_in(self, *, on_file: bool) -> None:
        """Open the tabs that a committee has once it is on file."""
        for tab in (_SEATS, _PAPER, _LETTERS):
            self.tabs.setTabEnabled(tab, on_file)
