"""How the window that takes old minutes in is laid out."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import CutLabel, Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.old_minutes.files_model import FilesModel
from bmahr_desktop.ui.old_minutes.preview import Preview

_WIDTH, _HEIGHT = 164 * GRID, 88 * GRID
_LIST = 36 * GRID
_ROOM = 6 * GRID


class OldMinutesLayout(QWidget):
    """The committee and the work under way on top, files at left, the chosen one at right.

    Signals:
        dropped: Files and folders that were dropped on the window.
    """

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("old_minutes_window")
        title = worded(msg("Take old minutes in"))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAcceptDrops(True)
        self.files = FilesModel(self)
        self.committee = ChoiceField()
        self.committee.setObjectName("old_committee")
        self.committee.setAccessibleName(worded(msg("Committee")))
        self.committee.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.committee.setMinimumContentsLength(32)
        self.add_files = self._button("old_add_files", msg("Add files…"), IconName.FILE_PLUS)
        self.add_files.setToolTip(worded(msg("Word, PDF or pictures (Ctrl+O)")))
        self.add_folder = self._button("old_add_folder", msg("Add a folder…"), IconName.FOLDER)
        self.under_way = CutLabel(self)
        self.under_way.setObjectName("old_under_way")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("old_progress")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(14 * GRID)
        self.stop = self._button("old_stop", msg("Stop"))
        self.resume = self._button("old_resume", msg("Read the rest"))
        self.list = self._made_list()
        self.preview = Preview(self)
        self.empty = EmptyState(
            IconName.DOWNLOAD,
            msg(
                "Choose minutes of earlier years, or drop files and folders here: Word files are"
                " read and laid before you, PDFs and pictures are registered."
            ),
            msg("Choose files…"),
        )
        self.undo = UndoBar(self)
        self.note = ErrorNote(self)
        self.summary = QLabel(self)
        self.summary.setObjectName("old_summary")
        set_tone(self.summary, Role.MUTED)
        self.leave = self._button("old_close", msg("Close"))
        self.keep_one = self._button("old_keep", msg("Keep this one (Ctrl+Enter)"))
        self.keep_all = self._button("old_keep_all", msg("Keep all that are ready"))
        emphasise(self.keep_all, Emphasis.MAIN)
        self._lay_out()

    def _button(self, name: str, words: Message, image: IconName | None = None) -> QPushButton:
        button = QPushButton(worded(words), self)
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        if image is not None:
            button.setIcon(icon(image))
        return button

    def _made_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("old_files")
        view.setAccessibleName(worded(msg("Files of minutes")))
        view.setModel(self.files)
        view.setIconSize(QSize(ICON, ICON))
        view.setUniformItemSizes(True)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMinimumWidth(24 * GRID)
        return view

    def _lay_out(self) -> None:
        self.middle = QStackedWidget(self)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("old_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST, _WIDTH - _LIST])
        self.middle.addWidget(self.empty)
        self.middle.addWidget(splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(self._head())
        column.addWidget(self.middle, 1)
        column.addWidget(self.note)
        column.addWidget(self.undo)
        column.addLayout(self._foot())
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - _ROOM), min(_HEIGHT, room.height() - _ROOM))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for left in (self.committee, self.add_files, self.add_folder):
            row.addWidget(left)
        row.addWidget(self.under_way, 1)
        for right in (self.bar, self.stop, self.resume):
            row.addWidget(right)
            right.hide()
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.summary, 1)
        for button in (self.leave, self.keep_one, self.keep_all):
            row.addWidget(button)
        return row

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files and folders that are dropped, once whoever dragged them is free again."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))
