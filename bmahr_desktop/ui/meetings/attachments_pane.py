"""The files that belong to a meeting."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg, worded
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
from bmahr_desktop.ui.meetings.listed_pane import ListedPane
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar


class AttachmentsPane(ListedPane[AttachmentLine]):
    """Lists the files of one meeting, takes files in and gives copies out."""

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
        self.show_parts()
        self._connect()

    def _lay_out(self) -> None:
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._tool_row())
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        for widget in (self.form, self.intake, self.note, self.told, self.undo):
            column.addWidget(widget)

    def _tool_row(self) -> QHBoxLayout:
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
        rename = (IconName.PENCIL, msg("Rename (F2)"), "attachment_rename", self.form.edit)
        self._needing += self._add_tools(icons, "attachment", self, [rename])
        row.addLayout(icons)
        return row

    def _connect(self) -> None:
        super()._connect()
        self.view.add_wanted.connect(self.intake.ask)
        self.view.rename_wanted.connect(self.form.edit)
        self.view.edit_wanted.connect(self.open_copy)
        self._empty.next_step.connect(self.intake.ask)
        self.intake.attached.connect(self._on_attached)
        self.intake.refused.connect(self._show_fault)
        self.copies.failed.connect(self._show_fault)
        self.copies.told.connect(self._show_done)

    # ------------------------------------------------------------ what it shows

    def turn_to(self, meeting: str) -> None:
        """Take files in for a meeting from now on."""
        self._show_fault("")
        self.intake.meeting = meeting

    def read_listed(self) -> Sequence[AttachmentLine]:
        """Return the files."""
        return self._desk.read(attachments.list_attachments, self._meeting)

    def show_parts(self) -> None:
        """Show the files with what can be done with them, or how to begin."""
        self.view.setVisible(bool(self.listed))
        self.form.setVisible(bool(self.listed))
        self._empty.setVisible(not self.listed)
        for widget in self._needing:
            widget.setEnabled(bool(self.listed))

    def show_listed(self) -> None:
        """Fill the list."""
        self.view.show_lines(self.listed)

    def name_of(self, one: AttachmentLine) -> str:
        """Return the title of a file."""
        return one.title

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
            self.view.choose(self.listed[-1].uid)

    def show_error(self, message: Message | None) -> None:
        """Say why something could not be done; None, that all is well."""
        self._show_fault(said(message) if message else "")

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
