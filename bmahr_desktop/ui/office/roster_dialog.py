"""Takes a list of people in from a spreadsheet: pasted, looked over, ticked, then taken in."""

import dataclasses
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import registers
from bmahr_desktop.operations.roster import Roster, Standing, read_known, understand, unit_keys
from bmahr_desktop.operations.roster_columns import Columns, Sheet, read_sheet
from bmahr_desktop.operations.roster_intake import Intake, intake_of, take_in_list
from bmahr_desktop.operations.roster_table import Rows, read_table, read_table_file
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.file_dialogs import ask_which
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.office.roster_layout import RosterLayout

_COUNTED: dict[Standing, Message] = {
    Standing.NEW: msg("{count} new"),
    Standing.CHANGED: msg("{count} would change"),
    Standing.KNOWN: msg("{count} on file already"),
    Standing.UNSURE: msg("{count} to look at"),
    Standing.UNCLEAR: msg("{count} not understood"),
}


class RosterDialog(RosterLayout):
    """A list of people on its way into the records; nothing is written before the last button.

    Signals:
        taken: With the `Intake`, after it is on file; it can be taken back.
    """

    taken = Signal(object)

    def __init__(
        self,
        desk: Desk,
        committee: str = "",
        parent: QWidget | None = None,
        today: Today = today_here,
    ) -> None:
        """Ask for a list.

        Args:
            desk: The door to the records.
            committee: The uid of the committee that is proposed; empty for people alone.
            parent: The widget whose window is held meanwhile.
            today: What day it is.
        """
        super().__init__(committee, desk.read(registers.list_committees), parent, today)
        self._desk = desk
        self._sheet: Sheet | None = None
        self._roster: Roster | None = None
        self._connect()

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.paste)
        self._again.clicked.connect(self.paste)
        self._file.clicked.connect(self._ask_file)
        self._empty.next_step.connect(self._ask_file)
        self._leave.clicked.connect(self.reject)
        self.go.clicked.connect(self.take_in)
        self.target.chosen.connect(lambda _: self._on_target())
        self.preview.columns_changed.connect(self._on_columns)
        self.preview.options_changed.connect(self._understand)
        self.preview.ticks_changed.connect(self._count)

    # ------------------------------------------------------------ the list

    def paste(self) -> None:
        """Read the list that the clipboard holds."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._tell(msg("The clipboard holds no text. Copy the rows first, then press Ctrl+V."))
            return
        self.read_text(text)

    def read_text(self, text: str) -> None:
        """Read a list from a text."""
        try:
            rows = read_table(text)
        except Refused as refused:
            self._tell(*refused.messages)
            return
        self._show_rows(rows)

    def read_file(self, path: Path) -> None:
        """Read a list from a file."""
        try:
            rows = read_table_file(path)
        except Refused as refused:
            self._tell(*refused.messages)
            return
        self._show_rows(rows)

    def _ask_file(self) -> None:
        title = msg("Take in a list of people")
        path = ask_which(self, title, msg("Tables as text"), "*.csv *.txt *.tsv")
        if path is not None:
            self.read_file(path)

    def _tell(self, *messages: Message) -> None:
        self.note.show_text(" ".join(said(one) for one in messages))

    def _show_rows(self, rows: Rows) -> None:
        self._tell()
        known = self._desk.read(read_known, None)
        self._sheet = read_sheet(rows, unit_keys(known))
        self.preview.show_sheet(self._sheet)
        self._stack.setCurrentWidget(self.preview)
        self._understand()
        self.preview.table.setFocus()

    def _on_columns(self, columns: Columns) -> None:
        if self._sheet is not None:
            self._sheet = dataclasses.replace(self._sheet, columns=columns)
            self._understand()

    def _on_target(self) -> None:
        self.show_target()
        self._understand()

    def _understand(self) -> None:
        """Lay the list beside the records."""
        if self._sheet is None:
            return
        committee = self.committee()
        known = self._desk.read(read_known, committee)
        self._roster = understand(
            self._sheet, known, committee, self._today(), fill_down=self.preview.fills_down()
        )
        self.preview.show_roster(self._roster)

    def _count(self) -> None:
        """Say how many people each thing would happen to."""
        number = len(self.preview.ticked())
        self.go.setEnabled(number > 0)
        self.go.setText(said(msg("Take in {count} people", count=number)))
        self.go.setAccessibleName(self.go.text())
        lines = self._roster.lines if self._roster else ()
        counted = Counter(one.standing for one in lines)
        parts = [
            said(Message(words.text, {"count": counted[standing]}))
            for standing, words in _COUNTED.items()
            if counted[standing]
        ]
        rows = said(msg("{count} rows", count=len(lines)))
        self.summary.setText("  ·  ".join((rows, *parts)))

    # ------------------------------------------------------------ taken in

    def take_in(self) -> None:
        """Put what is ticked on file, all of it or nothing."""
        if self._roster is None or not self.preview.ticked():
            return
        self.instrument.commit()
        if not self.since.commit():
            self.since.setFocus()
            return
        intake: Intake = intake_of(
            self._roster,
            self.preview.ticked(),
            self.since.value(),
            self.instrument.text().strip(),
            add_units=self.preview.adds_units(),
        )
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._desk.write(self, take_in_list, intake)
        except Refused as refused:
            self._understand()
            self._tell(*refused.messages)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.accept()
        self.taken.emit(intake)
