"""From a list of the office to the dialog that takes a list of people in, and back with an undo."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.roster_intake import Intake, take_back_list
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.office.roster_dialog import RosterDialog
from bmahr_desktop.ui.records.list_tools import Tool

Pane = RegisterPane[Any, Any]


class RosterOpening:
    """The way from one list to the dialog: a tool, and Ctrl+V in the list."""

    def __init__(self, pane: Pane, desk: Desk, today: Today) -> None:
        """Serve a list.

        Args:
            pane: It asks, and offers to take back what was taken in.
            desk: The door to the records.
            today: What day it is.
        """
        self._pane, self._desk, self._today = pane, desk, today
        self.committee = ""
        """The committee that is proposed; empty for people alone."""
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), pane.list)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste)

    def tool(self) -> Tool:
        """Return the button for it."""
        words = msg("Paste a list (Ctrl+V)")
        return IconName.CLIPBOARD_PASTE, words, f"{self._pane.kind.value}_paste", self.paste

    def paste(self) -> None:
        """Open the dialog with what the clipboard holds."""
        if not self._pane.leave_draft():
            return
        dialog = RosterDialog(self._desk, self.committee, self._pane, self._today)
        dialog.taken.connect(self._offer_undo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if QGuiApplication.clipboard().text().strip("\n").count("\n"):
            dialog.paste()

    def _offer_undo(self, intake: Intake) -> None:
        self._pane.read_again()
        self._pane.list.setFocus()
        words = msg("{count} people were taken in", count=intake.count)
        self._pane.undo.offer(words, partial(self._take_back, intake))

    def _take_back(self, intake: Intake) -> None:
        if self._pane.attempt(lambda: self._desk.write(self._pane, take_back_list, intake)):
            self._pane.read_again()
