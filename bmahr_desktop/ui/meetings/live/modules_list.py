"""The text modules at hand: their codes, and the wordings they stand for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.body.offers import SIGN, Snippet

_TEXT = Qt.ItemDataRole.UserRole


class ModulesList(QListWidget):
    """A list of text modules; Enter or a double click puts one in where one was writing."""

    wanted = Signal(str)
    """Emitted with the text that is to be put in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modules_list")
        self.setAccessibleName(worded(msg("Text modules")))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemActivated.connect(lambda row: self.wanted.emit(row.data(_TEXT)))

    def show_modules(self, modules: Sequence[Snippet]) -> None:
        """Show the modules in force."""
        lines = [(one, f"{SIGN}{one.code}   {' '.join(one.text.split())}") for one in modules]
        if [words for _, words in lines] == [self.item(n).text() for n in range(self.count())]:
            return
        self.clear()
        for one, words in lines:
            row = QListWidgetItem(words)
            row.setData(_TEXT, one.text)
            row.setToolTip(one.text)
            self.addItem(row)
