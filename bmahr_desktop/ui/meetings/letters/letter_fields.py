"""What the forms of letters have in common: fields in two columns, or in one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.text_field import TextField

Rows = tuple[tuple[QWidget, ...], ...]
"""From top to bottom; what stands in the same one stands side by side where there is room."""

_TOP = Qt.AlignmentFlag.AlignTop


class LetterFields(RecordForm):
    """Fields of a letter, made row by row and then laid out by `lay_out`."""

    prefix: ClassVar[str]
    """What the object names of the fields begin with."""
    part: ClassVar[str] = ""
    """The record's field that holds the letter; empty where the letter is the record."""

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(desk, kind, parent)
        self._rows: dict[str, Labelled[Any]] = {}
        self._widgets: Rows = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)

    def lay_out(self, rows: Rows) -> None:
        """Put the fields in."""
        self._widgets = rows
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID, GRID, GRID)
        whole.addLayout(self._grid)
        whole.addStretch(1)
        self.arrange(narrow=False)

    def arrange(self, *, narrow: bool) -> None:
        """Stand in two columns, or in one where there is little room."""
        grid, row = self._grid, 0
        for widgets in self._widgets:
            for widget in widgets:
                grid.removeWidget(widget)
        for widgets in self._widgets:
            for at, widget in enumerate(widgets):
                alone = narrow or len(widgets) == 1
                align = _TOP if len(widgets) > 1 else self.alignment_of(widget)
                grid.addWidget(widget, row, 0 if alone else at, 1, 2 if alone else 1, align)
                row += narrow
            row += not narrow

    def alignment_of(self, _widget: QWidget) -> Qt.AlignmentFlag:
        """Return how a widget that has a row for itself stands in it."""
        return Qt.AlignmentFlag(0)

    def go_to(self, name: str) -> bool:
        """Put the keyboard into a field of the letter; return whether there is one."""
        row = self._rows.get(name)
        if row is not None:
            row.field.setFocus()
        return row is not None

    # ------------------------------------------------------------ kinds of fields

    def _full(self, name: str) -> str:
        return f"{self.part}.{name}" if self.part else name

    def _row(self, name: str, label: Message, field: QWidget) -> Labelled[Any]:
        field.setObjectName(f"{self.prefix}_{name}")
        row = self._rows[name] = Labelled(label, field, parent=self)
        return row

    def _text(self, name: str, label: Message, field: WordField | TextField) -> Labelled[Any]:
        row = self._row(name, label, field)
        self.bind_text(self._full(name), row, field)
        return row

    def _lines(self, name: str, label: Message, field: TextField) -> Labelled[Any]:
        row = self._row(name, label, field)
        self.bind_lines(self._full(name), row, field)
        return row

    def _date(self, name: str, label: Message) -> Labelled[Any]:
        field = DateField()
        row = self._row(name, label, field)
        self.bind_typed(self._full(name), row, field)
        return row

    def _choice(
        self, name: str, label: Message, names: Mapping[Any, Message], otherwise: object
    ) -> Labelled[Any]:
        """Return a choice; `otherwise` is what a letter that is not on file has."""
        field = ChoiceField(wording.choices(names))
        row = self._row(name, label, field)
        whole = self._full(name)
        field.chosen.connect(lambda value: self.keep(whole, value))

        def show(value: Any) -> None:
            field.set_value(otherwise if value is None else value)

        self.bind(Entry(whole, show, lambda: None, row, lock=field.setReadOnly))
        return row
