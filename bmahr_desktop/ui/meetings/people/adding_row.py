"""The line over a list of people in which names are added, one after the other."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.people.names import PeopleOffer, Register
from bmahr_desktop.ui.notices import ErrorNote


class AddingRow(QWidget):
    """A line for a name, what it is added to at left, tools for what is chosen at right.

    Enter adds: who is marked in the list below the line, else who is called as typed, else the name
    as it stands. Esc goes back.
    """

    person_wanted = Signal(object)
    """Emitted with the `PersonLine` of whoever is to be added."""
    name_wanted = Signal(str, bool)
    """Emitted with a name that nobody on file has, and whether it is to be put on file."""
    left = Signal()

    def __init__(self, register: Register, hint: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adding_row")
        self._register = register
        self.target = ChoiceField((), self)
        self.target.setObjectName("adding_to")
        self.target.setVisible(False)
        self.line = CleanLine(self)
        self.line.setObjectName("adding_name")
        self.line.setAccessibleName(worded(hint))
        self.line.setPlaceholderText(worded(hint))
        self.line.setToolTip(worded(msg("Type a part of a name or a position, then Enter")))
        self.offer = PeopleOffer(self.line, register)
        self.offer.person_taken.connect(self._on_person)
        self.offer.new_taken.connect(lambda name: self.name_wanted.emit(name, True))
        self.line.returnPressed.connect(self._on_enter)
        self.line.textEdited.connect(lambda _: self.show_error(None))
        self.line.installEventFilter(self)
        self.note = ErrorNote(self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.target)
        row.addWidget(self.line, 1)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(0)
        row.addLayout(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.note)

    def show_error(self, message: Message | None) -> None:
        """Say why nothing was added; None, that all is well."""
        self.note.show_text(said(message) if message else "")

    def clear(self) -> None:
        """Be ready for the next name."""
        self.line.clear()
        self.show_error(None)

    def _on_enter(self) -> None:
        name = " ".join(self.line.text().split())
        if self.offer.marked() or not name:
            return
        self.offer.popup.hide()
        namesakes = self._register.namesakes(name)
        if len(namesakes) == 1:
            self.person_wanted.emit(namesakes[0])
        else:
            self.name_wanted.emit(name, False)

    def _on_person(self, person: object) -> None:
        self.person_wanted.emit(person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back by Esc."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and not self.offer.popup.isVisible()
        ):
            self.clear()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
