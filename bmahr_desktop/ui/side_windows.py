"""The windows beside the main one. Each is loaded when it is first wanted: starting is no place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.file_dialogs import ask_which
from bmahr_desktop.ui.finding.palette import FindDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction

    from bmahr_desktop.domain.changes import Changes, Kind
    from bmahr_desktop.places import DataPlace
    from bmahr_desktop.ui.background import Errands
    from bmahr_desktop.ui.body.commands import Commands
    from bmahr_desktop.ui.desk import Desk
    from bmahr_desktop.ui.keys_dialog import Named
    from bmahr_desktop.ui.memory import Memory
    from bmahr_desktop.ui.office.window import OfficeWindow
    from bmahr_desktop.ui.old_minutes.window import OldMinutesWindow
    from bmahr_desktop.ui.window import MainWindow


class SideWindows(QObject):
    """Opens what stands beside the main window, and keeps what is typed there."""

    record_wanted = Signal(object)
    """Emitted with the `Hit` that was chosen."""
    meeting_wanted = Signal(str)
    """Emitted with the uid of a meeting that was taken in."""

    def __init__(
        self, window: MainWindow, desk: Desk, store: Any, errands: Errands, memory: Memory
    ) -> None:
        """Stand ready.

        Args:
            window: The main window.
            desk: The door to the records.
            store: The file itself, to look it over.
            errands: Where long work is done.
            memory: Where sizes are remembered.
        """
        super().__init__(window)
        self._window, self._desk, self._store = window, desk, store
        self._errands, self._memory = errands, memory
        self._office: OfficeWindow | None = None
        self._find: FindDialog | None = None
        self._old_minutes: OldMinutesWindow | None = None

    def find_anything(self, commands: Sequence[QAction]) -> None:
        """Find records and commands while typing."""
        if self._find is None:
            self._find = FindDialog(self._desk, self._errands, commands, self._window)
            self._find.record_chosen.connect(self.record_wanted)
        self._find.offer(commands)
        self._find.open_fresh()

    def open_office(self, kind: Kind, uid: str = "") -> None:
        """Open the office's standing records, at one of them."""
        from bmahr_desktop.ui.office.window import OfficeWindow  # noqa: PLC0415

        if self._office is None:
            self._office = OfficeWindow(self._desk, self._window)
            self._memory.place_window("office", self._office)
            self._memory.set_shares(self._office)
        self._office.open_at(kind, uid)
        self._office.show()
        self._office.raise_()
        self._office.activateWindow()

    def show_keys(self, commands: Sequence[Named], live: Sequence[QAction], body: Commands) -> None:
        """Show what every key does."""
        from bmahr_desktop.ui.keys_dialog import KeysDialog  # noqa: PLC0415

        dialog = KeysDialog(commands, live, body, self._window)
        dialog.exec()
        dialog.deleteLater()

    def offer_rescued(self, place: DataPlace) -> None:
        """Offer what could not be written to this file the last time, if there is anything."""
        from bmahr_desktop.ui.rescue_dialog import offer_rescued  # noqa: PLC0415

        offer_rescued(self._desk, place, self._window)

    # ------------------------------------------------------------ in and out

    def import_records(self) -> None:
        """Choose a file, show what it would bring, and bring it in."""
        title = msg("Bring records in")
        files = msg("Exchange files and workbooks of projects")
        file = ask_which(self._window, title, files, "*.json *.zip *.xlsx")
        if file is not None:
            self.import_file(file)

    def import_file(self, file: Path) -> None:
        """Show what a file would bring, and bring it in."""
        from bmahr_desktop.ui.importing.dialog import ImportDialog  # noqa: PLC0415

        dialog = ImportDialog(self._desk, self._errands, file, self._window)
        dialog.taken_in.connect(self._on_taken_in)
        dialog.exec()
        dialog.deleteLater()

    def open_old_minutes(self, committee: str) -> None:
        """Take minutes of earlier years in, those of a committee to begin with."""
        from bmahr_desktop.ui.old_minutes.window import OldMinutesWindow  # noqa: PLC0415

        window = self._old_minutes
        if window is None:
            window = self._old_minutes = OldMinutesWindow(self._desk, committee, self._window)
            window.meeting_wanted.connect(self.meeting_wanted)
            window.closed.connect(self._on_old_minutes_closed)
            self._memory.place_window("old_minutes", window)
            self._memory.set_shares(window)
        window.show()
        window.raise_()
        window.activateWindow()

    def _on_old_minutes_closed(self) -> None:
        if self._old_minutes is not None:
            self._memory.keep_window("old_minutes", self._old_minutes)
            self._memory.keep_shares(self._old_minutes)
            self._old_minutes.deleteLater()
            self._old_minutes = None

    def may_leave(self) -> bool:
        """Tell whether the file may be left: nothing is taken in by halves, or it may go."""
        return self._old_minutes is None or self._old_minutes.may_leave()

    def _on_taken_in(self, changes: Changes) -> None:
        self._desk.saved.emit()
        self._desk.changed.emit(changes, self)

    def export_everything(self) -> None:
        """Write all records as one exchange file."""
        self._file_work().export_everything()

    def check_file(self) -> None:
        """Look the file over, in the background."""
        self._file_work().check_file()

    def _file_work(self) -> Any:
        from bmahr_desktop.ui.file_work import FileWork  # noqa: PLC0415

        found = self.findChild(FileWork)
        return found or FileWork(
            self._desk, self._store, self._errands, self._window.foot, self._window, self
        )

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self._office is None or self._office.flush()

    def end(self) -> None:
        """Remember the sizes, and close."""
        if self._old_minutes is not None:
            self._old_minutes.end()
        if self._office is not None:
            self._memory.keep_window("office", self._office)
            self._memory.keep_shares(self._office)
            self._office.close()
