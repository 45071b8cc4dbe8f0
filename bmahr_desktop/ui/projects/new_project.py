"""A new project in one line: name, year, code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, emphasise
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import ErrorNote

_TOP = Qt.AlignmentFlag.AlignTop


class NewProjectLine(QFrame):
    """Asks for what a new project needs; Enter makes it, Esc gives it up."""

    wanted = Signal(str, int, str)
    """Emitted with the name, the fiscal year and the code."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_project")
        self.setProperty("look", "bar")
        self.name, self.code = CleanLine(), CleanLine()
        self.name.setObjectName("new_project_name")
        self.code.setObjectName("new_project_code")
        self.year = NumberField(2400, 2999)
        self.year.setObjectName("new_project_year")
        self.make = QPushButton(icon(IconName.CHECK), worded(msg("Make the project")), self)
        self.make.setObjectName("new_project_make")
        self.leave = QPushButton(worded(msg("Give up")), self)
        self.leave.setObjectName("new_project_leave")
        self.note = ErrorNote(self)
        emphasise(self.make, Emphasis.MAIN)
        self._lay_out()
        self.name.returnPressed.connect(self.take)
        self.code.returnPressed.connect(self.take)
        self.make.clicked.connect(self.take)
        self.leave.clicked.connect(self.give_up)
        self.hide()

    def _lay_out(self) -> None:
        self._name = Labelled(msg("Name of the new project"), self.name, parent=self)
        year = Labelled(msg("Fiscal year"), self.year, parent=self)
        code = Labelled(msg("Code (may come later)"), self.code, parent=self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(year, 1, _TOP)
        row.addWidget(code, 2, _TOP)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addLayout(buttons)

    def open_fresh(self, year: int) -> None:
        """Ask for a project; what was typed before and not made is still there."""
        if self.year.value() is None or not self.name.text():
            self.year.set_value(year)
        self.show_fault(None)
        self.show()
        self.name.setFocus()

    def take(self) -> None:
        """Have the project made, when all that it needs is there."""
        understood = self.year.commit()
        name, year = self.name.text().strip(), self.year.value()
        if not name:
            self._name.show_error(msg("Write what the project is called."))
            self.name.setFocus()
        elif not understood or year is None:
            self._name.show_error(None)
            self.year.setFocus()
        else:
            self._name.show_error(None)
            self.wanted.emit(name, year, self.code.text().strip())

    def show_fault(self, why: Refused | None) -> None:
        """Say why the project could not be made; what is typed stays."""
        self.note.show_text(said(why.messages[0]) if why else "")
        self._name.show_error(None)

    def clear(self) -> None:
        """Close, with nothing typed."""
        self.name.clear()
        self.code.clear()
        self.hide()

    def give_up(self) -> None:
        """Close; what is typed stays for the next time."""
        self.hide()
        self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
