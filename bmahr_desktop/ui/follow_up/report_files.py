"""The files that came with a report."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import attachments, records
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.attachments.copies import Copies
from bmahr_desktop.ui.meetings.attachments.intake import Intake
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.records.list_tools import tool

_LONGEST = 36


class ReportIntake(Intake):
    """Takes files in for a report, which stands where a meeting would."""

    def _attach(self, meeting: str, _matter: str, entry: FileEntry) -> None:
        try:
            made = self._desk.write(self, attachments.attach_to_report, meeting, entry)
        except Refused as refused:
            self._on_failed(refused)
        else:
            self.attached.emit(meeting, next(iter(made.uids)))


class FileRow(QWidget):
    """One file: a button that opens a copy, and one that takes it away."""

    remove_wanted = Signal(str)

    def __init__(
        self, line: AttachmentLine, copies: Copies, parent: QWidget, *, changing: bool
    ) -> None:
        super().__init__(parent)
        opens = QToolButton(self)
        opens.setObjectName("report_file")
        opens.setIcon(icon(IconName.PAPERCLIP))
        opens.setText(_cut(line.title))
        opens.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        opens.setAutoRaise(True)
        opens.setToolTip(f"{line.title}\n{line.file_name}")
        opens.setAccessibleName(said(msg("Open a copy of “{file}”", file=line.title)))
        opens.clicked.connect(lambda: copies.open(line))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(opens)
        if changing:
            words = said(msg("Take “{file}” away", file=line.title))
            away = tool(IconName.X, words, "report_file_remove", self)
            away.clicked.connect(lambda: self.remove_wanted.emit(line.uid))
            row.addWidget(away)
        row.addStretch(1)


class ReportFiles(QWidget):
    """Lists the files of a report that is being written, and takes others in.

    What is dropped on the form around it is taken in too.
    """

    changed = Signal()
    removed = Signal(str, str)
    """Emitted with the uid and the title of a file that was taken away."""

    def __init__(self, desk: Desk, errands: Errands | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: tuple[AttachmentLine, ...] = ()
        self.note = ErrorNote(self)
        self.copies = Copies(desk, self)
        self.copies.failed.connect(self.note.show_text)
        self.intake = ReportIntake(desk, errands, parent)
        self.intake.attached.connect(lambda *_: self.read_again())
        self.intake.refused.connect(self.note.show_text)
        self.add = QPushButton(icon(IconName.PAPERCLIP), worded(msg("Attach files…")), self)
        self.add.setObjectName("report_attach")
        self.add.setAutoDefault(False)
        self.add.setToolTip(worded(msg("Choose files, or drop them here")))
        self.add.clicked.connect(self.intake.ask)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._rows)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.intake)
        column.addWidget(self.note)

    def show_report(self, report: str) -> None:
        """Show the files of a report."""
        self.intake.meeting = report
        self.note.show_text("")
        self.read_again()

    def read_again(self) -> None:
        """Read the files again."""
        report = self.intake.meeting
        lines = self._desk.read(attachments.list_of_reports, [report]) if report else ()
        if lines != self._lines:
            self._lines = lines
            fill(self._rows, lines, self.copies, self, self._remove)
            self.changed.emit()

    def is_empty(self) -> bool:
        """Tell whether there is no file, and none is being taken in."""
        return not self._lines and not self.intake.busy()

    def _remove(self, uid: str) -> None:
        title = next((one.title for one in self._lines if one.uid == uid), "")
        self._desk.write(self, records.remove, Kind.ATTACHMENT, uid)
        self.read_again()
        self.removed.emit(uid, title)


def fill(
    column: QVBoxLayout,
    lines: Sequence[AttachmentLine],
    copies: Copies,
    parent: QWidget,
    remove: object = None,
) -> None:
    """Show files one below the other, in place of those before.

    Args:
        column: Where.
        lines: The files.
        copies: Opens them.
        parent: The widget that they stand in.
        remove: Is called with the uid of one that is to be taken away; without it none can be.
    """
    while (item := column.takeAt(0)) is not None:
        if widget := item.widget():
            widget.deleteLater()
    for line in lines:
        row = FileRow(line, copies, parent, changing=callable(remove))
        if callable(remove):
            row.remove_wanted.connect(remove)
        column.addWidget(row)


def file_removed(title: str) -> Message:
    """Return in words that a file was taken away."""
    return msg("“{file}” was taken away", file=title)


def _cut(title: str) -> str:
    """Return a title that leaves room beside it in a narrow pane."""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
