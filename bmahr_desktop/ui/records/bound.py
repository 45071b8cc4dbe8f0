"""Fields bound to those of a record: how each shows a value, commits and forgets what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.records.text_field import TextField

Row = Labelled[Any] | None
"""A field's row, where what is wrong with it is told."""


@dataclass(frozen=True)
class Entry:
    """A field of the form.

    Attributes:
        name: The record's field; "online.room" for a field of a value in it.
        show: Shows a value quietly; returns False while typing stands in the way.
        commit: Makes the field say what is typed.
        row: Where what is wrong is told; None for fields that stand without a row.
        forget: Throws away what is typed and means nothing.
    """

    name: str
    show: Callable[[Any], object]
    commit: Callable[[], object]
    row: Row
    forget: Callable[[], object] = lambda: None


class BoundFields(QWidget):
    """Fields that tell what is typed in them, each under its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, Entry] = {}

    def keep(self, name: str, value: Any) -> None:
        """Keep a field's value."""
        raise NotImplementedError

    def bind_text(self, name: str, row: Row, field: WordField | TextField) -> None:
        """Bind text of one line or several."""
        field.committed.connect(lambda text: self.keep(name, text))

        def show(value: Any) -> object:
            return field.set_text_quietly(value or "")

        self.bind(Entry(name, show, field.commit, row))

    def bind_lines(self, name: str, row: Row, field: TextField) -> None:
        """Bind a list of lines, each typed on its own line."""

        def kept(text: str) -> None:
            self.keep(name, tuple(line.strip() for line in text.split("\n") if line.strip()))

        field.committed.connect(kept)

        def show(value: Any) -> object:
            return field.set_text_quietly("\n".join(value or ()))

        self.bind(Entry(name, show, field.commit, row))

    def bind_typed(self, name: str, row: Row, field: TypedField[Any]) -> None:
        """Bind a date, a time or a number."""
        field.edited.connect(lambda value: self.keep(name, value))
        self.bind(Entry(name, field.set_value, field.commit, row, field.forget_typing))

    def bind_choice(self, name: str, row: Row, field: ChoiceField) -> None:
        """Bind a choice."""
        field.chosen.connect(lambda value: self.keep(name, value))
        self.bind(Entry(name, field.set_value, lambda: None, row))

    def bind_check(self, name: str, row: Row, field: QCheckBox) -> None:
        """Bind something that is so or not."""
        field.clicked.connect(lambda checked: self.keep(name, checked))

        def show(value: Any) -> None:
            field.setChecked(bool(value))

        self.bind(Entry(name, show, lambda: None, row))

    def bind(self, entry: Entry) -> None:
        """Bind any other field."""
        self._entries[entry.name] = entry
