"""The records that old minutes are laid beside: committees, their meetings, people."""

from PySide6.QtCore import QObject

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.i18n import verbatim
from bmahr_desktop.operations import registers
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.old_minutes.layout import OldMinutesLayout
from bmahr_desktop.ui.old_minutes.work import Work


class Surroundings(QObject):
    """Reads them, and reads again when they change."""

    def __init__(self, desk: Desk, window: OldMinutesLayout, work: Work, today: Today) -> None:
        """Listen to the desk.

        Args:
            desk: The door to the records.
            window: Where committees are chosen.
            work: It reads minutes as those of the committee.
            today: Who is in the register on this day can be chosen.
        """
        super().__init__(window)
        self._desk, self._window, self._work, self._today = desk, window, work, today
        desk.changed.connect(self._on_changed)

    def begin(self, committee: str) -> None:
        """Show the committees, one of them chosen, and offer people."""
        self._show_committees(committee)
        self._show_people()

    def committee(self) -> str:
        """Return the uid of the committee that is chosen."""
        return str(self._window.committee.value() or "")

    def _show_committees(self, chosen: str) -> None:
        lines = self._desk.read(registers.list_committees)
        choices = [(one.uid, verbatim(f"{one.code} · {one.name}")) for one in lines]
        self._window.committee.set_choices(choices)
        if chosen in {one.uid for one in lines}:
            self._window.committee.set_value(chosen)
        self.read_committee()

    def read_committee(self) -> None:
        """Read the committee that is chosen, and its meetings."""
        uid = self.committee()
        self._work.committee = self._desk.read(read_committee, uid) if uid else None
        self._show_meetings()

    def _show_meetings(self) -> None:
        uid = self.committee()
        lines = self._desk.read(registers.list_meetings, uid) if uid else []
        self._window.files.show_meetings(lines)

    def _show_people(self) -> None:
        people = self._desk.read(registers.list_people, self._today())
        self._window.preview.parts.set_people(people)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        try:
            if Kind.COMMITTEE in changes.kinds:
                self._show_committees(self.committee())
            elif Kind.MEETING in changes.kinds:
                self._show_meetings()
            if Kind.PERSON in changes.kinds:
                self._show_people()
        except OutOfReach as refused:
            self._window.note.show_text(said(refused.messages[0]))
