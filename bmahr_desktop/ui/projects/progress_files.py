"""The files that came with a report on a project."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import attachments, project_files, records
from bmahr_desktop.operations.attachments import AttachmentLine
from bmahr_desktop.ui.background import Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_for_all, ask_where
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import ErrorNote, UndoBar
from bmahr_desktop.ui.records.list_tools import tool

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_READ_ONLY = 0o444


class ProgressFiles(QWidget):
    """Lists the files of a report, takes others in (chosen, or dropped here), gives copies out."""

    list_files: Callable[..., tuple[AttachmentLine, ...]] = staticmethod(
        project_files.list_of_progress
    )
    attach_file: Callable[..., Changes] = staticmethod(project_files.attach_to_progress)

    def __init__(
        self, desk: Desk, errands: Errands, undo: UndoBar, parent: QWidget | None = None
    ) -> None:
        """Make an empty list.

        Args:
            desk: The door to the records.
            errands: Where files are read.
            undo: Where a removal can be taken back.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("progress_files")
        self._desk, self._errands, self._undo = desk, errands, undo
        self._report = ""
        self._lines: tuple[AttachmentLine, ...] = ()
        self._read_only = False
        self._copies: QTemporaryDir | None = None
        self._count = 0
        self.note = ErrorNote(self)
        self._busy = QLabel(self)
        self._busy.setVisible(False)
        self.add = QPushButton(icon(IconName.PAPERCLIP), worded(msg("Attach files…")), self)
        self.add.setObjectName("progress_attach")
        self.add.setAutoDefault(False)
        self.add.setToolTip(worded(msg("Choose files, or drop them here")))
        self.add.clicked.connect(self._ask)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._rows)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._busy)
        column.addWidget(self.note)
        self.setAcceptDrops(True)

    def show_report(self, report: str) -> None:
        """Show the files of a report; empty for none."""
        self._report = report
        self.note.show_text("")
        self.read_again(anew=True)

    def set_read_only(self, read_only: bool) -> None:
        """Let the files only be looked at, or changed again."""
        self._read_only = read_only
        self.add.setEnabled(not read_only)
        self._fill()

    def read_again(self, *, anew: bool = False) -> None:
        """Read the files again."""
        try:
            lines = self._desk.read(self.list_files, self._report) if self._report else ()
        except OutOfReach:
            return
        if lines != self._lines or anew:
            self._lines = lines
            self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for line in self._lines:
            self._rows.addWidget(self._row(line))

    def _row(self, line: AttachmentLine) -> QWidget:
        made = QWidget(self)
        opens = QToolButton(made)
        opens.setObjectName("progress_file")
        opens.setIcon(icon(IconName.PAPERCLIP))
        opens.setText(line.title)
        opens.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        opens.setAutoRaise(True)
        opens.setToolTip(line.file_name)
        opens.setAccessibleName(said(msg("Open a copy of “{file}”", file=line.title)))
        opens.clicked.connect(partial(self._open, line))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(opens)
        out = tool(
            IconName.DOWNLOAD, said(msg("Export a copy of “{file}”", file=line.title)),
            "progress_file_export", made,
        )  # fmt: skip
        out.clicked.connect(partial(self._export, line))
        row.addWidget(out)
        if not self._read_only:
            words = said(msg("Take “{file}” away", file=line.title))
            away = tool(IconName.X, words, "progress_file_remove", made)
            away.clicked.connect(partial(self._remove, line))
            row.addWidget(away)
        row.addStretch(1)
        return made

    # ------------------------------------------------------------ in

    def _ask(self) -> None:
        if files := ask_for_all(self, msg("Files to attach")):
            self.take(files)

    def take(self, paths: list[Path]) -> None:
        """Attach files, in this order."""
        self.note.show_text("")
        for path in paths:
            read = partial(self._desk.read, attachments.take_file, path)

            def work(_progress: Progress, read: partial[FileEntry] = read) -> FileEntry:
                return read()

            done = partial(self._attach, self._report)
            errand = self._errands.run(work, done, self._failed, context=self)
            self._busy.setText(said(msg("Taking in “{file}”…", file=path.name)))
            self._busy.setVisible(True)
            errand.ended.connect(lambda: self._busy.setVisible(False))

    def _attach(self, report: str, entry: FileEntry) -> None:
        try:
            self._desk.write(self, self.attach_file, report, entry)
        except Refused as refused:
            self._failed(refused)
        self.read_again()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        words = [self.note.text(), *(said(message) for message in error.messages)]
        self.note.show_text("\n".join(filter(None, words)))

    def event(self, event: QEvent) -> bool:
        """Take files that are dropped here."""
        if isinstance(event, QDropEvent) and event.type() in _DROPS and not self._read_only:
            urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
            if urls and self._report:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() is QEvent.Type.Drop:
                    self.take([Path(url.toLocalFile()) for url in urls])
                return True
        return bool(super().event(event))

    # ------------------------------------------------------------ out

    def _open(self, line: AttachmentLine) -> None:
        """Have a copy shown by the PC's own program; what could be a program is not opened."""
        if not line.may_open:
            self._failed(Refused(msg(
                "A file of this kind might be a program and is not opened from here."
                " Export a copy, and open it if you trust it."
            )))  # fmt: skip
            return
        if self._copies is None:
            self._copies = QTemporaryDir()
        self._count += 1
        path = Path(self._copies.path()) / str(self._count) / line.out_name
        if self._written(line, path):
            path.chmod(_READ_ONLY)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                why = msg("The PC has no program for such files. Export a copy instead.")
                self._failed(Refused(why))

    def _export(self, line: AttachmentLine) -> None:
        path = ask_where(self, msg("Where to put the copy"), line.out_name)
        if path is not None:
            self._written(line, path)

    def _written(self, line: AttachmentLine, path: Path) -> bool:
        self.note.show_text("")
        try:
            self._desk.read(attachments.write_copy, line, path)
        except Refused as refused:
            self._failed(refused)
            return False
        return True

    def _remove(self, line: AttachmentLine) -> None:
        self._write(records.remove, line)
        self._undo.offer(
            msg("“{file}” was taken away", file=line.title),
            lambda: self._write(records.restore, line),
        )

    def _write(self, operation: Callable[..., Changes], line: AttachmentLine) -> None:
        try:
            self._desk.write(self, operation, Kind.ATTACHMENT, line.uid)
        except Refused as refused:
            self._failed(refused)
        self.read_again()
