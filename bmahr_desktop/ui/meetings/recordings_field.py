"""The sound and video records of a meeting: noted with the mark of their content (standards D)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.online import Recording
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.recordings import compare_recording, describe_recording
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.file_dialogs import ask_which
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote

_PATTERN = "*.mp4 *.m4a *.mp3 *.wav *.webm *.mkv *.mov *.wma *.wmv *.ogg *"
_ROWS = 2
_MEGABYTE = 1_000_000


class RecordingsField(QWidget):
    """Notes records by choosing their files, and compares a file with what was noted."""

    changed = Signal(object)
    """Emitted with the recordings that are to be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recordings_field")
        self._kept: tuple[Recording, ...] = ()
        self._errands: Errands | None = None
        self._errand: Errand | None = None
        self.list = QListWidget(self)
        self.list.setObjectName("recordings_list")
        self.list.setAccessibleName(worded(msg("Recordings")))
        self.list.setFixedHeight(_ROWS * row_height() + GRID)
        self.list.currentRowChanged.connect(self._on_row)
        self.told = QLabel(self)
        self.told.setObjectName("recording_told")
        self.told.setWordWrap(True)
        set_tone(self.told, Role.MUTED)
        self.note = ErrorNote(self)
        self.add = self._button("recording_add", msg("Note a recording…"), IconName.PLUS)
        self.compare = self._button(
            "recording_compare", msg("Compare a file…"), IconName.FILE_CHECK
        )
        self.remove = self._button("recording_remove", msg("Remove the note"), IconName.TRASH)
        self.add.clicked.connect(self._on_add)
        self.compare.clicked.connect(self._on_compare)
        self.remove.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.add, self.compare, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.list)
        column.addWidget(self.told)
        column.addWidget(self.note)
        column.addLayout(row)
        self.setFocusProxy(self.list)
        self._tell()

    def _button(self, name: str, words: Message, image: IconName) -> QPushButton:
        button = QPushButton(icon(image), worded(words), self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def show_recordings(self, recordings: tuple[Recording, ...]) -> None:
        """Show what is noted."""
        if recordings == self._kept and self.list.count() == len(recordings):
            return
        at = self.list.currentRow()
        self._kept = recordings
        self.list.clear()
        for one in recordings:
            size = shown(f"{one.size / _MEGABYTE:,.1f}")
            words = said(msg("{name}  ·  {size} MB  ·  {place}", name=one.name, size=size,
                             place=one.place))  # fmt: skip
            row = QListWidgetItem(words)
            row.setToolTip(f"{one.place}\nSHA-256 {one.sha256 or '–'}")
            self.list.addItem(row)
        self.list.setCurrentRow(min(max(at, 0), len(recordings) - 1))
        self._tell()

    def _chosen(self) -> Recording | None:
        at = self.list.currentRow()
        return self._kept[at] if 0 <= at < len(self._kept) else None

    def _on_row(self) -> None:
        self._tell()

    def _tell(self) -> None:
        one = self._chosen()
        self.told.setText(f"SHA-256 {one.sha256}" if one and one.sha256 else "")
        self.told.setVisible(bool(self.told.text()))
        for button in (self.compare, self.remove):
            button.setEnabled(one is not None)

    # ------------------------------------------------------------ changes

    def _on_add(self) -> None:
        file = ask_which(self, msg("Note a recording"), msg("Sound and video"), _PATTERN)
        if file is not None:
            self._read(file, self._on_described)

    def _on_described(self, found: Recording) -> None:
        self.changed.emit((*self._kept, found))

    def _on_compare(self) -> None:
        kept = self._chosen()
        if kept is None:
            return
        file = ask_which(self, msg("Compare a file"), msg("Sound and video"), _PATTERN)
        if file is not None:
            self._read(file, partial(self._on_compared, kept))

    def _on_compared(self, kept: Recording, found: Recording) -> None:
        self.told.setText(said(compare_recording(kept, found)))
        self.told.show()

    def _on_remove(self) -> None:
        at = self.list.currentRow()
        self.changed.emit(tuple(one for n, one in enumerate(self._kept) if n != at))

    # ------------------------------------------------------------ reading, in a thread

    def _read(self, file: Path, done: Callable[[Recording], None]) -> None:
        self.note.show_text("")
        self.told.setText(worded(msg("Reading the file…")))
        self.told.show()
        if self._errands is None:
            self._errands = Errands("recordings", self)

        def work(progress: Progress) -> Recording:
            def went_on(read: int, size: int) -> None:
                progress.check()
                progress.tell(read, size)

            return describe_recording(file, went_on)

        read, failed = partial(self._on_read, done), self._on_failed
        self._errand = self._errands.run(work, read, failed, context=self)
        self._errand.went_on.connect(self._on_told)

    def _on_told(self, read: int, size: int) -> None:
        percent = 100 * read // size if size else 100
        self.told.setText(said(msg("Reading the file… {percent} %", percent=percent)))

    def _on_read(self, done: Callable[[Recording], None], found: Recording) -> None:
        self._errand = None
        self._tell()
        done(found)

    def _on_failed(self, error: Exception) -> None:
        self._errand = None
        self._tell()
        if not isinstance(error, Refused):
            raise error
        self.note.show_text(said(error.messages[0]))

    def stop(self) -> None:
        """Give up reading, and end the thread."""
        if self._errands is not None:
            self._errands.stop()
            self._errands = None
