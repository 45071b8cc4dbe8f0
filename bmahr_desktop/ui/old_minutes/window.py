"""Takes minutes of old in: files are read, looked over, put right and kept, one or all."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.old_minutes import ENDINGS, SCANS
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.file_dialogs import ask_folder, ask_for_all
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.old_minutes.changing import Changing
from bmahr_desktop.ui.old_minutes.filing import Filing
from bmahr_desktop.ui.old_minutes.keeping import Keeping
from bmahr_desktop.ui.old_minutes.layout import OldMinutesLayout
from bmahr_desktop.ui.old_minutes.surroundings import Surroundings
from bmahr_desktop.ui.old_minutes.taken_file import TakenFile
from bmahr_desktop.ui.old_minutes.telling import Telling
from bmahr_desktop.ui.old_minutes.work import Work
from bmahr_desktop.ui.records.list_keys import ListKeys

_STAY = Choice(msg("Back to the minutes"), safe=True)
_LEAVE = Choice(msg("Leave without keeping them"), danger=True)
_HOLD = Choice(msg("Back to the list"), safe=True)
_DROP = Choice(msg("Take it off the list"), danger=True)


class OldMinutesWindow(OldMinutesLayout):
    """The window.

    Signals:
        meeting_wanted: The uid of a meeting that is to be opened in the main window.
        closed: It is gone.
    """

    meeting_wanted = Signal(str)
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        committee: str = "",
        parent: QWidget | None = None,
        today: Today = today_here,
    ) -> None:
        """Be ready for files.

        Args:
            desk: The door to the records.
            committee: The uid of the committee that is proposed.
            parent: The main window.
            today: Who is in the register on this day can be chosen.
        """
        super().__init__(parent)
        self._leaving = False
        self.work = Work(desk, self.files, self)
        self.changing = Changing(self.preview, self.files, self.work, self.undo, self)
        self.filing = Filing(desk, self.files, self.work, self)
        self.keeping = Keeping(
            self.changing, self.preview, self.files, self.filing, self.undo, self
        )
        self.surroundings = Surroundings(desk, self, self.work, today)
        self._telling = Telling(self, self.work, self.filing)
        self.changing.show_file(None)
        self._connect()
        self.surroundings.begin(committee)
        self._telling.tell()

    def _connect(self) -> None:
        self.committee.chosen.connect(lambda _: self._on_committee())
        self.dropped.connect(self.take)
        self.add_files.clicked.connect(self.ask_files)
        self.add_folder.clicked.connect(self.ask_folder)
        self.empty.next_step.connect(self.ask_files)
        self.stop.clicked.connect(self._stop)
        self.resume.clicked.connect(self.work.resume)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        keys = ListKeys(self.list)
        keys.edit_wanted.connect(self._go_in)
        keys.remove_wanted.connect(self._drop_current)
        keys.watch(self.list)
        self.leave.clicked.connect(self.close)
        self.keep_one.clicked.connect(self.keeping.keep_one)
        self.keep_all.clicked.connect(self.keeping.keep_ready)
        self.preview.end.open.clicked.connect(self._open_kept)
        self.preview.look_wanted.connect(self._show_outside)
        self.preview.twin_wanted.connect(self._open_twin)
        self.work.found.connect(self._on_found)
        self.work.looked.connect(self._on_looked)
        self.keeping.told.connect(self._telling.show_faults)
        self.keeping.done.connect(self._on_done)
        for key, act in (
            ("Ctrl+O", self.ask_files), ("Ctrl+Shift+O", self.ask_folder),
            ("Ctrl+Return", self.keeping.keep_one), ("Ctrl+Enter", self.keeping.keep_one),
            ("Ctrl+W", self.close),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # ------------------------------------------------------------ files

    def _on_committee(self) -> None:
        self.changing.commit()
        self.surroundings.read_committee()
        self.work.read_all_anew()
        self.changing.show_file(self.changing.file)

    def ask_files(self) -> None:
        """Let files be chosen."""
        endings = " ".join(f"*{one}" for one in (*ENDINGS, *SCANS))
        self.take(ask_for_all(self, msg("Minutes to take in"), msg("Minutes"), endings))

    def ask_folder(self) -> None:
        """Let a folder be chosen, with all the files in it."""
        folder = ask_folder(self, msg("A folder of minutes"))
        if folder is not None:
            self.take((folder,))

    def take(self, paths: Iterable[Path]) -> None:
        """Take files and folders into the list, and read them."""
        self._telling.show_faults(())
        if some := tuple(paths):
            self.work.add(some)

    def _on_found(self, faults: Sequence[Message]) -> None:
        self._telling.show_faults(faults)
        if self.files.files and not self.list.currentIndex().isValid():
            self.choose(self.files.files[0])
            self.list.setFocus()

    def choose(self, file: TakenFile) -> None:
        """Choose a file of the list."""
        self.list.setCurrentIndex(self.files.index(self.files.row_of(file)))

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        file = self.files.file(current.row())
        shown_ = self.changing.file
        if file is shown_:
            return
        if shown_ is not None and shown_ in self.files.files and not self.changing.commit():
            # What is typed is not understood; it must not be lost by looking elsewhere.
            QTimer.singleShot(0, self, partial(self.choose, shown_))
            return
        self.work.first = file
        self.changing.show_file(file)
        self._telling.tell()

    def _on_looked(self, file: TakenFile) -> None:
        if file is self.changing.file:
            self.changing.show_file(file)

    def _go_in(self) -> None:
        """Go from the list into the file; one that is kept is opened."""
        file = self.changing.file
        if file is not None and file.kept:
            self._open_kept()
        elif file is not None:
            self.preview.setFocus()
            self.preview.focusNextChild()

    def _drop_current(self) -> None:
        file = self.changing.file
        if file is None or self.filing.under_way:
            return
        if file.touched():
            words = msg("Take “{file}” off the list with what was put right?", file=file.name)
            if ask(self, words, None, _DROP, _HOLD) is not _DROP:
                return
        self.files.drop(file)
        self.changing.show_file(self.files.file(self.list.currentIndex().row()))
        self._telling.tell()

    def _on_done(self, kept: Sequence[TakenFile]) -> None:
        """Go on to the next file that is not kept yet."""
        if self._leaving:
            QTimer.singleShot(0, self, self.close)
        file = self.changing.file
        if file is None or file not in kept:
            return
        row = self.files.row_of(file)
        others = [*self.files.files[row:], *self.files.files[:row]]
        following = next((one for one in others if not one.kept and not one.refusals), None)
        if following is None:
            self.changing.show_file(file)
        else:
            self.choose(following)
        self.list.setFocus()

    # ------------------------------------------------------------ elsewhere

    def _open_kept(self) -> None:
        if self.changing.file is not None:
            self.meeting_wanted.emit(self.changing.file.kept)

    def _open_twin(self) -> None:
        twin = self.files.twin(self.changing.file) if self.changing.file else None
        if twin is not None:
            self.meeting_wanted.emit(twin.uid)

    def _show_outside(self) -> None:
        file = self.changing.file
        if file is not None and file.may_open:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.path)))

    # ------------------------------------------------------------ leaving

    def _stop(self) -> None:
        self.filing.stop()
        self.work.stop()

    def may_leave(self) -> bool:
        """Tell whether it may be closed: nothing is left to be kept, or the user lets it go."""
        understood = self.changing.commit()
        touched = [one for one in self.files.files if one.touched()]
        if understood and not touched:
            return True
        self.show()
        self.raise_()
        words = msg("What was put right in {count} files is not kept yet.", count=len(touched) or 1)
        return ask(self, words, None, _LEAVE, _STAY) is _LEAVE

    def end(self) -> None:
        """Close without asking; what is being written is written to its end."""
        self._leaving = True
        self.work.end()
        self.filing.under_way = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing is lost by it; what is being written is written to its end."""
        if not self._leaving and not self.may_leave():
            event.ignore()
            return
        if self.filing.under_way:
            self._leaving = True
            self.filing.stop()
            event.ignore()
            return
        self.work.end()
        self.closed.emit()
        super().closeEvent(event)
