"""Where one begins: try the sample, make a file, or open one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.places import data_folder, data_place
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import IconLabel, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import announce
from bmahr_desktop.ui.settings import Settings
from bmahr_desktop.ui.start.choice_button import ChoiceButton

SUFFIX = "sqlite"
_WIDTH = 72 * GRID
_TITLE_PT = 20


class StartPane(QScrollArea):
    """Shown while no file is open: the program's name, three ways to begin, and the files of late.

    Signals:
        sample_wanted: The invented year is to be tried.
        create_wanted: New records are to be made in this file, which is not there yet.
        open_wanted: The records in this file are to be opened.
    """

    sample_wanted = Signal()
    create_wanted = Signal(Path)
    open_wanted = Signal(Path)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.setAccessibleName(worded(msg("Begin")))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._settings = settings
        self._failed: Path | None = None
        self._inside = QWidget(self)
        self._inside.setObjectName("start_inside")
        self.setWidget(self._inside)
        self._build()
        settings.changed.connect(self._on_setting)
        self._show_recent()

    # ------------------------------------------------------------ its parts

    def _build(self) -> None:
        outer = QHBoxLayout(self._inside)
        outer.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        middle = QWidget(self._inside)
        middle.setMaximumWidth(_WIDTH)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addStretch(2)
        column.addLayout(self._heading())
        column.addSpacing(GRID)
        column.addWidget(self._refusal())
        self._choices = self._three_ways()
        for choice in self._choices:
            column.addWidget(choice)
        column.addWidget(self._busy_line())
        self.back = QPushButton(
            icon(IconName.ARROW_LEFT), worded(msg("Back to the open file")), middle
        )
        self.back.setObjectName("start_back")
        self.back.hide()
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column.addSpacing(GRID)
        column.addLayout(self._recent)
        column.addStretch(3)
        self.setFocusProxy(self._choices[0])

    def _heading(self) -> QVBoxLayout:
        name = QLabel(worded(msg("The secretary's desk")), self._inside)
        name.setObjectName("start_name")
        font = name.font()
        font.setPointSize(_TITLE_PT)
        font.setBold(True)
        name.setFont(font)
        sentence = QLabel(
            worded(msg("Meetings, minutes and resolutions of committees, kept on this PC.")),
            self._inside,
        )
        sentence.setWordWrap(True)
        set_tone(sentence, Role.MUTED)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(sentence)
        return words

    def _refusal(self) -> QFrame:
        """Return the place where it is said why a file was not opened; hidden at first."""
        self._bar = QFrame(self._inside)
        self._bar.setObjectName("start_refusal")
        self._bar.setProperty("look", "bar")
        self._why = QLabel(self._bar)
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again = QPushButton(worded(msg("Try again")), self._bar)
        self._again.setObjectName("start_again")
        self._again.clicked.connect(self._try_again)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        mark = IconLabel(IconName.ALERT_TRIANGLE, Role.WAITING, 3 * GRID, self._bar)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._why, 1)
        row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        self._bar.setVisible(False)
        return self._bar

    def _three_ways(self) -> tuple[ChoiceButton, ...]:
        ways = (
            ("start_sample", IconName.BOOK, msg("Try it with the sample"),
             msg("A year of an invented committee, to look around in. Nothing of it is yours."),
             self.sample_wanted.emit),
            ("start_create", IconName.FILE_PLUS, msg("Make a new file"),
             msg("Begin with empty records, in a place that you choose."),
             self._choose_new),
            ("start_open", IconName.FOLDER_OPEN, msg("Open a file"),
             msg("Go on with records that are there already. You can drop the file here too."),
             self._choose_old),
        )  # fmt: skip
        made = []
        for name, mark, title, below, act in ways:
            choice = ChoiceButton(mark, worded(title), worded(below), self._inside)
            choice.setObjectName(name)
            choice.clicked.connect(act)
            made.append(choice)
        return tuple(made)

    def _busy_line(self) -> QWidget:
        self._busy = QWidget(self._inside)
        self._busy_words = QLabel(self._busy)
        self._busy_bar = QProgressBar(self._busy)
        self._busy_bar.setObjectName("start_progress")
        self._busy_bar.setTextVisible(False)
        column = QVBoxLayout(self._busy)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._busy_words)
        column.addWidget(self._busy_bar)
        self._busy.setVisible(False)
        return self._busy

    # ------------------------------------------------------------ what it tells

    def show_refusal(self, file: Path | None, messages: Sequence[Message]) -> None:
        """Say why a file is not open.

        Args:
            file: The file, which can be tried again; None if there is nothing to try.
            messages: Why, and what to do; none at all hide the bar.
        """
        self.show_busy(None)
        self._failed = file
        head = [said(msg("{file} is not open.", file=file.name))] if file else []
        words = "\n".join([*head, *(said(one) for one in messages)])
        self._why.setText(words if messages else "")
        self._again.setVisible(file is not None)
        self._bar.setVisible(bool(messages))
        if messages:
            announce(self._bar, words)

    def refusal(self) -> str:
        """Return what is said to stand in the way, empty when nothing does."""
        return self._why.text()

    def show_busy(self, what: Message | None) -> None:
        """Say what is under way, and take no other wish meanwhile; None ends it."""
        self._busy.setVisible(what is not None)
        if what is not None:
            self._busy_words.setText(said(what))
            self._busy_bar.setAccessibleName(self._busy_words.text())
            self._busy_bar.setRange(0, 0)
            announce(self._busy, self._busy_words.text())
        for button in self._inside.findChildren(ChoiceButton):
            button.setEnabled(what is None)

    def _show_recent(self) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        files = self._settings.recent
        if not files:
            return
        title = QLabel(worded(msg("Opened lately")), self._inside)
        set_tone(title, Role.MUTED)
        self._recent.addWidget(title)
        for number, file in enumerate(files, start=1):
            row = ChoiceButton(
                IconName.HISTORY, file.name, str(file.parent), self._inside, small=True
            )
            row.setObjectName(f"start_recent_{number}")
            row.clicked.connect(lambda _checked=False, chosen=file: self._open(chosen))
            self._recent.addWidget(row)

    def _on_setting(self, name: str) -> None:
        if name == "recent":
            self._show_recent()

    # ------------------------------------------------------------ what is wanted

    def _open(self, file: Path) -> None:
        self.show_refusal(None, ())
        self.open_wanted.emit(file)

    def _try_again(self) -> None:
        if self._failed is not None:
            self._open(self._failed)

    def _choose_old(self) -> None:
        dialog = _file_dialog(self, msg("Open a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        recent = self._settings.recent
        dialog.setDirectory(str(_there(recent[0].parent if recent else data_folder())))
        dialog.fileSelected.connect(lambda name: self._open(Path(name)))
        dialog.open()

    def _choose_new(self) -> None:
        dialog = _file_dialog(self, msg("Make a new file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, worded(msg("Make it here")))
        wanted = _free(data_place().file)
        dialog.setDirectory(str(_there(wanted.parent)))
        dialog.selectFile(wanted.name)
        dialog.fileSelected.connect(lambda name: self._create(Path(name)))
        dialog.open()

    def _create(self, file: Path) -> None:
        """Want a new file there, never in the place of another one."""
        if file.exists():
            words = msg("There is such a file already. Open it, or give the new one another name.")
            self.show_refusal(None, (msg("“{file}”", file=file.name), words))
            return
        self.show_refusal(None, ())
        self.create_wanted.emit(file)

    # ------------------------------------------------------------ dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that may be ours."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that is dropped."""
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self._open(file)


def _file_dialog(parent: QWidget, title: Message) -> QFileDialog:
    dialog = QFileDialog(parent, worded(title))
    dialog.setObjectName("start_file_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(
        [worded(msg("Records of this program (*.sqlite)")), worded(msg("All files (*)"))]
    )
    dialog.setDefaultSuffix(SUFFIX)
    return dialog


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() == f".{SUFFIX}" else None


def _there(folder: Path) -> Path:
    """Return the folder, or the nearest above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path.home())


def _free(file: Path) -> Path:
    """Return the file, or one beside it whose name is not taken."""
    number = 1
    free = file
    while free.exists():
        number += 1
        free = file.with_name(f"{file.stem}-{number}{file.suffix}")
    return free
