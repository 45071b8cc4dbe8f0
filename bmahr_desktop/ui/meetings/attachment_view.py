"""The files of a meeting in a list, and the title of the chosen one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.record_list import UID, RecordList
from bmahr_desktop.ui.records.form import RecordForm

_KB, _MB = 1024, 1024 * 1024
_KINDS: Mapping[str, tuple[Message, IconName]] = {
    ".pdf": (msg("PDF document"), IconName.FILE_TEXT),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf"), (msg("Word document"), IconName.FILE_PEN)),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".csv"), (msg("Spreadsheet"), IconName.TABLE)),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), (msg("Slides"), IconName.MONITOR)),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".heic"),
        (msg("Picture"), IconName.IMAGE),
    ),
    **dict.fromkeys((".txt", ".md"), (msg("Plain text"), IconName.FILE_TEXT)),
    **dict.fromkeys((".zip", ".7z", ".rar"), (msg("Packed files"), IconName.ARCHIVE)),
    **dict.fromkeys((".mp3", ".m4a", ".wav"), (msg("Sound"), IconName.BELL)),
    **dict.fromkeys((".mp4", ".mov"), (msg("Film"), IconName.VIDEO)),
}


def kind_of(line: AttachmentLine) -> str:
    """Return in words what a file is, by the end of its name."""
    if line.suffix in _KINDS:
        return worded(_KINDS[line.suffix][0])
    suffix = line.suffix.lstrip(".").upper()
    return worded(msg("File {suffix}", suffix=suffix) if suffix else msg("File"))


def size_of(line: AttachmentLine) -> str:
    """Return how large a file is, in the digits of the screen."""
    if line.size >= _MB:
        return said(msg("{size} MB", size=round(line.size / _MB, 1)))
    return said(msg("{size} KB", size=max(1, round(line.size / _KB))))


class AttachmentView(RecordList):
    """The files of a meeting. Keys: Enter opens, F2 renames, the others as in every list."""

    rename_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        headings = (msg("Title of the document"), msg("Kind"), msg("Size"))
        super().__init__(headings, (0, 0.3, 0.25), parent)
        self.setObjectName("attachment_list")
        self.setAccessibleName(worded(msg("Attachments")))

    def show_lines(self, lines: Sequence[AttachmentLine]) -> None:
        """Show files."""
        self.refill(lambda: self.addTopLevelItems([_row(line) for line in lines]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename by F2; Enter opens."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        else:
            super().keyPressEvent(event)


def _row(line: AttachmentLine) -> QTreeWidgetItem:
    row = QTreeWidgetItem([line.title, kind_of(line), size_of(line)])
    row.setData(0, UID, line.uid)
    row.setIcon(0, icon(_KINDS.get(line.suffix, (None, IconName.PAPERCLIP))[1]))
    row.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column in range(row.columnCount()):
        row.setToolTip(column, f"{line.title}\n{line.file_name}")
    told = ", ".join((line.title, kind_of(line), size_of(line)))
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    return row


class AttachmentForm(RecordForm):
    """What a file is called in the papers of the meeting."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.ATTACHMENT, parent)
        self.setObjectName("attachment_form")
        self.title = WordField()
        self.title.setObjectName("attachment_title")
        row = Labelled(msg("Title of the document"), self.title, parent=self)
        self.bind_text("title", row, self.title)
        self._file = QLabel(self)
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._file.setWordWrap(True)
        set_tone(self._file, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self._file)

    def edit(self) -> None:
        """Go to the title."""
        self.title.setFocus()
        self.title.selectAll()

    def show_file(self, line: AttachmentLine) -> None:
        """Tell about the file itself."""
        kind, size = kind_of(line), size_of(line)
        words = msg("File “{file}”, {kind}, {size}", file=line.file_name, kind=kind, size=size)
        self._file.setText(said(words))
