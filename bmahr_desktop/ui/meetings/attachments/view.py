"""The files of a meeting and its matters in a list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.attachments import AttachmentLine, AttachmentPlace, KeptState
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.meetings.record_list import UID, RecordList

_MATTER = UID + 1
_STATES = {
    KeptState.MISSING: msg("File is missing"),
    KeptState.ALTERED: msg("File was altered"),
}
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


def name_of(place: AttachmentPlace) -> Message:
    """Return what files can belong to, as its heading and as a choice."""
    if not place.matter:
        return msg("The meeting as a whole")
    title = " ".join(place.title.split()) or worded(msg("(a matter without a title)"))
    return verbatim(shown(f"{place.number}  {title}"))


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
    """The files of a meeting and its matters. Keys: Enter opens, F2 renames, as in every list."""

    rename_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        headings = (msg("Title of the document"), msg("Kind"), msg("Size"))
        super().__init__(headings, (0, 0.3, 0.25), parent)
        self.setObjectName("attachment_list")
        self.setAccessibleName(worded(msg("Attachments")))

    def show_lines(
        self, lines: Sequence[AttachmentLine], places: Sequence[AttachmentPlace]
    ) -> None:
        """Show files, each below what it belongs to; headings only where there are several."""
        self.refill(lambda: self._fill(lines, places))

    def _fill(self, lines: Sequence[AttachmentLine], places: Sequence[AttachmentPlace]) -> None:
        if not any(line.matter for line in lines):
            self.addTopLevelItems([_row(line) for line in lines])
            return
        for place in places:
            rows = [_row(line) for line in lines if line.matter == place.matter]
            if rows:
                top = _heading(place, self.font())
                self.addTopLevelItem(top)
                top.setFirstColumnSpanned(True)
                top.addChildren(rows)

    def matter_at(self, place: QPoint) -> str | None:
        """Return what the file or heading at a place of the list belongs to; None beside them."""
        row = self.itemAt(place)
        return None if row is None else str(row.data(0, _MATTER) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename by F2; Enter opens."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        else:
            super().keyPressEvent(event)


def _heading(place: AttachmentPlace, font: QFont) -> QTreeWidgetItem:
    words = said(name_of(place))
    top = QTreeWidgetItem([words])
    top.setToolTip(0, words)
    top.setData(0, _MATTER, place.matter)
    font.setBold(True)
    top.setFont(0, font)
    top.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return top


def _row(line: AttachmentLine) -> QTreeWidgetItem:
    sound = line.state is KeptState.WHOLE
    kind = kind_of(line) if sound else worded(_STATES[line.state])
    row = QTreeWidgetItem([line.title, kind, size_of(line)])
    row.setData(0, UID, line.uid)
    row.setData(0, _MATTER, line.matter)
    usual = _KINDS.get(line.suffix, (None, IconName.PAPERCLIP))[1]
    row.setIcon(0, icon(usual if sound else IconName.ALERT_TRIANGLE))
    row.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column in range(row.columnCount()):
        row.setToolTip(column, f"{line.title}\n{line.file_name}")
    told = ", ".join((line.title, kind, size_of(line)))
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    return row
