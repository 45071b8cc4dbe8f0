"""From a list of the office to the dialog that merges what is on file twice."""

from typing import Any

from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.office.merge_dialog import MergeDialog
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.records.list_tools import Tool

Pane = RegisterPane[Any, Any]


class MergeOpening:
    """The way from one list to the dialog."""

    def __init__(self, pane: Pane, desk: Desk, today: Today = today_here) -> None:
        self._pane, self._desk, self._today = pane, desk, today

    def tool(self) -> Tool:
        """Return the button for it."""
        return IconName.COPY, msg("Merge duplicates"), f"{self._pane.kind.value}_merge", self.open

    def open(self) -> None:
        """Open the dialog, at what is chosen in the list."""
        pane = self._pane
        if not pane.leave_draft() or not pane.flush():
            return
        dialog = MergeDialog(self._desk, pane.kind, pane.list.current(), pane, self._today)
        dialog.merged.connect(pane.go_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
