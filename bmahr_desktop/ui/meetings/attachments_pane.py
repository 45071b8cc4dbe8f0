"""The files that belong to a meeting."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import attachments, records
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.attachment_copies import Copies
from bmahr_desktop.ui.meetings.attachment_intake import Intake
from bmahr_desktop.ui.meetings.attachment_view import AttachmentForm, AttachmentView
from bmahr_desktop.ui.meetings.tool import tool
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar


class AttachmentsPane(QWidget):
    """Lists the files of one meeting, takes files in and gives copies out."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, errands: Errands | None = None
    ) -> None:
        """Make the pane.

        Args:
            desk: The records.
            parent: The widget that it stands in.
            errands: The thread in which files are read; without one it makes its own.
        """
        super().__init__(parent)
        self.setObjectName("attachments_pane")
        self._desk = desk
        self._meeting = ""
        self._lines: tuple[AttachmentLine, ...] = ()
        self._needing: list[QWidget] = []
        self.view = AttachmentView(self)
        self.form = AttachmentForm(desk, self)
        self.note = ErrorNote(self)
        self.told = QLabel(self)
        self.undo = UndoBar(self)
        self.intake = Intake(desk, errands, self)
        self.copies = Copies(desk, self)
        self._empty = EmptyState(
            IconName.PAPERCLIP,
            msg("Nothing is attached. Drop files here, or choose them."),
            msg("Attach files…"),
            self,
        )
        self._lay_out()
        self._show_parts()
        self._connect()

    def _lay_out(self) -> None:
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._tools())
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        for widget in (self.form, self.intake, self.note, self.told, self.undo):
            column.addWidget(widget)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for name, words, object_name, act in (
            (IconName.PAPERCLIP, msg("Attach files…"), "attachment_add", self.intake.ask),
            (IconName.EXTERNAL_LINK, msg("Open a copy"), "attachment_open", self.open_copy),
            (IconName.DOWNLOAD, msg("Export a copy…"), "attachment_export", self.export_copy),
        ):
            button = QPushButton(icon(name), worded(words), self)
            button.setObjectName(object_name)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
            self._needing.append(button)
        del self._needing[0]
        row.addStretch(1)
        icons = QHBoxLayout()
        icons.setSpacing(0)
        for name, words, object_name, act in (
            (IconName.PENCIL, msg("Rename (F2)"), "attachment_rename", self.form.edit),
            (
                IconName.ARROW_UP,
                msg("Move up (Alt+↑)"),
                "attachment_up",
                lambda: self.move_chosen(-1),
            ),
            (
                IconName.ARROW_DOWN,
                msg("Move down (Alt+↓)"),
                "attachment_down",
                lambda: self.move_chosen(1),
            ),
            (IconName.TRASH, msg("Remove (Delete)"), "attachment_remove", self.remove),
        ):
            small = tool(name, worded(words), object_name, self)
            small.clicked.connect(act)
            icons.addWidget(small)
            self._needing.append(small)
        row.addLayout(icons)
        return row

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self.view.add_wanted.connect(self.intake.ask)
        self.view.remove_wanted.connect(self.remove)
        self.view.move_wanted.connect(self.move_chosen)
        self.view.rename_wanted.connect(self.form.edit)
        self.view.edit_wanted.connect(self.open_copy)
        self._empty.next_step.connect(self.intake.ask)
        self.intake.attached.connect(self._on_attached)
        self.intake.refused.connect(self._show_fault)
        self.copies.failed.connect(self._show_fault)
        self.copies.told.connect(self._show_done)
        self.form.amended.connect(lambda _: self.read_again())
        self._desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show the files of a meeting."""
        self.flush()
        if meeting != self._meeting:
            self.undo.dismiss()
            self._show_fault("")
        self._meeting = self.intake.meeting = meeting
        self.read_again()

    def read_again(self) -> None:
        """Read the list again."""
        self._lines = self._desk.read(attachments.list_attachments, self._meeting)
        self._show_parts()
        self.view.show_lines(self._lines)

    def _show_parts(self) -> None:
        self.view.setVisible(bool(self._lines))
        self.form.setVisible(bool(self._lines))
        self._empty.setVisible(not self._lines)
        for widget in self._needing:
            widget.setEnabled(bool(self._lines))

    def count(self) -> int:
        """Return how many files there are."""
        return len(self._lines)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.form.flush()

    def _chosen(self) -> AttachmentLine | None:
        uid = self.view.current_uid()
        return next((line for line in self._lines if line.uid == uid), None)

    def _on_chosen(self, uid: str) -> None:
        self.flush()
        line = self._chosen()
        read = self._desk.read(records.read, Kind.ATTACHMENT, uid) if line else None
        self.form.show_record(read)
        if line is not None:
            self.form.show_file(line)

    def _on_attached(self, meeting: str) -> None:
        if meeting == self._meeting:
            self.read_again()
            self.view.choose(self._lines[-1].uid)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        mine = isinstance(initiator, QWidget) and (
            initiator is self or self.isAncestorOf(initiator)
        )
        if not mine and self._meeting in changes.meetings and Kind.ATTACHMENT in changes.kinds:
            self.read_again()

    def _show_fault(self, words: str) -> None:
        self.note.show_text(words)
        self.told.setVisible(False)

    def _show_done(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(True)

    # ------------------------------------------------------------ in and out

    def open_copy(self) -> None:
        """Have a copy of the chosen file shown by the PC's program for it."""
        if line := self._chosen():
            self.copies.open(line)

    def export_copy(self) -> None:
        """Let a place be chosen, and write a copy of the chosen file there."""
        if line := self._chosen():
            self.copies.ask(line)

    # ------------------------------------------------------------ changes

    def move_chosen(self, by: int) -> None:
        """Move the chosen file up or down."""
        if line := self._chosen():
            self._write(attachments.move_attachment, line.uid, by)

    def remove(self) -> None:
        """Remove the chosen file from the list; it can be taken back."""
        line = self._chosen()
        if line is None:
            return

        def take_back() -> None:
            self._write(records.restore, Kind.ATTACHMENT, line.uid)
            self.view.choose(line.uid)

        if self._write(records.remove, Kind.ATTACHMENT, line.uid):
            self.undo.offer(msg("{name} was removed", name=line.title), take_back)

    def _write(self, operation: Any, *args: Any) -> bool:
        """Keep what is typed, then change the list; return whether that could be done."""
        self.flush()
        try:
            self._desk.write(self, operation, *args)
        except Refused as refused:
            self._show_fault(said(refused.messages[0]))
            return False
        self.read_again()
        return True
