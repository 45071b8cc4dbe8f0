"""What happens in the tab of the meetings once the file is open."""

import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records, registers
from bmahr_desktop.operations.whereabouts import Whereabouts, find_record
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.meetings.adoption_work import AdoptionWork
from bmahr_desktop.ui.meetings.commands import MeetingCommands
from bmahr_desktop.ui.meetings.correcting import Correcting
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane
from bmahr_desktop.ui.meetings.new_meeting import NewMeetingDialog
from bmahr_desktop.ui.meetings.papers.following import PaperFollowing
from bmahr_desktop.ui.meetings.papers.issuing import Issuing
from bmahr_desktop.ui.meetings.papers.preview import Preview
from bmahr_desktop.ui.meetings.tab import MeetingsTab
from bmahr_desktop.ui.memory import Memory
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.paper.pane import PaperPane
from bmahr_desktop.ui.records.leaving import leaves_unkept


class MeetingsWork(QObject):
    """Opens meetings, keeps list, text and paper together, and remembers the last place."""

    office_wanted = Signal()
    """Emitted when there is no committee yet and one is to be made."""

    def __init__(
        self, tab: MeetingsTab, desk: Desk, errands: Errands, foot: Foot, memory: Memory
    ) -> None:
        super().__init__(tab)
        self.tab, self._desk, self._memory = tab, desk, memory
        self._committee = ""
        self.pane = MeetingPane(desk, tab)
        self.paper = PaperPane(errands, tab)
        self.preview = Preview(desk, errands, self.paper, tab)
        self.issuing = Issuing(desk, errands, foot, self.pane)
        self.following = PaperFollowing(self.pane, self.preview, self.issuing)
        self.correcting = Correcting(tab, self.pane, self.paper, errands)
        self.adoption = AdoptionWork(self.pane.adoption, desk, errands, foot)
        self.commands = MeetingCommands(desk, self.pane.flush, self.pane)
        self.pane.heading.becoming.setMenu(self.commands.menu)
        self.no_committee = EmptyState(
            IconName.USERS,
            msg("Meetings belong to a committee. Make the first one."),
            msg("Make a committee"),
        )
        self.no_meeting = EmptyState(
            IconName.CALENDAR_PLUS,
            msg("This committee has no meeting on file yet."),
            msg("New meeting"),
        )
        self.none_open = EmptyState(
            IconName.CALENDAR, msg("Choose a meeting from the list at left.")
        )
        for widget in (self.pane, self.no_committee, self.no_meeting, self.none_open):
            tab.middle.addWidget(widget)
        tab.add_beside(self.paper)
        if not memory.set_state(tab.splitter):
            tab.share_room()
        self.pane.tabs.setCurrentIndex(memory.number("part", self.pane.tabs.currentIndex()))
        self._connect()
        self.pane.heading.beside.setChecked(memory.flag("paper_beside", otherwise=True))
        self.paper.setVisible(self.pane.heading.beside.isChecked())

    def _connect(self) -> None:
        listed, heading = self.tab.list, self.pane.heading
        listed.committee_chosen.connect(self._on_committee)
        listed.chosen.connect(self.open_meeting)
        listed.new_wanted.connect(lambda: self.make_meeting())
        listed.remove_wanted.connect(self.remove_meeting)
        listed.list.entered.connect(self.go_into_meeting)
        self.no_committee.next_step.connect(self.office_wanted)
        self.no_meeting.next_step.connect(lambda: self.make_meeting())
        self.pane.shown_on_paper.connect(self._on_shown)
        self.paper.clicked_text.connect(self._on_paper_clicked)
        self.paper.print_wanted.connect(self.issuing.print_paper)
        self.paper.export_wanted.connect(self.issuing.export_pdf)
        heading.print_wanted.connect(self.issuing.print_paper)
        heading.pdf_wanted.connect(self.issuing.export_pdf)
        heading.word_wanted.connect(self.issuing.export_word)
        heading.pack_wanted.connect(self.issuing.export_pack)
        heading.json_wanted.connect(self.issuing.export_json)
        heading.paper_wanted.connect(self.show_paper)
        self.commands.opened.connect(self.go_to)
        self.pane.adoption.record_wanted.connect(self.go_to)
        self.pane.closed.reopen_wanted.connect(self.commands.reopen.trigger)
        self.pane.agenda.passing_on.next_wanted.connect(lambda: self.make_meeting(stay=True))
        self.following.paper_wanted.connect(lambda: self.show_paper(True))
        self._desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what is open

    def begin(self) -> None:
        """Show the committees, and open the meeting that was open last."""
        committees = self._desk.read(registers.list_committees)
        known = [one.uid for one in committees]
        last = self._memory.text("committee")
        chosen = last if last in known else next(iter(known), "")
        self.tab.list.show_committees(committees, chosen)
        self.show_committee(chosen, self._memory.number("year"))
        if not self.tab.list.choose(self._memory.text("meeting")):
            self.tab.list.choose_first()
        elif self._memory.text("place"):
            self.pane.agenda.outline.choose(self._memory.text("place"))
        self.tab.list.list.setFocus()

    def show_committee(self, committee: str, year: int | None = None) -> None:
        """Show the meetings of a committee."""
        self.pane.flush()
        self._committee = committee
        self.tab.list.add.setEnabled(bool(committee))
        lines = self._desk.read(registers.list_meetings, committee) if committee else []
        self.tab.list.show_meetings(lines, year or None)
        uids = {one.uid for one in lines}
        if self.pane.meeting in uids:
            return
        self.preview.show_meeting("")
        if not committee:
            self.tab.middle.setCurrentWidget(self.no_committee)
        elif not lines:
            self.tab.middle.setCurrentWidget(self.no_meeting)
        else:
            self.tab.middle.setCurrentWidget(self.none_open)

    def _on_committee(self, committee: str) -> None:
        self.show_committee(committee)
        self.tab.list.choose_first()

    def open_meeting(self, meeting: str) -> None:
        """Open a meeting that is in the list."""
        before = self.pane.meeting
        if meeting != before:
            if before and not self.pane.flush():
                if not leaves_unkept(self.pane):
                    QTimer.singleShot(0, self, lambda: self.go_to(before))
                    return
                self.pane.drop_unkept()
            self.pane.show_meeting(meeting)
        self.tab.middle.setCurrentWidget(self.pane)
        self.commands.show_meeting(meeting)
        self.preview.show_meeting(meeting)

    def go_to(self, uid: str) -> bool:
        """Open the meeting that a record is a part of, at its place."""
        place = self._desk.read(find_record, uid)
        if place is None:
            return False
        self._open_at(place)
        return True

    def _open_at(self, place: Whereabouts) -> None:
        if place.committee != self._committee:
            committees = self._desk.read(registers.list_committees)
            self.tab.list.show_committees(committees, place.committee)
            self.show_committee(place.committee)
        self.tab.list.choose(place.meeting)
        self.open_meeting(place.meeting)
        if place.kind is not Kind.MEETING:
            self.pane.go_to(place)

    def go_into_meeting(self) -> None:
        """Put the keyboard into the meeting that is chosen."""
        if self.tab.middle.currentWidget() is self.pane:
            self.pane.tabs.currentWidget().setFocus()
            self.pane.focusNextChild()

    # ------------------------------------------------------------ new, gone

    def make_meeting(self, *, stay: bool = False) -> None:
        """Propose the next meeting of the committee.

        Args:
            stay: Whether the meeting that is open stays so.
        """
        if not self._committee:
            self.office_wanted.emit()
            return
        self.pane.flush()
        today = datetime.date.today()  # noqa: DTZ011 -- the day at this desk, not elsewhere
        dialog = NewMeetingDialog(self._desk, self._committee, today, self.tab)
        dialog.exec()
        dialog.deleteLater()
        if dialog.made and not stay:
            self.go_to(dialog.made)
            self.pane.tabs.setFocus()

    def remove_meeting(self, meeting: str) -> None:
        """Take a meeting away; it can be put back."""
        self.pane.flush()
        self._desk.write(self, records.remove, Kind.MEETING, meeting)
        self._after_removal(meeting)

        def put_back() -> None:
            self._desk.write(self, records.restore, Kind.MEETING, meeting)
            self.go_to(meeting)

        self.tab.undo.offer(msg("The meeting was removed"), put_back)

    def _after_removal(self, meeting: str) -> None:
        self.show_committee(self._committee)
        if self.pane.meeting == meeting:
            self.tab.list.choose_first()

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.pane.flush()

    def remember(self) -> None:
        """Remember where one was."""
        self._memory.keep("committee", self._committee)
        self._memory.keep("meeting", self.pane.meeting)
        self._memory.keep("part", self.pane.tabs.currentIndex())
        self._memory.keep("place", self.pane.agenda.outline.current()[1])
        year = self.tab.list.year.value()
        self._memory.keep("year", year if isinstance(year, int) else 0)
        self._memory.keep("paper_beside", not self.paper.isHidden())

    # ------------------------------------------------------------ the paper beside

    def show_paper(self, wanted: bool) -> None:
        """Show or hide the paper beside the text."""
        self.paper.setVisible(wanted)
        self.pane.heading.beside.setChecked(wanted)
        if wanted:
            self.preview.resume()

    def toggle_list(self) -> None:
        """Show the list of meetings, or hide it to have its room."""
        self.tab.list.setVisible(self.tab.list.isHidden())

    def toggle_paper(self) -> None:
        """Show the paper beside the text, or hide it."""
        self.show_paper(self.paper.isHidden())

    def _on_shown(self, key: TextKey) -> None:
        if not self.paper.isHidden():
            self.paper.reveal(key)

    def _on_paper_clicked(self, key: TextKey, offset: int) -> None:
        place = self._desk.read(find_record, key.record)
        if place is not None and place.meeting == self.pane.meeting:
            self.pane.go_to(place, (key, offset))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if Kind.COMMITTEE in changes.kinds:
            committees = self._desk.read(registers.list_committees)
            known = [one.uid for one in committees]
            chosen = self._committee if self._committee in known else next(iter(known), "")
            self.tab.list.show_committees(committees, chosen)
            if chosen != self._committee:
                self.show_committee(chosen)
        if Kind.MEETING in changes.kinds and self._committee and initiator is not self:
            self.show_committee(self._committee)
