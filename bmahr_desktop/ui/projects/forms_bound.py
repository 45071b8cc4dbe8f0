"""A value that a form takes from the records, or computes: to be read, with a way to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.forms_places import Place
from bmahr_desktop.ui.records.list_tools import tool


class BoundRow(QWidget):
    """A label with what will be printed, and a button that leads to where it is written."""

    place_wanted = Signal(object, str, str)
    """Emitted with kind, uid and field of the place."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        """Make a row.

        Args:
            name: What the field is called; it names the button.
            label: What stands over the value; "" for none.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self._place: Place | None = None
        self.label = QLabel(label, self)
        self.label.setVisible(bool(label))
        set_tone(self.label, Role.MUTED)
        self.value = QLabel(self)
        self.value.setObjectName(f"shown_{name}")
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.value.setWordWrap(True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = said(msg("Write “{field}” in the project", field=label or name))
        self.go = tool(IconName.PENCIL, words, f"go_{name}", self)
        self.go.clicked.connect(self._go)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addLayout(column, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.show_value("", None)

    def show_value(self, words: str, place: Place | None) -> None:
        """Show what will be printed, and lead to where that is written."""
        self._place = place
        self.value.setText(words or worded(msg("not known yet")))
        set_tone(self.value, Role.TEXT if words else Role.MUTED)
        self.value.setAccessibleName(f"{self.label.text()} {self.value.text()}".strip())
        self.go.setVisible(place is not None)

    def _go(self) -> None:
        if self._place is not None:
            self.place_wanted.emit(*self._place)
