"""The files that belong to a meeting and its matters."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import attachments, records
from bmahr_desktop.operations.attachments import AttachmentLine, AttachmentPlace
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.attachments.bar import AttachmentBar, Outcome
from bmahr_desktop.ui.meetings.attachments.copies import Copies
from bmahr_desktop.ui.meetings.attachments.form import AttachmentForm
from bmahr_desktop.ui.meetings.attachments.intake import Intake
from bmahr_desktop.ui.meetings.attachments.soundness import Soundness
from bmahr_desktop.ui.meetings.attachments.view import AttachmentView
from bmahr_desktop.ui.meetings.people.listed import ListedPane
from bmahr_desktop.ui.notices import EmptyState, UndoBar


class AttachmentsPane(ListedPane[AttachmentLine]):
    """Lists the files of one meeting and its matters, takes files in and gives copies out."""

    kind = Kind.ATTACHMENT
    view: AttachmentView
    form: AttachmentForm

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, errands: Errands | None = None
    ) -> None:
        """Make the pane.

        Args:
            desk: The records.
            parent: The widget that it stands in.
            errands: The thread in which files are read; without one it makes its own.
        """
        super().__init__(desk, parent)
        self.setObjectName("attachments_pane")
        self._places: tuple[AttachmentPlace, ...] = ()
        self._given_from = ("", "")
        self.bar = AttachmentBar(self)  # first, so that Tab goes as one reads
        self.view = AttachmentView(self)
        self.form = AttachmentForm(desk, self)
        self.outcome = Outcome(self)
        self.undo = UndoBar(self)
        self.intake = Intake(desk, errands, self)
        self.intake.matter_at = self._matter_at
        self.copies = Copies(desk, self)
        self._soundness = Soundness(self.intake, self)
        self._empty = EmptyState(
            IconName.PAPERCLIP,
            msg("Nothing is attached. Drop files here, or choose them."),
            msg("Attach files…"),
            self,
        )
        self._lay_out()
        self.show_parts()
        self._connect()

    def _lay_out(self) -> None:
        bar = self.bar
        bar.add(
            IconName.PAPERCLIP, msg("Attach files…"), "attachment_add", self.intake.ask,
            needing=False,
        )  # fmt: skip
        bar.add(IconName.EXTERNAL_LINK, msg("Open a copy"), "attachment_open", self.open_copy)
        bar.add(IconName.DOWNLOAD, msg("Export a copy…"), "attachment_export", self.export_copy)
        rename = (IconName.PENCIL, msg("Rename (F2)"), "attachment_rename", self.form.edit)
        bar.let_shrink()
        bar.need(self._add_tools(bar.tools, "attachment", bar, [rename]), changing=True)
        self.changing = (
            *bar.findChildren(QWidget, "attachment_add"),
            bar.target,
            self._empty.button,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        for widget in (self.form, self.intake, self.outcome, self.undo):
            column.addWidget(widget)

    def _connect(self) -> None:
        super()._connect()
        self.view.add_wanted.connect(self.intake.ask)
        self.view.rename_wanted.connect(self.form.edit)
        self.view.edit_wanted.connect(self.open_copy)
        self.form.given.connect(self.give)
        self.form.put_again.connect(self.put_again)
        self.bar.target.chosen.connect(self._on_target)
        self._empty.next_step.connect(self.intake.ask)
        self.intake.attached.connect(self._on_attached)
        self.intake.refused.connect(self.outcome.show_fault)
        self.copies.failed.connect(self.outcome.show_fault)
        self.copies.told.connect(self.outcome.show_done)
        self.copies.unsound.connect(self._soundness.note)
        self._soundness.turned.connect(self.read_again)
        mended = msg("The file is kept again.")
        self._soundness.mended.connect(lambda: self.outcome.show_done(said(mended)))

    # ------------------------------------------------------------ what it shows

    def turn_to(self, meeting: str) -> None:
        """Take files in for a meeting from now on."""
        self.outcome.show_fault("")
        self._soundness.forget()
        self.intake.meeting = meeting
        self.bar.target.choose_meeting()

    def read_listed(self) -> Sequence[AttachmentLine]:
        """Return the files, and note what they can belong to."""
        self._places = self._desk.read(attachments.list_places, self._meeting)
        return self._soundness.told(self._desk.read(attachments.list_attachments, self._meeting))

    def show_parts(self) -> None:
        """Show the files with what can be done with them, or how to begin."""
        self.view.setVisible(bool(self.listed))
        self.form.setVisible(bool(self.listed))
        self._empty.setVisible(not self.listed)
        self.bar.show_places(self._places, files=bool(self.listed), closed=self.is_closed())
        self._on_target()

    def show_listed(self) -> None:
        """Fill the list."""
        self.view.show_lines(self.listed, self._places)
        self._show_file()

    def _show_file(self) -> None:
        if line := self._chosen():
            self.form.show_file(line, self._places)

    def name_of(self, one: AttachmentLine) -> str:
        """Return the title of a file."""
        return one.title

    def show_error(self, message: Message | None) -> None:
        """Say why something could not be done; None, that all is well."""
        self.outcome.show_fault(said(message) if message else "")

    def _on_chosen(self, uid: str) -> None:
        self.flush()
        line = self._chosen()
        read = self._desk.read(records.read, Kind.ATTACHMENT, uid) if line else None
        self.form.show_record(read)
        self._show_file()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        agenda = {Kind.ITEM, Kind.MATTER} & changes.kinds
        if agenda and self._meeting in changes.meetings:
            self.read_again()
        else:
            super()._on_changed(changes, initiator)

    # ------------------------------------------------------------ in and out

    def open_copy(self) -> None:
        """Have a copy of the chosen file shown by the PC's program for it."""
        if line := self._chosen():
            self.copies.open(line)

    def export_copy(self) -> None:
        """Let a place be chosen, and write a copy of the chosen file there."""
        if line := self._chosen():
            self.copies.ask(line)

    def put_again(self) -> None:
        """Let a copy of the chosen file be chosen, and keep its content again."""
        if line := self._chosen():
            self._soundness.ask(line)

    def _on_target(self) -> None:
        self.intake.matter = self.bar.target.matter()

    def _on_attached(self, meeting: str, uid: str) -> None:
        if meeting == self._meeting:
            self.read_again()
            self.view.choose(uid)

    def _matter_at(self, place: QPoint) -> str | None:
        """Return what is meant by a place on which files are dropped."""
        inside = self.view.viewport().mapFrom(self, place)
        seen = self.view.isVisible() and self.view.viewport().rect().contains(inside)
        return self.view.matter_at(inside) if seen else None

    # ------------------------------------------------------------ changes

    def move_chosen(self, by: int) -> None:
        """Move the chosen file up or down."""
        if line := self._chosen():
            self._write(attachments.move_attachment, line.uid, by)

    def give(self, matter: str) -> None:
        """Let the chosen file belong to a matter, or to the meeting; it can be taken back."""
        line = self._chosen()
        if line is None:
            return
        # The arrow keys go from choice to choice: back means to where they began.
        uid, before = self._given_from
        if uid != line.uid or not self.undo.isVisible():
            before = line.matter

        def take_back() -> None:
            self._write(attachments.give_attachment, line.uid, self._meeting, before)
            self.view.choose(line.uid)

        if self._write(attachments.give_attachment, line.uid, self._meeting, matter):
            self._given_from = line.uid, before
            done = msg(
                "{name} is attached to {place} now",
                name=line.title,
                place=_said(self._places, matter),
            )
            self.undo.offer(done, take_back)
        else:
            self._show_file()


def _said(places: Sequence[AttachmentPlace], matter: str) -> Message:
    """Return in a few words what a file belongs to."""
    numbers = [one.number for one in places if matter and one.matter == matter]
    if not numbers:
        return msg("the meeting")
    return msg("agenda item {number}", number=shown(numbers[0]))
