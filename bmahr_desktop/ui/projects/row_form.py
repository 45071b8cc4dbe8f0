"""One record of a list, as a compact row of fields that are kept as they are typed."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.list_tools import tool
from bmahr_desktop.ui.records.text_field import TextField

_ADD, _REMOVE = Qt.Key.Key_Insert, Qt.Key.Key_Delete
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowForm(RecordForm):
    """A row: its number at left, fields in the middle, a button that removes it at right.

    Keys: Insert adds a row below, Alt with ↑ ↓ moves it, Esc leaves a field for the number; there
    Delete removes the row. Derived classes fill `column` and show what is computed in `compute`.

    Attributes:
        number: The button at left that shows the row's number; it stands for the whole row.
        column: What the fields are added to.
    """

    add_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """Emitted with -1 for up, 1 for down."""

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(desk, kind, parent)
        self.setObjectName(f"{kind.value}_row")
        self.number = QToolButton(self)
        self.number.setObjectName("row_number")
        self.number.setAutoRaise(True)
        self.number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number.setMinimumWidth(4 * GRID)
        self.number.clicked.connect(lambda: self.number.setFocus())
        self.away = tool(IconName.X, worded(msg("Remove (Delete)")), "row_remove", self)
        self.away.clicked.connect(self.remove_wanted)
        self.bind_act(self.away)
        self.column = QVBoxLayout()
        self.column.setSpacing(GRID // 2)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.number, 0, top)
        row.addLayout(self.column, 1)
        row.addWidget(self.away, 0, top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID // 2, 0, 0)
        whole.setSpacing(GRID)
        whole.addLayout(row)
        whole.addWidget(Rule(self))
        self.amended.connect(lambda _: self.compute())

    def _show_all(self) -> None:
        super()._show_all()
        if self.record is not None:
            self.compute()

    def compute(self) -> None:
        """Show what follows from the record; called after each change of it."""

    def set_number(self, number: int, of: int) -> None:
        """Show which row it is."""
        self.number.setText(shown(str(number)))
        words = said(msg("Row {number} of {count}", number=number, count=of))
        self.number.setAccessibleName(words)
        keys = worded(msg("Insert adds, Delete removes, Alt+↑ ↓ moves"))
        self.number.setToolTip(f"{words}\n{keys}")

    def begin(self, field: str = "") -> None:
        """Put the keyboard into a field, or into the first one."""
        entry = self._entries.get(field) or next(iter(self._entries.values()), None)
        if entry is not None and entry.row is not None:
            entry.row.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove or move the row by keys that no field of it takes."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.move_wanted.emit(_MOVES[key])
        elif held != Qt.KeyboardModifier.NoModifier or self.is_read_only():
            super().keyPressEvent(event)
        elif key == _ADD:
            self.add_wanted.emit()
        elif key == _REMOVE and self.number.hasFocus():
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_Escape and not self.number.hasFocus():
            self.number.setFocus()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ fields

    def put_word(
        self, name: str, label: Message, field: WordField | None = None
    ) -> Labelled[WordField]:
        """Return a field for one line of text, under its label."""
        made = field or WordField()
        row = self._labelled(name, label, made)
        self.bind_text(name, row, made)
        return row

    def put_text(self, name: str, label: Message, lines: int = 1) -> Labelled[TextField]:
        """Return a field for a text that grows with its lines, under its label."""
        made = TextField(lines=lines, most=6)
        row = self._labelled(name, label, made)
        self.bind_text(name, row, made)
        return row

    def put_lines(self, name: str, label: Message, lines: int = 1) -> Labelled[TextField]:
        """Return a field for a list of texts, each on its own line."""
        made = TextField(lines=lines, most=6)
        row = self._labelled(name, label, made)
        self.bind_lines(name, row, made)
        return row

    def put_typed(self, name: str, label: Message, field: TypedField[Any]) -> Labelled[Any]:
        """Return a field for a number, an amount, a date, something picked."""
        row = self._labelled(name, label, field)
        self.bind_typed(name, row, field)
        return row

    def put_choice(self, name: str, label: Message, field: ChoiceField) -> Labelled[ChoiceField]:
        """Return a field for a choice."""
        row = self._labelled(name, label, field)
        self.bind_choice(name, row, field)
        return row

    def _labelled(self, name: str, label: Message, field: Any) -> Labelled[Any]:
        field.setObjectName(f"row_{name.replace('.', '_')}")
        return Labelled(label, field, parent=self)


class Rule(QWidget):
    """A thin line between rows, in the colours of now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Role.LINE))
        painter.end()
